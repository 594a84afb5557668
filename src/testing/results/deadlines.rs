//! The days by which a failed test must be corrected, and the excise after the first of them.

use crate::money::exact::Cents;
use crate::nondiscrimination::deadlines::{Arrangement, Deadlines as Days};

/// For all failed tests of one plan year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    pub days: Days,
    pub arrangement: Arrangement,
    /// Excess contributions and excess aggregate contributions that do not stay as catch-up contributions.
    pub excess: Cents,
    /// What the employer owes on them if they are not corrected by the first day.
    pub excise: Cents,
}
