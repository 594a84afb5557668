//! Reads elections out of a tree and reports what cannot be read, each thing once and at its exact place.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{Election, Field, Given, Provenance, Section, SectionInfo, Spanned};
use crate::finding::{ElectionPath, Finding};
use crate::source::Span;
use crate::syntax::language::{DUPLICATE_KEY, UNKNOWN_KEY, UNREADABLE_VALUE, WRONG_SHAPE};
use crate::syntax::phrase::{self, Phrase, PhraseError};
use crate::syntax::tree::{Entry, Kind, Map, Node, Scalar};

/// Collects findings while a plan is read.
#[derive(Debug)]
pub struct Reader {
    pub findings: Vec<Finding>,
    /// All sections of the language, for near misses.
    sections: &'static [SectionInfo],
    /// Elections that begin after this day do not hold in the plan year.
    last_day: Option<Date>,
}

/// The effective date of an election is stated and cannot be read; that is reported.
struct UnreadableDate;

impl Reader {
    pub fn new(sections: &'static [SectionInfo]) -> Self {
        Self { findings: Vec::new(), sections, last_day: None }
    }

    /// From now on elections that take effect after `last_day` are not yet in force.
    pub fn until(&mut self, last_day: Option<Date>) {
        self.last_day = last_day;
    }

    /// An election before anything is read.
    pub fn absent<T>(&self, field: Option<&Field>, near: Span, prefix: Option<&str>) -> Election<T> {
        let path = match (field, prefix) {
            (Some(field), None) => ElectionPath::of(field.path),
            (Some(field), Some(prefix)) => ElectionPath(Cow::Owned(format!("{prefix}.{}", field.key))),
            (None, _) => ElectionPath::of(""),
        };
        Election::absent(path, near)
    }

    /// Reads an entry into its election. With a second entry under the same key nobody can tell which one holds, so that
    /// neither does; [`Reader::duplicates`] reports it.
    pub fn election<T: Phrase>(&mut self, election: &mut Election<T>, entry: &Entry<'_>) {
        if election.is_written() {
            election.given = Given::Unreadable(election.span());
            return;
        }
        let given = match &entry.value.kind {
            Kind::Broken => Given::Unreadable(entry.value.span),
            Kind::Scalar(scalar) => self.scalar(&election.path, entry, scalar),
            Kind::List(items) => self.list(&election.path, entry, items),
            Kind::Map(_) => {
                let message = format!("`{}` takes {}, not a section.", election.path, T::NAME);
                let help = "Write its value behind the key; `{ value, source, effective }` in YAML adds where it stands.";
                self.wrong_shape(entry.value.span, &message, help, &election.path);
                Given::Unreadable(entry.value.span)
            }
        };
        match self.provenance(&election.path, entry) {
            Ok(provenance) => {
                election.given = self.in_force(given, provenance.as_deref());
                election.provenance = provenance;
            }
            // Whether the value holds in the plan year cannot be told.
            Err(UnreadableDate) => election.given = Given::Unreadable(entry.value.span),
        }
    }

    /// Reports an entry that the section does not have.
    pub fn unknown_key<S: Section>(&mut self, entry: &Entry<'_>) {
        self.unknown(entry, S::INFO.key, S::INFO.fields.iter().map(|field| field.key));
    }

    /// Reports an entry under a key that is none of `known`.
    pub fn unknown(
        &mut self,
        entry: &Entry<'_>,
        section: &str,
        known: impl Iterator<Item = &'static str> + Clone,
    ) {
        let key = &*entry.key.text;
        let shown: String = key.chars().take(40).collect();
        let place = match section.strip_suffix(".GROUP") {
            Some(groups) => format!("a group of `{groups}`"),
            None if section.is_empty() => "a plan spec".to_owned(),
            None => format!("`{section}`"),
        };
        let message = format!("`{shown}` is not a key of {place}.");
        let elsewhere = self.sections.iter().find(|info| info.fields.iter().any(|field| field.key == key));
        let is_number = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
        let help = match (phrase::nearest(key, known.clone()), elsewhere) {
            _ if is_number => {
                "Within braces a comma ends a value: put an amount such as \"$300,000\" in quotes.".to_owned()
            }
            (Some(near), _) => format!("Did you mean `{near}`?"),
            (None, Some(info)) if info.key.is_empty() => {
                format!("`{shown}` stands at the top of a plan spec.")
            }
            (None, Some(info)) => format!("`{shown}` is an election of `{}`.", info.key),
            (None, None) => keys(known),
        };
        self.findings.push(Finding::new(UNKNOWN_KEY, entry.key.span, message, "not known here").help(help));
    }

    /// Reports each key that stands twice in a map, with the place of the first.
    pub fn duplicates(&mut self, map: &Map<'_>) {
        let mut firsts: Vec<(&str, Span)> =
            map.entries.iter().map(|entry| (&*entry.key.text, entry.key.span)).collect();
        firsts.sort();
        for pair in firsts.chunk_by(|one, other| one.0 == other.0) {
            for (key, span) in &pair[1..] {
                let shown: String = key.chars().take(40).collect();
                let message = format!("`{shown}` is stated twice; planlint cannot tell which one holds.");
                let finding = Finding::new(DUPLICATE_KEY, *span, message, "stated again");
                let first = pair[0].1;
                self.findings
                    .push(finding.help("Remove one of the two.").related(first, "first stated here"));
            }
        }
    }

