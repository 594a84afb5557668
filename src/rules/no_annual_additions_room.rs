//! `no-annual-additions-room`: deferrals and employer money fill the 415(c) limit before any after-tax contribution.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::money::Usd;
use crate::plan::PlanType;
use crate::room::model_employee::Room;

pub const RULE: Rule = Rule {
    name: "no-annual-additions-room",
    group: Group::MegaBackdoor,
    summary: "No 415(c) room left",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 415(c)(1)-(2)", "26 CFR 1.415(c)-1(a)(1), (b)(1)(ii), (b)(2)(ii)"],
    page: include_str!("no_annual_additions_room.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let Some(widest) = facts.widest_room()? else { return Ok(Outcome::NotApplicable) };
    // What is known fills the limit already: more employer money cannot make room.
    if is_used_up(&widest) {
        return report(facts, &widest);
    }
    match facts.room()? {
        Some(room) if is_used_up(&room) => report(facts, &room),
        Some(_) => Ok(Outcome::Pass),
        None => Ok(Outcome::NotApplicable),
    }
}

/// Formulas that aim at the limit end a few cents below it; that is no room that anyone could use.
fn is_used_up(room: &Room) -> bool {
    room.before_caps < Usd::dollars(1)
}

fn report(facts: &Facts<'_>, room: &Room) -> Judgement {
    let total = room.elective_deferrals + room.matching + room.nonelective;
    let message = format!(
        "At pay of {} a full deferral of {} and employer money of {} come to {total}, against a {} limit on annual additions \
         of {} (IRC 415(c)(1)): nothing is left for after-tax contributions.",
        room.pay,
        room.elective_deferrals,
        room.matching + room.nonelective,
        facts.plan.year,
        room.annual_additions_limit,
    );
    Outcome::fail(at_employer_money(facts, room, message).help(
        "Give less employer money to the highly paid, or accept that they have no room: lower deferrals make room for \
         after-tax contributions, dollar for dollar.",
    ))
}

/// The finding at the larger kind of employer money, with the other beside it.
fn at_employer_money(facts: &Facts<'_>, room: &Room, message: String) -> Finding {
    let (nonelective, matching) = (&facts.plan.nonelective.formula, &facts.plan.matching.formula);
    let by_nonelective = format!("nonelective contributions of {}", room.nonelective);
    let by_match = format!("a match of {}", room.matching);
    match (room.nonelective.is_zero(), room.matching.is_zero()) {
        (true, true) => RULE.finding(&facts.plan.after_tax.allowed, message, "no room for these"),
        (false, true) => RULE.finding(nonelective, message, by_nonelective),
        (true, false) => RULE.finding(matching, message, by_match),
        (false, false) if room.matching > room.nonelective => {
            RULE.finding(matching, message, by_match).related(nonelective.span(), by_nonelective)
        }
        (false, false) => {
            RULE.finding(nonelective, message, by_nonelective).related(matching.span(), by_match)
        }
    }
}
