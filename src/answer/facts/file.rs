//! The facts file: a YAML table of names and values. All that is wrong is reported at once, with its place and without values.

use super::{Fact, FactProblem, Facts};
use crate::source::{FileId, Position, Span};
use crate::syntax::decode::decode;
use crate::syntax::tree::{Entry, Kind, Map};
use crate::syntax::yaml;

/// Something wrong in a facts file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub problem: FactProblem,
    /// `None` for what concerns the file as a whole.
    pub position: Option<Position>,
}

/// Reads a facts file. Names may be written with `_` or `-`; blank values are facts that are not given.
///
/// # Errors
/// Everything that is wrong, in the order of the file.
pub fn read(path: &str, bytes: &[u8]) -> Result<Facts, Vec<Placed>> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Facts::default());
    }
    let (file, refused) = decode(FileId(0), path, bytes);
    let at = |span: Span| Some(file.position(span.start));
    if refused.is_some() {
        return Err(vec![Placed { problem: FactProblem::Syntax, position: None }]);
    }
    let (documents, findings) = yaml::read(&file);
    let mut problems: Vec<Placed> = findings
        .iter()
        .map(|finding| Placed { problem: FactProblem::Syntax, position: at(finding.primary.span) })
        .collect();
    let mut facts = Facts::default();
    match documents.as_slice() {
        [] => {}
        [document] => {
            let found = table(&document.root, &mut facts);
            problems.extend(found.into_iter().map(|(problem, span)| Placed { problem, position: at(span) }));
        }
        [_, second, ..] => {
            problems.push(Placed { problem: FactProblem::NotATable, position: at(second.span) });
        }
    }
    let whole = facts.conflicts().into_iter();
    problems.extend(whole.map(|problem| Placed { problem, position: None }));
    if problems.is_empty() { Ok(facts) } else { Err(problems) }
}

fn table(root: &Map<'_>, facts: &mut Facts) -> Vec<(FactProblem, Span)> {
    let mut problems = Vec::new();
    let mut seen: Vec<Fact> = Vec::new();
    for entry in &root.entries {
        match Fact::named(&entry.key.text) {
            None => problems.push((FactProblem::unknown(&entry.key.text), entry.key.span)),
            Some(fact) if seen.contains(&fact) => {
                problems.push((FactProblem::Twice { fact }, entry.key.span));
            }
            Some(fact) => {
                seen.push(fact);
                if let Err(problem) = value(entry, fact, facts) {
                    problems.push((problem, entry.value.span));
                }
            }
        }
    }
    problems
}

fn value(entry: &Entry<'_>, fact: Fact, facts: &mut Facts) -> Result<(), FactProblem> {
    match &entry.value.kind {
        Kind::Scalar(scalar) if matches!(scalar.text.trim(), "" | "~" | "null") => Ok(()),
        Kind::Scalar(scalar) => facts.set(fact, &scalar.text),
        Kind::List(_) | Kind::Map(_) | Kind::Broken => Err(FactProblem::unreadable(fact)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Usd;

    #[test]
    fn a_file_is_read_whole() {
        let facts = read(
            "facts.yaml",
            b"pay: 300,000\npre-tax: $23,000\nmatch: auto\nbirth_date: 1985-03-31\nhce:\n",
        );
        let facts = facts.expect("these facts can be read");
        assert_eq!(facts.pay, Some(Usd::dollars(300_000)));
        assert!(facts.is_given(Fact::BirthDate) && facts.is_given(Fact::Match) && !facts.is_given(Fact::Hce));
    }

    #[test]
    fn everything_wrong_is_said_with_its_place_and_no_value() {
        let text = "pay: lots 4711\nagge: 40\nage: 40\nage: 41\nroth: [1]\nearnings: -5\ntax_rate: 124%\n";
        let problems = read("facts.yaml", text.as_bytes()).expect_err("these facts are wrong");
        let lines: Vec<u32> = problems.iter().filter_map(|one| Some(one.position?.line)).collect();
        assert_eq!(lines, [1, 2, 4, 5, 6, 7]);
        let shown = format!("{problems:?}");
        assert!(shown.contains("Pay") && !shown.contains("4711") && !shown.contains("124"));
        let near = FactProblem::UnknownName { name: "agge".to_owned(), near: Some(Fact::Age) };
        assert_eq!(problems[1].problem, near);
    }

    #[test]
    fn broken_yaml_is_said() {
        let problems = read("facts.yaml", b"pay: [1\nage: 4").expect_err("this is no YAML");
        assert!(problems.iter().any(|one| one.problem == FactProblem::Syntax));
        let list = read("facts.yaml", b"- pay\n");
        assert!(list.is_err());
    }
}
