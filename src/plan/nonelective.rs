//! Nonelective (profit-sharing) contributions.

use super::matching::AllocationConditions;
use crate::syntax::phrase::nonelective::Nonelective;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::vesting::Vesting;

crate::section! {
    /// Employer money that does not depend on what an employee contributes.
    NonelectiveSection "nonelective" {
        /// The formula.
        formula: Nonelective = "formula", ask "Does the employer make nonelective (profit-sharing) contributions, and by which formula?";
        /// What must be met to receive it.
        conditions: AllocationConditions = "conditions", ask "Must a participant be employed on the last day, or work 1,000 hours, to receive nonelective contributions?";
        /// Vesting of nonelective contributions.
        vesting: Vesting = "vesting", ask "What is the vesting schedule of nonelective contributions?";
        /// Whether participants may take nonelective contributions as Roth.
        roth_option: Permission = "roth-option", ask "May participants have nonelective contributions made as Roth?";
        /// Whether only those who are fully vested in them may.
        roth_vested_only: Permission = "roth-vested-only", ask "May only participants who are fully vested in nonelective contributions have them made as Roth?";
    }
}
