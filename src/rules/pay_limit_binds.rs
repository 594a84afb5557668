//! `pay-limit-binds`: people whose contributions together pass all of their pay.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::law::limits::Limit;
use crate::lower::Missing;
use crate::money::Usd;
use crate::plan::PlanType;
use crate::plan::workforce::{NamedGroup, WORKFORCE};
use crate::room::beside_match::discretionary_most;
use crate::room::employer_money::{Contributor, matching_contribution, nonelective_contribution};
use crate::room::year_limits::{amount, deferral_limit};

pub const RULE: Rule = Rule {
    name: "pay-limit-binds",
    group: Group::MegaBackdoor,
    summary: "100%-of-pay limit binds",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 415(c)(1)(B)", "IRC 415(c)(3)(A), (B), (E)", "26 CFR 1.415(c)-1(a)(1)(ii)"],
    page: include_str!("pay_limit_binds.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let groups = &facts.plan.workforce.groups;
    if groups.is_empty() {
        return Err(Missing { elections: vec![WORKFORCE] });
    }
    let Ok(dollar_limit) = amount(facts.plan, facts.law, Limit::AnnualAdditions) else {
        return Ok(Outcome::NotApplicable);
    };
    let mut findings = Vec::new();
    let mut missing: Option<Missing> = None;
    for group in groups {
        match judge(facts, group, dollar_limit) {
            Ok(finding) => findings.extend(finding),
            Err(lacking) => missing = Some(missing.unwrap_or_default().and(lacking)),
        }
    }
    match missing {
        Some(missing) if findings.is_empty() => Err(missing),
        Some(_) | None => Outcome::of(findings),
    }
}

/// What someone of the group adds who defers and contributes after tax as its averages say.
struct Additions {
    pay: Usd,
    /// The limit of the law on deferrals.
    limit: Usd,
    deferral: Usd,
    after_tax: Usd,
    employer: Usd,
}

fn judge(facts: &Facts<'_>, group: &NamedGroup, dollar_limit: Usd) -> Result<Option<Finding>, Missing> {
    let people = &group.group;
    let pay = *people.average_pay.known()?;
    if pay >= dollar_limit || people.after_tax_participation.known()?.is_zero() {
        return Ok(None);
    }
    let after_tax = people.average_after_tax.known()?.of(pay);
    let limit = deferral_limit(facts.plan_type()?).map(|limit| amount(facts.plan, facts.law, limit));
    let limit = limit.transpose().map_err(|_| Missing::default())?.unwrap_or(Usd::ZERO);
    let deferral = if limit.is_zero() || people.participation.known()?.is_zero() {
        Usd::ZERO
    } else {
        people.average_deferral.known()?.of(pay).min(limit)
    };
    let alone = Additions { pay, limit, deferral, after_tax, employer: Usd::ZERO };
    if deferral + after_tax > pay {
        return Ok(Some(report(facts, group, &alone)));
    }
    let employer = employer_money(facts, group, &alone)?;
    let all = Additions { employer, ..alone };
    Ok((deferral + after_tax + employer > pay).then(|| report(facts, group, &all)))
}

fn employer_money(facts: &Facts<'_>, group: &NamedGroup, added: &Additions) -> Result<Usd, Missing> {
    let (matching, nonelective) = (&facts.plan.matching, &facts.plan.nonelective.formula);
    let after_tax = if facts.is_after_tax_matched().is_yes() { added.after_tax } else { Usd::ZERO };
    let contributor = Contributor {
        pay: added.pay,
        matched: added.deferral + after_tax,
        deferral_limit: added.limit,
        years_of_service: None,
    };
    // Silence is no formula of their own: what is matched is part of the plan's definite formula.
    let own = matching.hce_formula.is_written() && group.is_hce().known()?;
    let formula = if own { &matching.hce_formula } else { &matching.formula };
    let matched = matching_contribution(formula.known()?, contributor);
    let matched = matched.map_or_else(|| discretionary_most(facts.plan, contributor.pay), Ok)?;
    let unstated = || Missing { elections: vec![nonelective.path.clone()] };
    Ok(matched + nonelective_contribution(nonelective.known()?, contributor).ok_or_else(unstated)?)
}

fn report(facts: &Facts<'_>, group: &NamedGroup, added: &Additions) -> Finding {
    let Additions { pay, deferral, after_tax, employer, limit: _ } = added;
    let total = *deferral + *after_tax + *employer;
    let mut lines = format!("a deferral of {deferral} and {after_tax} after tax");
    if !employer.is_zero() {
        lines.push_str(&format!(" with employer money of {employer}"));
    }
    let message = format!(
        "At the averages of the group `{}`, {lines} come to {total}, more than its pay of {pay}: annual additions for {} may \
         not pass 100% of pay (IRC 415(c)(1)(B)).",
        group.name, facts.plan.year,
    );
    RULE.finding(&group.group.average_after_tax, message, format!("{after_tax} after tax at pay of {pay}"))
        .related(group.group.average_pay.span(), "all of this pay is the limit")
        .help("Stop after-tax contributions at what pay leaves, and warn people with low pay or part of a year.")
}
