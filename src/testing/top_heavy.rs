//! Is the plan top-heavy (IRC 416), and is the minimum contribution made? The census has the balances of the
//! determination date, the day before the plan year, and pay, ownership and officers of the year that ends on it.

mod exempt;
mod keys;
mod minimum;

use jiff::ToSpan;

use crate::census::column::{Column, DateField, Money};
use crate::census::header::Understanding;
use crate::census::participant::{Participant, PlanRows};
use crate::money::exact::Cents;
use crate::nondiscrimination::top_heavy::{Holder, Standing, top_heavy};

use super::people::People;
use super::results::Status;
use super::results::top_heavy::TopHeavy;
use super::terms::{FirstYear, Terms};
use super::unanswered::Unanswered;

/// The test of `people`, whose plan is among `plans`.
pub fn test(terms: &Terms, census: &Understanding, plans: &[PlanRows], people: &People<'_>) -> TopHeavy {
    if let Some(ground) = exempt::by_type(terms) {
        return TopHeavy::not_required(ground);
    }
    let by_design = exempt::by_design(terms, census, people);
    if let Ok(Some(ground)) = by_design {
        return TopHeavy::not_required(ground);
    }
    if !census.has(Column::Balance) {
        return TopHeavy::unknown(Unanswered::column(Column::Balance));
    }
    if terms.first_year == FirstYear::Yes {
        return TopHeavy::unknown(Unanswered::other(
            "in the first plan year the balances at its end decide, and the census has those at its beginning",
        ));
    }
    let keys = match keys::of(terms, census, plans, people.rows) {
        Ok(keys) => keys,
        Err(missing) => return TopHeavy::unknown(missing),
    };
    let ratio = top_heavy(&holders(terms, plans, people.rows, &keys));
    let own = keys.of_plan(plans, people.rows);
    let key_employees = own.iter().filter(|is_key| **is_key).count();
    let mut result = TopHeavy {
        status: Status::Pass,
        determination_date: terms.year.first_day().checked_sub(1.day()).ok(),
        ratio: Some(ratio),
        key_employees: u32::try_from(key_employees).unwrap_or(u32::MAX),
        ..TopHeavy::unknown(Unanswered::default())
    };
    if !ratio.is_top_heavy {
        return result;
    }
    result.status = Status::Fail;
    result.minimum = Some(minimum::of(terms, census, people, own));
    if let Err(missing) = by_design {
        result.status = Status::Unknown;
        result.unanswered = missing;
    }
    result
}

/// The balances of the plans that are aggregated: all in which a key employee takes part (IRC 416(g)(2)(A)(i)), and the
/// tested one.
fn holders(terms: &Terms, plans: &[PlanRows], tested: &PlanRows, keys: &keys::Keys) -> Vec<Holder> {
    let tested_has_key = keys.of_plan(plans, tested).contains(&true);
    let mut holders = Vec::new();
    for (rows, keys) in plans.iter().zip(&keys.by_plan) {
        let is_aggregated = tested_has_key && keys.contains(&true);
        if !is_aggregated && !std::ptr::eq(rows, tested) {
            continue;
        }
        holders.extend(rows.participants().iter().zip(keys).map(|(one, is_key)| Holder {
            balance: Cents(one.money(Money::Balance)),
            standing: standing(terms, one, *is_key),
        }));
    }
    holders
}

fn standing(terms: &Terms, one: &Participant, is_key: bool) -> Standing {
    let year_before = terms.days.first - 10_000;
    if one.date(DateField::Termination).is_some_and(|left| left.number() < year_before) {
        Standing::NoService
    } else if is_key {
        Standing::Key
    } else {
        Standing::NonKey
    }
}
