//! Elective deferrals above the limit of 402(g), and what they do to the ADP test. The limit is one person's over all
//! employers; 401(a)(30) is the same limit over the plans of one employer.

use crate::money::exact::Cents;

/// On which side of the test an employee stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    Hce,
    Nhce,
}

/// Deferrals above the limit of 402(g)(1) and the person's catch-up limit, over all plans.
pub fn excess_deferral(deferrals: Cents, limit: Cents, catch_up_limit: Cents) -> Cents {
    deferrals.less(limit + catch_up_limit)
}

/// The most that a plan may let a person defer (IRC 401(a)(30)); `catch_up_limit` is zero in a plan without catch-up
/// contributions. The person's own limit over all plans has the catch-up limit in any case (IRC 402(g)(1)(C)).
pub fn most_in_plan(limit: Cents, catch_up_limit: Cents, deferred_elsewhere_with_employer: Cents) -> Cents {
    (limit + catch_up_limit).less(deferred_elsewhere_with_employer)
}

/// What the ADR counts of elective contributions to the plans of one employer that are no catch-up contributions. The
/// excess deferrals of a highly compensated employee stay in it, even when they are distributed; those of another are
/// left out so far as 401(a)(30) forbids them (26 CFR 1.401(k)-2(a)(4)(iii), (a)(5)(ii)).
pub fn counted_in_adr(status: Status, elective: Cents, limit: Cents) -> Cents {
    match status {
        Status::Hce => elective,
        Status::Nhce => elective.min(limit),
    }
}

/// What is left to distribute of an excess deferral after excess contributions of the same year were distributed or
/// recharacterized (26 CFR 1.402(g)-1(e)(6)).
pub fn left_to_distribute(excess_deferral: Cents, excess_contributions_corrected: Cents) -> Cents {
    excess_deferral.less(excess_contributions_corrected)
}
