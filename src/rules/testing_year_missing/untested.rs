//! Money that is under a test, for which the plan elects no method.

use super::RULE;
use crate::finding::Finding;
use crate::lower::{Election, Missing, Truth};
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::TestMethod;
use crate::rules::Facts;
use crate::syntax::phrase::deferral::Deferral;
use crate::syntax::phrase::match_formula::MatchFormula;

/// Deferrals without ADP test and without safe harbor: no method is elected.
pub fn untested_deferrals(facts: &Facts<'_>) -> Result<Option<Finding>, Missing> {
    let plan = facts.plan;
    let adp = &plan.testing.adp;
    if *adp.known()? != TestMethod::NotTested || *plan.safe_harbor.kind.known()? != SafeHarborType::None {
        return Ok(None);
    }
    let takes = |election: &Election<Deferral>| election.is(|deferral| deferral.allowed.is_yes());
    let takes_none = takes(&plan.deferrals.pre_tax).or(takes(&plan.deferrals.roth)) == Truth::No;
    if takes_none || !facts.must_run_adp().known()? {
        return Ok(None);
    }
    let message = "The plan has neither an ADP test nor a safe harbor for its deferrals. It must pass the test \
                   every year, and say whether it runs by the current-year or the prior-year method (26 CFR \
                   1.401(k)-1(e)(7)).";
    let finding =
        RULE.finding(adp, message, "no ADP test").related(plan.safe_harbor.kind.span(), "no safe harbor");
    Ok(Some(finding.help("State in `testing.adp` by which method the test is run, and run it each year.")))
}

/// A match without ACP test and without safe harbor. After-tax contributions without one have rules of their own.
pub fn untested_match(facts: &Facts<'_>) -> Result<Option<Finding>, Missing> {
    let plan = facts.plan;
    let acp = &plan.testing.acp;
    if *acp.known()? != TestMethod::NotTested || facts.after_tax().is_yes() {
        return Ok(None);
    }
    let matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    let unsafe_match = match plan.safe_harbor.kind.known()? {
        SafeHarborType::None => Truth::Yes,
        // The basic match is itself the ACP safe harbor (IRC 401(m)(11)(A)(i)).
        SafeHarborType::BasicMatch => plan.safe_harbor.acp.stated().is_some_and(|acp| !acp.is_yes()).into(),
        SafeHarborType::EnhancedMatch
        | SafeHarborType::Nonelective
        | SafeHarborType::QacaMatch
        | SafeHarborType::QacaNonelective => plan.safe_harbor.acp.is_yes().negated(),
    };
    if !matched.and(unsafe_match).and(facts.must_run_acp()).known()? {
        return Ok(None);
    }
    let message = "The plan has a match outside the ACP safe harbor, but runs no ACP test. It must pass the \
                   test every year, and say by which method (26 CFR 1.401(m)-1(b)(1), (c)(2)).";
    let finding = RULE
        .finding(acp, message, "no ACP test")
        .related(plan.matching.formula.span(), "this money is tested");
    Ok(Some(finding.help("State in `testing.acp` by which method the test is run, and run it each year.")))
}
