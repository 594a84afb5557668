# How amounts are written in English as in the United States.
amount-money = ${ $digits }
amount-debit = -${ $digits }
amount-percent = { $digits }%
amount-date = { $month } { $day }, { $year }
amount-named = { $name }: { $told }
amount-and = { $left }; { $right }
