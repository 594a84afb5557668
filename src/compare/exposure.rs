//! How the ADP and ACP tests of a plan come out: on its participants where a census was given, else as far as its `workforce`
//! tells.

use super::ComparedPlan;
use super::subject::Value;
use crate::estimate::assumption::Assumption;
use crate::estimate::cell::Judged;
use crate::estimate::lever::Settings;
use crate::estimate::model::SEED;
use crate::estimate::population::Source;
use crate::estimate::{self, Depth, Request};
use crate::law::Law;
use crate::nondiscrimination::excludable::Structure;
use crate::plan::Plan;
use crate::testing::results::{Status, TestResults};
use crate::testing::unanswered::Unanswered;

/// Both tests, and what they were run on.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    pub source: Source,
    pub adp: Judged,
    pub acp: Judged,
}

impl Exposure {
    /// What `planlint estimate` says; nothing of a plan that describes nobody.
    pub fn of_workforce(plan: &Plan) -> Option<Self> {
        if plan.workforce.groups.is_empty() {
            return None;
        }
        let request = Request {
            depth: Depth::Tests,
            base: Settings::default(),
            x: None,
            y: None,
            seed: SEED,
            spread: None,
            runs: estimate::RUNS,
        };
        let estimate = estimate::of_workforce(plan, Law::current(), &request);
        let apart = estimate.assumptions.contains(&Assumption::TestedApart(Structure::Separate));
        let (adp, acp) = match estimate.exposure {
            Ok(exposure) if apart => {
                (of_the_rest(exposure.cell.adp, plan), of_the_rest(exposure.cell.acp, plan))
            }
            Ok(exposure) => (exposure.cell.adp, exposure.cell.acp),
            Err(missing) => (Judged::unknown(missing.clone()), Judged::unknown(missing)),
        };
        Some(Self { source: estimate.source, adp, acp })
    }

    /// What `planlint test` says; where a plan stands in the census more than once, the worse.
    pub fn of_tests(tests: &[TestResults]) -> Option<Self> {
        let parts = || tests.iter().flat_map(TestResults::parts);
        (!tests.is_empty()).then(|| Self {
            source: Source::Census,
            adp: Judged::worst(parts().map(|(_, adp, _)| adp)),
            acp: Judged::worst(parts().map(|(_, _, acp)| acp)),
        })
    }
}

/// Where some are tested apart, of whom a workforce tells nothing, the rest can fail the plan but not pass it.
fn of_the_rest(test: Judged, plan: &Plan) -> Judged {
    match test.status {
        Status::Pass => {
            let elections = vec![plan.testing.otherwise_excludable.path.clone()];
            Judged::unknown(Unanswered { elections, ..Unanswered::default() })
        }
        Status::Fail | Status::Unknown | Status::NotRequired => test,
    }
}

/// How a test may come out where it can be told.
pub(super) const OUTCOMES: [Status; 3] = [Status::Pass, Status::Fail, Status::NotRequired];

/// How it comes out, in a word.
pub(super) fn outcome(plan: &ComparedPlan, of: fn(&Exposure) -> &Judged) -> Value {
    let told = plan.exposure.as_ref().map(|exposure| of(exposure).status);
    let told = told.filter(|status| OUTCOMES.contains(status));
    told.map_or(Value::Unknown, |status| Value::Text(status.word().to_owned()))
}
