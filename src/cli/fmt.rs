//! `planlint fmt`: the DSL only; YAML has formatters of its own.

use std::path::Path;

use planlint::Input;
use planlint::convert::format;
use planlint::render::json::Passing;
use planlint::render::{self, Format};
use planlint::syntax::decode::Notation;
use similar::TextDiff;

use super::arguments::FmtCommand;
use super::exit::{Ending, Exit, Problem};
use super::{files, output};

/// Formats files in place, or shows what would change.
pub fn run(command: &FmtCommand) -> Ending {
    let mut found = files::find(&command.paths)?;
    found.paths.retain(|path| is_dsl(path));
    if found.paths.is_empty() {
        return Err(Problem::usage("no plan spec in the DSL (*.plan) below these paths"));
    }
    let mut exit = if found.unreadable.is_empty() { Exit::Clean } else { Exit::Unreadable };
    for line in &found.unreadable {
        eprintln!("planlint: {}", render::safe::line(line));
    }
    for path in &found.paths {
        match files::read_one(path, "stdin.plan") {
            Ok(input) => exit = exit.max(one(command, &input, path)?),
            Err(line) => {
                eprintln!("planlint: {}", render::safe::line(&line));
                exit = Exit::Unreadable;
            }
        }
    }
    Ok(exit)
}

fn one(command: &FmtCommand, input: &Input, path: &Path) -> Ending {
    let formatted = match format(input) {
        Ok(formatted) => formatted,
        Err(report) => {
            let style = output::style_of_errors();
            eprint!("{}", render::render(&report, Format::Full, &style, Passing::Left));
            return Ok(Exit::Unreadable);
        }
    };
    let before = String::from_utf8_lossy(&input.bytes);
    let changes = *before != formatted;
    if command.diff {
        if changes {
            let diff = TextDiff::from_lines(&*before, &formatted);
            let head = (&*format!("{} (as it is)", input.path), &*format!("{} (formatted)", input.path));
            let diff = diff.unified_diff().header(head.0, head.1).to_string();
            output::print(
                &diff.lines().map(|line| format!("{}\n", render::safe::line(line))).collect::<String>(),
            );
        }
    } else if command.check {
        if changes {
            output::print(&format!("{}: would change\n", render::safe::line(&input.path)));
        }
    } else if path == Path::new("-") {
        output::print(&formatted);
    } else if changes {
        files::replace(path, &formatted)?;
        output::print(&format!("{}: formatted\n", render::safe::line(&input.path)));
    }
    Ok(if changes && (command.check || command.diff) { Exit::Findings } else { Exit::Clean })
}

fn is_dsl(path: &Path) -> bool {
    Notation::of(&path.to_string_lossy()) == Notation::Dsl
}
