//! Limits that the document states.

use crate::money::Usd;
use crate::syntax::phrase::limit::StatedLimit;
use crate::syntax::phrase::list::FreeText;
use crate::syntax::phrase::permission::Permission;

crate::section! {
    /// Limits that the document states, and how it applies them.
    Limits "limits" {
        /// The limit on annual additions.
        annual_additions: StatedLimit = "annual-additions", ask "Does the document refer to the 415(c) limit, or state a dollar amount?";
        /// Whether catch-up contributions are counted against that limit.
        includes_catch_up: Permission = "includes-catch-up", ask "Does the plan count catch-up contributions against the 415(c) limit?";
        /// Whether rollovers are counted against a limit on contributions, in-plan Roth rollovers included.
        includes_rollovers: Permission = "includes-rollovers", ask "Does the plan count rollovers, in-plan Roth rollovers among them, against the 402(g), 415(c) or 457(b) limit?";
        /// The year over which annual additions are counted.
        limitation_year: LimitationYear = "limitation-year", ask "Is the limitation year for 415(c) the plan year or the calendar year?";
        /// The cap on pay, where it is stated with the limits.
        compensation: StatedLimit = "compensation", ask "Which cap on compensation does the document state?";
        /// What is reduced first when a limit is passed.
        correction_order: FreeText = "correction-order", ask "Which contributions are returned first when annual additions pass the limit?";
        /// The pay above which the document calls someone highly compensated.
        hce_threshold: Usd = "hce-threshold", ask "Does the document state a dollar threshold for highly compensated employees?";
        /// The officer's pay above which the document calls someone a key employee.
        key_employee: Usd = "key-employee", ask "Does the document state a dollar threshold for key employees?";
        /// What the document states for 1% owners who are key employees.
        key_employee_owner: Usd = "key-employee-owner", ask "Does the document state a pay above which a 1% owner is a key employee, and which?";
        /// What the document states for the higher catch-up at ages 60 to 63.
        super_catch_up: Usd = "super-catch-up", ask "Does the document state a dollar amount for the catch-up at ages 60 to 63, and which?";
        /// The wages above which catch-up must be Roth, as the document states them.
        roth_catch_up_wages: StatedLimit = "roth-catch-up-wages", ask "Does the document state the wages above which catch-up must be Roth in dollars, or refer to 414(v)(7) as adjusted?";
        /// Whether other defined contribution plans of the employer and of related ones are counted.
        aggregates_plans: Permission = "aggregates-plans", ask "Does the plan count contributions to the other defined contribution plans of the employer and of related employers (control of more than 50%) against one 415(c) limit?";
        /// Whether plans of employers that are not related are counted.
        counts_unrelated_employers: Permission = "counts-unrelated-employers", ask "Does the plan count contributions that someone had at an unrelated employer against its 415(c) limit?";
        /// Whether plans of employers that a 403(b) participant controls are counted (IRC 415(k)(4)).
        counts_controlled_employers: Permission = "counts-controlled-employers", ask "Does the 403(b) plan count contributions to plans of a business that the participant controls, such as a practice, against the 415(c) limit?";
        /// Whether the limit of a 457(b) counts the employer's money.
        counts_employer_money: Permission = "counts-employer-money", ask "Do the employer's contributions to this 457(b) plan, match included, count against the limit on deferrals?";
        /// Whether pay for 415 includes elective deferrals and other amounts left out of income (IRC 415(c)(3)(D)).
        pay_includes_deferrals: Permission = "pay-includes-deferrals", ask "Does compensation for the 415(c) limit include elective deferrals and amounts under 125, 132(f)(4) and 457?";
        /// Whether a refund is taken to give back room under 415(c).
        refund_restores_room: Permission = "refund-restores-room", ask "After a refund from a failed ADP or ACP test, may the participant contribute up to the 415(c) limit again, as if the refunded amount had not been contributed?";
        /// Whether deferrals over 402(g) are paid back by April 15 of the next year.
        excess_deferrals_returned: Permission = "excess-deferrals-returned", ask "Does the plan pay excess deferrals back, with their income, by April 15 of the following year?";
        /// Whether the check of the employer's deduction counts employees' own contributions.
        deduction_counts_employee_money: Permission = "deduction-counts-employee-money", ask "Does the check against the 25% deduction limit of 404(a)(3) count elective deferrals or after-tax contributions?";
    }
}

crate::choice! {
    /// The year over which annual additions are counted.
    LimitationYear "a limitation year" {
        PlanYear = "plan year",
        CalendarYear = "calendar year",
    }
}
