//! Suppressions in the text of a plan spec: which findings they hold back, and what is wrong with them.

mod directive;
mod scope;

use std::collections::HashMap;

use jiff::civil::Date;

use self::directive::{Directive, Malformed, Part};
use self::scope::Scope;
use super::{Reported, Suppressed, SuppressedBy};
use crate::finding::Finding;
use crate::rules::{self, Group, Rule};
use crate::source::{SourceFile, Span};
use crate::syntax::language::{EXPIRED_SUPPRESSION, MALFORMED_SUPPRESSION, UNUSED_SUPPRESSION};
use crate::syntax::phrase::nearest;
use crate::syntax::tree::Document;

/// The suppressions of one file.
#[derive(Debug, Default)]
pub struct Suppressions {
    entries: Vec<Suppression>,
    malformed: Vec<Finding>,
}

/// One rule of one suppression.
#[derive(Debug)]
struct Suppression {
    rule: &'static Rule,
    /// The rule's name in the comment.
    named: Span,
    /// The date behind `until=`.
    dated: Option<Span>,
    scope: Scope,
    what: Suppressed,
    use_: Use,
    /// Where its rule reports something that it does not cover.
    elsewhere: Option<Span>,
}

/// What a suppression covers among the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Nothing,
    Covers(Span),
}

/// Can findings of this rule be held back by a comment? What could not be read is always said, and so is what is wrong
/// with suppressions: nobody can choose not to see it.
pub fn can_suppress(rule: &Rule) -> bool {
    rule.group != Group::Language
}

impl Suppressions {
    /// Reads the comments of a file.
    pub fn read(file: &SourceFile, documents: &[Document<'_>]) -> Self {
        let mut read = Self::default();
        if !file.text().contains("planlint") {
            return read;
        }
        for (comment, scope) in scope::comments(file, documents) {
            match directive::read(file.slice(comment)) {
                None => {}
                Some(Ok(directive)) => read.take(&directive, comment, scope),
                Some(Err(malformed)) => read.malformed.push(finding(comment, &malformed)),
            }
        }
        read
    }

    fn take(&mut self, directive: &Directive<'_>, comment: Span, scope: Scope) {
        for part in &directive.rules {
            match rule_of(part) {
                Ok(rule) => self.entries.push(Suppression {
                    rule,
                    named: inside(comment, &part.at),
                    dated: directive.until.as_ref().map(|(_, at)| inside(comment, at)),
                    scope,
                    what: Suppressed {
                        by: SuppressedBy::Comment(comment),
                        reason: Some(directive.reason.clone()),
                        until: directive.until.as_ref().map(|(date, _)| *date),
                        who: directive.by.clone(),
                    },
                    use_: Use::Nothing,
                    elsewhere: None,
                }),
                Err(malformed) => self.malformed.push(finding(comment, &malformed)),
            }
        }
    }

    /// Marks the findings that are held back on a day.
    pub fn apply(&mut self, findings: &mut [Reported], today: Date) {
        let mut of_rule: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, reported) in findings.iter().enumerate().filter(|_| !self.entries.is_empty()) {
            of_rule.entry(reported.finding.rule).or_default().push(index);
        }
        for suppression in &mut self.entries {
            for index in of_rule.get(suppression.rule.name).into_iter().flatten() {
                let reported = &mut findings[*index];
                let span = reported.finding.primary.span;
                if !suppression.scope.covers(span) {
                    suppression.elsewhere.get_or_insert(span);
                    continue;
                }
                suppression.use_ = Use::Covers(span);
                if !suppression.what.ran_out(today) {
                    reported.suppressed.get_or_insert_with(|| Box::new(suppression.what.clone()));
                }
            }
        }
    }

