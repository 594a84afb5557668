//! What the limits leave a person for after-tax contributions.

use crate::census::column::Money;
use crate::money::exact::Cents;
use crate::nondiscrimination::excess_deferral::Status;
use crate::room::year_limits::counts_annual_additions;
use crate::testing::people::{Amounts, People, Person};
use crate::testing::terms::{Terms, unpublished};
use crate::testing::unanswered::Unanswered;

/// The least of: the plan's limits on after-tax contributions, what its limit on deferrals with after-tax contributions
/// leaves, pay after deferrals, and the room under 415(c) after deferrals without catch-up and all employer money.
///
/// # Errors
/// A limit that is not published.
pub fn most(terms: &Terms, people: &People<'_>, person: &Person) -> Result<Cents, Unanswered> {
    let caps = &terms.caps;
    let pay = Cents(people.row(person).money(Money::Compensation));
    let there = people.elsewhere.get(&person.place).copied().unwrap_or_default();
    let mut most = pay.less(person.here.elective);
    if let Some(cap) = &caps.after_tax {
        most = most.min(cap.at(person.pay));
    }
    if let Some(cap) = caps.hce_after_tax.as_ref().filter(|_| person.is(Status::Hce)) {
        most = most.min(cap.at(person.pay));
    }
    if let Some(cap) = &caps.combined {
        most = most.min(cap.at(person.pay).less(person.here.elective.less(person.elective.over_statutory)));
    }
    if terms.plan_type.is_none_or(counts_annual_additions) {
        let dollars = terms.limits.annual_additions.map_err(unpublished)?;
        most = most.min(dollars.min(pay).less(used(terms, person, &person.here.plus(there))));
    }
    Ok(most)
}

/// Annual additions of a person but for after-tax contributions to this plan. Excess deferrals go back in time and are
/// none (26 CFR 1.415(c)-1(b)(2)(ii)(D)).
fn used(terms: &Terms, person: &Person, all: &Amounts) -> Cents {
    let statutory = match terms.limits.elective_deferral {
        Some((_, Ok(limit))) => limit,
        Some((_, Err(_))) | None => Cents::MOST,
    };
    let elective = all.elective.less(person.elective.used()).min(statutory);
    let elsewhere = all.after_tax.less(person.here.after_tax);
    elective + elsewhere + all.matching + all.qmac + all.qnec + all.other_employer
}
