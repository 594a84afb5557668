//! The room for after-tax contributions as blocks.

use std::collections::BTreeMap;

use crate::estimate::Estimate;
use crate::estimate::headroom::{Bound, Carriers, Curve, Headroom, Others, Room};
use crate::estimate::lever::short as percent;
use crate::estimate::scene::room::Stop;
use crate::money::exact::{Cents, Hundredths};
use crate::render::testing::page::{Block, Table};

/// So many people are listed; the table is about amounts, and a long one is read by no one.
const LISTED: usize = 12;

/// The others' contributions of this year are in no test of it.
const FIXED: &str = "The average of the others is that of the year before, or the one that the law sets for a first year: nothing that they contribute this year makes more room in it.";

/// The room, who has it, and who would carry more.
pub fn room(blocks: &mut Vec<Block>, estimate: &Estimate) {
    blocks.push(Block::Heading("Room for after-tax contributions".to_owned()));
    let found = match &estimate.headroom {
        Ok(found) => found,
        Err(missing) => return blocks.push(Block::Text(format!("Not reckoned: {missing}."))),
    };
    blocks.push(Block::Text(sentence(found)));
    if found.rate.is_none() {
        return;
    }
    blocks.extend(held_back(found).map(Block::Text));
    blocks.push(Block::Table(people(&found.people)));
    let rows = alike(&found.people).len();
    if rows > LISTED {
        blocks
            .push(Block::Text(format!("Rows that are left out: {}. The JSON has everyone.", rows - LISTED)));
    }
    match found.others {
        Others::Count => {}
        Others::Fixed => return blocks.push(Block::Text(FIXED.to_owned())),
        Others::Nobody => return,
    }
    if found.carriers.iter().any(|carriers| carriers.needed != Some(0)) {
        blocks.push(Block::Text(
            "How many of the others would have to save after tax for all of the highly compensated to put in a given rate:".to_owned(),
        ));
        blocks.push(Block::Table(carriers(&found.carriers)));
    }
    blocks.push(Block::Text(
        "The highest rate of the highly compensated, by how many of the others save after tax and how much:"
            .to_owned(),
    ));
    blocks.push(Block::Table(curves(&found.curves)));
}

/// The room in a sentence.
pub fn sentence(found: &Headroom) -> String {
    let people = found.people.len();
    match (found.rate, found.bound) {
        (None, Bound::Nobody) => "Nobody who is highly compensated may contribute after tax.".to_owned(),
        (None, Bound::Test | Bound::Limits) => {
            "The ACP test fails without any after-tax contribution of the highly compensated.".to_owned()
        }
        (Some(Hundredths::ZERO), Bound::Test) => format!(
            "None: if all {people} highly compensated put in as little as 0.01% of pay, the ACP test fails."
        ),
        (Some(rate), Bound::Limits) => format!(
            "No rate fails the ACP test: at {} of pay every one of the {people} highly compensated has come to the limits on a person, {} in all.",
            percent(rate),
            found.total
        ),
        (Some(rate), Bound::Test | Bound::Nobody) => format!(
            "If all {people} highly compensated contribute the same share of pay, the ACP test passes up to {}: {} in all. At {} it fails.",
            percent(rate),
            found.total,
            percent(Hundredths(rate.0 + 1))
        ),
    }
}

/// Whom a limit stops below the rate, by limit.
fn held_back(found: &Headroom) -> Option<String> {
    let rate = found.rate?;
    let is_below = |one: &&Room| one.at_rate < Cents(one.pay.times(rate).rounded_half_up());
    let of = |stop: Stop| {
        let count = found.people.iter().filter(is_below).filter(|one| one.stop == stop).count();
        (count > 0).then(|| format!("{count} by {}", stop.words()))
    };
    let all: Vec<String> = Stop::ALL.into_iter().filter_map(of).collect();
    (!all.is_empty()).then(|| format!("Stopped below this rate: {}.", all.join(", ")))
}

/// People by their figures.
fn alike(all: &[Room]) -> BTreeMap<(Cents, Cents, Cents), Vec<&str>> {
    let mut alike: BTreeMap<(Cents, Cents, Cents), Vec<&str>> = BTreeMap::new();
    for one in all {
        alike.entry((one.pay, one.most, one.at_rate)).or_default().push(&one.employee);
    }
    alike
}

/// People with the same figures share a row.
fn people(all: &[Room]) -> Table {
    let row = |((pay, most, at_rate), names): (&(Cents, Cents, Cents), &Vec<&str>)| {
        let who = match names.as_slice() {
            [one] => (*one).to_owned(),
            [first, ..] => format!("{first} and {} more", names.len() - 1),
            [] => String::new(),
        };
        vec![who, pay.to_string(), most.to_string(), at_rate.to_string()]
    };
    Table {
        headings: vec!["highly compensated", "pay that counts", "room by the limits", "at this rate"],
        rows: alike(all).iter().rev().take(LISTED).map(row).collect(),
        total: None,
    }
}

fn carriers(all: &[Carriers]) -> Table {
    let row = |one: &Carriers| {
        let needed =
            one.needed.map_or_else(|| "not even all".to_owned(), |needed| format!("{needed} of {}", one.of));
        vec![percent(one.hce_rate), percent(one.nhce_rate), needed]
    };
    Table {
        headings: vec!["highly compensated at", "others at", "of them"],
        rows: all.iter().map(row).collect(),
        total: None,
    }
}

fn curves(all: &[Curve]) -> Table {
    let shares = all.first().map(|curve| curve.points.len()).unwrap_or_default();
    let row = |index: usize| {
        let share = all.iter().find_map(|curve| curve.points.get(index)).map(|(share, _)| percent(*share));
        let rates = all.iter().map(|curve| {
            curve.points.get(index).and_then(|(_, rate)| *rate).map_or_else(|| "fails".to_owned(), percent)
        });
        share.into_iter().chain(rates).collect()
    };
    Table {
        headings: vec!["of the others", "at 2%", "at 4%", "at 6%"],
        rows: (0..shares).step_by(2).map(row).collect(),
        total: None,
    }
}
