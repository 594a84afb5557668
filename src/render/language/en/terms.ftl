# Terms that stand within messages.
term-january = January
term-february = February
term-march = March
term-april = April
term-may = May
term-june = June
term-july = July
term-august = August
term-september = September
term-october = October
term-november = November
term-december = December
term-any-time = at any time
term-daily = daily
term-each-payroll = each payroll
term-monthly = monthly
term-quarterly = every quarter
term-twice-a-year = twice a year
term-once-a-year = once a year
term-times-a-year = { $times ->
    [one] once a year
   *[other] { $times } times a year
}
term-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
term-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
term-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
term-age = age { $years }
term-age-and-a-half = age { $years }½
term-service = { $length } of service
term-hours = { $count } hours of service in a year
term-participation = { $length } in the plan
term-both = { $left } and { $right }
term-either = { $left } or { $right }
term-immediate = no wait
term-never = not at all
term-separation = leaving the employer
term-hardship = hardship
term-disability = disability
term-reservist = call-up as a reservist
term-birth = birth or adoption of a child
term-disaster = a federally declared disaster
term-emergency = an emergency expense
term-domestic-abuse = domestic abuse
term-long-term-care = premiums for long-term care
term-lifetime-income = the end of a lifetime income option
term-plan-termination = the end of the plan
term-terminal-illness = terminal illness
term-normal-retirement-age = the plan's normal retirement age
term-in-plan-roth = in-plan Roth rollover
term-roth-ira = in-service withdrawal, rolled over to a Roth IRA
term-after-leaving = rollover to a Roth IRA after leaving
