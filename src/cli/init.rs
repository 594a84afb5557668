//! `planlint init`.

use std::path::{Path, PathBuf};

use super::arguments::{InitCommand, Template};
use super::exit::{Ending, Exit};
use super::{files, output};

/// Writes a template to a new file, or prints it.
pub fn run(command: &InitCommand) -> Ending {
    let (name, yaml, dsl) = texts(command.template);
    let (text, end) = if command.dsl { (dsl, "plan") } else { (yaml, "plan.yaml") };
    let path = command.path.clone().unwrap_or_else(|| PathBuf::from(format!("{name}.{end}")));
    if path == Path::new("-") {
        output::print(text);
        return Ok(Exit::Clean);
    }
    files::write_new(&path, text)?;
    output::print(&format!("{}: written; fill it in, then run `planlint check {0}`\n", files::shown(&path)));
    Ok(Exit::Clean)
}

fn texts(template: Template) -> (&'static str, &'static str, &'static str) {
    macro_rules! texts {
        ($name:literal) => {
            (
                $name,
                include_str!(concat!("templates/", $name, ".plan.yaml")),
                include_str!(concat!("templates/", $name, ".plan")),
            )
        };
    }
    match template {
        Template::MegaBackdoor => texts!("mega-backdoor"),
        Template::SafeHarbor => texts!("safe-harbor"),
        Template::Plan403b => texts!("403b"),
        Template::Plan457b => texts!("457b"),
        Template::Solo => texts!("solo"),
    }
}
