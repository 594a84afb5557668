//! What the tests of one plan came to, as plain data: nothing here is worded for a particular output.

pub mod correction;
pub mod counts;
pub mod coverage;
pub mod deadlines;
pub mod limits;
pub mod note;
pub mod top_heavy;

use crate::census::column::Column;
use crate::lower::Missing;
use serde::{Deserialize, Serialize};

use crate::money::exact::Cents;
use crate::nondiscrimination::comparison::Comparison;
use crate::plan::PlanType;
use crate::syntax::phrase::year::PlanYear;

use self::correction::Correction;
use self::counts::Counts;
use super::correction::AfterAdp;
use super::participants::ParticipantResult;
use super::remark::Remark;
use super::terms::{Ground, Method};
use super::unanswered::Unanswered;

/// All that was tested for one plan.
#[derive(Debug, Clone, PartialEq)]
pub struct TestResults {
    pub plan: String,
    /// `None` where the census has no `plan_id`.
    pub plan_id: Option<String>,
    pub plan_type: Option<PlanType>,
    pub year: PlanYear,
    pub counts: Counts,
    /// Which part of the plan `adp` and `acp` are about.
    pub part: &'static str,
    /// The test of all, of those who meet age and service, or of whichever part comes first.
    pub adp: TestResult,
    pub acp: TestResult,
    /// The other parts of a plan that is tested in parts.
    pub subtests: Vec<Subtest>,
    pub limits: limits::Limits,
    pub coverage: coverage::Coverage,
    pub top_heavy: top_heavy::TopHeavy,
    /// Where a test failed.
    pub deadlines: Option<deadlines::Deadlines>,
    pub notes: Vec<note::Note>,
    /// Above this pay in the look-back year someone is highly compensated; `None` where it is not published.
    pub hce_pay: Option<Cents>,
    /// Everyone in the census, where that was asked for.
    pub participants: Option<Vec<ParticipantResult>>,
}

/// A part of the plan that is tested by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Subtest {
    pub name: &'static str,
    pub adp: TestResult,
    pub acp: TestResult,
}

/// How a test came out. Only [`Status::Pass`] and [`Status::NotRequired`] leave nothing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    Pass,
    Fail,
    NotRequired,
    Unknown,
}

/// One test of one part of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct TestResult {
    pub status: Status,
    pub why: Why,
    pub method: Option<Method>,
    /// Heads in the test.
    pub hces: u32,
    pub nhces: u32,
    /// What was compared; `None` where a group is empty or nothing could be compared.
    pub comparison: Option<Comparison>,
    pub correction: Option<Correction>,
    /// The test of a safe harbor plan with its match in, beside the one with it out, or the other way round.
    pub with_match: Option<MatchIn>,
    pub other_way: Option<Box<TestResult>>,
    /// What the correction of the ADP test changed in this ACP test.
    pub after_adp: Option<AfterAdp>,
    /// What has to be said beside the figures, each once.
    pub remarks: Vec<Remark>,
}

/// Whether the match of a safe harbor plan is in the ACP test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MatchIn {
    Counted,
    LeftOut,
}

/// Why a test came out as it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    Compared,
    NoHces,
    NoNhces,
    NotRequired(Ground),
    Unanswered(Unanswered),
    /// A safe harbor plan passes with its match in or out, but not both ways, and does not state which it does.
    DependsOnMatch,
}

impl TestResult {
    fn bare(status: Status, why: Why) -> Self {
        Self {
            status,
            why,
            method: None,
            hces: 0,
            nhces: 0,
            comparison: None,
            correction: None,
            with_match: None,
            other_way: None,
            after_adp: None,
            remarks: Vec::new(),
        }
    }

    pub fn not_required(ground: Ground) -> Self {
        Self::bare(Status::NotRequired, Why::NotRequired(ground))
    }

    pub fn unknown(unanswered: Unanswered) -> Self {
        Self::bare(Status::Unknown, Why::Unanswered(unanswered))
    }

    pub fn missing(missing: &Missing) -> Self {
        Self::unknown(missing.clone().into())
    }

    /// A test that was run, of so many people.
    pub fn run(method: Method, [hces, nhces]: [u32; 2], outcome: Result<Comparison, Why>) -> Self {
        let (status, why, comparison) = match outcome {
            Ok(comparison) if comparison.passes() => (Status::Pass, Why::Compared, Some(comparison)),
            Ok(comparison) => (Status::Fail, Why::Compared, Some(comparison)),
            Err(why) => (Status::Pass, why, None),
        };
        Self { method: Some(method), hces, nhces, comparison, ..Self::bare(status, why) }
    }
}

impl Why {
    /// Why, as a sentence without a full stop; `None` where the figures tell.
    pub fn sentence(&self) -> Option<String> {
        match self {
            Why::Compared => None,
            Why::NoHces => Some("nobody who is highly compensated is in the test".to_owned()),
            Why::NoNhces => Some("everybody in the test is highly compensated".to_owned()),
            Why::NotRequired(ground) => Some(ground.reason.to_owned()),
            Why::Unanswered(unanswered) => Some(unanswered.to_string()),
            Why::DependsOnMatch => Some(
                "the test passes with the safe harbor match in or out, but not both ways, and the plan spec does not state `testing.include-safe-harbor-match`"
                    .to_owned(),
            ),
        }
    }
}

impl Status {
    pub fn word(self) -> &'static str {
        match self {
            Status::Pass => "pass",
            Status::Fail => "fail",
            Status::NotRequired => "not_required",
            Status::Unknown => "unknown",
        }
    }

    /// Is there nothing to do about it?
    pub fn is_settled(self) -> bool {
        match self {
            Status::Pass | Status::NotRequired => true,
            Status::Fail | Status::Unknown => false,
        }
    }
}

impl TestResults {
    /// The parts of the plan with their tests, the first one first.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &TestResult, &TestResult)> {
        let others = self.subtests.iter().map(|part| (part.name, &part.adp, &part.acp));
        std::iter::once((self.part, &self.adp, &self.acp)).chain(others)
    }

    /// Is there nothing to do? A plan that is top-heavy has to make a minimum contribution and breaks no law while it
    /// does. Whether it is top-heavy is unknown without balances, which few censuses for these tests have: that alone
    /// leaves the rest settled.
    pub fn is_settled(&self) -> bool {
        let top_heavy = &self.top_heavy;
        let lacks_balances = top_heavy.unanswered == Unanswered::column(Column::Balance);
        self.all_tests().all(|test| test.status.is_settled())
            && self.limits.status.is_settled()
            && self.coverage.status.is_settled()
            && (top_heavy.is_settled() || lacks_balances)
    }

    /// Every test that was run or should have been.
    pub fn all_tests(&self) -> impl Iterator<Item = &TestResult> {
        let parts = self.subtests.iter().flat_map(|part| [&part.adp, &part.acp]);
        [&self.adp, &self.acp].into_iter().chain(parts)
    }
}
