//! The lines of a source that a finding shows, with its labels on them, kept apart.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::clip::Spot;
use super::wrap;
use crate::finding::Label;
use crate::source::{Position, SourceFile};

/// Columns that a label's text gets at least.
pub const LABEL: usize = 16;
/// What is drawn between a caret and its text.
pub const ELBOW: usize = 4;
/// How far up the line is looked for that says which section a line is in.
const SECTION_WITHIN: u32 = 5;

/// The labelled lines of a source by number, and the runs of lines to show around them.
#[derive(Debug)]
pub struct MarkedLines<'l> {
    pub marks: BTreeMap<u32, Vec<Mark<'l>>>,
    pub runs: Vec<RangeInclusive<u32>>,
}

/// A label on one line of the source: bytes `start..end` of the line.
#[derive(Debug)]
pub struct Mark<'l> {
    pub position: Position,
    pub start: usize,
    pub end: usize,
    pub messages: Vec<&'l str>,
    pub role: Role,
}

/// What a label is to its finding. The order is that of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Primary,
    Related,
}

impl<'l> MarkedLines<'l> {
    /// The lines around a finding's labels, the primary one first.
    pub fn of(file: &SourceFile, labels: impl Iterator<Item = &'l Label>) -> Self {
        let mut marks: BTreeMap<u32, Vec<Mark<'l>>> = BTreeMap::new();
        for (index, label) in labels.enumerate() {
            let mark = Mark::of(file, label, if index == 0 { Role::Primary } else { Role::Related });
            marks.entry(mark.position.line).or_default().push(mark);
        }
        marks.values_mut().for_each(part);
        let runs = runs(file, marks.keys().copied());
        Self { marks, runs }
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

    /// Where it is, with the columns that its text wants.
    pub fn spot(&self) -> Spot {
        let widest = self.messages.iter().map(|message| wrap::width(message)).max().unwrap_or(0);
        Spot { start: self.start, end: self.end, spare: widest.min(LABEL) + ELBOW }
    }
}

/// Sorts the labels of a line and keeps them apart: those that overlap cannot be drawn.
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
fn runs(file: &SourceFile, labelled: impl Iterator<Item = u32>) -> Vec<RangeInclusive<u32>> {
    let mut runs: Vec<RangeInclusive<u32>> = Vec::new();
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
