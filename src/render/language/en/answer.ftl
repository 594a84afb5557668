# The verdict, the room, limits and ways. The glossary stands in terms.ftl.

## The verdict and why.
verdict-yes = Yes: you can make a mega backdoor Roth contribution under this plan in { $year }.
verdict-no = No: you cannot make a mega backdoor Roth contribution under this plan now ({ $year }).
verdict-unknown = Not known yet: whether you can make a mega backdoor Roth contribution under this plan in { $year } hangs on what is asked below.
reason-after-tax-allowed = The plan takes after-tax contributions.
reason-route-open = A way to Roth is open while you work here: { $route }.
reason-type = The law gives a plan of this type ({ $plan_type }) no after-tax contributions.
reason-not-allowed = The plan takes no after-tax contributions.
reason-barred = The plan names after-tax contributions, but its terms let nobody make any.
reason-no-route = After-tax money cannot get to Roth while you work here: the plan has neither an in-plan Roth rollover for it nor a withdrawal of it in service. It can after you leave.
reason-not-yet = The way to Roth opens only with: { $condition }. You have not reached that.
reason-not-yet-until = The way to Roth opens only with: { $condition }. For you that is { $from }.
reason-hce = The plan does not let highly compensated employees (HCE) contribute after tax, and you are one this year.
reason-only-hces = The plan lets only highly compensated employees (HCE) contribute after tax, and you are not one this year.
reason-not-eligible = You do not meet what the plan asks for before someone may contribute after tax.
reason-not-eligible-until = You may contribute after tax from { $from }: before that you do not meet what the plan asks for.
reason-no-room = Nothing is left of this year's room.
reason-not-before = It starts on { $date }.
reason-undecided = The plan's description does not state what decides this.
reason-fact = It hangs on a fact about you: { $fact }.

## The room.
room-limit = Limit on all additions (415(c))
room-limit-plan = Limit on all additions, lowered by the plan
room-pay = 100% of your pay
room-lesser = The lesser of the two
room-deferrals = Your deferrals
room-catch-up = Catch-up, which does not count
room-match = Match
room-match-formula = Match by the plan's formula
room-employer = All employer money
room-nonelective = Nonelective contributions
room-nonelective-formula = Nonelective by the plan's formula
room-related = Other plans of this or related employers
room-after-tax = After-tax contributions so far
room-before-caps = Left under the limit
room-over = Above the limit already
room-plan-cap = Left of the plan's cap of { $cap }
room-hce-cap = Left of the cap of { $cap } for HCEs
room-combined-cap = Left of the cap of { $cap } with deferrals
room-pay-left = Pay that is not contributed yet
room-remaining = You can still contribute after tax
room-headline = { $remaining } can still go in after tax.
room-headline-if = If you can, { $remaining } could still go in after tax.
room-per-paycheck = { $periods ->
    [one] At most { $amount } from the one paycheck that is left
   *[other] At most { $amount } from each of the { $periods } paychecks that are left
}
binds-additions = What binds: the limit on all additions to your account, IRC 415(c).
binds-pay = What binds: your pay. All additions together may not be more than 100% of it, IRC 415(c)(1)(B).
binds-plan = What binds: the plan's own cap on after-tax contributions.
binds-hce = What binds: the plan's lower cap for highly compensated employees (HCE).
binds-combined = What binds: the plan's cap on deferrals and after-tax contributions together.
binds-pay-left = What binds: the pay that is left to contribute from.
no-room-missing = The amount cannot be told before the administrator's answers are known.
no-room-facts = The amount cannot be told without more facts about you: see what is wanted below.
no-room-not-published = The { $year } figure under { $section } is not published as far as planlint knows, so no amount is told.
no-room-type = There is no room for after-tax contributions.
room-model = Somebody under 50 who is paid { $pay } and defers in full has { $remaining }.
room-front-loading = At { $rate } of each paycheck your deferrals reach their limit with paycheck { $ends_with } of { $periods }, and the match stops: you lose { $lost } of the { $even_match } that spreading them evenly brings.

## What may be deferred.
defer-law = The law lets you defer { $amount } this year, over all employers.
defer-left = Deferrals at other employers leave { $amount } of it.
defer-plan = The plan's own limit for you is { $amount }.
defer-catch-up = Catch-up: { $amount } more.
defer-no-catch-up = No catch-up this year.
defer-catch-up-unknown = Whether there is catch-up for you is not known yet.
defer-roth-only = Your catch-up has to be Roth.
defer-roth-unknown = Whether your catch-up has to be Roth hangs on last year's wages from this employer (box 3 of Form W-2).

## Highly compensated.
hce-by-pay = You are highly compensated (HCE) this year: last year's pay was above { $threshold }.
hce-by-ownership = You are highly compensated (HCE): you own { $share } of the employer, more than 5%.
hce-no = You are not highly compensated (HCE) this year: last year's pay was not above { $threshold }.
hce-new-hire = You are not highly compensated (HCE) this year: you had no pay here last year.
hce-top-paid = Last year's pay was above { $threshold }; whether you are highly compensated (HCE) hangs on the top-paid 20%, which the employer chose to go by.
hce-outside-top-paid = You are not highly compensated (HCE) this year: last year's pay was above { $threshold }, but you are not in the top-paid 20%, which the employer chose to go by.
hce-stated = You are highly compensated (HCE) this year, as given.
hce-stated-not = You are not highly compensated (HCE) this year, as given.
hce-unknown = Whether you are highly compensated (HCE) this year is not known: it hangs on last year's pay and on ownership.

## The ways to Roth.
route-in-plan = In-plan Roth rollover
route-ira = In-service withdrawal, rolled over to a Roth IRA
route-leaving = Rollover to a Roth IRA after leaving
open-now = open to you now
open-later = not before: { $condition }
open-from = not before { $from } ({ $condition })
open-depends = if you meet this: { $condition }
open-unknown = the plan's description does not say
open-on-leaving = after leaving only
route-often = how often: { $frequency }
route-automatic = automatic: { $every }
route-not-automatic = not automatic
route-minimum = at least { $minimum }
route-fee = fee { $fee }
earnings-taxed = earnings move along and are taxed as income of the year
earnings-split = earnings can go to a traditional IRA untaxed
defer-law-457 = The law lets you defer { $amount } this year in all 457(b) plans together; a 401(k) or 403(b) plan has a limit of its own.
