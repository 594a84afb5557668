//! `planlint census`.

pub mod file;

use std::fs;
use std::path::Path;

use planlint::census;
use planlint::census::mapping::Mapping;
use planlint::render;

use super::arguments::{CensusCommand, CensusFormat, ColorChoice};
use super::exit::{Ending, Exit, Problem};
use super::{files, output};
use file::CensusFile;

/// Shows how a census is understood and all that is wrong with it.
pub fn run(command: &CensusCommand) -> Ending {
    let mapping = mapping(command.mapping.as_deref())?;
    let file = CensusFile::of(&command.path)?;
    let census = census::inspect(|| file.open(), &mapping).map_err(|error| file.unreadable(&error))?;
    output::print(&match command.format {
        CensusFormat::Text => render::census::text(&census, &file.name, &output::style(ColorChoice::Auto)),
        CensusFormat::Json => render::census::json(&census, &file.name),
    });
    Ok(if census.problems.is_empty() { Exit::Clean } else { Exit::Unreadable })
}

/// The mapping of a file, if there is one.
pub fn mapping(path: Option<&Path>) -> Result<Mapping, Problem> {
    let Some(path) = path else { return Ok(Mapping::default()) };
    let name = files::shown(path);
    let text = fs::read_to_string(path)
        .map_err(|error| Problem::usage(format!("{name}: cannot be read: {}", files::plain(&error))))?;
    Mapping::read(&text).map_err(|errors| Problem {
        lines: errors.into_iter().map(|error| format!("{name}: {error}")).collect(),
        exit: Exit::Usage,
    })
}
