//! The few lines of a source that a finding shows, as miette wants them.
//!
//! miette's own sources are searched from their first byte for every label, panic on an empty span behind the end, and
//! pass control characters on. An excerpt holds only the lines shown, found by the line index, each made harmless and
//! cut to the width. Every line ends with a line feed, so that a caret can stand behind the last character of a file.

use std::ops::Range;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::finding::Label;
use crate::render::clip::{Spot, clip};
use crate::render::marked_lines::{ELBOW, LABEL, Mark, MarkedLines, Role};
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

impl Excerpt {
    /// The lines around a finding's labels, the primary one first, for a terminal of so many columns.
    pub fn of<'l>(file: &SourceFile, labels: impl Iterator<Item = &'l Label>, columns: usize) -> Self {
        let MarkedLines { mut marks, runs } = MarkedLines::of(file, labels);
        let last = runs.last().map_or(1, |run| *run.end());
        let room = columns.saturating_sub(last.to_string().len() + 5).max(LABEL + ELBOW);
        let name = safe::line(file.path()).into_owned();
        let mut excerpt =
            Self { name, text: String::new(), runs: Vec::new(), places: Vec::new(), labels: Vec::new() };
        for run in runs {
            let start = excerpt.text.len();
            let first = *run.start();
            for number in run {
                let marks = marks.remove(&number).unwrap_or_default();
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
            let message = text(mark, room.saturating_sub(before + ELBOW).max(LABEL));
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

/// The text of a label in lines of so many columns.
fn text(mark: &Mark<'_>, columns: usize) -> Option<String> {
    let told = mark.messages.iter().filter(|message| !message.is_empty());
    let lines: Vec<String> = told.flat_map(|message| wrap::wrap(&safe::line(message), columns)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
