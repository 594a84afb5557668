//! What a comment says to planlint: `planlint: allow(rule, rule) reason until=DATE by=WHO`. Names are not looked up here.

use std::ops::Range;

use jiff::civil::Date;

use crate::syntax::phrase::{self, nearest};

/// A suppression as it is written. Ranges are bytes of the comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive<'c> {
    pub rules: Vec<Part<'c>>,
    pub reason: String,
    pub until: Option<(Date, Range<usize>)>,
    pub by: Option<String>,
}

/// A piece of a comment with its place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<'c> {
    pub text: &'c str,
    pub at: Range<usize>,
}

/// What keeps a comment from being a suppression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    pub at: Range<usize>,
    /// A sentence part, as in `… because <problem>`.
    pub problem: String,
    pub help: String,
}

/// The mark by which a comment speaks to planlint.
const MARK: &str = "planlint";
const FORM: &str = "Write `# planlint: allow(rule-name) reason`.";

/// Reads a comment that begins with `#`. `None` if it does not speak to planlint.
pub fn read(comment: &str) -> Option<Result<Directive<'_>, Malformed>> {
    let mut cursor = Cursor { comment, at: 1 };
    cursor.blanks();
    let start = cursor.at;
    if !cursor.eat(MARK) {
        return in_capitals(cursor).or_else(|| elsewhere(comment)).map(Err);
    }
    let behind_mark = cursor.at;
    cursor.blanks();
    if !cursor.eat(":") {
        // `# planlint finds …` is prose; `# planlint allow(…)` has lost its colon.
        let meant = cursor.rest().starts_with("allow(") || cursor.rest().starts_with("allow (");
        let problem = "there is no colon behind `planlint`";
        return meant.then(|| Err(malformed(start..behind_mark, problem, FORM)));
    }
    Some(cursor.directive())
}

/// `# Planlint: allow(…)`: it is meant, and would be read by nobody.
fn in_capitals(cursor: Cursor<'_>) -> Option<Malformed> {
    let end = cursor.at + MARK.len();
    let (mark, rest) = cursor.rest().split_at_checked(MARK.len())?;
    let is_meant =
        rest.trim_start().strip_prefix(':')?.trim_start().to_ascii_lowercase().starts_with("allow");
    let is_mark = mark.eq_ignore_ascii_case(MARK);
    (is_meant && is_mark).then(|| malformed(cursor.at..end, "`planlint` is written in lower case", FORM))
}

/// A suppression that stands behind other words of its comment would be read by nobody.
fn elsewhere(comment: &str) -> Option<Malformed> {
    let at = comment.find("planlint: allow(").or_else(|| comment.find("planlint:allow("))?;
    let before = comment[..at].trim_end();
    // In running text, such as `write "planlint: allow(…)"`, it is no suppression.
    let problem = "it stands behind other words of the comment";
    before.ends_with('#').then(|| {
        let help = "Give it a comment of its own, on the line above.";
        malformed(at..comment.len(), problem, help)
    })
}

struct Cursor<'c> {
    comment: &'c str,
    at: usize,
}

