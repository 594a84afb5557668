//! Leaving what cannot be read, so that reading goes on behind it.

use super::read::Reader;
use super::scan;

impl Reader<'_> {
    /// Leaves a statement that could not be read: to its line's end, or over the block that it opens.
    pub(super) fn skip_statement(&mut self) {
        let raw = scan::phrase(self.rest).raw;
        self.rest = &self.rest[raw.len()..];
        self.skip(scan::blanks);
        if self.rest.starts_with('{') {
            self.skip_block();
        } else if let Some('@') = self.rest.chars().next() {
            let line = self.rest.find(['\n', '\r']).unwrap_or(self.rest.len());
            self.rest = &self.rest[line..];
        } else if self.rest.starts_with('"') {
            self.rest = &self.rest[1..];
        }
    }

    /// Leaves a `{ … }` with all blocks in it, without recursion.
    pub(super) fn skip_block(&mut self) {
        let mut depth = 0_usize;
        while let Some(next) = self.rest.chars().next() {
            match next {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            self.rest = match next {
                '"' => scan::string(self.rest).map_or(&self.rest[1..], |(rest, _)| rest),
                '#' => scan::comment(self.rest).map_or(&self.rest[1..], |(rest, _)| rest),
                other => &self.rest[other.len_utf8()..],
            };
            if depth == 0 {
                return;
            }
        }
    }
}
