//! What became of the limits: who is above which, by how much, and what goes back first.

use super::Status;
use crate::money::exact::Cents;
use crate::testing::unanswered::Unanswered;

/// All limits of one plan and year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Fails if anyone is above a limit; unknown if of someone, or of a limit, it cannot be told.
    pub status: Status,
    /// In the order of the rows, and of the limits within one.
    pub findings: Vec<LimitFinding>,
    /// Contributions of people who are not eligible for them; `None` where there are none.
    pub ineligible: Option<Ineligible>,
    /// What cannot be told of anyone: limits that are not published, columns that are not there.
    pub unanswered: Unanswered,
    /// The order of reduction that the plan states, in its own words: it comes before that of the findings.
    pub stated_order: Option<String>,
}

/// Contributions of people who are not eligible for them. So many of them that no one would read a list mean that the
/// plan's conditions and the census do not fit: then `findings` has none of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ineligible {
    pub people: u32,
    pub amount: Cents,
    /// The first rows of the census.
    pub rows: Vec<u32>,
}

/// One person above one limit, or perhaps above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitFinding {
    pub test: LimitTest,
    /// [`Status::Fail`] or [`Status::Unknown`].
    pub status: Status,
    pub employee_id: String,
    /// The row in the census.
    pub row: u32,
    pub amount: Cents,
    pub limit: Cents,
    /// What is above the limit; of an unknown, what may be.
    pub excess: Cents,
    /// What is compared with what, as a clause.
    pub what: &'static str,
    pub citation: &'static str,
    /// The election that sets the limit, for those of the plan.
    pub election: Option<&'static str>,
    /// What goes back, first things first; empty where the law or the plan leaves no order.
    pub order: Vec<Reduction>,
    /// Why it is unknown.
    pub unanswered: Unanswered,
}

/// A limit by its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LimitTest {
    /// 402(g), with 401(a)(30).
    ElectiveDeferrals,
    /// 457(b)(2): deferrals and employer money.
    DeferredCompensation,
    /// 408(p)(2) or 401(k)(11).
    SimpleDeferrals,
    /// 401(k)(16).
    StarterDeferrals,
    /// 414(v).
    CatchUp,
    /// 415(c).
    AnnualAdditions,
    /// 402(h)(2): a SEP.
    SimplifiedPension,
    /// 401(a)(17).
    Compensation,
    /// A limit or a condition of the plan itself.
    Plan,
}

/// One step of a reduction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reduction {
    pub source: Source,
    pub amount: Cents,
}

/// Money that goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    AfterTax,
    ElectiveDeferrals,
    Match,
    OtherEmployer,
}

impl LimitTest {
    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            LimitTest::ElectiveDeferrals => "402(g)",
            LimitTest::DeferredCompensation => "457(b)",
            LimitTest::SimpleDeferrals => "408(p)",
            LimitTest::StarterDeferrals => "401(k)(16)",
            LimitTest::CatchUp => "414(v)",
            LimitTest::AnnualAdditions => "415(c)",
            LimitTest::SimplifiedPension => "402(h)",
            LimitTest::Compensation => "401(a)(17)",
            LimitTest::Plan => "plan",
        }
    }
}

impl Source {
    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Source::AfterTax => "after_tax",
            Source::ElectiveDeferrals => "elective_deferrals",
            Source::Match => "match",
            Source::OtherEmployer => "nonelective",
        }
    }
}

impl Limits {
    /// Of findings and what is missing, the status follows.
    pub fn of(
        findings: Vec<LimitFinding>,
        ineligible: Option<Ineligible>,
        unanswered: Unanswered,
        stated_order: Option<String>,
    ) -> Self {
        let any = |status: Status| findings.iter().any(|finding| finding.status == status);
        let status = if any(Status::Fail) || ineligible.is_some() {
            Status::Fail
        } else if any(Status::Unknown) || !unanswered.is_empty() {
            Status::Unknown
        } else {
            Status::Pass
        };
        Self { status, findings, ineligible, unanswered, stated_order }
    }
}
