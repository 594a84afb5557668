//! What a page of test results says, in order, before it is known how it will look: the verdict first, then each test
//! line by line, then what goes back to whom.

mod beside;
mod corrections;
mod everyone;
mod tests;

pub use tests::{points, ratio};

use crate::render::words;
use crate::testing::results::{Status, TestResult, TestResults};

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The plan and its year.
    Title(String),
    /// A line of the summary: how a test came out, and what that comes to.
    Verdict {
        status: Status,
        test: String,
        told: String,
    },
    Heading(String),
    /// Lines of a computation.
    Sums(Vec<Sum>),
    Table(Table),
    Text(String),
    /// A list of short texts, such as questions.
    List(Vec<String>),
    /// The sections of law that the block before rests on.
    Law(Vec<String>),
    Matrix(Matrix),
    /// An amendment, as a unified diff.
    Diff(String),
}

/// Results at every pair of two values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// What the columns are, and what the rows are.
    pub across: String,
    pub down: String,
    pub columns: Vec<String>,
    pub rows: Vec<(String, Vec<MatrixCell>)>,
}

/// One result: its text says without colour what its colour says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixCell {
    pub status: Status,
    pub text: String,
}

/// A line of a computation: what it is, how it comes about, what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    pub what: String,
    pub working: String,
    pub result: String,
}

/// A table whose first column is of names, others of figures or words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub headings: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
    /// A last row of sums.
    pub total: Option<Vec<String>>,
}

/// The page of one plan.
pub fn page(results: &TestResults) -> Vec<Block> {
    let mut blocks = vec![Block::Title(title(results))];
    blocks.extend(verdicts(results));
    blocks.push(Block::Text(people(results)));
    for (part, adp, acp) in results.parts() {
        let of_part = |test: &str| {
            if results.subtests.is_empty() { format!("{test} test") } else { format!("{test} test: {part}") }
        };
        tests::test(&mut blocks, &of_part("ADP"), adp, &tests::ADP);
        tests::test(&mut blocks, &of_part("ACP"), acp, &tests::ACP);
    }
    blocks.extend(beside::blocks(results));
    blocks.extend(everyone::blocks(results));
    blocks
}

/// The lines of the summary: how each test came out.
pub fn verdicts(results: &TestResults) -> Vec<Block> {
    let of_part = |(part, adp, acp)| {
        let name = |test: &str| {
            if results.subtests.is_empty() { test.to_owned() } else { format!("{test}, {part}") }
        };
        [("ADP", adp), ("ACP", acp)].map(|(test, result): (&str, &TestResult)| Block::Verdict {
            status: result.status,
            test: name(test),
            told: told(result),
        })
    };
    let mut lines: Vec<Block> = results.parts().flat_map(of_part).collect();
    lines.extend(beside::verdicts(results));
    lines
}

fn title(results: &TestResults) -> String {
    let mut parts = vec![results.plan.clone()];
    parts.extend(results.plan_id.iter().map(|id| format!("plan {id}")));
    parts.extend(results.plan_type.map(|plan_type| plan_type.to_string()));
    parts.push(results.year.to_string());
    parts.join(" · ")
}

/// How a test came out, in a clause.
fn told(result: &TestResult) -> String {
    if let (Status::Pass | Status::Fail, Some(comparison)) = (result.status, &result.comparison) {
        let figures = format!(
            "{} against a limit of {}",
            tests::ratio(comparison.hce),
            tests::points(comparison.limit.exact)
        );
        return match &result.correction {
            Some(correction) => format!("{figures}; {} is too much", correction.excess_total),
            None => figures,
        };
    }
    result.why.sentence().unwrap_or_default()
}

fn people(results: &TestResults) -> String {
    let counts = &results.counts;
    let mut text = format!(
        "{} in the census, {} in the tests: {} highly compensated and {}.",
        counts.rows,
        counts.eligible,
        counts.hce,
        words::count(counts.nhce as usize, "other", "others")
    );
    if counts.excluded > 0 {
        let pay = if counts.without_pay > 0 {
            format!(", {} of them without pay in the year", counts.without_pay)
        } else {
            String::new()
        };
        text.push_str(&format!(" {} not eligible{pay}.", counts.excluded));
    }
    if counts.unknown > 0 {
        text.push_str(&format!(" Of {} it cannot be told whether they are eligible.", counts.unknown));
    }
    let undetermined = counts.eligible - counts.hce - counts.nhce;
    if undetermined > 0 {
        text.push_str(&format!(" Of {undetermined} it cannot be told whether they are highly compensated."));
    }
    text
}
