# How amounts are written in Spanish as in the United States: $1,234.50, 5 de marzo de 2026.
amount-money = ${ $digits }
amount-debit = -${ $digits }
amount-percent = { $digits }%
amount-date = { $day } de { $month } de { $year }
amount-named = { $name }: { $told }
amount-and = { $left }; { $right }
