//! `planlint.toml`: its text to settings, with all that is wrong in it at its place. Only this module and `house` know TOML.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::value::{Item, goals, profile};
use super::{Key, Origin, Placed, Problem, Settings, house, severity, value};
use crate::report::adjust::{Goals, Level, Override, Pattern, Patterns};
use crate::report::selection::Selector;
use crate::syntax::phrase::nearest;

/// The name by which settings are found.
pub const FILE_NAME: &str = "planlint.toml";

/// The tables of the file beside the keys.
pub const TABLES: [&str; 3] = ["severity", "overrides", "house"];
/// The keys of `[[overrides]]`.
pub const OF_OVERRIDES: [&str; 6] = ["paths", "select", "ignore", "profile", "goals", "severity"];

/// Reads the text of a file of settings.
///
/// # Errors
/// All that is wrong with it, in the order of the text.
pub fn read(text: &str) -> Result<Settings, Vec<Problem>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, problems: Vec::new() };
    let settings = reader.root(table.get_ref());
    let line = |at: &Range<usize>| text[..at.start.min(text.len())].matches('\n').count();
    let broken: Vec<Problem> = errors.iter().map(|error| syntax(text, error)).collect();
    // What a line with a syntax error was taken for says nothing.
    let lines: Vec<usize> = broken.iter().filter_map(|problem| problem.at.as_ref()).map(line).collect();
    let mut problems = reader.problems;
    problems.retain(|problem| problem.at.as_ref().is_none_or(|at| !lines.contains(&line(at))));
    problems.extend(broken);
    problems.sort_by_key(|problem| problem.at.clone().map_or(0..0, |at| at).start);
    if problems.is_empty() { Ok(settings) } else { Err(problems) }
}

fn syntax(text: &str, error: &toml::de::Error) -> Problem {
    let at = error.span().unwrap_or(text.len()..text.len());
    Problem::at(at, format!("this is not TOML: {}", error.message().trim().replace('\n', ", ")))
}

/// Collects problems while a file is read.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) problems: Vec<Problem>,
}

