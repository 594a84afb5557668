//! `discretionary-match-above-four-percent`: a discretionary match that can pass 4% of pay, which takes it out of the ACP safe harbor.

use super::facts::least_match::share_of_pay;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::{Election, Missing, Truth};
use crate::money::Percent;
use crate::plan::PlanType;
use crate::room::match_rates::{Terms, first_above, service_rows};
use crate::syntax::phrase::limit::Limit;
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "discretionary-match-above-four-percent",
    group: Group::Nondiscrimination,
    summary: "Discretionary match above 4% of pay",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["26 CFR 1.401(m)-3(d)(3)(ii)"],
    page: include_str!("discretionary_match_above_four_percent.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let matching = &facts.plan.matching;
    if facts.safe_harbor()?.is_none() || facts.claims_acp_safe_harbor() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let election = match matching.formula.known()? {
        MatchFormula::Discretionary => &matching.formula,
        MatchFormula::None | MatchFormula::Formula(_) => &matching.discretionary_formula,
    };
    let Some(most) = most(facts, election)? else { return Ok(Outcome::Pass) };
    facts.claims_acp_safe_harbor().known()?;
    let message = format!(
        "The discretionary match {most}, but one that is to satisfy the ACP safe harbor may not pass 4% of pay (26 CFR \
         1.401(m)-3(d)(3)(ii))."
    );
    let finding = RULE.finding(election, message, "can pass 4% of pay");
    let finding = match matching.discretionary_limit.stated() {
        Some(Limit::None) => finding.related(matching.discretionary_limit.span(), "no limit"),
        Some(limit) => finding.related(matching.discretionary_limit.span(), format!("held to {limit} only")),
        None => finding,
    };
    Outcome::fail(
        finding.help(
            "Limit it to 4% of pay in the plan (`discretionary-limit`), or run the ACP test on the match.",
        ),
    )
}

/// How a discretionary match can pass 4% of pay, if it can.
fn most(facts: &Facts<'_>, election: &Election<MatchFormula>) -> Result<Option<String>, Missing> {
    let four = Percent::whole(4);
    let formula = election.known()?;
    let by_formula = match formula {
        MatchFormula::None => return Ok(None),
        MatchFormula::Discretionary => None,
        MatchFormula::Formula(_) => {
            let Some(bounds) = facts.match_bounds(&[formula]) else { return Ok(None) };
            let formulas = [formula];
            let terms = |years_of_service| Terms { formulas: &formulas, years_of_service };
            let rows = service_rows(&formulas);
            let Some(gap) = rows.iter().find_map(|years| first_above(terms(*years), four, bounds)) else {
                return Ok(None);
            };
            Some(format!("can come to {} by its formula", share_of_pay(gap.gives, gap.pay)))
        }
    };
    let limit = &facts.plan.matching.discretionary_limit;
    // A formula tells by itself what the match can come to, unless a limit is stated.
    if let (Some(by_formula), false) = (&by_formula, limit.is_written()) {
        return Ok(Some(by_formula.clone()));
    }
    Ok(match limit.known()? {
        Limit::Barred => None,
        Limit::OfPay { share, .. } if *share <= four => None,
        Limit::OfPay { share, .. } => Some(format!("can come to {share} of pay")),
        Limit::Dollars(amount) => Some(format!("can come to {amount}, which is more than 4% of low pay")),
        Limit::None | Limit::ElectiveDeferralLimit | Limit::AnnualAdditionsRoom => {
            Some(by_formula.unwrap_or_else(|| "has no limit".to_owned()))
        }
    })
}
