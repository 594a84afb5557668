//! Schedules that are slower than both of the law, and which law that is.

use super::{Money, RULE};
use crate::finding::Finding;
use crate::plan::PlanType;
use crate::rules::Facts;
use crate::syntax::phrase::vesting::Vesting;

pub(super) fn too_slow(facts: &Facts<'_>, money: &Money<'_>, vesting: &Vesting) -> Option<Finding> {
    if vesting.has_by(3, 100) || (2..=6).all(|year| vesting.has_by(year, 20 * (year - 1))) {
        return None;
    }
    let message = format!(
        "The vesting schedule of the plan's {}, `{vesting}`, is slower than either of {}: all \
         after three years of service, or 20% after two years and 20% more each year, to all after six.",
        money.noun,
        if is_403b(facts) { "ERISA 203(a)(2)(B)" } else { "IRC 411(a)(2)(B)" },
    );
    let help = "Use a 3-year cliff, a 2 to 6 year graded schedule, or a faster one.";
    Some(RULE.finding(money.vesting, message, "too slow").help(help))
}

/// IRC 410 and 411 are for qualified plans. A 403(b) with employer money is under the same rules of ERISA, unless it is
/// governmental or of a church (29 CFR 2510.3-2(f) frees only plans without such money).
pub(super) fn is_403b(facts: &Facts<'_>) -> bool {
    facts.plan.identity.plan_type.stated() == Some(&PlanType::Plan403b)
}
