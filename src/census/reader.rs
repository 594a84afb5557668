//! A census as a stream: the rows of one plan after another, in memory that the largest plan bounds.

use std::collections::HashSet;
use std::fmt;
use std::io::{self, Read};

use fnv::FnvBuildHasher;

use super::column::Column;
use super::encoding::Decoded;
use super::header::{self, Understanding};
use super::mapping::Mapping;
use super::participant::PlanRows;
use super::problem::{Fault, Problem, Problems};
use super::row::{Outcome, RowReader};
use super::split;
use super::watch;

/// Reads a census plan by plan. Rows of a plan that stand apart come as several parts: [`Reader::arrangement`] tells.
pub struct Reader<R> {
    input: Decoded<R>,
    /// What has been read and not used up, from `at` on; the rows up to `whole` are whole.
    buffer: Vec<u8>,
    at: usize,
    whole: usize,
    ended: bool,
    row: u32,
    understanding: Understanding,
    rows: RowReader,
    problems: Problems,
    counts: Counts,
    /// The first row of the next plan, or nothing.
    held: PlanRows,
    seen: HashSet<Vec<u8>, FnvBuildHasher>,
    arrangement: Arrangement,
}

/// How the rows of plans stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// The rows of every plan stand together.
    Together,
    /// A plan came again after another.
    Scattered,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows with a participant.
    pub rows: u64,
    /// Rows without any text.
    pub blank: u64,
}

/// What is known when all rows are read.
#[derive(Debug)]
pub struct Ending {
    pub understanding: Understanding,
    pub counts: Counts,
    pub problems: Problems,
    pub arrangement: Arrangement,
    /// Amounts with more than two decimals, a number for each column of the file.
    pub rounded: Vec<u64>,
}

const CHUNK: usize = 256 * 1024;
/// No row is so long: a quotation mark was not closed.
const LONGEST_ROW: usize = 4 * 1024 * 1024;

impl<R: Read> Reader<R> {
    /// Reads the first row.
    pub fn new(input: R, mapping: &Mapping) -> io::Result<Self> {
        let (understanding, _) = header::understand(&[], b',', mapping);
        let mut reader = Self {
            input: Decoded::new(input),
            buffer: Vec::new(),
            at: 0,
            whole: 0,
            ended: false,
            row: 0,
            rows: RowReader::new(&understanding),
            understanding,
            problems: Problems::default(),
            counts: Counts::default(),
            held: PlanRows::default(),
            seen: HashSet::default(),
            arrangement: Arrangement::Together,
        };
        reader.read_header(mapping)?;
        Ok(reader)
    }

    pub fn understanding(&self) -> &Understanding {
        &self.understanding
    }

    pub fn arrangement(&self) -> Arrangement {
        self.arrangement
    }

    /// Fills `plan` with the rows of the next plan; `false` after the last.
    pub fn next_plan(&mut self, plan: &mut PlanRows) -> io::Result<bool> {
        plan.clear();
        plan.take_from(&mut self.held);
        loop {
            while self.at < self.whole {
                let Some((outcome, next)) =
                    self.rows.read(&self.buffer, self.at, self.row, &mut self.problems)
                else {
                    break;
                };
                self.at = next;
                self.row += 1;
                match outcome {
                    Outcome::Blank => self.counts.blank += 1,
                    Outcome::Misfit => self.counts.rows += 1,
                    Outcome::Row => {
                        self.counts.rows += 1;
                        if !self.keep(plan) {
                            return Ok(true);
                        }
                    }
                }
            }
            if !self.fill()? {
                return Ok(!plan.participants().is_empty());
            }
        }
    }

    /// What is known at the end. Rows that were not asked for are not in it.
    pub fn end(mut self) -> Ending {
        watch::judge(&self.rows.watches).into_iter().for_each(|problem| {
            if !self.problems.listed().contains(&problem) {
                self.problems.push(problem);
            }
        });
        if self.counts.rows == 0 && self.problems.is_empty() {
            self.problems.push(Problem::of_file(Fault::Empty, Vec::new()));
        }
        self.problems.shorten();
        Ending {
            rounded: self.rows.watches.iter().map(|(_, watch)| watch.rounded_cells()).collect(),
            understanding: self.understanding,
            counts: self.counts,
            problems: self.problems,
            arrangement: self.arrangement,
        }
    }

