//! `planlint diff`.

mod git;

use std::path::{Path, PathBuf};

use planlint::diff::concern::NAMES;
use planlint::diff::{Diff, Spec, diff};
use planlint::render::json::Passing;
use planlint::render::{self, Format};
use planlint::report::CheckOptions;
use planlint::report::adjust::Adjustments;
use planlint::report::selection::{Selection, Selector};
use planlint::settings::FailOn;

use super::arguments::DiffCommand;
use super::check::today;
use super::exit::{Ending, Exit, Problem};
use super::{files, output};

/// The specs of both sides.
#[derive(Default)]
struct Sides {
    old: Vec<Spec>,
    new: Vec<Spec>,
    /// Specs that are the same byte for byte and were not read.
    same: usize,
    /// A line for stderr each.
    unreadable: Vec<String>,
}

/// Prints what an amendment changes.
pub fn run(command: &DiffCommand) -> Ending {
    let (concerns, rules): (Vec<String>, Vec<String>) =
        command.ignore.iter().cloned().partition(|name| NAMES.contains(&name.as_str()));
    let options = CheckOptions {
        year: command.year,
        as_of: command.as_of.unwrap_or_else(today),
        require_mega_backdoor: false,
        selection: selection(&command.select, &rules)?,
        adjustments: Adjustments::default(),
    };
    let sides = match (&command.git, command.paths.as_slice()) {
        (Some(revisions), paths) => git::sides(revisions, paths)?,
        (None, [old, new]) => of_paths(old, new)?,
        (None, _) => {
            return Err(Problem::usage(
                "diff takes two plan specs or two folders, OLD and NEW, or `--git REV..REV`",
            ));
        }
    };
    for line in &sides.unreadable {
        eprintln!("planlint: {}", render::safe::line(line));
    }
    let mut compared = diff(&sides.old, &sides.new, &options);
    for plan in &mut compared.plans {
        plan.concerns.retain(|concern| !concerns.iter().any(|name| name == concern.finding.rule));
    }
    compared.same += sides.same;
    compared.unreadable.splice(0..0, sides.unreadable);
    if !compared.unread.findings.is_empty() {
        eprint!(
            "{}",
            render::render(&compared.unread, Format::Full, &output::style_of_errors(), Passing::Left)
        );
    }
    output::print(&render::diff::render(&compared, command.format, &output::style(command.color)));
    Ok(exit(command, &compared))
}

/// The rules that run. Every name that is none is reported.
fn selection(select: &[String], ignore: &[String]) -> Result<Selection, Problem> {
    let mut lines = Vec::new();
    let mut parse = |option: &str, names: &[String]| -> Vec<Selector> {
        let read =
            names.iter().map(|name| Selector::parse(name).map_err(|error| format!("{option}: {error}")));
        read.filter_map(|name| name.map_err(|line| lines.push(line)).ok()).collect()
    };
    let selection =
        Selection { select: parse("--select", select), ignore: parse("--ignore", ignore), profile: None };
    if lines.is_empty() { Ok(selection) } else { Err(Problem { lines, exit: Exit::Usage }) }
}

fn exit(command: &DiffCommand, diff: &Diff) -> Exit {
    if !diff.unreadable.is_empty() {
        return Exit::Unreadable;
    }
    let grave = match command.fail_on {
        FailOn::At(least) => diff.worst().is_some_and(|worst| worst >= least),
        FailOn::Never => false,
    };
    if grave && !command.exit_zero { Exit::Findings } else { Exit::Clean }
}

fn of_paths(old: &Path, new: &Path) -> Result<Sides, Problem> {
    if old.exists() && new.exists() && old.is_dir() != new.is_dir() {
        let line = format!(
            "{} and {}: a file and a folder cannot be compared",
            files::shown(old),
            files::shown(new)
        );
        return Err(Problem::usage(line));
    }
    let mut sides = Sides::default();
    let found =
        files::find(&[old.to_owned()]).and_then(|old_found| Ok((old_found, files::find(&[new.to_owned()])?)));
    let (old_found, new_found) = found?;
    sides.old = specs(old, old_found, &mut sides.unreadable);
    sides.new = specs(new, new_found, &mut sides.unreadable);
    Ok(sides)
}

/// The specs below a path, known by what follows it.
fn specs(below: &Path, found: files::Found, unreadable: &mut Vec<String>) -> Vec<Spec> {
    unreadable.extend(found.unreadable);
    let mut specs = Vec::new();
    for path in &found.paths {
        let key = if below.is_dir() { key(below, path) } else { String::new() };
        match files::read_one(path, "stdin.plan") {
            Ok(input) => specs.push(Spec { key, input }),
            Err(line) => unreadable.push(line),
        }
    }
    specs
}

fn key(below: &Path, path: &Path) -> String {
    let below: PathBuf = below.components().collect();
    let path: PathBuf = path.components().collect();
    files::shown(path.strip_prefix(&below).unwrap_or(&path))
}
