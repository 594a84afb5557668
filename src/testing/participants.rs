//! Every participant of a plan with status, pay and ratios, as the tests saw each.

use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::hce::Determination;

use super::lines::{Line, Lines};
use super::people::{People, Standing};

/// One participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParticipantResult {
    pub employee_id: String,
    /// The row in the census.
    pub row: u32,
    /// With its reason; `None` where it cannot be told.
    pub hce: Option<Determination>,
    pub adp: Standing,
    pub acp: Standing,
    /// Plan pay, cut to the limit of 401(a)(17).
    pub pay: Cents,
    /// The ratio in the ADP test; `None` for who is not in it or where it is not run.
    pub adr: Option<Hundredths>,
    pub acr: Option<Hundredths>,
}

/// Everyone, in the order of the rows; ratios come in part by part.
#[derive(Debug)]
pub struct Participants(Vec<ParticipantResult>);

impl Participants {
    pub fn of(people: &People<'_>) -> Self {
        let of = |person: &super::people::Person| ParticipantResult {
            employee_id: people.rows.employee_name(people.row(person)).into_owned(),
            row: people.row(person).row(),
            hce: person.hce,
            adp: person.adp,
            acp: person.acp,
            pay: person.pay,
            adr: None,
            acr: None,
        };
        Self(people.people.iter().map(of).collect())
    }

    /// The ratios of one part, as its tests counted them.
    pub fn add(&mut self, adp: &Lines<'_>, acp: &Lines<'_>) {
        self.set(adp, |one, line| one.adr = Some(line.ratio));
        self.set(acp, |one, line| one.acr = Some(line.ratio));
    }

    pub fn into_list(self) -> Vec<ParticipantResult> {
        self.0
    }

    fn set(&mut self, lines: &Lines<'_>, set: impl Fn(&mut ParticipantResult, &Line<'_>)) {
        for line in lines.hces.iter().chain(&lines.nhces) {
            if let Some(one) = self.0.get_mut(line.person.place as usize) {
                set(one, line);
            }
        }
    }
}
