//! Heads in a coverage test, with those of whom it is not known: a count that is best for the plan and one that is worst.

use crate::nondiscrimination::coverage::Heads;
use crate::nondiscrimination::excess_deferral::Status as Group;
use crate::testing::unanswered::Unanswered;

/// Where a person stands in the test of one portion. Few lack anything: what they lack is out of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Benefit {
    Yes,
    No,
    /// Not counted (26 CFR 1.410(b)-6).
    LeftOut,
    /// Does not benefit, and may have to be left out.
    NotOrLeftOut(Box<Unanswered>),
    /// May benefit.
    Unknown(Box<Unanswered>),
}

/// Both counts.
#[derive(Debug, Clone)]
pub struct Count {
    pub worst: Heads,
    pub best: Heads,
    pub unanswered: Unanswered,
    /// Is there someone of whom it is not known whether they are highly compensated? Then neither count bounds anything.
    pub is_open: bool,
}

const NOBODY: Heads = Heads { hces: 0, hces_benefiting: 0, nhces: 0, nhces_benefiting: 0 };

impl Count {
    pub fn new() -> Self {
        Self { worst: NOBODY, best: NOBODY, unanswered: Unanswered::default(), is_open: false }
    }

    /// Adds a person. Highly compensated employees who benefit lower the ratio, others raise it.
    pub fn add(&mut self, group: Group, benefit: Benefit) {
        match benefit {
            Benefit::Yes => {
                self.worst.benefiting(group);
                self.best.benefiting(group);
            }
            Benefit::No => {
                self.worst.without(group);
                self.best.without(group);
            }
            Benefit::LeftOut => {}
            Benefit::NotOrLeftOut(missing) => {
                self.unanswered.add(*missing);
                match group {
                    Group::Hce => self.best.without(group),
                    Group::Nhce => self.worst.without(group),
                }
            }
            Benefit::Unknown(missing) => {
                self.unanswered.add(*missing);
                let (more, less) = match group {
                    Group::Hce => (&mut self.worst, &mut self.best),
                    Group::Nhce => (&mut self.best, &mut self.worst),
                };
                more.benefiting(group);
                less.without(group);
            }
        }
    }
}

impl Heads {
    fn benefiting(&mut self, group: Group) {
        self.without(group);
        match group {
            Group::Hce => self.hces_benefiting += 1,
            Group::Nhce => self.nhces_benefiting += 1,
        }
    }

    fn without(&mut self, group: Group) {
        match group {
            Group::Hce => self.hces += 1,
            Group::Nhce => self.nhces += 1,
        }
    }
}
