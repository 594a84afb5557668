//! The facts about one person, each declared once: flags, the facts file, the JSON of the API, the form and the questions follow.

pub mod file;
pub mod json;
pub mod relevant;
pub mod value;

use std::fmt;

use jiff::civil::Date;

use crate::money::{Percent, Usd};
use crate::syntax::phrase::nearest;
use value::{Age, Count, Deferring, FactKind, FactValue, MatchMoney, YesNo};

/// Declares the facts: the enum, the struct and what belongs to both follow.
macro_rules! facts {
    ($($(#[doc = $doc:literal])+ $variant:ident $field:ident: $value:ty = $name:literal $flag:literal in $group:ident;)+) => {
        /// The name of a fact.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fact {
            $($(#[doc = $doc])+ $variant,)+
        }

        /// What is known about a person; `None` is not told.
        #[derive(Clone, Default, PartialEq, Eq)]
        pub struct Facts {
            $($(#[doc = $doc])+ pub $field: Option<$value>,)+
        }

        impl Fact {
            /// In the order in which they are asked.
            pub const ALL: &'static [Fact] = &[$(Fact::$variant),+];

            /// In JSON, in the facts file and in forms: `pre_tax`.
            pub const fn name(self) -> &'static str {
                match self { $(Fact::$variant => $name),+ }
            }

            /// On the command line, without its dashes: `pre-tax`.
            pub const fn flag(self) -> &'static str {
                match self { $(Fact::$variant => $flag),+ }
            }

            pub const fn kind(self) -> FactKind {
                match self { $(Fact::$variant => <$value as FactValue>::KIND),+ }
            }

            pub const fn group(self) -> FactGroup {
                match self { $(Fact::$variant => FactGroup::$group),+ }
            }

            /// What it is, in English, for the command line's help.
            pub fn doc(self) -> &'static str {
                match self { $(Fact::$variant => concat!($($doc),+).trim_ascii()),+ }
            }
        }

        impl Facts {
            /// Reads and sets one fact.
            ///
            /// # Errors
            /// What is expected, never what was written.
            pub fn set(&mut self, fact: Fact, text: &str) -> Result<(), FactProblem> {
                match fact {
                    $(Fact::$variant => {
                        let read = <$value as FactValue>::read(text.trim());
                        self.$field = Some(read.map_err(|value::Unreadable| FactProblem::unreadable(fact))?);
                    })+
                }
                Ok(())
            }

            pub fn is_given(&self, fact: Fact) -> bool {
                match fact { $(Fact::$variant => self.$field.is_some()),+ }
            }

            /// These facts, and where one is not given that of `below`.
            fn over(self, below: Facts) -> Facts {
                Facts { $($field: self.$field.or(below.$field)),+ }
            }
        }
    };
}

facts! {
    /// Pay from this employer for the year, before any contribution
    Pay pay: Usd = "pay" "pay" in You;
    /// Age on December 31 of the year
    Age age: Age = "age" "age" in You;
    /// Date of birth, instead of the age
    BirthDate birth_date: Date = "birth_date" "birth-date" in You;
    /// Pre-tax deferrals for the year: dollars, a share of each paycheck such as 10%, or `limit`
    PreTax pre_tax: Deferring = "pre_tax" "pre-tax" in Contributions;
    /// Roth deferrals for the year: dollars, a share of each paycheck, or `limit`
    Roth roth: Deferring = "roth" "roth" in Contributions;
    /// Deferrals that payroll calls catch-up, not included in the two before
    CatchUp catch_up: Usd = "catch_up" "catch-up" in Contributions;
    /// Match for the year in dollars, or `auto` for the plan's formula
    Match matching: MatchMoney = "match" "match" in Contributions;
    /// Nonelective (profit-sharing) contributions for the year in dollars
    Nonelective nonelective: Usd = "nonelective" "nonelective" in Contributions;
    /// All money from the employer for the year, instead of match and nonelective
    Employer employer: Usd = "employer" "employer" in Contributions;
    /// After-tax contributions of this year so far
    AfterTaxSoFar after_tax_so_far: Usd = "after_tax_so_far" "after-tax-so-far" in Contributions;
    /// Deferrals this year to plans of other, unrelated employers
    OtherPlanDeferrals other_plan_deferrals: Usd = "other_plan_deferrals" "other-plan-deferrals" in Elsewhere;
    /// Contributions of every kind this year to other plans of this employer and related ones, without catch-up
    RelatedAdditions related_additions: Usd = "related_additions" "related-additions" in Elsewhere;
    /// Pay from this employer in the year before
    PriorPay prior_pay: Usd = "prior_pay" "prior-pay" in Standing;
    /// Share of the employer owned, with that of spouse, children, grandchildren and parents
    Ownership ownership: Percent = "ownership" "ownership" in Standing;
    /// Whether the employer counts this person among the highly compensated this year
    Hce hce: YesNo = "hce" "hce" in Standing;
    /// Whether this person is in the top-paid 20%, where the plan elected that
    TopPaid top_paid: YesNo = "top_paid" "top-paid" in Standing;
    /// Wages for Social Security (box 3 of Form W-2) from this employer in the year before
    PriorFicaWages prior_fica_wages: Usd = "prior_fica_wages" "prior-fica-wages" in Standing;
    /// Whether this person may make after-tax contributions under the plan, where HR knows
    Eligible eligible: YesNo = "eligible" "eligible" in Standing;
    /// First day of work
    HireDate hire_date: Date = "hire_date" "hire-date" in Standing;
    /// Completed years of service
    YearsOfService years_of_service: Count = "years_of_service" "years-of-service" in Standing;
    /// First day as a participant in the plan
    InPlanSince in_plan_since: Date = "in_plan_since" "in-plan-since" in Standing;
    /// Paychecks a year
    PayPeriods pay_periods: Count = "pay_periods" "pay-periods" in Payroll;
    /// Paychecks left this year
    PeriodsLeft periods_left: Count = "periods_left" "periods-left" in Payroll;
    /// After-tax contributions in the account that move to Roth, without earnings
    Basis basis: Usd = "basis" "basis" in Taxes;
    /// Earnings on after-tax contributions until they move to Roth
    Earnings earnings: Usd = "earnings" "earnings" in Taxes;
    /// Tax on one more dollar of income, federal and state together
    TaxRate tax_rate: Percent = "tax_rate" "tax-rate" in Taxes;
    /// Growth a year to assume for the cost of waiting
    Growth growth: Percent = "growth" "growth" in Taxes;
    /// Amount to withdraw from the after-tax account, if not all of it
    Withdrawal withdrawal: Usd = "withdrawal" "withdrawal" in Taxes;
    /// Of the withdrawal, rolled over directly to a traditional IRA or pre-tax account
    ToTraditional to_traditional: Usd = "to_traditional" "to-traditional" in Taxes;
    /// Of the withdrawal, rolled over directly to a Roth IRA
    ToRoth to_roth: Usd = "to_roth" "to-roth" in Taxes;
    /// Of what was paid out, rolled over to a traditional IRA within 60 days
    LaterToTraditional later_to_traditional: Usd = "later_to_traditional" "later-to-traditional" in Taxes;
    /// Of what was paid out, rolled over to a Roth IRA within 60 days
    LaterToRoth later_to_roth: Usd = "later_to_roth" "later-to-roth" in Taxes;
}

/// Which facts stand together in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FactGroup {
    You,
    Contributions,
    Elsewhere,
    Standing,
    Payroll,
    Taxes,
}

/// Something wrong with the facts. It never holds a value: facts are personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactProblem {
    /// The value of this fact is not of its kind.
    Unreadable { fact: Fact, expected: FactKind },
    /// No fact has this name.
    UnknownName { name: String, near: Option<Fact> },
    /// Stated twice.
    Twice { fact: Fact },
    /// These two cannot both be given.
    Conflict { fact: Fact, other: Fact },
    /// This one is more than that one allows: more paychecks left than there are, say.
    TooMuch { fact: Fact, than: Fact },
    /// The facts are no table of names and values.
    NotATable,
    /// The facts file cannot be read as YAML.
    Syntax,
}

