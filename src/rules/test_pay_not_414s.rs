//! `test-pay-not-414s`: tests on a pay that the law does not accept for them.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::compensation::TestingPay;

pub const RULE: Rule = Rule {
    name: "test-pay-not-414s",
    group: Group::Nondiscrimination,
    summary: "Test compensation not 414(s)",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 401(k)(9)",
        "IRC 401(m)(3)",
        "IRC 414(s)",
        "26 CFR 1.414(s)-1(c)-(d)",
        "26 CFR 1.401(k)-6 (Compensation)",
        "26 CFR 1.403(b)-5(a)(3)",
    ],
    page: include_str!("test_pay_not_414s.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let compensation = &facts.plan.compensation;
    if facts.is_acp_tested() == Truth::No || facts.runs_tests() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let testing = &compensation.testing;
    match testing.known()? {
        // Pay under 415(c)(3) is pay under 414(s); what the document calls an alternative has to be.
        TestingPay::Section415 | TestingPay::Alternative => return Ok(Outcome::Pass),
        TestingPay::SameAsPlan => {}
    }
    let exclusions = &compensation.exclusions;
    // W-2 pay, pay under 3401(a) and 415 pay, with nothing left out, satisfy 414(s) (26 CFR 1.414(s)-1(c)(2)).
    if exclusions.known()?.0.is_empty() || compensation.ratio_test.is_yes().known()? {
        return Ok(Outcome::Pass);
    }
    if !facts.runs_tests().and(facts.is_acp_tested()).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = "The tests use the plan's own pay, which leaves some kinds out, and it has not passed the \
                   comparison that such pay needs: the share left out must not be larger for those who are not \
                   highly compensated (26 CFR 1.414(s)-1(d)(3)).";
    let finding = RULE.finding(testing, message, "the plan's own pay").related(exclusions.span(), "left out");
    let finding = finding.related(compensation.ratio_test.span(), "not passed");
    Outcome::fail(
        finding.help("Test on 415 pay, or on other pay that satisfies 414(s), capped by 401(a)(17)."),
    )
}
