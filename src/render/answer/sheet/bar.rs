//! How the limit on annual additions is filled, as parts of a bar. Each part has a pattern and a label: no colour alone tells.

use crate::answer::room::PersonalRoom;
use crate::money::Usd;
use crate::render::language::page::Page;
use crate::render::language::{Language, amounts, text};

/// The bar, a thousand units wide.
#[derive(Debug)]
pub(in crate::render) struct Bar {
    pub title: String,
    /// The same in a sentence.
    pub told: String,
    pub parts: Vec<Part>,
}

#[derive(Debug)]
pub(in crate::render) struct Part {
    pub pattern: Pattern,
    pub label: String,
    pub amount: String,
    /// Where it begins and how wide it is, in units.
    pub from: u32,
    pub width: u32,
}

/// How a part looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Pattern {
    Deferrals,
    Match,
    Nonelective,
    Related,
    AfterTax,
    Room,
    Unused,
}

impl Pattern {
    /// A class in the style sheet, and the end of the pattern's name.
    pub fn class(self) -> &'static str {
        match self {
            Pattern::Deferrals => "deferrals",
            Pattern::Match => "match",
            Pattern::Nonelective => "nonelective",
            Pattern::Related => "related",
            Pattern::AfterTax => "after-tax",
            Pattern::Room => "room",
            Pattern::Unused => "unused",
        }
    }
}

/// The bar of a room.
pub(super) fn bar(language: Language, room: &PersonalRoom) -> Bar {
    let filled = [
        (Pattern::Deferrals, Page::BarDeferrals, room.elective_deferrals),
        (Pattern::Match, Page::BarMatch, room.employer.matching),
        (Pattern::Nonelective, Page::BarNonelective, room.employer.nonelective),
        (Pattern::Related, Page::BarRelated, room.related_additions),
        (Pattern::AfterTax, Page::BarAfterTax, room.after_tax_so_far),
        (Pattern::Room, Page::BarRoom, room.remaining),
    ];
    let used: Usd = filled.iter().map(|(_, _, amount)| *amount).sum();
    let rest = (Pattern::Unused, Page::BarUnused, room.limit.less(used));
    let whole = room.limit.max(used);
    let mut before = Usd::ZERO;
    let mut parts = Vec::new();
    for (pattern, label, amount) in filled.into_iter().chain([rest]) {
        let from = units(before, whole);
        before = before + amount;
        if amount.is_zero() {
            continue;
        }
        parts.push(Part {
            pattern,
            label: text(language, &label),
            amount: amounts::money(language, amount),
            from,
            width: units(before, whole).saturating_sub(from).max(1),
        });
    }
    Bar {
        title: text(language, &Page::Bar),
        told: text(language, &Page::BarText { limit: room.limit, remaining: room.remaining }),
        parts,
    }
}

/// An amount in thousandths of the whole, rounded to the nearest.
fn units(amount: Usd, whole: Usd) -> u32 {
    let (Some(amount), Some(whole)) = (amount.to_cents(), whole.to_cents().filter(|whole| *whole > 0)) else {
        return 0;
    };
    let units = (i128::from(amount) * 2000 + i128::from(whole)) / (i128::from(whole) * 2);
    u32::try_from(units).unwrap_or(0)
}
