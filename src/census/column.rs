//! The columns that a census can have: names, what they mean, and what it means that one is absent.

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
}

/// A column that holds dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateField {
    Birth,
    Hire,
    Termination,
}

/// A column that holds percentages of ownership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Share {
    Now,
    Prior,
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
pub const MONEY_COLUMNS: usize = 14;

/// Whether a test can do without a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Required,
    /// The sentence says what follows from its absence.
    Optional(&'static str),
}

impl Column {
    /// In the order of the documentation.
    pub const ALL: [Column; 28] = [
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
        }
    }

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
        }
    }
}

impl Money {
    /// Whether a total for the year can be below zero. Pay and employees' own contributions cannot; employer money can
    /// where a payroll takes back more than it gave.
    pub fn may_be_negative(self) -> bool {
        match self {
            Money::Compensation | Money::PreTax | Money::Roth | Money::CatchUp | Money::AfterTax => false,
            Money::PriorCompensation
            | Money::Match
            | Money::SafeHarborMatch
            | Money::Nonelective
            | Money::SafeHarborNonelective
            | Money::Qnec
            | Money::Qmac
            | Money::Forfeitures
            | Money::PriorFicaWages => true,
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