    /// What is to be said about the suppressions of rules that `run`. Whether one is of use is known only of rules that
    /// are `judged`: on a file that could be read whole, without awaiting an answer.
    pub fn findings(
        self,
        today: Date,
        runs: impl Fn(&Rule) -> bool,
        judged: impl Fn(&Rule) -> bool,
    ) -> Vec<Finding> {
        let mut findings = self.malformed;
        for suppression in self.entries.iter().filter(|suppression| runs(suppression.rule)) {
            if suppression.what.ran_out(today) {
                findings.push(suppression.expired());
            } else if suppression.use_ == Use::Nothing && judged(suppression.rule) {
                findings.push(suppression.unused());
            }
        }
        findings
    }
}

impl Suppression {
    fn expired(&self) -> Finding {
        let name = self.rule.name;
        let until = self.what.until.map(|date| date.to_string()).unwrap_or_default();
        let place = self.dated.unwrap_or(self.named);
        match self.use_ {
            Use::Covers(span) => {
                let message =
                    format!("The suppression of `{name}` ran out on {until}: its finding is reported again.");
                let help = "Mend what is found, or decide on it anew and give a later date.";
                let finding =
                    Finding::new(EXPIRED_SUPPRESSION, place, message, "held until the end of this day");
                finding.help(help).related(span, "found here")
            }
            Use::Nothing => {
                let message = format!(
                    "The suppression of `{name}` ran out on {until}, and nothing is found there any more."
                );
                let finding =
                    Finding::new(EXPIRED_SUPPRESSION, place, message, "held until the end of this day");
                finding.help("Remove the comment.")
            }
        }
    }

    fn unused(&self) -> Finding {
        let name = self.rule.name;
        let (message, help) = match self.scope {
            Scope::Nothing => (
                format!("The suppression of `{name}` stands behind all that it could be about."),
                "Put it above the line, the section or the plan that it is about.",
            ),
            Scope::File => (
                format!("`{name}` reports nothing in this file, so that its suppression holds nothing back."),
                "Remove it.",
            ),
            Scope::Within(_) | Scope::Lines(_) => (
                format!("`{name}` reports nothing here, so that its suppression holds nothing back."),
                "Remove it, or move it to where the rule reports; above a plan's first key it covers the whole file.",
            ),
        };
        let finding =
            Finding::new(UNUSED_SUPPRESSION, self.named, message, "nothing to hold back").help(help);
        match self.elsewhere {
            Some(span) => finding.related(span, "the rule reports this"),
            None => finding,
        }
    }
}

impl Suppressed {
    fn ran_out(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}

/// The rule of a name, or why it cannot be suppressed.
fn rule_of(part: &Part<'_>) -> Result<&'static Rule, Malformed> {
    let name = part.text;
    let refused = |problem: String, help: String| Malformed { at: part.at.clone(), problem, help };
    let shown: String = name.chars().take(60).collect();
    if let Some(rule) = rules::named(name) {
        let problem = || format!("`{name}` is about the form of the text, and that cannot be accepted");
        let help = "Mend what it reports: what cannot be read is judged by no rule.";
        return if can_suppress(rule) { Ok(rule) } else { Err(refused(problem(), help.to_owned())) };
    }
    if name == "all" || Group::ALL.iter().any(|group| group.name() == name) {
        let problem = format!("`{name}` is more than one rule");
        return Err(refused(problem, "Name the rules one by one; `planlint rules` lists them.".to_owned()));
    }
    let known = rules::ALL.iter().filter(|rule| can_suppress(rule)).map(|rule| rule.name);
    let help = nearest(name, known)
        .map_or("`planlint rules` lists them.".to_owned(), |near| format!("Did you mean `{near}`?"));
    Err(refused(format!("no rule is called `{shown}`"), help))
}

fn finding(comment: Span, malformed: &Malformed) -> Finding {
    let place = inside(comment, &malformed.at);
    let message = format!("This suppression holds nothing back: {}.", malformed.problem);
    Finding::new(MALFORMED_SUPPRESSION, place, message, malformed.problem.clone()).help(&malformed.help)
}

/// A place within a comment.
fn inside(comment: Span, at: &std::ops::Range<usize>) -> Span {
    let start = comment.start as usize;
    Span::new(comment.file, start + at.start, start + at.end)
}
