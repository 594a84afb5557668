//! Where a match formula bends: the ends of its tiers, its steps, and where one of several overtakes another.

use crate::money::Usd;
use crate::room::employer_money::{Contributor, apply, row};
use crate::syntax::phrase::match_formula::{Band, Cap, Formula, Shape, Tier};

/// The contributions at which the formula bends for this person.
pub(super) fn kinks(formula: &Formula, person: Contributor) -> Vec<Usd> {
    let uncapped = Formula { shape: formula.shape.clone(), max: None };
    let mut found = match &formula.shape {
        Shape::Tiers(tiers) => ends(tiers, person),
        Shape::GreaterOf(formulas) | Shape::LesserOf(formulas) => {
            let mut own: Vec<Usd> = formulas.iter().flat_map(|formula| kinks(formula, person)).collect();
            for (at, one) in formulas.iter().enumerate() {
                for other in &formulas[at + 1..] {
                    let gap =
                        |matched| difference(value(one, person, matched), value(other, person, matched));
                    own.extend(crossings(&own, person, gap));
                }
            }
            own
        }
        // The last cent before a step as well: there the match still is what it was.
        Shape::Steps(steps) => {
            let thresholds = steps.iter().map(|step| step.threshold.of(person.pay));
            thresholds.flat_map(|at| [at.less(Usd::cents(1)), at]).collect()
        }
        Shape::ByService(bands) => {
            let rows = bands.iter().map(|(band, formula)| (band.from, formula));
            row(rows, person.years_of_service).map_or_else(Vec::new, |formula| kinks(formula, person))
        }
    };
    if let Some(cap) = formula.max {
        let most = match cap {
            Cap::Dollars(most) => most,
            Cap::OfPay(share) => share.of(person.pay),
        };
        found
            .extend(crossings(&found, person, |matched| difference(value(&uncapped, person, matched), most)));
    }
    found
}

/// Does the formula name dollars, or the limit of 402(g)?
pub(super) fn counts_dollars(formula: &Formula) -> bool {
    let of_shape = match &formula.shape {
        Shape::Tiers(tiers) => tiers.iter().any(|tier| match tier.band {
            Band::OfPay(_) => false,
            Band::Dollars(_) | Band::ToDeferralLimit => true,
        }),
        Shape::GreaterOf(formulas) | Shape::LesserOf(formulas) => formulas.iter().any(counts_dollars),
        Shape::Steps(_) => false,
        Shape::ByService(bands) => bands.iter().any(|(_, formula)| counts_dollars(formula)),
    };
    of_shape || matches!(formula.max, Some(Cap::Dollars(_)))
}

fn ends(tiers: &[Tier], person: Contributor) -> Vec<Usd> {
    let mut end = Usd::ZERO;
    let next = |tier: &Tier| {
        end = match tier.band {
            Band::OfPay(share) => end + share.of(person.pay),
            Band::Dollars(width) => end + width,
            Band::ToDeferralLimit => person.deferral_limit.max(end),
        };
        end
    };
    tiers.iter().map(next).collect()
}

fn value(formula: &Formula, person: Contributor, matched: Usd) -> Usd {
    apply(formula, Contributor { matched, ..person })
}

/// Positive and negative parts, as amounts know no sign.
fn difference(one: Usd, other: Usd) -> (Usd, Usd) {
    (one.less(other), other.less(one))
}

/// Where a difference that is straight between `places` passes zero.
fn crossings(places: &[Usd], person: Contributor, gap: impl Fn(Usd) -> (Usd, Usd)) -> Vec<Usd> {
    let mut all = [places, &[Usd::ZERO, person.pay]].concat();
    all.sort_unstable();
    let crossing = |pair: &[Usd]| {
        let ((above, below), (then_above, then_below)) = (gap(pair[0]), gap(pair[1]));
        let (first, second) = if above > below { (above, then_below) } else { (below, then_above) };
        let share = first.percent_of(first + second).filter(|_| !second.is_zero())?;
        Some(pair[0] + share.of(pair[1].less(pair[0])))
    };
    all.windows(2).filter_map(crossing).collect()
}
