//! `safe-harbor-year-not-12-months`: a safe harbor in a plan year shorter than twelve months.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::document::ShortYear;
use crate::syntax::phrase::year::PlanYear;
use jiff::Span;

pub const RULE: Rule = Rule {
    name: "safe-harbor-year-not-12-months",
    group: Group::Nondiscrimination,
    summary: "Safe harbor plan year not 12 months",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["26 CFR 1.401(k)-3(e)", "26 CFR 1.401(m)-3(f)"],
    page: include_str!("safe_harbor_year_not_12_months.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let year = facts.plan.year;
    if facts.safe_harbor()?.is_none() {
        return Ok(Outcome::NotApplicable);
    }
    if !year.is_short() {
        return Ok(Outcome::Pass);
    }
    let (first_year, ground) = (&facts.plan.document.first_year, &facts.plan.document.short_year);
    let ground = match (ground.stated(), first_year.is_yes()) {
        (Some(ground), _) => *ground,
        (None, Truth::Yes) => ShortYear::NewPlan,
        (None, Truth::No | Truth::Unknown(_)) => *ground.known()?,
    };
    let Some((severity, why)) = problem(year, ground) else { return Ok(Outcome::Pass) };
    let message = format!(
        "The plan year {year} is shorter than twelve months. A safe harbor holds for a plan year of twelve months (26 CFR \
         1.401(k)-3(e)(1)); {why}."
    );
    let finding = RULE.finding(&facts.plan.identity.year, message, "a short year").severity(severity);
    let finding = finding.related(facts.plan.safe_harbor.kind.span(), "the safe harbor");
    Outcome::fail(finding.help(
        "Check the short year against 26 CFR 1.401(k)-3(e)(2)-(4); outside of it, test deferrals and match.",
    ))
}

/// What is wrong with a short year for that reason, and how certainly.
fn problem(year: PlanYear, ground: ShortYear) -> Option<(Severity, &'static str)> {
    // A month that is begun is not one of three.
    let has_three_months = year.first_day().saturating_add(Span::new().months(3))
        <= year.last_day().saturating_add(Span::new().days(1));
    Some(match ground {
        ShortYear::NewEmployer => return None,
        ShortYear::NewPlan | ShortYear::DeferralsAdded if has_three_months => return None,
        ShortYear::NewPlan | ShortYear::DeferralsAdded => {
            (Severity::Error, "a new arrangement needs at least three months ((e)(2))")
        }
        ShortYear::ChangeOfYear => (
            Severity::Advice,
            "with a change of plan year it is one only if the plan was a safe harbor in the year before and is in the next twelve \
             months ((e)(3))",
        ),
        ShortYear::FinalYear => (
            Severity::Advice,
            "in the last year it is one only up to the day of termination, and only under the rules on ending it, or on a sale of \
             the employer or hardship of its business ((e)(4))",
        ),
        ShortYear::Other => (Severity::Error, "none of the exceptions applies ((e)(2)-(4))"),
    })
}
