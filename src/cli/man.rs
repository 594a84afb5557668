//! `planlint man`.

use std::fs;

use clap::CommandFactory;

use super::arguments::{Arguments, ManCommand};
use super::exit::{Ending, Exit, Problem};
use super::{files, output};

/// Prints the manual page of planlint or of a verb, or writes all of them into a folder.
pub fn run(command: &ManCommand) -> Ending {
    let mut whole = Arguments::command();
    whole.build();
    if let Some(folder) = &command.out {
        let cannot = |error: std::io::Error| {
            Problem::usage(format!("{}: cannot be written: {}", files::shown(folder), files::plain(&error)))
        };
        fs::create_dir_all(folder).map_err(cannot)?;
        clap_mangen::generate_to(whole, folder).map_err(cannot)?;
        return Ok(Exit::Clean);
    }
    let page = match &command.verb {
        None => whole,
        Some(name) => {
            let verb = whole.find_subcommand(name).cloned();
            verb.ok_or_else(|| Problem::usage(format!("`{name}` is no verb; `planlint help` lists them")))?
        }
    };
    let mut text = Vec::new();
    let rendered = clap_mangen::Man::new(page).render(&mut text);
    rendered.map_err(|error| Problem::usage(error.to_string()))?;
    output::print(&String::from_utf8_lossy(&text));
    Ok(Exit::Clean)
}
