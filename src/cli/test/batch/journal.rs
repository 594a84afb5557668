//! What a run has finished so far, a file a plan, so that a run that is broken off can be continued.
//!
//! A file holds what the results of its plan need and no other value of the census. It is written beside and renamed,
//! so it is whole or not there; only its owner can read it; and it is gone when the results are in their places.

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use planlint::testing::batch::line::Line;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::outputs;
use crate::cli::exit::Problem;
use crate::cli::files::{plain, shown};

/// The folder within that of the results.
pub const FOLDER: &str = ".planlint-journal";
const LOCK: &str = "lock";

/// The journal of a run, which no other run can use at the same time.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    /// Given back when the process ends, however it ends.
    lock: File,
    /// What an earlier run left here.
    earlier: BTreeSet<u64>,
    reused: Mutex<BTreeSet<u64>>,
    failure: Mutex<Option<io::Error>>,
}

/// The result of one plan.
#[derive(Debug, Serialize, Deserialize)]
pub struct Kept {
    /// What it rests on.
    pub key: u64,
    pub line: Line,
    /// Lines of CSV without a header.
    pub refunds: String,
    /// `planlint/test/1` on one line.
    pub results: Option<String>,
}

impl Journal {
    /// Opens the folder of results and the journal in it; makes them if they are not there.
    pub fn open<'a>(out: &Path, inputs: impl Iterator<Item = &'a PathBuf>) -> Result<Self, Problem> {
        outputs::check(out, inputs)?;
        let folder = out.join(FOLDER);
        let cannot = |error: io::Error| cannot_write(&folder, &error);
        make_folder(&folder).map_err(cannot)?;
        let lock = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK));
        let lock = lock.map_err(cannot)?;
        if lock.try_lock().is_err() {
            return Err(Problem::usage(format!("{}: another run is writing its results there", shown(out))));
        }
        let earlier = sweep(&folder).map_err(cannot)?;
        Ok(Self { folder, lock, earlier, reused: Mutex::default(), failure: Mutex::default() })
    }

    /// The line of a plan that is finished already.
    pub fn take(&self, key: u64) -> Option<Line> {
        let kept = self.load(key)?;
        // What a first reading of the census kept is taken over by the second too.
        if self.earlier.contains(&key) {
            self.reused.lock().unwrap_or_else(PoisonError::into_inner).insert(key);
        }
        Some(kept.line)
    }

    /// What is kept under a key; `None` where it is not whole, as after a loss of power.
    pub fn load(&self, key: u64) -> Option<Kept> {
        let bytes = fs::read(self.path(key)).ok()?;
        serde_json::from_slice::<Kept>(&bytes).ok().filter(|kept| kept.key == key)
    }

    /// Keeps the result of a plan. A failure is told at the end.
    pub fn keep(&self, kept: &Kept) {
        let text = serde_json::to_vec(kept).map_err(io::Error::other);
        let written = text.and_then(|text| write_into(&self.folder, &self.path(kept.key), &text));
        if let Err(error) = written {
            self.failure.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
        }
    }

    /// How many plans an earlier run had finished.
    pub fn reused(&self) -> usize {
        self.reused.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Could everything be kept?
    pub fn whole(&self) -> Result<(), Problem> {
        match self.failure.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(error) => Err(cannot_write(&self.folder, &error)),
            None => Ok(()),
        }
    }

    /// Where files are written before they take their places.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes it: what it held is in the results.
    pub fn close(self) -> Result<(), Problem> {
        fs::remove_dir_all(&self.folder).map_err(|error| cannot_write(&self.folder, &error))?;
        drop(self.lock);
        Ok(())
    }

    fn path(&self, key: u64) -> PathBuf {
        self.folder.join(format!("{key:016x}.json"))
    }
}

/// Writes a file whole or not at all, for its owner's eyes only. `beside` is a folder on the same disk.
pub fn write_into(beside: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Files of this kind are made for their owner alone.
    let mut file = NamedTempFile::new_in(beside)?;
    file.write_all(bytes)?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// Makes a folder that only its owner can look into.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

pub fn cannot_write(path: &Path, error: &io::Error) -> Problem {
    Problem::unreadable(format!("{}: cannot be written: {}", shown(path), plain(error)))
}

/// Removes what a run left half written, and tells what it left whole.
fn sweep(folder: &Path) -> io::Result<BTreeSet<u64>> {
    let mut kept = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let key = name.strip_suffix(".json").and_then(|key| u64::from_str_radix(key, 16).ok());
        kept.extend(key);
        if key.is_none() && name != LOCK && entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(kept)
}
