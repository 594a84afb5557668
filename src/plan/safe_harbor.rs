//! Safe harbor designs.

use jiff::civil::Date;

use super::matching::AllocationConditions;
use crate::money::Percent;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::vesting::Vesting;

crate::section! {
    /// A safe harbor design, which replaces the ADP test and may replace the ACP test of the match.
    SafeHarbor "safe-harbor" {
        /// The design.
        kind: SafeHarborType = "type", ask "Is the plan a safe harbor plan, and of which design?";
        /// Whether the match is meant to meet the ACP safe harbor too.
        acp: Permission = "acp", ask "Is the match meant to satisfy the ACP safe harbor as well?";
        /// Whether the yearly notice is given.
        notice: Permission = "notice", ask "Is the yearly safe harbor notice given?";
        /// When the design was adopted for the year.
        adopted: Date = "adopted", ask "When was the safe harbor design adopted for this plan year?";
        /// The safe harbor nonelective contribution, where `nonelective.formula` does not tell it.
        percent: Percent = "percent", ask "Which share of pay is the safe harbor nonelective contribution?";
        /// Vesting of the safe harbor contributions, where other employer money vests otherwise.
        vesting: Vesting = "vesting", ask "What is the vesting schedule of the safe harbor contributions?";
        /// What must be met to receive them, where other employer money has conditions of its own.
        conditions: AllocationConditions = "conditions", ask "Must a participant be employed on the last day, or work 1,000 hours, to receive the safe harbor contributions?";
        /// Whether a contingent notice leaves open, before the year, if the nonelective contribution will be made.
        contingent_notice: Permission = "contingent-notice", ask "Does the plan give a contingent (\"maybe\") notice before the year, and a second one if it makes the safe harbor contribution?";
    }
}

crate::choice! {
    /// The safe harbor designs of IRC 401(k)(12), (13).
    SafeHarborType "a safe harbor design" {
        None = "none",
        BasicMatch = "basic match",
        EnhancedMatch = "enhanced match",
        Nonelective = "3% nonelective",
        QacaMatch = "QACA match",
        QacaNonelective = "QACA nonelective",
    }
}

impl SafeHarborType {
    /// Is the contribution that the design rests on a match?
    pub fn is_match(self) -> bool {
        match self {
            SafeHarborType::BasicMatch | SafeHarborType::EnhancedMatch | SafeHarborType::QacaMatch => true,
            SafeHarborType::None | SafeHarborType::Nonelective | SafeHarborType::QacaNonelective => false,
        }
    }

    /// Does it rest on automatic enrollment (IRC 401(k)(13))?
    pub fn is_qaca(self) -> bool {
        match self {
            SafeHarborType::QacaMatch | SafeHarborType::QacaNonelective => true,
            SafeHarborType::None
            | SafeHarborType::BasicMatch
            | SafeHarborType::EnhancedMatch
            | SafeHarborType::Nonelective => false,
        }
    }
}
