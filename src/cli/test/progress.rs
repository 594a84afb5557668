//! How far a long run has come: a line on a terminal's standard error that rewrites itself and goes away at the end.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// What takes less time needs no progress.
const PATIENCE: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(200);

/// Who is told of progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// A person at a terminal.
    Terminal,
    Nobody,
}

/// Rows that have been read so far.
#[derive(Debug)]
pub struct Progress {
    audience: Audience,
    rows: u64,
    next: Instant,
    is_shown: bool,
}

impl Progress {
    /// Whoever looks at standard error is told, unless it was forbidden.
    pub fn of(audience: Audience) -> Self {
        let audience = if io::stderr().is_terminal() { audience } else { Audience::Nobody };
        Self { audience, rows: 0, next: Instant::now() + PATIENCE, is_shown: false }
    }

    pub fn add(&mut self, rows: usize) {
        if self.audience == Audience::Nobody {
            return;
        }
        self.rows += rows as u64;
        let now = Instant::now();
        if now >= self.next {
            self.next = now + STEP;
            self.is_shown = true;
            write(&format!("\r\x1b[K{} rows…", grouped(self.rows)));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_shown {
            write("\r\x1b[K");
        }
    }
}

/// A terminal that went away needs no progress.
fn write(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

fn grouped(rows: u64) -> String {
    let digits = rows.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_grouped() {
        assert_eq!([1, 999, 1_000, 12_345_678].map(super::grouped), ["1", "999", "1,000", "12,345,678"]);
    }
}
