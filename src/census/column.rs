//! The columns that a census can have, and what their cells hold.

mod need;

pub use need::Need;

/// A column of the census by its stable name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    PlanId,
    EmployerGroup,
    EmployeeId,
    BirthDate,
    HireDate,
    TerminationDate,
    Hours,
    Compensation,
    PriorCompensation,
    Ownership,
    PriorOwnership,
    FamilyOf,
    Officer,
    Union,
    Hce,
    Eligible,
    PreTax,
    Roth,
    CatchUp,
    AfterTax,
    Match,
    SafeHarborMatch,
    Nonelective,
    SafeHarborNonelective,
    Qnec,
    Qmac,
    Forfeitures,
    PriorFicaWages,
    MatchVested,
    Balance,
    AccountIncome,
    AfterTaxConverted,
}

/// A column that holds dollars; also the place of its amount in a [`Participant`](super::participant::Participant).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Money {
    Compensation,
    PriorCompensation,
    PreTax,
    Roth,
    CatchUp,
    AfterTax,
    Match,
    SafeHarborMatch,
    Nonelective,
    SafeHarborNonelective,
    Qnec,
    Qmac,
    Forfeitures,
    PriorFicaWages,
    Balance,
    AccountIncome,
    AfterTaxConverted,
}

/// A column that holds dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateField {
    Birth,
    Hire,
    Termination,
}

/// A column that holds percentages: two of ownership, and the vested share of the match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Share {
    Now,
    Prior,
    MatchVested,
}

/// A column that holds yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    Officer,
    Union,
    Hce,
    Eligible,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Plan,
    Group,
    Employee,
    Family,
    Date(DateField),
    Hours,
    Money(Money),
    Percent(Share),
    YesNo(Flag),
}

/// How many columns hold dollars.
pub const MONEY_COLUMNS: usize = 17;

impl Column {
    /// In the order of the documentation.
    pub const ALL: [Column; 32] = [
        Column::PlanId,
        Column::EmployerGroup,
        Column::EmployeeId,
        Column::BirthDate,
        Column::HireDate,
        Column::TerminationDate,
        Column::Hours,
        Column::Compensation,
        Column::PriorCompensation,
        Column::Ownership,
        Column::PriorOwnership,
        Column::FamilyOf,
        Column::Officer,
        Column::Union,
        Column::Hce,
        Column::Eligible,
        Column::PreTax,
        Column::Roth,
        Column::CatchUp,
        Column::AfterTax,
        Column::Match,
        Column::SafeHarborMatch,
        Column::Nonelective,
        Column::SafeHarborNonelective,
        Column::Qnec,
        Column::Qmac,
        Column::Forfeitures,
        Column::PriorFicaWages,
        Column::MatchVested,
        Column::Balance,
        Column::AccountIncome,
        Column::AfterTaxConverted,
    ];

