//! What `planlint census` says: columns, what is absent, counts, problems. Headers are shown, values of cells never.

use serde_json::{Value, json};

use super::paint::{Ink, paint};
use super::{Style, safe, words, wrap};
use crate::census::Census;
use crate::census::column::Need;
use crate::census::header::{Header, How, Sense};
use crate::census::problem::Problem;
use crate::census::reader::Arrangement;

/// What a consumer can rely on; changed only with the meaning of a member.
pub const SCHEMA: &str = "planlint/census/1";

/// The understanding for people.
pub fn text(census: &Census, name: &str, style: &Style) -> String {
    let mut page = Page { style, lines: Vec::new() };
    page.lines.push(format!("{}: {}", safe::line(name), counts(census)));
    page.columns(census);
    page.absent(census);
    page.notes(census);
    page.problems(census);
    page.lines.push(String::new());
    page.lines.push(match census.problems.count() {
        0 => paint(style, Ink::Good, "This census can be tested."),
        _ => paint(style, Ink::Error, "This census cannot be tested until its problems are mended."),
    });
    page.lines.join("\n") + "\n"
}

/// The same for machines.
pub fn json(census: &Census, name: &str) -> String {
    let columns = census.understanding.headers.iter().enumerate();
    let absent = census.understanding.absent();
    let document = json!({
        "schema": SCHEMA,
        "path": name,
        "usable": census.problems.is_empty(),
        "counts": {
            "rows": census.counts.rows,
            "blank_rows": census.counts.blank,
            "people": census.people,
            "plans": census.plans,
            "problems": census.problems.count(),
        },
        "delimiter": char::from(census.understanding.delimiter).to_string(),
        "plans_together": census.arrangement == Arrangement::Together,
        "columns": columns.map(|(index, header)| column_record(census, index, header)).collect::<Vec<_>>(),
        "absent": absent.map(|(column, need)| json!({
            "column": column.name(),
            "required": need == Need::Required,
            "meaning": meaning(need),
        })).collect::<Vec<_>>(),
        "problems": census.problems.listed().iter().map(|problem| problem_record(census, problem)).collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&document).expect("internal error: a census is not JSON");
    text.push('\n');
    text
}

struct Page<'s> {
    style: &'s Style,
    lines: Vec<String>,
}

impl Page<'_> {
    fn heading(&mut self, text: &str) {
        self.lines.push(String::new());
        self.lines.push(paint(self.style, Ink::Strong, text));
    }

    fn entry(&mut self, first: &str, text: &str) {
        self.lines.extend(wrap::hanging(first, text, self.style.text_width()));
    }

    fn columns(&mut self, census: &Census) {
        let headers = &census.understanding.headers;
        let shown: Vec<String> = headers.iter().map(shown).collect();
        let widest = shown.iter().map(|text| wrap::width(text)).max().unwrap_or(0).min(32);
        if !headers.is_empty() {
            self.heading("Columns of the file");
        }
        for (index, header) in headers.iter().enumerate() {
            let pad = " ".repeat(widest.saturating_sub(wrap::width(&shown[index])));
            let first = format!("{:>4}  {}{pad}  ", index + 1, shown[index]);
            self.entry(&first, &sense(census, header.sense));
        }
    }

    fn absent(&mut self, census: &Census) {
        let absent: Vec<_> = census.understanding.absent().collect();
        if !absent.is_empty() && !census.understanding.headers.is_empty() {
            self.heading("Not in the file");
            for (column, need) in absent {
                self.entry(&format!("  {:<24}", column.name()), meaning(need));
            }
        }
    }

    fn notes(&mut self, census: &Census) {
        let rounded = census.rounded.iter().enumerate().filter(|(_, count)| **count > 0);
        let rounded: Vec<String> = rounded
            .map(|(index, count)| {
                let amounts = words::count(*count as usize, "amount", "amounts");
                format!(
                    "Column {}: {amounts} with more than two decimals, rounded half up to the cent.",
                    index + 1
                )
            })
            .collect();
        let scattered = census.arrangement == Arrangement::Scattered;
        if scattered || !rounded.is_empty() {
            self.heading("Notes");
        }
        if scattered {
            self.entry(
                "  ",
                "Rows of a plan stand apart. Sorted by `plan_id`, a large census needs less memory.",
            );
        }
        rounded.iter().for_each(|note| self.entry("  ", note));
    }

    fn problems(&mut self, census: &Census) {
        let (listed, count) = (census.problems.listed(), census.problems.count());
        if count == 0 {
            return;
        }
        self.heading(&words::count(count as usize, "problem", "problems"));
        let mut last_help = "";
        for (index, problem) in listed.iter().enumerate() {
            let sentence = format!("{}{}.", place(problem), problem.message());
            self.entry("  ", &sentence);
            // A help is said once, below the last problem that it is for.
            let next_help = listed.get(index + 1).map_or("", Problem::help);
            if problem.help() != next_help && problem.help() != last_help {
                self.entry("    ", problem.help());
                last_help = problem.help();
            }
        }
        if count > listed.len() as u64 {
            self.entry("  ", &format!("… and {} more.", count - listed.len() as u64));
        }
    }
}

