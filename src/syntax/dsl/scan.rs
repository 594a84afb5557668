//! The tokens of the DSL, as nom parsers. What is left is always a suffix of the text, so offsets follow from lengths.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_till, take_while, take_while1};
use nom::character::complete::char;
use nom::combinator::{eof, recognize, value};
use nom::multi::many0_count;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

type Scanned<'s, T> = IResult<&'s str, T>;

/// A phrase over more lines has lost its closing parenthesis.
const MOST_LINES: usize = 200;

/// Where a phrase ended, and what it is made of.
#[derive(Debug, PartialEq)]
pub struct Phrase<'s> {
    /// From the first character to the last, trailing blanks left out.
    pub raw: &'s str,
    /// Comments within a phrase that goes over several lines.
    pub comments: Vec<&'s str>,
    /// The parenthesis that nothing closes.
    pub unclosed: Option<&'s str>,
}

/// Blanks within a line.
pub fn blanks(input: &str) -> Scanned<'_, &str> {
    take_while(|c| c == ' ' || c == '\t').parse(input)
}

/// One end of line, of any system.
pub fn line_end(input: &str) -> Scanned<'_, &str> {
    alt((tag("\r\n"), tag("\n"), tag("\r"))).parse(input)
}

/// A comment from its `#` to the end of the line, which is not part of it.
pub fn comment(input: &str) -> Scanned<'_, &str> {
    recognize(preceded(char('#'), take_till(|c| c == '\n' || c == '\r'))).parse(input)
}

/// The word that names a section or an election; whether the language has it is found out later.
pub fn key(input: &str) -> Scanned<'_, &str> {
    take_while1(|c: char| !c.is_whitespace() && !c.is_control() && !"{};#@\":".contains(c)).parse(input)
}

/// A text in double quotes, on one line; what is returned has its quotes.
pub fn string(input: &str) -> Scanned<'_, &str> {
    let plain = value((), take_while1(|c| !matches!(c, '"' | '\\' | '\n' | '\r')));
    let escape = value((), preceded(char('\\'), nom::character::complete::none_of("\n\r")));
    recognize((char('"'), many0_count(alt((plain, escape))), char('"'))).parse(input)
}

/// A date behind `from`, ending at a word boundary.
pub fn effective(input: &str) -> Scanned<'_, &str> {
    let date = take_while1(|c: char| c.is_ascii_digit() || c == '-');
    preceded((tag("from"), blanks), terminated(date, (blanks, nom::combinator::peek(at_end_of_election))))
        .parse(input)
}

/// What may follow a finished election.
fn at_end_of_election(input: &str) -> Scanned<'_, ()> {
    let ends = |mark: &'static str| value((), tag(mark));
    alt((value((), line_end), value((), eof), ends(";"), ends("}"), ends("#"), ends("@"))).parse(input)
}

/// The raw text of an election's value: up to the end of the line, `;`, `}`, `@` or a comment, whichever comes first
/// outside parentheses and quotes. A line that ends in `,` or `+` goes on.
pub fn phrase(input: &str) -> Phrase<'_> {
    let (mut rest, mut end, mut first_line_end, mut lines) = (input, input, None, 0);
    let mut open: Vec<&str> = Vec::new();
    let mut comments = Vec::new();
    while let Some(next) = rest.chars().next() {
        let done = match next {
            '{' | '}' => true,
            '@' | ';' => open.is_empty(),
            '\n' | '\r' => {
                first_line_end.get_or_insert(end);
                lines += 1;
                let written = &input[..input.len() - end.len()];
                lines > MOST_LINES || open.is_empty() && !written.ends_with([',', '+'])
            }
            'f' => open.is_empty() && starts_a_word(input, rest) && effective(rest).is_ok(),
            _ => false,
        };
        if done {
            break;
        }
        match next {
            '#' => {
                let (behind, text) = comment(rest).unwrap_or((&rest[1..], rest));
                comments.push(text);
                rest = behind;
                continue;
            }
            '"' => rest = string(rest).map_or(&rest[1..], |(behind, _)| behind),
            '(' => {
                open.push(rest);
                rest = &rest[1..];
            }
            other => {
                if other == ')' {
                    open.pop();
                }
                rest = &rest[other.len_utf8()..];
            }
        }
        // Blanks of other kinds stay in the phrase, where its grammar names them.
        if !matches!(next, ' ' | '\t' | '\n' | '\r') {
            end = rest;
        }
    }
    let unclosed = open.first().copied();
    if unclosed.is_some() {
        end = first_line_end.unwrap_or(end);
        comments.clear();
    }
    let raw = &input[..input.len() - end.len()];
    comments.retain(|comment: &&str| offset_in(input, comment) < raw.len());
    Phrase { raw, comments, unclosed }
}

/// Byte offset of a sub-slice in a text.
pub fn offset_in(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

fn starts_a_word(input: &str, rest: &str) -> bool {
    input[..input.len() - rest.len()].ends_with([' ', '\t', '"', ')']) || input.len() == rest.len()
}
