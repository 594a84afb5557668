//! The arguments of `planlint test`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use planlint::render::testing::Format;
use planlint::syntax::phrase::year::PlanYear;

use super::{ColorChoice, read_phrase};

#[derive(Debug, Args)]
pub struct TestCommand {
    /// The plan spec; with `--all`, plan specs and folders of them
    #[arg(required = true, value_name = "PLAN")]
    pub plans: Vec<PathBuf>,
    /// Test many plans, each by its own spec, and tell them in one table, exceptions first. A plan of a census is that of
    /// the spec whose `id`, else whose file's name, else whose name is its `plan_id`, or where it has no such column the
    /// census file's name
    #[arg(long)]
    pub all: bool,
    /// With `--all`, put results.csv, results.json, refunds.csv and a file a plan into this folder; a run that was broken
    /// off continues there. They are about people: only their owner can read them
    #[arg(long, value_name = "DIR", requires = "all")]
    pub out: Option<PathBuf>,
    /// The participants: CSV, `-` for CSV on standard input or, where planlint is built with them, a spreadsheet or Parquet; a row
    /// a participant, plan and year; with `--all` also a folder of them
    #[arg(long, value_name = "FILE")]
    pub census: PathBuf,
    /// A file in YAML that says which header stands for which column, a line `column: header` each
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// The plan's name, where the file has several plans
    #[arg(long = "plan", value_name = "NAME", conflicts_with = "all")]
    pub name: Option<String>,
    /// How to print results
    #[arg(long, value_name = "FORMAT", default_value = "full", value_parser = format())]
    pub format: Format,
    /// Test this year: `2026`, or `2026-02-01 to 2027-01-31`
    #[arg(long, value_name = "YEAR", value_parser = read_phrase::<PlanYear>)]
    pub year: Option<PlanYear>,
    /// Take this day for today; its year is tested where the plan states none
    #[arg(long, value_name = "DATE", value_parser = read_phrase::<Date>)]
    pub as_of: Option<Date>,
    /// Add every participant, with `--all` in the files of the plans: status with its reason, pay, ratios
    #[arg(long)]
    pub participants: bool,
    /// How many threads to use; the output is the same at any number
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// Whether to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
    /// No progress and no remarks on the run
    #[arg(short, long)]
    pub quiet: bool,
}

fn format() -> impl clap::builder::TypedValueParser<Value = Format> {
    use clap::builder::TypedValueParser;
    let names = Format::ALL.iter().map(|format| format.name());
    clap::builder::PossibleValuesParser::new(names)
        .map(|name| Format::ALL.iter().copied().find(|format| format.name() == name).unwrap_or(Format::Full))
}
