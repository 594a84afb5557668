//! `hce-after-tax-capped`: highly compensated employees may contribute less after tax than there is room for.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Missing, Truth};
use crate::money::Usd;
use crate::nondiscrimination::estimate::after_tax_exposure;
use crate::plan::PlanType;
use crate::plan::testing::TestMethod;
use crate::syntax::phrase::condition::Eligibility;

pub const RULE: Rule = Rule {
    name: "hce-after-tax-capped",
    group: Group::MegaBackdoor,
    summary: "HCEs barred or capped on after-tax",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 401(m)(2)",
        "26 CFR 1.401(a)(4)-4(b)(1)",
        "26 CFR 1.401(m)-3(d)(6)(i)",
        "IRC 415(c)(1)",
    ],
    page: include_str!("hce_after_tax_capped.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    match facts.are_hces_barred() {
        Truth::Yes => barred(facts),
        Truth::No => capped(facts, Ok(Outcome::Pass)),
        // A cap below the room is one whether or not some are barred besides.
        Truth::Unknown(missing) => capped(facts, Err(missing)),
    }
}

fn barred(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let message = "Highly compensated employees may make no after-tax contributions at all. That is lawful, but it ends \
                   a mega backdoor Roth for most who would use it.";
    let limit = &plan.after_tax.hce_limit;
    let finding = if limit.stated().and_then(|limit| limit.for_pay(Usd::dollars(1))) == Some(Usd::ZERO) {
        RULE.finding(limit, message, "nothing for HCEs")
    } else if plan.eligibility.after_tax.stated() == Some(&Eligibility::SameAsDeferrals) {
        let finding = RULE.finding(&plan.eligibility.deferrals, message, "HCEs may not defer");
        finding.related(plan.eligibility.after_tax.span(), "the same holds for after-tax contributions")
    } else {
        RULE.finding(&plan.eligibility.after_tax, message, "HCEs may not contribute after tax")
    };
    Outcome::fail(helped(finding, facts))
}

/// `otherwise` is what holds if no cap on the highly compensated falls short.
fn capped(facts: &Facts<'_>, otherwise: Result<Outcome, Missing>) -> Judgement {
    let after_tax = &facts.plan.after_tax;
    // The question who may contribute comes first, and the limit of some of them later.
    let limit = match (after_tax.hce_limit.known(), &otherwise) {
        (Ok(limit), _) => *limit,
        (Err(_), Err(missing)) => return Err(missing.clone()),
        (Err(missing), Ok(_)) => return Err(missing),
    };
    let Some(widest) = facts.widest_room()? else { return Ok(Outcome::NotApplicable) };
    let Some(cap) = widest.hce_limit else { return otherwise };
    // A cap that everyone is under is no cap on the highly compensated; the rules on caps look at it.
    if widest.plan_limit.is_some_and(|plan_limit| plan_limit <= cap) {
        return otherwise;
    }
    let Some(room) = facts.room_beyond(cap)? else { return otherwise };
    let message = format!(
        "Highly compensated employees may contribute {cap} after tax, where annual additions leave room for {} at pay of \
         {} in {} (IRC 415(c)): {}. The cap is lawful.",
        room.before_caps,
        room.pay,
        facts.plan.year,
        room.in_words(),
    );
    let label = format!("{limit} for HCEs");
    Outcome::fail(helped(RULE.finding(&after_tax.hce_limit, message, label), facts))
}

fn helped(finding: Finding, facts: &Facts<'_>) -> Finding {
    let keep = "Keep it if the ACP test needs it (IRC 401(m)(2)), otherwise lift it";
    if facts.is_governmental().is_yes() {
        return finding.help("Lift it: a governmental plan is under no ACP test that it could serve.");
    }
    // Under prior-year testing the limit is not that of the people whom `workforce` describes.
    let by_current_year = facts.plan.testing.acp.stated() == Some(&TestMethod::CurrentYear);
    match after_tax_exposure(facts.plan) {
        Ok(exposure) if by_current_year => finding.help(format!(
            "{keep}. On after-tax contributions alone the plan's `workforce` puts HCEs at {} against a limit of {}.",
            exposure.hce, exposure.limit
        )),
        Ok(_) | Err(_) => finding.help(format!("{keep}: describe the `workforce`, or test a census, to see the margin.")),
    }
}
