# Steps, pitfalls and what happens if. The glossary stands in terms.ftl.

## The steps, in order.
step-ask-first = Before you elect anything, get answers to what is asked above, by the plan administrator or about yourself: they decide whether and how the rest works.
step-defer-in-full = Set your deferrals so that they reach their limit: this plan takes after-tax contributions only after that.
step-enroll = Elect after-tax contributions (not Roth, not pre-tax) with your plan's website or payroll.
step-enroll-called = Elect after-tax contributions (not Roth, not pre-tax) with your plan's website or payroll. This plan calls them “{ $called }”.
step-spillover-automatic = At the deferral limit your contributions go on as after-tax contributions by themselves (spillover). Check that yours do.
step-spillover-choose = If you want contributions to go on as after-tax once deferrals reach their limit, choose that option (spillover).
step-amount = Set it to at most { $per_paycheck } for each paycheck that is left, { $remaining } in all. Stay below that if your pay or the employer's money may still grow this year.
step-amount-of-year = Spread at most { $remaining } over the paychecks that are left this year.
step-amount-unknown = Work out the amount before you set it: it needs your pay and all contributions of the year.
step-by-cheque = The plan takes after-tax contributions by check too, not only from payroll.
step-elect-automatic = Elect the automatic conversion to Roth within the plan (in-plan Roth rollover); it runs { $every }. It is an election of its own, beside the one to contribute.
step-keep-automatic = The plan converts after-tax money to Roth by itself, { $every }. Check that you have not opted out, and that it has happened.
step-ask-rollover = Ask for an in-plan Roth rollover of the after-tax account, with its earnings, soon after each contribution. The plan allows it { $frequency }.
step-ask-rollover-often = Ask for an in-plan Roth rollover of the after-tax account, with its earnings, soon after each contribution, as often as the plan allows.
step-rollover-minimum = A conversion within the plan has to come to at least { $minimum }: wait until the account holds that much.
step-rollover-fee = Each conversion within the plan costs { $fee }: compare that with the tax on what the money earns while you wait.
step-wait-until = This opens only on this condition: { $condition }. Until then after-tax money stays where it is, and what it earns is taxed later.
step-withdraw = Ask for an in-service withdrawal of the after-tax account, which the plan allows { $frequency }, and have it paid by direct rollover, not to you.
step-withdraw-often = Ask for an in-service withdrawal of the after-tax account, as often as the plan allows, and have it paid by direct rollover, not to you.
step-or-withdraw = Another way, instead of converting within the plan, is to move the money out to a Roth IRA. The next steps, up to your records, are for that way.
step-withdrawal-minimum = A withdrawal has to come to at least { $minimum }.
step-ask-two-places = Ask first whether the plan pays one withdrawal to two places: the plan's description does not say, and a plan may make direct rollovers to one place only.
step-split = Direct the two parts of each withdrawal to two places at the same time: your contributions (basis) to a Roth IRA, the earnings to a traditional IRA. Then nothing is taxed now.
step-one-destination = The plan pays a withdrawal to one place only. If all of it goes to a Roth IRA, its earnings are taxed in that year.
step-tax-money = Keep other money ready for the tax on the earnings: nothing is withheld from a conversion within the plan. If the tax is large, more withholding or estimated tax payments may be needed.
step-records = Keep the statements that show what you paid in after tax (your basis), each conversion with its date, and its earnings.
step-form-in-plan = In January after the year of the conversion, check its Form 1099-R: code G in box 7, your after-tax contributions in box 5, only the earnings in box 2a.
step-form-rollover = In January after the year of a direct rollover, check its Form 1099-R: code G in box 7, the after-tax contributions in box 5; box 2a shows only what went to Roth and was not yet taxed.
step-report = Report it on Form 1040, lines { $all } (all of it) and { $taxable } (the taxable part), from Form 1099-R. Form 8606 is about IRAs: a rollover from the plan does not go there.
step-next-year = Work it out again next year: limits, pay and the employer's money change, and unused room does not carry over.
step-ask-sponsor = Ask whoever runs the plan whether what is missing could be added: the law lets an employer offer after-tax contributions and their conversion to Roth but does not require it.
step-ask-sponsor-route = Ask whoever runs the plan whether it could open a way to Roth for after-tax money: an in-plan Roth rollover, or a withdrawal while you work here. The law lets an employer offer both, it need not.
step-on-leaving = What you put in after tax can be rolled over once you leave: your contributions to a Roth IRA, the earnings to a traditional IRA. What it earns until then is taxed later.

