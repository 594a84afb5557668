//! The table of many plans in Markdown, exceptions first.

use super::{TESTS, exceptions_first, label, outcomes, refunds, summary};
use crate::render::markdown::escape::text;
use crate::testing::batch::line::{Line, Outcome};
use crate::testing::results::Status;

pub fn markdown(lines: &[Line]) -> String {
    let mut out = format!("## Tests of {}\n\n", text(&summary(lines)));
    let headings =
        [&["plan", "outcome"], TESTS.as_slice(), &["refunds", "without excise until", "why"]].concat();
    out.push_str(&row(headings.iter().map(|heading| (*heading).to_owned())));
    let rules = headings.iter().map(|heading| if *heading == "refunds" { "---:" } else { "---" });
    out.push_str(&row(rules.map(str::to_owned)));
    for line in exceptions_first(lines) {
        out.push_str(&row(cells(line)));
    }
    out
}

fn row(cells: impl IntoIterator<Item = String>) -> String {
    format!("| {} |\n", cells.into_iter().collect::<Vec<_>>().join(" | "))
}

fn cells(line: &Line) -> Vec<String> {
    let mut cells = vec![text(&label(line))];
    cells.push(match line.outcome {
        Outcome::Pass => "pass".to_owned(),
        other @ (Outcome::Fail | Outcome::Unknown | Outcome::Unmatched | Outcome::Unread) => {
            format!("**{}**", other.word())
        }
    });
    match &line.tested {
        Some(tested) => cells.extend(outcomes(tested).map(|(status, word)| match status {
            Status::Fail => format!("**{word}**"),
            Status::NotRequired => "not required".to_owned(),
            Status::Pass | Status::Unknown => word.to_owned(),
        })),
        None => cells.extend(TESTS.map(|_| String::new())),
    }
    cells.push(refunds(line));
    let until = line.tested.as_ref().and_then(|tested| tested.without_excise.clone());
    cells.push(until.unwrap_or_default());
    cells.push(text(&line.reasons.join("; ")));
    cells
}
