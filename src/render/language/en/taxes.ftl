# Taxes, warnings, and what is taken for granted. The glossary stands in terms.ftl.

## The taxes.
tax-basis = After-tax contributions that move (basis), not taxed
tax-earnings = Their earnings, taxed as income
tax-rate = Your rate of tax
tax-tax = Tax on the earnings, if all of it goes to Roth
tax-only-earnings = Only the earnings are taxed when after-tax money moves to Roth; your contributions were taxed already.
tax-withdrawal = A withdrawal of { $amount } takes along { $basis } of contributions and { $earnings } of earnings, pro rata.
tax-split = Or withdrawn from the plan and split between destinations:
tax-split-after-tax = { $destination }: { $amount }, all of it after-tax
tax-split-pretax = { $destination }: { $amount }, all of it pre-tax
tax-split-untaxed = Of this split nothing is taxed now.
tax-split-part = { $destination }: { $amount } ({ $after_tax } after-tax, { $pretax } pre-tax)
tax-split-taxable = Of this split { $taxable } is taxed now.
tax-split-tax = Of this split { $taxable } is taxed now: { $tax } of tax.
tax-split-choice = Before the direct rollovers are made, tell the plan which of them the pre-tax money goes to.
tax-cheque = If { $amount } is paid to you by one check: { $taxable } of it is income, { $withheld } is withheld, you receive { $received }, and { $to_add } of other money has to be added within 60 days to roll over all of it.
destination-cash = Paid to you and kept
destination-traditional = Traditional IRA, directly
destination-roth = Roth IRA, directly
destination-later-traditional = Traditional IRA, within 60 days
destination-later-roth = Roth IRA, within 60 days
clock-roth-account = The plan's Roth account: if this year's money is the first in it, its five years run from { $begins } to { $ends }.
clock-roth-ira = All your Roth IRAs: if this year's money is the first in any of them, their five years run from { $begins } to { $ends }.
clock-recapture = Each conversion by itself: what was taxed in it should stay from { $begins } to { $ends }, or until 59½, to escape the 10% additional tax.
form-in-plan = Form 1099-R, in-plan Roth rollover: code { $code } in box 7
form-roth = Form 1099-R, directly to a Roth IRA: code { $code } in box 7
form-traditional = Form 1099-R, directly to a traditional IRA: code { $code } in box 7
form-roth-account = Form 1099-R, later from the plan's Roth account to a Roth IRA: code { $code } in box 7
form-early = Form 1099-R, paid to you before 59½: code { $code } in box 7
form-late = Form 1099-R, paid to you from 59½: code { $code } in box 7
form-boxes = box 1 { $gross }, box 2a { $taxable }, box 5 { $basis }
waiting-earnings = If it grows { $growth } a year as you assume, waiting a month adds about { $month } of taxable earnings, waiting a year { $year }.
waiting-tax = The tax on that is { $month } after a month and { $year } after a year.

## The warnings.
warn-acp = You are highly compensated (HCE): if the plan fails its yearly test of match and after-tax contributions (ACP test), up to all of your after-tax contributions can be sent back next year with their earnings, even if they were converted; the earnings are taxed.
warn-acp-up-to = You are highly compensated (HCE): if the plan fails its yearly test of match and after-tax contributions (ACP test), up to { $up_to } of after-tax contributions can be sent back next year with their earnings, even if they were converted; the earnings are taxed.
warn-acp-if = If you are highly compensated (HCE) and the plan fails its yearly test of match and after-tax contributions (ACP test), up to all of your after-tax contributions can be sent back next year with their earnings, even if they were converted; the earnings are taxed.
warn-per-payroll = The match is computed paycheck by paycheck and not made up at year end: whoever reaches the deferral limit early loses match.
warn-excess-deferral = Your deferrals are { $amount } above what the law allows this year. Ask for that amount back in good time: unless it is paid to you with its earnings by April 15 of next year, it is taxed twice (IRC 402(g)).
warn-over-additions = All additions are { $amount } above the limit of 415(c) already: tell the administrator, who has to correct it.
warn-catch-up-roth = Your catch-up contributions have to be Roth: last year's wages from this employer were above { $wages_limit } (IRC 414(v)(7)).
warn-no-catch-up = No catch-up is possible for you: it would have to be Roth, as last year's wages were above { $wages_limit }, and the plan has no Roth contributions (IRC 414(v)(7)).
warn-suspension = After a withdrawal of after-tax money the plan stops contributions for { $length }.
warn-hired = You joined during the year: the dollar limit is not cut for that, but 100% of pay counts only what you are paid here.
warn-not-published = The { $year } figure under { $section } is not published as far as planlint knows.
warn-other-deferrals = The limit on deferrals follows you from job to job: { $used } was used elsewhere, { $left } is left.
warn-minimum = A conversion has to come to at least { $amount }.
warn-fee = Each conversion costs { $amount }.
warn-rare = { $times ->
    [one] Money can move to Roth only once a year: earnings build up in between and are taxed.
   *[other] Money can move to Roth only { $times } times a year: earnings build up in between and are taxed.
}
warn-max-deferrals = After-tax contributions begin only once your deferrals are at their limit.
warn-spillover = After-tax contributions come only as spillover from deferrals at their limit, and stop with the year.
warn-cheque = If it is paid to you instead of rolled over directly, { $withheld } is withheld.
warn-earnings-taxed = Earnings of { $earnings } before the conversion are taxed at { $rate }.

## What is taken for granted.
assume-defers = You defer the full limit, { $amount }.
assume-pay = Your pay is at least { $amount }.
assume-evenly = Pay and deferrals are spread evenly over the year.
assume-service = You have the longest service in the plan's table.
assume-match-met = You meet what the match asks for, such as being employed on the last day.
assume-discretionary = The discretionary match is paid at its most.
assume-none = The plan's description does not answer “{ $question }”: it is taken as none.
assume-no-catch-up = No deferrals count as catch-up, as what decides it is not known.
assume-eligible = You meet the plan's conditions and are in no class that it leaves out.
assume-no-related = Nothing goes into other plans of this employer or related ones.
assume-higher-catch-up = The plan allows the law's higher catch-up at ages 60 to 63, as it allows catch-up and says nothing of it.
assume-hce-limit = The lower limit for highly compensated employees (HCE) is taken, as it is not known whether you are one.
assume-not-owner = You own no more than 5% of the employer.
assume-pay-periods = There are { $periods } paychecks in the year.
assume-whole-year = All { $periods } paychecks of the year are still to come.
assume-no-others = You defer nothing at other employers this year.
