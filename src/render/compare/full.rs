//! Plans side by side for people at a terminal.

use super::page::{Block, Shape, page};
use super::{Request, cells};
use crate::render::paint::{Ink, paint};
use crate::render::table::comparison::{grid, narrowest_column};
use crate::render::workbook::Sheet;
use crate::render::{Style, safe, wrap};

/// From so many columns on headings are whole words.
const WIDE: usize = 140;

/// The page in the width of the terminal.
pub fn full(request: &Request<'_>, style: &Style) -> String {
    let blocks = page(request, Shape::Columns(plans_that_fit(style)));
    let mut out = String::new();
    for block in &blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&drawn(block, style));
    }
    if style.width < WIDE && !request.comparison.plans.is_empty() {
        lines(&mut out, "E errors, W warnings, A advice, Q questions", Some(Ink::Faint), style);
    }
    if request.choice.is_summary() && !request.comparison.plans.is_empty() {
        let hint = "For provisions: `--columns after-tax,match.formula`, `--differing` or `--all`.";
        out.push('\n');
        lines(&mut out, hint, Some(Ink::Faint), style);
    }
    out
}

/// The headings of counts are letters and signs where there is little room.
fn shortened(sheet: &Sheet) -> Sheet {
    let short = |heading: &String| match heading.as_str() {
        "errors" => "E".to_owned(),
        "warnings" => "W".to_owned(),
        "advice" => "A".to_owned(),
        "questions" => "Q".to_owned(),
        "differs in" => cells::DIFFERS.to_owned(),
        "not known in" => cells::NOT_KNOWN.to_owned(),
        heading => heading.to_owned(),
    };
    Sheet { headings: sheet.headings.iter().map(short).collect(), ..sheet.clone() }
}

/// How many plans can stand side by side.
fn plans_that_fit(style: &Style) -> usize {
    let (first, other) = narrowest_column();
    style.width.saturating_sub(first) / other
}

fn drawn(block: &Block, style: &Style) -> String {
    let mut out = String::new();
    match block {
        Block::Title(title) => lines(&mut out, title, Some(Ink::Strong), style),
        Block::Text(text) => lines(&mut out, text, None, style),
        Block::List(heading, items) => {
            lines(&mut out, &format!("{heading} ({})", items.len()), Some(Ink::Strong), style);
            for item in items {
                for line in wrap::hanging("  ", &safe::line(item), style.width) {
                    out.push_str(&format!("{line}\n"));
                }
            }
        }
        Block::Table(sheet) | Block::Details(sheet) => {
            lines(&mut out, &sheet.name, Some(Ink::Strong), style);
            if style.width < WIDE {
                out.push_str(&grid(&shortened(sheet), style))
            } else {
                out.push_str(&grid(sheet, style))
            }
        }
    }
    out
}

fn lines(out: &mut String, text: &str, ink: Option<Ink>, style: &Style) {
    for line in wrap::wrap(&safe::line(text), style.text_width()) {
        out.push_str(&ink.map_or_else(|| line.clone(), |ink| paint(style, ink, &line)));
        out.push('\n');
    }
}
