//! What proposals are called and say in formats for people.

use crate::money::Percent;
use crate::money::exact::Hundredths;
use crate::proposals::conditions::Chance;
use crate::proposals::lever::Lever;
use crate::proposals::outcome::{Outcome, Tested};
use crate::proposals::state::Obstacle;
use crate::proposals::{Proposal, Unjudged};
use crate::render::testing::page::{points, ratio};
use crate::testing::results::Status;

/// Its levers as one imperative, with a capital and without a full stop.
pub fn title(proposal: &Proposal) -> String {
    let parts: Vec<String> = proposal.levers.iter().map(|lever| lever.words()).collect();
    capital(&list(&parts))
}

/// `a`, `a, and b`, `a; b; and c`: levers have commas of their own.
fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one}, and {other}"),
        [first @ .., last] => format!("{}; and {last}", first.join("; ")),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Its levers for a table.
pub fn short(proposal: &Proposal) -> String {
    proposal.levers.iter().map(|lever| lever.short()).collect::<Vec<_>>().join(" + ")
}

/// Whether it can still be done, for a table.
pub fn chance_in_short(chance: Chance) -> String {
    match chance {
        Chance::Open { until } => format!("by {until}"),
        Chance::Asks { .. } => "it depends".to_owned(),
        Chance::Over { .. } => "too late".to_owned(),
    }
}

/// What a cap comes to if everybody goes up to it; `None` where nothing is to be said.
pub fn beyond(proposal: &Proposal) -> Option<String> {
    let cap = proposal.levers.iter().find_map(|lever| match lever {
        Lever::HceCap(share) => Some(*share),
        Lever::Match(_)
        | Lever::Excludable(_)
        | Lever::TopPaidGroup
        | Lever::Method(_)
        | Lever::SafeHarbor(_, _)
        | Lever::AutoEnrollment(_)
        | Lever::NhceAfterTax { .. }
        | Lever::Shift
        | Lever::Qnec(_) => None,
    })?;
    let room = proposal.room.filter(|room| *room < cap)?;
    Some(format!(
        "This rests on what each contributes now: if all who are highly compensated contributed {} of pay, the test would \
         fail. It passes with {} for all of them.",
        Percent::from(cap),
        Percent::from(room)
    ))
}

/// Whether it can still be done.
pub fn chance(chance: Chance) -> String {
    match chance {
        Chance::Open { until } => format!("until {until}"),
        Chance::Asks { .. } => "it depends".to_owned(),
        Chance::Over { since } => format!("too late since {since}"),
    }
}

/// The average of the highly compensated against the limit.
pub fn tested(test: &Tested) -> String {
    match (test.status, &test.comparison) {
        (Status::NotRequired, _) => "not required".to_owned(),
        (Status::Unknown, _) => "unknown".to_owned(),
        (Status::Pass, None) => "passes".to_owned(),
        (Status::Fail, None) => "fails".to_owned(),
        (Status::Pass | Status::Fail, Some(found)) => {
            format!("{} of {}", ratio(found.hce), points(found.limit.exact))
        }
    }
}

/// How both tests come out, in a sentence.
pub fn outcome(outcome: &Outcome) -> String {
    let word = |test: &Tested| match test.status {
        Status::Pass => "passes",
        Status::Fail => "fails",
        Status::NotRequired => "is not required",
        Status::Unknown => "is unknown",
    };
    let against = |test: &Tested| match &test.comparison {
        Some(found) => format!(" ({} against a limit of {})", ratio(found.hce), points(found.limit.exact)),
        None => String::new(),
    };
    let shifted = match outcome.shift {
        Some(points) => format!(
            ", and passes once deferrals of {} points are counted in it",
            Percent::from(points).to_plain_string()
        ),
        None => String::new(),
    };
    format!(
        "The ADP test {}{}. The ACP test {}{}{shifted}.",
        word(&outcome.adp),
        against(&outcome.adp),
        word(&outcome.acp),
        against(&outcome.acp)
    )
}

/// The highest uniform rate.
pub fn room(room: Option<Hundredths>) -> String {
    room.map_or_else(|| "–".to_owned(), |rate| Percent::from(rate).to_string())
}

/// Why a lever was not judged.
pub fn unjudged(one: &Unjudged) -> String {
    let what = capital(&one.lever.words());
    match &one.why {
        Obstacle::Refused(refusal) => format!("{what}: {refusal}."),
        Obstacle::NoEffect => format!("{what}: it changes nothing."),
        Obstacle::Unanswered(missing) => {
            let questions = missing.questions();
            let asked = if questions.is_empty() { format!("{missing}.") } else { questions.join(" ") };
            format!("{what}: {asked}")
        }
    }
}
