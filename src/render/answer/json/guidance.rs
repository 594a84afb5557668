//! Steps, pitfalls, events and other ways in JSON, each with the law that it follows.

use serde::Serialize;

use crate::render::answer::Answered;
use crate::render::language::guidance as wording;
use crate::render::language::text;

#[derive(Serialize)]
pub struct Guidance {
    steps: Vec<Told>,
    pitfalls: Vec<Told>,
    life_events: Vec<Told>,
    other_ways: Vec<Told>,
    usual_order: Vec<String>,
}

#[derive(Serialize)]
struct Told {
    message: String,
    citations: &'static [&'static str],
}

impl Guidance {
    /// The steps as the contract has them.
    pub fn step_texts(&self) -> Vec<String> {
        self.steps.iter().map(|step| step.message.clone()).collect()
    }
}

pub fn guidance(answered: &Answered<'_>) -> Guidance {
    let Answered { guidance, language, .. } = *answered;
    let told = |message, citations| Told { message, citations };
    let events = guidance.life_events.iter().copied();
    let ways = guidance.other_ways.iter().copied();
    let order = guidance.usual_order.iter().copied();
    Guidance {
        steps: guidance
            .steps
            .iter()
            .map(|step| told(text(language, &wording::step(step)), step.citations()))
            .collect(),
        pitfalls: guidance
            .pitfalls
            .iter()
            .map(|pitfall| told(text(language, &wording::pitfall(pitfall)), pitfall.citations()))
            .collect(),
        life_events: events
            .map(|event| told(text(language, &wording::life_event(event)), event.citations()))
            .collect(),
        other_ways: ways.map(|way| told(text(language, &wording::other_way(way)), way.citations())).collect(),
        usual_order: order.map(|step| text(language, &wording::saving_step(step))).collect(),
    }
}
