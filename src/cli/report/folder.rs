//! The folder of a report: written beside its place and put there whole. One that is there already is replaced only if
//! every file in it is one that planlint wrote and nobody changed.

use std::collections::BTreeMap;
use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

use planlint::render::site::SiteFile;
use rayon::prelude::*;
use walkdir::WalkDir;

use super::pdf::Browser;
use crate::cli::exit::{Exit, Problem};
use crate::cli::files::{plain, shown};

/// The list of the files that planlint wrote, each with a fingerprint of its bytes.
const MARKER: &str = ".planlint-report";
const HEAD: &str = "planlint report 1: this folder is replaced as a whole by the next run";
/// So many files in the way are named.
const NAMED: usize = 5;

/// Where a report goes.
#[derive(Debug)]
pub struct Target {
    path: PathBuf,
}

/// A report that is being written.
#[derive(Debug)]
pub struct Folder<'t> {
    target: &'t Target,
    temporary: PathBuf,
}

/// Whether there are amounts of persons in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contents {
    Shared,
    Personal,
}

impl Target {
    /// Refuses a place that is, holds or lies in something that is read, and one that holds the user's own files.
    pub fn of(out: &Path, inputs: &[PathBuf]) -> Result<Self, Problem> {
        let refuse = |why: &str| Problem::usage(format!("--out {}: {why}", shown(out)));
        let path = resolved(out).ok_or_else(|| refuse("there is no such folder to make it in"))?;
        for input in inputs.iter().filter_map(|input| input.canonicalize().ok()) {
            let lies_in = input.is_dir() && path.starts_with(&input);
            if input.starts_with(&path) || lies_in {
                let how = if lies_in { "lies in" } else { "is or holds" };
                let why = format!("it {how} {}, which is read; reports go elsewhere", shown(&input));
                return Err(refuse(&why));
            }
        }
        match fs::symlink_metadata(&path) {
            Err(_) => {}
            Ok(found) if !found.is_dir() => return Err(refuse("is a file and is left as it is")),
            Ok(_) => own(&path).map_err(|lines| {
                let head =
                    format!("--out {}: is left as it is, for what planlint did not write:", shown(out));
                Problem { lines: std::iter::once(head).chain(lines).collect(), exit: Exit::Usage }
            })?,
        }
        Ok(Self { path })
    }

    /// Begins a report in a new folder beside its place.
    pub fn begin(&self, contents: Contents) -> Result<Folder<'_>, Problem> {
        let temporary = self.beside("new");
        fs::create_dir(&temporary).map_err(|error| cannot_write(&self.path, &error))?;
        let folder = Folder { target: self, temporary };
        if contents == Contents::Personal {
            owner_only(&folder.temporary).map_err(|error| cannot_write(&self.path, &error))?;
        }
        for part in ["plans", "letters"] {
            fs::create_dir(folder.temporary.join(part)).map_err(|error| cannot_write(&self.path, &error))?;
        }
        Ok(folder)
    }

    /// A name that nothing else has.
    fn beside(&self, what: &str) -> PathBuf {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        self.path.with_file_name(format!(".{name}.planlint-{}-{what}", std::process::id()))
    }
}

