//! Colours and links for terminals. Every colour goes with a word: nothing is said by colour alone.

use super::{Color, Links, Style};
use crate::finding::Severity;
use crate::report::Verdict;

/// What a piece of text is, as far as its colour goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Error,
    Warning,
    Advice,
    Good,
    Strong,
    Faint,
}

impl Ink {
    pub fn of_severity(severity: Severity) -> Self {
        match severity {
            Severity::Error => Ink::Error,
            Severity::Warning => Ink::Warning,
            Severity::Advice => Ink::Advice,
        }
    }

    pub fn of_verdict(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Available => Ink::Good,
            Verdict::Blocked => Ink::Error,
            Verdict::Unknown => Ink::Warning,
        }
    }

    /// Parameters of the escape sequence: the sixteen colours that every theme sets so that they can be read.
    fn code(self) -> &'static str {
        match self {
            Ink::Error => "1;31",
            Ink::Warning => "1;33",
            Ink::Advice => "1;36",
            Ink::Good => "1;32",
            Ink::Strong => "1",
            Ink::Faint => "2",
        }
    }
}

/// A text in a colour, if there are colours.
pub fn paint(style: &Style, ink: Ink, text: &str) -> String {
    match style.color {
        Color::On => format!("\u{1b}[{}m{text}\u{1b}[0m", ink.code()),
        Color::Off => text.to_owned(),
    }
}

/// A text that leads to an address, if there are links.
pub fn link(style: &Style, address: &str, text: &str) -> String {
    match style.links {
        Links::On => format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\"),
        Links::Off => text.to_owned(),
    }
}
