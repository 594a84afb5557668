//! Which proposals are shown, and in which order.

use super::conditions::Chance;
use super::lever::Lever;
use super::outcome::Outcome;

/// Some levers together, with what they come to.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// In the order in which they are used.
    pub levers: Vec<Lever>,
    pub outcome: Outcome,
    pub chance: Chance,
}

/// So many proposals are enough to choose from.
const MOST: usize = 12;

/// The best first: what can still be done, then the least cost to the employer, then the most that the highly
/// compensated keep, then the fewest levers. What asks for more than another and gives no more is left out.
pub fn ranked(mut all: Vec<Candidate>) -> Vec<Candidate> {
    all.sort_by_key(|one| {
        (hope(one.chance), one.outcome.cost, -one.outcome.kept, one.levers.len(), one.levers.clone())
    });
    // One that asks for as little, costs as little and gives as much as another comes after it.
    let is_idle = |index: usize| {
        let one = &all[index];
        all.iter().enumerate().any(|(place, other)| {
            is_no_better(one, other) && (place < index || one.levers.len() > other.levers.len())
        })
    };
    let best: Vec<usize> = (0..all.len()).filter(|index| !is_idle(*index)).take(MOST).collect();
    best.into_iter().map(|index| all[index].clone()).collect()
}

fn is_no_better(one: &Candidate, other: &Candidate) -> bool {
    one.levers.len() >= other.levers.len()
        && hope(one.chance) >= hope(other.chance)
        && one.outcome.cost >= other.outcome.cost
        && one.outcome.kept <= other.outcome.kept
}

/// Whether it can be done at all, without regard to the day.
fn hope(chance: Chance) -> u8 {
    match chance {
        Chance::Open { .. } => 0,
        Chance::Asks { .. } => 1,
        Chance::Over { .. } => 2,
    }
}
