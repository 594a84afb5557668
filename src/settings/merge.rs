//! Several places as one: a flag goes before the environment, that before the file. And settings as options of a check.

use super::{FailOn, Placed, Settings};
use crate::finding::Severity;
use crate::render::Format;
use crate::report::adjust::{Adjustments, Goals};
use crate::report::selection::Selection;

impl Settings {
    /// What these settings and, where they are silent, those `below` say.
    pub fn over(self, below: Settings) -> Settings {
        let mut overrides = below.overrides;
        for found in &mut overrides {
            let found = &mut found.value;
            let (select, ignore) = (found.select.take(), found.ignore.take());
            found.select = select.filter(|_| self.select.is_none());
            found.ignore = ignore.filter(|_| self.select.is_none() && self.ignore.is_none());
            found.profile = found.profile.filter(|_| self.profile.is_none());
            found.goals = found.goals.filter(|_| self.goals.is_none());
        }
        let ignore_below = below.ignore.filter(|_| self.select.is_none());
        Settings {
            ignore: self.ignore.or(ignore_below),
            select: self.select.or(below.select),
            profile: self.profile.or(below.profile),
            fail_on: self.fail_on.or(below.fail_on),
            format: self.format.or(below.format),
            baseline: self.baseline.or(below.baseline),
            goals: self.goals.or(below.goals),
            severities: [below.severities, self.severities].concat(),
            overrides: [overrides, self.overrides].concat(),
            policies: [below.policies, self.policies].concat(),
        }
    }

    pub fn format(&self) -> Format {
        self.format.as_ref().map_or(Format::Full, |placed| placed.value)
    }

    pub fn fail_on(&self) -> FailOn {
        self.fail_on.as_ref().map_or(FailOn::At(Severity::Error), |placed| placed.value)
    }

    pub fn goals(&self) -> Goals {
        self.goals.as_ref().map_or(Goals::OfThePlan, |placed| placed.value)
    }

    pub fn selection(&self) -> Selection {
        let of = |placed: &Option<Placed<Vec<_>>>| placed.as_ref().map(|placed| placed.value.clone());
        Selection {
            select: of(&self.select).unwrap_or_default(),
            ignore: of(&self.ignore).unwrap_or_default(),
            profile: self.profile.as_ref().map(|placed| placed.value),
        }
    }

    /// What a check needs beside the selection. `source` is the file's path and text.
    pub fn adjustments(&self, source: Option<(String, String)>) -> Adjustments {
        Adjustments {
            severities: self.severities.iter().map(|placed| placed.value).collect(),
            overrides: self.overrides.iter().map(|placed| placed.value.clone()).collect(),
            policies: self.policies.clone(),
            source,
            known_as: Default::default(),
        }
    }
}