impl<'c> Cursor<'c> {
    fn directive(&mut self) -> Result<Directive<'c>, Malformed> {
        self.blanks();
        let verb = self.word(|c| c.is_alphanumeric() || c == '-' || c == '_');
        if verb.text != "allow" {
            let at = if verb.text.is_empty() { verb.at.start..self.comment.len() } else { verb.at };
            let problem = "`allow` is all that can follow `planlint:`";
            return Err(malformed(self.shown(at), problem, FORM));
        }
        let rules = self.rules()?;
        self.rest_of(rules)
    }

    /// `(rule, rule)`.
    fn rules(&mut self) -> Result<Vec<Part<'c>>, Malformed> {
        self.blanks();
        let open = self.at;
        if !self.eat("(") {
            return Err(malformed(self.shown(open..open), "the rules do not stand in parentheses", FORM));
        }
        let mut rules = Vec::new();
        loop {
            self.blanks();
            if self.eat(")") {
                break;
            }
            let name = self.word(|c| !c.is_whitespace() && c != ',' && c != ')' && c != '(');
            if name.text.is_empty() {
                let end = self.comment.len();
                let closed = self.rest().starts_with(',');
                let problem = if closed { "a rule is missing before a comma" } else { "`(` is never closed" };
                let at = if closed { self.at..self.at + 1 } else { open..end };
                return Err(malformed(self.shown(at), problem, FORM));
            }
            rules.push(name);
            self.blanks();
            if !self.eat(",") && !self.rest().starts_with(')') {
                let problem = "neither a comma nor `)` follows a rule's name";
                return Err(malformed(self.shown(self.at..self.at), problem, "Put commas between rules."));
            }
        }
        if rules.is_empty() {
            return Err(malformed(open..self.at, "it names no rule", "Name the rules that it is about."));
        }
        Ok(rules)
    }

    /// The reason, with `until=` and `by=` wherever they stand in it.
    fn rest_of(&mut self, rules: Vec<Part<'c>>) -> Result<Directive<'c>, Malformed> {
        let mut directive = Directive { rules, reason: String::new(), until: None, by: None };
        let behind_rules = self.at;
        loop {
            self.blanks();
            let token = self.token();
            if token.text.is_empty() {
                break;
            }
            match named(&token) {
                Some(("until", value)) if directive.until.is_none() => {
                    directive.until = Some((date(&value)?, token.at));
                }
                Some(("by", value)) if directive.by.is_none() => {
                    let who = value.text.trim_matches('"').trim();
                    if who.is_empty() {
                        return Err(malformed(token.at, "`by=` names nobody", "Name who decided it."));
                    }
                    directive.by = Some(who.to_owned());
                }
                Some((twice @ ("until" | "by"), _)) => {
                    let problem = format!("`{twice}=` stands in it twice");
                    return Err(malformed(token.at, problem, "Keep one of the two."));
                }
                other => {
                    misspelt(other.map(|(key, _)| key), &token)?;
                    let gap = if directive.reason.is_empty() { "" } else { " " };
                    directive.reason.push_str(gap);
                    directive.reason.push_str(token.text);
                }
            }
        }
        if !directive.reason.chars().any(char::is_alphanumeric) {
            let at = self.shown(1..behind_rules);
            let help = "Say behind the parenthesis why the finding is accepted: a suppression without a reason holds nothing back.";
            return Err(malformed(at, "it gives no reason", help));
        }
        Ok(directive)
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
    }

    fn eat(&mut self, mark: &str) -> bool {
        let found = self.rest().starts_with(mark);
        self.at += if found { mark.len() } else { 0 };
        found
    }

    fn rest(&self) -> &'c str {
        &self.comment[self.at..]
    }

    fn word(&mut self, belongs: impl Fn(char) -> bool) -> Part<'c> {
        let length = self.rest().find(|c| !belongs(c)).unwrap_or(self.rest().len());
        self.part(length)
    }

    /// Up to the next blank; a name behind `by=` may have blanks in double quotes.
    fn token(&mut self) -> Part<'c> {
        if let Some(length) = self.rest().strip_prefix("by=\"").and_then(|name| name.find('"')) {
            return self.part("by=\"".len() + length + 1);
        }
        self.word(|c| !c.is_whitespace())
    }

    fn part(&mut self, length: usize) -> Part<'c> {
        let at = self.at..self.at + length;
        self.at = at.end;
        Part { text: &self.comment[at.clone()], at }
    }

    /// A place that can be shown: blanks at its ends left out, an empty one with the character behind it.
    fn shown(&self, at: Range<usize>) -> Range<usize> {
        let start = at.end - self.comment[at.clone()].trim_start().len();
        let end = start + self.comment[start..at.end].trim_end().len();
        let next = self.comment[end..].chars().next().map_or(0, char::len_utf8);
        if start == end { start..end + next } else { start..end }
    }
}

/// `key=value` with a key in lower case.
fn named<'c>(token: &Part<'c>) -> Option<(&'c str, Part<'c>)> {
    let (key, text) = token.text.split_once('=')?;
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase());
    let at = token.at.start + key.len() + 1..token.at.end;
    is_key.then_some((key, Part { text, at }))
}

/// Words with `=` in them belong to the reason, unless they are nearly those of the form.
fn misspelt(key: Option<&str>, token: &Part<'_>) -> Result<(), Malformed> {
    let Some(key) = key else { return Ok(()) };
    let Some(near) = nearest(key, ["until", "by"].into_iter()) else { return Ok(()) };
    Err(malformed(token.at.clone(), format!("it has no `{key}=`"), format!("Did you mean `{near}=`?")))
}

fn date(value: &Part<'_>) -> Result<Date, Malformed> {
    phrase::read::<Date>(value.text).map_err(|error| {
        let at = if value.at.is_empty() {
            value.at.start - "until=".len()..value.at.end
        } else {
            value.at.start + error.start..value.at.start + error.end.max(error.start)
        };
        malformed(at, format!("the date behind `until=` cannot be read: {}", error.problem), error.advice)
    })
}

fn malformed(at: Range<usize>, problem: impl Into<String>, help: impl Into<String>) -> Malformed {
    Malformed { at, problem: problem.into(), help: help.into() }
}

#[cfg(test)]
mod tests;
