//! What a page of plans side by side says, in order, before it is known how it will look.

use super::{Request, cells, summary, words};
use crate::compare::provision::Provision;
use crate::compare::subject::Subject;
use crate::compare::{ComparedPlan, Undecided};
use crate::render::workbook::{Cell, Sheet};

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Title(String),
    Text(String),
    /// A heading and a list of short texts.
    List(String, Vec<String>),
    /// A table under its name. The first column says what a row is.
    Table(Sheet),
    /// A table that is looked at by need.
    Details(Sheet),
}

/// Into which form provisions are put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Plans are columns where so many of them fit, else rows.
    Columns(usize),
    /// Plans are rows; all that is chosen, or everything, is there to be looked at.
    Sortable,
}

/// The page: the summary first, then what is chosen, then what was not compared, and the counts.
pub fn page(request: &Request<'_>, shape: Shape) -> Vec<Block> {
    let comparison = request.comparison;
    let mut blocks = vec![Block::Title(words::headline(comparison))];
    blocks.extend(words::acp(comparison).map(Block::Text));
    blocks.extend(request.filter.map(|filter| Block::Text(words::filtered(comparison, filter))));
    if let Some(benchmark) = &comparison.benchmark {
        let name = &benchmark.report.name;
        blocks.push(Block::Text(format!(
            "Held against {name} ({}): {} differs from it, {} cannot be told.",
            benchmark.path,
            cells::DIFFERS,
            cells::NOT_KNOWN
        )));
    }
    blocks.extend(summary::blocking(comparison).map(Block::Table));
    blocks.extend(summary::norms(comparison).map(Block::Table));
    match shape {
        Shape::Columns(_) => blocks.extend(summary::tables(request).into_iter().map(Block::Table)),
        Shape::Sortable if comparison.plans.is_empty() => {}
        Shape::Sortable => blocks.push(Block::Table(summary::whole(comparison))),
    }
    blocks.extend(provisions(request, shape));
    blocks.extend(undecided(&comparison.undecided));
    if !comparison.unreadable.is_empty() {
        blocks.push(Block::List("Not compared".to_owned(), comparison.unreadable.clone()));
    }
    blocks.extend(words::totals(comparison).map(Block::Text));
    blocks
}

fn undecided(plans: &[Undecided]) -> Option<Block> {
    let line = |undecided: &Undecided| {
        let missing: Vec<String> = undecided.missing.iter().map(ToString::to_string).collect();
        let name = crate::render::words::name(&undecided.plan.report);
        let why = if missing.is_empty() { "what cannot be read".to_owned() } else { missing.join(", ") };
        format!("{name} ({}): hangs on {why}", undecided.plan.path)
    };
    let heading = "The filter cannot be decided for".to_owned();
    (!plans.is_empty()).then(|| Block::List(heading, plans.iter().map(line).collect()))
}

/// What is chosen beyond the summary.
fn provisions(request: &Request<'_>, shape: Shape) -> Vec<Block> {
    let comparison = request.comparison;
    if comparison.plans.is_empty() {
        return Vec::new();
    }
    match shape {
        Shape::Sortable => {
            let subjects = comparison.chosen_or_all(request.choice);
            by_section(request, &subjects).into_iter().map(Block::Details).collect()
        }
        Shape::Columns(_) if request.choice.is_summary() => Vec::new(),
        Shape::Columns(most) => {
            let subjects = comparison.chosen(request.choice);
            if subjects.is_empty() {
                return vec![Block::Text("The plans differ in nothing of what is asked for.".to_owned())];
            }
            let columns = comparison.plans.len() + usize::from(comparison.benchmark.is_some());
            if columns <= most {
                vec![Block::Table(plans_as_columns(request, &subjects))]
            } else {
                by_section(request, &subjects).into_iter().map(Block::Table).collect()
            }
        }
    }
}

/// The benchmark first, then the plans.
fn plans_of<'c>(request: &Request<'c>) -> Vec<(&'c ComparedPlan, String)> {
    let comparison = request.comparison;
    let labels = words::labels(&comparison.plans);
    let benchmark = comparison.benchmark.iter();
    let benchmark = benchmark.map(|plan| (plan, format!("benchmark: {}", plan.report.name)));
    benchmark.chain(comparison.plans.iter().zip(labels)).collect()
}

