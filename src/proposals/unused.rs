//! The levers that a plan does not use yet.

use super::design::{Design, InAcp};
use super::lever::{Excludable, Lever, Year};
use crate::lower::Truth;
use crate::plan::Plan;
use crate::plan::auto_enrollment::Arrangement;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::{OtherwiseExcludable, TestMethod};

/// May a nonelective safe harbor of 3% of pay still be adopted (IRC 401(k)(12)(F)(ii))?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    Open,
    Closed,
}

/// The levers besides contributions that this plan does not use yet.
pub fn unused(plan: &Plan, for_3_percent: Window) -> Vec<Lever> {
    let testing = &plan.testing;
    let mut levers = Vec::new();
    let has_safe_harbor = plan.safe_harbor.kind.is(|kind| *kind != SafeHarborType::None);
    if has_safe_harbor.is_yes() {
        let counted = testing.include_safe_harbor_match.is_yes();
        levers.extend((!counted.is_yes()).then_some(Lever::Match(InAcp::Counted)));
        levers.extend((counted != Truth::No).then_some(Lever::Match(InAcp::LeftOut)));
    } else {
        let nonelective = match for_3_percent {
            Window::Open => Design::Nonelective3,
            Window::Closed => Design::Nonelective4,
        };
        for design in [Design::Basic, Design::Enhanced, nonelective] {
            levers.extend([InAcp::Counted, InAcp::LeftOut].map(|counted| Lever::SafeHarbor(design, counted)));
        }
    }
    match testing.otherwise_excludable.stated() {
        Some(OtherwiseExcludable::Together) | None => {
            levers.extend([Excludable::Separate, Excludable::EarlyParticipation].map(Lever::Excludable));
        }
        Some(OtherwiseExcludable::Separate) => levers.push(Lever::Excludable(Excludable::EarlyParticipation)),
        Some(OtherwiseExcludable::EarlyParticipation) => levers.push(Lever::Excludable(Excludable::Separate)),
    }
    levers.extend((!testing.top_paid_group.is_yes().is_yes()).then_some(Lever::TopPaidGroup));
    let is = |method: TestMethod| {
        [&testing.adp, &testing.acp].iter().any(|stated| stated.stated() == Some(&method))
    };
    // What a safe harbor plan still tests, it tests by the current year (26 CFR 1.401(k)-2(c)(1)(i)).
    if !has_safe_harbor.is_yes() {
        levers.extend(is(TestMethod::PriorYear).then_some(Lever::Method(Year::Current)));
        levers.extend(is(TestMethod::CurrentYear).then_some(Lever::Method(Year::Prior)));
    }
    levers
}

/// Does the plan enroll automatically already, or is it not told?
pub fn enrolls(plan: &Plan) -> bool {
    plan.auto_enrollment.kind.stated().is_some_and(|kind| *kind != Arrangement::None)
}
