//! `planlint convert`.

use std::path::Path;

use planlint::convert::convert;
use planlint::render::json::Passing;
use planlint::render::{self, Format};
use planlint::syntax::decode::Notation;

use super::arguments::{ConvertCommand, To};
use super::exit::{Ending, Exit, Problem};
use super::{files, output};

/// Prints a plan spec in the other notation, or writes it to a new file.
pub fn run(command: &ConvertCommand) -> Ending {
    let from_stdin = command.path == Path::new("-");
    let assumed = match command.to {
        To::Yaml => "stdin.plan",
        To::Dsl => "stdin.plan.yaml",
    };
    if !from_stdin && !command.path.is_file() {
        return Err(Problem::usage(format!("{}: no such file", files::shown(&command.path))));
    }
    let input = &files::read_one(&command.path, assumed).map_err(Problem::unreadable)?;
    let to = match command.to {
        To::Yaml => Notation::Yaml,
        To::Dsl => Notation::Dsl,
    };
    match convert(input, to) {
        Ok(text) => match &command.out {
            None => output::print(&text),
            Some(out) => files::write_new(out, &text)?,
        },
        Err(report) => {
            let style = output::style_of_errors();
            eprint!("{}", render::render(&report, Format::Full, &style, Passing::Left));
            let path = files::shown(&command.path);
            return Err(Problem::unreadable(format!("{path}: not converted, so that nothing is lost")));
        }
    }
    Ok(Exit::Clean)
}
