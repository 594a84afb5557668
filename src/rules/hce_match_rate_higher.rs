//! `hce-match-rate-higher`: a safe harbor match that is better for some highly compensated employee than for another employee.

use super::facts::least_match::{share, share_of_pay};
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Missing, Truth};
use crate::plan::PlanType;
use crate::room::match_rates::{Gap, Terms, service_rows, widest_below};
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "hce-match-rate-higher",
    group: Group::Nondiscrimination,
    summary: "HCE gets a higher match rate",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "IRC 401(k)(12)(B)(ii)",
        "IRC 401(m)(11)(B)(iii)",
        "26 CFR 1.401(k)-3(c)(4), (c)(7) Ex. 5",
        "26 CFR 1.401(m)-3(d)(4)-(5)",
    ],
    page: include_str!("hce_match_rate_higher.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let Some(design) = facts.safe_harbor()? else { return Ok(Outcome::NotApplicable) };
    let (matching, own) = (&facts.plan.matching, &facts.plan.matching.hce_formula);
    let formula = matching.formula.known()?;
    // Silence is no formula of their own: what is matched is part of the plan's definite formula (26 CFR 1.401-1(b)(1)(ii)).
    let for_hces = if own.is_written() { own.known()? } else { formula };
    // Of a match that the employer decides year by year the rates are not known.
    let undecided = [formula, for_hces].contains(&&MatchFormula::Discretionary);
    if undecided {
        let must = Truth::from(design.is_match()).or(facts.claims_acp_safe_harbor());
        let of_everyone = *formula == MatchFormula::Discretionary;
        let election = if of_everyone { &matching.formula } else { own };
        let missing = || Missing { elections: vec![election.path.clone()] };
        return if must.known()? { Err(missing()) } else { Ok(Outcome::NotApplicable) };
    }
    let (all, hces) = ([formula], [for_hces]);
    let Some(bounds) = facts.match_bounds(&[formula, for_hces]) else { return Ok(Outcome::NotApplicable) };
    let terms = |formulas, years_of_service| Terms { formulas, years_of_service };
    let rows = service_rows(&[formula, for_hces]);
    // Someone of no more service than an employee with a worse row is already enough.
    let same_row =
        rows.iter().find_map(|years| widest_below(terms(&all, *years), terms(&hces, *years), bounds));
    let any_row = rows.iter().find_map(|nhce| {
        rows.iter().find_map(|hce| widest_below(terms(&all, *nhce), terms(&hces, *hce), bounds))
    });
    let Some(gap) = same_row.or(any_row) else { return Ok(Outcome::Pass) };
    // Without a match safe harbor, only the ACP safe harbor asks for it.
    if !design.is_match() && !facts.claims_acp_safe_harbor().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let finding = report(facts, gap);
    // Only where a highly compensated employee has longer service than another employee, which the spec does not tell.
    let finding = if same_row.is_none() { finding.severity(Severity::Warning) } else { finding };
    let help = "Give everyone the same match, or highly compensated employees less; or test the match.";
    Outcome::fail(finding.help(help))
}

fn report(facts: &Facts<'_>, gap: Gap) -> Finding {
    let own = &facts.plan.matching.hce_formula;
    let (election, label) = if own.is_written() {
        (own, "more than the others get")
    } else {
        (&facts.plan.matching.formula, "more with longer service")
    };
    let message = format!(
        "At contributions of {} a highly compensated employee can get a match of {} of pay, and another employee {}. In a safe \
         harbor no highly compensated employee may have a higher rate than any other eligible employee with the same \
         contributions (26 CFR 1.401(k)-3(c)(4), 1.401(m)-3(d)(4)).",
        share_of_pay(gap.contribution, gap.pay),
        share(gap.compared, gap.pay),
        share(gap.gives, gap.pay),
    );
    RULE.finding(election, message, label)
}
