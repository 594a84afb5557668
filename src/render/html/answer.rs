//! An answer as a page of its own and as a part of another page. No script, no inline style, nothing from elsewhere.

use askama::Template;

use crate::answer::verdict::Verdict;
use crate::render::answer::{Block, Place, Section, Sheet, Sum, SumKind};
use crate::render::language::page;
use crate::render::language::text;
use crate::render::law_link;

/// The style sheet of a page with an answer.
pub const STYLE: &str = concat!(include_str!("style.css"), include_str!("answer.css"));

/// A page to print or to send.
pub fn page(sheet: &Sheet) -> String {
    let mut page = Page { sheet, fragment: fragment(sheet) }
        .render()
        .expect("internal error: an answer does not fit its page");
    page.push('\n');
    page
}

/// The answer without the page around it.
pub fn fragment(sheet: &Sheet) -> String {
    Fragment { sheet }.render().expect("internal error: an answer does not fit its part of a page")
}

#[derive(Template)]
#[template(path = "answer-page.html")]
struct Page<'a> {
    sheet: &'a Sheet,
    fragment: String,
}

impl Page<'_> {
    fn skip(&self) -> String {
        text(self.sheet.language, &page::Page::Skip)
    }
}

#[derive(Template)]
#[template(path = "answer.html")]
struct Fragment<'a> {
    sheet: &'a Sheet,
}

impl Fragment<'_> {
    /// A class of the style sheet that the reports have too.
    fn class(&self) -> &'static str {
        match self.sheet.verdict {
            Verdict::Yes => "available",
            Verdict::No => "blocked",
            Verdict::Unknown => "unknown",
        }
    }

    /// A sign beside the word, so that colour does not tell alone.
    fn sign(&self) -> &'static str {
        match self.sheet.verdict {
            Verdict::Yes => "✓",
            Verdict::No => "✕",
            Verdict::Unknown => "?",
        }
    }

    fn line(&self) -> String {
        text(self.sheet.language, &page::Page::Line)
    }

    fn amount(&self) -> String {
        text(self.sheet.language, &page::Page::Amount)
    }

    /// Sections that few need at once are folded; a printer unfolds them.
    fn is_folded(&self, section: &Section) -> bool {
        section.place == Place::Further
    }

    fn kind(&self, sum: &Sum) -> &'static str {
        match sum.kind {
            SumKind::Amount => "amount",
            SumKind::Less => "less",
            SumKind::Aside => "aside",
            SumKind::Subtotal => "subtotal",
            SumKind::Total => "total",
        }
    }

    fn signed(&self, sum: &Sum) -> String {
        match sum.kind {
            SumKind::Less => format!("−\u{a0}{}", sum.amount),
            SumKind::Aside => format!("({})", sum.amount),
            SumKind::Amount | SumKind::Subtotal | SumKind::Total => sum.amount.clone(),
        }
    }
}
