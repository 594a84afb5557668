//! What a SIMPLE 401(k) says its limit on deferrals is.

use super::RULE;
use crate::finding::Finding;
use crate::law::limits::Limit;
use crate::lower::Missing;
use crate::money::Usd;
use crate::room::year_limits::amount;
use crate::rules::Facts;
use crate::syntax::phrase::limit::{CodeSection, StatedLimit};

/// A limit other than that of 408(p), or a figure above even the limit at the 110% level, which not every employer has.
pub(super) fn deferral_limit(facts: &Facts<'_>) -> Result<Option<Finding>, Missing> {
    let election = &facts.plan.deferrals.limit;
    let (message, label) = match election.known()? {
        StatedLimit::AsAdjusted(CodeSection::SimpleDeferrals) => return Ok(None),
        StatedLimit::AsAdjusted(section) => (
            format!(
                "The plan limits deferrals by {section}, but deferrals to a SIMPLE 401(k) are limited by IRC \
                 408(p)(2)(E) (IRC 401(k)(11)(B)(i)(I))."
            ),
            "not the SIMPLE limit",
        ),
        StatedLimit::None => (
            "The plan has no limit on deferrals, but a SIMPLE 401(k) must hold them to the limit of IRC 408(p)(2)(E) \
             (IRC 401(k)(11)(B)(i)(I))."
                .to_owned(),
            "no limit",
        ),
        StatedLimit::Dollars(stated) => {
            let Some(most) = most(facts).filter(|most| stated > most) else { return Ok(None) };
            let message = format!(
                "The limit on deferrals, {stated}, is above that of every SIMPLE plan for {}, {most} (IRC \
                 408(p)(2)(E)).",
                facts.plan.year
            );
            (message, "above the SIMPLE limit")
        }
    };
    let finding = RULE.finding(election, message, label);
    Ok(Some(finding.help("Refer to IRC 408(p)(2)(E) as adjusted each year: `408(p) limit`.")))
}

/// The limit at the 110% level, where there is one. `year-not-published` says where none is known.
fn most(facts: &Facts<'_>) -> Option<Usd> {
    let amount = |limit| amount(facts.plan, facts.law, limit).ok();
    amount(Limit::SimpleDeferral110).or_else(|| amount(Limit::SimpleDeferral))
}