/// A row a provision; a row with nothing else in it begins a section.
fn plans_as_columns(request: &Request<'_>, subjects: &[Subject]) -> Sheet {
    let plans = plans_of(request);
    let mut sheet = Sheet { name: "Provisions".to_owned(), ..Sheet::default() };
    sheet.headings =
        std::iter::once("provision".to_owned()).chain(plans.iter().map(|(_, label)| label.clone())).collect();
    let mut section: Option<&str> = None;
    for subject in subjects {
        let own = section_of(subject);
        if section != Some(own) {
            section = Some(own);
            sheet.rows.push(vec![Cell::text(own)]);
        }
        let name = match subject {
            Subject::Election(provision) => format!("  {}", provision.key()),
            Subject::Reckoned(reckoned) => format!("  {}", reckoned.heading()),
        };
        let cells = plans.iter().map(|(plan, _)| cells::cell(request.comparison, plan, subject));
        sheet.rows.push(std::iter::once(Cell::text(name)).chain(cells).collect());
    }
    let norms = &request.comparison.norms;
    if !norms.is_empty() {
        sheet.rows.push(vec![Cell::text("peers")]);
    }
    for norm in norms {
        let name = format!("  {}: {}", words::feature(&norm.feature), norm.words());
        let cells = plans.iter().map(|(plan, _)| cells::offers(&norm.offered_by(plan)));
        sheet.rows.push(std::iter::once(Cell::text(name)).chain(cells).collect());
    }
    sheet
}

fn section_of(subject: &Subject) -> &'static str {
    match subject {
        Subject::Election(provision) if provision.order.section().is_empty() => "plan",
        Subject::Election(provision) => provision.order.section(),
        Subject::Reckoned(_) => "judged",
    }
}

/// A table a section, a row a plan; the norms last.
fn by_section(request: &Request<'_>, subjects: &[Subject]) -> Vec<Sheet> {
    let plans = plans_of(request);
    let mut sheets: Vec<(Sheet, Vec<&Subject>)> = Vec::new();
    for subject in subjects {
        let section = section_of(subject);
        match sheets.last_mut() {
            Some((sheet, own)) if sheet.name == section => own.push(subject),
            Some(_) | None => {
                sheets.push((Sheet { name: section.to_owned(), ..Sheet::default() }, vec![subject]));
            }
        }
    }
    let filled = |(mut sheet, subjects): (Sheet, Vec<&Subject>)| {
        sheet.headings = std::iter::once("plan".to_owned())
            .chain(subjects.iter().map(|subject| short_heading(subject)))
            .collect();
        let row = |(plan, label): &(&ComparedPlan, String)| {
            let cells = subjects.iter().map(|subject| cells::cell(request.comparison, plan, subject));
            std::iter::once(Cell::text(label)).chain(cells).collect()
        };
        sheet.rows = plans.iter().map(row).collect();
        sheet
    };
    let norms = peers(request, &plans);
    sheets.into_iter().map(filled).chain(norms).collect()
}

fn short_heading(subject: &Subject) -> String {
    match subject {
        Subject::Election(provision) => Provision::key(provision).to_owned(),
        Subject::Reckoned(reckoned) => reckoned.heading().to_owned(),
    }
}

/// Where each plan stands to the norms.
fn peers(request: &Request<'_>, plans: &[(&ComparedPlan, String)]) -> Option<Sheet> {
    let norms = &request.comparison.norms;
    let heading =
        |norm: &crate::compare::norms::Norm| format!("{}: {}", words::feature(&norm.feature), norm.words());
    let row = |(plan, label): &(&ComparedPlan, String)| {
        let cells = norms.iter().map(|norm| cells::offers(&norm.offered_by(plan)));
        std::iter::once(Cell::text(label)).chain(cells).collect()
    };
    (!norms.is_empty()).then(|| Sheet {
        name: "peers".to_owned(),
        headings: std::iter::once("plan".to_owned()).chain(norms.iter().map(heading)).collect(),
        rows: plans.iter().map(row).collect(),
    })
}
