//! `combined-limit-crowds-out-after-tax`: one cap over deferrals and after-tax contributions that deferrals fill.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::law::limits::Limit as LegalLimit;
use crate::money::Usd;
use crate::plan::PlanType;
use crate::room::model_employee::Room;
use crate::room::year_limits::amount;
use crate::syntax::phrase::limit::Limit;

pub const RULE: Rule = Rule {
    name: "combined-limit-crowds-out-after-tax",
    group: Group::MegaBackdoor,
    summary: "Combined deferral cap crowds out after-tax",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 415(c)(1)", "IRC 402(g)(1)", "IRC 414(q)(1)(B)", "26 CFR 1.401(k)-1(e)(6)(ii)"],
    page: include_str!("combined_limit_crowds_out_after_tax.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let limit = *facts.plan.deferrals.combined_limit.known()?;
    let Some(widest) = facts.widest_room()? else { return Ok(Outcome::NotApplicable) };
    let Some(left) = widest.combined_limit else { return Ok(Outcome::Pass) };
    // A cap that a full deferral fills crowds out all there is, whatever the employer adds.
    let short = if left.is_zero() { Some(widest) } else { facts.room_beyond(left)? };
    let at_threshold = crowded_out_at_threshold(facts)?;
    match (short, at_threshold) {
        (Some(room), threshold) => Outcome::fail(report(facts, limit, left, &room, threshold)),
        (None, Some(threshold)) => Outcome::fail(report_threshold(facts, limit, threshold)),
        (None, None) => Ok(Outcome::Pass),
    }
}

/// The pay above which employees are highly compensated, if a full deferral leaves nothing under the cap there: a share
/// of pay weighs more the lower the pay, while the limit on deferrals stays.
fn crowded_out_at_threshold(facts: &Facts<'_>) -> Result<Option<Usd>, crate::lower::Missing> {
    let Ok(threshold) = amount(facts.plan, facts.law, LegalLimit::HceLookbackPay) else { return Ok(None) };
    let room = facts.widest_room_for_pay(threshold)?;
    Ok(room.filter(|room| room.combined_limit == Some(Usd::ZERO)).map(|room| room.pay))
}

fn report(facts: &Facts<'_>, limit: Limit, left: Usd, room: &Room, threshold: Option<Usd>) -> Finding {
    let year = facts.plan.year;
    let leaves = if left.is_zero() { "nothing".to_owned() } else { left.to_string() };
    let mut message = format!(
        "Deferrals and after-tax contributions share one cap ({limit}). At pay of {} a deferral of {} leaves {leaves} of it \
         in {year}, where annual additions leave room for {} (IRC 415(c)).",
        room.pay, room.elective_deferrals, room.before_caps,
    );
    if let Some(pay) = threshold.filter(|pay| *pay < room.pay && !left.is_zero()) {
        message.push_str(&format!(
            " At pay of {pay}, above which employees are highly compensated, it leaves nothing."
        ));
    }
    helped(RULE.finding(&facts.plan.deferrals.combined_limit, message, "one cap for both"))
}

fn report_threshold(facts: &Facts<'_>, limit: Limit, pay: Usd) -> Finding {
    let message = format!(
        "Deferrals and after-tax contributions share one cap ({limit}). At pay of {pay}, above which employees are highly \
         compensated in {} (IRC 414(q)(1)(B)), a full deferral leaves nothing of it for after-tax contributions.",
        facts.plan.year,
    );
    helped(RULE.finding(&facts.plan.deferrals.combined_limit, message, "one cap for both"))
}

fn helped(finding: Finding) -> Finding {
    finding.help(
        "Give after-tax contributions a cap of their own beside the one on deferrals, or none but 415(c).",
    )
}
