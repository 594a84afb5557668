//! Elective contributions that help the ACP test instead of the ADP test (26 CFR 1.401(m)-2(a)(6)(ii)): only from an
//! arrangement that must pass the ADP test, and only while it passes without them.

use super::comparison::{Comparison, compare};
use crate::money::exact::Hundredths;

/// Whose elective contributions are shifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// Equal percentage points of both groups.
    BothGroups,
    /// Of the non-highly compensated alone, as in the example of the regulation.
    NhcesOnly,
}

/// Both tests; the averages are of the same employees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tests {
    pub adp: Comparison,
    pub acp: Comparison,
}

/// A shift and what both tests come to with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    pub points: Hundredths,
    pub after: Tests,
}

impl Tests {
    /// Both tests.
    pub fn pass(&self) -> bool {
        self.adp.passes() && self.acp.passes()
    }

    /// Both tests with so many points taken from one and added to the other.
    pub fn with(&self, points: Hundredths, whose: Whose) -> Tests {
        let of_hces = match whose {
            Whose::BothGroups => points,
            Whose::NhcesOnly => Hundredths::ZERO,
        };
        Tests {
            adp: compare(self.adp.hce - of_hces, self.adp.nhce - points),
            acp: compare(self.acp.hce + of_hces, self.acp.nhce + points),
        }
    }
}

/// The most points that may go while the ADP test passes without them; `None` if it fails as it is.
pub fn available(adp: &Comparison, whose: Whose) -> Option<Hundredths> {
    let tests = Tests { adp: *adp, acp: compare(Hundredths::ZERO, Hundredths::ZERO) };
    points(adp, whose).rev().find(|points| tests.with(*points, whose).adp.passes())
}

/// The smallest shift with which both tests pass, or that none does.
pub fn smallest(tests: &Tests, whose: Whose) -> Option<Shift> {
    let shifts = points(&tests.adp, whose).map(|points| Shift { points, after: tests.with(points, whose) });
    shifts.into_iter().find(|shift| shift.after.pass())
}

/// Whole hundredths, up to what the group with less has.
fn points(adp: &Comparison, whose: Whose) -> impl DoubleEndedIterator<Item = Hundredths> + use<> {
    let most = match whose {
        Whose::BothGroups => adp.hce.min(adp.nhce),
        Whose::NhcesOnly => adp.nhce,
    };
    (0..=most.0).map(Hundredths)
}
