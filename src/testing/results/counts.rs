//! How many people there are, and where they stand.

use serde::Serialize;

use crate::nondiscrimination::excess_deferral::Status as Group;
use crate::testing::eligibility::Exclusion;
use crate::testing::people::{People, Standing};

/// How many people there are, and where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    pub rows: u32,
    /// In the ADP test, or in a plan without one who may defer.
    pub eligible: u32,
    pub hce: u32,
    pub nhce: u32,
    pub excluded: u32,
    /// Of the excluded, those without pay.
    pub without_pay: u32,
    /// Of whom it cannot be told.
    pub unknown: u32,
}

impl Counts {
    pub(in crate::testing) fn of(people: &People<'_>) -> Self {
        let mut counts =
            Counts { rows: u32::try_from(people.people.len()).unwrap_or(u32::MAX), ..Self::default() };
        for person in &people.people {
            match person.adp {
                Standing::In(_) => counts.eligible += 1,
                Standing::Out(why) => {
                    counts.excluded += 1;
                    counts.without_pay += u32::from(why == Exclusion::NoPay);
                }
                Standing::Unknown => counts.unknown += 1,
            }
            if person.is_in_adp() {
                counts.hce += u32::from(person.is(Group::Hce));
                counts.nhce += u32::from(person.is(Group::Nhce));
            }
        }
        counts
    }
}
