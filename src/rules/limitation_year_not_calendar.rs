//! `limitation-year-not-calendar`: a limitation year for 415(c) that is not the calendar year.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::plan::PlanType;
use crate::plan::limits::LimitationYear;

pub const RULE: Rule = Rule {
    name: "limitation-year-not-calendar",
    group: Group::Limits,
    summary: "Limitation year not calendar",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: None,
    citations: &["26 CFR 1.415(j)-1(a)-(b), (d)(2)-(3), (e)", "26 CFR 1.415(c)-1(c) Ex. 2"],
    page: include_str!("limitation_year_not_calendar.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let year = facts.plan.year;
    // Where the plan year is the calendar year, so is either limitation year that a spec can state. In a short plan year
    // it depends on what made it short whether the limitation year is short too (26 CFR 1.415(j)-1(d)(2)-(3)).
    if year.is_calendar() || year.is_short() {
        return Ok(Outcome::NotApplicable);
    }
    let limitation_year = &facts.plan.limits.limitation_year;
    match limitation_year.known()? {
        LimitationYear::CalendarYear => return Ok(Outcome::Pass),
        LimitationYear::PlanYear => {}
    }
    let (message, help) = if facts.plan_type()? == PlanType::Plan403b {
        let message = format!(
            "The plan counts annual additions over its plan year, {year}, but in a 403(b) the limitation year is each \
             participant's calendar year, unless the participant elects another or controls an employer (26 CFR \
             1.415(j)-1(e))."
        );
        (message, "Count annual additions of a 403(b) by the calendar year.".to_owned())
    } else {
        let ends = year.ends_in();
        let limit = facts.law.limit(Limit::AnnualAdditions, ends);
        let amount = limit.map_or_else(String::new, |value| format!(", {}", value.amount));
        let message = format!(
            "Annual additions are counted over {year}: the dollar limit of 415(c) for all of it is that of {ends}{amount} \
             (26 CFR 1.415(c)-1(c) Ex. 2), while deferrals and catch-up contributions go by the calendar year."
        );
        let help = format!(
            "Check that the recordkeeper applies the limit of {ends} from the first day of the plan year, and takes it in \
             proportion if the limitation year is ever changed or the plan ends in the middle of one."
        );
        (message, help)
    };
    Outcome::fail(RULE.finding(limitation_year, message, "not the calendar year").help(help))
}
