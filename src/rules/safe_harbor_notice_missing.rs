//! `safe-harbor-notice-missing`: a safe harbor whose yearly notice is not given.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Missing;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "safe-harbor-notice-missing",
    group: Group::Nondiscrimination,
    summary: "Safe harbor notice missing",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "IRC 401(k)(12)(A)(i), (D)",
        "IRC 401(k)(13)(B)(i), (E)",
        "IRC 401(m)(11)(A)(ii)",
        "26 CFR 1.401(k)-3(d)",
        "26 CFR 1.401(m)-3(a)(2), (e)",
        "Notice 2020-86",
    ],
    page: include_str!("safe_harbor_notice_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let Some(design) = facts.safe_harbor()? else { return Ok(Outcome::NotApplicable) };
    let notice = &facts.plan.safe_harbor.notice;
    if notice.is_yes().is_yes() {
        return Ok(Outcome::Pass);
    }
    let Some((why, severity)) = needs_notice(facts, design)? else { return Ok(Outcome::NotApplicable) };
    notice.known()?;
    let message = format!("No safe harbor notice is given for {}. {why}", facts.plan.year);
    let finding = RULE.finding(notice, message, "no notice").severity(severity);
    let finding = finding.related(facts.plan.safe_harbor.kind.span(), "the design");
    Outcome::fail(finding.help(
        "Give every eligible employee the notice within a reasonable time before each plan year; 30 to 90 days before it are \
         deemed reasonable (26 CFR 1.401(k)-3(d)(3)(ii)).",
    ))
}

/// Why a notice is needed, and how certainly.
fn needs_notice(
    facts: &Facts<'_>,
    design: SafeHarborType,
) -> Result<Option<(&'static str, Severity)>, Missing> {
    let by_match = "A match safe harbor holds only with the yearly notice (IRC 401(k)(12)(A)(i), (D); 401(k)(13)(B)(i), (E)).";
    if design.is_match() {
        return Ok(Some((by_match, Severity::Error)));
    }
    let since_2020 =
        facts.law.in_force(Provision::NonelectiveSafeHarborWithoutNotice, facts.plan.year.first_day());
    if !since_2020 {
        let before = "Up to the plan years of 2019 every safe harbor needed it (26 CFR 1.401(k)-3(d)).";
        return Ok(Some((before, Severity::Error)));
    }
    // Without a match that relies on the ACP safe harbor, a nonelective safe harbor needs none (SECURE Act s. 103).
    if *facts.plan.matching.formula.known()? == MatchFormula::None
        || !facts.claims_acp_safe_harbor().known()?
    {
        return Ok(None);
    }
    Ok(Some(if design.is_qaca() {
        let by_text = "26 CFR 1.401(m)-3(a)(2), (e) still asks for it where a match beside a QACA relies on the ACP safe harbor; \
                       IRC 401(m)(12) does not.";
        (by_text, Severity::Advice)
    } else {
        let by_acp = "The nonelective contribution needs none, but a match that relies on the ACP safe harbor does (IRC \
                      401(m)(11)(A)(ii)).";
        (by_acp, Severity::Error)
    }))
}
