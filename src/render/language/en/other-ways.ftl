# Other ways to save and their usual order. The glossary stands in terms.ftl.

## The other ways to save.
way-pre-tax = Pre-tax deferrals to this plan: up to { $limit } with Roth deferrals. They lower your taxable income now and are taxed when they are paid out.
way-roth-deferral = Roth deferrals to this plan: up to { $limit } with pre-tax deferrals. Taxed now; earnings are free of tax when the conditions are met. No income limit.
way-catch-up = Catch-up contributions from age 50: { $limit } more. They use up no room for after-tax contributions.
way-super-catch-up = The higher catch-up at ages 60 to 63: { $limit } in its place.
way-traditional-ira = Traditional IRA: up to { $limit }, from age 50 { $catch_up } more, over all your IRAs. With a plan at work the deduction shrinks with income.
way-roth-ira = Roth IRA: within the same { $limit }; it shrinks to nothing between { $single_from } and { $single_to } of income for a single person, { $joint_from } and { $joint_to } on a joint return.
way-backdoor = Backdoor Roth IRA: a contribution of up to { $limit } to a traditional IRA without deduction, then converted, at any income. All your pre-tax IRA money counts in working out its tax, and Form 8606 is for this.
way-hsa = HSA, with a high-deductible health plan: { $self_only } with self-only coverage, { $family } with family coverage, from age 55 { $catch_up } more, the employer's money included. Not taxed going in, nor coming out for medical costs.
way-taxable = A taxable account: no limit and no wait, but interest and dividends are taxed each year and gains when you sell.
way-not-published = The limits for IRAs and HSAs in { $year } are not all published as far as planlint knows, so they are not shown.

## The usual order of saving.
order-match = Deferrals up to the full employer match
order-debt = Debt at high interest, and a reserve for emergencies
order-hsa = HSA, if your health plan allows it
order-deferral = Deferrals up to their limit
order-ira = IRA, Roth IRA or backdoor Roth IRA
order-mega = After-tax contributions with conversion to Roth (mega backdoor)
order-taxable = A taxable account
way-deferral-457 = Deferrals to this plan: up to { $limit } in all 457(b) plans together, beside what a 401(k) or 403(b) plan lets you defer.
