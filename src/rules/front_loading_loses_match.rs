//! `front-loading-loses-match`: a match by payroll that stops for those who reach the deferral limit early.

mod reach;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::{Missing, Truth};
use crate::money::{Percent, Usd};
use crate::plan::PlanType;
use crate::plan::matching::MatchPeriod;
use crate::room::employer_money::{Contributor, matching_contribution};
use crate::syntax::phrase::match_formula::{Band, Cap, Formula, MatchFormula, Shape};

pub const RULE: Rule = Rule {
    name: "front-loading-loses-match",
    group: Group::MegaBackdoor,
    summary: "Front-loading loses the per-payroll match",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 402(g)(1)", "26 CFR 1.401(k)-3(c)(5)(ii)", "26 CFR 1.401(m)-3(d)(4)"],
    page: include_str!("front_loading_loses_match.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let matching = &facts.plan.matching;
    let by_pay = match matching.formula.known()? {
        MatchFormula::None => return Ok(Outcome::NotApplicable),
        MatchFormula::Formula(formula) => Truth::from(depends_on_pay(formula)),
        // Decided year by year: whether by the pay of a period is not in the plan's words.
        MatchFormula::Discretionary => {
            Truth::Unknown(Missing { elections: vec![matching.formula.path.clone()] })
        }
    };
    let in_parts = matching.period.is(|period| *period != MatchPeriod::PlanYear);
    let not_made_up = matching.true_up.is_yes().negated();
    let loses = in_parts.and(not_made_up).and(by_pay).and(facts.is_after_tax_matched().negated());
    if !loses.known()? {
        return Ok(Outcome::Pass);
    }
    if reach::is_out_of_reach(facts).known()? { Ok(Outcome::NotApplicable) } else { report(facts) }
}

/// Does the pay of a period bound the match on it? A formula in dollars alone gives the same whenever deferrals are made.
fn depends_on_pay(formula: &Formula) -> bool {
    let by_shape = match &formula.shape {
        Shape::Tiers(tiers) => tiers.iter().any(|tier| match tier.band {
            Band::OfPay(_) => true,
            Band::Dollars(_) | Band::ToDeferralLimit => false,
        }),
        Shape::GreaterOf(formulas) | Shape::LesserOf(formulas) => formulas.iter().any(depends_on_pay),
        Shape::Steps(_) => true,
        Shape::ByService(rows) => rows.iter().any(|(_, formula)| depends_on_pay(formula)),
    };
    by_shape || matches!(formula.max, Some(Cap::OfPay(_)))
}

fn report(facts: &Facts<'_>) -> Judgement {
    let matching = &facts.plan.matching;
    let mut message =
        "The match is computed over parts of the year without a true-up: who reaches the 402(g) limit early \
                       and goes on after tax gets no match on the rest of the year's pay."
            .to_owned();
    if let Some((full, half, pay, deferral)) = example(facts)? {
        message.push_str(&format!(
            " At pay of {pay} a deferral of {deferral} brings a match of {full} if spread over {}, of {half} if made by the \
             middle of the year.",
            facts.plan.year
        ));
    }
    let finding = RULE
        .finding(&matching.true_up, message, "no true-up")
        .related(matching.period.span(), "computed in parts");
    Outcome::fail(finding.help(
        "Add a true-up after the end of the year, compute the match over the plan year, or match after-tax contributions \
         too (read `after-tax-matched` first). Until then: tell participants to spread their deferrals.",
    ))
}

/// The model employee's match with deferrals over the whole year and over half of it, pay and deferral, if they differ.
fn example(facts: &Facts<'_>) -> Result<Option<(Usd, Usd, Usd, Usd)>, Missing> {
    let MatchFormula::Formula(_) = facts.plan.matching.formula.known()? else { return Ok(None) };
    let Ok(Some(room)) = facts.widest_room() else { return Ok(None) };
    let of_half = |pay: Usd| Percent::whole(50).of(pay);
    let matched = |pay: Usd, deferral_limit: Usd| {
        let contributor =
            Contributor { pay, matched: room.elective_deferrals, deferral_limit, years_of_service: None };
        matching_contribution(facts.plan.matching.formula.stated()?, contributor)
    };
    let full = matched(room.pay, room.elective_deferrals);
    let half = matched(of_half(room.pay), room.elective_deferrals);
    Ok(full
        .zip(half)
        .filter(|(full, half)| half < full)
        .map(|(full, half)| (full, half, room.pay, room.elective_deferrals)))
}
