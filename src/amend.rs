//! Elections changed within the text of a plan spec, byte by byte: everything else stays as its author wrote it. What an
//! amendment means, and whether it may be made, is decided elsewhere.

mod layout;
mod place;
mod splice;
mod verify;

use std::fmt;

use jiff::civil::Date;

use crate::finding::Finding;
use crate::plan;
use crate::source::{FileId, Input, SourceFile};
use crate::syntax::decode::{Notation, decode};
use crate::syntax::tree::Document;
use crate::syntax::{dsl, yaml};

/// One election as it is to be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// `section.key`.
    pub path: String,
    /// As the language writes it: `4% of pay`.
    pub phrase: String,
}

/// Which plan of a text is amended, and from when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amended {
    /// The place of the plan among those of the text, from 0.
    pub plan: usize,
    /// Takes the place of the date since when an election held, where one is stated.
    pub effective: Date,
}

/// Why a text is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The text is not read whole.
    Unreadable,
    NoSuchPlan,
    /// The language has no such election.
    NotAnElection(String),
    /// The phrase is none of this election.
    NotAPhrase(String),
    /// What would be changed stands elsewhere, behind an anchor or an alias, or is said twice.
    ByReference(String),
    /// A comment, or another election, would not survive.
    Entangled(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Unreadable => f.write_str("the plan spec is not read whole, and is not amended"),
            Refusal::NoSuchPlan => f.write_str("the text has no such plan"),
            Refusal::NotAnElection(path) => write!(f, "`{path}` is not an election"),
            Refusal::NotAPhrase(path) => write!(f, "the phrase is none of `{path}`"),
            Refusal::ByReference(path) => write!(
                f,
                "`{path}` stands behind an anchor, an alias or a second key of its name: write it out where it holds"
            ),
            Refusal::Entangled(path) => {
                write!(f, "`{path}` cannot be changed in this layout without touching what stands around it")
            }
        }
    }
}

impl Change {
    pub fn new(path: &str, phrase: impl Into<String>) -> Self {
        Self { path: path.to_owned(), phrase: phrase.into() }
    }
}

/// The text with some elections of one plan changed; all of them, or none. Read again, it says the same but for them.
///
/// # Errors
/// Why the text cannot be amended so.
pub fn amend(input: &Input, amended: Amended, changes: &[Change]) -> Result<Input, Refusal> {
    let mut after = input.clone();
    for change in changes {
        after.bytes = one(&after, amended, change)?.into_bytes();
    }
    Ok(after)
}

/// The text with one election changed.
fn one(input: &Input, amended: Amended, change: &Change) -> Result<String, Refusal> {
    let field = plan::field(&change.path).ok_or_else(|| Refusal::NotAnElection(change.path.clone()))?;
    (field.kind.reads)(&change.phrase).map_err(|_| Refusal::NotAPhrase(change.path.clone()))?;
    let (file, refused) = decode(FileId(0), &input.path, &input.bytes);
    if refused.is_some() {
        return Err(Refusal::Unreadable);
    }
    let notation = Notation::of(file.path());
    let documents = read(&file).ok_or(Refusal::Unreadable)?;
    let document = documents.get(amended.plan).ok_or(Refusal::NoSuchPlan)?;
    let edits = splice::edits(&file, notation, document, change, amended.effective)?;
    let text = splice::applied(file.text(), edits).ok_or_else(|| Refusal::Entangled(change.path.clone()))?;
    let after = SourceFile::new(FileId(0), file.path(), text);
    let again = read(&after).ok_or_else(|| Refusal::Entangled(change.path.clone()))?;
    verify::only(&documents, &again, amended.plan, change)?;
    let mark = if input.bytes.starts_with(b"\xef\xbb\xbf") { "\u{feff}" } else { "" };
    Ok(format!("{mark}{}", after.text()))
}

/// The plans of a text that is read whole.
fn read(file: &SourceFile) -> Option<Vec<Document<'_>>> {
    let (documents, findings): (Vec<Document<'_>>, Vec<Finding>) = match Notation::of(file.path()) {
        Notation::Yaml => yaml::read(file),
        Notation::Dsl => dsl::read(file),
    };
    findings.is_empty().then_some(documents)
}
