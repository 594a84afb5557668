//! Terms of an emergency savings account that are not those of the statute.

use super::RULE;
use crate::finding::Finding;
use crate::lower::{Election, Truth};
use crate::money::Percent;
use crate::rules::Facts;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::permission::Permission;

/// The terms that are not those of the statute.
pub(super) fn terms(facts: &Facts<'_>) -> Vec<Finding> {
    permissions(facts).into_iter().chain(figures(facts)).flatten().collect()
}

fn permissions(facts: &Facts<'_>) -> Vec<Option<Finding>> {
    let savings = &facts.plan.emergency_savings;
    let is_allowed =
        |election: &Election<Permission>, what, help| wrong(election, election.is_yes(), what, help);
    let is_missing = |election: &Election<Permission>| election.is_yes().negated();
    let deferrals_matched = facts.plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    let what = "its contributions are not matched as deferrals are";
    vec![
        is_allowed(
            &savings.hces,
            "highly compensated employees contribute",
            "Bar them; what they hold may stay.",
        ),
        wrong(
            &savings.roth,
            is_missing(&savings.roth),
            "contributions are not Roth",
            "Make them designated Roth contributions.",
        ),
        is_allowed(&savings.minimum, "it needs a least contribution or balance", "Remove the minimum."),
        wrong(
            &savings.matched,
            is_missing(&savings.matched).and(deferrals_matched),
            what,
            "Match them at the same rate, into the main account.",
        ),
        is_allowed(
            &savings.fee,
            "one of the first four withdrawals of a year costs a fee",
            "Leave the first four withdrawals free of fees.",
        ),
    ]
}

fn figures(facts: &Facts<'_>) -> [Option<Finding>; 2] {
    let savings = &facts.plan.emergency_savings;
    let rarely = savings.withdrawals.is(|often| often.per_year() < 12);
    let much = savings.percent.is(|percent| *percent > Percent::whole(3));
    [
        wrong(
            &savings.withdrawals,
            rarely,
            "money can be withdrawn less often than monthly",
            "Allow withdrawals at least monthly.",
        ),
        wrong(
            &savings.percent,
            much,
            "employees are enrolled at more than 3% of pay",
            "Enroll them at 3% of pay or less.",
        ),
    ]
}

fn wrong<T>(election: &Election<T>, holds: Truth, what: &str, help: &str) -> Option<Finding> {
    let message = format!("The emergency savings account does not conform to IRC 402A(e): {what}.");
    holds.is_yes().then(|| RULE.finding(election, message, what).help(help))
}
