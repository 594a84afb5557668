//! Nonelective (profit-sharing) contributions.

use super::matching::AllocationConditions;
use crate::syntax::phrase::nonelective::Nonelective;
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
    }
}
