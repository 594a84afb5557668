//! `qaca-default-percent`: a QACA whose automatic deferrals are below or above the percentages of its statute, or not uniform.

mod periods;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::law::provisions::Provision;
use crate::lower::{Missing, Truth};
use crate::money::Percent;
use crate::plan::PlanType;
use crate::plan::auto_enrollment::{Arrangement, AutoEnrollment, Coverage};
use crate::plan::safe_harbor::SafeHarborType;
use periods::{first_period, later_periods};

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
    Outcome::settled([uniform(enrollment), periods(facts), coverage(enrollment)])
}

const HELP: &str = "Begin with 3% to 10% of pay and rise to at least 4%, 5% and 6% in the plan years after the first period, such as \
                    `3%` with `1% a year to 10%`.";

fn uniform(enrollment: &AutoEnrollment) -> Result<Option<Finding>, Missing> {
    if enrollment.uniform.is_yes().known()? {
        return Ok(None);
    }
    let message = "The automatic deferral of a QACA is a uniform share of pay; it may differ only by years since enrollment, for \
                   existing elections, and where a legal limit stops it (26 CFR 1.401(k)-3(j)(2)(iii)).";
    let finding = RULE.finding(&enrollment.uniform, message, "not uniform");
    Ok(Some(finding.help("Enroll everyone at the same share of pay.")))
}

fn periods(facts: &Facts<'_>) -> Result<Option<Finding>, Missing> {
    let enrollment = &facts.plan.auto_enrollment;
    let first = *enrollment.percent.known()?;
    if let Some((message, label)) = first_period(first) {
        return Ok(Some(RULE.finding(&enrollment.percent, message, label).help(HELP)));
    }
    // From 6% on no rise is needed, and silence leaves nothing to pass the maximum.
    if first >= Percent::whole(6) && !enrollment.escalation.is_written() {
        return Ok(None);
    }
    let problem = later_periods(facts, first, *enrollment.escalation.known()?);
    Ok(problem.map(|(message, label)| {
        let finding = RULE.finding(&enrollment.escalation, message, label).help(HELP);
        finding.related(enrollment.percent.span(), format!("begins at {first}"))
    }))
}

/// Is anyone left out who never chose? A plan in which everyone came in as a new hire, or had chosen before, leaves out nobody.
fn coverage(enrollment: &AutoEnrollment) -> Result<Option<Finding>, Missing> {
    let covers = &enrollment.covers;
    match covers.known()? {
        Coverage::All | Coverage::WithoutElection => return Ok(None),
        Coverage::NewHires => {}
    }
    let message = "A QACA enrolls everyone who may defer, also those who were there before it, unless they had made an election by \
                   then (IRC 401(k)(13)(C)(iv), 26 CFR 1.401(k)-3(j)(1)). If any of them made none, this is no QACA.";
    let finding = RULE.finding(covers, message, "new hires only").severity(Severity::Warning);
    Ok(Some(finding.help("Enroll everyone who has made no election: `those without election`.")))
}
