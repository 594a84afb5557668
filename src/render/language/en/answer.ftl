# The verdict, the room, limits and ways. The glossary stands in terms.ftl.

## The verdict and why.
verdict-yes = Yes: you can make a mega backdoor Roth contribution under this plan in { $year }.
verdict-no = No: you cannot make a mega backdoor Roth contribution under this plan now ({ $year }).
verdict-unknown = Not known yet: whether you can make a mega backdoor Roth contribution under this plan in { $year } depends on the answers to what is asked below.
reason-after-tax-allowed = The plan takes after-tax contributions.
reason-route-open = A way to Roth is open while you work here: { $route }.
reason-type = The law does not allow after-tax contributions in a plan of this type ({ $plan_type }).
reason-not-allowed = The plan takes no after-tax contributions.
reason-barred = The plan names after-tax contributions, but its terms let nobody make any.
reason-no-route = After-tax money cannot get to Roth while you work here: the plan has neither an in-plan Roth rollover of that money nor a withdrawal of it while you are employed (in service). It can after you leave.
reason-not-yet = The way to Roth opens only on this condition: { $condition }. You have not met it yet.
reason-not-yet-until = The way to Roth opens only on this condition: { $condition }. For you that is { $from }.
reason-hce = The plan does not let highly compensated employees (HCE) contribute after tax, and you are one this year.
reason-only-hces = The plan lets only highly compensated employees (HCE) contribute after tax, and you are not one this year.
reason-not-eligible = You do not meet what the plan asks for before someone may contribute after tax.
reason-not-eligible-until = You may contribute after tax from { $from }: before that you do not meet what the plan asks for.
reason-no-room = No room is left this year.
reason-not-before = It starts on { $date }.
reason-undecided = The plan's description does not state what decides this.
reason-fact = It depends on a fact about you: { $fact }.

## The room.
room-limit = Limit on all additions (415(c))
room-limit-plan = Limit on all additions, lowered by the plan
room-pay = 100% of your pay
room-lesser = The lesser of the two
room-deferrals = Your deferrals (pre-tax and Roth)
room-catch-up = Catch-up, which does not count
room-match = Match
room-match-formula = Match by the plan's formula
room-employer = All employer money
room-nonelective = Other employer money (nonelective)
room-nonelective-formula = Other employer money (nonelective) by the plan's formula
room-related = Other plans of this or related employers
room-after-tax = After-tax contributions so far
room-before-caps = Left under the limit
room-over = Above the limit already
room-plan-cap = Left under the plan's cap of { $cap }
room-hce-cap = Left under the cap of { $cap } for HCEs
room-combined-cap = Left under the cap of { $cap } with deferrals
room-pay-left = Pay that is not contributed yet
room-remaining = You can still contribute after tax
room-headline = { $remaining } can still go in after tax.
room-headline-if = If you can, { $remaining } could still go in after tax.
room-per-paycheck = { $periods ->
    [one] At most { $amount } from the one paycheck that is left
   *[other] At most { $amount } from each of the { $periods } paychecks that are left
}
binds-additions = What sets the limit: the most that may be added to your account in a year from all sources, IRC 415(c).
binds-pay = What sets the limit: your pay. All additions together may not be more than 100% of it, IRC 415(c)(1)(B).
binds-plan = What sets the limit: the plan's own cap on after-tax contributions.
binds-hce = What sets the limit: the plan's lower cap for highly compensated employees (HCE).
binds-combined = What sets the limit: the plan's cap on deferrals and after-tax contributions together.
binds-pay-left = What sets the limit: the pay that is left to contribute from.
no-room-missing = The amount cannot be worked out before the administrator's answers are known.
no-room-facts = The amount cannot be worked out without more facts about you: see below which.
no-room-not-published = The { $year } figure under { $section } is not published as far as planlint knows, so no amount is given.
no-room-type = There is no room for after-tax contributions.
room-model = As an example, someone under 50 who is paid { $pay } and defers up to the limit has { $remaining } for the year.
room-front-loading = At { $rate } of each paycheck your deferrals reach their limit with paycheck { $ends_with } of { $periods }, and the match stops: you lose { $lost } of the { $even_match } that you would get by spreading them evenly.

## What may be deferred.
defer-law = The law lets you defer { $amount } this year, over all employers.
defer-left = Deferrals at other employers leave { $amount } of it.
defer-plan = The plan's own limit for you is { $amount }.
defer-catch-up = Catch-up: { $amount } more.
defer-no-catch-up = No catch-up this year.
defer-catch-up-unknown = Whether there is catch-up for you is not known yet.
defer-roth-only = Your catch-up has to be Roth.
defer-roth-unknown = Whether your catch-up has to be Roth depends on last year's wages from this employer (box 3 of Form W-2).

## Highly compensated.
hce-by-pay = You are highly compensated (HCE) this year: last year's pay was above { $threshold }.
hce-by-ownership = You are highly compensated (HCE): you own { $share } of the employer, more than 5%.
hce-no = You are not highly compensated (HCE) this year: last year's pay was not above { $threshold }.
hce-new-hire = You are not highly compensated (HCE) this year: you had no pay here last year.
hce-top-paid = Last year's pay was above { $threshold }; whether you are highly compensated (HCE) depends on the top-paid 20%, which the employer chose to go by.
hce-outside-top-paid = You are not highly compensated (HCE) this year: last year's pay was above { $threshold }, but you are not in the top-paid 20%, which the employer chose to go by.
hce-stated = You are highly compensated (HCE) this year, as given.
hce-stated-not = You are not highly compensated (HCE) this year, as given.
hce-unknown = Whether you are highly compensated (HCE) this year is not known: it depends on last year's pay and on ownership.

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
earnings-split = earnings can go to a traditional IRA without tax now
defer-law-457 = The law lets you defer { $amount } this year in all 457(b) plans together; a 401(k) or 403(b) plan has a limit of its own.
