//! `qaca-default-percent`: a QACA whose automatic deferrals are below or above the percentages of its statute, or not uniform.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::money::Percent;
use crate::plan::PlanType;
use crate::plan::auto_enrollment::{Arrangement, Escalation};
use crate::plan::safe_harbor::SafeHarborType;

pub const RULE: Rule = Rule {
    name: "qaca-default-percent",
    group: Group::Nondiscrimination,
    summary: "QACA default percentages",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: Some(Provision::Qaca),
    citations: &[
        "IRC 401(k)(13)(C)(iii)",
        "26 CFR 1.401(k)-3(j)(2)",
        "SECURE Act 2019 s.102",
        "Notice 2020-86",
    ],
    page: include_str!("qaca_default_percent.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let enrollment = &facts.plan.auto_enrollment;
    let by_arrangement = enrollment.kind.is(|kind| *kind == Arrangement::Qaca);
    let by_design = facts.safe_harbor().map(|design| design.is_some_and(SafeHarborType::is_qaca).into());
    if !by_arrangement.or(by_design.unwrap_or_else(Truth::Unknown)).known()? {
        return Ok(Outcome::NotApplicable);
    }
    if enrollment.kind.stated() == Some(&Arrangement::None) {
        let message = "The plan is a QACA by its safe harbor, and enrolls nobody automatically (IRC 401(k)(13)(B)(i), (C)).";
        let finding = RULE.finding(&enrollment.kind, message, "no automatic enrollment");
        let finding = finding.related(facts.plan.safe_harbor.kind.span(), "a QACA");
        return Outcome::fail(finding.help(HELP));
    }
    let mut findings = Vec::new();
    if enrollment.uniform.is_yes() == Truth::No {
        let message = "The automatic deferral of a QACA is a uniform share of pay; it may differ only by years since enrollment, \
                       for existing elections, and where a legal limit stops it (26 CFR 1.401(k)-3(j)(2)(iii)).";
        let finding = RULE.finding(&enrollment.uniform, message, "not uniform");
        findings.push(finding.help("Enroll everyone at the same share of pay."));
    }
    let first = enrollment.percent.known();
    if let Ok(first) = first
        && let Some((message, label)) = first_period(*first)
    {
        findings.push(RULE.finding(&enrollment.percent, message, label).help(HELP));
        return Outcome::of(findings);
    }
    // From 6% on no rise is needed, and silence leaves nothing to pass the maximum.
    let first = *first?;
    if first < Percent::whole(6) || enrollment.escalation.is_written() {
        let problem = later_periods(facts, first, *enrollment.escalation.known()?);
        findings.extend(problem.map(|(message, label)| {
            let finding = RULE.finding(&enrollment.escalation, message, label).help(HELP);
            finding.related(enrollment.percent.span(), format!("begins at {first}"))
        }));
    }
    Outcome::of(findings)
}

const HELP: &str = "Begin with 3% to 10% of pay and rise to at least 4%, 5% and 6% in the plan years after the first period, such as \
                    `3%` with `1% a year to 10%`.";

/// What is wrong with the share of the first period, which lasts to the end of the plan year after the one of enrollment.
fn first_period(first: Percent) -> Option<(String, &'static str)> {
    let (bound, label) = if first < Percent::whole(3) {
        ("less than the 3%", "below 3%")
    } else if first > Percent::whole(10) {
        ("more than the 10%", "above 10%")
    } else {
        return None;
    };
    let message = format!(
        "Employees are enrolled at {first} of pay, {bound} that bound the automatic deferral of a QACA in its first period (IRC \
         401(k)(13)(C)(iii))."
    );
    Some((message, label))
}

fn later_periods(
    facts: &Facts<'_>,
    first: Percent,
    escalation: Escalation,
) -> Option<(String, &'static str)> {
    let (step, to) = match escalation {
        Escalation::None => (Percent::ZERO, first),
        Escalation::Yearly { step, to } => (step, to),
    };
    let mut reached = first;
    for least in [4, 5, 6].map(Percent::whole) {
        reached = (reached + step).min(to).max(reached.min(to));
        if reached < least {
            let message = format!(
                "The automatic deferral is {reached} of pay where a QACA must have reached {least}: 3% in the first period, then \
                 4%, 5% and 6% in the plan years after it (IRC 401(k)(13)(C)(iii))."
            );
            return Some((message, "rises too little"));
        }
    }
    let since_2020 = facts.law.in_force(Provision::QacaDefaultUpTo15Percent, facts.plan.year.first_day());
    let most = Percent::whole(if since_2020 { 15 } else { 10 });
    (to > most && !step.is_zero()).then(|| {
        let message = format!(
            "The automatic deferral rises to {to} of pay, above the {most} that a QACA may reach in {} (IRC \
             401(k)(13)(C)(iii)).",
            facts.plan.year
        );
        (message, "rises too far")
    })
}
