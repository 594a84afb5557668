//! `roth-in-tax-exempt-457b`: Roth and rollovers are for governmental 457(b) plans only.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::{Election, Missing, Truth};
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "roth-in-tax-exempt-457b",
    group: Group::PlanTypes,
    summary: "Roth or rollover in a tax-exempt 457(b)",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::TaxExempt457b],
    in_force: None,
    citations: &[
        "IRC 402A(e)(1)(C)",
        "IRC 457(e)(16)(A), (d)(1)(C)",
        "26 CFR 1.457-10(b)(1), (e)(1)",
        "IRC 457(b)(6)",
    ],
    page: include_str!("roth_in_tax_exempt_457b.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let mut run = Run::default();
    let deferrals = &plan.deferrals.roth;
    run.bar(deferrals, deferrals.is(|roth| roth.allowed.is_yes()), &ROTH_DEFERRALS);
    let rollover = &plan.in_plan_roth.allowed;
    run.bar(rollover, rollover.is_yes(), &IN_PLAN_ROTH);
    let inward = &plan.rollovers_in.allowed;
    run.bar(inward, inward.is_yes(), &ROLLOVERS_IN);
    let outward = &plan.in_service.direct_rollover;
    run.bar(outward, outward.is_yes(), &ROLLOVERS_OUT);
    match run.missing {
        Some(missing) if run.findings.is_empty() => Err(missing),
        Some(_) | None => Outcome::of(run.findings),
    }
}

/// Something that the plan may not have, and why.
struct Barred {
    what: &'static str,
    why: &'static str,
    help: &'static str,
}

const ROTH_DEFERRALS: Barred = Barred {
    what: "has designated Roth deferrals",
    why: "only a governmental 457(b) may have a Roth program (IRC 402A(e)(1)(C))",
    help: "Remove the Roth deferrals.",
};
const IN_PLAN_ROTH: Barred = Barred {
    what: "allows in-plan Roth rollovers",
    why: "it can have no Roth account that they could go to (IRC 402A(e)(1)(C))",
    help: "Remove the in-plan Roth rollover.",
};
const ROLLOVERS_IN: Barred = Barred {
    what: "accepts rollovers",
    why: "only a governmental 457(b) may (26 CFR 1.457-10(e)(1))",
    help: "Remove it. A transfer from another tax-exempt 457(b) after leaving that employer is no rollover and may stay.",
};
const ROLLOVERS_OUT: Barred = Barred {
    what: "offers direct rollovers",
    why: "what it pays cannot be rolled over (IRC 457(e)(16)(A))",
    help: "Remove it. A transfer to another tax-exempt 457(b) after leaving the employer is no rollover and may stay.",
};

#[derive(Default)]
struct Run {
    findings: Vec<crate::finding::Finding>,
    missing: Option<Missing>,
}

impl Run {
    /// Notes whether the plan has what it may not have.
    fn bar<T>(&mut self, election: &Election<T>, is_there: Truth, barred: &Barred) {
        match is_there {
            Truth::No => {}
            Truth::Unknown(missing) => {
                self.missing = Some(self.missing.take().unwrap_or_default().and(missing))
            }
            Truth::Yes => {
                let message = format!("This tax-exempt 457(b) plan {}, but {}.", barred.what, barred.why);
                let finding = RULE.finding(election, message, "only in a governmental 457(b)");
                self.findings.push(finding.help(barred.help));
            }
        }
    }
}
