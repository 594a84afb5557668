//! Results held back until the census is known to have no problems: in memory up to a bound, beyond it in a file that
//! has no name, as they are about people.

use std::io::{self, Read, Seek, SeekFrom, Write};

use planlint::census::employer::Reading;
use tempfile::SpooledTempFile;

use crate::cli::exit::Exit;

/// So many bytes of results are kept in memory.
const IN_MEMORY: usize = 16 * 1024 * 1024;

/// Written results by the number of their plan, in whatever order they come.
#[derive(Debug)]
pub struct Held {
    texts: SpooledTempFile,
    end: u64,
    plans: Vec<Place>,
    /// The result of the first plan as it is written if there is no other.
    alone: Option<(Reading, String)>,
    exit: Exit,
    failure: Option<io::Error>,
}

/// Where the text of a plan stands.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    reading: Reading,
    start: u64,
    length: u64,
}

/// The result of one plan.
#[derive(Debug)]
pub struct Written {
    pub number: usize,
    pub reading: Reading,
    pub exit: Exit,
    pub text: String,
    /// As it is written if there is no other plan, where that makes a difference.
    pub alone: Option<String>,
}

impl Default for Held {
    fn default() -> Self {
        Self {
            texts: SpooledTempFile::new(IN_MEMORY),
            end: 0,
            plans: Vec::new(),
            alone: None,
            exit: Exit::Clean,
            failure: None,
        }
    }
}

impl Held {
    /// Keeps a result. One of the second reading of a census replaces that of the first, whichever comes first.
    pub fn keep(&mut self, result: Written) {
        let known = self.plans.len();
        self.plans.resize_with(known.max(result.number + 1), Place::default);
        if result.reading < self.plans[result.number].reading {
            return;
        }
        let length = result.text.len() as u64;
        self.plans[result.number] = Place { reading: result.reading, start: self.end, length };
        self.end += length;
        self.exit = self.exit.max(result.exit);
        if let Some(alone) = result.alone {
            self.alone = Some((result.reading, alone));
        }
        let written = self.texts.write_all(result.text.as_bytes());
        self.failure = self.failure.take().or(written.err());
    }

    /// Writes all results in the order of plans and tells how the run ends.
    pub fn print(mut self, out: &mut dyn Write) -> io::Result<Exit> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        if let ([_], Some((_, alone))) = (self.plans.as_slice(), &self.alone) {
            out.write_all(alone.as_bytes())?;
            return Ok(self.exit);
        }
        for (start, length) in runs(&self.plans) {
            self.texts.seek(SeekFrom::Start(start))?;
            io::copy(&mut Read::take(&mut self.texts, length), out)?;
        }
        Ok(self.exit)
    }
}

/// Texts that stand one behind the other are copied at once.
fn runs(plans: &[Place]) -> Vec<(u64, u64)> {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for place in plans {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == place.start => *length += place.length,
            Some(_) | None => runs.push((place.start, place.length)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(number: usize, reading: Reading, text: &str) -> Written {
        Written { number, reading, exit: Exit::Clean, text: text.to_owned(), alone: None }
    }

    fn printed(held: Held) -> String {
        let mut out: Vec<u8> = Vec::new();
        held.print(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn results_come_out_in_the_order_of_plans() {
        let mut held = Held::default();
        for (number, text) in [(2, "c"), (0, "a"), (1, "b"), (3, "d")] {
            held.keep(result(number, Reading::First, text));
        }
        assert_eq!(printed(held), "abcd");
    }

    #[test]
    fn the_second_reading_replaces_the_first_even_if_that_is_late() {
        let mut held = Held::default();
        held.keep(result(0, Reading::First, "part"));
        held.keep(result(1, Reading::Second, "b"));
        held.keep(result(0, Reading::Second, "a"));
        held.keep(result(1, Reading::First, "part"));
        assert_eq!(printed(held), "ab");
    }

    #[test]
    fn more_than_memory_takes_is_kept_in_order() {
        let mut held = Held::default();
        let text = "x".repeat(IN_MEMORY / 4 + 1);
        for number in [1, 0, 3, 2, 4] {
            held.keep(result(number, Reading::First, &format!("{number}{text}")));
        }
        let first: Vec<String> = printed(held).split(&text).map(str::to_owned).collect();
        assert_eq!(first, ["0", "1", "2", "3", "4", ""]);
    }
}
