//! Is this person highly compensated (IRC 414(q)), as far as a person's own facts tell?

use super::facts::Fact;
use super::facts::value::YesNo;
use super::person::Person;
use crate::lower::Truth;
use crate::money::{Percent, Usd};
use crate::nondiscrimination::hce::PayGroup;

/// The standing, with what it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HceStanding {
    /// More pay in the look-back year than the threshold.
    ByPay {
        threshold: Usd,
    },
    /// More than 5% of the employer.
    ByOwnership {
        share: Percent,
    },
    /// Pay at or below the threshold and no owner.
    No {
        threshold: Usd,
    },
    /// No pay from this employer in the look-back year, and no owner.
    NewHire,
    /// Above the threshold, but the employer elected the top-paid group, and it is not known who is in it.
    TopPaidGroupUnknown {
        threshold: Usd,
    },
    /// Above the threshold, but not in the top-paid group that the employer elected.
    OutsideTopPaidGroup {
        threshold: Usd,
    },
    /// A fact says so.
    StatedHce,
    StatedNot,
    /// These facts are missing.
    Unknown {
        facts: Vec<Fact>,
    },
    /// The plan is under no test in which it matters.
    NotTested,
}

impl HceStanding {
    /// Certainly, certainly not, or unknown.
    pub fn is_hce(&self) -> Option<bool> {
        match self {
            HceStanding::ByPay { .. } | HceStanding::ByOwnership { .. } | HceStanding::StatedHce => {
                Some(true)
            }
            HceStanding::No { .. }
            | HceStanding::OutsideTopPaidGroup { .. }
            | HceStanding::NewHire
            | HceStanding::StatedNot => Some(false),
            HceStanding::TopPaidGroupUnknown { .. }
            | HceStanding::Unknown { .. }
            | HceStanding::NotTested => None,
        }
    }
}

/// The standing of a person this year. Only **more** than 5%, and **more** pay than the threshold, count (IRC 414(q)(1)).
pub(super) fn standing(person: &Person<'_>) -> HceStanding {
    let facts = person.facts;
    match facts.hce {
        Some(YesNo::Yes) => return HceStanding::StatedHce,
        Some(YesNo::No) => return HceStanding::StatedNot,
        None => {}
    }
    if !matters(person) {
        return HceStanding::NotTested;
    }
    if let Some(share) = facts.ownership.filter(|share| *share > Percent::whole(5)) {
        return HceStanding::ByOwnership { share };
    }
    let Ok(threshold) = person.terms.limits.hce_pay.map(Usd::from) else {
        return HceStanding::Unknown { facts: Vec::new() };
    };
    match facts.prior_pay {
        Some(pay) if pay > threshold => above_threshold(person, threshold),
        Some(_) => HceStanding::No { threshold },
        None if is_new(person) => HceStanding::NewHire,
        None => HceStanding::Unknown { facts: vec![Fact::PriorPay] },
    }
}

fn above_threshold(person: &Person<'_>, threshold: Usd) -> HceStanding {
    match (person.terms.pay_group, person.facts.top_paid) {
        (PayGroup::Everyone, _) | (PayGroup::TopPaid, Some(YesNo::Yes)) => HceStanding::ByPay { threshold },
        (PayGroup::TopPaid, Some(YesNo::No)) => HceStanding::OutsideTopPaidGroup { threshold },
        (PayGroup::TopPaid, None) => HceStanding::TopPaidGroupUnknown { threshold },
    }
}

/// Was the look-back year over before the first day of work?
fn is_new(person: &Person<'_>) -> bool {
    let look_back = person.terms.look_back.map(|look_back| look_back.pay.1);
    matches!((person.facts.hire_date, look_back), (Some(hired), Some(last)) if hired > last)
}

/// Is there a test or a term of the plan that treats the highly compensated in a way of their own?
fn matters(person: &Person<'_>) -> bool {
    let plan = person.plan;
    let has_terms = plan.after_tax.hce_limit.is_written()
        || plan.deferrals.hce_limit.is_written()
        || plan.matching.hce_formula.is_written();
    has_terms || person.rules().is_acp_tested() != Truth::No || crate::answer::eligible::is_by_group(plan)
}
