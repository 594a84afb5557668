//! `entry-too-late`: entry dates so far apart that people wait longer than the law lets them.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Election, Missing, Truth};
use crate::nondiscrimination::entry::{AGE_21, Wait, YEAR};
use crate::plan::PlanType;
use crate::plan::eligibility::Entry;
use crate::syntax::phrase::condition::Eligibility;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;
use crate::syntax::phrase::vesting::Vesting;

pub const RULE: Rule = Rule {
    name: "entry-too-late",
    group: Group::Nondiscrimination,
    summary: "Entry dates too far apart",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Starter401k, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 410(a)(4)", "IRC 410(c)(1)", "26 CFR 1.410(a)-4(b)(1)", "IRC 410(a)(1)(B)(i)"],
    page: include_str!("entry_too_late.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// IRC 410(a)(4)(B): six months from the day on which someone meets the law's own conditions.
const SIX_MONTHS: u32 = 6;

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let eligibility = &plan.eligibility;
    if facts.has_minimum_standards() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    match eligibility.entry.known()? {
        Entry::Immediate | Entry::NextPayroll | Entry::Monthly | Entry::Quarterly | Entry::Semiannual => {
            return Ok(Outcome::Pass);
        }
        Entry::Annual => {}
    }
    // The clock of money that is vested at once runs from two years of service where the plan asks for them.
    let most = |vesting: &Election<Vesting>| {
        if vesting.stated() == Some(&Vesting::Immediate) { 2 * YEAR } else { YEAR }
    };
    let takes_deferrals = Truth::from(facts.plan_type()? != PlanType::Plan401a);
    let matching = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    let nonelective = plan.nonelective.formula.is(|formula| *formula != Nonelective::None);
    let outcome = Outcome::settled([
        judged(facts, &eligibility.deferrals, takes_deferrals, YEAR),
        judged(facts, &eligibility.matching, matching, most(&plan.matching.vesting)),
        judged(facts, &eligibility.nonelective, nonelective, most(&plan.nonelective.vesting)),
        judged(facts, &eligibility.after_tax, facts.after_tax(), 2 * YEAR),
    ])?;
    match outcome {
        // One entry rule, one finding, whatever it is too late for.
        Outcome::Fail(findings) => {
            let mut findings = findings.into_iter();
            let Some(mut first) = findings.next() else { return Ok(Outcome::Pass) };
            first.related.extend(findings.flat_map(|finding| finding.related));
            Outcome::fail(first)
        }
        other @ (Outcome::Pass | Outcome::Unknown(_) | Outcome::NotApplicable) => Ok(other),
    }
}

fn judged(
    facts: &Facts<'_>,
    election: &Election<Eligibility>,
    is_taken: Truth,
    most: u32,
) -> Result<Option<Finding>, Missing> {
    if is_taken == Truth::No || election.stated() == Some(&Eligibility::SameAsDeferrals) {
        return Ok(None);
    }
    let ways = facts.ways_in(election, &is_taken)?;
    if ways.is_empty() || ways.iter().any(|wait| slack(wait, most) >= SIX_MONTHS) {
        return Ok(None);
    }
    if !is_taken.and(facts.has_minimum_standards()).known()? {
        return Ok(None);
    }
    let entry = &facts.plan.eligibility.entry;
    let message = "With one entry date a year someone may wait for up to twelve months after meeting the \
                   plan's conditions. The law allows six from age 21 and a year of service, and no longer than \
                   to the next plan year (IRC 410(a)(4)).";
    let finding = RULE
        .finding(entry, message, "once a year")
        .related(election.span(), "too close to the law's maximum for that");
    let help = "Enter people twice a year or more often, or ask for no more than age 20 1/2 and six months of \
                service.";
    Ok(Some(finding.help(help)))
}

/// How many months the plan's conditions are met, at least, before those of the law are.
fn slack(wait: &Wait, most: u32) -> u32 {
    let by_age = if wait.half_years == 0 {
        u32::MAX
    } else {
        AGE_21.saturating_sub(wait.half_years).saturating_mul(6)
    };
    by_age.min(most.saturating_sub(wait.months))
}
