//! What the law says in numbers and dates: limits by year and provisions, each cited. No plan is known here.

use std::sync::OnceLock;

use jiff::civil::Date;

use self::limits::Limit;
use self::provisions::{DatedProvision, Provision};
use self::years::{LimitValue, YearBlock, YearLimits};

pub mod limits;
pub mod provisions;
pub mod years;

#[cfg(test)]
mod tests;

/// The tables that this program carries. A year is read when it is first asked for, and kept.
#[derive(Debug)]
pub struct Law {
    years: Vec<YearBlock>,
    provisions: OnceLock<Vec<DatedProvision>>,
}

impl Law {
    /// The law as published up to this build, shared by every thread.
    pub fn current() -> &'static Law {
        static CURRENT: OnceLock<Law> = OnceLock::new();
        CURRENT.get_or_init(|| Law {
            years: years::blocks(include_str!("law/limits.yaml")),
            provisions: OnceLock::new(),
        })
    }

    /// What `limit` is for `year`, or `None` where nothing is published as far as this table knows.
    ///
    /// What a year means differs by limit: see [`Limit::year_key`]. A missing value is never filled in.
    pub fn limit(&self, limit: Limit, year: i16) -> Option<&LimitValue> {
        self.year(year)?.limit(limit)
    }

    /// The years that have a block, oldest first. Later years may hold only a few values.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        self.years.iter().map(YearBlock::year)
    }

    /// Everything that is known for one year, or `None` for a year without a block.
    pub fn year(&self, year: i16) -> Option<&YearLimits> {
        self.years.iter().find(|block| block.year() == year).map(YearBlock::limits)
    }

    /// Whether a provision governs on `date`: the day of a distribution or contribution, or the first day of the
    /// plan or taxable year, whichever [`DatedProvision::applies_to`] says.
    pub fn in_force(&self, provision: Provision, date: Date) -> bool {
        self.provision(provision).in_force(date)
    }

    /// The dates, title and citation of a provision.
    pub fn provision(&self, provision: Provision) -> &DatedProvision {
        &self.provisions()[provision as usize]
    }

    /// Every provision, in the order of [`Provision::ALL`].
    pub fn provisions(&self) -> &[DatedProvision] {
        self.provisions.get_or_init(|| {
            provisions::read(include_str!("law/provisions.yaml"))
                .expect("internal error: src/law/provisions.yaml cannot be read")
        })
    }
}
