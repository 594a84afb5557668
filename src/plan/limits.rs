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
    }
}

crate::choice! {
    /// The year over which annual additions are counted.
    LimitationYear "a limitation year" {
        PlanYear = "plan year",
        CalendarYear = "calendar year",
    }
}
