//! Coverage (IRC 410(b)): the ratio percentage, the nondiscriminatory classification, and who is left out of the count.

use crate::money::exact::{Cents, Hundredths};

/// Heads in the test. Who benefits under a 401(k) or 401(m) plan is who is eligible (26 CFR 1.410(b)-3(a)(2)(i)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heads {
    pub hces: u32,
    pub hces_benefiting: u32,
    pub nhces: u32,
    pub nhces_benefiting: u32,
}

/// The test with its steps, each rounded half up to 0.01 point (26 CFR 1.410(b)-9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// Benefiting share of each group; `None` of no one.
    pub hce: Option<Hundredths>,
    pub nhce: Option<Hundredths>,
    pub ratio: Result<Hundredths, Deemed>,
}

/// Why there is nothing to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deemed {
    /// No highly compensated employee benefits (26 CFR 1.410(b)-2(b)(6)).
    NoHceBenefits,
    /// There are no non-highly compensated employees (26 CFR 1.410(b)-2(b)(5)).
    NoNhces,
}

/// The ratio at which coverage passes without more (26 CFR 1.410(b)-2(b)(2)).
pub const RATIO_TEST: Hundredths = Hundredths::percent(70);

/// The harbors for a concentration of non-highly compensated employees (26 CFR 1.410(b)-4(c)(4)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Harbors {
    /// Whole percent, rounded down.
    pub concentration: u32,
    pub safe: Hundredths,
    pub unsafe_below: Hundredths,
}

/// What the classification comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Classification {
    /// At or above the safe harbor.
    SafeHarbor,
    /// Between the harbors.
    FactsAndCircumstances,
    /// Below the unsafe harbor.
    Discriminatory,
}

/// An employee who did not benefit, and who is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaver {
    /// Hours of service in the plan year.
    pub hours: u32,
    pub cause: NotBenefiting,
}

/// Why an employee did not benefit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotBenefiting {
    /// Only a minimum of hours or employment on the last day.
    HoursOrLastDay,
    Other,
}

/// The share of the non-highly compensated who benefit over that of the highly compensated (26 CFR 1.410(b)-9).
pub fn coverage(heads: &Heads) -> Coverage {
    let hce = share(heads.hces_benefiting, heads.hces);
    let nhce = share(heads.nhces_benefiting, heads.nhces);
    let ratio = if heads.nhces == 0 {
        Err(Deemed::NoNhces)
    } else if heads.hces_benefiting == 0 {
        Err(Deemed::NoHceBenefits)
    } else {
        // The ratio of the exact shares: rounding them first would move it.
        let over = product(heads.nhces_benefiting, heads.hces);
        let under = product(heads.nhces, heads.hces_benefiting);
        Ok(over.ratio_of(under).unwrap_or_default())
    };
    Coverage { hce, nhce, ratio }
}

impl Coverage {
    /// Whether the ratio percentage test alone is passed.
    pub fn passes_ratio_test(&self) -> bool {
        self.ratio.is_ok_and(|ratio| ratio >= RATIO_TEST) || self.ratio.is_err()
    }
}

/// 50% and 40%, less three quarters of a point for each whole percent of concentration above 60; the unsafe harbor
/// stops at 20%.
pub fn harbors(nhces: u32, employees: u32) -> Harbors {
    let concentration = u64::from(nhces) * 100 / u64::from(employees).max(1);
    let concentration = u32::try_from(concentration).unwrap_or(100).min(100);
    let less = Hundredths(75 * i64::from(concentration.saturating_sub(60)));
    let safe = Hundredths::percent(50) - less;
    let unsafe_below = (Hundredths::percent(40) - less).max(Hundredths::percent(20));
    Harbors { concentration, safe, unsafe_below }
}

/// Where a ratio stands beside the harbors (26 CFR 1.410(b)-4(c)(2)-(3)).
pub fn classify(ratio: Hundredths, harbors: &Harbors) -> Classification {
    if ratio >= harbors.safe {
        Classification::SafeHarbor
    } else if ratio >= harbors.unsafe_below {
        Classification::FactsAndCircumstances
    } else {
        Classification::Discriminatory
    }
}

impl Leaver {
    /// Left out of the test: terminated with no more than 500 hours, and not benefiting for no other reason than hours
    /// or the last day (26 CFR 1.410(b)-6(f)(1)).
    pub fn is_excludable(&self) -> bool {
        self.hours <= 500 && self.cause == NotBenefiting::HoursOrLastDay
    }
}

fn share(benefiting: u32, all: u32) -> Option<Hundredths> {
    Cents(i64::from(benefiting)).ratio_of(Cents(i64::from(all)))
}

fn product(a: u32, b: u32) -> Cents {
    Cents(i64::from(a) * i64::from(b))
}
