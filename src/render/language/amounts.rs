//! Money, percentages, dates and joined parts as a language writes them, after patterns in its catalogue.

use jiff::civil::Date;

use super::message::messages;
use super::terms::Term;
use super::{Language, text};
use crate::money::{Percent, Usd};

messages! {
    /// The patterns.
    Pattern {
        Money "amount-money" { digits: String },
        Debit "amount-debit" { digits: String },
        Percent "amount-percent" { digits: String },
        Date "amount-date" { day: String, month: Term, year: String },
        Named "amount-named" { name: String, told: String },
        And "amount-and" { left: String, right: String },
    }
}

/// `$1,234.50`. Cents are left out where there are none.
pub fn money(language: Language, amount: Usd) -> String {
    let shown = amount.to_string();
    let digits = shown.trim_start_matches('-').trim_start_matches('$').to_owned();
    if shown.starts_with('-') {
        text(language, &Pattern::Debit { digits })
    } else {
        text(language, &Pattern::Money { digits })
    }
}

/// `$1,234.00`: with cents, for amounts that stand below each other.
pub fn column(language: Language, amount: Usd) -> String {
    let shown = amount.to_column_string();
    match shown.strip_prefix('-') {
        Some(digits) => text(language, &Pattern::Debit { digits: digits.to_owned() }),
        None => text(language, &Pattern::Money { digits: shown }),
    }
}

/// `8.33%`.
pub fn percent(language: Language, percent: Percent) -> String {
    let digits = percent.to_string().trim_end_matches('%').to_owned();
    text(language, &Pattern::Percent { digits })
}

/// `March 5, 2026`.
pub fn date(language: Language, date: Date) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    text(language, &Pattern::Date { day, month: month(date.month()), year })
}

/// A name and what is told of it: `Taxes: none`. Behind a question there is no colon.
pub fn named(language: Language, name: &str, told: &str) -> String {
    if name.ends_with(['?', '？']) {
        return format!("{name} {told}");
    }
    text(language, &Pattern::Named { name: name.to_owned(), told: told.to_owned() })
}

/// Parts of a sentence, one after the other.
pub fn joined(language: Language, parts: Vec<String>) -> String {
    let join = |left, right| text(language, &Pattern::And { left, right });
    parts.into_iter().reduce(join).unwrap_or_default()
}

fn month(number: i8) -> Term {
    match number {
        1 => Term::January,
        2 => Term::February,
        3 => Term::March,
        4 => Term::April,
        5 => Term::May,
        6 => Term::June,
        7 => Term::July,
        8 => Term::August,
        9 => Term::September,
        10 => Term::October,
        11 => Term::November,
        _ => Term::December,
    }
}
