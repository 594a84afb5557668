//! What a run's settings change beside the selection: severities, overrides for some paths, house policies. Plain data.

use std::collections::HashMap;

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

use super::house::Policy;
use super::selection::{Selection, Selector};
use crate::finding::Severity;
use crate::rules::{Check, Group, Profile, Rule};
use crate::source::{FileId, SourceFile};

/// The file of a report that holds the settings, where a finding cites them.
pub const SETTINGS_FILE: FileId = FileId(u32::MAX);

/// What settings add to [`super::CheckOptions`].
#[derive(Debug, Clone, Default)]
pub struct Adjustments {
    pub severities: Vec<(Selector, Level)>,
    /// Those that match a path hold for it, the later over the earlier.
    pub overrides: Vec<Override>,
    pub policies: Vec<Policy>,
    /// Path and text of the settings, to which the spans of policies belong.
    pub source: Option<(String, String)>,
    /// The paths of inputs as the patterns of overrides see them, where that is not the path that is shown.
    pub known_as: HashMap<String, String>,
}

/// What findings of a rule weigh, whatever the rule says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Off,
    At(Severity),
}

/// Is a mega backdoor Roth a goal of every plan, whatever the plan says?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goals {
    OfThePlan,
    MegaBackdoor,
}

/// Settings for some paths.
#[derive(Debug, Clone)]
pub struct Override {
    pub paths: Patterns,
    pub select: Option<Vec<Selector>>,
    pub ignore: Option<Vec<Selector>>,
    pub profile: Option<Profile>,
    pub goals: Option<Goals>,
    pub severities: Vec<(Selector, Level)>,
}

/// Patterns of paths: `*` stays within a folder, `**` does not.
#[derive(Debug, Clone)]
pub struct Patterns {
    set: GlobSet,
    texts: Vec<String>,
}

/// One pattern of paths.
#[derive(Debug, Clone)]
pub struct Pattern(Glob);

/// What holds for one file.
#[derive(Debug, Clone)]
pub struct Terms {
    pub selection: Selection,
    pub goals: Goals,
    severities: Vec<(Selector, Level)>,
}

impl Pattern {
    /// A pattern; otherwise what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        // Paths are told without it, and it is meant for the folder that they begin at.
        let text = text.strip_prefix("./").unwrap_or(text);
        if text.ends_with('/') {
            return Err(format!("`{text}` is the name of no file; `{text}**` is all below that folder"));
        }
        if text.starts_with('/') {
            return Err("paths are relative to the folder of this file, and this begins with `/`".to_owned());
        }
        let glob = GlobBuilder::new(text).literal_separator(true).backslash_escape(true).build();
        glob.map(Self).map_err(|error| format!("this is no pattern of paths: {}", error.kind()))
    }
}

impl Patterns {
    /// All patterns together; otherwise why they are too much.
    pub fn of(patterns: Vec<Pattern>) -> Result<Self, String> {
        let mut builder = GlobSetBuilder::new();
        let mut texts = Vec::new();
        for Pattern(glob) in patterns {
            texts.push(glob.glob().to_owned());
            builder.add(glob);
        }
        let set = builder.build().map_err(|error| error.kind().to_string())?;
        Ok(Self { set, texts })
    }

    /// The patterns as they are written.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    fn hold(&self, path: &str) -> bool {
        self.set.is_match(path)
    }
}

impl Adjustments {
    /// The text that policies cite, as a file of the report.
    pub fn settings_file(&self) -> Option<SourceFile> {
        let (path, text) = self.source.as_ref()?;
        Some(SourceFile::new(SETTINGS_FILE, path.clone(), text.clone()))
    }

    /// What holds for a path, given what holds without overrides.
    pub fn terms(&self, path: &str, selection: &Selection, goals: Goals) -> Terms {
        let path = self.known_as.get(path).map_or(path, String::as_str);
        let mut terms = Terms { selection: selection.clone(), goals, severities: self.severities.clone() };
        for found in self.overrides.iter().filter(|one| one.paths.hold(path)) {
            if let Some(select) = &found.select {
                terms.selection.select.clone_from(select);
                terms.selection.ignore.clear();
            }
            if let Some(ignore) = &found.ignore {
                terms.selection.ignore.clone_from(ignore);
            }
            terms.selection.profile = found.profile.or(terms.selection.profile);
            terms.goals = found.goals.unwrap_or(terms.goals);
            terms.severities.extend(&found.severities);
        }
        terms
    }
}

impl Terms {
    /// Are findings of a rule reported?
    pub fn runs(&self, rule: &Rule) -> bool {
        match rule.check {
            // What could not be read is always said: nobody can choose not to see it.
            Check::Reader => true,
            Check::Run if rule.group == Group::Language => {
                self.level(rule) != Some(Level::Off) && !self.selection.leaves_out(rule)
            }
            Check::Run | Check::Plan(_) => self.level(rule) != Some(Level::Off) && self.selection.runs(rule),
        }
    }

    /// What a finding of a rule weighs, if not what the rule says.
    pub fn level(&self, rule: &Rule) -> Option<Level> {
        let last = |wanted: &dyn Fn(Selector) -> bool| {
            let fitting = |(selector, _): &&(Selector, Level)| wanted(*selector);
            self.severities.iter().rev().find(fitting).map(|(_, level)| *level)
        };
        // A rule that is named outweighs its group.
        last(&|selector| selector == Selector::Rule(rule.name))
            .or_else(|| last(&|selector| selector == Selector::Group(rule.group)))
    }
}
