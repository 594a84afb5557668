//! The few lines of a source that a finding shows, as miette wants them.
//!
//! miette's own sources are searched from their first byte for every label, panic on an empty span behind the end, and
//! pass control characters on. An excerpt holds only the lines shown, found by the line index, each made harmless and
//! cut to the width. Every line ends with a line feed, so that a caret can stand behind the last character of a file.

use std::collections::BTreeMap;
use std::ops::Range;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::clip::{Spot, clip};
use crate::finding::Label;
use crate::render::{safe, wrap};
use crate::source::{Position, SourceFile};

/// Lines of a source with labels on them.
#[derive(Debug)]
pub struct Excerpt {
    name: String,
    text: String,
    /// Runs of lines without a gap, as bytes of `text`, with the number of their first line.
    runs: Vec<(Range<usize>, u32)>,
    /// Where in `text` a label begins, and the place in the source that it stands for.
    places: Vec<(usize, Position)>,
    pub labels: Vec<LabeledSpan>,
}

/// Columns that a label's text gets at least.
const LABEL: usize = 16;
/// What miette draws between a caret and its text.
const ELBOW: usize = 4;
/// How far up the line is looked for that says which section a line is in.
const SECTION_WITHIN: u32 = 5;

/// A label on one line of the source.
struct Mark<'l> {
    position: Position,
    start: usize,
    end: usize,
    messages: Vec<&'l str>,
    role: Role,
}

/// What a label is to its finding. The order is that of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Primary,
    Related,
}

impl Excerpt {
    /// The lines around a finding's labels, the primary one first, for a terminal of so many columns.
    pub fn of<'l>(file: &SourceFile, labels: impl Iterator<Item = &'l Label>, columns: usize) -> Self {
        let mut lines: BTreeMap<u32, Vec<Mark<'l>>> = BTreeMap::new();
        for (index, label) in labels.enumerate() {
            let mark = Mark::of(file, label, if index == 0 { Role::Primary } else { Role::Related });
            lines.entry(mark.position.line).or_default().push(mark);
        }
        lines.values_mut().for_each(part);
        let runs = runs(file, lines.keys().copied());
        let last = runs.last().map_or(1, |run| *run.end());
        let room = columns.saturating_sub(last.to_string().len() + 5).max(LABEL + ELBOW);
        let name = safe::line(file.path()).into_owned();
        let mut excerpt =
            Self { name, text: String::new(), runs: Vec::new(), places: Vec::new(), labels: Vec::new() };
        for run in runs {
            let start = excerpt.text.len();
            let first = *run.start();
            for number in run {
                let marks = lines.remove(&number).unwrap_or_default();
                excerpt.push_line(file.line(number).map_or("", |(_, text)| text), &marks, room);
            }
            excerpt.runs.push((start..excerpt.text.len(), first));
        }
        excerpt
    }

    fn push_line(&mut self, line: &str, marks: &[Mark<'_>], room: usize) {
        let spots: Vec<Spot> = marks.iter().map(Mark::spot).collect();
        let clipped = clip(line, &spots, room);
        let offset = self.text.len();
        for (mark, spot) in marks.iter().zip(clipped.spots) {
            let before = wrap::width(&clipped.text[..spot.start])
                + wrap::width(&clipped.text[spot.start..spot.end]) / 2;
            let message = mark.text(room.saturating_sub(before + ELBOW).max(LABEL));
            let span = (offset + spot.start, spot.end - spot.start);
            self.places.push((span.0, mark.position));
            self.labels.push(match mark.role {
                Role::Primary => LabeledSpan::new_primary_with_span(message, span),
                Role::Related => LabeledSpan::new_with_span(message, span),
            });
        }
        self.text.push_str(&clipped.text);
        self.text.push('\n');
    }

    /// Is the label at this index, in their order on the page, the primary one?
    pub fn is_primary(&self, index: usize) -> bool {
        self.labels.get(index).is_some_and(LabeledSpan::primary)
    }
}

