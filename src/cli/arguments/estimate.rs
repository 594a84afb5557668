//! The arguments of `planlint estimate`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use planlint::estimate::lever::{Axis, percent};
use planlint::estimate::model::SEED;
use planlint::estimate::{MOST_RUNS, RUNS};
use planlint::money::exact::Hundredths;
use planlint::render::estimate::Format;
use planlint::syntax::phrase::year::PlanYear;

use super::fix::FixArguments;
use super::{ColorChoice, read_phrase};

#[derive(Debug, Args)]
pub struct EstimateCommand {
    /// The plan spec; without `--census` its `workforce` describes the people
    pub plan: PathBuf,
    /// The participants, as `planlint test` reads them
    #[arg(long, value_name = "FILE")]
    pub census: Option<PathBuf>,
    /// A file in YAML that says which header stands for which column, a line `column: header` each
    #[arg(long, value_name = "FILE", requires = "census")]
    pub mapping: Option<PathBuf>,
    /// The plan's name, where the file has several plans
    #[arg(long = "plan", value_name = "NAME")]
    pub name: Option<String>,
    /// The census is of the year before: its people stand for this year's
    #[arg(long, requires = "census", conflicts_with = "through")]
    pub as_if: bool,
    /// The census goes through this day of the plan year: carry it on to the end
    #[arg(long, value_name = "DATE", requires = "census", value_parser = read_phrase::<Date>)]
    pub through: Option<Date>,
    /// How much pay grows, in percent: from year to year with `--as-if`, for the rest of the year with `--through`
    #[arg(long, value_name = "PERCENT", default_value = "0", requires = "census", value_parser = percent)]
    pub pay_growth: Hundredths,
    /// The grid from left to right: `hce-after-tax-rate=0..10:1` or `nhce-participation=60,80,100`
    #[arg(long, value_name = "LEVER=VALUES", value_parser = Axis::parse)]
    pub x: Option<Axis>,
    /// The grid from top to bottom
    #[arg(long, value_name = "LEVER=VALUES", requires = "x", value_parser = Axis::parse)]
    pub y: Option<Axis>,
    /// Set a lever for the whole estimate, such as `hce-after-tax-participation=50`; may be given several times
    #[arg(long, value_name = "LEVER=VALUE", value_parser = single)]
    pub set: Vec<Axis>,
    /// The seed that decides who contributes, and the draws of the simulation
    #[arg(long, value_name = "N", default_value_t = SEED)]
    pub seed: u64,
    /// Simulate after-tax participation that lies so many points to both sides of what is stated
    #[arg(long, value_name = "POINTS", value_parser = percent)]
    pub spread: Option<Hundredths>,
    /// How many runs a simulation has
    #[arg(long, value_name = "N", default_value_t = RUNS, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_RUNS)))]
    pub runs: u32,
    /// How to print the estimate
    #[arg(long, value_name = "FORMAT", default_value = "full", value_parser = format())]
    pub format: Format,
    /// Estimate this year: `2026`, or `2026-02-01 to 2027-01-31`
    #[arg(long, value_name = "YEAR", value_parser = read_phrase::<PlanYear>)]
    pub year: Option<PlanYear>,
    /// Take this day for today; its year is estimated where the plan states none
    #[arg(long, value_name = "DATE", value_parser = read_phrase::<Date>)]
    pub as_of: Option<Date>,
    #[command(flatten)]
    pub fix: FixArguments,
    /// Whether to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

fn single(text: &str) -> Result<Axis, String> {
    let axis = Axis::parse(text)?;
    if axis.values.len() == 1 { Ok(axis) } else { Err("one value is set at a time".to_owned()) }
}

fn format() -> impl clap::builder::TypedValueParser<Value = Format> {
    use clap::builder::TypedValueParser;
    let names = Format::ALL.iter().map(|format| format.name());
    clap::builder::PossibleValuesParser::new(names)
        .map(|name| Format::ALL.iter().copied().find(|format| format.name() == name).unwrap_or(Format::Full))
}
