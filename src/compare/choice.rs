//! What of the plans is shown: named fields, elections and sections, all of them, or those in which plans differ.

use super::Comparison;
use super::provision::Provision;
use super::subject::Subject;
use crate::plan::SECTIONS;
use crate::syntax::phrase::nearest;

/// What a user chose to see beyond the summary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// In the order in which they were asked for; `None` asks for none by name.
    pub named: Option<Vec<Chosen>>,
    pub extent: Extent,
}

/// A field, an election, or all of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    Subject(Subject),
    Section(&'static str),
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Extent {
    /// What is named, or nothing.
    #[default]
    Named,
    /// What is named, or everything that any plan states.
    All,
    /// Of those, the provisions in which plans differ.
    Differing,
}

impl Choice {
    /// Reads names.
    ///
    /// # Errors
    /// A line for each name that is none.
    pub fn parse(names: &[String], extent: Extent) -> Result<Self, Vec<String>> {
        let mut errors = Vec::new();
        let mut read = |name: &String| chosen(name.trim()).map_err(|error| errors.push(error)).ok();
        let named: Vec<Chosen> = names.iter().filter_map(&mut read).collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Self { named: (!names.is_empty()).then_some(named), extent })
    }

    /// Is anything but the summary asked for?
    pub fn is_summary(&self) -> bool {
        self.named.is_none() && self.extent == Extent::Named
    }
}

fn chosen(name: &str) -> Result<Chosen, String> {
    let sections = || SECTIONS.iter().map(|section| section.key).filter(|key| !key.is_empty());
    let section = sections().find(|key| *key == name).or((name == "workforce").then_some("workforce"));
    if let Some(section) = section {
        return Ok(Chosen::Section(section));
    }
    Subject::parse(name).map(Chosen::Subject).map_err(|error| match nearest(name, sections()) {
        Some(near) if !error.contains("did you mean") => {
            format!("`{name}` is no election, section or field; did you mean `{near}`?")
        }
        Some(_) | None => error,
    })
}

impl Comparison {
    /// What is shown beyond the summary.
    pub fn chosen(&self, choice: &Choice) -> Vec<Subject> {
        let written = self.provisions();
        let of_section = |section: &str| {
            let own = written.iter().filter(move |provision| provision.order.section() == section);
            own.cloned().map(Subject::Election).collect::<Vec<_>>()
        };
        let subjects: Vec<Subject> = match (&choice.named, choice.extent) {
            (Some(named), _) => named
                .iter()
                .flat_map(|chosen| match chosen {
                    Chosen::Subject(subject) => vec![subject.clone()],
                    Chosen::Section(section) => of_section(section),
                })
                .collect(),
            (None, Extent::Named) => Vec::new(),
            (None, Extent::All | Extent::Differing) => {
                written.iter().cloned().map(Subject::Election).collect()
            }
        };
        let is_wanted = |subject: &Subject| match (subject, choice.extent) {
            (Subject::Election(provision), Extent::Differing) => self.differs(provision),
            (Subject::Election(_) | Subject::Reckoned(_), _) => true,
        };
        subjects.into_iter().filter(is_wanted).collect()
    }

    /// The same for formats that a program or a spreadsheet reads: all that is written where nothing is chosen.
    pub fn chosen_or_all(&self, choice: &Choice) -> Vec<Subject> {
        let all = || self.provisions().into_iter().map(Subject::Election).collect();
        if choice.is_summary() { all() } else { self.chosen(choice) }
    }
}

/// The provisions among some subjects.
pub fn provisions(subjects: &[Subject]) -> Vec<&Provision> {
    subjects
        .iter()
        .filter_map(|subject| match subject {
            Subject::Election(provision) => Some(provision),
            Subject::Reckoned(_) => None,
        })
        .collect()
}