    /// Reports a value of the wrong form.
    pub fn wrong_shape(&mut self, span: Span, message: &str, help: &str, path: &ElectionPath) {
        let finding = Finding::new(WRONG_SHAPE, span, message, "of the wrong form").help(help);
        self.findings.push(finding.election(path.clone()));
    }

    fn scalar<T: Phrase>(&mut self, path: &ElectionPath, entry: &Entry<'_>, scalar: &Scalar<'_>) -> Given<T> {
        let text = scalar.text.trim();
        if text.eq_ignore_ascii_case("unknown") {
            return Given::Unknown(scalar.span);
        }
        if text.is_empty() {
            let message = format!("`{path}` has no value.");
            let help = format!("Write {}, or `unknown` if the document does not say.", T::NAME);
            let finding =
                Finding::new(UNREADABLE_VALUE, entry.key.span, message, "without a value").help(help);
            self.findings.push(finding.election(path.clone()));
            return Given::Unreadable(scalar.span);
        }
        match phrase::read(&scalar.text) {
            Ok(value) => Given::Value(Spanned { value, span: scalar.span }),
            Err(error) => {
                self.unreadable(path, scalar, &error);
                Given::Unreadable(scalar.span)
            }
        }
    }

    fn list<T: Phrase>(&mut self, path: &ElectionPath, entry: &Entry<'_>, items: &[Node<'_>]) -> Given<T> {
        let span = entry.value.span;
        if !T::LIST || items.is_empty() {
            let help = if T::LIST {
                "Write `none`, or leave the election out."
            } else {
                "Write one value, without brackets."
            };
            self.wrong_shape(span, &format!("`{path}` takes {}, not this list.", T::NAME), help, path);
            return Given::Unreadable(span);
        }
        let mut whole: Option<T> = None;
        let mut readable = true;
        for item in items {
            let Some(scalar) = item.as_scalar() else {
                readable = false;
                if item.kind != Kind::Broken {
                    self.wrong_shape(
                        item.span,
                        &format!("`{path}` is a list of single values."),
                        "Write a value here.",
                        path,
                    );
                }
                continue;
            };
            match phrase::read::<T>(&scalar.text) {
                Ok(part) => {
                    whole = Some(match whole {
                        Some(so_far) => so_far.join(part),
                        None => part,
                    });
                }
                Err(error) => {
                    readable = false;
                    self.unreadable(path, scalar, &error);
                }
            }
        }
        match whole {
            Some(value) if readable => Given::Value(Spanned { value, span }),
            _ => Given::Unreadable(span),
        }
    }

    fn unreadable(&mut self, path: &ElectionPath, scalar: &Scalar<'_>, error: &PhraseError) {
        let span = scalar.span_of(error.start, error.end);
        let message = format!("`{path}` cannot be read: {}.", error.problem);
        let finding = Finding::new(UNREADABLE_VALUE, span, message, error.problem.clone());
        self.findings.push(finding.help(error.advice.clone()).election(path.clone()));
    }

    fn provenance(
        &mut self,
        path: &ElectionPath,
        entry: &Entry<'_>,
    ) -> Result<Option<Box<Provenance>>, UnreadableDate> {
        if entry.source.is_none() && entry.effective.is_none() {
            return Ok(None);
        }
        let source =
            entry.source.as_ref().map(|scalar| Spanned { value: scalar.text.to_string(), span: scalar.span });
        let effective = match &entry.effective {
            None => None,
            Some(scalar) => match phrase::read::<Date>(&scalar.text) {
                Ok(value) => Some(Spanned { value, span: scalar.span }),
                Err(error) => {
                    let message =
                        format!("The effective date of `{path}` cannot be read: {}.", error.problem);
                    let span = scalar.span_of(error.start, error.end);
                    let finding =
                        Finding::new(UNREADABLE_VALUE, span, message, error.problem).help(error.advice);
                    self.findings.push(finding.election(path.clone()));
                    return Err(UnreadableDate);
                }
            },
        };
        Ok(Some(Box::new(Provenance { source, effective })))
    }

    /// A value that takes effect after the plan year says nothing about the plan year.
    fn in_force<T>(&self, given: Given<T>, provenance: Option<&Provenance>) -> Given<T> {
        let effective =
            provenance.and_then(|provenance| provenance.effective.as_ref()).map(|date| date.value);
        match (given, effective, self.last_day) {
            (Given::Value(Spanned { span, .. }), Some(from), Some(last_day)) if from > last_day => {
                Given::NotYet { span, from }
            }
            (given, _, _) => given,
        }
    }
}

/// How many keys of a section a help names.
const NAMED_KEYS: usize = 8;

/// The keys of a section, as far as they can be taken in at a glance.
fn keys(known: impl Iterator<Item = &'static str>) -> String {
    let mut keys: Vec<String> = known.map(|key| format!("`{key}`")).collect();
    let more = keys.len().saturating_sub(NAMED_KEYS);
    if more <= 2 {
        return format!("The keys here are {}.", keys.join(", "));
    }
    keys.truncate(NAMED_KEYS);
    format!(
        "Keys here are {} and {more} more: `planlint schema --format markdown` lists them.",
        keys.join(", ")
    )
}
