//! One finding as miette draws it, with the law it rests on below.

use std::fmt;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeStyles};

use super::excerpt::Excerpt;
use crate::finding::{Label, Severity};
use crate::render::paint::{Ink, link, paint};
use crate::render::{Color, Style, law_link, safe, wrap};
use crate::report::{Report, Reported};
use crate::rules;

/// Writes a finding: its rule, what is wrong, where, what mends it, the law, and how to read more.
pub fn write(out: &mut String, report: &Report, reported: &Reported, style: &Style) {
    let finding = &reported.finding;
    let title = format!("{}[{}]", reported.severity.word(), finding.rule);
    out.push_str(&paint(style, Ink::of_severity(reported.severity), &title));
    out.push('\n');
    let own_file = finding.primary.span.file;
    let (here, elsewhere): (Vec<&Label>, Vec<&Label>) =
        finding.related.iter().partition(|label| label.span.file == own_file);
    let labels = std::iter::once(&finding.primary).chain(here);
    let excerpt = report.file(own_file).map(|file| Excerpt::of(file, labels, style.width));
    let message =
        wrap::wrap(&safe::line(&finding.message), style.text_width().saturating_sub(MESSAGE)).join("\n");
    draw(out, &Diagnosis { message, severity: reported.severity, excerpt }, style);
    if let Some(help) = &finding.help {
        write_line(out, "help", &safe::line(help), style);
    }
    for label in elsewhere {
        write_line(out, "also", &place(report, label), style);
    }
    write_law(out, reported, style);
    // What `diff` says of an amendment has no page.
    if rules::named(finding.rule).is_some() {
        write_line(out, "more", &format!("planlint explain {}", finding.rule), style);
    }
}

/// What miette is told of a finding.
#[derive(Debug)]
struct Diagnosis {
    message: String,
    severity: Severity,
    excerpt: Option<Excerpt>,
}

impl fmt::Display for Diagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Diagnosis {}

impl Diagnostic for Diagnosis {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Advice => miette::Severity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let excerpt = self.excerpt.as_ref()?;
        Some(Box::new(excerpt.labels.iter().cloned()))
    }
}

/// Message and excerpt, without spaces at the ends of lines.
fn draw(out: &mut String, diagnosis: &Diagnosis, style: &Style) {
    let mut drawn = String::new();
    handler(diagnosis, style)
        .render_report(&mut drawn, diagnosis)
        .expect("internal error: an excerpt does not hold its labels");
    for line in drawn.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// The primary label in the colour of the severity, the others in that of helps.
fn handler(diagnosis: &Diagnosis, style: &Style) -> GraphicalReportHandler {
    let mut theme = match style.color {
        Color::On => GraphicalTheme::unicode(),
        Color::Off => GraphicalTheme::unicode_nocolor(),
    };
    let ThemeStyles { error, warning, advice, help, .. } = theme.styles;
    let primary = match diagnosis.severity {
        Severity::Error => error,
        Severity::Warning => warning,
        Severity::Advice => advice,
    };
    if let Some(excerpt) = &diagnosis.excerpt {
        let paints =
            (0..excerpt.labels.len()).map(|index| if excerpt.is_primary(index) { primary } else { help });
        theme.styles.highlights = paints.collect();
    }
    // Its own wrapping parts names at their hyphens: `auto-enrollment` could not be copied.
    GraphicalReportHandler::new_themed(theme)
        .with_wrap_lines(false)
        .with_links(false)
        .without_syntax_highlighting()
}

/// The citations, none of them broken; each a link where there are links.
fn write_law(out: &mut String, reported: &Reported, style: &Style) {
    let label = if reported.group.rests_on_law() { "law" } else { "see" };
    let mut ends: Vec<String> = reported.citations.iter().map(|citation| format!("{citation};")).collect();
    if let Some(last) = ends.last_mut() {
        last.pop();
    }
    for (index, line) in wrap::flow(ends, style.text_width().saturating_sub(INDENT)).into_iter().enumerate() {
        let units: Vec<String> = line.iter().map(|unit| linked(unit, style)).collect();
        out.push_str(&head(if index == 0 { label } else { "" }, style));
        out.push_str(&units.join(" "));
        out.push('\n');
    }
}

fn linked(unit: &str, style: &Style) -> String {
    let citation = unit.trim_end_matches(';');
    match law_link::address(citation) {
        Some(address) => unit.replacen(citation, &link(style, &address, citation), 1),
        None => unit.to_owned(),
    }
}

/// Columns before the text of the message.
const MESSAGE: usize = 4;
/// Columns before the text of `help:`, `law:` and `more:`.
const INDENT: usize = 8;

fn head(label: &str, style: &Style) -> String {
    if label.is_empty() {
        return " ".repeat(INDENT);
    }
    format!("{}{} ", " ".repeat(INDENT - 2 - label.len()), paint(style, Ink::Advice, &format!("{label}:")))
}

fn write_line(out: &mut String, label: &str, text: &str, style: &Style) {
    for (index, line) in wrap::wrap(text, style.text_width().saturating_sub(INDENT)).iter().enumerate() {
        out.push_str(&head(if index == 0 { label } else { "" }, style));
        out.push_str(line);
        out.push('\n');
    }
}

/// A label in another text than the finding.
fn place(report: &Report, label: &Label) -> String {
    let message = safe::line(&label.message);
    let Some(file) = report.file(label.span.file) else { return message.into_owned() };
    let position = file.position(label.span.start);
    format!("{}:{}:{}: {message}", safe::line(file.path()), position.line, position.column)
}
