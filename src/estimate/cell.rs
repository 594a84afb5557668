//! What the tests of one set of contributions come to: a cell of a grid, a step of a search, a run of a simulation.

use crate::money::exact::{Cents, Fraction};
use crate::nondiscrimination::comparison::Comparison;
use crate::testing::results::{MatchIn, Status, Subtest, TestResult, Why};
use crate::testing::unanswered::Unanswered;

/// Both tests, over all parts of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub adp: Judged,
    pub acp: Judged,
}

/// One test. Of a plan in parts, what decides: the part that fails, is unknown, or has the least margin.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub status: Status,
    pub comparison: Option<Comparison>,
    pub with_match: Option<MatchIn>,
    /// What a failed test takes back, in all parts.
    pub excess: Cents,
    /// Why it is unknown.
    pub unanswered: Unanswered,
}

impl Cell {
    pub(super) fn of(parts: &[Subtest], matching: &Unanswered) -> Self {
        let acp = |part: &Subtest| Judged::of(&part.acp).with_gap(matching);
        Self {
            adp: Judged::of_parts(parts.iter().map(|part| Judged::of(&part.adp))),
            acp: Judged::of_parts(parts.iter().map(acp)),
        }
    }

    /// The worse of both.
    pub fn status(&self) -> Status {
        worse(self.adp.status, self.acp.status)
    }

    /// What both tests take back.
    pub fn excess(&self) -> Cents {
        self.adp.excess + self.acp.excess
    }

    pub fn passes(&self) -> bool {
        self.status().is_settled()
    }
}

impl Judged {
    pub(super) fn of(result: &TestResult) -> Self {
        let unanswered = match &result.why {
            Why::Unanswered(unanswered) => unanswered.clone(),
            Why::DependsOnMatch => match_choice(),
            Why::Compared | Why::NoHces | Why::NoNhces | Why::NotRequired(_) => Unanswered::default(),
        };
        Self {
            status: result.status,
            comparison: result.comparison,
            with_match: result.with_match,
            excess: match result.status {
                Status::Fail => result.correction.as_ref().map_or(Cents::ZERO, |found| found.excess_total),
                Status::Pass | Status::NotRequired | Status::Unknown => Cents::ZERO,
            },
            unanswered,
        }
    }

    /// A match that cannot be told leaves a test of it unknown.
    pub(super) fn with_gap(self, gap: &Unanswered) -> Self {
        if gap.is_empty() || self.status == Status::NotRequired {
            return self;
        }
        Self {
            status: Status::Unknown,
            comparison: None,
            with_match: None,
            excess: Cents::ZERO,
            unanswered: self.unanswered.and(gap.clone()),
        }
    }

    pub(super) fn of_parts(parts: impl Iterator<Item = Judged>) -> Self {
        let decides = |one: &Judged| {
            (
                rank(one.status),
                one.margin()
                    .map_or(i128::MAX, |margin| margin.numerator() * 1_000_000 / margin.denominator()),
            )
        };
        let all: Vec<Judged> = parts.collect();
        let excess = all.iter().map(|part| part.excess).sum();
        let first =
            all.into_iter().min_by_key(decides).expect("internal error: a plan without a part to test");
        Self { excess, ..first }
    }

    /// Nothing could be compared.
    pub fn unknown(unanswered: Unanswered) -> Self {
        Self { status: Status::Unknown, comparison: None, with_match: None, excess: Cents::ZERO, unanswered }
    }

    /// What decides among some tests, of which there is at least one.
    pub fn worst<'r>(tests: impl Iterator<Item = &'r TestResult>) -> Self {
        Self::of_parts(tests.map(Self::of))
    }

    /// What the highly compensated have left below the limit, in hundredths of a point; negative in a test that fails.
    pub fn margin(&self) -> Option<Fraction> {
        self.comparison.map(|comparison| comparison.margin())
    }
}

/// A safe harbor plan that does not say whether its match is in the test.
pub(super) fn match_choice() -> Unanswered {
    crate::lower::Missing {
        elections: vec![crate::finding::ElectionPath::of("testing.include-safe-harbor-match")],
    }
    .into()
}

/// The worse of two.
pub fn worse(one: Status, other: Status) -> Status {
    if rank(one) <= rank(other) { one } else { other }
}

fn rank(status: Status) -> u8 {
    match status {
        Status::Fail => 0,
        Status::Unknown => 1,
        Status::Pass => 2,
        Status::NotRequired => 3,
    }
}
