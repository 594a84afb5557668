//! Safe harbor designs.

use jiff::civil::Date;

use crate::syntax::phrase::permission::Permission;

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
