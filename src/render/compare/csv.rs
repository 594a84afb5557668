//! Plans side by side as CSV: a line a plan, what is reckoned first, then what is chosen, or every provision.

use csv::WriterBuilder;

use super::{Request, cells, sheets};
use crate::compare::subject::Subject;
use crate::render::estimate::show::floored;
use crate::render::spreadsheet::cell;
use crate::render::workbook::Cell;

/// A header and the plans, quoted where it must be (RFC 4180), no cell a formula. Undecided plans and unread inputs have
/// lines too, with their status.
pub fn csv(request: &Request<'_>) -> String {
    let comparison = request.comparison;
    let summary = sheets::summary(request);
    let subjects: Vec<Subject> = comparison.chosen_or_all(request.choice);
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    let own = subjects.iter().map(|subject| subject.name().to_owned());
    let mut write = |record: Vec<String>| {
        writer.write_record(&record).expect("internal error: memory cannot be written to");
    };
    let header: Vec<String> = summary.headings.iter().cloned().chain(own).collect();
    let columns = header.len();
    write(header.iter().map(|heading| cell(heading)).collect());
    let undecided = comparison.undecided.iter().map(|undecided| &undecided.plan);
    let mut plans = comparison.benchmark.iter().chain(&comparison.plans).chain(undecided);
    for row in &summary.rows {
        let plan = plans.next();
        let provisions = plan
            .into_iter()
            .flat_map(|plan| subjects.iter().map(move |subject| cells::cell(comparison, plan, subject)));
        let mut record: Vec<String> = row.iter().map(figure).collect();
        record.resize(summary.headings.len(), String::new());
        record.extend(provisions.map(|own| figure(&own)));
        record.resize(columns, String::new());
        write(record);
    }
    let bytes = writer.into_inner().expect("internal error: memory cannot be written to");
    String::from_utf8(bytes).expect("internal error: CSV is not UTF-8")
}

/// Amounts without sign and separators, as programs read them; texts that are no formulas.
fn figure(own: &Cell) -> String {
    match own {
        Cell::Money(amount) => amount.to_plain_string(),
        Cell::Points(points) => format!("{:.2}", floored(*points)),
        Cell::Empty
        | Cell::Text(_)
        | Cell::Number(_)
        | Cell::Percent(_)
        | Cell::Date(_)
        | Cell::Verdict(_)
        | Cell::Severity(_)
        | Cell::Marked(..) => cell(&own.words()),
    }
}
