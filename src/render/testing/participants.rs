//! Where a participant stands, in words: highly compensated or not and why, in a test or not and why.

use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::hce::ownership::Owned;
use crate::nondiscrimination::hce::{Determination, Reason};
use crate::testing::eligibility::{Exclusion, Ground};
use crate::testing::people::Standing;

/// Why someone is, or is not, highly compensated. `threshold` is the pay of the look-back year that decides.
pub fn hce_reason(found: Option<Determination>, threshold: Option<Cents>) -> String {
    let amount = threshold.map_or_else(|| "the threshold".to_owned(), |amount| amount.to_string());
    match found.map(|found| found.reason) {
        None => "cannot be told".to_owned(),
        Some(Reason::Stated) => "stated in the census".to_owned(),
        Some(Reason::OwnerInDeterminationYear(owned)) => owns(owned),
        Some(Reason::OwnerInLookBackYear(owned)) => format!("{} in the look-back year", owns(owned)),
        Some(Reason::Pay) => format!("look-back pay above {amount}"),
        Some(Reason::OutsideTopPaidGroup) => {
            format!("look-back pay above {amount}, but outside the top-paid group")
        }
        Some(Reason::PayWithinThreshold) => format!("look-back pay up to {amount}"),
    }
}

/// Why someone is in a test or not.
pub fn eligibility(standing: Standing) -> &'static str {
    match standing {
        Standing::In(Ground::Stated) => "eligible, as the census states",
        Standing::In(Ground::Conditions) => "eligible",
        Standing::Out(Exclusion::Stated) => "not eligible, as the census states",
        Standing::Out(Exclusion::NotEntered) => "has not entered",
        Standing::Out(Exclusion::LeftBeforeEntry) => "left before entry",
        Standing::Out(Exclusion::LeftBeforeYear) => "left before the year",
        Standing::Out(Exclusion::HiredAfterYear) => "hired after the year",
        Standing::Out(Exclusion::Union) => "in a union, left out by the plan",
        Standing::Out(Exclusion::OutsideGroup) => "outside the group that may contribute",
        Standing::Out(Exclusion::MatchConditions) => {
            "without the last day or the hours that the match asks for"
        }
        Standing::Out(Exclusion::AboveMaximumAge) => "above the maximum age at entry",
        Standing::Out(Exclusion::NoPay) => "no pay in the year",
        Standing::Unknown => "cannot be told",
    }
}

fn owns(owned: Owned) -> String {
    match (owned.directly, owned.attributed) {
        (directly, Hundredths::ZERO) => format!("owns {directly}"),
        (Hundredths::ZERO, attributed) => format!("owns {attributed} through family"),
        (directly, attributed) => format!("owns {directly}, and {attributed} through family,"),
    }
}
