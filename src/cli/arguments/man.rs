//! The arguments of `planlint man`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub struct ManCommand {
    /// The verb; without one, the page of planlint itself
    #[arg(value_name = "VERB", conflicts_with = "out")]
    pub verb: Option<String>,
    /// Write all pages into this folder
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
}