impl SourceCode for Excerpt {
    /// The whole run of lines that holds the span, whatever context is asked for. Without context miette asks for the
    /// place that stands above the excerpt.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_lines_before: usize,
        _context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let end = span.offset() + span.len();
        let holds = |(run, _): &&(Range<usize>, u32)| run.start <= span.offset() && end <= run.end;
        let (run, first) = self.runs.iter().find(holds).ok_or(MietteError::OutOfBounds)?;
        let place = self.places.iter().find(|(at, _)| context_lines_before == 0 && *at == span.offset());
        let (line, column) = place.map_or((*first, 1), |(_, position)| (position.line, position.column));
        let data = &self.text.as_bytes()[run.clone()];
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data,
            (run.start, run.len()).into(),
            line as usize - 1,
            column as usize - 1,
            self.text[run.clone()].lines().count(),
        )))
    }
}

impl<'l> Mark<'l> {
    /// A label that runs over several lines is shown on its first.
    fn of(file: &SourceFile, label: &'l Label, role: Role) -> Self {
        let position = file.position(label.span.start);
        let (line_start, line) = file.line(position.line).unwrap_or((position.offset, ""));
        let within = |offset: u32| (offset.saturating_sub(line_start) as usize).min(line.len());
        let start = within(position.offset);
        let end = within(file.position(label.span.end).offset).max(start);
        Self { position, start, end, messages: vec![&label.message], role }
    }

    fn spot(&self) -> Spot {
        let widest = self.messages.iter().map(|message| wrap::width(message)).max().unwrap_or(0);
        Spot { start: self.start, end: self.end, spare: widest.min(LABEL) + ELBOW }
    }

    fn text(&self, columns: usize) -> Option<String> {
        let told = self.messages.iter().filter(|message| !message.is_empty());
        let lines: Vec<String> = told.flat_map(|message| wrap::wrap(&safe::line(message), columns)).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

/// Sorts the labels of a line and keeps them apart: miette draws those that overlap in the wrong place.
fn part(marks: &mut Vec<Mark<'_>>) {
    marks.sort_by_key(|mark| (mark.start, mark.end, mark.role));
    marks.dedup_by(|later, earlier| {
        let same = (later.start, later.end) == (earlier.start, earlier.end);
        if same {
            earlier.messages.append(&mut later.messages);
            earlier.role = earlier.role.min(later.role);
        }
        same
    });
    for index in 1..marks.len() {
        let (before, after) = marks.split_at_mut(index);
        let (Some(earlier), Some(later)) = (before.last_mut(), after.first_mut()) else { continue };
        if earlier.start < later.start {
            earlier.end = earlier.end.min(later.start);
        } else {
            later.start = later.start.max(earlier.end);
            later.end = later.end.max(later.start);
        }
    }
}

/// The lines to show around those with labels: up to the line that names the section, and one below.
fn runs(file: &SourceFile, labelled: impl Iterator<Item = u32>) -> Vec<std::ops::RangeInclusive<u32>> {
    let mut runs: Vec<std::ops::RangeInclusive<u32>> = Vec::new();
    for number in labelled {
        let from = section(file, number);
        let to = if is_blank(file, number + 1) { number } else { number + 1 };
        match runs.last_mut() {
            Some(run) if from <= run.end() + 2 => *run = *run.start()..=to.max(*run.end()),
            Some(_) | None => runs.push(from..=to),
        }
    }
    runs
}

/// The nearest line above that is indented less; else the line above, if there is anything on it.
fn section(file: &SourceFile, number: u32) -> u32 {
    let indent = |number| {
        let (_, line) = file.line(number)?;
        let text = line.trim_start();
        (!text.is_empty()).then(|| line.len() - text.len())
    };
    let own = indent(number).unwrap_or(0);
    let nearest = number.saturating_sub(SECTION_WITHIN).max(1);
    let above = (nearest..number).rev().find(|above| indent(*above).is_some_and(|indent| indent < own));
    above.unwrap_or(if is_blank(file, number - 1) { number } else { number - 1 })
}

fn is_blank(file: &SourceFile, number: u32) -> bool {
    file.line(number).is_none_or(|(_, line)| line.trim().is_empty())
}
