//! `match-on-refunded-contributions`: match that stays although what it matched went back.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::testing::{RelatedMatch, TestMethod};
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "match-on-refunded-contributions",
    group: Group::Nondiscrimination,
    summary: "Match on refunded contributions",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 411(a)(3)(G)",
        "IRC 401(k)(8)(E)",
        "26 CFR 1.401(m)-2(b)(3)(v)",
        "26 CFR 1.401(k)-2(b)(4)(ii)-(iii)",
    ],
    page: include_str!("match_on_refunded_contributions.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let testing = &plan.testing;
    let is_run = |method: &TestMethod| *method != TestMethod::NotTested;
    // Deferrals are refunded by the ADP test, which a 403(b) has not, and after-tax contributions by the ACP test.
    let is_401k = facts.plan_type()? == PlanType::Traditional401k;
    let deferrals = Truth::from(is_401k).and(testing.adp.is(is_run));
    let after_tax = facts.after_tax().and(testing.acp.is(is_run)).and(facts.is_after_tax_matched());
    let is_matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    if facts.is_acp_tested() == Truth::No || !is_matched.and(deferrals.or(after_tax)).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let related = &testing.related_match;
    match related.known()? {
        RelatedMatch::Forfeited | RelatedMatch::MadeUp => Ok(Outcome::Pass),
        RelatedMatch::Kept => {
            let message = "Match stays with a highly compensated employee although the contributions that \
                           earned it were refunded. That leaves them a higher rate of match than others have, \
                           which discriminates (26 CFR 1.401(k)-2(b)(4)(iii), 1.401(m)-2(b)(3)(v)(B)).";
            let help = "Forfeit the match on refunded contributions, vested or not (IRC 411(a)(3)(G)), refund \
                        what was not matched first, or give the others as much.";
            Outcome::fail(RULE.finding(related, message, "kept").help(help))
        }
    }
}
