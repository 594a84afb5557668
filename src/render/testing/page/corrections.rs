//! What a failed test takes back: the total, a row a person, and what would make the test pass instead.

use super::tests::{Kind, points, ratio, sentence, sum};
use super::{Block, Table};
use crate::money::exact::{Cents, Hundredths};
use crate::render::words;
use crate::testing::results::correction::{Correction, Share};

/// The blocks of a correction.
pub fn correction(blocks: &mut Vec<Block>, found: &Correction, kind: &Kind) {
    let name = if kind.is_acp { "Excess aggregate contributions" } else { "Excess contributions" };
    blocks.push(Block::Heading(name.to_owned()));
    let mut lines = Vec::new();
    if let Some(highest) = found.highest_permitted {
        lines.push(sum("Highest ratio that passes", "by levelling ratios".to_owned(), points(highest)));
    }
    lines.push(sum(
        "Too much in all",
        "apportioned by dollars, the greatest first".to_owned(),
        found.excess_total.to_string(),
    ));
    if found.left_over != Cents::ZERO {
        lines.push(sum(
            "In other plans",
            "cannot go back from this one".to_owned(),
            found.left_over.to_string(),
        ));
    }
    blocks.push(Block::Sums(lines));
    blocks.push(Block::Table(table(&found.shares, kind)));
    if !found.unanswered.is_empty() {
        blocks.push(Block::Text(format!("Divided as if nothing of this applied: {}.", found.unanswered)));
    }
    blocks.extend(converted(&found.shares).map(Block::Text));
    blocks.extend(instead(found).map(Block::List));
    let law: &[&str] = if kind.is_acp {
        &["IRC 401(m)(6)", "26 CFR 1.401(m)-2(b)(2)-(3)"]
    } else {
        &["IRC 401(k)(8)", "26 CFR 1.401(k)-2(b)(2), (4)", "26 CFR 1.414(v)-1(d)(2)(iii)"]
    };
    blocks.push(Block::Law(law.iter().map(|law| (*law).to_owned()).collect()));
}

/// A column that some share has something in.
struct Column {
    heading: &'static str,
    amount: fn(&Share) -> Option<Cents>,
}

const COLUMNS: &[Column] = &[
    Column { heading: "excess", amount: |share| Some(share.excess) },
    Column { heading: "catch-up", amount: |share| Some(share.catch_up) },
    Column { heading: "402(g) excess", amount: |share| Some(share.excess_deferral) },
    Column { heading: "to after-tax", amount: |share| Some(share.recharacterized) },
    Column { heading: "after-tax", amount: |share| Some(share.after_tax) },
    Column { heading: "match paid", amount: |share| Some(share.match_vested) },
    Column { heading: "match forfeited", amount: |share| Some(share.match_forfeited) },
    Column { heading: "refund", amount: |share| Some(share.refund) },
    Column { heading: "of it Roth", amount: |share| share.refund_roth },
    Column { heading: "income", amount: |share| share.income },
    Column { heading: "paid out", amount: Share::payout },
    Column { heading: "its match forfeited", amount: |share| Some(share.related_match) },
];

fn table(shares: &[Share], kind: &Kind) -> Table {
    let total = |column: &Column| shares.iter().filter_map(column.amount).sum::<Cents>();
    let is_shown = |column: &&Column| match column.heading {
        "excess" | "refund" => true,
        _ => shares.iter().filter_map(column.amount).any(|amount| amount != Cents::ZERO),
    };
    let columns: Vec<&Column> = COLUMNS.iter().filter(is_shown).collect();
    let mut headings = vec!["employee", if kind.is_acp { "ACR" } else { "ADR" }, "contributions"];
    headings.extend(columns.iter().map(|column| column.heading));
    let row = |share: &Share| {
        let mut row = vec![share.employee_id.clone(), ratio(share.ratio), exact(share.contributions)];
        row.extend(columns.iter().map(|column| (column.amount)(share).map(exact).unwrap_or_default()));
        row
    };
    let mut sums = vec![
        "together".to_owned(),
        String::new(),
        exact(shares.iter().map(|share| share.contributions).sum()),
    ];
    sums.extend(columns.iter().map(|column| exact(total(column))));
    Table { headings, rows: shares.iter().map(row).collect(), total: (shares.len() > 1).then_some(sums) }
}

/// Dollars and cents, the same number of digits in each row.
fn exact(amount: Cents) -> String {
    crate::money::Usd::from(amount).to_column_string()
}

/// Whose refund has been moved to Roth already, and why that matters.
fn converted(shares: &[Share]) -> Option<String> {
    let who: Vec<&str> = shares
        .iter()
        .filter(|share| {
            share.after_tax != Cents::ZERO && share.converted.is_some_and(|amount| amount > Cents::ZERO)
        })
        .map(|share| share.employee_id.as_str())
        .collect();
    if who.is_empty() {
        return None;
    }
    Some(format!(
        "{} moved after-tax money to Roth in the year: {}. What goes back was never an eligible rollover \
         distribution (26 CFR 1.402(c)-2(c)(3)(iii)): from the Roth account of the plan it is paid out with its income, \
         and in a Roth IRA it is an excess contribution that has to be taken out of it.",
        words::count(who.len(), "of them", "of them"),
        who.join(", ")
    ))
}

/// What would make the test pass instead of refunds.
fn instead(found: &Correction) -> Option<Vec<String>> {
    let mut ways = Vec::new();
    if let Some(qnec) = found.qnec {
        ways.push(format!(
            "Instead of refunds: a QNEC of {} of pay for each of the others, {} in all.",
            ratio(qnec.rate),
            qnec.total
        ));
    }
    if let Some(shift) = found.shift {
        let Hundredths(points) = shift.points;
        ways.push(sentence(&format!(
            "instead of refunds: {} points of elective deferrals of both groups counted in the ACP test, with which the ADP test still passes",
            Hundredths(points)
        )));
    }
    (!ways.is_empty()).then_some(ways)
}
