//! Employer money that takes more than a year of service, and then still vests by a schedule.

use super::too_slow::is_403b;
use super::{Money, RULE};
use crate::finding::Finding;
use crate::lower::Missing;
use crate::nondiscrimination::entry::{YEAR, waits};
use crate::plan::PlanType;
use crate::rules::Facts;
use crate::syntax::phrase::condition::Eligibility;
use crate::syntax::phrase::vesting::Vesting;

/// IRC 410(a)(1)(B)(i): who has to wait for more than a year is fully vested on entry.
pub fn long_wait(
    facts: &Facts<'_>,
    money: &Money<'_>,
    vesting: &Vesting,
) -> Result<Option<Finding>, Missing> {
    let ways = waits(facts.plan, money.eligibility)?;
    if ways.is_empty() || ways.iter().any(|wait| wait.months <= YEAR) {
        return Ok(None);
    }
    // What holds for deferrals is too long for them already, and `eligibility-beyond-law` reports that.
    if money.eligibility.stated() == Some(&Eligibility::SameAsDeferrals)
        && facts.plan_type()? != PlanType::Plan401a
    {
        return Ok(None);
    }
    let message = format!(
        "Who gets the plan's {} only after more than a year of service has to be fully vested from then on, \
         but the schedule is `{vesting}` ({}).",
        money.noun,
        if is_403b(facts) { "ERISA 202(a)(1)(B)(i)" } else { "IRC 410(a)(1)(B)(i)" },
    );
    let finding = RULE.finding(money.vesting, message, "not with a wait of more than a year");
    let help = "Vest this money at once, or ask for one year of service at most.";
    Ok(Some(finding.related(money.eligibility.span(), "more than a year of service").help(help)))
}
