//! How much of an excess may stay as after-tax contributions (26 CFR 1.401(k)-2(b)(3)).

use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::syntax::phrase::limit::Limit;
use crate::testing::people::Person;
use crate::testing::terms::{Applies, Method, Terms, unpublished};
use crate::testing::unanswered::Unanswered;

/// Does the plan recharacterize? Only where the ACP test is run by the same method (26 CFR 1.401(k)-2(c)(3)). Where
/// the spec does not say, nothing is, and that is said.
pub fn is_possible(terms: &Terms, adp: Method) -> Result<bool, Unanswered> {
    let Applies::Required(Ok(acp)) = &terms.acp_with_after_tax else { return Ok(false) };
    if terms.after_tax_allowed == Truth::No || !acp.is_like(adp) {
        return Ok(false);
    }
    match terms.after_tax_allowed.clone().and(terms.recharacterization.clone()) {
        Truth::Yes => Ok(true),
        Truth::No => Ok(false),
        Truth::Unknown(missing) => Err(missing.into()),
    }
}

/// What the plan's limit on after-tax contributions leaves to a person. What is recharacterized remains an employer
/// contribution under 415 (26 CFR 1.401(k)-2(b)(3)(ii)): it takes up no more of that limit than before.
pub fn most(terms: &Terms, person: &Person) -> Result<Cents, Unanswered> {
    if !person.is_in_acp() {
        return Ok(Cents::ZERO);
    }
    let mut most = Cents::MOST;
    for limit in terms.after_tax_limits.as_ref().map_err(|missing| Unanswered::from(missing.clone()))? {
        most = most.min(cap(*limit, terms, person.pay)?);
    }
    Ok(most.less(person.here.after_tax))
}

fn cap(limit: Limit, terms: &Terms, pay: Cents) -> Result<Cents, Unanswered> {
    let stated = limit.for_pay(pay.into()).and_then(|most| most.floor_to_cents().to_cents()).map(Cents);
    match (limit, &terms.limits.elective_deferral) {
        (Limit::ElectiveDeferralLimit, Some((_, figure))) => figure.map_err(unpublished),
        (Limit::Barred | Limit::OfPay { .. } | Limit::Dollars(_), _) => Ok(stated.unwrap_or(Cents::MOST)),
        (Limit::ElectiveDeferralLimit, None) | (Limit::None | Limit::AnnualAdditionsRoom, _) => {
            Ok(Cents::MOST)
        }
    }
}
