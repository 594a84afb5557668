# How amounts are written in Korean: $1,234.50, 2026년 3월 5일.
amount-money = ${ $digits }
amount-debit = -${ $digits }
amount-percent = { $digits }%
amount-date = { $year }년 { $month } { $day }일
amount-named = { $name }: { $told }
amount-and = { $left } · { $right }
