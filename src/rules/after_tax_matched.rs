//! `after-tax-matched`: the match counts after-tax contributions, or the spec says both that it does and does not.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::sources::Source;

pub const RULE: Rule = Rule {
    name: "after-tax-matched",
    group: Group::MegaBackdoor,
    summary: "After-tax contributions are matched",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 401(m)(4)(A)(i)",
        "IRC 401(m)(6)",
        "IRC 411(a)(3)(G)",
        "26 CFR 1.401(m)-2(b)(3)(v)(B)",
        "26 CFR 1.401(m)-3(d)(3)(i)",
        "Rev. Rul. 72-275",
    ],
    page: include_str!("after_tax_matched.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let no_match = facts.plan.matching.formula.stated() == Some(&MatchFormula::None);
    if !facts.has_after_tax()? || no_match {
        return Ok(Outcome::NotApplicable);
    }
    let by_permission = facts.plan.after_tax.matched.is_yes();
    let by_sources = facts.plan.matching.sources.is(|sources| sources.include(Source::AfterTax));
    match (&by_permission, &by_sources) {
        (Truth::Yes, Truth::No) => return contradiction(facts, "says that they are", "does not name"),
        (Truth::No, Truth::Yes) => return contradiction(facts, "says that they are not", "names"),
        (Truth::Yes | Truth::No | Truth::Unknown(_), _) => {}
    }
    if facts.is_after_tax_matched().known()? {
        report(facts, by_permission.is_yes())
    } else {
        Ok(Outcome::Pass)
    }
}

fn contradiction(facts: &Facts<'_>, permission: &str, sources: &str) -> Judgement {
    let message = format!(
        "Are after-tax contributions matched? `after-tax.matched` {permission}, and `match.sources` {sources} them. The \
         answer decides the ACP ratio and the room under 415(c)."
    );
    let finding = RULE.finding(&facts.plan.after_tax.matched, message, format!("{permission} matched"));
    let related = format!("{sources} after-tax contributions");
    let help = "Read which contributions the plan document matches, and make the two elections say the same.";
    Outcome::fail(finding.related(facts.plan.matching.sources.span(), related).help(help))
}

fn report(facts: &Facts<'_>, said_by_permission: bool) -> Judgement {
    let tested = if facts.is_acp_tested() == Truth::No {
        "It uses up room under 415(c)"
    } else {
        "It counts in the ACP ratio beside the contribution itself (IRC 401(m)(3)), uses up room under 415(c)"
    };
    let message = format!(
        "The match counts after-tax contributions, so it is a matching contribution under IRC 401(m)(4)(A)(i). {tested} and \
         puts free withdrawal of the matched money in doubt (Rev. Rul. 72-275)."
    );
    let (matched, sources) = (&facts.plan.after_tax.matched, &facts.plan.matching.sources);
    let finding = if said_by_permission {
        RULE.finding(matched, message, "after-tax contributions are matched")
    } else {
        RULE.finding(sources, message, "the match counts after-tax contributions")
    };
    Outcome::fail(finding.help(
        "Confirm that this is meant. If so, count this match in the ACP test and under 415(c), and forfeit the match on \
         after-tax contributions that are refunded; if not, name only deferrals as matched.",
    ))
}
