//! Steps, pitfalls, events, other ways and the usual order, as lists.

use super::{Block, Item, Section};
use crate::answer::guidance::step::Step;
use crate::answer::verdict::Verdict;
use crate::render::answer::Answered;
use crate::render::language::guidance as wording;
use crate::render::language::page::Page;
use crate::render::language::text;

/// The steps, by when and whether they are taken.
pub struct Steps {
    pub now: Section,
    /// Those that hang on the administrator's answers.
    pub if_so: Section,
    /// Out of the plan, where there is a way within it.
    pub other_way: Section,
    /// At the end of the year.
    pub afterwards: Section,
}

pub fn steps(answered: &Answered<'_>) -> Steps {
    let Answered { answer, guidance, language } = *answered;
    let (before, afterwards) = parted(&guidance.steps, &Step::KeepRecords);
    let (before, other_way) = parted(before, &Step::OrWithdraw);
    let asked_first = before.iter().filter(|step| **step == Step::AskFirst).count();
    let (now, if_so) = match answer.verdict {
        Verdict::Unknown => before.split_at(asked_first),
        Verdict::Yes | Verdict::No => (before, &[][..]),
    };
    let section = |id, heading: &Page, steps: &[Step]| {
        let item = |step: &Step| Item::cited(text(language, &wording::step(step)), step.citations());
        let items: Vec<Item> = steps.iter().map(item).collect();
        let blocks = if items.is_empty() { Vec::new() } else { vec![Block::Numbered(items)] };
        Section::new(language, id, heading, blocks)
    };
    Steps {
        now: section("steps", &Page::Steps, now),
        if_so: section("if-so", &Page::IfSo, if_so),
        // Its heading says what its first step does.
        other_way: section("other-way", &Page::OtherWay, other_way.get(1..).unwrap_or_default()),
        afterwards: section("afterwards", &Page::Afterwards, afterwards),
    }
}

/// The steps before one, and those from it on.
fn parted<'s>(steps: &'s [Step], from: &Step) -> (&'s [Step], &'s [Step]) {
    steps.split_at(steps.iter().position(|step| step == from).unwrap_or(steps.len()))
}

pub fn pitfalls(answered: &Answered<'_>) -> Section {
    let Answered { guidance, language, .. } = *answered;
    let item = |pitfall| Item::cited(text(language, &wording::pitfall(pitfall)), pitfall.citations());
    Section::list(language, "pitfalls", &Page::Pitfalls, guidance.pitfalls.iter().map(item).collect())
}

pub fn life_events(answered: &Answered<'_>) -> Section {
    let Answered { guidance, language, .. } = *answered;
    let events = guidance.life_events.iter().copied();
    let items =
        events.map(|event| Item::cited(text(language, &wording::life_event(event)), event.citations()));
    Section::list(language, "events", &Page::Events, items.collect())
}

pub fn other_ways(answered: &Answered<'_>) -> Section {
    let Answered { guidance, language, .. } = *answered;
    let ways = guidance.other_ways.iter().copied();
    let items = ways.map(|way| Item::cited(text(language, &wording::other_way(way)), way.citations()));
    Section::list(language, "ways", &Page::Ways, items.collect())
}

pub fn usual_order(answered: &Answered<'_>) -> Section {
    let Answered { guidance, language, .. } = *answered;
    let steps = guidance.usual_order.iter().copied();
    let items = steps.map(|step| Item::plain(text(language, &wording::saving_step(step)))).collect();
    let note = Block::Text(text(language, &Page::OrderNote));
    Section::new(language, "order", &Page::Order, vec![Block::Numbered(items), note])
}
