//! `pay-cap-missing`: a plan that counts pay without the cap of 401(a)(17).

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::lower::{Election, Missing, Truth};
use crate::plan::employer::Entity;
use crate::plan::{Plan, PlanType};
use crate::syntax::phrase::limit::{CodeSection, StatedLimit};
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;

pub const RULE: Rule = Rule {
    name: "pay-cap-missing",
    group: Group::Limits,
    summary: "Compensation cap missing",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
        PlanType::Plan401a,
    ],
    in_force: None,
    citations: &[
        "IRC 401(a)(17)",
        "26 CFR 1.401(a)(17)-1(b)(1), (b)(3)(ii), (c), (d)(4)(ii)",
        "26 CFR 1.403(b)-5(a)(1)(ii), (a)(2), (a)(5), (d)",
    ],
    page: include_str!("pay_cap_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let (cap, elsewhere) = (&facts.plan.compensation.cap, &facts.plan.limits.compensation);
    // The cap may stand in either of two sections; it is asked for where it stands in neither.
    let written: Vec<&Election<StatedLimit>> =
        [cap, elsewhere].into_iter().filter(|election| election.is_written()).collect();
    let Some(first) = written.first() else {
        return Err(Missing { elections: vec![cap.path.clone()] });
    };
    let judged: Vec<Result<Option<bool>, Missing>> =
        written.iter().map(|election| is_capped(facts, election)).collect();
    if judged.contains(&Ok(Some(true))) {
        return Ok(Outcome::Pass);
    }
    for one in judged {
        if one?.is_none() {
            return Ok(Outcome::NotApplicable);
        }
    }
    if must_cap(facts.plan).known()? { without_cap(facts, first) } else { Ok(Outcome::NotApplicable) }
}

/// Is pay capped here? `None` where other rules say what is to be said: `limit-above-law` of a higher figure,
/// `year-not-published` of a year without figures. A lower figure caps pay too; `limit-stale` remarks on it. The cap of
/// a short plan year is in proportion (26 CFR 1.401(a)(17)-1(b)(3)(iii)), and a figure for one is not judged.
fn is_capped(facts: &Facts<'_>, election: &Election<StatedLimit>) -> Result<Option<bool>, Missing> {
    let year = facts.plan.year;
    match election.known()? {
        StatedLimit::None => Ok(Some(false)),
        StatedLimit::AsAdjusted(CodeSection::Compensation) => Ok(Some(true)),
        StatedLimit::AsAdjusted(
            CodeSection::ElectiveDeferrals
            | CodeSection::DeferredCompensation
            | CodeSection::SimpleDeferrals
            | CodeSection::StarterDeferrals
            | CodeSection::AnnualAdditions
            | CodeSection::RothCatchUpWages,
        ) => Err(Missing { elections: vec![election.path.clone()] }),
        StatedLimit::Dollars(amount) => {
            let most = facts.law.limit(Limit::Compensation, year.begins_in()).filter(|_| !year.is_short());
            Ok(most.and_then(|most| (*amount <= most.amount).then_some(true)))
        }
    }
}

/// In a 403(b) the cap is for employer and after-tax money only (26 CFR 1.403(b)-5(a)(1)(ii), (a)(2)), and a contract
/// bought by a church is free of it ((d)).
fn must_cap(plan: &Plan) -> Truth {
    let is_403b = plan.identity.plan_type.is(|plan_type| *plan_type == PlanType::Plan403b);
    let of_church = plan.employer.entity.is(|entity| *entity == Entity::Church);
    let matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    let nonelective = plan.nonelective.formula.is(|formula| *formula != Nonelective::None);
    let counts_pay = matched.or(nonelective).or(plan.after_tax.allowed.is_yes());
    is_403b.negated().or(of_church.negated().and(counts_pay))
}

fn without_cap(facts: &Facts<'_>, cap: &Election<StatedLimit>) -> Judgement {
    let year = facts.plan.year.begins_in();
    let amount = facts.law.limit(Limit::Compensation, year);
    let limit = amount.map_or_else(String::new, |value| format!(", {} for {year}", value.amount));
    let grandfathered = facts.is_governmental().is_yes();
    // Such members keep what the plan gave them on 1 July 1993.
    let unless = if grandfathered {
        ". It is in order only if all its members are from before 1996 (26 CFR 1.401(a)(17)-1(d)(4)(ii))"
    } else {
        ""
    };
    let message = format!(
        "The plan must itself cap the pay that it counts at the limit of 401(a)(17){limit} (26 CFR 1.401(a)(17)-1(b)(1)); this \
         one does not{unless}."
    );
    let help =
        "Add the cap by reference to 401(a)(17) as adjusted each year, for contributions and for tests.";
    let finding = RULE.finding(cap, message, "pay without a cap").help(help);
    Outcome::fail(if grandfathered { finding.severity(Severity::Warning) } else { finding })
}
