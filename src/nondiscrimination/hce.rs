//! Who is highly compensated (IRC 414(q)), with the reason for each person.

pub mod look_back;
pub mod ownership;
pub mod top_paid;

use jiff::civil::Date;

use self::ownership::{Family, Owned};
use self::top_paid::{RankedIn, top_paid_group};
use super::excess_deferral::Status;
use crate::money::exact::{Cents, Hundredths};

/// A person as the determination sees one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person<'a> {
    pub employee_id: &'a str,
    /// Pay under 415(c)(3) in the look-back year, not cut to the limit of 401(a)(17); zero for who was not employed.
    pub look_back_pay: Cents,
    /// Owned directly at any time in the determination year, in percent.
    pub ownership: Hundredths,
    /// Owned directly at any time in the look-back year, in percent.
    pub look_back_ownership: Hundredths,
    pub family: Vec<Family<'a>>,
    pub hire_date: Option<Date>,
    pub ranked_in: RankedIn,
    /// What the census says; it overrides the determination.
    pub stated: Option<Status>,
}

/// What decides about pay: the threshold for the look-back year, and the top-paid group where the employer elected it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayTest {
    /// The amount of 414(q)(1)(B) for the calendar year in which the look-back year begins.
    pub threshold: Cents,
    pub group: PayGroup,
}

/// Whose pay above the threshold makes highly compensated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayGroup {
    Everyone,
    /// Only the top-paid group of the look-back year (IRC 414(q)(1)(B)(ii)).
    TopPaid,
}

/// Why a person is, or is not, highly compensated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The census says so.
    Stated,
    /// More than 5% in the determination year, attributed stock included.
    OwnerInDeterminationYear(Owned),
    /// More than 5% in the look-back year, attributed stock included.
    OwnerInLookBackYear(Owned),
    /// Look-back pay above the threshold, and in the top-paid group where that is elected.
    Pay,
    /// Look-back pay above the threshold, outside the top-paid group.
    OutsideTopPaidGroup,
    /// Look-back pay of the threshold or less.
    PayWithinThreshold,
}

/// A person's status with its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Determination {
    pub status: Status,
    pub reason: Reason,
}

/// What makes a 5-percent owner: **more** than this (IRC 414(q)(2), 416(i)(1)(B)(i)).
const OWNER_ABOVE: Hundredths = Hundredths::percent(5);

/// Determines everyone, in the order given.
pub fn determine(people: &[Person<'_>], pay: &PayTest) -> Vec<Determination> {
    let owned = ownership::owned(people);
    let top_paid = match pay.group {
        PayGroup::Everyone => vec![true; people.len()],
        PayGroup::TopPaid => top_paid_group(people),
    };
    let one = |(index, person): (usize, &Person<'_>)| {
        let reason = reason(person, &owned[index], pay.threshold, top_paid[index]);
        Determination { status: status(person, reason), reason }
    };
    people.iter().enumerate().map(one).collect()
}

fn reason(person: &Person<'_>, [now, before]: &[Owned; 2], threshold: Cents, in_group: bool) -> Reason {
    if person.stated.is_some() {
        Reason::Stated
    } else if now.total() > OWNER_ABOVE {
        Reason::OwnerInDeterminationYear(*now)
    } else if before.total() > OWNER_ABOVE {
        Reason::OwnerInLookBackYear(*before)
    } else if person.look_back_pay <= threshold {
        Reason::PayWithinThreshold
    } else if in_group {
        Reason::Pay
    } else {
        Reason::OutsideTopPaidGroup
    }
}

fn status(person: &Person<'_>, reason: Reason) -> Status {
    match reason {
        Reason::Stated => person.stated.unwrap_or(Status::Nhce),
        Reason::OwnerInDeterminationYear(_) | Reason::OwnerInLookBackYear(_) | Reason::Pay => Status::Hce,
        Reason::OutsideTopPaidGroup | Reason::PayWithinThreshold => Status::Nhce,
    }
}

#[cfg(test)]
mod tests;