impl Folder<'_> {
    pub fn write(&self, file: &SiteFile) -> Result<(), Problem> {
        fs::write(self.temporary.join(&file.path), &file.text)
            .map_err(|error| cannot_write(&self.target.path.join(&file.path), &error))
    }

    /// Prints the pages that `each` gives to a PDF each, under the names that they have.
    pub fn print(
        &self,
        browser: &Browser,
        each: impl FnOnce(&(dyn Fn(SiteFile) -> Result<(), Problem> + Sync)) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let work = tempfile::tempdir().map_err(|error| cannot_write(&self.target.path, &error))?;
        each(&|paper| {
            let target = self.temporary.join(&paper.path).with_extension("pdf");
            let name = Path::new(&paper.path).file_stem().unwrap_or_default();
            browser.print(&paper.text, &work.path().join(name), &target)
        })
    }

    /// Puts the report in its place, and returns how many files are in it.
    pub fn finish(&mut self) -> Result<usize, Problem> {
        let failed = |error: io::Error| cannot_write(&self.target.path, &error);
        let files = fingerprints(&self.temporary).map_err(failed)?;
        let list: String = files.iter().map(|(path, hash)| format!("{hash:016x} {path}\n")).collect();
        fs::write(self.temporary.join(MARKER), format!("{HEAD}\n{list}")).map_err(failed)?;
        let old = self.target.beside("old");
        let replaced = self.target.path.exists();
        if replaced {
            fs::rename(&self.target.path, &old).map_err(failed)?;
        }
        if let Err(error) = fs::rename(&self.temporary, &self.target.path) {
            // What was there is put back; if that fails too, it is still whole under its other name.
            let _ = fs::rename(&old, &self.target.path);
            return Err(failed(error));
        }
        if replaced {
            // The report is in its place: a rest of the old one beside it does no harm.
            let _ = fs::remove_dir_all(&old);
        }
        Ok(files.len())
    }
}

impl Drop for Folder<'_> {
    fn drop(&mut self) {
        // Gone already where the report was put in its place.
        let _ = fs::remove_dir_all(&self.temporary);
    }
}

/// The path with its folder's links followed; `None` where that folder is not there.
fn resolved(out: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(out).ok()?;
    let whole = whole.canonicalize().unwrap_or(whole);
    let folder = whole.parent()?.canonicalize().ok()?;
    Some(folder.join(whole.file_name()?))
}

/// Is all in a folder as planlint left it? If not, a line for each file that is not.
fn own(folder: &Path) -> Result<(), Vec<String>> {
    let found = match fingerprints(folder) {
        Ok(found) => found,
        Err(error) => return Err(vec![plain(&error)]),
    };
    if found.is_empty() && !folder.join(MARKER).exists() && empty(folder) {
        return Ok(());
    }
    let marker = fs::read_to_string(folder.join(MARKER)).unwrap_or_default();
    let listed: BTreeMap<&str, &str> = marker
        .strip_prefix(HEAD)
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(hash, path)| (path, hash))
        .collect();
    let strange = found
        .iter()
        .filter(|(path, hash)| listed.get(path.as_str()) != Some(&format!("{hash:016x}").as_str()));
    let strange: Vec<String> = strange.map(|(path, _)| format!("  {path}")).collect();
    if strange.is_empty() && !listed.is_empty() {
        return Ok(());
    }
    let more = strange.len().saturating_sub(NAMED);
    let mut lines: Vec<String> = strange.into_iter().take(NAMED).collect();
    if more > 0 {
        lines.push(format!("  and {more} more"));
    }
    Err(lines)
}

fn empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// The files below a folder with `/` between the parts of their paths, each with a fingerprint; the list itself is left
/// out.
fn fingerprints(folder: &Path) -> io::Result<BTreeMap<String, u64>> {
    let mut paths = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            paths.push(entry.into_path());
        }
    }
    let own = |path: PathBuf| {
        let relative = shown(path.strip_prefix(folder).unwrap_or(&path));
        let mut hasher = fnv::FnvHasher::default();
        hasher.write(&fs::read(&path)?);
        Ok((relative, hasher.finish()))
    };
    let mut all: BTreeMap<String, u64> = paths.into_par_iter().map(own).collect::<io::Result<_>>()?;
    all.remove(MARKER);
    Ok(all)
}

#[cfg(unix)]
fn owner_only(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn owner_only(_: &Path) -> io::Result<()> {
    Ok(())
}

fn cannot_write(path: &Path, error: &io::Error) -> Problem {
    Problem::unreadable(format!("{}: cannot be written: {}", shown(path), plain(error)))
}
