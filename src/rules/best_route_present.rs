//! `best-route-present`: praise for automatic conversion each payroll.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::in_plan_roth::Consent;
use crate::room::routes;
use crate::rules::facts::AcpOutlook;
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::frequency::{Automatic, Frequency};

pub const RULE: Rule = Rule {
    name: "best-route-present",
    group: Group::MegaBackdoor,
    summary: "Best design present: automatic per-payroll conversion",
    severity: Severity::Advice,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 402A(c)(4)"],
    page: include_str!("best_route_present.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// As many times a year as the rarest payroll that is not monthly: twice a month.
const EACH_PAYROLL: u32 = 24;

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let in_plan_roth = &facts.plan.in_plan_roth;
    if !in_plan_roth.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let automatic = &in_plan_roth.automatic;
    let at_once = match *automatic.known()? {
        Automatic::None => false,
        Automatic::Every(frequency) => is_each_payroll(frequency),
    };
    // An automatic conversion that does not reach the money is nothing to praise; other rules say what is wrong.
    // Nor is one that waits for an age or an event: only what may be rolled over at once is converted each payroll.
    let open_at_once = routes::any_amount(facts.plan, facts.law).or(facts
        .plan
        .in_service
        .after_tax
        .is(|condition| *condition == Condition::Immediate));
    if !at_once || !facts.routes().in_plan_roth.and(open_at_once).known()? {
        return Ok(Outcome::Pass);
    }
    if is_something_to_mend(facts) {
        return Ok(Outcome::NotApplicable);
    }
    // The route is praised, not the plan: its caps and its employer money are looked at by other rules.
    let message = "Nothing to mend in this route: after-tax contributions become Roth by themselves, almost as soon as they \
                   are made, so that hardly any earnings are there to be taxed (IRC 402A(c)(4)). No other route to Roth \
                   does better.";
    Outcome::fail(RULE.finding(automatic, message, "the best route").help(
        "Keep it, and keep records for each payroll, so that contributions which a test sends back can be found after \
         their conversion.",
    ))
}

/// Does a rule find fault with this very conversion: that nobody elects it, that a test is likely to want the money back,
/// or that those with the most pay have none to convert? Then it is not praised in the same breath
/// (`automatic-conversion-without-election`, `converted-money-must-return`, `hce-after-tax-capped`).
fn is_something_to_mend(facts: &Facts<'_>) -> bool {
    let not_elected = match facts.plan.in_plan_roth.election.stated() {
        Some(Consent::OptOut | Consent::None) => true,
        Some(Consent::ByElection) | None => false,
    };
    not_elected || facts.are_hces_barred().is_yes() || matches!(facts.acp_outlook(), Ok(AcpOutlook::Fails(_)))
}

fn is_each_payroll(frequency: Frequency) -> bool {
    match frequency {
        Frequency::AnyTime | Frequency::Daily | Frequency::EachPayroll => true,
        Frequency::Monthly | Frequency::Quarterly | Frequency::TwiceAYear | Frequency::OnceAYear => false,
        Frequency::TimesAYear(times) => times >= EACH_PAYROLL,
    }
}
