//! `after-tax-percent-cap-binds`: a share of pay that stops after-tax contributions short of the 415(c) room.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::money::{Percent, Usd};
use crate::plan::PlanType;
use crate::room::model_employee::Room;
use crate::syntax::phrase::limit::Limit;

pub const RULE: Rule = Rule {
    name: "after-tax-percent-cap-binds",
    group: Group::MegaBackdoor,
    summary: "After-tax percentage cap below the 415(c) room",
    severity: Severity::Advice,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 415(c)(1)", "26 CFR 1.415(c)-1(a)(1), (b)(2)(ii)(B)", "IRC 401(a)(17)"],
    page: include_str!("after_tax_percent_cap_binds.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// Does a share of pay decide what this limit comes to at this pay, rather than an amount of dollars? One of the two
/// rules on caps speaks about a limit that has both.
pub(super) fn is_share(limit: Limit, pay: Usd) -> bool {
    match limit {
        Limit::OfPay { share, at_most } => at_most.is_none_or(|most| share.of(pay) <= most),
        Limit::None
        | Limit::Barred
        | Limit::Dollars(_)
        | Limit::ElectiveDeferralLimit
        | Limit::AnnualAdditionsRoom => false,
    }
}

fn check(facts: &Facts<'_>) -> Judgement {
    // Where the highly compensated are barred, no cap on the others is what stops the model employee.
    if !facts.has_after_tax()? || facts.are_hces_barred().is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let limit = *facts.plan.after_tax.limit.known()?;
    let share = match limit {
        Limit::OfPay { share, .. } => share,
        Limit::None | Limit::AnnualAdditionsRoom => return Ok(Outcome::Pass),
        Limit::Barred | Limit::Dollars(_) | Limit::ElectiveDeferralLimit => {
            return Ok(Outcome::NotApplicable);
        }
    };
    let Some(widest) = facts.widest_room()? else { return Ok(Outcome::NotApplicable) };
    if !is_share(limit, widest.pay) {
        return Ok(Outcome::NotApplicable);
    }
    let cap = share.of(widest.pay);
    match facts.room_beyond(cap)? {
        Some(room) => report(facts, share, cap, &room),
        None => Ok(Outcome::Pass),
    }
}

fn report(facts: &Facts<'_>, share: Percent, cap: Usd, room: &Room) -> Judgement {
    let message = format!(
        "The after-tax limit of {share} of pay stops at {cap} for pay of {}, where annual additions leave room for {} in \
         {} (IRC 415(c)): {}.",
        room.pay,
        room.before_caps,
        facts.plan.year,
        room.in_words(),
    );
    let label = format!("{} short of the room", room.before_caps.less(cap));
    Outcome::fail(RULE.finding(&facts.plan.after_tax.limit, message, label).help(help(room)))
}

fn help(room: &Room) -> String {
    let way_out = "Let the plan's limit be what 415(c) leaves (`limit: 415(c) room`)";
    match room.before_caps.percent_of(room.pay).map(|share| Percent::new(share.decimal().ceil())) {
        Some(enough) => format!(
            "{way_out}, or raise the percentage: {enough} reaches the room at pay of {}, and lower pay needs more.",
            room.pay
        ),
        None => format!("{way_out}."),
    }
}
