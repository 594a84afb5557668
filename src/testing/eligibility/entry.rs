//! Entry dates: the first and the last day on which someone who qualified can have entered.

use super::Conditions;
use crate::plan::eligibility::Entry;
use crate::testing::days::{Days, after_months};

impl Conditions {
    /// The first day on which entry is possible under what is known of the entry dates.
    pub(super) fn earliest_entry(&self, met: u32) -> u32 {
        match self.entry {
            None | Some(Entry::Immediate | Entry::NextPayroll) => met.max(self.year.first),
            Some(Entry::Monthly | Entry::Quarterly | Entry::Semiannual | Entry::Annual) => {
                self.entry_date(met)
            }
        }
    }

    /// The last day on which entry is possible: a payroll comes within a month, entry dates within a year.
    pub(super) fn latest_entry(&self, met: u32) -> u32 {
        match self.entry {
            Some(Entry::NextPayroll) if met > self.year.first => after_months(met, 1),
            None => self.entry_date(met),
            Some(
                Entry::Immediate
                | Entry::NextPayroll
                | Entry::Monthly
                | Entry::Quarterly
                | Entry::Semiannual
                | Entry::Annual,
            ) => self.earliest_entry(met),
        }
    }

    /// The entry date on or after a day; the first one behind the year for all that come later.
    fn entry_date(&self, met: u32) -> u32 {
        let next = self.entry_dates.iter().find(|date| **date >= met);
        next.or(self.entry_dates.last()).copied().unwrap_or(met)
    }
}

/// Entry dates from the first day of the plan year to the first one behind it. Where none are stated there is one a year.
pub(super) fn dates(entry: Option<Entry>, year: Days) -> Vec<u32> {
    let months = match entry {
        Some(Entry::Immediate | Entry::NextPayroll) => return Vec::new(),
        Some(Entry::Monthly) => 1,
        Some(Entry::Quarterly) => 3,
        Some(Entry::Semiannual) => 6,
        Some(Entry::Annual) | None => 12,
    };
    let mut dates = vec![year.first];
    let mut date = year.first;
    while date <= year.last {
        date = after_months(date, months);
        dates.push(date);
    }
    dates
}
