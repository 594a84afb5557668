//! Which rules run: by name, by group, by profile.

use crate::rules::{self, Group, Profile, Rule};
use crate::syntax::phrase::nearest;

/// One or several rules as a user names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selector {
    All,
    Group(Group),
    Rule(&'static str),
}

/// The rules of a run.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Nothing selected means everything.
    pub select: Vec<Selector>,
    pub ignore: Vec<Selector>,
    pub profile: Option<Profile>,
}

impl Selector {
    /// A rule's name, a group's name or `all`; otherwise a sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text == "all" {
            return Ok(Selector::All);
        }
        if let Some(group) = Group::ALL.iter().find(|group| group.name() == text) {
            return Ok(Selector::Group(*group));
        }
        if let Some(rule) = rules::named(text) {
            return Ok(Selector::Rule(rule.name));
        }
        let names =
            rules::ALL.iter().map(|rule| rule.name).chain(Group::ALL.iter().map(|group| group.name()));
        Err(match nearest(text, names) {
            Some(near) => format!("no rule or group is called `{text}`; did you mean `{near}`?"),
            None => format!("no rule or group is called `{text}`; `planlint rules` lists them"),
        })
    }

    fn holds(self, rule: &Rule) -> bool {
        match self {
            Selector::All => true,
            Selector::Group(group) => rule.group == group,
            Selector::Rule(name) => rule.name == name,
        }
    }
}

impl Selection {
    /// Is the rule left out in so many words: by its name, its group or `all`?
    pub fn leaves_out(&self, rule: &Rule) -> bool {
        self.ignore.iter().any(|selector| selector.holds(rule))
    }

    /// Does the rule run? A rule that is named outweighs its group, and `ignore` outweighs `select`.
    pub fn runs(&self, rule: &Rule) -> bool {
        let in_profile = self.profile.is_none_or(|profile| rule.profile == profile);
        let by_name = |selectors: &[Selector]| selectors.contains(&Selector::Rule(rule.name));
        if by_name(&self.ignore) {
            return false;
        }
        if by_name(&self.select) {
            return true;
        }
        let selected = self.select.is_empty() || self.select.iter().any(|selector| selector.holds(rule));
        in_profile && selected && !self.ignore.iter().any(|selector| selector.holds(rule))
    }
}
