//! `after-tax-dollar-cap-binds`: an amount of dollars that stops after-tax contributions short of the 415(c) room.

use super::after_tax_percent_cap_binds::is_share;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::money::Usd;
use crate::plan::PlanType;
use crate::room::model_employee::Room;
use crate::syntax::phrase::limit::Limit;

pub const RULE: Rule = Rule {
    name: "after-tax-dollar-cap-binds",
    group: Group::MegaBackdoor,
    summary: "Dollar cap on after-tax below the 415(c) room",
    severity: Severity::Advice,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 415(c)(1)", "IRC 415(d)", "26 CFR 1.415(c)-1(a)(1)(i), (b)(2)(ii)(B)"],
    page: include_str!("after_tax_dollar_cap_binds.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    // Where the highly compensated are barred, no cap on the others is what stops the model employee.
    if !facts.has_after_tax()? || facts.are_hces_barred().is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let limit = *facts.plan.after_tax.limit.known()?;
    match limit {
        Limit::None | Limit::AnnualAdditionsRoom => return Ok(Outcome::Pass),
        Limit::OfPay { at_most: None, .. } => return Ok(Outcome::NotApplicable),
        Limit::Barred
        | Limit::OfPay { at_most: Some(_), .. }
        | Limit::Dollars(_)
        | Limit::ElectiveDeferralLimit => {}
    }
    let Some(widest) = facts.widest_room()? else { return Ok(Outcome::NotApplicable) };
    let Some(cap) = widest.plan_limit else { return Ok(Outcome::NotApplicable) };
    if is_share(limit, widest.pay) {
        return Ok(Outcome::NotApplicable);
    }
    match facts.room_beyond(cap)? {
        Some(room) => report(facts, cap, &room),
        None => Ok(Outcome::Pass),
    }
}

fn report(facts: &Facts<'_>, cap: Usd, room: &Room) -> Judgement {
    let message = format!(
        "After-tax contributions stop at {cap}, where annual additions leave room for {} at pay of {} in {} (IRC 415(c)): \
         {}.",
        room.before_caps,
        room.pay,
        facts.plan.year,
        room.in_words(),
    );
    let label = format!("{} short of the room", room.before_caps.less(cap));
    let help = "Let the plan's limit be what 415(c) leaves (`limit: 415(c) room`): that limit is adjusted each year, and \
                an amount of dollars in the document stays behind.";
    Outcome::fail(RULE.finding(&facts.plan.after_tax.limit, message, label).help(help))
}
