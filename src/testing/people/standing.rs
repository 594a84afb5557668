//! Whether a person is in a test: by the plan's conditions, the census's word, pay, and the group that may contribute.

use super::Standing;
use crate::census::column::{Column, DateField, Flag, Money};
use crate::census::header::Understanding;
use crate::census::participant::Participant;
use crate::lower::{Missing, Truth};
use crate::nondiscrimination::excess_deferral::Status;
use crate::nondiscrimination::hce::Determination;
use crate::plan::matching::AllocationConditions;
use crate::plan::testing::ZeroPay;
use crate::syntax::phrase::condition::Group;
use crate::testing::eligibility::{Conditions, Exclusion, Ground, Participation, blank};
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;

/// Is a person in the group of people who may make, or receive, a contribution? What it hangs on is added to `unanswered`.
pub(super) fn standing(
    conditions: &Result<Conditions, Missing>,
    terms: &Terms,
    census: &Understanding,
    one: &Participant,
    hce: Option<Determination>,
    unanswered: &mut Unanswered,
) -> Standing {
    let has_no_pay = one.money(Money::Compensation) <= 0 && terms.zero_pay == ZeroPay::Exclude;
    let participation = match (conditions, one.flag(Flag::Eligible)) {
        (Ok(conditions), _) => conditions.participation(one, census),
        // The census overrides conditions that the spec does not state.
        (Err(_), Some(true)) => Participation::In(Ground::Stated),
        (Err(_), Some(false)) => Participation::Out(Exclusion::Stated),
        (Err(missing), None) => Participation::Unknown(Box::new(missing.clone().into())),
    };
    let in_group = |group: Group| match (group, hce.map(|found| found.status)) {
        (Group::Everyone, _) | (_, None) => true,
        (Group::HcesOnly, Some(status)) => status == Status::Hce,
        (Group::NhcesOnly, Some(status)) => status == Status::Nhce,
    };
    match participation {
        Participation::Out(why) => Standing::Out(why),
        // Without pay there is nothing to defer from: a convention, see the report.
        Participation::In(_) | Participation::Unknown(_) if has_no_pay => Standing::Out(Exclusion::NoPay),
        Participation::Unknown(missing) => {
            unanswered.add(*missing);
            Standing::Unknown
        }
        Participation::In(ground) => match conditions {
            Ok(conditions) if !in_group(conditions.group) => Standing::Out(Exclusion::OutsideGroup),
            Ok(_) | Err(_) => Standing::In(ground),
        },
    }
}

/// In the ACP test is who may make after-tax contributions or receive match (26 CFR 1.401(m)-5, eligible employee).
pub(super) fn acp_standing(
    terms: &Terms,
    census: &Understanding,
    one: &Participant,
    hce: Option<Determination>,
    adp: Standing,
    unanswered: &mut Unanswered,
) -> Standing {
    if terms.same_people_in_both {
        return adp;
    }
    let takes_after_tax = terms.after_tax_allowed != Truth::No;
    let mut missing = Unanswered::default();
    let by_match = match standing(&terms.matching, terms, census, one, hce, &mut missing) {
        Standing::In(ground) => match meets_match_conditions(terms, census, one) {
            Ok(true) => Standing::In(ground),
            Ok(false) => Standing::Out(Exclusion::MatchConditions),
            Err(hours) => {
                missing.add(hours);
                Standing::Unknown
            }
        },
        other @ (Standing::Out(_) | Standing::Unknown) => other,
    };
    if !takes_after_tax || matches!(by_match, Standing::In(_)) {
        unanswered.add(missing);
        return by_match;
    }
    let by_after_tax = standing(&terms.after_tax, terms, census, one, hce, &mut missing);
    match (by_match, by_after_tax) {
        (_, Standing::In(ground)) => Standing::In(ground),
        (Standing::Unknown, _) | (_, Standing::Unknown) => {
            unanswered.add(missing);
            Standing::Unknown
        }
        (out, Standing::Out(_)) => out,
    }
}

/// A year of service for a match, in hundredths of an hour.
const THOUSAND_HOURS: u32 = 100_000;

/// Can a person receive match for the year? Who lacks the last day or the hours that the plan asks for is not eligible for
/// it (26 CFR 1.401(m)-5, eligible employee); who received some is.
fn meets_match_conditions(
    terms: &Terms,
    census: &Understanding,
    one: &Participant,
) -> Result<bool, Unanswered> {
    let has_match = one.money(Money::Match) + one.money(Money::SafeHarborMatch) != 0;
    let is_gone = one.date(DateField::Termination).is_some_and(|left| left.number() < terms.days.last);
    let has_hours = || match one.hours() {
        Some(hours) => Ok(hours >= THOUSAND_HOURS),
        None => Err(blank(Column::Hours, one, census)),
    };
    match terms.match_conditions {
        _ if has_match => Ok(true),
        Ok(AllocationConditions::None) | Err(_) => Ok(true),
        Ok(AllocationConditions::LastDay) => Ok(!is_gone),
        Ok(AllocationConditions::Both) if is_gone => Ok(false),
        Ok(AllocationConditions::ThousandHours | AllocationConditions::Both) => has_hours(),
    }
}
