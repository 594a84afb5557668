//! The arguments of `planlint report`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use planlint::syntax::phrase::year::PlanYear;

use super::{CheckCommand, ColorChoice, SettingsArguments, read_phrase};

#[derive(Debug, Args)]
pub struct ReportCommand {
    /// Files and folders
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// The folder to write: a new one, or one that `planlint report` wrote and nobody changed
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// What stands above the overview
    #[arg(long, value_name = "TEXT", default_value = "Plan report")]
    pub title: String,
    /// The participants, for test results on the pages of plans: `plan_id` is the `id` of a plan, the name of its file or its own
    #[arg(long, value_name = "FILE")]
    pub census: Option<PathBuf>,
    /// A file in YAML that says which header stands for which column, a line `column: header` each
    #[arg(long, value_name = "FILE", requires = "census")]
    pub mapping: Option<PathBuf>,
    /// Shares of plans that offer a feature, each with its source, in YAML or CSV: the page of a plan says where it stands
    #[arg(long, value_name = "FILE")]
    pub norms: Option<PathBuf>,
    /// Print the page of every plan to a PDF beside it, by a Chromium that is installed
    #[arg(long)]
    pub pdf: bool,
    /// The Chromium or Chrome that prints; the one that is found where nothing is said
    #[arg(long, value_name = "FILE", requires = "pdf")]
    pub chromium: Option<PathBuf>,
    /// Judge every plan for this year: `2026`, or `2026-02-01 to 2027-01-31`
    #[arg(long, value_name = "YEAR", value_parser = read_phrase::<PlanYear>)]
    pub year: Option<PlanYear>,
    /// Take this day for today; the report bears it
    #[arg(long, value_name = "DATE", value_parser = read_phrase::<Date>)]
    pub as_of: Option<Date>,
    /// Run only these rules: names, groups or `all`, with commas between them
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave these rules out
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Read settings from this file, not from the nearest planlint.toml in this folder or above it
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub config: Option<PathBuf>,
    /// Read no file of settings; variables PLANLINT_* and flags still hold
    #[arg(long)]
    pub isolated: bool,
    /// Hold back the findings of this baseline
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// How many threads to use; the pages are the same at any number
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// No line on what was written
    #[arg(short, long)]
    pub quiet: bool,
}

impl ReportCommand {
    /// The check that the report shows.
    pub fn check(&self) -> CheckCommand {
        CheckCommand {
            paths: self.paths.clone(),
            stdin_filename: "stdin.plan".to_owned(),
            format: None,
            output: Vec::new(),
            year: self.year,
            as_of: self.as_of,
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            profile: None,
            require: None,
            fail_on: None,
            settings: SettingsArguments {
                config: self.config.clone(),
                isolated: self.isolated,
                show_settings: false,
                baseline: self.baseline.clone(),
                write_baseline: None,
            },
            exit_zero: false,
            jobs: self.jobs,
            include_passed: false,
            color: ColorChoice::Never,
            quiet: false,
            all_questions: false,
        }
    }
}
