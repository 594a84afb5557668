//! What is tested beside the ADP and ACP: limits on persons, coverage, top-heaviness; the days of a correction; what was
//! taken as given.

use super::tests::{ratio, sentence, sum};
use super::{Block, Table};
use crate::money::Usd;
use crate::money::exact::Cents;
use crate::nondiscrimination::coverage::{Classification, RATIO_TEST};
use crate::nondiscrimination::deadlines::Arrangement;
use crate::render::words;
use crate::testing::results::coverage::{Coverage, Portion};
use crate::testing::results::deadlines::Deadlines;
use crate::testing::results::limits::{LimitFinding, Limits};
use crate::testing::results::note::{CONVENTION, Note};
use crate::testing::results::top_heavy::TopHeavy;
use crate::testing::results::{Status, TestResults};

/// Lines of the summary. Top-heaviness has none where the census has no balances to tell it from.
pub fn verdicts(results: &TestResults) -> Vec<Block> {
    let line =
        |status: Status, test: &str, told: String| Block::Verdict { status, test: test.to_owned(), told };
    let mut lines = vec![
        line(results.limits.status, "Limits", limits_told(&results.limits)),
        line(results.coverage.status, "Coverage", coverage_told(&results.coverage)),
    ];
    let top_heavy = &results.top_heavy;
    if top_heavy.status != Status::Unknown {
        lines.push(line(top_heavy.status, "Top-heavy", top_heavy_told(top_heavy)));
    }
    lines
}

/// The parts of the page behind the two tests.
pub fn blocks(results: &TestResults) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(results.deadlines.as_ref().into_iter().flat_map(deadlines));
    blocks.extend(limits(&results.limits));
    blocks.extend(coverage(&results.coverage));
    blocks.extend(top_heavy(&results.top_heavy));
    blocks.extend(notes(&results.notes));
    blocks
}

fn limits_told(limits: &Limits) -> String {
    let count = |status| limits.findings.iter().filter(|finding| finding.status == status).count();
    let (above, unknown) = (count(Status::Fail), count(Status::Unknown));
    let mut told = Vec::new();
    if above > 0 {
        told.push(format!("{} above a limit", words::count(above, "amount", "amounts")));
    }
    if unknown > 0 {
        told.push(format!("{} of which it cannot be told", words::count(unknown, "amount", "amounts")));
    }
    if let Some(found) = &limits.ineligible {
        let people = words::count(found.people as usize, "person", "people");
        told.push(format!("{people} with contributions for which they are not eligible"));
    }
    if told.is_empty() && !limits.unanswered.is_empty() {
        told.push(limits.unanswered.to_string());
    }
    told.join("; ")
}

fn coverage_told(coverage: &Coverage) -> String {
    if let Some(ground) = coverage.not_required {
        return ground.reason.to_owned();
    }
    let Some(worst) = coverage.portions.first() else { return String::new() };
    if !worst.unanswered.is_empty() {
        return worst.unanswered.to_string();
    }
    let needed = ratio(RATIO_TEST);
    match (worst.ratio, worst.why.sentence()) {
        (Some(found), Some(_)) => {
            format!("ratio {} of {}, below {needed}: see below", ratio(found), worst.kind.name())
        }
        (Some(found), None) => format!("ratio {}, at least {needed} needed", ratio(found)),
        (None, why) => why.map(String::from).unwrap_or_default(),
    }
}

fn top_heavy_told(top_heavy: &TopHeavy) -> String {
    let share = top_heavy.ratio.as_ref().and_then(|found| found.ratio);
    match (top_heavy.not_required, share) {
        (Some(ground), _) => ground.reason.to_owned(),
        (None, Some(share)) => {
            format!("key employees have {} of the balances, more than 60% is top-heavy", ratio(share))
        }
        (None, None) => "there is nothing in the plan".to_owned(),
    }
}

fn deadlines(found: &Deadlines) -> Vec<Block> {
    let until = match found.arrangement {
        Arrangement::Ordinary => "2 1/2 months after the plan year",
        Arrangement::Eaca => "6 months after the plan year, an EACA that covers everyone",
    };
    let lines = vec![
        sum("Refund without excise", until.to_owned(), found.days.without_excise.to_string()),
        sum("After that the employer owes", format!("10% of {}", found.excess), found.excise.to_string()),
        sum(
            "Excise due, Form 5330",
            "the end of the 15th month".to_owned(),
            found.days.excise_due.to_string(),
        ),
        sum(
            "Last day to correct",
            "12 months after the plan year".to_owned(),
            found.days.last_day.to_string(),
        ),
    ];
    let law = ["IRC 4979", "26 CFR 54.4979-1", "26 CFR 1.401(k)-2(b)(5), 1.401(m)-2(b)(4)"];
    vec![Block::Heading("When".to_owned()), Block::Sums(lines), Block::Law(law.map(str::to_owned).to_vec())]
}

