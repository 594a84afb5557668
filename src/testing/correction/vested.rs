//! How much of a person's match is vested, by the census or by the plan's schedule.

use crate::census::column::{Column, DateField};
use crate::census::participant::Participant;
use crate::money::exact::Hundredths;
use crate::nondiscrimination::correction_acp::Vesting;
use crate::syntax::phrase::vesting::Vesting as Schedule;
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;

/// All of it.
pub const FULLY: Vesting = Vesting::ProRata(Hundredths::percent(100));

/// The vested share, or what is missing to tell it. Years of vesting service are counted from hire to the end of the
/// plan year; where a plan counts otherwise, the census states the share.
pub fn of(terms: &Terms, one: &Participant) -> Result<Vesting, Unanswered> {
    if let Some(thousandths) = one.match_vested() {
        return Ok(Vesting::ProRata(Hundredths(i64::from(thousandths / 10))));
    }
    let schedule = terms.match_vesting.as_ref().map_err(|missing| Unanswered::from(missing.clone()))?;
    if *schedule == Schedule::Immediate {
        return Ok(FULLY);
    }
    let hired = one.date(DateField::Hire).ok_or_else(|| Unanswered::blank(Column::HireDate, one.row()))?;
    let years = terms.days.last.saturating_sub(hired.number()) / 10_000;
    Ok(Vesting::ProRata(Hundredths::rounded(schedule.vested_after(years))))
}
