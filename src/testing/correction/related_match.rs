//! Match on contributions that go back: forfeited so that no better rate of match is left, never paid out for that
//! reason (26 CFR 1.401(k)-2(b)(4)(ii), 1.401(m)-2(b)(3)(v)(B)).

use crate::census::column::DateField;
use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::plan::testing::RelatedMatch;
use crate::testing::people::{People, Person};
use crate::testing::remark::Remark;
use crate::testing::terms::{Matched, Terms};

use super::Changed;

/// What is forfeited of a person's match in this plan, or why nothing is that perhaps must be. `after_tax_gone` goes
/// back beside what the ADP test sent back, `match_gone` of the match itself.
pub fn forfeited(
    terms: &Terms,
    people: &People<'_>,
    person: &Person,
    changed: Changed,
    after_tax_gone: Cents,
    match_gone: Cents,
) -> Result<Cents, Remark> {
    let here = person.here;
    let match_left = here.matching.less(match_gone);
    let on_after_tax = terms.related_match.on_after_tax == Truth::Yes;
    let after_tax = |amount: Cents| if on_after_tax { amount } else { Cents::ZERO };
    let before = matched_deferrals(terms, person, here.elective) + after_tax(here.after_tax);
    let matched = Matched {
        pay: person.pay,
        before,
        after: before.less(changed.gone + after_tax(after_tax_gone)),
        years_of_service: years_of_service(terms, people, person),
    };
    if matched.before == matched.after || match_left == Cents::ZERO {
        return Ok(Cents::ZERO);
    }
    match terms.related_match.when_refunded {
        Ok(RelatedMatch::Forfeited) => {
            terms.related_match.on_what_went(matched, match_left).ok_or(Remark::RelatedMatchNotComputed)
        }
        Ok(RelatedMatch::Kept) => Err(Remark::RelatedMatchKept),
        Ok(RelatedMatch::MadeUp) => Err(Remark::RelatedMatchMadeUp),
        Err(_) => Err(Remark::RelatedMatchNotStated),
    }
}

/// Deferrals that the formula matches. Where it does not match catch-up contributions, those above a limit are none.
pub fn matched_deferrals(terms: &Terms, person: &Person, elective: Cents) -> Cents {
    match terms.related_match.counts_catch_up {
        Truth::No => elective.less(person.elective.used()),
        Truth::Yes | Truth::Unknown(_) => elective,
    }
}

fn years_of_service(terms: &Terms, people: &People<'_>, person: &Person) -> Option<u32> {
    let hired = people.row(person).date(DateField::Hire)?;
    Some(terms.days.last.saturating_sub(hired.number()) / 10_000)
}