fn limits(limits: &Limits) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !limits.findings.is_empty() {
        let headings = vec!["employee", "limit of", "amount", "limit", "excess", "outcome"];
        let rows = limits.findings.iter().map(limit_row).collect();
        blocks.push(Block::Table(Table { headings, rows, total: None }));
        blocks.push(Block::List(compared(&limits.findings)));
        let mut law: Vec<String> = Vec::new();
        for finding in &limits.findings {
            if !law.iter().any(|known| known == finding.citation) {
                law.push(finding.citation.to_owned());
            }
        }
        blocks.push(Block::Law(law));
    }
    if let Some(found) = &limits.ineligible {
        let rows: Vec<String> = found.rows.iter().take(8).map(u32::to_string).collect();
        let rows =
            if rows.len() == 1 { format!("row {}", rows[0]) } else { format!("rows {}", rows.join(", ")) };
        blocks.push(Block::Text(format!(
            "{} contributed or received {} in all without being eligible by the plan's conditions, first in {rows}. If \
             they were eligible, say so in a column `eligible`; if not, this is a failure to follow the plan.",
            words::count(found.people as usize, "person", "people"),
            found.amount
        )));
    }
    if !limits.unanswered.is_empty() {
        blocks.push(Block::Text(format!("Unknown: {}.", limits.unanswered)));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading("Limits".to_owned()));
    }
    blocks
}

/// What is compared, once for each kind; of an unknown also why.
fn compared(findings: &[LimitFinding]) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for finding in findings {
        let mut line = sentence(&format!("{}: {}", finding.test.name(), finding.what));
        if finding.status == Status::Unknown {
            line = sentence(&format!(
                "{} of {}: {}",
                finding.test.name(),
                finding.employee_id,
                finding.unanswered
            ));
        }
        if !told.contains(&line) {
            told.push(line);
        }
    }
    told
}

fn limit_row(finding: &LimitFinding) -> Vec<String> {
    let exact = |amount: Cents| Usd::from(amount).to_column_string();
    vec![
        finding.employee_id.clone(),
        finding.test.name().to_owned(),
        exact(finding.amount),
        exact(finding.limit),
        exact(finding.excess),
        finding.status.word().to_owned(),
    ]
}

fn coverage(coverage: &Coverage) -> Vec<Block> {
    if coverage.portions.is_empty() || coverage.status == Status::Pass {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading("Coverage".to_owned())];
    let headings = vec!["portion", "HCEs in", "of", "others in", "of", "ratio", "outcome"];
    let rows = coverage.portions.iter().map(portion_row).collect();
    blocks.push(Block::Table(Table { headings, rows, total: None }));
    for portion in &coverage.portions {
        let why = portion.why.sentence().map(|why| sentence(&format!("{}: {why}", portion.kind.name())));
        blocks.extend(why.map(Block::Text));
        blocks.extend(harbors(portion).map(Block::Text));
        if !portion.unanswered.is_empty() {
            blocks.push(Block::Text(format!("Unknown: {}.", portion.unanswered)));
        }
    }
    blocks.push(Block::Law(vec!["IRC 410(b)".to_owned(), "26 CFR 1.410(b)-2(b), -4, -9".to_owned()]));
    blocks
}

fn portion_row(portion: &Portion) -> Vec<String> {
    let heads = &portion.heads;
    vec![
        portion.kind.name().to_owned(),
        heads.hces_benefiting.to_string(),
        heads.hces.to_string(),
        heads.nhces_benefiting.to_string(),
        heads.nhces.to_string(),
        portion.ratio.map(ratio).unwrap_or_default(),
        portion.status.word().replace('_', " "),
    ]
}

/// The nondiscriminatory classification, where the ratio is below 70%.
fn harbors(portion: &Portion) -> Option<String> {
    let (harbors, classification) = (portion.harbors?, portion.classification?);
    if !portion.unanswered.is_empty() {
        return None;
    }
    let lies = match classification {
        Classification::SafeHarbor => "in the safe harbor",
        Classification::FactsAndCircumstances => "between the harbors, where facts and circumstances decide",
        Classification::Discriminatory => "below the unsafe harbor",
    };
    Some(format!(
        "With {}% of others among all employees the safe harbor begins at {} and the unsafe harbor ends at {}: the ratio is {lies}.",
        harbors.concentration,
        ratio(harbors.safe),
        ratio(harbors.unsafe_below)
    ))
}

fn top_heavy(found: &TopHeavy) -> Vec<Block> {
    let Some(minimum) = found.minimum else { return Vec::new() };
    let lines = vec![
        sum(
            "Minimum contribution",
            format!("{} of pay for {} others", ratio(minimum.rate), minimum.employees),
            minimum.due.to_string(),
        ),
        sum("Missing", format!("of {} of them", minimum.short_employees), minimum.short.to_string()),
    ];
    vec![
        Block::Heading("Top-heavy".to_owned()),
        Block::Sums(lines),
        Block::Law(vec!["IRC 416(c)(2), (g), (i)".to_owned()]),
    ]
}

fn notes(notes: &[Note]) -> Vec<Block> {
    if notes.is_empty() {
        return Vec::new();
    }
    let told = |note: &Note| {
        let ground = if note.citation == CONVENTION { "a convention" } else { note.citation };
        sentence(&format!("{} ({ground})", note.text))
    };
    vec![Block::Heading("Taken as given".to_owned()), Block::List(notes.iter().map(told).collect())]
}
