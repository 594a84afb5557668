//! Answers on plans and facts written out as their users write them.

mod properties;
mod published;
mod standing;
mod taxes;
mod verdicts;

use jiff::civil::date;

use super::Answer;
use super::facts::Facts;
use super::room::PersonalRoom;
use crate::Input;

/// A plan that allows everything and caps nothing.
const OPEN: &str = "
deferrals: { pre-tax: yes, roth: yes, catch-up: yes }
after-tax: { allowed: yes, limit: none, hce-limit: none }
in-plan-roth: { allowed: yes, sources: after-tax, condition: any amount, automatic: each payroll }
in-service: { after-tax: any time }
match: { formula: none }
nonelective: { formula: none }
eligibility: { after-tax: immediate, excluded-classes: none }
";

/// The answer under a plan of a year, whose elections are `spec`, to facts in the form of the facts file.
fn answer(year: i16, spec: &str, facts: &str) -> Answer {
    answer_of("401(k)", year, spec, facts)
}

fn answer_of(plan_type: &str, year: i16, spec: &str, facts: &str) -> Answer {
    let text = format!("plan: Test Plan\ntype: {plan_type}\nyear: {year}\n{spec}");
    let input = Input { path: "test.plan.yaml".to_owned(), bytes: text.into_bytes() };
    let plans = crate::plans(&input, None, date(year, 6, 30)).expect("the plan can be read");
    let facts: Facts =
        super::facts::file::read("facts.yaml", facts.as_bytes()).expect("the facts can be read");
    crate::answer_for(&plans[0], &facts, date(year, 6, 30))
}

/// [`OPEN`] with lines that replace sections of the same name.
fn open_but(sections: &str) -> String {
    let replaced: Vec<&str> =
        sections.lines().filter_map(|line| line.split_once(':')).map(|(key, _)| key).collect();
    let kept = OPEN.lines().filter(|line| !replaced.iter().any(|key| line.starts_with(&format!("{key}:"))));
    format!("{}\n{sections}\n", kept.collect::<Vec<_>>().join("\n"))
}

fn room(year: i16, spec: &str, facts: &str) -> PersonalRoom {
    answer(year, spec, facts).room.expect("there is room to tell")
}
