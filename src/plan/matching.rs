//! Matching contributions.

use crate::syntax::phrase::limit::Limit;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::Sources;
use crate::syntax::phrase::vesting::Vesting;

crate::section! {
    /// Matching contributions.
    Matching "match" {
        /// The formula.
        formula: MatchFormula = "formula", ask "What is the match formula?";
        /// The contributions that are matched.
        sources: Sources = "sources", ask "Which contributions are matched: pre-tax, Roth, catch-up, after-tax, student-loan payments?";
        /// The period over which the formula is applied.
        period: MatchPeriod = "period", ask "Over which period is the match computed: each payroll, or the whole plan year?";
        /// Whether a per-payroll match is made up at year end.
        true_up: Permission = "true-up", ask "Is the match trued up after the end of the year for those who reached the deferral limit early?";
        /// What must be met to receive it.
        conditions: AllocationConditions = "conditions", ask "Must a participant be employed on the last day, or work 1,000 hours, to receive the match?";
        /// Vesting of the match.
        vesting: Vesting = "vesting", ask "What is the vesting schedule of the match?";
        /// Whether participants may take the match as Roth.
        roth_option: Permission = "roth-option", ask "May participants have the match made as Roth?";
        /// Whether only those who are fully vested in it may.
        roth_vested_only: Permission = "roth-vested-only", ask "May only participants who are fully vested in the match have it made as Roth?";
        /// Whether student-loan payments are matched.
        student_loan: Permission = "student-loan", ask "Are qualified student loan payments matched?";
        /// Whether they are matched as deferrals are: at the same rate, for the same employees, with the same vesting.
        student_loan_same_terms: Permission = "student-loan-same-terms", ask "Are student loan payments matched at the same rate, for the same employees and with the same vesting as deferrals?";
        /// Whether employees certify their payments every year.
        student_loan_certified: Permission = "student-loan-certified", ask "Does each employee certify every year that the student loan payments were made?";
        /// Whether only payments within the limit on deferrals count.
        student_loan_capped: Permission = "student-loan-capped", ask "Are student loan payments matched only up to the year's limit on deferrals, less the employee's deferrals?";
        /// A formula of its own for highly compensated employees.
        hce_formula: MatchFormula = "hce-formula", ask "Do highly compensated employees have a match formula of their own?";
        /// A discretionary match that comes on top of the formula.
        discretionary_formula: MatchFormula = "discretionary-formula", ask "Beside the match formula, may the employer make a discretionary match, and by which formula is it allocated?";
        /// The most that a discretionary match may come to.
        discretionary_limit: Limit = "discretionary-limit", ask "What is the most that the discretionary match may come to?";
    }
}

crate::choice! {
    /// The period over which a match is computed.
    MatchPeriod "a match period" {
        Payroll = "payroll",
        Month = "month",
        Quarter = "quarter",
        PlanYear = "plan year",
    }
}

crate::choice! {
    /// What must be met to share in a contribution.
    AllocationConditions "an allocation condition" {
        None = "none",
        LastDay = "last day",
        ThousandHours = "1,000 hours",
        Both = "last day and 1,000 hours",
    }
}
