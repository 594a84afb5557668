//! Standard input, kept for a second reading: in memory up to a bound, beyond it in a file that has no name.

use std::cell::{Cell, RefCell};
use std::io::{self, Read, Seek, Write};

use tempfile::SpooledTempFile;

/// So many bytes of a census are kept in memory.
const IN_MEMORY: usize = 16 * 1024 * 1024;

/// Standard input, read once.
#[derive(Debug)]
pub struct Input {
    kept: RefCell<SpooledTempFile>,
    is_read: Cell<bool>,
}

/// The first reading of standard input.
struct Keeping<'a>(&'a RefCell<SpooledTempFile>);

/// A further reading.
struct Kept<'a>(&'a RefCell<SpooledTempFile>);

impl Default for Input {
    fn default() -> Self {
        Self { kept: RefCell::new(SpooledTempFile::new(IN_MEMORY)), is_read: Cell::new(false) }
    }
}

impl Input {
    pub fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        if !self.is_read.replace(true) {
            return Ok(Box::new(Keeping(&self.kept)));
        }
        self.kept.borrow_mut().rewind()?;
        Ok(Box::new(Kept(&self.kept)))
    }
}

impl Read for Keeping<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = io::stdin().lock().read(into)?;
        self.0.borrow_mut().write_all(&into[..count])?;
        Ok(count)
    }
}

impl Read for Kept<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.borrow_mut().read(into)
    }
}
