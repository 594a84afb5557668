//! `simple-401k-with-after-tax`: a SIMPLE 401(k) takes what its statute lists, and nothing else.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::law::limits::Limit;
use crate::law::provisions::Provision;
use crate::lower::{Missing, Truth};
use crate::money::Percent;
use crate::plan::PlanType;
use crate::room::employer_money::matches_every_dollar_up_to;
use crate::room::year_limits::amount;
use crate::syntax::phrase::limit::StatedLimit;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;

pub const RULE: Rule = Rule {
    name: "simple-401k-with-after-tax",
    group: Group::PlanTypes,
    summary: "SIMPLE 401(k) with after-tax",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Simple401k],
    in_force: None,
    citations: &["IRC 401(k)(11)(B)(i)(III)-(IV), (B)(ii), (C), (E)", "26 CFR 1.401(k)-4(c), (e)(1)"],
    page: include_str!("simple_401k_with_after_tax.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: true,
};

const AFTER_TAX: &str = "A SIMPLE 401(k) may take no contributions but those that IRC 401(k)(11)(B)(i) lists, and \
     voluntary after-tax contributions are not among them.";
const MATCH: &str = "The match of a SIMPLE 401(k) is 100% of the first 3% of pay (IRC 401(k)(11)(B)(i)(II)), or of the \
     first 4% where the employer elects the higher limits ((E)); it may be no other.";
const NONELECTIVE: &str = "Nonelective contributions to a SIMPLE 401(k) are 2% of pay in place of the match (3% under (E)), \
     and from 2024 a uniform share of pay up to 10% besides (IRC 401(k)(11)(B)(i)(III), (ii)); this is more or something \
     else.";
const OTHER_PLANS: &str = "The employer has other plans: nobody who may take part in the SIMPLE 401(k) may get \
     contributions or benefits under another qualified plan of the employer for the same year (IRC 401(k)(11)(C)).";
const OTHER_DESIGN: &str = "Remove it, or change to a 401(k) plan that is tested or has a safe harbor.";

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let after_tax = plan.after_tax.allowed.is_yes();
    let matched = plan.matching.formula.is(|formula| !is_prescribed(formula));
    let nonelective = beyond_nonelective(facts);
    let others = plan.employer.other_dc_plans.is(|plans| !plans.0.is_empty());
    let mut findings: Vec<Finding> = deferral_limit(facts).into_iter().collect();
    let mut report = |truth: &Truth, finding: Finding| findings.extend(truth.is_yes().then_some(finding));
    let finding = RULE.finding(&plan.after_tax.allowed, AFTER_TAX, "no such source in a SIMPLE 401(k)");
    report(&after_tax, finding.help(OTHER_DESIGN));
    let finding = RULE.finding(&plan.matching.formula, MATCH, "not the match of the statute");
    report(
        &matched,
        finding
            .help("State `100% of first 3% of pay`, or `none` with a nonelective contribution of 2% of pay."),
    );
    let finding = RULE.finding(&plan.nonelective.formula, NONELECTIVE, "beyond the statute");
    report(&nonelective, finding.help(OTHER_DESIGN));
    // They are unlawful only as far as they cover the same people, which a plan spec does not tell.
    let finding = RULE.finding(&plan.employer.other_dc_plans, OTHER_PLANS, "lawful only for other employees");
    let help =
        "Make sure that the other plans cover none of the same employees, or give up the SIMPLE design.";
    report(&others, finding.severity(Severity::Warning).help(help));
    if findings.is_empty() {
        after_tax.or(matched).or(nonelective).or(others).known()?;
    }
    Outcome::of(findings)
}

/// Is the match none, or that of the statute?
fn is_prescribed(formula: &MatchFormula) -> bool {
    let up_to = |share| matches_every_dollar_up_to(formula, Percent::whole(share));
    *formula == MatchFormula::None || up_to(3) || up_to(4)
}

fn beyond_nonelective(facts: &Facts<'_>) -> Truth {
    let election = &facts.plan.nonelective.formula;
    let formula = match election.known() {
        Ok(formula) => formula,
        Err(missing) => return Truth::Unknown(missing),
    };
    let since_2024 =
        facts.law.in_force(Provision::Simple401kAdditionalNonelective, facts.plan.year.first_day());
    let (instead, besides) = if since_2024 { (3, 10) } else { (2, 0) };
    match formula {
        Nonelective::None => Truth::No,
        Nonelective::OfPay(share) => {
            let more_than = |most: i64| Truth::from(*share > Percent::whole(most));
            let is_matched = facts.plan.matching.formula.is(|formula| *formula != MatchFormula::None);
            more_than(besides + instead).or(more_than(besides).and(is_matched))
        }
        // Whether what the employer decides stays within the list, the formula does not tell.
        Nonelective::Discretionary | Nonelective::DiscretionaryProRata => {
            Truth::Unknown(Missing { elections: vec![election.path.clone()] })
        }
        Nonelective::Dollars(_)
        | Nonelective::ByService(_)
        | Nonelective::NewComparability
        | Nonelective::Integrated => Truth::Yes,
    }
}

/// A figure above even the limit at the 110% level, which not every employer has.
fn deferral_limit(facts: &Facts<'_>) -> Option<Finding> {
    let election = &facts.plan.deferrals.limit;
    let Some(StatedLimit::Dollars(stated)) = election.stated() else { return None };
    let most = [Limit::SimpleDeferral110, Limit::SimpleDeferral]
        .map(|limit| amount(facts.plan, facts.law, limit).ok());
    let most = most.into_iter().flatten().next().filter(|most| stated > most)?;
    let message = format!(
        "The limit on deferrals, {stated}, is above that of every SIMPLE plan for {}, {most} (IRC 408(p)(2)(E)).",
        facts.plan.year
    );
    Some(
        RULE.finding(election, message, "above the SIMPLE limit")
            .help("Refer to IRC 408(p)(2)(E) as adjusted each year."),
    )
}
