//! Match formulas compared at every rate of contributions. A formula is straight between its kinks, so what holds at the
//! kinks holds everywhere; formulas in dollars are looked at on a ladder of pays.

mod kinks;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::employer_money::{Contributor, matching_contribution};
use crate::money::{Percent, Usd};
use crate::syntax::phrase::match_formula::{MatchFormula, Shape};
use kinks::{counts_dollars, kinks};

/// The most pay and the most deferrals that a plan may count in its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    pub pay: Usd,
    pub deferral_limit: Usd,
}

/// The matches that someone with so much service gets together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms<'f> {
    pub formulas: &'f [&'f MatchFormula],
    pub years_of_service: u32,
}

/// A place where one match and another differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub pay: Usd,
    pub contribution: Usd,
    pub gives: Usd,
    pub compared: Usd,
}

/// A stretch over which the ratio of match to contributions rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rise {
    pub pay: Usd,
    pub from: (Usd, Percent),
    pub to: (Usd, Percent),
}

/// Does what the formulas give depend on pay otherwise than in proportion to it?
pub fn depends_on_pay(formulas: &[&MatchFormula]) -> bool {
    formulas
        .iter()
        .any(|formula| matches!(formula, MatchFormula::Formula(formula) if counts_dollars(formula)))
}

/// The years of service at which the formulas change, zero first.
pub fn service_rows(formulas: &[&MatchFormula]) -> Vec<u32> {
    let mut rows = vec![0];
    for formula in formulas {
        if let MatchFormula::Formula(formula) = formula
            && let Shape::ByService(bands) = &formula.shape
        {
            rows.extend(bands.iter().map(|(band, _)| band.from));
        }
    }
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// Where `terms` give less than `other` on the same contributions, if anywhere: at the lowest pay, and there where they
/// lie furthest apart. A formula that the employer decides year by year gives nothing for certain.
pub fn widest_below(terms: Terms<'_>, other: Terms<'_>, bounds: Bounds) -> Option<Gap> {
    pays(&[terms.formulas, other.formulas].concat(), bounds).find_map(|pay| {
        let mut places = places(terms, pay, bounds);
        places.extend(self::places(other, pay, bounds));
        places.sort_unstable_by_key(|place| Reverse(*place));
        let gap = |contribution| Gap {
            pay,
            contribution,
            gives: amount(terms, pay, contribution, bounds),
            compared: amount(other, pay, contribution, bounds),
        };
        let gaps = places.into_iter().map(gap).filter(|gap| gap.gives + TOLERANCE < gap.compared);
        gaps.max_by_key(|gap| gap.compared.less(gap.gives))
    })
}

/// Where the ratio of the match to what is contributed rises, if anywhere. On a straight piece it only rises, falls or
/// stays, so the ends of the pieces tell.
pub fn first_rise(terms: Terms<'_>, bounds: Bounds) -> Option<Rise> {
    common_pays_first(terms.formulas, bounds).find_map(|pay| {
        let ratio = |contribution: Usd| {
            let ratio = amount(terms, pay, contribution, bounds).percent_of(contribution)?;
            Some((contribution, Percent::new(ratio.decimal().round_dp(6))))
        };
        let ratios: Vec<_> = places(terms, pay, bounds).into_iter().filter_map(ratio).collect();
        let rises = ratios.windows(2).find(|pair| pair[0].1 < pair[1].1)?;
        Some(Rise { pay, from: rises[0], to: rises[1] })
    })
}

/// Where contributions above a share of pay still earn match, if anywhere.
pub fn first_beyond(terms: Terms<'_>, share: Percent, bounds: Bounds) -> Option<Gap> {
    common_pays_first(terms.formulas, bounds).find_map(|pay| {
        let compared = amount(terms, pay, share.of(pay), bounds);
        places(terms, pay, bounds).into_iter().filter(|place| *place > share.of(pay)).find_map(
            |contribution| {
                let gives = amount(terms, pay, contribution, bounds);
                (compared + TOLERANCE < gives).then_some(Gap { pay, contribution, gives, compared })
            },
        )
    })
}

/// Where the match comes to more than a share of pay, if anywhere.
pub fn first_above(terms: Terms<'_>, share: Percent, bounds: Bounds) -> Option<Gap> {
    common_pays_first(terms.formulas, bounds).find_map(|pay| {
        places(terms, pay, bounds).into_iter().find_map(|contribution| {
            let gives = amount(terms, pay, contribution, bounds);
            let compared = share.of(pay);
            (compared + TOLERANCE < gives).then_some(Gap { pay, contribution, gives, compared })
        })
    })
}

/// Crossings are quotients, which 28 digits may cut; nothing that is paid is as small as this.
const TOLERANCE: Usd = Usd::new(Decimal::from_parts(1, 0, 0, false, 6));

fn amount(terms: Terms<'_>, pay: Usd, contribution: Usd, bounds: Bounds) -> Usd {
    let contributor = contributor(terms, pay, contribution, bounds);
    terms.formulas.iter().filter_map(|formula| matching_contribution(formula, contributor)).sum()
}

fn contributor(terms: Terms<'_>, pay: Usd, contribution: Usd, bounds: Bounds) -> Contributor {
    Contributor {
        pay,
        matched: contribution,
        deferral_limit: bounds.deferral_limit,
        years_of_service: Some(terms.years_of_service),
    }
}

/// The contributions at which the formulas bend, from a cent to all pay.
fn places(terms: Terms<'_>, pay: Usd, bounds: Bounds) -> Vec<Usd> {
    let contributor = contributor(terms, pay, Usd::ZERO, bounds);
    let mut places = vec![Usd::cents(1), pay];
    for formula in terms.formulas {
        if let MatchFormula::Formula(formula) = formula {
            places.extend(kinks(formula, contributor));
        }
    }
    places.retain(|place| *place > Usd::ZERO && *place <= pay);
    places.sort_unstable();
    places.dedup();
    places
}

/// The pays of [`pays`], those that many people have before the others: they make the better example.
fn common_pays_first(formulas: &[&MatchFormula], bounds: Bounds) -> impl Iterator<Item = Usd> {
    let common = if depends_on_pay(formulas) { [50_000, 100_000].as_slice() } else { &[] };
    common
        .iter()
        .map(|pay| Usd::dollars(*pay))
        .filter(move |pay| *pay < bounds.pay)
        .chain(pays(formulas, bounds))
}

/// One pay stands for all where formulas go by shares of pay. Where they count dollars, every $5,000 is looked at, and
/// the most pay that counts, at which a dollar amount is least.
fn pays(formulas: &[&MatchFormula], bounds: Bounds) -> impl Iterator<Item = Usd> {
    let steps = if depends_on_pay(formulas) { 1_000 } else { 0 };
    let ladder = (1..=steps).map(|step| Usd::dollars(5_000 * step));
    ladder.take_while(move |pay| *pay < bounds.pay).chain([bounds.pay])
}
