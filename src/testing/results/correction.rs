//! What a failed test takes back, from whom.

use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::shift::Shift;
use crate::testing::unanswered::Unanswered;

/// What a failed test takes back.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The highest ratio that passes, in hundredths of a point, exact.
    pub highest_permitted: Option<crate::money::exact::Fraction>,
    /// The sum of all shares: what is above the highest permitted ratio.
    pub excess_total: Cents,
    /// By excess, greatest first, then by employee; who bears nothing is left out.
    pub shares: Vec<Share>,
    /// What could not be apportioned, because it is in other plans of the employer.
    pub left_over: Cents,
    /// The smallest uniform contribution to all non-highly compensated employees with which the test passes.
    pub qnec: Option<QnecToPass>,
    /// Elective deferrals that help the ACP test, where the plan may shift them and that suffices.
    pub shift: Option<Shift>,
    /// What the division of shares hangs on and is not known; it is divided as if nothing of it applied.
    pub unanswered: Unanswered,
}

/// A uniform QNEC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QnecToPass {
    /// Of pay.
    pub rate: Hundredths,
    pub total: Cents,
}

/// One person's part of a correction: `excess` is the sum of `catch_up`, `excess_deferral`, `recharacterized` and
/// `refund` in the ADP test, of `after_tax`, `match_vested` and `match_forfeited` in the ACP test.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Share {
    pub employee_id: String,
    /// The row in the census.
    pub row: u32,
    /// The ratio before the correction.
    pub ratio: Hundredths,
    pub contributions: Cents,
    pub excess: Cents,
    /// Stays in the plan as catch-up contributions.
    pub catch_up: Cents,
    /// Goes back anyway as an excess deferral.
    pub excess_deferral: Cents,
    /// Stays in the plan as an after-tax contribution, and is in the ACP test.
    pub recharacterized: Cents,
    /// To be paid out, without income.
    pub refund: Cents,
    pub after_tax: Cents,
    pub match_vested: Cents,
    pub match_forfeited: Cents,
    /// Forfeited besides, because what it matched went back; never paid out for that reason.
    pub related_match: Cents,
    /// The parts of an ADP refund; `None` where both kinds are in the plan, and the plan or the participant chooses.
    pub refund_pre_tax: Option<Cents>,
    pub refund_roth: Option<Cents>,
    /// Income that goes with the refund; `None` where the census does not tell. Negative in a year of losses.
    pub income: Option<Cents>,
    /// After-tax money that moved to Roth in the year; `None` where the census does not tell.
    pub converted: Option<Cents>,
}

impl Share {
    /// What is paid out: the refund with its income, or less its loss; `None` where the census does not tell.
    pub fn payout(&self) -> Option<Cents> {
        self.income.map(|income| self.refund + income)
    }
}