impl Facts {
    /// Reads facts by name, from flags, a form or JSON. A blank value is a fact that is not given, `None` one that cannot be
    /// read.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn read_pairs<'n>(
        pairs: impl Iterator<Item = (&'n str, Option<String>)>,
    ) -> Result<Facts, Vec<FactProblem>> {
        let mut facts = Facts::default();
        let mut problems = Vec::new();
        let mut seen: Vec<Fact> = Vec::new();
        for (name, value) in pairs {
            let result = match (Fact::named(name), value) {
                (None, _) => Err(FactProblem::unknown(name)),
                (Some(fact), _) if seen.contains(&fact) => Err(FactProblem::Twice { fact }),
                (Some(fact), None) => Err(FactProblem::unreadable(fact)),
                (Some(fact), Some(value)) => {
                    seen.push(fact);
                    if value.trim().is_empty() { Ok(()) } else { facts.set(fact, &value) }
                }
            };
            problems.extend(result.err());
        }
        problems.extend(facts.conflicts());
        if problems.is_empty() { Ok(facts) } else { Err(problems) }
    }

    /// The facts with those of `other` set over them.
    #[must_use]
    pub fn or(self, other: Facts) -> Facts {
        other.over(self)
    }

    /// Facts that cannot both hold.
    pub fn conflicts(&self) -> Vec<FactProblem> {
        let pairs = [
            (Fact::Age, Fact::BirthDate),
            (Fact::Employer, Fact::Match),
            (Fact::Employer, Fact::Nonelective),
        ];
        let both = |(fact, other): &(Fact, Fact)| self.is_given(*fact) && self.is_given(*other);
        let mut problems: Vec<FactProblem> = pairs
            .iter()
            .filter(|pair| both(pair))
            .map(|(fact, other)| FactProblem::Conflict { fact: *fact, other: *other })
            .collect();
        let more = |left: Option<Count>, whole: Option<Count>| matches!((left, whole), (Some(left), Some(whole)) if left > whole);
        if more(self.periods_left, self.pay_periods) {
            problems.push(FactProblem::TooMuch { fact: Fact::PeriodsLeft, than: Fact::PayPeriods });
        }
        problems.extend(self.sent_beyond());
        problems
    }

