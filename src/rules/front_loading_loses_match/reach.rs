//! Whether anyone can have made all deferrals of the year before its end.

use crate::law::limits::Limit;
use crate::lower::{Missing, Truth};
use crate::money::{Percent, Usd};
use crate::plan::Plan;
use crate::room::year_limits::amount;
use crate::rules::Facts;
use crate::syntax::phrase::limit::{Limit as Cap, StatedLimit};

/// Does a cap in percent of pay keep even the highest pay from ever reaching the limit in dollars? Such a cap holds for
/// each payroll, so that deferrals last all year. A lower limit in dollars does not: it is only reached earlier.
pub(super) fn is_out_of_reach(facts: &Facts<'_>) -> Truth {
    let plan = facts.plan;
    let law = |limit| amount(plan, facts.law, limit).ok();
    let (Some(pay), Some(limit)) = (law(Limit::Compensation), law(Limit::ElectiveDeferral)) else {
        return Truth::No;
    };
    let limit = match plan.deferrals.limit.stated() {
        Some(StatedLimit::Dollars(own)) => limit.min(*own),
        Some(StatedLimit::None | StatedLimit::AsAdjusted(_)) | None => limit,
    };
    let stays_below = |share: Percent| share.of(pay) < limit;
    if let Some(Cap::OfPay { share, .. }) = plan.deferrals.combined_limit.stated()
        && stays_below(*share)
    {
        return Truth::Yes;
    }
    match most(plan) {
        Ok(share) => share.is_some_and(stays_below).into(),
        Err(missing) => Truth::Unknown(missing),
    }
}

/// The share of pay that deferrals of both kinds can come to; `None` where no cap is stated. Of a plan that caps one
/// kind the other must be known.
fn most(plan: &Plan) -> Result<Option<Percent>, Missing> {
    let kinds = [&plan.deferrals.pre_tax, &plan.deferrals.roth];
    if kinds.iter().all(|kind| kind.stated().is_none_or(|deferral| deferral.most.is_none())) {
        return Ok(None);
    }
    let mut pay_left = Usd::dollars(100);
    for kind in kinds {
        let deferral = kind.known()?;
        if deferral.allowed.is_yes() {
            let Some(most) = deferral.most else { return Ok(None) };
            pay_left = pay_left.less(most.of(Usd::dollars(100)));
        }
    }
    Ok(Usd::dollars(100).less(pay_left).percent_of(Usd::dollars(100)))
}