impl Reader<'_> {
    fn root(&mut self, table: &DeTable<'_>) -> Settings {
        let mut settings = Settings::default();
        for (name, found) in in_order(table) {
            let at = name.span();
            match name.get_ref().as_ref() {
                "severity" => settings.severities = self.severities(found),
                "overrides" => settings.overrides = self.overrides(found),
                "house" => settings.policies = house::read(self, found),
                other => match Key::ALL.iter().find(|key| key.name() == other) {
                    Some(key) => {
                        let items = self.items(*key, found);
                        let origin = Origin::File(at);
                        if let Some(items) = items {
                            value::set(&mut settings, *key, &items, &origin, &mut self.problems);
                        }
                    }
                    None => self.unknown(&name.span(), other, known_keys()),
                },
            }
        }
        settings
    }

    /// The texts of a key: a text, or for lists a text or a list of texts.
    fn items(&mut self, key: Key, found: &Spanned<DeValue<'_>>) -> Option<Vec<Item>> {
        if key.is_list() { self.texts(found) } else { self.text(found).map(|item| vec![item]) }
    }

    fn severities(&mut self, found: &Spanned<DeValue<'_>>) -> Vec<Placed<(Selector, Level)>> {
        let mut severities = Vec::new();
        for (name, level) in self.table(found, "[severity]") {
            let rule = Item { text: name.get_ref().to_string(), at: Some(name.span()) };
            let Some(level) = self.text(level) else { continue };
            match severity::read(&rule, &level) {
                Ok(read) => severities.push(Placed::new(read, Origin::File(name.span()))),
                Err(problems) => self.problems.extend(problems),
            }
        }
        severities
    }

    fn overrides(&mut self, found: &Spanned<DeValue<'_>>) -> Vec<Placed<Override>> {
        let Some(tables) = found.get_ref().as_array() else {
            self.problem(found.span(), "overrides are tables of their own: write `[[overrides]]`");
            return Vec::new();
        };
        tables.iter().filter_map(|table| self.one_override(table)).collect()
    }

    fn one_override(&mut self, found: &Spanned<DeValue<'_>>) -> Option<Placed<Override>> {
        let mut read = Override {
            paths: Patterns::of(Vec::new()).ok()?,
            select: None,
            ignore: None,
            profile: None,
            goals: None,
            severities: Vec::new(),
        };
        let mut has_paths = false;
        for (name, inner) in self.table(found, "[[overrides]]") {
            match name.get_ref().as_ref() {
                "paths" => {
                    has_paths = true;
                    read.paths = self.patterns(inner).unwrap_or(read.paths);
                }
                "select" => read.select = self.all(inner, Selector::parse),
                "ignore" => read.ignore = self.all(inner, Selector::parse),
                "profile" => read.profile = self.all(inner, profile).and_then(|mut all| all.pop()),
                "goals" => {
                    let goals: Option<Vec<Goals>> = self.all(inner, goals);
                    read.goals = goals.map(|goals| goals.last().copied().unwrap_or(Goals::OfThePlan));
                }
                "severity" => {
                    read.severities = self.severities(inner).into_iter().map(|placed| placed.value).collect();
                }
                other => self.unknown(&name.span(), other, OF_OVERRIDES.into_iter()),
            }
        }
        if !has_paths {
            self.problem(
                found.span(),
                "`paths` is missing: `paths = [\"plans/**\"]` says what this is about",
            );
        }
        Some(Placed::new(read, Origin::File(found.span())))
    }

    fn patterns(&mut self, found: &Spanned<DeValue<'_>>) -> Option<Patterns> {
        let patterns = self.all(found, Pattern::parse)?;
        Patterns::of(patterns).map_err(|error| self.problem(found.span(), &error)).ok()
    }

    fn all<T>(
        &mut self,
        found: &Spanned<DeValue<'_>>,
        parse: fn(&str) -> Result<T, String>,
    ) -> Option<Vec<T>> {
        let mut values = Vec::new();
        for item in self.texts(found)? {
            match parse(&item.text) {
                Ok(value) => values.push(value),
                Err(message) => self.problems.push(Problem { at: item.at, message }),
            }
        }
        Some(values)
    }

    /// The entries of a table in the order of the text.
    pub(super) fn table<'f, 'i>(
        &mut self,
        found: &'f Spanned<DeValue<'i>>,
        form: &str,
    ) -> Vec<(&'f Spanned<toml::de::DeString<'i>>, &'f Spanned<DeValue<'i>>)> {
        match found.get_ref().as_table() {
            Some(table) => in_order(table),
            None => {
                self.problem(
                    found.span(),
                    &format!("a table is expected: write `{form}` on a line of its own"),
                );
                Vec::new()
            }
        }
    }

    /// A text, or a list of texts.
    pub(super) fn texts(&mut self, found: &Spanned<DeValue<'_>>) -> Option<Vec<Item>> {
        match found.get_ref().as_array() {
            None => self.text(found).map(|item| vec![item]),
            Some(array) => {
                let items: Vec<Option<Item>> = array.iter().map(|item| self.text(item)).collect();
                items.into_iter().collect()
            }
        }
    }

    pub(super) fn text(&mut self, found: &Spanned<DeValue<'_>>) -> Option<Item> {
        if let Some(text) = found.get_ref().as_str() {
            return Some(Item { text: text.to_owned(), at: Some(found.span()) });
        }
        let kind = found.get_ref().type_str();
        let article = if kind.starts_with(['a', 'i']) { "an" } else { "a" };
        self.problem(found.span(), &format!("a text in quotes is expected, and this is {article} {kind}"));
        None
    }

    pub(super) fn unknown<'c>(
        &mut self,
        at: &Range<usize>,
        name: &str,
        known: impl Iterator<Item = &'c str>,
    ) {
        let shown: String = name.chars().take(60).collect();
        let known: Vec<&str> = known.collect();
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.len() <= 12 => format!("the keys here are {}", known.join(", ")),
            None => "`planlint schema config --format markdown` lists them".to_owned(),
        };
        self.problem(at.clone(), &format!("no key is called `{shown}`; {help}"));
    }

    pub(super) fn problem(&mut self, at: Range<usize>, message: &str) {
        self.problems.push(Problem::at(at, message));
    }
}

/// The keys at the top of the file.
pub fn known_keys() -> impl Iterator<Item = &'static str> {
    Key::ALL.iter().map(|key| key.name()).chain(TABLES)
}

fn in_order<'f, 'i>(
    table: &'f DeTable<'i>,
) -> Vec<(&'f Spanned<toml::de::DeString<'i>>, &'f Spanned<DeValue<'i>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}
