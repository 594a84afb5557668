//! `student-loan-match`: a match on student loan payments on other terms than the law sets.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::{Election, Truth};
use crate::plan::PlanType;
use crate::plan::matching::Matching;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::Source;

pub const RULE: Rule = Rule {
    name: "student-loan-match",
    group: Group::Nondiscrimination,
    summary: "Student loan match terms",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b, PlanType::Governmental457b],
    in_force: Some(Provision::StudentLoanMatch),
    citations: &["IRC 401(m)(4)(D)", "IRC 401(m)(13)", "SECURE 2.0 s.110", "Notice 2024-63"],
    page: include_str!("student_loan_match.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let matching = &facts.plan.matching;
    if matching.formula.stated() == Some(&MatchFormula::None) {
        return Ok(Outcome::NotApplicable);
    }
    // What is matched is part of the definite formula that a plan must state (26 CFR 1.401-1(b)(1)(ii)): where neither the
    // permission nor the sources speak of student loans, none are matched.
    let by_sources = matching.sources.is(|sources| sources.include(Source::StudentLoan)).is_yes();
    let is_matched =
        if matching.student_loan.is_written() { matching.student_loan.is_yes().known()? } else { by_sources };
    if !is_matched {
        return Ok(Outcome::NotApplicable);
    }
    let terms = terms(matching);
    let fails = |(election, message, label, help): &Term<'_>| {
        let finding = || RULE.finding(*election, *message, *label).help(*help);
        (election.is_yes() == Truth::No).then(finding)
    };
    let findings: Vec<Finding> = terms.iter().filter_map(fails).collect();
    if findings.is_empty() {
        terms.iter().map(|term| term.0.is_yes()).fold(Truth::Yes, Truth::and).known()?;
    }
    Outcome::of(findings)
}

/// What must hold, with message, label and help for where it does not.
type Term<'e> = (&'e Election<Permission>, &'static str, &'static str, &'static str);

fn terms(matching: &Matching) -> [Term<'_>; 3] {
    [
        (
            &matching.student_loan_same_terms,
            "Student loan payments are matched on other terms than deferrals, but rate, eligible employees and vesting must be the \
             same (IRC 401(m)(13)(A)).",
            "other terms",
            "Match student loan payments at the rate, for the employees and with the vesting of the match on deferrals.",
        ),
        (
            &matching.student_loan_certified,
            "Employees do not certify their student loan payments each year, and only certified payments may be matched (IRC \
             401(m)(4)(D)(ii)).",
            "not certified",
            "Let each employee certify the payments every year.",
        ),
        (
            &matching.student_loan_capped,
            "Student loan payments are matched beyond what the employee could still have deferred: only payments up to the limit on \
             deferrals, or to pay if less, minus deferrals count (IRC 401(m)(4)(D)(i)).",
            "beyond the limit",
            "Count payments up to the limit of IRC 402(g), or to pay if less, minus the employee's deferrals.",
        ),
    ]
}
