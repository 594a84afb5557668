//! `universal-availability`: whoever works for a 403(b) employer may defer, but for a few classes that the law names.

mod least_election;
mod oldest;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Missing, Truth};
use crate::plan::eligibility::Class;
use crate::plan::employer::Entity;
use crate::plan::{Plan, PlanType};
use crate::syntax::phrase::condition::{self, Condition, Eligibility};
use oldest::oldest;

pub const RULE: Rule = Rule {
    name: "universal-availability",
    group: Group::PlanTypes,
    summary: "403(b) universal availability",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 403(b)(12)(A)(ii)", "26 CFR 1.403(b)-5(b)(1)-(4), (d)", "Notice 2024-73"],
    page: include_str!("universal_availability.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// The classes of 26 CFR 1.403(b)-5(b)(4)(ii), and leased employees, who are not common-law employees of the employer,
/// whom alone the rule is about (26 CFR 1.403(b)-2(b)(9)).
const MAY_BE_LEFT_OUT: &[Class] = &[
    Class::EligibleElsewhere,
    Class::NonresidentAliens,
    Class::Students,
    Class::UnderTwentyHours,
    Class::Leased,
];

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let is_church = plan.employer.entity.is(|entity| *entity == Entity::Church);
    let takes_deferrals = takes_deferrals(plan);
    if is_church.is_yes() || takes_deferrals == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let mut findings: Vec<Finding> =
        [classes(plan), conditions(plan), oldest(plan)].into_iter().flatten().collect();
    if findings.is_empty() {
        // What may be an error is asked before what is a warning at most.
        all_may_defer(plan)?;
        findings = least_election::least_election(plan);
    }
    if findings.is_empty() {
        return Ok(Outcome::Pass);
    }
    if takes_deferrals.and(is_church.negated()).known()? {
        Outcome::of(findings)
    } else {
        Ok(Outcome::NotApplicable)
    }
}

/// Does anyone defer? Conditions for deferrals are stated only where there are deferrals.
fn takes_deferrals(plan: &Plan) -> Truth {
    let [pre_tax, roth] = [&plan.deferrals.pre_tax, &plan.deferrals.roth]
        .map(|election| election.is(|deferral| deferral.allowed.is_yes()));
    match (pre_tax.or(roth), plan.eligibility.deferrals.stated()) {
        (Truth::Unknown(_), Some(Eligibility::When { condition, .. })) => {
            (*condition != Condition::Never).into()
        }
        (answer, _) => answer,
    }
}

fn all_may_defer(plan: &Plan) -> Result<(), Missing> {
    let eligibility = &plan.eligibility;
    let (classes, deferrals) = (&eligibility.excluded_classes, &eligibility.deferrals);
    let listed = classes.is(|classes| !classes.0.contains(&Class::Other));
    let told = deferrals.is(|eligibility| *eligibility != Eligibility::SameAsDeferrals);
    if eligibility.maximum_age.is_written() {
        eligibility.maximum_age.known()?;
    }
    if listed.and(told).known()? {
        return Ok(());
    }
    // `other` may be any class, and "same as deferrals" says nothing about deferrals.
    Err(Missing { elections: vec![classes.path.clone(), deferrals.path.clone()] })
}

fn classes(plan: &Plan) -> Option<Finding> {
    let classes = &plan.eligibility.excluded_classes;
    let is_unlawful = |class: &&Class| **class != Class::Other && !MAY_BE_LEFT_OUT.contains(class);
    let unlawful: Vec<&str> =
        classes.stated()?.0.iter().filter(is_unlawful).map(|class| class.word()).collect();
    let message = format!(
        "A 403(b) plan may not leave out these classes of employees: {}. 26 CFR 1.403(b)-5(b)(4) lists the only ones.",
        unlawful.join(", ")
    );
    let help = "Let them defer, or leave out only students, employees who normally work under 20 hours a week, \
                nonresident aliens, and those who may defer under another 403(b), a 401(k) or a governmental 457(b) of \
                the employer.";
    (!unlawful.is_empty())
        .then(|| RULE.finding(classes, message, "not among the lawful exclusions").help(help))
}

fn conditions(plan: &Plan) -> Option<Finding> {
    let Eligibility::When { group, condition } = plan.eligibility.deferrals.stated()? else { return None };
    let asked = match (group, condition) {
        (condition::Group::Everyone, Condition::Immediate | Condition::Never) => return None,
        (condition::Group::Everyone, Condition::AnyOf(_)) => condition.to_string(),
        (condition::Group::HcesOnly | condition::Group::NhcesOnly, _) => group.to_string(),
    };
    let message = format!(
        "Deferrals are open only with `{asked}`, but in a 403(b) plan every employee must be able to defer from the \
         start (IRC 403(b)(12)(A)(ii)): no age and no service may be asked for."
    );
    let help = "Open deferrals to everyone at once; conditions may stay on employer money.";
    Some(RULE.finding(&plan.eligibility.deferrals, message, "keeps employees from deferring").help(help))
}
