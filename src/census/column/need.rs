//! What it means for a test that a census has no such column.

use super::Column;

/// Whether a test can do without a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Required,
    /// The sentence says what follows from its absence.
    Optional(&'static str),
}

impl Column {
    /// What a census without this column means for a test.
    pub fn need(self) -> Need {
        match self {
            Column::EmployeeId | Column::Compensation => Need::Required,
            Column::PlanId => Need::Optional("all rows are of one plan"),
            Column::EmployerGroup => {
                Need::Optional("each plan is tested alone: nothing is added up over plans of one employer")
            }
            Column::BirthDate => {
                Need::Optional("catch-up contributions, entry and exclusions by age are unknown")
            }
            Column::HireDate => Need::Optional("entry and exclusions by service are unknown"),
            Column::TerminationDate => Need::Optional("nobody is taken to have left"),
            Column::Hours => Need::Optional("conditions on hours of service are unknown"),
            Column::PriorCompensation => {
                Need::Optional("who is highly compensated is unknown, unless `hce` says it")
            }
            Column::Ownership => Need::Optional("nobody is taken to own any part of the employer"),
            Column::PriorOwnership => {
                Need::Optional("nobody is taken to have owned any part of the employer the year before")
            }
            Column::FamilyOf => Need::Optional("no stock is attributed between members of a family"),
            Column::Officer => Need::Optional("nobody is taken to be an officer"),
            Column::Union => Need::Optional("nobody is taken to be under a collective bargaining agreement"),
            Column::Hce => Need::Optional("worked out from ownership and prior pay"),
            Column::Eligible => Need::Optional("worked out from the dates and the plan's conditions"),
            Column::AfterTax => Need::Optional("unknown if the plan allows them: ACP is not computed then"),
            Column::PreTax
            | Column::Roth
            | Column::CatchUp
            | Column::Match
            | Column::SafeHarborMatch
            | Column::Nonelective
            | Column::SafeHarborNonelective
            | Column::Qnec
            | Column::Qmac
            | Column::Forfeitures => Need::Optional("taken as $0 for everyone"),
            Column::PriorFicaWages => {
                Need::Optional("who must make catch-up contributions as Roth is unknown")
            }
            Column::MatchVested => Need::Optional("vested match is told from the plan's vesting schedule"),
            Column::Balance => Need::Optional("whether the plan is top-heavy is unknown"),
            Column::AccountIncome => {
                Need::Optional("the income that goes back with a refund is for the administrator to work out")
            }
            Column::AfterTaxConverted => {
                Need::Optional("whose after-tax money has moved to Roth already is unknown")
            }
        }
    }
}
