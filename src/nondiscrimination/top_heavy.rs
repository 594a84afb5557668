//! Top-heavy plans (IRC 416): the ratio at the determination date, who is a key employee, and the minimum contribution.
//! 26 CFR 1.416-1 still has the law before 2002 in places; IRC 416(g) and (i) govern.

use crate::money::exact::{Cents, Fraction, Hundredths};

/// A participant on the determination date, the last day of the prior plan year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// With distributions added back: of one year, in-service ones of five years; unrelated rollovers left out (IRC
    /// 416(g)(3), (4)(A)).
    pub balance: Cents,
    pub standing: Standing,
}

/// How a balance counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    Key,
    NonKey,
    /// Was a key employee in an earlier year (IRC 416(g)(4)(B)).
    FormerKey,
    /// No service in the year that ends on the determination date (IRC 416(g)(4)(E)).
    NoService,
}

/// The ratio with its steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopHeavy {
    pub key: Cents,
    pub all: Cents,
    pub disregarded: Cents,
    /// Rounded half up to 0.01 point; `None` if there is nothing in the plan.
    pub ratio: Option<Hundredths>,
    pub is_top_heavy: bool,
}

/// What could make a key employee, of the plan year with the determination date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The highest share in any one entity of the group, attributed stock included; entities are not added together.
    pub ownership: Hundredths,
    /// From all entities of the group (26 CFR 1.416-1, T-20).
    pub compensation: Cents,
    pub officer: Officer,
}

/// Whether a person counts as an officer after the cap on their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Officer {
    Yes,
    No,
}

/// The pay above which officers and owners of more than 1% are key employees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPay {
    /// IRC 416(i)(1)(A)(i), indexed.
    pub officer: Cents,
    /// IRC 416(i)(1)(A)(iii), $150,000.
    pub one_percent_owner: Cents,
}

/// What a plan takes in, as far as it may end the exemption of safe-harbor plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Contribution {
    Elective,
    /// Contributions of 401(k)(12) or (13), and match within 401(m)(11) or (12).
    SafeHarbor,
    AfterTax,
    OtherEmployer,
}

/// Top-heavy if key employees have **more** than 60% (IRC 416(g)(1)(A)(ii)), compared exactly.
pub fn top_heavy(holders: &[Holder]) -> TopHeavy {
    let sum = |wanted: fn(Standing) -> bool| -> Cents {
        holders.iter().filter(|holder| wanted(holder.standing)).map(|holder| holder.balance).sum()
    };
    let key = sum(|standing| standing == Standing::Key);
    let all = key + sum(|standing| standing == Standing::NonKey);
    let disregarded = sum(|standing| matches!(standing, Standing::FormerKey | Standing::NoService));
    let is_top_heavy = i128::from(key.0) * 10 > i128::from(all.0) * 6;
    TopHeavy { key, all, disregarded, ratio: key.ratio_of(all), is_top_heavy }
}

/// IRC 416(i)(1)(A): an officer with more than the pay limit, an owner of more than 5%, or of more than 1% with more pay
/// than $150,000.
pub fn is_key(candidate: &Candidate, pay: &KeyPay) -> bool {
    let Candidate { ownership, compensation, officer } = *candidate;
    ownership > Hundredths::percent(5)
        || (ownership > Hundredths::percent(1) && compensation > pay.one_percent_owner)
        || (officer == Officer::Yes && compensation > pay.officer)
}

/// How many officers may be key employees: 10% of the employees, rounded up, at least 3 and at most 50 (IRC
/// 416(i)(1)(A); 26 CFR 1.416-1, T-14).
pub fn officer_cap(employees: u32) -> u32 {
    employees.div_ceil(10).clamp(3, 50)
}

/// The minimum contribution for non-key employees, in percent of pay: 3%, or the highest rate of a key employee, with
/// elective contributions, if that is less (IRC 416(c)(2)).
pub fn minimum_rate(highest_key_rate: Hundredths) -> Hundredths {
    highest_key_rate.min(Hundredths::percent(3))
}

/// The minimum contribution on pay, rounded half up to the cent; elective contributions do not count towards it.
pub fn minimum_contribution(compensation: Cents, highest_key_rate: Hundredths) -> Cents {
    let exact: Fraction = compensation.times(minimum_rate(highest_key_rate));
    Cents(exact.rounded_half_up())
}

/// IRC 416(g)(4)(H): a plan that consists **solely** of elective and safe-harbor contributions is not top-heavy. That
/// after-tax contributions end the exemption follows from the word; no ruling says so.
pub fn is_exempt(contributions: &[Contribution]) -> bool {
    let within = |one: &Contribution| match one {
        Contribution::Elective | Contribution::SafeHarbor => true,
        Contribution::AfterTax | Contribution::OtherEmployer => false,
    };
    contributions.contains(&Contribution::SafeHarbor) && contributions.iter().all(within)
}
