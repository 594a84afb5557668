//! `spillover-without-stop`: contributions that run on as after-tax, and nothing in the plan that stops them.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::after_tax::Spillover;
use crate::syntax::phrase::limit::{CodeSection, StatedLimit};

pub const RULE: Rule = Rule {
    name: "spillover-without-stop",
    group: Group::MegaBackdoor,
    summary: "Spillover without stopping rule",
    // As `annual-additions-limit-missing`, which steps back for it.
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: PlanType::FULL_401K,
    in_force: None,
    citations: &["IRC 415(c)", "26 CFR 1.415(a)-1(d)(1), (d)(3)", "26 CFR 1.415(c)-1(b)(6)"],
    page: include_str!("spillover_without_stop.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let (after_tax, limits) = (&facts.plan.after_tax, &facts.plan.limits);
    // A plan that has a limit passes, spillover or not: so nobody is asked about spillover who has stated one.
    let stop = limits.annual_additions.stated();
    if let Some(StatedLimit::AsAdjusted(CodeSection::AnnualAdditions) | StatedLimit::Dollars(_)) = stop {
        return Ok(Outcome::Pass);
    }
    let how = match after_tax.spillover.known()? {
        Spillover::None => return Ok(Outcome::NotApplicable),
        Spillover::OptIn => "by a standing election",
        Spillover::Automatic => "automatically",
    };
    limits.annual_additions.known()?;
    let message = format!(
        "Contributions go on as after-tax {how}, and the plan neither states the 415(c) limit nor refers to it: with \
         the employer money that is posted after the year, they can pass the limit (26 CFR 1.415(c)-1(b)(6)).",
    );
    let finding = RULE.finding(&after_tax.spillover, message, "nothing in the plan stops this");
    Outcome::fail(finding.related(limits.annual_additions.span(), "no limit on annual additions").help(
        "Refer to the 415(c) limit in the document, say which source stops first, and let participants opt out.",
    ))
}
