//! `403b-with-adp`: deferrals of a 403(b) are not under the ADP test.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::testing::TestMethod;

pub const RULE: Rule = Rule {
    name: "403b-with-adp",
    group: Group::PlanTypes,
    summary: "403(b) with ADP test",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 403(b)(12)(A)", "26 CFR 1.403(b)-5(a)(2)"],
    page: include_str!("r403b_with_adp.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let adp = &facts.plan.testing.adp;
    match adp.known()? {
        TestMethod::NotTested => Ok(Outcome::Pass),
        method @ (TestMethod::CurrentYear | TestMethod::PriorYear) => {
            let message = format!(
                "The ADP test is set up by the {method} method, but deferrals of a 403(b) are not under it (26 CFR \
                 1.403(b)-5(a)(2)): a refund for a failed test would take money that the law lets people keep."
            );
            let help = "Set `testing.adp: not tested`; deferrals are under universal availability instead.";
            Outcome::fail(RULE.finding(adp, message, "a test that does not apply").help(help))
        }
    }
}
