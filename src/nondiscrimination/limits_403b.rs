//! What may go into a 403(b) plan: elective deferrals with the 15-year catch-up, all contributions, and the alternative
//! limit of churches.

use crate::money::exact::Cents;

/// One person and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// IRC 402(g)(1).
    pub deferral: Cents,
    /// IRC 415(c)(1)(A).
    pub annual_additions: Cents,
    /// The age-50 catch-up limit of this person, zero before 50.
    pub catch_up: Cents,
    /// The 15-year catch-up of this person: see [`FifteenYears`]; zero without it.
    pub special: Cents,
    /// Pay of the most recent year of service, 415(c)(3) and 403(b)(3).
    pub includible_compensation: Cents,
}

/// Service and past deferrals with one qualified organization (IRC 402(g)(7)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FifteenYears {
    pub years_of_service: u32,
    /// Elective deferrals of earlier years with the employer.
    pub prior_deferrals: Cents,
    /// Of them, by this catch-up.
    pub prior_special: Cents,
}

/// The three bounds of the 15-year catch-up, and the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Special {
    /// $3,000.
    pub yearly: Cents,
    /// $15,000 less what was used of it.
    pub lifetime: Cents,
    /// $5,000 a year of service less earlier deferrals.
    pub by_service: Cents,
    pub limit: Cents,
}

impl FifteenYears {
    /// IRC 402(g)(7)(A); nothing before 15 years of service.
    pub fn special(&self) -> Special {
        let yearly = Cents::dollars(3_000);
        let lifetime = Cents::dollars(15_000).less(self.prior_special);
        let by_service = Cents::dollars(5_000 * i64::from(self.years_of_service)).less(self.prior_deferrals);
        let limit =
            if self.years_of_service < 15 { Cents::ZERO } else { yearly.min(lifetime).min(by_service) };
        Special { yearly, lifetime, by_service, limit }
    }
}

/// The most that all contributions may come to, with the age-50 catch-up on top of 415(c).
pub fn most_in_all(limits: &Limits) -> Cents {
    limits.annual_additions.min(limits.includible_compensation) + limits.catch_up
}

/// The most that the employee may defer beside the employer's money (26 CFR 1.403(b)-4(c)(1)-(3)). The 15-year catch-up
/// comes before the age-50 catch-up and is within 415(c). No more than the pay.
pub fn most_elective(limits: &Limits, employer: Cents) -> Cents {
    let by_deferral = limits.deferral + limits.special + limits.catch_up;
    by_deferral.min(most_in_all(limits).less(employer)).min(limits.includible_compensation)
}

/// The alternative limit of a church for one person (IRC 415(c)(7)): a yearly amount above the pay, while a lifetime
/// amount lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Church {
    /// $10,000.
    pub yearly: Cents,
    /// $40,000.
    pub lifetime: Cents,
    /// What 415(c)(1) allows anyway: the pay, or for a foreign missionary with adjusted gross income of $17,000 or less
    /// the greater of $3,000 and the pay.
    pub ordinary: Cents,
}

impl Church {
    /// What of a yearly contribution of the whole amount uses the lifetime amount.
    pub fn excess_per_year(&self) -> Cents {
        self.yearly.less(self.ordinary)
    }

    /// How many years the whole yearly amount may be used; `None` if the ordinary limit covers it.
    pub fn full_years(&self) -> Option<u32> {
        let excess = self.excess_per_year();
        (excess > Cents::ZERO).then(|| u32::try_from(self.lifetime.0 / excess.0).unwrap_or(u32::MAX))
    }

    /// The most in a year after so many years in which the whole yearly amount was used.
    pub fn most_after(&self, full_years: u32) -> Cents {
        let used = Cents(self.excess_per_year().0 * i64::from(full_years));
        self.ordinary + self.lifetime.less(used).min(self.excess_per_year())
    }
}
