//! What the limits leave a person for after-tax contributions.

use crate::census::column::Money;
use crate::money::exact::Cents;
use crate::nondiscrimination::excess_deferral::Status;
use crate::room::year_limits::counts_annual_additions;
use crate::testing::people::{Amounts, People, Person};
use crate::testing::terms::{Terms, unpublished};
use crate::testing::unanswered::Unanswered;

/// What stops a person's after-tax contributions, or deferrals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stop {
    /// The limit on deferrals.
    Deferrals,
    /// 415(c), in dollars or all of pay.
    AnnualAdditions,
    /// The plan's own limit.
    Plan,
    /// Nothing of pay is left.
    Pay,
}

impl Stop {
    pub const ALL: [Stop; 4] = [Stop::Deferrals, Stop::AnnualAdditions, Stop::Plan, Stop::Pay];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Stop::Deferrals => "402(g)",
            Stop::AnnualAdditions => "415(c)",
            Stop::Plan => "plan",
            Stop::Pay => "pay",
        }
    }

    /// As a sentence has it: stopped by …
    pub fn words(self) -> &'static str {
        match self {
            Stop::Deferrals => "402(g)",
            Stop::AnnualAdditions => "415(c)",
            Stop::Plan => "the plan's limit",
            Stop::Pay => "the pay that is left",
        }
    }
}

/// The least of these, and which it is: the plan's limits on after-tax contributions, what its limit on deferrals with after-tax contributions
/// leaves, pay after deferrals, and the room under 415(c) after deferrals without catch-up and all employer money.
///
/// # Errors
/// A limit that is not published.
pub fn most(terms: &Terms, people: &People<'_>, person: &Person) -> Result<(Cents, Stop), Unanswered> {
    let caps = &terms.caps;
    let pay = Cents(people.row(person).money(Money::Compensation));
    let there = people.elsewhere.get(&person.place).copied().unwrap_or_default();
    let mut most = (pay.less(person.here.elective), Stop::Pay);
    if let Some(cap) = &caps.after_tax {
        most = least(most, cap.at(person.pay), Stop::Plan);
    }
    if let Some(cap) = caps.hce_after_tax.as_ref().filter(|_| person.is(Status::Hce)) {
        most = least(most, cap.at(person.pay), Stop::Plan);
    }
    if let Some(cap) = &caps.combined {
        let left = cap.at(person.pay).less(person.here.elective.less(person.elective.over_statutory));
        most = least(most, left, Stop::Plan);
    }
    if terms.plan_type.is_none_or(counts_annual_additions) {
        let dollars = terms.limits.annual_additions.map_err(unpublished)?;
        let left = dollars.min(pay).less(used(terms, person, &person.here.plus(there)));
        most = least(most, left, Stop::AnnualAdditions);
    }
    Ok(most)
}

/// The lesser one; the law's limit before the plan's where both are the same, and both before pay.
fn least(most: (Cents, Stop), amount: Cents, stop: Stop) -> (Cents, Stop) {
    if (amount, stop) < most { (amount, stop) } else { most }
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
