# How amounts are written in simplified Chinese: $1,234.50, 2026年3月5日.
amount-money = ${ $digits }
amount-debit = -${ $digits }
amount-percent = { $digits }%
amount-date = { $year }年{ $month }{ $day }日
amount-named = { $name }：{ $told }
amount-and = { $left }；{ $right }
