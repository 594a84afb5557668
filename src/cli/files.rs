//! Finding and reading inputs, and writing files whole or not at all.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use planlint::Input;
use planlint::source::MAX_BYTES;
use walkdir::{DirEntry, WalkDir};

use super::exit::{Exit, Problem};

/// The ends of names by which plan specs are found in folders.
const PLAN_ENDS: [&str; 3] = [".plan", ".plan.yaml", ".plan.yml"];
/// Folders that hold what tools make, not what people write.
const SKIPPED_FOLDERS: [&str; 5] = ["target", "node_modules", "__pycache__", "venv", "dist"];

/// The plan specs below some paths, and what could not be looked into.
#[derive(Debug, Default)]
pub struct Found {
    pub paths: Vec<PathBuf>,
    /// A line for stderr each.
    pub unreadable: Vec<String>,
}

/// The plan specs below some paths, each once, in the order of the paths and by name within folders. A file that is
/// named is taken whatever it is called. All paths that do not exist are reported together.
pub fn find(paths: &[PathBuf]) -> Result<Found, Problem> {
    let mut seen = BTreeSet::new();
    let mut found = Found::default();
    let mut lines = Vec::new();
    for path in paths {
        if path == Path::new("-") || path.is_file() {
            found.paths.extend(Some(path.clone()).filter(|path| seen.insert(path.clone())));
        } else if path.is_dir() {
            let problems = found.unreadable.len();
            let plans = below(path, &mut found.unreadable);
            if plans.is_empty() && found.unreadable.len() == problems {
                lines.push(format!("{}: no plan spec in this folder (*.plan, *.plan.yaml)", shown(path)));
            }
            found.paths.extend(plans.into_iter().filter(|path| seen.insert(path.clone())));
        } else {
            lines.push(format!("{}: no such file or folder", shown(path)));
        }
    }
    if lines.is_empty() { Ok(found) } else { Err(Problem { lines, exit: Exit::Usage }) }
}

/// Reads inputs. Those that cannot be read are returned as lines for stderr.
pub fn read(found: Found, stdin_name: &str) -> (Vec<Input>, Vec<String>) {
    let mut inputs = Vec::with_capacity(found.paths.len());
    let mut lines = found.unreadable;
    for path in &found.paths {
        match read_one(path, stdin_name) {
            Ok(input) => inputs.push(input),
            Err(line) => lines.push(line),
        }
    }
    (inputs, lines)
}

/// Reads one input, or says in a line for stderr why it cannot be read.
pub fn read_one(path: &Path, stdin_name: &str) -> Result<Input, String> {
    let is_stdin = path == Path::new("-");
    let bytes = if is_stdin { limited(io::stdin().lock()) } else { File::open(path).and_then(limited) };
    match bytes {
        Ok(bytes) => Ok(Input { path: if is_stdin { stdin_name.to_owned() } else { shown(path) }, bytes }),
        Err(error) => Err(format!("{}: cannot be read: {}", shown(path), plain(&error))),
    }
}

/// Writes a new file; one that exists is never touched.
pub fn write_new(path: &Path, text: &str) -> Result<(), Problem> {
    match File::options().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(text.as_bytes()).map_err(|error| cannot_write(path, &error)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Problem::usage(format!("{}: exists already and is left as it is", shown(path))))
        }
        Err(error) => Err(cannot_write(path, &error)),
    }
}

/// Replaces a file by way of a temporary one beside it, so that it is never half written. A link stays a link: what it
/// leads to is replaced.
pub fn replace(path: &Path, text: &str) -> Result<(), Problem> {
    let written = path.canonicalize().and_then(|path| {
        let permissions = std::fs::metadata(&path)?.permissions();
        put(&path, text, |file| file.set_permissions(permissions))
    });
    written.map_err(|error| cannot_write(path, &error))
}

/// Writes a file by way of a temporary one beside it, so that it is never half written. A link stays a link.
pub fn write_whole(path: &Path, text: &str) -> Result<(), Problem> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    put(&target, text, |_| Ok(()))
        .map_err(|error| Problem::usage(format!("{}: cannot be written: {}", shown(path), plain(&error))))
}

/// The temporary file has a name that nobody can foresee: one that is there already, as a link, say, is never written to.
fn put(path: &Path, text: &str, finish: impl FnOnce(&File) -> io::Result<()>) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    // What the user's mask leaves of it, as of any new file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(".planlint-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    finish(file.as_file())?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// A path as messages show it, with `/` between folders. It is for people: files are opened by their own path.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

/// The reason of an error without the number that the system adds to it.
pub fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

/// Is a file called like a plan spec?
pub fn is_plan(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    PLAN_ENDS.iter().any(|end| name.ends_with(end))
}

/// Does a path lead through a folder, or to a file, that a search passes over?
pub fn is_passed_over(path: &Path) -> bool {
    path.components().any(|part| {
        let name = part.as_os_str().to_string_lossy();
        name.starts_with('.') && name != ".." || SKIPPED_FOLDERS.contains(&&*name)
    })
}

fn below(folder: &Path, lines: &mut Vec<String>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let walk = WalkDir::new(folder).follow_links(false).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_skipped(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_plan(entry.path()) => {
                let path = entry.into_path();
                // Below `.`, which nobody typed, `./` would be noise.
                found.push(path.strip_prefix("./").map_or_else(|_| path.clone(), Path::to_path_buf));
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().map_or_else(|| shown(folder), shown);
                let reason = error.io_error().map_or_else(|| error.to_string(), plain);
                lines.push(format!("{path}: cannot be read: {reason}"));
            }
        }
    }
    found
}

fn is_skipped(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || entry.file_type().is_dir() && SKIPPED_FOLDERS.contains(&&*name)
}

/// One byte more than is read as a plan shows that a file is too large; the rest need not be read.
fn limited(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn cannot_write(path: &Path, error: &io::Error) -> Problem {
    Problem::unreadable(format!("{}: cannot be written: {}", shown(path), plain(error)))
}
