//! Entry dates: the first and the last day on which someone who qualified can have entered.

use super::Conditions;
use crate::plan::eligibility::Entry;
use crate::testing::days::after_months;

impl Conditions {
    /// The first day on which entry is possible under what is known of the entry dates.
    pub(super) fn earliest_entry(&self, met: u32) -> u32 {
        match self.entry {
            None | Some(Entry::Immediate | Entry::NextPayroll) => met.max(self.year.first),
            Some(Entry::Monthly) => self.entry_date(met, 1),
            Some(Entry::Quarterly) => self.entry_date(met, 3),
            Some(Entry::Semiannual) => self.entry_date(met, 6),
            Some(Entry::Annual) => self.entry_date(met, 12),
        }
    }

    /// The last day on which entry is possible: a payroll comes within a month, entry dates within a year.
    pub(super) fn latest_entry(&self, met: u32) -> u32 {
        match self.entry {
            Some(Entry::NextPayroll) if met > self.year.first => after_months(met, 1),
            None => self.entry_date(met, 12),
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

    /// The entry date on or after a day, where one comes every so many months from the first day of the plan year.
    fn entry_date(&self, met: u32, months: u32) -> u32 {
        let mut entry = self.year.first;
        while entry < met && entry <= self.year.last {
            entry = after_months(entry, months);
        }
        entry
    }
}
