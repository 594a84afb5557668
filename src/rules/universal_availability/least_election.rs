//! A least election in percent of pay, which may be more than $200 a year.

use super::RULE;
use crate::finding::{Finding, Severity};
use crate::money::{Percent, Usd};
use crate::plan::Plan;

/// $200 a year, in hundredths of a dollar: divided by a percentage it is the pay of which that percentage is $200.
const TWO_HUNDRED: i64 = 20_000;

/// Whoever may not elect $200 a year, because the least that the plan lets people elect is more.
pub(super) fn least_election(plan: &Plan) -> Vec<Finding> {
    let kinds = [&plan.deferrals.pre_tax, &plan.deferrals.roth];
    let found = kinds.into_iter().filter_map(|election| {
        let deferral = election.stated().filter(|deferral| deferral.allowed.is_yes())?;
        let least = deferral.least.filter(|least| !least.is_zero())?;
        let pay = Usd::dollars(TWO_HUNDRED).decimal().checked_div(least.decimal()).map(Usd::new)?;
        let pay = pay.round_to_cents();
        let message = format!(
            "The least election is {least} of pay. That is more than $200 a year for everyone paid more than {pay}, but all \
             must have the right to defer more than $200 a year (IRC 403(b)(12)(A)(ii), 26 CFR 1.403(b)-5(b)(1)), and the \
             safe reading is: any such amount."
        );
        let help = "Let people elect a dollar amount or any share of pay, with a least election of at most $200 a year.";
        let finding = RULE.finding(election, message, format!("$200 is {least} of {pay}"));
        // One percent is the least that can be elected in whole percentages, as most plans have it.
        let severity = if least <= Percent::whole(1) { Severity::Advice } else { Severity::Warning };
        Some(finding.severity(severity).help(help))
    });
    found.collect()
}