## What goes wrong.
pitfall-not-roth = After-tax contributions are not Roth contributions: without the conversion their earnings are taxed when they are paid out.
pitfall-match-lost = The match is computed period by period and not made up at year end: if your deferrals reach their limit early, you lose match for the rest of the year. Spread them over the year.
pitfall-match-may-be-lost = Find out whether the match is made up at year end (true-up). If it is not, reaching the deferral limit early can lose match: spread deferrals over the year.
pitfall-hce-refund = You are highly compensated (HCE): if the plan fails its yearly test of match and after-tax contributions (ACP test), after-tax contributions can be sent back to you next year with their earnings, which are taxed, even if they were converted already.
pitfall-hce-refund-possible = If you are highly compensated (HCE) and the plan fails its yearly test of match and after-tax contributions (ACP test), after-tax contributions can be sent back to you next year with their earnings, which are taxed, even if they were converted already.
pitfall-suspension = After a withdrawal of after-tax money the plan stops contributions for { $length }: that can cost room and match.
pitfall-combined = The plan has one cap over deferrals and after-tax contributions together: deferring more leaves less for after-tax.
pitfall-spillover = Spillover begins only when deferrals reach their limit and ends with the year: a low rate may never get there, and next year begins with deferrals again.
pitfall-pay-binds = Your pay, not the dollar amount, is the limit on all additions to your account: if you are paid less than expected, too much may go in.
pitfall-employer-late = Employer money that is added after year end counts for the year too: leave room for it.
pitfall-pro-rata = Earnings leave the after-tax account with the contributions in proportion: you cannot convert the contributions and leave the earnings behind.
pitfall-withholding = What is paid to you instead of rolled over directly has 20% of its taxable part withheld, and before age 59½ there is usually a 10% additional tax on the taxable part that you keep.
pitfall-sixty-days = Money that was paid to you can be rolled over within 60 days only, and what was withheld has to come from your other money.
pitfall-waiting = Waiting costs: every month in the after-tax account adds earnings that are taxed at conversion.
pitfall-five-years = Roth earnings come out free of tax only if five years have passed and, besides, you are 59½, disabled, or have died. The plan's Roth account and your Roth IRAs count their five years separately.
pitfall-recapture = If, within five years of a conversion and before 59½, you take out the part of it that was taxed, the 10% additional tax can fall due on that part.
pitfall-no-undo = A conversion to Roth cannot be undone.
pitfall-pre-1987 = After-tax contributions from before 1987 have rules of their own: they may come out before any earnings. Ask the administrator what you have.
pitfall-roth-catch-up = Your catch-up contributions have to be Roth: your wages of last year from this employer were above { $wages }.
pitfall-loan = If you have a plan loan, ask what happens to it before you convert the money that secures it.
pitfall-minimum-distribution = From age 73 a required minimum distribution may have to come out first, unless you still work for the sponsor and own no more than 5% of it; that part cannot be rolled over.

## What happens if.
event-leaving = If you leave: the after-tax account can be rolled over whatever your age, your contributions to a Roth IRA and the earnings to a traditional IRA, and Roth money to a Roth IRA.
event-changing-jobs = If you change jobs: the limit on deferrals is one for both jobs (a 457(b) plan has its own), so tell the new payroll what you deferred. An employer that is not related has its own limit on all additions. A new plan can take after-tax money only by direct rollover, if it takes it at all.
event-leaving-loan = If you leave with a plan loan that is not paid back and is offset against your account, you can roll that amount over with other money until the due date of your tax return for that year, with extensions.
event-disability = On disability as the tax law defines it there is no 10% additional tax, and Roth earnings are free of tax once the five years are over.
event-death = At death the account goes to your beneficiary: what you paid in after tax stays free of tax, its earnings are taxed without the 10% additional tax. A spouse can roll it over as their own; others only directly to an inherited IRA.
event-death-roth = What was converted passes as Roth money: your five years go on for your heirs, and most who are not your spouse have to empty it within ten years.
event-loss = If the after-tax account is worth less than you paid in when you convert: nothing is taxed then, and no loss can be deducted at that moment.
event-divorce = In a divorce a court order that qualifies (QDRO) can give a part of the account to a former spouse, who then is taxed on it, takes a share of your after-tax basis with it, and can roll it over.
