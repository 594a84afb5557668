//! Employer money of a SIMPLE 401(k): a match or a nonelective contribution, and one more within bounds.

use crate::law::provisions::Provision;
use crate::lower::{Election, Missing, Truth};
use crate::money::Percent;
use crate::room::employer_money::matches_every_dollar_up_to;
use crate::rules::Facts;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;
use crate::syntax::phrase::vesting::Vesting;

/// Is the match none, or that of the statute? That of 4% came with the higher limits in 2024.
pub(super) fn is_prescribed(facts: &Facts<'_>, formula: &MatchFormula) -> bool {
    let up_to = |share| matches_every_dollar_up_to(formula, Percent::whole(share));
    *formula == MatchFormula::None || up_to(3) || (since_2024(facts) && up_to(4))
}

/// Is there neither a match nor the 2% of pay that may take its place?
pub(super) fn falls_short(facts: &Facts<'_>) -> Truth {
    let is_little = |formula: &Nonelective| match formula {
        Nonelective::None => true,
        Nonelective::OfPay(share) => *share < Percent::whole(2),
        Nonelective::Dollars(_)
        | Nonelective::ByService(_)
        | Nonelective::Discretionary
        | Nonelective::DiscretionaryProRata
        | Nonelective::NewComparability
        | Nonelective::Integrated => false,
    };
    let unmatched = facts.plan.matching.formula.is(|formula| *formula == MatchFormula::None);
    unmatched.and(facts.plan.nonelective.formula.is(is_little))
}

/// Is the nonelective contribution more than the statute lists, or something else?
pub(super) fn goes_beyond(facts: &Facts<'_>) -> Truth {
    let election = &facts.plan.nonelective.formula;
    let formula = match election.known() {
        Ok(formula) => formula,
        Err(missing) => return Truth::Unknown(missing),
    };
    let (instead, besides) = if since_2024(facts) { (3, 10) } else { (2, 0) };
    match formula {
        Nonelective::None => Truth::No,
        Nonelective::OfPay(share) => {
            let more_than = |most: i64| Truth::from(*share > Percent::whole(most));
            let is_matched = facts.plan.matching.formula.is(|formula| *formula != MatchFormula::None);
            more_than(besides + instead).or(more_than(besides).and(is_matched))
        }
        // Whether what the employer decides stays within the list, the formula does not tell.
        Nonelective::Discretionary | Nonelective::DiscretionaryProRata => {
            Truth::Unknown(Missing { elections: vec![election.path.clone()] })
        }
        Nonelective::Dollars(_)
        | Nonelective::ByService(_)
        | Nonelective::NewComparability
        | Nonelective::Integrated => Truth::Yes,
    }
}

/// The schedule by which employer money vests that is not vested at once.
pub(super) fn slowly_vested<'p>(facts: &Facts<'p>) -> Option<&'p Election<Vesting>> {
    let (matching, nonelective) = (&facts.plan.matching, &facts.plan.nonelective);
    let is_slow =
        |election: &Election<Vesting>| election.is(|vesting| *vesting != Vesting::Immediate).is_yes();
    let matched = matching.formula.is(|formula| *formula != MatchFormula::None).is_yes();
    let paid = nonelective.formula.is(|formula| *formula != Nonelective::None).is_yes();
    let slow = [(matched, &matching.vesting), (paid, &nonelective.vesting)];
    slow.into_iter().find_map(|(is_paid, election)| (is_paid && is_slow(election)).then_some(election))
}

/// The further contribution and the higher limits (SECURE 2.0 ss. 116, 117) began with the same taxable years.
fn since_2024(facts: &Facts<'_>) -> bool {
    facts.law.in_force(Provision::Simple401kAdditionalNonelective, facts.plan.year.first_day())
}
