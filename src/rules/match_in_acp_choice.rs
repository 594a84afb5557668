//! `match-in-acp-choice`: a match left out of an ACP test that it belongs in.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::Truth;
use crate::money::Percent;
use crate::nondiscrimination::comparison::Comparison;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::TestMethod;
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "match-in-acp-choice",
    group: Group::Nondiscrimination,
    summary: "Which match goes into the ACP test of a safe harbor plan",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: None,
    citations: &["26 CFR 1.401(m)-2(a)(5)(iv)", "IRC 401(m)(11)-(12)", "26 CFR 1.401(m)-3(j)(6)"],
    page: include_str!("match_in_acp_choice.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let harbor = &plan.safe_harbor;
    if !facts.has_after_tax()? || facts.is_acp_tested() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let has_harbor = harbor.kind.is(|kind| *kind != SafeHarborType::None);
    // A test that is not run at all has rules of its own.
    let is_run = plan.testing.acp.is(|method| *method != TestMethod::NotTested);
    let is_matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    if !has_harbor.and(is_run).and(is_matched).known()? {
        return Ok(Outcome::NotApplicable);
    }
    if facts.counts_match_in_acp().known()? {
        return Ok(Outcome::Pass);
    }
    // The basic match meets both safe harbors. A 403(b) has no ADP test, and so no ADP safe harbor.
    let is_401k = facts.plan_type()? == PlanType::Traditional401k;
    let kind = *harbor.kind.known()?;
    let is_basic = is_401k && kind == SafeHarborType::BasicMatch;
    if Truth::from(is_basic).or(harbor.acp.is_yes()).known()? {
        return counted_would_pass(facts).map_or(Ok(Outcome::Pass), Outcome::fail);
    }
    // As much as 4% of pay (3.5% in a QACA) may be left out; whether the match comes to more, the tests have to show.
    if is_401k && [SafeHarborType::EnhancedMatch, SafeHarborType::QacaMatch].contains(&kind) {
        return Ok(Outcome::NotApplicable);
    }
    let choice = &plan.testing.include_safe_harbor_match;
    let message = "The match is left out of the ACP test on after-tax contributions, but it meets neither the \
                   ACP safe harbor nor, as a match, the ADP safe harbor: all of it has to be counted (26 CFR \
                   1.401(m)-2(a)(5)(iv)).";
    let finding = RULE.finding(choice, message, "left out").related(harbor.acp.span(), "no ACP safe harbor");
    let help = "Count the match in the test, or let it meet the ACP safe harbor.";
    Outcome::fail(finding.severity(Severity::Warning).help(help))
}

/// Leaving the match out is lawful; where the test fails for it and would pass with it, that is worth knowing.
fn counted_would_pass(facts: &Facts<'_>) -> Option<Finding> {
    let (left_out, counted) = facts.match_would_mend()?;
    let (out, with) = (left_out.comparison?, counted.comparison?);
    let percent = |found: &Comparison| (Percent::from(found.hce), found.limit.exact.to_percent());
    let ((hce, limit), (hce_with, limit_with)) = (percent(&out), percent(&with));
    let message = format!(
        "The match is left out of the ACP test on after-tax contributions, which by the plan's `workforce` fails with \
         {hce} of pay against a limit of {limit}. With all match counted it passes, with {hce_with} against {limit_with} \
         (26 CFR 1.401(m)-2(a)(5)(iv))."
    );
    let finding = RULE.finding(&facts.plan.testing.include_safe_harbor_match, message, "left out");
    Some(finding.help("Count the match of all employees in the test."))
}
