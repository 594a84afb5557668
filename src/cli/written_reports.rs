//! Reports that go to files beside standard output: refused before the run if they could do harm, written whole or not
//! at all.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use planlint::render::{self, compare};
use planlint::settings::FILE_NAME;

use super::baseline;
use super::exit::{Exit, Problem};
use super::files::{self, plain, shown};

/// A format that goes to files.
pub trait Written: Copy {
    fn name(self) -> &'static str;

    /// The format of a name.
    fn named(name: &str) -> Result<Self, String>;
}

impl Written for render::Format {
    fn name(self) -> &'static str {
        render::Format::name(self)
    }

    fn named(name: &str) -> Result<Self, String> {
        Self::from_str(name)
    }
}

impl Written for compare::Format {
    fn name(self) -> &'static str {
        compare::Format::name(self)
    }

    fn named(name: &str) -> Result<Self, String> {
        Self::from_str(name)
    }
}

/// A report to write, as it was asked for: `sarif=out.sarif`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenReport<F = render::Format> {
    pub format: F,
    path: PathBuf,
}

/// A report and the file that it will replace or make, links followed.
#[derive(Debug)]
pub struct Target<F> {
    format: F,
    path: PathBuf,
}

impl<F: Written> WrittenReport<F> {
    /// A report whose format is plain from elsewhere.
    pub fn to(format: F, path: &str) -> Self {
        Self { format, path: PathBuf::from(path) }
    }

    /// Reads `FORMAT=FILE`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (name, path) =
            text.split_once('=').ok_or("write it as FORMAT=FILE, such as `sarif=out.sarif`")?;
        let format = F::named(name)?;
        match path {
            "" => Err("the name of the file is missing behind `=`".to_owned()),
            "-" => Err("standard output is written by `--format`".to_owned()),
            path => Ok(Self { format, path: PathBuf::from(path) }),
        }
    }
}

/// The files that reports go to. What would take the place of an input, of a plan spec, of settings, of a baseline or of
/// another report is refused, and so is what cannot be written; all of it at once.
pub fn validated<F: Written>(
    reports: &[WrittenReport<F>],
    inputs: &[PathBuf],
) -> Result<Vec<Target<F>>, Problem> {
    let inputs: Vec<PathBuf> = inputs.iter().filter_map(|input| input.canonicalize().ok()).collect();
    let mut taken: BTreeMap<PathBuf, &WrittenReport<F>> = BTreeMap::new();
    let mut targets = Vec::new();
    let mut lines = Vec::new();
    for report in reports {
        let mut refuse = |why: &str| {
            let (format, path) = (report.format.name(), shown(&report.path));
            lines.push(format!("--output {format}={path}: {why}"));
        };
        let path = match resolved(&report.path) {
            Ok(path) => path,
            Err(why) => {
                refuse(&why);
                continue;
            }
        };
        if let Some(why) = harm(&path, &inputs) {
            refuse(why);
        } else if let Some(other) = taken.insert(path.clone(), report) {
            refuse(&format!("`--output {}=…` goes to the same file", other.format.name()));
        } else {
            targets.push(Target { format: report.format, path });
        }
    }
    if lines.is_empty() { Ok(targets) } else { Err(Problem { lines, exit: Exit::Usage }) }
}

/// Why a report must not go to a path, if so: what stands there, or could, is the user's own work.
fn harm(path: &Path, inputs: &[PathBuf]) -> Option<&'static str> {
    if path.is_dir() {
        Some("is a folder")
    } else if inputs.iter().any(|input| input == path) {
        Some("is an input and is left as it is")
    } else if files::is_plan(path) {
        Some("has the name of a plan spec; reports go elsewhere")
    } else if path.file_name().is_some_and(|name| name == FILE_NAME) {
        Some("has the name of the settings; reports go elsewhere")
    } else if path.exists() && !path.is_file() {
        // Its place would be taken by a file: as root, that of `/dev/null` too.
        Some("is no ordinary file")
    } else if baseline::is_one(path) {
        Some("is a baseline and is left as it is")
    } else {
        None
    }
}

/// Writes the reports. All are written beside their files first and take their places last.
pub fn write<F: Written>(
    targets: &[Target<F>],
    rendered: impl Fn(F) -> Result<Vec<u8>, Problem>,
) -> Result<(), Problem> {
    let mut ready: Vec<(PathBuf, &Target<F>)> = Vec::new();
    let mut result = Ok(());
    for target in targets {
        let temporary = beside(&target.path);
        result = rendered(target.format).and_then(|bytes| write_new(&temporary, &target.path, &bytes));
        ready.push((temporary, target));
        if result.is_err() {
            break;
        }
    }
    for (temporary, target) in &ready {
        if result.is_ok() {
            result = fs::rename(temporary, &target.path).map_err(|error| cannot_write(&target.path, &error));
        }
        if result.is_err() {
            // It may be gone or in its place already; there is nothing more to do about it.
            let _ = fs::remove_file(temporary);
        }
    }
    result
}

/// The path of a file that need not exist yet, without links: a link stays a link, what it leads to is replaced.
fn resolved(path: &Path) -> Result<PathBuf, String> {
    if let Ok(path) = path.canonicalize() {
        return Ok(path);
    }
    if path.is_symlink() {
        return Err("is a link that leads nowhere".to_owned());
    }
    let name = path.file_name().ok_or("is no name of a file")?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match folder.canonicalize() {
        Ok(folder) if folder.is_dir() => Ok(folder.join(name)),
        Ok(_) | Err(_) => Err(format!("{}: no such folder", shown(folder))),
    }
}

/// A name that nothing else has.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".planlint-{}-tmp", std::process::id()));
    path.with_file_name(name)
}

/// Writes a new file with the permissions of the one that it will replace.
fn write_new(temporary: &Path, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let written = File::options().write(true).create_new(true).open(temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        match fs::metadata(path) {
            Ok(old) => fs::set_permissions(temporary, old.permissions()),
            Err(_) => Ok(()),
        }
    });
    written.map_err(|error| cannot_write(path, &error))
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Problem {
    Problem::unreadable(format!("{}: cannot be written: {}", shown(path), plain(error)))
}
