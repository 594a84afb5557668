//! What a page of proposals says, in order: where the plan stands, a table to choose from, then each proposal with what
//! it asks for and the amendment.

use super::Found;
use super::words;
use crate::proposals::conditions::Chance;
use crate::proposals::{Nothing, Proposal, Proposals};
use crate::render::testing::page::{Block, Table};
use crate::render::words::count;

/// The page of one plan.
pub fn page(found: &Found) -> Vec<Block> {
    match found {
        Ok(found) => proposals(found),
        Err(nothing) => without(nothing),
    }
}

fn without(nothing: &Nothing) -> Vec<Block> {
    let title = Block::Title("What would fix it".to_owned());
    match nothing {
        Nothing::Obstacle(_) => vec![title, Block::Text("The plan spec cannot be read whole.".to_owned())],
        Nothing::Unknown(missing) => {
            let mut blocks = vec![
                title,
                Block::Text(format!(
                    "What the tests say is unknown, and so is what would fix them: {missing}."
                )),
            ];
            let mut questions = missing.questions();
            questions.dedup();
            if !questions.is_empty() {
                blocks.push(Block::Heading("What to ask".to_owned()));
                blocks.push(Block::List(questions.into_iter().map(str::to_owned).collect()));
            }
            blocks
        }
    }
}

fn proposals(found: &Proposals) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title(format!("What would fix it · {} · {} · as of {}", found.plan, found.year, found.as_of)),
        Block::Text(format!("As it is: {}", words::outcome(&found.now))),
        Block::Text(format!(
            "{} goes back; of their after-tax contributions the highly compensated keep {}.",
            found.now.excess, found.now.kept
        )),
    ];
    if found.now.passes(&found.now) {
        blocks.push(Block::Text("There is nothing to fix.".to_owned()));
        return blocks;
    }
    table(&mut blocks, found);
    for (number, proposal) in (1..).zip(&found.passing) {
        one(&mut blocks, number, proposal);
    }
    short(&mut blocks, found);
    assumed(&mut blocks, found);
    blocks
}

fn table(blocks: &mut Vec<Block>, found: &Proposals) {
    if found.passing.is_empty() {
        blocks.push(Block::Text("Nothing that was tried makes the tests pass.".to_owned()));
        return;
    }
    let row = |(number, one): (usize, &Proposal)| {
        vec![
            format!("{number}. {}", words::short(one)),
            one.outcome.cost.to_string(),
            one.outcome.kept.to_string(),
            words::room(one.room),
            words::chance_in_short(one.chance),
        ]
    };
    let now = vec![
        "as it is".to_owned(),
        found.now.cost.to_string(),
        found.now.kept.to_string(),
        words::room(found.room),
        String::new(),
    ];
    blocks.push(Block::Table(Table {
        headings: vec!["what", "costs", "HCEs keep", "room", "can be done"],
        rows: std::iter::once(now).chain((1..).zip(&found.passing).map(row)).collect(),
        total: None,
    }));
    blocks.push(Block::Text(
        "Costs are employer money for the year beyond what there is now. HCEs keep: after-tax contributions of those \
         who are highly compensated now, once tests are corrected. Room: the share of pay that all of them could \
         contribute alike."
            .to_owned(),
    ));
}

fn one(blocks: &mut Vec<Block>, number: usize, proposal: &Proposal) {
    blocks.push(Block::Heading(format!("{number}. {}", words::title(proposal))));
    blocks.push(Block::Text(words::outcome(&proposal.outcome)));
    blocks.extend(words::beyond(proposal).map(Block::Text));
    match proposal.chance {
        Chance::Open { .. } => {
            blocks.push(Block::Text(format!("Can be done: {}.", words::chance(proposal.chance))));
        }
        Chance::Asks { .. } => {}
        Chance::Over { since } => {
            blocks.push(Block::Text(format!("It is too late for this plan year, since {since}.")))
        }
    }
    for question in &proposal.questions {
        blocks.push(Block::Text(format!("It depends: {question}")));
    }
    blocks.push(Block::List(proposal.conditions.iter().map(|one| one.what.to_owned()).collect()));
    let mut citations: Vec<String> = Vec::new();
    for citation in proposal.conditions.iter().flat_map(|one| one.citation.split("; ")) {
        if !citations.iter().any(|known| known == citation) {
            citations.push(citation.to_owned());
        }
    }
    blocks.push(Block::Law(citations));
    if proposal.diff.is_empty() {
        blocks.push(Block::Text("The plan spec stays as it is.".to_owned()));
    } else {
        blocks.push(Block::Diff(proposal.diff.clone()));
    }
}

fn short(blocks: &mut Vec<Block>, found: &Proposals) {
    if !found.short.is_empty() {
        blocks.push(Block::Heading("Not enough by itself".to_owned()));
        let row = |one: &Proposal| {
            vec![
                words::short(one),
                words::tested(&one.outcome.adp),
                words::tested(&one.outcome.acp),
                one.outcome.cost.to_string(),
                one.outcome.excess.to_string(),
                words::chance_in_short(one.chance),
            ]
        };
        blocks.push(Block::Table(Table {
            headings: vec!["what", "ADP", "ACP", "costs", "goes back", "can be done"],
            rows: found.short.iter().map(row).collect(),
            total: None,
        }));
    }
    if !found.unjudged.is_empty() {
        blocks
            .push(Block::Heading(format!("Not judged: {}", count(found.unjudged.len(), "lever", "levers"))));
        blocks.push(Block::List(found.unjudged.iter().map(words::unjudged).collect()));
    }
}

fn assumed(blocks: &mut Vec<Block>, found: &Proposals) {
    blocks.push(Block::Heading("What is assumed".to_owned()));
    let mut items: Vec<String> = found.assumptions.iter().map(ToString::to_string).collect();
    items.push(
        "Each proposal was tested on the amended spec and on these people: nobody contributes otherwise than now but \
         where the proposal says so, and nothing is applied by itself."
            .to_owned(),
    );
    items.push("Whether a right would be taken away, `planlint diff` says of the amended spec.".to_owned());
    blocks.push(Block::List(items));
}
