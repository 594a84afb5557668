//! Finds all syntax errors of a text: mends one so that the reading goes furthest, and reads again.

use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, StructureStyle};

use crate::finding::Finding;
use crate::source::SourceFile;
use crate::syntax::yaml::build::range;
use crate::syntax::yaml::edit::{Edited, Repair, Site};
use crate::syntax::yaml::fault::{Fault, Stop, blankings, diagnose};
use crate::syntax::yaml::lines::is_marker;
use crate::syntax::yaml::read::parser_options;

/// So many syntax errors are reported for a file.
const MOST_FAULTS: usize = 32;
/// So many bytes may be read in trying repairs: some hundred times a large plan spec, some ten times a hostile one.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// A likely repair that lets the reading go on for so many lines is taken without looking at others.
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

/// A text after a repair, and where the reading stops then.
struct Outcome {
    text: Edited,
    stop: Option<Stop>,
    /// The source offset of that place; none is beyond all.
    reach: usize,
}

/// Goes through the documents one by one: what is wrong in one says nothing about the next.
pub fn recover(file: &SourceFile) -> Recovered {
    let text = Edited::unchanged(file.text());
    let mut recovery = Recovery { file, text, findings: Vec::new(), bytes_left: MOST_BYTES };
    let mut start = 0;
    loop {
        recovery.document(start);
        let Some(next) = next_document(recovery.text.text(), start) else { break };
        start = next;
    }
    Recovered { text: recovery.text, findings: recovery.findings }
}

impl Recovery<'_> {
    /// Mends the document that starts at an offset, or reports where its reading ends.
    fn document(&mut self, start: usize) {
        let mut stop = probe(self.text.text(), start);
        while let Some(at) = stop.filter(|_| self.findings.len() < MOST_FAULTS) {
            let fault = diagnose(self.text.text(), &at);
            self.findings.push(fault.finding(Site { file: self.file, edited: Some(&self.text) }));
            let Some(best) = self.best(&fault, &at, start) else { break };
            self.text = best.text;
            stop = best.stop;
        }
    }

    /// The repair after which the next error is furthest; among equals the likeliest.
    fn best(&mut self, fault: &Fault, stop: &Stop, start: usize) -> Option<Outcome> {
        let now = self.text.place(stop.at);
        let mut best: Option<Outcome> = None;
        for repair in &fault.repairs {
            let Some(outcome) = self.attempt(repair, start) else { return best };
            if self.is_enough(&outcome, now) {
                return Some(outcome);
            }
            best = further(best, outcome, now);
        }
        let blankings: Vec<Repair> = blankings(self.text.text(), stop.at, start).collect();
        for repair in &blankings {
            let Some(outcome) = self.attempt(repair, start) else { return best };
            best = further(best, outcome, now);
        }
        best
    }

    fn attempt(&mut self, repair: &Repair, start: usize) -> Option<Outcome> {
        let text = self.text.repaired(repair);
        let stop = probe(text.text(), start);
        let read = stop.as_ref().map_or(text.text().len(), |stop| stop.at) - start.min(text.text().len());
        self.bytes_left = self.bytes_left.checked_sub(read)?;
        let reach = stop.as_ref().map_or(usize::MAX, |stop| text.place(stop.at));
        Some(Outcome { text, stop, reach })
    }

    fn is_enough(&self, outcome: &Outcome, now: usize) -> bool {
        let between = self.file.text().get(now..outcome.reach.min(self.file.text().len())).unwrap_or_default();
        outcome.stop.is_none() || between.matches('\n').count() >= ENOUGH_LINES
    }
}

fn further(best: Option<Outcome>, outcome: Outcome, now: usize) -> Option<Outcome> {
    let least = best.as_ref().map_or(now, |best| best.reach);
    if outcome.reach > least { Some(outcome) } else { best }
}

/// Where the document that starts at an offset cannot be read, if so. Depth is reported elsewhere.
fn probe(text: &str, start: usize) -> Option<Stop> {
    let end = next_document(text, start).map_or(text.len(), |next| next + 3);
    let mut parser = Parser::new_from_str_with_options(&text[start..end], parser_options());
    let mut stop = Stop { kind: ErrorKind::UnexpectedEof, at: start, last: start..start, after: start, open: Vec::new() };
    let mut open: Vec<Option<usize>> = Vec::new();
    loop {
        let (event, place) = match parser.next_event()? {
            Ok((event, place)) => (event, shifted(range(&place), start)),
            Err(error) => {
                stop.kind = Some(error.kind().clone()).filter(|kind| *kind != ErrorKind::RecursionLimitExceeded)?;
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
            _ => {}
        }
        stop.after = stop.after.max(place.end);
    }
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Where the next `---` after the line at an offset stands.
fn next_document(text: &str, from: usize) -> Option<usize> {
    let mut starts = text[from..].match_indices(['\n', '\r']).map(|(at, _)| from + at + 1);
    starts.find(|start| text[*start..].starts_with("---") && is_marker(&text[*start..]))
}
