//! Faults of quotes: not closed, text behind them, escapes that YAML does not know.

use std::ops::Range;

use crate::syntax::yaml::edit::{Edit, Repair};
use crate::syntax::yaml::fault::{Fault, Stop, excerpt, flow, forget, words};
use crate::syntax::yaml::lines::{Line, SPACE};

/// A quote that is not closed on its line, or text behind one that is.
pub fn quote(text: &str, stop: &Stop) -> Fault {
    let Some(open) = flow::look(text, stop).quote else { return words::told(text, stop.at, &stop.kind) };
    let line = Line::at(text, open);
    match closing(text, open, line.end) {
        Some(end) if end <= stop.at => behind_quote(text, open..end, line, stop),
        Some(_) | None => unclosed(text, open, line),
    }
}

/// A backslash with something behind it that is no escape.
pub fn escape(text: &str, stop: &Stop) -> Fault {
    let line = Line::at(text, stop.at);
    let at = bad_escape(text, stop.at).unwrap_or(stop.at..line.last.max(stop.at));
    let message = format!("`{}` is no escape that YAML knows.", excerpt(&text[at.clone()]));
    let help = "Write two backslashes for one in the text, or use single quotes, which have no escapes.";
    Fault::new(at, message, "this escape", help)
        .repair(forget(text, line))
        .repairs(flow::token(text, stop.at))
}

fn unclosed(text: &str, open: usize, line: Line) -> Fault {
    let quote = &text[open..=open];
    let message =
        format!("This {} is not closed.", if quote == "'" { "single quote" } else { "double quote" });
    let help = format!("Write `{quote}` behind the text that it quotes, on the same line.");
    let rest = open..line.last.max(open + 1);
    let tail = text[rest.clone()].trim_end_matches(['}', ']', ',', ' ']).len().max(1);
    let key = (open == line.first).then(|| Repair::of(Edit { at: open..open + 1, with: String::new() }));
    Fault::new(open..open + 1, message, "opened here", help)
        .repairs(key)
        .repair(forget(text, line))
        .repairs(flow::token(text, open))
        .repair(Repair::of(Edit::blank(text, open..open + tail)))
}

fn behind_quote(text: &str, quoted: Range<usize>, line: Line, stop: &Stop) -> Fault {
    let rest = quoted.end..line.last.max(quoted.end);
    let first = rest.start + (text[rest.clone()].len() - text[rest.clone()].trim_start_matches(SPACE).len());
    let at = first..rest.end;
    let message = "There is text behind a closing quote.";
    let label = format!("`{}` is not in the quotes", excerpt(&text[at.clone()]));
    let help = match &text[quoted.start..=quoted.start] {
        _ if !flow::look(text, stop).brackets.is_empty() => {
            "Write a comma behind the quote, or put the whole value in quotes."
        }
        "'" => "Put the whole value in quotes, and write `''` for a single quote in it.",
        _ => "Put the whole value in quotes, and write `\\\"` for a double quote in it.",
    };
    Fault::new(at, message, label, help).repair(forget(text, line)).repairs(flow::token(text, quoted.start))
}

/// Where the quote that opens at an offset is closed on the same line: behind the closing one.
fn closing(text: &str, open: usize, end: usize) -> Option<usize> {
    let quote = text.as_bytes()[open];
    let bytes = &text.as_bytes()[..end];
    let mut at = open + 1;
    while at < end {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 2,
            byte if byte == quote && quote == b'\'' && bytes.get(at + 1) == Some(&quote) => at += 2,
            byte if byte == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}

/// The first escape of the double-quoted scalar at an offset that YAML does not take.
fn bad_escape(text: &str, open: usize) -> Option<Range<usize>> {
    let mut from = open;
    loop {
        let at = from + text[from..].find('\\')?;
        let rest = &text[at + 1..];
        let code = rest.chars().next()?;
        let digits = match code {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let hex: &str = rest.get(1..).unwrap_or_default();
        let found = hex.bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
        let number = u32::from_str_radix(&hex[..found], 16).ok().and_then(char::from_u32);
        let known = "0abt\tnvfre \"/\\N_LPxuU\r\n".contains(code);
        if !known || found < digits || (digits > 0 && number.is_none() && !is_pair(hex)) {
            return Some(at..at + 1 + code.len_utf8() + found);
        }
        from = at + 1 + code.len_utf8() + if number.is_none() && digits > 0 { 10 } else { found };
    }
}

/// `d83d\ude00`: the two halves of one character, as JSON writes it.
fn is_pair(hex: &str) -> bool {
    let halves = hex.get(..4).zip(hex.get(4..6)).zip(hex.get(6..10));
    halves.is_some_and(|((high, escape), low)| {
        let half = |digits, range: Range<u32>| {
            u32::from_str_radix(digits, 16).is_ok_and(|code| range.contains(&code))
        };
        escape == "\\u" && half(high, 0xd800..0xdc00) && half(low, 0xdc00..0xe000)
    })
}
