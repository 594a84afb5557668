//! A plan spec in the other notation, or in the one layout of its own. What cannot be read whole is not written.

use jiff::civil::date;

use crate::finding::Finding;
use crate::report::adjust::Adjustments;
use crate::report::selection::{Selection, Selector};
use crate::report::{CheckOptions, Report, judge_file};
use crate::rules::Group;
use crate::source::{FileId, Input, SourceFile};
use crate::syntax::decode::{Notation, decode};
use crate::syntax::tree::Document;
use crate::syntax::{dsl, yaml};

/// The same plans in the notation `to`, comments and sources included.
///
/// # Errors
/// A report of what is wrong with the form of the input, or of what the other notation cannot say; nothing is converted
/// then.
pub fn convert(input: &Input, to: Notation) -> Result<String, Box<Report>> {
    let text = rewritten(input, |documents| match to {
        Notation::Yaml => yaml::write(documents),
        Notation::Dsl => dsl::write(documents),
    })?;
    // A key that the other notation has no way to write, such as a group's name with a blank, shows up here.
    let name = match to {
        Notation::Yaml => "converted.plan.yaml",
        Notation::Dsl => "converted.plan",
    };
    let (file, _) = decode(FileId(0), name, text.as_bytes());
    let (again, findings) = match to {
        Notation::Yaml => yaml::read(&file),
        Notation::Dsl => dsl::read(&file),
    };
    let plans = again.len();
    if findings.is_empty() && plans > 0 { Ok(text) } else { Err(report(file, None)) }
}

/// A DSL text in the house layout. A byte order mark and the kind of its line ends stay.
///
/// # Errors
/// A report of what is wrong with the form of the input; nothing is formatted then.
pub fn format(input: &Input) -> Result<String, Box<Report>> {
    let text = rewritten(input, dsl::write)?;
    let has_mark = input.bytes.starts_with(b"\xef\xbb\xbf");
    let has_crlf = input.bytes.windows(2).any(|pair| pair == b"\r\n");
    let text = if has_crlf { text.replace('\n', "\r\n") } else { text };
    Ok(if has_mark { format!("\u{feff}{text}") } else { text })
}

fn rewritten(input: &Input, write: impl Fn(&[Document<'_>]) -> String) -> Result<String, Box<Report>> {
    let (file, refused) = decode(FileId(0), &input.path, &input.bytes);
    if refused.is_none() {
        let (documents, findings): (Vec<Document<'_>>, Vec<Finding>) = match Notation::of(file.path()) {
            Notation::Yaml => yaml::read(&file),
            Notation::Dsl => dsl::read(&file),
        };
        if findings.is_empty() && !documents.is_empty() {
            return Ok(write(&documents));
        }
    }
    Err(report(file, refused))
}

/// What is wrong with the form, as a check of it alone says.
fn report(file: SourceFile, refused: Option<Finding>) -> Box<Report> {
    let selection = Selection { select: vec![Selector::Group(Group::Language)], ..Selection::default() };
    let options = CheckOptions {
        year: None,
        as_of: date(1974, 1, 1),
        require_mega_backdoor: false,
        selection,
        adjustments: Adjustments::default(),
    };
    let mut report = judge_file(file, refused, &options);
    report.plans.clear();
    report.questions.clear();
    Box::new(report)
}
