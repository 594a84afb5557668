//! `late-safe-harbor-adoption`: a safe harbor adopted after the year began, outside of what the law allows.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Missing;
use crate::money::Percent;
use crate::plan::PlanType;
use crate::syntax::phrase::nonelective::Nonelective;
use jiff::Span;
use jiff::civil::Date;

pub const RULE: Rule = Rule {
    name: "late-safe-harbor-adoption",
    group: Group::Nondiscrimination,
    summary: "Late nonelective adoption outside the window",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: Some(Provision::NonelectiveSafeHarborWithoutNotice),
    citations: &["IRC 401(k)(12)(F)", "IRC 401(k)(13)(F)", "26 CFR 1.401(k)-3(e)(1)-(2)", "Notice 2020-86"],
    page: include_str!("late_safe_harbor_adoption.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let year = facts.plan.year;
    // In older years the way was a contingent notice (26 CFR 1.401(k)-3(f)), which the spec does not describe in full.
    if !facts.law.in_force(Provision::NonelectiveSafeHarborWithoutNotice, year.first_day()) {
        return Ok(Outcome::NotApplicable);
    }
    let Some(design) = facts.safe_harbor()? else { return Ok(Outcome::NotApplicable) };
    let adopted = &facts.plan.safe_harbor.adopted;
    let day = *adopted.known()?;
    if day < year.first_day() {
        return Ok(Outcome::Pass);
    }
    let (message, help) = if design.is_match() {
        // A new plan begins with its design (26 CFR 1.401(k)-3(e)(2)).
        if facts.plan.document.first_year.is_yes().known()? {
            return Ok(Outcome::Pass);
        }
        (
            of_match(facts, day),
            "Test deferrals for this year, and adopt the match safe harbor before the next one begins.",
        )
    } else {
        match of_nonelective(facts, day)? {
            Some(message) => (
                message,
                "Give 4% of pay if the amendment came late, and adopt it before the end of the next plan year.",
            ),
            None => return Ok(Outcome::Pass),
        }
    };
    let finding = RULE.finding(adopted, message, format!("adopted {day}"));
    let is_edge = !design.is_match() && day == thirtieth_day_before(facts);
    let finding = if is_edge { finding.severity(Severity::Warning) } else { finding };
    Outcome::fail(finding.related(facts.plan.safe_harbor.kind.span(), "the design").help(help))
}

fn of_match(facts: &Facts<'_>, day: Date) -> String {
    format!(
        "The match safe harbor was adopted on {day}, after its plan year began on {}: the plan's terms must have it before the year \
         begins, and then for all of it (26 CFR 1.401(k)-3(e)(1)).",
        facts.plan.year.first_day()
    )
}

fn thirtieth_day_before(facts: &Facts<'_>) -> Date {
    facts.plan.year.last_day().saturating_sub(Span::new().days(30))
}

/// What is wrong with the day on which a nonelective safe harbor was adopted.
fn of_nonelective(facts: &Facts<'_>, day: Date) -> Result<Option<String>, Missing> {
    let year = facts.plan.year;
    let thirtieth_day_before = thirtieth_day_before(facts);
    if day < thirtieth_day_before {
        return Ok(None);
    }
    let end_of_next = year.last_day().saturating_add(Span::new().years(1));
    if day > end_of_next {
        return Ok(Some(format!(
            "The nonelective safe harbor for the plan year {year} was adopted on {day}, after the end of the following plan year, \
             {end_of_next}: that is too late at any rate (IRC 401(k)(12)(F), (13)(F))."
        )));
    }
    let least = Percent::whole(4);
    let (stated, formula) = (&facts.plan.safe_harbor.percent, &facts.plan.nonelective.formula);
    let share = match formula.stated() {
        Some(Nonelective::OfPay(share)) if !stated.is_written() => *share,
        Some(_) | None => *stated.known()?,
    };
    Ok((share < least).then(|| {
        format!(
            "The nonelective safe harbor for the plan year {year} was adopted on {day}, not before the 30th day before the end of \
             the year ({thirtieth_day_before}): it must then give at least 4% of pay, and gives {share} (IRC 401(k)(12)(F), \
             (13)(F))."
        )
    }))
}
