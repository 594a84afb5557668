//! One plan of a batch in a line: how its tests came out, what goes back in all, by when, and why it is an exception.

use serde::{Deserialize, Serialize};

use crate::money::exact::Cents;
use crate::testing::results::{Status, TestResult, TestResults};

/// One plan, tested or not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Line {
    /// The name in the plan spec.
    pub plan: Option<String>,
    /// What the census calls it.
    pub plan_id: Option<String>,
    /// The file of the plan spec.
    pub spec: Option<String>,
    /// The file of the census.
    pub census: Option<String>,
    pub year: Option<i16>,
    pub outcome: Outcome,
    pub tested: Option<Tested>,
    /// Why it is an exception, a clause each.
    pub reasons: Vec<String>,
}

/// What becomes of a plan, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Outcome {
    Fail,
    Unknown,
    /// A plan spec without a census, a plan of a census without a spec, or one of which it is not certain which.
    #[default]
    Unmatched,
    /// A plan spec or a census that cannot be read.
    Unread,
    Pass,
}

/// How the tests of a plan came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tested {
    /// Rows of the census.
    pub people: u32,
    /// The worst of the plan's parts.
    pub adp: Status,
    pub acp: Status,
    pub limits: Status,
    pub coverage: Status,
    /// [`Status::Fail`] says that it is top-heavy, which alone breaks no law.
    pub top_heavy: Status,
    /// Is there nothing to do about it, as it is not top-heavy or makes the minimum contribution?
    pub top_heavy_settled: bool,
    /// In cents, what the failed ADP and ACP tests pay out, without income; `None` where it cannot be told.
    pub refunds: Option<i64>,
    /// The last day to pay it without excise.
    pub without_excise: Option<String>,
    /// The last day to correct at all.
    pub last_day: Option<String>,
}

impl Outcome {
    pub const ALL: [Outcome; 5] =
        [Outcome::Fail, Outcome::Unknown, Outcome::Unmatched, Outcome::Unread, Outcome::Pass];

    /// In the JSON and the CSV.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Fail => "fail",
            Outcome::Unknown => "unknown",
            Outcome::Unmatched => "unmatched",
            Outcome::Unread => "unread",
            Outcome::Pass => "pass",
        }
    }
}

impl Line {
    /// The line of a plan that was tested. `reasons` say what fails or is unknown.
    pub fn of(results: &TestResults, reasons: Vec<String>) -> Self {
        let tested = Tested::of(results);
        let outcome = match (results.is_settled(), tested.fails()) {
            (true, _) => Outcome::Pass,
            (false, true) => Outcome::Fail,
            (false, false) => Outcome::Unknown,
        };
        Self {
            plan: Some(results.plan.clone()),
            plan_id: results.plan_id.clone(),
            year: Some(results.year.begins_in()),
            outcome,
            tested: Some(tested),
            reasons: if outcome == Outcome::Pass { Vec::new() } else { reasons },
            ..Self::default()
        }
    }

    /// Takes back what was concluded, as it rests on something that cannot be told: no test passes or fails any more.
    pub fn set_aside(&mut self, reason: String) {
        self.outcome = Outcome::Unknown;
        self.reasons.clear();
        self.reasons.push(reason);
        if let Some(tested) = &mut self.tested {
            tested.set_aside();
        }
    }

    /// Takes back that it was tested at all.
    pub fn unmatched(&mut self, reason: String) {
        self.outcome = Outcome::Unmatched;
        self.reasons = vec![reason];
        self.tested = None;
    }
}

impl Tested {
    fn of(results: &TestResults) -> Self {
        let worst = |test: fn(&(&str, &TestResult, &TestResult)) -> Status| {
            results.parts().map(|part| test(&part)).max_by_key(|status| weight(*status))
        };
        let paid: i64 = results
            .parts()
            .flat_map(|(_, adp, acp)| [adp, acp])
            .filter_map(|test| test.correction.as_ref())
            .flat_map(|correction| &correction.shares)
            .map(|share| share.refund.0)
            .sum();
        let days = results.deadlines.as_ref().map(|deadlines| deadlines.days);
        Self {
            people: results.counts.rows,
            adp: worst(|part| part.1.status).unwrap_or(Status::Unknown),
            acp: worst(|part| part.2.status).unwrap_or(Status::Unknown),
            limits: results.limits.status,
            coverage: results.coverage.status,
            top_heavy: results.top_heavy.status,
            top_heavy_settled: results.top_heavy.is_settled(),
            refunds: Some(paid),
            without_excise: days.map(|days| days.without_excise.to_string()),
            last_day: days.map(|days| days.last_day.to_string()),
        }
    }

    fn fails(&self) -> bool {
        let top_heavy = self.top_heavy == Status::Fail && !self.top_heavy_settled;
        [self.adp, self.acp, self.limits, self.coverage].contains(&Status::Fail) || top_heavy
    }

    /// What is paid out in all; `None` where it cannot be told.
    pub fn refunded(&self) -> Option<Cents> {
        self.refunds.map(Cents)
    }

    fn set_aside(&mut self) {
        let tests = [&mut self.adp, &mut self.acp, &mut self.limits, &mut self.coverage, &mut self.top_heavy];
        for status in tests {
            if *status != Status::NotRequired {
                *status = Status::Unknown;
            }
        }
        self.top_heavy_settled = false;
        (self.refunds, self.without_excise, self.last_day) = (None, None, None);
    }
}

fn weight(status: Status) -> u8 {
    match status {
        Status::Fail => 3,
        Status::Unknown => 2,
        Status::Pass => 1,
        Status::NotRequired => 0,
    }
}
