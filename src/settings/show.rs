//! `--show-settings`: what a run is set to, a line a setting, with where each comes from.

use super::{FailOn, Key, Origin, Placed, Settings, severity};
use crate::report::adjust::Goals;
use crate::report::selection::Selector;
use crate::source::SourceFile;

/// The settings in force. `file` is what they were read from, if from a file.
pub fn show(settings: &Settings, file: Option<&SourceFile>) -> String {
    let mut rows: Vec<[String; 3]> = Key::ALL.iter().map(|key| row(settings, *key, file)).collect();
    for placed in &settings.severities {
        let (selector, level) = placed.value;
        let key = format!("severity.{}", selector_name(selector));
        rows.push([key, severity::word(level).to_owned(), origin(Some(&placed.origin), file)]);
    }
    for placed in &settings.overrides {
        let said = file.map_or("", |file| first_line(file, &placed.origin));
        rows.push(["overrides".to_owned(), said.to_owned(), origin(Some(&placed.origin), file)]);
    }
    for policy in &settings.policies {
        let at = policy.at.0..policy.at.1;
        let said = file.map_or("", |file| file.text().get(at.clone()).unwrap_or_default());
        let value = said.split_once('=').map_or(said, |(_, value)| value).trim();
        let key = format!("house.{}", policy.key);
        rows.push([key, value.to_owned(), origin(Some(&Origin::File(at)), file)]);
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (keys, values) = (width(0), width(1).min(48));
    let head = file.map_or("no planlint.toml".to_owned(), |file| file.path().to_owned());
    let lines = rows.iter().map(|[key, value, origin]| format!("{key:keys$}  {value:values$}  {origin}\n"));
    format!("# {head}\n{}", lines.collect::<String>())
}

fn row(settings: &Settings, key: Key, file: Option<&SourceFile>) -> [String; 3] {
    fn told<T>(placed: Option<&Placed<T>>, show: impl Fn(&T) -> String) -> Option<(String, &Origin)> {
        placed.map(|placed| (show(&placed.value), &placed.origin))
    }
    let list = |selectors: &Vec<Selector>| {
        selectors.iter().map(|selector| selector_name(*selector)).collect::<Vec<_>>().join(", ")
    };
    let (said, silent) = match key {
        Key::Select => (told(settings.select.as_ref(), list), "all"),
        Key::Ignore => (told(settings.ignore.as_ref(), list), "none"),
        Key::Profile => (told(settings.profile.as_ref(), |profile| profile.name().to_owned()), "all"),
        Key::FailOn => (told(settings.fail_on.as_ref(), |on: &FailOn| on.name().to_owned()), "error"),
        Key::Format => (told(settings.format.as_ref(), |format| format.name().to_owned()), "full"),
        Key::Baseline => (told(settings.baseline.as_ref(), Clone::clone), "none"),
        Key::Goals => (told(settings.goals.as_ref(), |goals| goals_name(*goals).to_owned()), "of the plan"),
    };
    let (value, place) = said.map_or((silent.to_owned(), None), |(value, place)| (value, Some(place)));
    let value = if value.is_empty() { "none".to_owned() } else { value };
    [key.name().to_owned(), value, origin(place, file)]
}

fn goals_name(goals: Goals) -> &'static str {
    match goals {
        Goals::OfThePlan => "of the plan",
        Goals::MegaBackdoor => "mega backdoor",
    }
}

fn selector_name(selector: Selector) -> &'static str {
    match selector {
        Selector::All => "all",
        Selector::Group(group) => group.name(),
        Selector::Rule(name) => name,
    }
}

fn origin(origin: Option<&Origin>, file: Option<&SourceFile>) -> String {
    match (origin, file) {
        (None, _) => "default".to_owned(),
        (Some(Origin::Environment(name)), _) => name.clone(),
        (Some(Origin::Flag(flag)), _) => (*flag).to_owned(),
        (Some(Origin::File(at)), Some(file)) => {
            format!("{}:{}", file.path(), file.position(at.start as u32).line)
        }
        (Some(Origin::File(_)), None) => "file".to_owned(),
    }
}

/// The paths of an override as they are written.
fn first_line<'f>(file: &'f SourceFile, origin: &Origin) -> &'f str {
    let Origin::File(at) = origin else { return "" };
    let rest = file.text().get(at.start..).unwrap_or_default();
    let paths = rest.lines().find(|line| line.trim_start().starts_with("paths"));
    paths.map_or("", str::trim)
}
