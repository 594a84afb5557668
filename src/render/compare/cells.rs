//! What plans say and what is reckoned of them, as typed cells.

use jiff::civil::Date;

use crate::compare::benchmark::Standing;
use crate::compare::provision::{Provision, Stated};
use crate::compare::subject::{Reckoned, Subject, Value};
use crate::compare::{ComparedPlan, Comparison};
use crate::lower::Truth;
use crate::money::{Percent, Usd};
use crate::render::words;
use crate::render::workbook::Cell;
use crate::syntax::phrase;

/// Beside what differs from the benchmark.
pub const DIFFERS: &str = "*";
/// Beside what cannot be held against the benchmark.
pub const NOT_KNOWN: &str = "?";

/// A plan's cell under a subject, marked where it stands out from the benchmark.
pub fn cell(comparison: &Comparison, plan: &ComparedPlan, subject: &Subject) -> Cell {
    match subject {
        Subject::Reckoned(reckoned) => of_reckoned(plan, *reckoned),
        Subject::Election(provision) => {
            let cell = of_provision(plan, provision);
            match comparison.standing(plan, provision) {
                Some(Standing::Differs) => Cell::Marked(Box::new(cell), DIFFERS),
                Some(Standing::NotKnown) => Cell::Marked(Box::new(cell), NOT_KNOWN),
                Some(Standing::Same) | None => cell,
            }
        }
    }
}

/// What a plan says about a provision; nothing where it does not state it.
pub fn of_provision(plan: &ComparedPlan, provision: &Provision) -> Cell {
    match plan.says(provision) {
        Stated::Value(value) => typed(provision, value),
        Stated::Unknown => Cell::text("unknown"),
        Stated::NotYet(from) => Cell::text(format!("from {from}")),
        Stated::NotStated => Cell::Empty,
        Stated::Unreadable => Cell::text("cannot be read"),
    }
}

/// A phrase that is nothing but a figure or a date, as such.
fn typed(provision: &Provision, value: &str) -> Cell {
    let is_plain =
        |kind: &str| crate::plan::field(&provision.path).is_some_and(|field| field.kind.name == kind);
    if value.starts_with('$')
        && let Ok(amount) = phrase::read::<Usd>(value)
    {
        return Cell::Money(amount);
    }
    if value.ends_with('%')
        && let Ok(percent) = phrase::read::<Percent>(value)
    {
        return Cell::Percent(percent);
    }
    if is_plain(<Date as phrase::Phrase>::NAME)
        && let Ok(date) = phrase::read::<Date>(value)
    {
        return Cell::Date(date);
    }
    if is_plain(<u32 as phrase::Phrase>::NAME)
        && let Ok(number) = phrase::read::<u32>(value)
    {
        return Cell::Number(number.into());
    }
    Cell::text(value)
}

/// A plan's cell under a reckoned field.
pub fn of_reckoned(plan: &ComparedPlan, reckoned: Reckoned) -> Cell {
    let verdict = &plan.report.mega_backdoor;
    match (reckoned, reckoned.value(plan)) {
        (Reckoned::Plan, _) => Cell::text(words::name(&plan.report)),
        (Reckoned::Type, Value::Unknown) => Cell::text("not stated"),
        (Reckoned::Year, _) => Cell::text(super::words::short_year(plan)),
        // Routes say what they wait for; in a table a word each.
        (Reckoned::Routes, Value::List(_)) => {
            let gated = |route: &&'static str| match (*route, &verdict.in_plan_gate, &verdict.gate) {
                ("in-plan-roth", None, _) => "in-plan",
                ("in-plan-roth", Some(_), _) => "in-plan (waits)",
                ("roth-ira", _, None) => "Roth IRA",
                ("roth-ira", _, Some(_)) => "Roth IRA (waits)",
                (other, _, _) => other,
            };
            let from = verdict.available_from.map(|from| format!("from {from}"));
            let told = verdict.routes.iter().map(gated).map(str::to_owned).chain(from);
            Cell::text(told.collect::<Vec<_>>().join(", "))
        }
        (_, Value::Text(text)) => Cell::text(text),
        (_, Value::List(items)) => Cell::text(items.join(", ")),
        (_, Value::Number(number)) => Cell::Number(number),
        (_, Value::Amount(amount)) => Cell::Money(amount),
        (_, Value::Verdict(verdict)) => Cell::Verdict(verdict),
        (_, Value::Points(points)) => Cell::Points(points),
        // A plan that describes nobody is not asked what its tests say; a test that is not told has no margin.
        (Reckoned::AcpMargin, Value::Unknown) => Cell::Empty,
        (Reckoned::Adp | Reckoned::Acp, Value::Unknown) if plan.exposure.is_none() => Cell::Empty,
        (_, Value::Unknown) => Cell::text("unknown"),
    }
}

/// The heading of a column.
pub fn heading(subject: &Subject) -> String {
    match subject {
        Subject::Reckoned(reckoned) => reckoned.heading().to_owned(),
        Subject::Election(provision) => provision.path.clone(),
    }
}

/// Does a plan offer what a norm is about?
pub fn offers(truth: &Truth) -> Cell {
    Cell::text(match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown(_) => "not known",
    })
}
