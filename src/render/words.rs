//! What the formats for people say in the same words: counts, routes, the arithmetic of the room.

use super::chapters::Chapter;
use super::{Volume, safe};
use crate::estimate::cell::Judged;
use crate::finding::Severity;
use crate::money::exact::Hundredths;
use crate::money::{Percent, Usd};
use crate::report::{MegaBackdoor, PlanReport, Question, Report, Tally};
use crate::room::model_employee::{Binding, Room};
use crate::testing::results::Status;

/// How both tests come out on the plan's `workforce`, in a line; `None` where that is not known.
pub fn exposure(plan: &PlanReport) -> Option<String> {
    let outlook = plan.exposure.as_ref()?;
    let told = |test: &str, judged: &Judged| {
        let word = match judged.status {
            Status::Pass => "passes",
            Status::Fail => "fails",
            Status::NotRequired | Status::Unknown => return None,
        };
        let found = judged.comparison.as_ref()?;
        let [hce, limit] = [Percent::from(found.hce), found.limit.exact.to_percent()];
        Some(format!("the {test} test {word}, {hce} against {limit}"))
    };
    let tests = [told("ADP", &outlook.cell.adp), told("ACP", &outlook.cell.acp)];
    let mut parts: Vec<String> = tests.into_iter().flatten().collect();
    if parts.is_empty() {
        return None;
    }
    let room =
        |rate: Hundredths| format!("HCEs could all contribute {} of pay after tax", Percent::from(rate));
    parts.extend(outlook.rate.map(room));
    Some(parts.join("; "))
}

/// `3 plans: 1 error, 2 warnings, 1 piece of advice; 4 questions (1 on the verdict, 3 on possible errors)`.
pub fn summary(report: &Report) -> String {
    let summary = report.summary();
    let plans = match summary.plans {
        0 => "no plan could be read".to_owned(),
        some => count(some, "plan", "plans"),
    };
    let found = by_weight([summary.errors, summary.warnings, summary.advice]);
    let mut line = format!("{plans}: {}", found.unwrap_or_else(|| "no findings".to_owned()));
    if summary.suppressed > 0 {
        line.push_str(&format!(", {} suppressed", summary.suppressed));
    }
    if let Some(asked) = asked(&report.questions) {
        line.push_str(&format!("; {asked}"));
    }
    line
}

/// `59 questions (2 on the verdict, 35 on possible errors, 22 on possible warnings)`: what is at stake in those that are asked; `None` if
/// none is.
fn asked(questions: &[Question]) -> Option<String> {
    let number = |picks: fn(&Question) -> bool| questions.iter().filter(|question| picks(question)).count();
    let deciding = number(|question| question.decides_verdict);
    let errors = number(|question| !question.decides_verdict && question.weight == Severity::Error);
    let warnings = number(|question| !question.decides_verdict && question.weight == Severity::Warning);
    let all = count(deciding + errors + warnings, "question", "questions");
    let stakes =
        [(deciding, "on the verdict"), (errors, "on possible errors"), (warnings, "on possible warnings")];
    let some: Vec<(usize, &str)> = stakes.into_iter().filter(|(n, _)| *n > 0).collect();
    match some.as_slice() {
        [] => None,
        [(_, what)] => Some(format!("{all} {what}")),
        several => {
            let parts: Vec<String> = several.iter().map(|(n, what)| format!("{n} {what}")).collect();
            Some(format!("{all} ({})", parts.join(", ")))
        }
    }
}

/// `49 more, 11 that may change advice only`: the questions beside those that are told; `None` if there are none.
pub fn untold(chapter: &Chapter<'_>, volume: Volume) -> Option<String> {
    let all = chapter.questions.len() + chapter.lesser.len();
    let (told, lesser) = (chapter.told(volume).len(), lesser(chapter));
    let more = chapter.questions.len().saturating_sub(told);
    let more = (more > 0).then(|| format!("{more} more"));
    let parts: Vec<String> = more.into_iter().chain(lesser).collect();
    (told < all).then(|| parts.join(", "))
}

/// `3 that may change advice only`; `None` if there are none.
pub fn lesser(chapter: &Chapter<'_>) -> Option<String> {
    let number = chapter.lesser.len();
    (number > 0).then(|| format!("{number} that may change advice only"))
}

/// `1 error, 2 warnings`; `None` for nothing.
pub fn by_weight([errors, warnings, advice]: [usize; 3]) -> Option<String> {
    let words = [
        (errors, "error", "errors"),
        (warnings, "warning", "warnings"),
        (advice, "piece of advice", "pieces of advice"),
    ];
    let some: Vec<String> =
        words.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(n, one, many)).collect();
    (!some.is_empty()).then(|| some.join(", "))
}

pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

impl Chapter<'_> {
    /// Errors, warnings, advice.
    pub fn weights(&self) -> [usize; 3] {
        let count = |severity| self.findings.iter().filter(|reported| reported.severity == severity).count();
        [count(Severity::Error), count(Severity::Warning), count(Severity::Advice)]
    }
}

/// The plan's name, safe to show.
pub fn name(plan: &PlanReport) -> String {
    safe::line(&plan.name).into_owned()
}

/// `2026`, and where it comes from if the spec does not say.
pub fn year(plan: &PlanReport) -> String {
    format!("{}{}", plan.year, if plan.year_is_stated { "" } else { " (year not stated)" })
}

pub fn plan_type(plan: &PlanReport) -> &'static str {
    plan.plan_type.map_or("type not stated", |plan_type| plan_type.word())
}

/// `41 passed, 2 failed, 7 await answers`; empty for none. Rules that are not about such a plan are not worth a word.
pub fn tally(tally: Tally) -> String {
    let Tally { pass, fail, unknown, not_applicable: _, suppressed } = tally;
    let waiting = if unknown == 1 { "awaits answers" } else { "await answers" };
    let words = [(pass, "passed"), (fail, "failed"), (unknown, waiting), (suppressed, "suppressed")];
    let some: Vec<String> =
        words.into_iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    some.join(", ")
}

/// `available, from 2026-07-01`: the day is told where it is not the first of the plan year.
pub fn verdict(verdict: &MegaBackdoor) -> String {
    match verdict.available_from {
        Some(from) => format!("{}, from {from}", verdict.verdict.word()),
        None => verdict.verdict.word().to_owned(),
    }
}

/// How after-tax money gets to Roth, a sentence part a route.
pub fn routes(verdict: &MegaBackdoor) -> Vec<String> {
    let told = |route: &&'static str| match *route {
        "in-plan-roth" => match &verdict.in_plan_gate {
            Some(gate) => format!("in-plan Roth rollover ({})", safe::line(gate)),
            None => "in-plan Roth rollover".to_owned(),
        },
        "roth-ira" => {
            let gate = verdict.gate.as_deref().unwrap_or("any time");
            format!("in-service withdrawal ({}), rolled over to a Roth IRA", safe::line(gate))
        }
        other => other.to_owned(),
    };
    verdict.routes.iter().map(told).collect()
}

/// The subtraction that a room is: the limit, what is taken from it and what is left.
#[derive(Debug, PartialEq, Eq)]
pub struct Arithmetic {
    pub limit: Usd,
    pub taken: Vec<(Usd, &'static str)>,
    pub left: Usd,
    /// The room, where a cap makes it less than what is left.
    pub capped: Option<Usd>,
}

pub fn arithmetic(room: &Room) -> Arithmetic {
    let terms =
        [(room.elective_deferrals, "deferrals"), (room.matching, "match"), (room.nonelective, "nonelective")];
    Arithmetic {
        limit: room.annual_additions_limit,
        taken: terms.into_iter().filter(|(amount, _)| !amount.is_zero()).collect(),
        left: room.before_caps,
        capped: (room.remaining < room.before_caps.floor_to_cents()).then_some(room.remaining),
    }
}

/// An amount without its sign of dollars, as it stands in a sum.
pub fn bare(amount: Usd) -> String {
    amount.to_string().replace('$', "")
}

/// What keeps the room from being larger, and where it is stated.
pub fn binding(binding: Binding) -> &'static str {
    match binding {
        Binding::AnnualAdditions => "the limit on annual additions, IRC 415(c)",
        Binding::PlanLimit => "the plan's limit on after-tax contributions, `after-tax.limit`",
        Binding::HceLimit => "the lower limit for highly compensated employees, `after-tax.hce-limit`",
        Binding::CombinedLimit => "the limit on deferrals and after-tax together, `deferrals.combined-limit`",
    }
}

/// Whose room it is.
pub fn model_employee(room: &Room) -> String {
    format!("an employee under 50 paid {} who defers in full", room.pay)
}

/// Why a plan that takes after-tax money has no room to show.
pub fn no_room(plan: &PlanReport) -> &'static str {
    if plan.year.is_short() {
        "not told for a short plan year: its limits go by each participant's dates"
    } else {
        "cannot be told from what the spec states"
    }
}
