//! An answer in Markdown. What comes from a plan is escaped; so are our own words, which hold brackets and signs too.

use super::{Block, Item, Sheet, Sum, SumKind};
use crate::render::markdown::escape::{law, text};

/// The answer.
pub(super) fn markdown(sheet: &Sheet) -> String {
    let mut out = format!("# {}\n\n{}\n\n", text(&sheet.plan), text(&sheet.facts));
    let verdict = format!("**{}** {}", text(&sheet.headline), text(&sheet.number));
    out.push_str(&format!("{}\n", verdict.trim_end()));
    for section in &sheet.sections {
        out.push_str(&format!("\n## {}\n", text(&section.heading)));
        for block in &section.blocks {
            write(&mut out, block);
        }
    }
    out.push_str(&format!("\n---\n\n{} {}\n", text(&sheet.disclaimer), text(&sheet.made_by)));
    out
}

fn write(out: &mut String, block: &Block) {
    match block {
        Block::Text(words) => out.push_str(&format!("\n{}\n", text(words))),
        Block::List(items) => {
            out.push('\n');
            items.iter().for_each(|entry| out.push_str(&format!("- {}\n", item(entry))));
        }
        Block::Numbered(items) => {
            out.push('\n');
            let numbered = (1..).zip(items);
            numbered.for_each(|(number, entry)| out.push_str(&format!("{number}. {}\n", item(entry))));
        }
        Block::Sums(sums) => {
            out.push_str("\n| | |\n|---|---:|\n");
            sums.iter().for_each(|sum| out.push_str(&row(sum)));
        }
        // The sum above says the same.
        Block::Bar(_) => {}
        Block::Law(citations) => {
            let citations: Vec<&str> = citations.iter().map(String::as_str).collect();
            out.push_str(&format!("\n{}\n", law(&citations)));
        }
    }
}

fn item(item: &Item) -> String {
    let mut words = text(&item.text);
    for ground in &item.grounds {
        words.push_str(&format!(" \\[{}\\]", text(ground)));
    }
    if !item.citations.is_empty() {
        words.push_str(&format!(" ({})", law(&item.citations)));
    }
    words
}

fn row(sum: &Sum) -> String {
    let mut what = text(&sum.what);
    if let Some(ground) = &sum.ground {
        what.push_str(&format!(" \\[{}\\]", text(ground)));
    }
    let amount = text(&sum.amount);
    match sum.kind {
        SumKind::Less => format!("| {what} | − {amount} |\n"),
        SumKind::Aside => format!("| {what} | ({amount}) |\n"),
        SumKind::Amount => format!("| {what} | {amount} |\n"),
        SumKind::Subtotal | SumKind::Total => format!("| **{what}** | **{amount}** |\n"),
    }
}
