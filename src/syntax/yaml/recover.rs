//! Finds all syntax errors of a text: mends one so that the reading goes furthest, and reads again.

use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, StructureStyle};

use crate::finding::Finding;
use crate::source::SourceFile;
use crate::syntax::yaml::build::range;
use crate::syntax::yaml::edit::{Edited, Repair, Site};
use crate::syntax::yaml::fault::{Fault, Stop, blankings, diagnose};
use crate::syntax::yaml::lines::{Line, is_marker};
use crate::syntax::yaml::read::parser_options;

/// So many syntax errors are reported for a file.
const MOST_FAULTS: usize = 32;
/// So many bytes may be read in trying repairs: a plan spec some thousand times, the largest text a few times.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// So many lines further is far: a likely repair is taken at once, and an unlikely one at all.
const ENOUGH_LINES: usize = 3;

/// A text without the syntax errors that could be mended.
#[derive(Debug)]
pub struct Recovered {
    pub text: Edited,
    pub findings: Vec<Finding>,
}

struct Recovery<'s> {
    file: &'s SourceFile,
    text: Edited,
    findings: Vec<Finding>,
    bytes_left: usize,
}

/// A text after a repair, and what is wrong with it next.
struct Outcome {
    text: Edited,
    next: Option<(Stop, Fault)>,
    /// The source offset where the parser stops then; none is beyond all.
    reach: usize,
}

/// Goes through the documents one by one: what is wrong in one says nothing about the next.
pub fn recover(file: &SourceFile) -> Recovered {
    let text = Edited::unchanged(file.text());
    let mut recovery = Recovery { file, text, findings: Vec::new(), bytes_left: MOST_BYTES };
    let mut start = 0;
    loop {
        recovery.document(start);
        match next_document(recovery.text.text(), start) {
            Some(next) if recovery.findings.len() < MOST_FAULTS => start = next,
            Some(_) | None => break,
        }
    }
    Recovered { text: recovery.text, findings: recovery.findings }
}

impl Recovery<'_> {
    /// Mends the document that starts at an offset, or reports where its reading ends.
    fn document(&mut self, start: usize) {
        let mut next = next_fault(self.text.text(), start);
        while let Some((stop, fault)) = next.filter(|_| self.findings.len() < MOST_FAULTS) {
            self.findings.push(fault.finding(Site { file: self.file, edited: Some(&self.text) }));
            let Some(best) = self.best(&fault, &stop, start) else { break };
            self.text = best.text;
            next = best.next;
        }
    }

    /// The repair after which the next error is furthest; among near ones the likeliest.
    fn best(&mut self, fault: &Fault, stop: &Stop, start: usize) -> Option<Outcome> {
        let now = self.text.place(fault.at.start.min(stop.at));
        let line_end = Line::at(self.file.text(), self.text.place(fault.at.start)).end;
        let mut best: Option<Outcome> = None;
        for repair in &fault.repairs {
            let Some(outcome) = self.attempt(repair, fault, start) else { return best };
            if best.is_none() && self.is_lines_further(now, &outcome) {
                return Some(outcome);
            }
            best = self.further(best, outcome, now, line_end);
        }
        let blankings: Vec<Repair> = blankings(self.text.text(), stop.at, start).collect();
        for repair in &blankings {
            let Some(outcome) = self.attempt(repair, fault, start) else { return best };
            best = self.further(best, outcome, now, line_end);
        }
        best
    }

    /// A repair that gets past its line gives way only to one that goes lines further: that may hide other errors.
    fn further(
        &self,
        best: Option<Outcome>,
        outcome: Outcome,
        now: usize,
        line_end: usize,
    ) -> Option<Outcome> {
        let better = match &best {
            None => outcome.reach > now,
            Some(best) if best.reach <= line_end => outcome.reach > best.reach,
            Some(best) => self.is_lines_further(best.reach, &outcome),
        };
        if better { Some(outcome) } else { best }
    }

    fn attempt(&mut self, repair: &Repair, fault: &Fault, start: usize) -> Option<Outcome> {
        let text = self.text.repaired(repair);
        let next = next_fault(text.text(), start);
        let end = next.as_ref().map_or(text.text().len(), |(stop, _)| stop.at);
        self.bytes_left = self.bytes_left.checked_sub(end.saturating_sub(start))?;
        let reach = match &next {
            None => usize::MAX,
            Some((_, next))
                if text.place(next.at.start) == self.text.place(fault.at.start)
                    && next.message == fault.message =>
            {
                0
            }
            Some((stop, _)) => text.place(stop.at),
        };
        Some(Outcome { text, next, reach })
    }

    fn is_lines_further(&self, now: usize, outcome: &Outcome) -> bool {
        let end = outcome.reach.min(self.file.text().len());
        let between = self.file.text().get(now..end).unwrap_or_default();
        outcome.next.is_none() || between.matches('\n').count() >= ENOUGH_LINES
    }
}

fn next_fault(text: &str, start: usize) -> Option<(Stop, Fault)> {
    let stop = probe(text, start)?;
    let fault = diagnose(text, &stop);
    Some((stop, fault))
}

/// Where the document that starts at an offset cannot be read, if so. Depth is reported elsewhere.
fn probe(text: &str, start: usize) -> Option<Stop> {
    let end = next_document(text, start).map_or(text.len(), |next| next + 3);
    let mut parser = Parser::new_from_str_with_options(&text[start..end], parser_options());
    let mut stop = Stop {
        kind: ErrorKind::UnexpectedEof,
        at: start,
        last: start..start,
        after: start,
        open: Vec::new(),
    };
    let mut open: Vec<Option<usize>> = Vec::new();
    loop {
        let (event, place) = match parser.next_event()? {
            Ok((event, place)) => (event, shifted(range(&place), start)),
            Err(error) => {
                stop.kind =
                    Some(error.kind().clone()).filter(|kind| *kind != ErrorKind::RecursionLimitExceeded)?;
                stop.at = (start + error.marker().byte_offset().unwrap_or_default()).min(text.len());
                stop.open = open.into_iter().flatten().collect();
                return Some(stop);
            }
        };
        match event {
            Event::Comment(..) => continue,
            Event::Scalar(..) => stop.last = place.clone(),
            Event::MappingStart(style, ..) | Event::SequenceStart(style, ..) => {
                open.push((style == StructureStyle::Flow && !place.is_empty()).then_some(place.start));
            }
            Event::MappingEnd | Event::SequenceEnd => drop(open.pop()),
            Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
            Event::Alias(_) | Event::UnresolvedAlias(_) | Event::Anchor(..) | _ => {}
        }
        stop.after = stop.after.max(place.end);
    }
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Where the next `---` after the line at an offset stands.
fn next_document(text: &str, from: usize) -> Option<usize> {
    let mut marks = text[from..].match_indices("---").map(|(at, _)| from + at).skip_while(|at| *at == from);
    marks.find(|at| text[..*at].ends_with(['\n', '\r']) && is_marker(&text[*at..]))
}
