//! `suspension-in-safe-harbor`: a stop of contributions that a safe harbor match does not allow.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::sources::Source;

pub const RULE: Rule = Rule {
    name: "suspension-in-safe-harbor",
    group: Group::MegaBackdoor,
    summary: "Suspension of deferrals in a safe harbor match plan",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["26 CFR 1.401(k)-3(c)(6)(i)-(v)", "26 CFR 1.401(m)-3(d)(6)(i)-(v)"],
    page: include_str!("suspension_in_safe_harbor.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let suspension = &plan.after_tax.suspension_after_withdrawal;
    if !facts.has_after_tax()? || suspension.is(|length| length.is_zero()).is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let Some(design) = facts.safe_harbor()? else { return Ok(Outcome::NotApplicable) };
    // Which match must stay open to everyone: that of the ADP safe harbor, or one that relies on the ACP safe harbor.
    let matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    let by_acp = matched.and(facts.claims_acp_safe_harbor());
    if !Truth::from(design.is_match()).or(by_acp.clone()).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let length = *suspension.known()?;
    let stops = plan.after_tax.suspension_stops.known()?;
    let stops_deferrals = stops.include(Source::PreTax) || stops.include(Source::Roth);
    // The list reaches employee contributions only where the match on them relies on the ACP safe harbor.
    let stops_matched =
        Truth::from(stops.include(Source::AfterTax)).and(facts.is_after_tax_matched()).and(by_acp);
    if !Truth::from(stops_deferrals).or(stops_matched).known()? {
        return Ok(Outcome::Pass);
    }
    let what = if stops_deferrals { "deferrals" } else { "matched after-tax contributions" };
    let message = format!(
        "After a withdrawal of after-tax money {what} stop for {length}. A safe harbor match may restrict the contributions of \
         employees who are not highly compensated only in the ways that the regulation lists, and this is none of them (26 CFR \
         1.401(k)-3(c)(6), 1.401(m)-3(d)(6))."
    );
    let finding = RULE.finding(&plan.after_tax.suspension_stops, message, format!("{what} stop"));
    let finding = finding.related(suspension.span(), "for so long");
    Outcome::fail(
        finding
            .related(plan.safe_harbor.kind.span(), "the safe harbor")
            .help("Remove the suspension, or let it stop unmatched after-tax contributions only."),
    )
}
