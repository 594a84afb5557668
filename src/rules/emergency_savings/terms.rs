//! Terms of an emergency savings account that are not those of the statute.

use super::RULE;
use crate::finding::{ElectionPath, Finding};
use crate::lower::{Election, Truth};
use crate::money::Percent;
use crate::rules::Facts;
use crate::source::Span;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::permission::Permission;

/// The terms that are not those of the statute.
pub(super) fn terms(facts: &Facts<'_>) -> Vec<Finding> {
    let savings = &facts.plan.emergency_savings;
    let unmatched = savings.matched.is_yes().negated();
    let deferrals_matched = facts.plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    let rarely = savings.withdrawals.is(|often| often.per_year() < 12);
    let much = savings.percent.is(|percent| *percent > Percent::whole(3));
    let wrong = |holds: Truth, path: &ElectionPath, span: Span, what: &str, help: &str| {
        let message = format!("The emergency savings account does not conform to IRC 402A(e): {what}.");
        holds.is_yes().then(|| Finding::new(RULE.name, span, message, what).election(path.clone()).help(help))
    };
    let permission = |election: &Election<Permission>, holds: Truth, what, help| {
        wrong(holds, &election.path, election.span(), what, help)
    };
    let money_out = &savings.withdrawals;
    [
        permission(
            &savings.hces,
            savings.hces.is_yes(),
            "highly compensated employees contribute",
            "Bar them; what they hold may stay.",
        ),
        permission(
            &savings.roth,
            savings.roth.is_yes().negated(),
            "contributions are not Roth",
            "Make them designated Roth contributions.",
        ),
        permission(
            &savings.minimum,
            savings.minimum.is_yes(),
            "it needs a least contribution or balance",
            "Remove the minimum.",
        ),
        permission(
            &savings.matched,
            unmatched.and(deferrals_matched),
            "its contributions are not matched as deferrals are",
            "Match them at the same rate, into the main account.",
        ),
        permission(
            &savings.fee,
            savings.fee.is_yes(),
            "one of the first four withdrawals of a year costs a fee",
            "Leave the first four withdrawals free of fees.",
        ),
        wrong(
            rarely,
            &money_out.path,
            money_out.span(),
            "money can be withdrawn less often than monthly",
            "Allow withdrawals at least monthly.",
        ),
        wrong(
            much,
            &savings.percent.path,
            savings.percent.span(),
            "employees are enrolled at more than 3% of pay",
            "Enroll them at 3% of pay or less.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
