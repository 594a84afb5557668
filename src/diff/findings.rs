//! Findings and questions that an amendment adds, removes or changes. Lines and notations do not matter.

use super::changes::Change;
use crate::finding::{ElectionPath, Severity};
use crate::report::{Question, Reported};

/// Findings of a plan before and after.
#[derive(Debug, Default)]
pub struct FindingChanges {
    pub gained: Vec<Reported>,
    pub lost: Vec<Reported>,
    /// The same finding, old and new, with another severity.
    pub reweighed: Vec<(Reported, Reported)>,
    /// How many stay as they are.
    pub kept: usize,
}

/// Questions for the plan administrator before and after.
#[derive(Debug, Default)]
pub struct QuestionChanges {
    /// No longer asked, as the new spec states the election.
    pub answered: Vec<Question>,
    /// No longer asked for another reason, such as a rule that is no longer about the plan.
    pub dropped: Vec<Question>,
    pub new: Vec<Question>,
    pub kept: usize,
}

impl FindingChanges {
    /// Pairs findings by fingerprint first, then by rule and election, in their order.
    pub fn between(old: Vec<Reported>, new: Vec<Reported>) -> Self {
        let mut changes = FindingChanges::default();
        let mut old: Vec<Option<Reported>> = old.into_iter().map(Some).collect();
        let mut open = Vec::new();
        for finding in new {
            match take(&mut old, |twin| twin.fingerprint == finding.fingerprint) {
                Some(twin) => changes.pair(twin, finding),
                None => open.push(finding),
            }
        }
        for finding in open {
            let alike = |twin: &Reported| {
                twin.finding.rule == finding.finding.rule && twin.finding.election == finding.finding.election
            };
            match take(&mut old, alike) {
                Some(twin) => changes.pair(twin, finding),
                None => changes.gained.extend(Some(finding).filter(is_open)),
            }
        }
        changes.lost = old.into_iter().flatten().filter(is_open).collect();
        changes
    }

    pub fn is_empty(&self) -> bool {
        self.gained.is_empty() && self.lost.is_empty() && self.reweighed.is_empty()
    }

    /// The gravest finding that is gained or was made graver.
    pub fn worst(&self) -> Option<Severity> {
        let graver = self.reweighed.iter().filter(|(old, new)| new.severity > old.severity);
        self.gained.iter().chain(graver.map(|(_, new)| new)).map(|reported| reported.severity).max()
    }

    fn pair(&mut self, old: Reported, new: Reported) {
        if is_open(&new) && !is_open(&old) {
            // A comment held it back, which is gone.
            self.gained.push(new);
        } else if old.severity == new.severity || !is_open(&new) {
            self.kept += 1;
        } else {
            self.reweighed.push((old, new));
        }
    }
}

impl QuestionChanges {
    pub fn between(old: Vec<Question>, new: Vec<Question>, changes: &[Change]) -> Self {
        let mut result = QuestionChanges::default();
        let mut old: Vec<Option<Question>> = old.into_iter().map(Some).collect();
        for question in new {
            match take(&mut old, |twin| twin.election == question.election) {
                Some(_) => result.kept += 1,
                None => result.new.push(question),
            }
        }
        let answers = |election: &ElectionPath| {
            let is_it = |change: &&Change| {
                change.path == *election || change.path.as_str().starts_with(&format!("{election}."))
            };
            changes
                .iter()
                .filter(is_it)
                .any(|change| change.new.as_ref().is_some_and(|new| new.value.is_stated()))
        };
        (result.answered, result.dropped) =
            old.into_iter().flatten().partition(|question| answers(&question.election));
        result
    }

    pub fn is_empty(&self) -> bool {
        self.answered.is_empty() && self.dropped.is_empty() && self.new.is_empty()
    }
}

/// Does nothing hold the finding back?
fn is_open(reported: &Reported) -> bool {
    reported.suppressed.is_none()
}

/// Takes the first thing that fits out of a list.
fn take<T>(list: &mut [Option<T>], fits: impl Fn(&T) -> bool) -> Option<T> {
    list.iter_mut().find(|item| item.as_ref().is_some_and(&fits))?.take()
}
