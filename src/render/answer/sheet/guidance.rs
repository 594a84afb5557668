//! Steps, pitfalls, events, other ways and the usual order, as lists.

use super::{Block, Item, Section};
use crate::answer::guidance::step::Step;
use crate::render::answer::Answered;
use crate::render::language::guidance as wording;
use crate::render::language::page::Page;
use crate::render::language::text;

/// What to do now, the other way to Roth if there are two, and what comes at the end of the year.
pub fn steps(answered: &Answered<'_>) -> [Section; 3] {
    let Answered { guidance, language, .. } = *answered;
    let steps = &guidance.steps[..];
    let place = |wanted: &Step| steps.iter().position(|step| step == wanted);
    let end = place(&Step::KeepRecords).unwrap_or(steps.len());
    let (now, other_way) = match place(&Step::OrWithdraw) {
        Some(or) => (&steps[..or], &steps[or + 1..end]),
        None => (&steps[..end], &[][..]),
    };
    let section = |id, heading: &Page, steps: &[Step]| {
        let item = |step: &Step| Item::cited(text(language, &wording::step(step)), step.citations());
        let items: Vec<Item> = steps.iter().map(item).collect();
        let blocks = if items.is_empty() { Vec::new() } else { vec![Block::Numbered(items)] };
        Section::new(language, id, heading, blocks)
    };
    [
        section("steps", &Page::Steps, now),
        section("other-way", &Page::OtherWay, other_way),
        section("afterwards", &Page::Afterwards, &steps[end..]),
    ]
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
