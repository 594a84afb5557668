//! Whether the plans of one employer, each with its own spec, can be tested as if one set of terms held for all.
//!
//! What a highly compensated employee has in the other plans counts in this one, but only what is in arrangements of
//! the same kind, within this plan's year (26 CFR 1.401(k)-2(a)(3)(ii)), and the employer elects once for all plans who
//! is highly compensated (26 CFR 1.414(q)-1T, Q&A-9, Q&A-14). A census has neither kinds nor the months of contributions:
//! where plans differ in these, sums over them prove nothing.

use crate::plan::PlanType;
use crate::testing::terms::Terms;

/// Why a plan cannot be tested beside another of its employer, as a sentence without a full stop; `None` if it can.
/// `other` are the terms of the other plan, if it has a spec that could be read.
pub fn obstacle(terms: &Terms, other: Option<&Terms>, called: &str) -> Option<String> {
    let beside = format!("plan {called} of the same employer");
    let Some(other) = other else {
        return Some(format!(
            "{beside} has no plan spec that can be read: whether what its participants have there counts here is not known"
        ));
    };
    let what = if kind(terms.plan_type) != kind(other.plan_type) || terms.plan_type.is_none() {
        "is not a plan of the same kind"
    } else if terms.year != other.year {
        "has another plan year"
    } else if terms.pay_group != other.pay_group || terms.look_back != other.look_back {
        "tells otherwise who is highly compensated"
    } else {
        return None;
    };
    Some(format!(
        "{beside} {what}: the census does not show how much of what its participants have there counts here; have both tested by hand"
    ))
}

/// Kinds of plans whose arrangements are taken together.
#[derive(PartialEq, Eq)]
enum Kind {
    Qualified,
    Other(Option<PlanType>),
}

fn kind(plan_type: Option<PlanType>) -> Kind {
    match plan_type {
        Some(PlanType::Traditional401k | PlanType::Solo401k | PlanType::Plan401a) => Kind::Qualified,
        other => Kind::Other(other),
    }
}
