//! A line for each proposal.

use super::{Found, words};
use crate::money::Usd;
use crate::money::exact::Cents;
use crate::proposals::{Proposal, Proposals};
use crate::render::spreadsheet;

/// A table with a head.
pub fn csv(found: &[Found]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = [
        "plan",
        "year",
        "rank",
        "proposal",
        "words",
        "passes",
        "adp",
        "acp",
        "cost",
        "hces_keep",
        "refunds",
        "can_be_done",
        "amendment",
    ];
    let mut write = |row: &[String]| {
        writer.write_record(row).expect("internal error: memory takes every row");
    };
    write(&head.map(str::to_owned));
    for one in found.iter().flatten() {
        for (rank, proposal) in (1..).zip(&one.passing) {
            write(&row(one, &rank.to_string(), proposal));
        }
        for proposal in &one.short {
            write(&row(one, "", proposal));
        }
    }
    let bytes = writer.into_inner().expect("internal error: memory takes every row");
    String::from_utf8(bytes).expect("internal error: texts are UTF-8")
}

fn row(found: &Proposals, rank: &str, one: &Proposal) -> Vec<String> {
    let changes = one.state.changes.iter().map(|change| format!("{}: {}", change.path, change.phrase));
    let outcome = &one.outcome;
    // Of figures none is a formula, also where it is below zero.
    let plain = |amount: Cents| Usd::from(amount).to_plain_string();
    let cell = |text: String| spreadsheet::cell(&text);
    vec![
        cell(found.plan.clone()),
        found.year.to_string(),
        rank.to_owned(),
        one.levers.iter().map(|lever| lever.name()).collect::<Vec<_>>().join(" + "),
        words::title(one),
        if outcome.passes(&found.now) { "yes" } else { "no" }.to_owned(),
        words::tested(&outcome.adp),
        words::tested(&outcome.acp),
        plain(outcome.cost),
        plain(outcome.kept),
        plain(outcome.excess),
        words::chance(one.chance),
        cell(changes.collect::<Vec<_>>().join("; ")),
    ]
}
