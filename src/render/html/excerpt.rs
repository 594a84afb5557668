//! The lines of a plan spec that a finding shows, in pieces of which some are marked.

use super::finding::{Part, parts};
use crate::finding::Label;
use crate::render::clip::{Spot, clip};
use crate::render::marked_lines::{Mark, MarkedLines, Role};
use crate::source::SourceFile;

/// Longer lines are cut around their marks; a browser wraps what it gets.
const COLUMNS: usize = 240;

pub struct LineView {
    pub number: u32,
    pub segments: Vec<Segment>,
    /// What the marks say, in their order on the line.
    pub notes: Vec<Note>,
    /// Are lines left out above it?
    pub after_gap: bool,
}

pub struct Segment {
    pub text: String,
    /// The class of its mark; empty for none.
    pub mark: &'static str,
}

pub struct Note {
    pub class: &'static str,
    pub parts: Vec<Part>,
}

/// The lines around labels, the primary one first.
pub fn lines<'l>(file: &SourceFile, labels: impl Iterator<Item = &'l Label>) -> Vec<LineView> {
    let MarkedLines { marks, runs } = MarkedLines::of(file, labels);
    let mut lines = Vec::new();
    for run in runs {
        let first = *run.start();
        for number in run {
            let text = file.line(number).map_or("", |(_, text)| text);
            let marks = marks.get(&number).map_or(&[][..], Vec::as_slice);
            let after_gap = number == first && !lines.is_empty();
            lines.push(LineView {
                number,
                segments: segments(text, marks),
                notes: marks.iter().flat_map(notes).collect(),
                after_gap,
            });
        }
    }
    lines
}

fn segments(line: &str, marks: &[Mark<'_>]) -> Vec<Segment> {
    let spots: Vec<Spot> = marks.iter().map(Mark::spot).collect();
    let clipped = clip(line, &spots, COLUMNS);
    let plain = |from: usize, to: usize| Segment { text: clipped.text[from..to].to_owned(), mark: "" };
    let mut segments = Vec::new();
    let mut at = 0;
    for (mark, spot) in marks.iter().zip(&clipped.spots) {
        let (start, end) = (spot.start.max(at), spot.end.max(at));
        segments.push(plain(at, start));
        segments.push(Segment { text: clipped.text[start..end].to_owned(), mark: class(mark.role) });
        at = end;
    }
    segments.push(plain(at, clipped.text.len()));
    segments.retain(|segment| !segment.text.is_empty() || !segment.mark.is_empty());
    segments
}

fn notes<'m>(mark: &'m Mark<'_>) -> impl Iterator<Item = Note> + 'm {
    let told = mark.messages.iter().filter(|message| !message.is_empty());
    told.map(|message| Note { class: class(mark.role), parts: parts(message) })
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Primary => "primary",
        Role::Related => "related",
    }
}
