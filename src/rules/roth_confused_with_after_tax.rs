//! `roth-confused-with-after-tax`: two kinds of money that are taxed when made, and nothing else in common.

mod naming;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Missing, Truth};
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::TestMethod;
use crate::syntax::phrase::sources::Source;
use naming::calls_it_roth;

pub const RULE: Rule = Rule {
    name: "roth-confused-with-after-tax",
    group: Group::MegaBackdoor,
    summary: "Roth confused with after-tax",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 402A(a)(1), (c)(1)",
        "26 CFR 1.401(k)-1(a)(2)(ii), (f)(4)(i)",
        "26 CFR 1.401(m)-2(a)(4)(ii), (a)(6)(ii), (c)(3)",
        "IRC 401(m)(3)",
    ],
    page: include_str!("roth_confused_with_after_tax.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    // Without after-tax contributions, a spec that says nothing of the ACP test gives no cause for confusion.
    if facts.after_tax() == Truth::No && !facts.plan.testing.acp_sources.is_written() {
        return Ok(Outcome::NotApplicable);
    }
    let named = named_roth(facts);
    let counted = counted_in_acp(facts);
    match (named, counted) {
        (Err(missing), Ok(None) | Err(_)) | (Ok(None), Err(missing)) => Err(missing),
        (named, counted) => Outcome::of([named, counted].into_iter().flatten().flatten().collect()),
    }
}

/// After-tax contributions that the document calls Roth.
fn named_roth(facts: &Facts<'_>) -> Result<Option<Finding>, Missing> {
    if !facts.has_after_tax()? {
        return Ok(None);
    }
    let called = &facts.plan.after_tax.called;
    let text = &called.known()?.0;
    if !calls_it_roth(text).ok_or_else(|| Missing { elections: vec![called.path.clone()] })? {
        return Ok(None);
    }
    let message = "The document calls after-tax contributions Roth. Designated Roth contributions are elective deferrals \
                   (IRC 402A(a)(1)), under 402(g) and the ADP test; after-tax contributions are neither, and are tested \
                   in the ACP test (26 CFR 1.401(k)-1(a)(2)(ii)).";
    let help = "Call them voluntary after-tax (non-Roth) contributions, and declare Roth deferrals under `deferrals.roth`.";
    Ok(Some(RULE.finding(called, message, "two sources under one name").help(help)))
}

/// Roth deferrals in the ACP test, where they belong only as a lawful shift (26 CFR 1.401(m)-2(a)(6)(ii)).
fn counted_in_acp(facts: &Facts<'_>) -> Result<Option<Finding>, Missing> {
    let testing = &facts.plan.testing;
    // IRC 401(m) is not about governmental plans (401(a)(5)(G)); a test that is not run counts nothing.
    let untested = testing.acp.is(|method| *method == TestMethod::NotTested).or(facts.is_governmental());
    if untested.is_yes() {
        return Ok(None);
    }
    let sources = &testing.acp_sources;
    if !sources.known()?.include(Source::Roth) || may_be_shifted(facts).known()? {
        return Ok(None);
    }
    let message = "Designated Roth deferrals are counted in the ACP test. They are elective contributions and belong in \
                   the ADP test (26 CFR 1.401(k)-1(f)(4)(i)), unless they are shifted under 1.401(m)-2(a)(6)(ii).";
    let finding = RULE.finding(sources, message, "Roth deferrals are among these");
    let finding = finding.related(testing.shift_deferrals.span(), "no shift that the regulation allows");
    Ok(Some(
        finding
            .help("Leave `roth` out of the ACP test. A match that is made as Roth stays in it, as `match`."),
    ))
}

/// Only from an arrangement that must pass the ADP test, as one with a safe harbor need not, and only where both tests run by one method.
fn may_be_shifted(facts: &Facts<'_>) -> Truth {
    let testing = &facts.plan.testing;
    let has_adp = facts.plan.identity.plan_type.is(|plan_type| *plan_type != PlanType::Plan403b);
    let tested = testing.adp.is(|method| *method != TestMethod::NotTested);
    let alike = match (testing.adp.known(), testing.acp.known()) {
        (Ok(adp), Ok(acp)) => (adp == acp).into(),
        (Err(missing), _) | (_, Err(missing)) => Truth::Unknown(missing),
    };
    let without_safe_harbor = facts.plan.safe_harbor.kind.is(|kind| *kind == SafeHarborType::None);
    has_adp.and(without_safe_harbor).and(testing.shift_deferrals.is_yes()).and(tested).and(alike)
}
