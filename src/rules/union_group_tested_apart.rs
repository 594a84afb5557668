//! `union-group-tested-apart`: bargained and other employees in one test.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::eligibility::Class;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::UnionGroup;

pub const RULE: Rule = Rule {
    name: "union-group-tested-apart",
    group: Group::PlanTypes,
    summary: "Collectively bargained group",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "26 CFR 1.401(m)-1(b)(2), (b)(4)(iii)-(iv)",
        "26 CFR 1.401(k)-1(b)(4)(iii)-(v)",
        "26 CFR 1.410(b)-6(d)(2)",
        "26 CFR 1.410(b)-7(c)(4)",
    ],
    page: include_str!("union_group_tested_apart.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let union = &plan.employer.union_group;
    // Who is left out of the plan is in no test of it; a governmental plan has none.
    let left_out = plan.eligibility.excluded_classes.is(|classes| classes.0.contains(&Class::Union)).is_yes();
    if left_out || facts.is_governmental().is_yes() || !union.is_yes().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let tested = &plan.testing.union_group;
    let (message, label, help) = match tested.known()? {
        UnionGroup::Apart => return Ok(Outcome::Pass),
        // Without an ADP test in the plan's type, nothing is left to test: the ACP test counts as passed for them.
        UnionGroup::Untested if facts.plan_type()? == PlanType::Plan403b => return Ok(Outcome::Pass),
        // A safe harbor that is for them too takes the place of their ADP test.
        UnionGroup::Untested if *plan.safe_harbor.kind.known()? != SafeHarborType::None => {
            return Ok(Outcome::NotApplicable);
        }
        UnionGroup::Untested => (
            "The deferrals of bargained employees are not tested. Their part of the plan counts as passing the \
             ACP test, but has to pass an ADP test of its own (26 CFR 1.401(k)-1(b)(2), (b)(4)(v)(B)).",
            "no ADP test for them",
            "Run an ADP test over the bargained employees, alone; several bargaining units may be put \
             together.",
        ),
        UnionGroup::Together => (
            "Bargained and other employees are in one test. The law treats them as separate plans (26 CFR \
             1.401(k)-1(b)(4)(v)(B), 1.401(m)-1(b)(4)(iii)-(iv)), and the bargained part counts as passing the \
             ACP test (1.401(m)-1(b)(2)).",
            "one test for both",
            "Test them apart: an ADP test of their own for bargained employees, and no ACP test.",
        ),
    };
    if !facts.is_acp_tested().known()? {
        return Ok(Outcome::NotApplicable);
    }
    Outcome::fail(
        RULE.finding(tested, message, label).related(union.span(), "some are bargained for").help(help),
    )
}