fn counts(census: &Census) -> String {
    let count = |number: u64, one, many| words::count(number as usize, one, many);
    let rows = count(census.counts.rows, "row", "rows");
    format!("{rows}, {}, {}", count(census.people, "person", "people"), count(census.plans, "plan", "plans"))
}

/// A header as it may be shown.
fn shown(header: &Header) -> String {
    match header.text.as_deref() {
        Some("") => "(blank)".to_owned(),
        Some(text) => safe::line(text).into_owned(),
        None => "(not shown)".to_owned(),
    }
}

fn sense(census: &Census, sense: Sense) -> String {
    match sense {
        Sense::Read(column, How::Name) => column.name().to_owned(),
        Sense::Read(column, How::Synonym) => format!("{} (synonym)", column.name()),
        Sense::Read(column, How::Mapping) => format!("{} (mapping)", column.name()),
        Sense::Passed(column) => match census.understanding.number(column) {
            Some(number) => format!("not used: `{}` is column {number}", column.name()),
            None => format!("not used: another column is `{}`", column.name()),
        },
        Sense::Unknown => "not used: not a column of a census".to_owned(),
        Sense::Refused => "not used: see the problems".to_owned(),
    }
}

fn meaning(need: Need) -> &'static str {
    match need {
        Need::Required => "every test needs it",
        Need::Optional(meaning) => meaning,
    }
}

/// `row 17, column 5: `; nothing for what is about the whole file.
fn place(problem: &Problem) -> String {
    let row = problem.row.map(|row| format!("row {row}"));
    let numbers: Vec<String> = problem.columns.iter().map(usize::to_string).collect();
    let column = match numbers.as_slice() {
        [] => None,
        [one] => Some(format!("column {one}")),
        [first @ .., last] => Some(format!("columns {} and {last}", first.join(", "))),
    };
    match (row, column) {
        (None, None) => String::new(),
        (row, column) => format!("{}: ", row.into_iter().chain(column).collect::<Vec<_>>().join(", ")),
    }
}

fn column_record(census: &Census, index: usize, header: &Header) -> Value {
    let (column, how) = match header.sense {
        Sense::Read(column, How::Name) => (Some(column), "name"),
        Sense::Read(column, How::Synonym) => (Some(column), "synonym"),
        Sense::Read(column, How::Mapping) => (Some(column), "mapping"),
        Sense::Passed(_) => (None, "passed-over"),
        Sense::Unknown => (None, "unknown"),
        Sense::Refused => (None, "refused"),
    };
    json!({
        "number": index + 1,
        "header": header.text,
        "column": column.map(|column| column.name()),
        "how": how,
        "rounded": census.rounded.get(index).copied().unwrap_or(0),
    })
}

fn problem_record(census: &Census, problem: &Problem) -> Value {
    let name = |number: &usize| {
        let header = census.understanding.headers.get(number - 1)?;
        match header.sense {
            Sense::Read(column, _) | Sense::Passed(column) => Some(column.name()),
            Sense::Unknown | Sense::Refused => None,
        }
    };
    json!({
        "row": problem.row,
        "columns": problem.columns,
        "column": problem.columns.first().and_then(name),
        "message": problem.message(),
        "help": problem.help(),
    })
}