    /// Puts the row that was just read to its plan; `false` if it is of another, for which it is kept.
    #[inline]
    fn keep(&mut self, plan: &mut PlanRows) -> bool {
        let (texts, bytes) = (&self.rows.texts, &self.buffer);
        let (id, family, group) = (texts.id(bytes), texts.family(bytes), texts.group(bytes));
        let plan_id = texts.plan(bytes);
        let participant = &self.rows.participant;
        if plan.participants().is_empty() {
            begin(plan, plan_id, group, &mut self.seen, &mut self.arrangement);
        } else if differ(&plan.plan_id, plan_id) {
            begin(&mut self.held, plan_id, group, &mut self.seen, &mut self.arrangement);
            self.held.push(participant, id, family);
            return false;
        } else if differ(&plan.group, group) {
            let column = self.understanding.number(Column::EmployerGroup).into_iter().collect();
            self.problems.push(Problem::of_row(Fault::GroupChanges, participant.row(), column));
        }
        plan.push(participant, id, family);
        true
    }

    fn read_header(&mut self, mapping: &Mapping) -> io::Result<()> {
        loop {
            let more = self.fill()?;
            while self.at < self.whole && matches!(self.buffer[self.at], b'\n' | b'\r') {
                self.at = split::after_break(&self.buffer, self.at);
                self.row += 1;
            }
            let whole = &self.buffer[..self.whole];
            let named = split::named_delimiter(whole, self.at);
            let start = named.map_or(self.at, |(_, next)| next);
            let delimiter = named.map_or_else(|| split::delimiter(whole, start), |(delimiter, _)| delimiter);
            if let Some((cells, next)) = split::row(whole, start, delimiter) {
                self.row += u32::from(named.is_some());
                let (understanding, problems) = header::understand(&cells, delimiter, mapping);
                self.rows = RowReader::new(&understanding);
                self.understanding = understanding;
                problems.into_iter().for_each(|problem| self.problems.push(problem));
                self.at = next;
                self.row += 2;
                return Ok(());
            }
            if !more {
                return Ok(());
            }
        }
    }

    /// Reads on, until there is one more whole row or the end; `false` if there is nothing left to read a row from.
    fn fill(&mut self) -> io::Result<bool> {
        if self.ended {
            if self.at < self.whole {
                self.problems.push(Problem::of_row(Fault::NoEnd, self.row.max(1), Vec::new()));
                self.at = self.whole;
            }
            return Ok(false);
        }
        self.buffer.truncate(self.buffer.len().saturating_sub(PADDING.len()).max(self.at));
        self.buffer.drain(..self.at);
        self.at = 0;
        loop {
            let before = self.buffer.len();
            if before > LONGEST_ROW {
                self.ended = true;
                self.whole = before;
                return self.fill();
            }
            let read = self.input.by_ref().take(CHUNK as u64).read_to_end(&mut self.buffer)?;
            if read == 0 {
                self.ended = true;
                if self.buffer.last().is_some_and(|last| *last != b'\n') {
                    self.buffer.push(b'\n');
                }
                self.whole = self.buffer.len();
                break;
            } else if let Some(last) = last_break(&self.buffer[before..]) {
                self.whole = before + last + 1;
                break;
            }
        }
        // The last cells can be read eight bytes at a time too.
        self.buffer.extend_from_slice(&PADDING);
        Ok(self.at < self.whole)
    }
}

const PADDING: [u8; 16] = [0; 16];

/// The last line break, of files that end lines with a carriage return alone too. One at the very end may be half a
/// line break.
fn last_break(bytes: &[u8]) -> Option<usize> {
    let feed = bytes.iter().rposition(|byte| *byte == b'\n');
    feed.or_else(|| bytes.split_last()?.1.iter().rposition(|byte| *byte == b'\r'))
}

/// Empty texts are common, and comparing them is slow where the processor reads behind a mask.
#[inline]
fn differ(one: &[u8], other: &[u8]) -> bool {
    one.len() != other.len() || !one.is_empty() && one != other
}

fn begin(
    plan: &mut PlanRows,
    plan_id: &[u8],
    group: &[u8],
    seen: &mut HashSet<Vec<u8>, FnvBuildHasher>,
    arrangement: &mut Arrangement,
) {
    plan.plan_id.extend_from_slice(plan_id);
    plan.group.extend_from_slice(group);
    if seen.contains(plan_id) {
        *arrangement = Arrangement::Scattered;
    } else {
        seen.insert(plan_id.to_vec());
    }
}

impl<R> fmt::Debug for Reader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("row", &self.row).finish_non_exhaustive()
    }
}
