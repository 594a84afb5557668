//! Plan specs of git revisions, read by the `git` program. Nothing is checked out and nothing is written.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use planlint::Input;
use planlint::diff::Spec;
use planlint::source::MAX_BYTES;

use super::Sides;
use crate::cli::exit::{Exit, Problem};
use crate::cli::files;

/// The plan specs of a revision: paths below the working folder, and the names of their contents.
type Tree = BTreeMap<String, String>;

/// Both sides of `REV..REV`, of `REV...REV`, or of `REV` and the files as they are. What is the same is not read.
pub fn sides(revisions: &str, paths: &[PathBuf]) -> Result<Sides, Problem> {
    let (label, old, new) = match revisions.split_once("...") {
        Some((left, right)) => {
            let base = merge_base(&commit(left)?, &commit(right)?)?;
            (base.chars().take(12).collect::<String>(), base, Some(right))
        }
        None => match revisions.split_once("..") {
            Some((left, right)) => (or_head(left).to_owned(), commit(left)?, Some(right)),
            None => (revisions.to_owned(), commit(revisions)?, None),
        },
    };
    let mut sides = match new {
        Some(new) => {
            let (old_tree, new_tree) = (tree(&old, paths)?, tree(&commit(new)?, paths)?);
            let is_same = |path: &String, blob: &String, other: &Tree| other.get(path) == Some(blob);
            Sides {
                same: old_tree.iter().filter(|(path, blob)| is_same(path, blob, &new_tree)).count(),
                old: read(&label, old_tree.iter().filter(|(path, blob)| !is_same(path, blob, &new_tree)))?,
                new: read(
                    or_head(new),
                    new_tree.iter().filter(|(path, blob)| !is_same(path, blob, &old_tree)),
                )?,
                unreadable: Vec::new(),
            }
        }
        None => {
            let mut sides = working_files(paths)?;
            sides.old = read(&label, tree(&old, paths)?.iter())?;
            sides
        }
    };
    if sides.old.is_empty() && sides.new.is_empty() && sides.same == 0 && sides.unreadable.is_empty() {
        return Err(Problem::usage(format!(
            "{revisions}: no plan spec (*.plan, *.plan.yaml) on either side"
        )));
    }
    sides.old.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(sides)
}

/// The files as they are, as far as there are any: a path may be on one side only.
fn working_files(paths: &[PathBuf]) -> Result<Sides, Problem> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { here.as_slice() } else { paths };
    let mut sides = Sides::default();
    for path in paths.iter().filter(|path| path.exists()) {
        let Ok(found) = files::find(std::slice::from_ref(path)) else { continue };
        sides.new.extend(super::specs(path, found, &mut sides.unreadable));
    }
    for spec in &mut sides.new {
        spec.key = spec.input.path.trim_start_matches("./").to_owned();
    }
    Ok(sides)
}

/// `main..` leads to where the repository stands.
fn or_head(revision: &str) -> &str {
    if revision.is_empty() { "HEAD" } else { revision }
}

/// The commit that a revision names.
fn commit(revision: &str) -> Result<String, Problem> {
    let revision = or_head(revision);
    // What looks like an option is none of a user's revisions.
    let unknown = || Problem::usage(format!("--git: `{revision}` is no revision of this repository"));
    if revision.starts_with('-') {
        return Err(unknown());
    }
    git(&[
        "rev-parse".as_ref(),
        "--verify".as_ref(),
        "--quiet".as_ref(),
        format!("{revision}^{{commit}}").as_ref(),
    ])
    .map(|text| text.trim().to_owned())
    .map_err(|problem| if problem.lines.is_empty() { unknown() } else { problem })
}

fn merge_base(one: &str, other: &str) -> Result<String, Problem> {
    git(&["merge-base".as_ref(), one.as_ref(), other.as_ref()]).map(|text| text.trim().to_owned()).map_err(
        |problem| {
            if problem.lines.is_empty() {
                Problem::usage("--git: the two revisions have no common history")
            } else {
                problem
            }
        },
    )
}

/// The plan specs of a commit below some paths. Links are passed over, and so are the folders that `check` passes over.
fn tree(commit: &str, paths: &[PathBuf]) -> Result<Tree, Problem> {
    let mut arguments: Vec<&OsStr> = ["ls-tree", "-r", "-z", commit, "--"].map(OsStr::new).to_vec();
    arguments.extend(paths.iter().filter(|path| *path != Path::new(".")).map(|path| path.as_os_str()));
    let listed = git(&arguments)?;
    let spec = |entry: &str| {
        let (about, path) = entry.split_once('\t')?;
        let mut about = about.split(' ');
        let (mode, blob) = (about.next()?, about.nth(1)?);
        let is_named = paths.iter().any(|named| named == Path::new(path));
        let is_spec = is_named || files::is_plan(Path::new(path)) && !files::is_passed_over(Path::new(path));
        (mode.starts_with("100") && is_spec).then(|| (path.to_owned(), blob.to_owned()))
    };
    Ok(listed.split('\0').filter_map(spec).collect())
}

fn read<'t>(
    label: &str,
    specs: impl Iterator<Item = (&'t String, &'t String)>,
) -> Result<Vec<Spec>, Problem> {
    let one = |(path, blob): (&String, &String)| {
        let bytes = output(&["cat-file".as_ref(), "blob".as_ref(), blob.as_ref()])?;
        let input = Input { path: format!("{label}:{path}"), bytes };
        Ok(Spec { key: path.clone(), input })
    };
    specs.map(one).collect()
}

fn git(arguments: &[&OsStr]) -> Result<String, Problem> {
    output(arguments).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// What git prints, a file's bytes as far as a plan spec may reach. A failure of which git says nothing has no lines.
fn output(arguments: &[&OsStr]) -> Result<Vec<u8>, Problem> {
    let is_file = arguments.first().is_some_and(|verb| *verb == "cat-file");
    let most = if is_file { MAX_BYTES as u64 + 1 } else { u64::MAX };
    let missing = |error: &std::io::Error| {
        Problem::usage(format!("--git: the program `git` cannot be run: {}", files::plain(error)))
    };
    let mut child = Command::new("git")
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| missing(&error))?;
    let mut bytes = Vec::new();
    let mut said = String::new();
    if let Some(stdout) = child.stdout.take() {
        stdout.take(most).read_to_end(&mut bytes).map_err(|error| missing(&error))?;
    }
    if let Some(mut stderr) = child.stderr.take() {
        // What is no text is not worth showing.
        let _ = stderr.read_to_string(&mut said);
    }
    let status = child.wait().map_err(|error| missing(&error))?;
    // Of a file that is too large the rest was not taken, so that git ends in failure; the reader reports the size.
    if status.success() || bytes.len() > MAX_BYTES && is_file {
        return Ok(bytes);
    }
    let lines = said.lines().filter(|line| !line.is_empty()).map(|line| format!("git: {line}")).collect();
    Err(Problem { lines, exit: Exit::Usage })
}
