//! The flags of `check` that say where settings come from, and what is known already.

use std::path::PathBuf;

use clap::Args;

/// The heading of these flags in the help.
const SETTINGS: &str = "Settings and baselines";

/// Where settings come from, and what is known already.
#[derive(Debug, Args)]
pub struct SettingsArguments {
    /// Read settings from this file, not from the nearest planlint.toml in this folder or above it
    #[arg(long, help_heading = SETTINGS, value_name = "FILE", conflicts_with = "isolated")]
    pub config: Option<PathBuf>,
    /// Read no file of settings; variables PLANLINT_* and flags still hold
    #[arg(long, help_heading = SETTINGS)]
    pub isolated: bool,
    /// Print the settings in force and where each comes from, and check nothing
    #[arg(long, help_heading = SETTINGS)]
    pub show_settings: bool,
    /// Hold back the findings of this baseline
    #[arg(long, help_heading = SETTINGS, value_name = "FILE", conflicts_with = "write_baseline")]
    pub baseline: Option<PathBuf>,
    /// Write all findings to this file, to be given as a baseline from then on, and end with 0
    #[arg(long, help_heading = SETTINGS, value_name = "FILE", conflicts_with = "output")]
    pub write_baseline: Option<PathBuf>,
}
