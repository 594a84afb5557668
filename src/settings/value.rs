//! Texts to values of settings: the same for the file, the environment and flags.

use std::ops::Range;

use super::{Key, Origin, Placed, Problem, Settings};
use crate::finding::Severity;
use crate::plan::identity::Goals as PlanGoals;
use crate::render::Format;
use crate::report::adjust::Goals;
use crate::report::selection::Selector;
use crate::rules::Profile;
use crate::syntax::phrase::{self, nearest};

/// The least severity that makes a run fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailOn {
    At(Severity),
    Never,
}

/// A text with its place, if it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub text: String,
    pub at: Option<Range<usize>>,
}

impl FailOn {
    pub const ALL: &'static [FailOn] =
        &[Self::At(Severity::Error), Self::At(Severity::Warning), Self::At(Severity::Advice), Self::Never];

    pub fn name(self) -> &'static str {
        match self {
            Self::At(severity) => severity.word(),
            Self::Never => "never",
        }
    }

    /// The severity; otherwise a sentence part that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        one_of(text, Self::ALL, |fail_on| fail_on.name(), "severity")
    }
}

/// What variables of the environment say: those whose names begin with `PLANLINT_`, as name and value.
pub fn environment(variables: &[(String, String)]) -> (Settings, Vec<Problem>) {
    let (mut settings, mut problems) = (Settings::default(), Vec::new());
    for key in Key::ALL {
        let name = key.variable();
        let stated = variables.iter().find(|(variable, value)| *variable == name && !value.trim().is_empty());
        let Some((_, value)) = stated else { continue };
        let texts: Vec<&str> = if key.is_list() { value.split(',').collect() } else { vec![value] };
        let items: Vec<Item> =
            texts.into_iter().map(|text| Item { text: text.trim().to_owned(), at: None }).collect();
        let before = problems.len();
        set(&mut settings, *key, &items, &Origin::Environment(name.clone()), &mut problems);
        for problem in &mut problems[before..] {
            problem.message = format!("{name}: {}", problem.message);
        }
    }
    (settings, problems)
}

/// Takes the texts of a key as its value. What cannot be read is reported, all of it.
pub fn set(settings: &mut Settings, key: Key, items: &[Item], origin: &Origin, problems: &mut Vec<Problem>) {
    let mut reader = Reader { items, problems };
    match key {
        Key::Select => settings.select = reader.all(Selector::parse).map(|value| placed(value, origin)),
        Key::Ignore => settings.ignore = reader.all(Selector::parse).map(|value| placed(value, origin)),
        Key::Profile => settings.profile = reader.one(profile).map(|value| placed(value, origin)),
        Key::FailOn => settings.fail_on = reader.one(FailOn::parse).map(|value| placed(value, origin)),
        Key::Format => settings.format = reader.one(format).map(|value| placed(value, origin)),
        Key::Baseline => settings.baseline = reader.one(path).map(|value| placed(value, origin)),
        Key::Goals => {
            let last = |goals: Vec<Goals>| goals.last().copied().unwrap_or(Goals::OfThePlan);
            settings.goals = reader.all(goals).map(|value| placed(last(value), origin));
        }
    }
}

struct Reader<'a> {
    items: &'a [Item],
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn all<T>(&mut self, parse: fn(&str) -> Result<T, String>) -> Option<Vec<T>> {
        let mut values = Vec::with_capacity(self.items.len());
        for item in self.items {
            match parse(&item.text) {
                Ok(value) => values.push(value),
                Err(message) => self.problems.push(Problem { at: item.at.clone(), message }),
            }
        }
        (values.len() == self.items.len()).then_some(values)
    }

    fn one<T>(&mut self, parse: fn(&str) -> Result<T, String>) -> Option<T> {
        self.all(parse)?.pop()
    }
}

fn placed<T>(value: T, origin: &Origin) -> Placed<T> {
    Placed::new(value, origin.clone())
}

pub fn profile(text: &str) -> Result<Profile, String> {
    one_of(text, Profile::ALL, |profile| profile.name(), "profile")
}

fn format(text: &str) -> Result<Format, String> {
    one_of(text, Format::ALL, |format| format.name(), "format")
}

fn path(text: &str) -> Result<String, String> {
    if text.trim().is_empty() { Err("a path is expected".to_owned()) } else { Ok(text.to_owned()) }
}

pub fn goals(text: &str) -> Result<Goals, String> {
    // On the command line it is one word.
    let plain = if text == "mega-backdoor" { "mega backdoor" } else { text };
    let read = phrase::read::<PlanGoals>(plain);
    read.map(|_| Goals::MegaBackdoor).map_err(|error| format!("{}. {}", error.problem, error.advice))
}

/// The one of some values that goes by a name, or which names there are.
pub fn one_of<T: Copy>(
    text: &str,
    all: &[T],
    name: impl Fn(T) -> &'static str,
    kind: &str,
) -> Result<T, String> {
    if let Some(found) = all.iter().copied().find(|one| name(*one) == text) {
        return Ok(found);
    }
    let names: Vec<&str> = all.iter().map(|one| name(*one)).collect();
    let shown: String = text.chars().take(60).collect();
    Err(match nearest(text, names.iter().copied()) {
        Some(near) => format!("no {kind} is called `{shown}`; did you mean `{near}`?"),
        None => format!("no {kind} is called `{shown}`; there are {}", names.join(", ")),
    })
}