    /// More money sent somewhere than there is: such a split cannot be shown, and dropping it would hide the mistake.
    fn sent_beyond(&self) -> Option<FactProblem> {
        let account = self.basis.zip(self.earnings).map(|(basis, earnings)| basis + earnings);
        if self.withdrawal.zip(account).is_some_and(|(withdrawal, account)| withdrawal > account) {
            return Some(FactProblem::TooMuch { fact: Fact::Withdrawal, than: Fact::Basis });
        }
        let named = [
            (Fact::ToTraditional, self.to_traditional),
            (Fact::ToRoth, self.to_roth),
            (Fact::LaterToTraditional, self.later_to_traditional),
            (Fact::LaterToRoth, self.later_to_roth),
        ];
        let sent: Usd = named.iter().filter_map(|(_, amount)| *amount).sum();
        let (fact, _) = named.into_iter().rfind(|(_, amount)| amount.is_some())?;
        match (self.withdrawal, account) {
            (Some(withdrawal), _) => {
                (sent > withdrawal).then_some(FactProblem::TooMuch { fact, than: Fact::Withdrawal })
            }
            (None, Some(account)) => {
                (sent > account).then_some(FactProblem::TooMuch { fact, than: Fact::Basis })
            }
            (None, None) => None,
        }
    }

    /// Is nothing told?
    pub fn is_empty(&self) -> bool {
        Fact::ALL.iter().all(|fact| !self.is_given(*fact))
    }
}

impl FactProblem {
    /// A name that no fact has. A long one may be anything, so that only its start is kept.
    pub(crate) fn unknown(name: &str) -> Self {
        let near = nearest(name, Fact::ALL.iter().map(|fact| fact.name())).and_then(Fact::named);
        FactProblem::UnknownName { name: name.chars().take(40).collect(), near }
    }

    pub(crate) fn unreadable(fact: Fact) -> Self {
        FactProblem::Unreadable { fact, expected: fact.kind() }
    }
}

impl Fact {
    pub fn named(name: &str) -> Option<Fact> {
        Fact::ALL.iter().copied().find(|fact| fact.name() == name || fact.flag() == name)
    }
}

/// Which facts are given, never their values.
impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = Fact::ALL.iter().filter(|fact| self.is_given(**fact)).map(|fact| fact.name());
        f.debug_set().entries(given).finish()
    }
}