    /// The stable name, as a header has it.
    pub fn name(self) -> &'static str {
        match self {
            Column::PlanId => "plan_id",
            Column::EmployerGroup => "employer_group",
            Column::EmployeeId => "employee_id",
            Column::BirthDate => "birth_date",
            Column::HireDate => "hire_date",
            Column::TerminationDate => "termination_date",
            Column::Hours => "hours",
            Column::Compensation => "compensation",
            Column::PriorCompensation => "prior_compensation",
            Column::Ownership => "ownership",
            Column::PriorOwnership => "prior_ownership",
            Column::FamilyOf => "family_of",
            Column::Officer => "officer",
            Column::Union => "union",
            Column::Hce => "hce",
            Column::Eligible => "eligible",
            Column::PreTax => "pre_tax",
            Column::Roth => "roth",
            Column::CatchUp => "catch_up",
            Column::AfterTax => "after_tax",
            Column::Match => "match",
            Column::SafeHarborMatch => "safe_harbor_match",
            Column::Nonelective => "nonelective",
            Column::SafeHarborNonelective => "safe_harbor_nonelective",
            Column::Qnec => "qnec",
            Column::Qmac => "qmac",
            Column::Forfeitures => "forfeitures",
            Column::PriorFicaWages => "prior_fica_wages",
            Column::MatchVested => "match_vested",
            Column::Balance => "balance",
            Column::AccountIncome => "account_income",
            Column::AfterTaxConverted => "after_tax_converted",
        }
    }

    pub fn named(name: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.name() == name)
    }

    pub fn kind(self) -> Kind {
        match self {
            Column::PlanId => Kind::Plan,
            Column::EmployerGroup => Kind::Group,
            Column::EmployeeId => Kind::Employee,
            Column::FamilyOf => Kind::Family,
            Column::BirthDate => Kind::Date(DateField::Birth),
            Column::HireDate => Kind::Date(DateField::Hire),
            Column::TerminationDate => Kind::Date(DateField::Termination),
            Column::Hours => Kind::Hours,
            Column::Ownership => Kind::Percent(Share::Now),
            Column::PriorOwnership => Kind::Percent(Share::Prior),
            Column::Officer => Kind::YesNo(Flag::Officer),
            Column::Union => Kind::YesNo(Flag::Union),
            Column::Hce => Kind::YesNo(Flag::Hce),
            Column::Eligible => Kind::YesNo(Flag::Eligible),
            Column::Compensation => Kind::Money(Money::Compensation),
            Column::PriorCompensation => Kind::Money(Money::PriorCompensation),
            Column::PreTax => Kind::Money(Money::PreTax),
            Column::Roth => Kind::Money(Money::Roth),
            Column::CatchUp => Kind::Money(Money::CatchUp),
            Column::AfterTax => Kind::Money(Money::AfterTax),
            Column::Match => Kind::Money(Money::Match),
            Column::SafeHarborMatch => Kind::Money(Money::SafeHarborMatch),
            Column::Nonelective => Kind::Money(Money::Nonelective),
            Column::SafeHarborNonelective => Kind::Money(Money::SafeHarborNonelective),
            Column::Qnec => Kind::Money(Money::Qnec),
            Column::Qmac => Kind::Money(Money::Qmac),
            Column::Forfeitures => Kind::Money(Money::Forfeitures),
            Column::PriorFicaWages => Kind::Money(Money::PriorFicaWages),
            Column::MatchVested => Kind::Percent(Share::MatchVested),
            Column::Balance => Kind::Money(Money::Balance),
            Column::AccountIncome => Kind::Money(Money::AccountIncome),
            Column::AfterTaxConverted => Kind::Money(Money::AfterTaxConverted),
        }
    }
}

impl Money {
    /// Whether a total for the year can be below zero. Pay and employees' own contributions cannot; employer money can
    /// where a payroll takes back more than it gave.
    pub fn may_be_negative(self) -> bool {
        match self {
            Money::Compensation
            | Money::PreTax
            | Money::Roth
            | Money::CatchUp
            | Money::AfterTax
            | Money::AfterTaxConverted => false,
            Money::PriorCompensation
            | Money::Match
            | Money::SafeHarborMatch
            | Money::Nonelective
            | Money::SafeHarborNonelective
            | Money::Qnec
            | Money::Qmac
            | Money::Forfeitures
            | Money::PriorFicaWages
            | Money::Balance
            | Money::AccountIncome => true,
        }
    }

    /// Contributions and forfeitures of the year, which only somebody with pay can have.
    pub const CONTRIBUTIONS: [Money; 11] = [
        Money::PreTax,
        Money::Roth,
        Money::CatchUp,
        Money::AfterTax,
        Money::Match,
        Money::SafeHarborMatch,
        Money::Nonelective,
        Money::SafeHarborNonelective,
        Money::Qnec,
        Money::Qmac,
        Money::Forfeitures,
    ];
}
