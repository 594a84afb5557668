//! The arguments of `planlint compare`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use planlint::render::compare::Format;
use planlint::syntax::phrase::year::PlanYear;

use super::{ColorChoice, read_phrase};
use crate::cli::written_reports::WrittenReport;

#[derive(Debug, Args)]
pub struct CompareCommand {
    /// Files and folders; `-` reads standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// The name for standard input; its end tells the notation
    #[arg(long, value_name = "NAME", default_value = "stdin.plan")]
    pub stdin_filename: String,
    /// Show these provisions, sections or fields too, with commas between them: `after-tax,match.formula,room`
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// Show every provision that a plan states
    #[arg(long)]
    pub all: bool,
    /// Show the provisions in which plans differ, of all or of `--columns`
    #[arg(long)]
    pub differing: bool,
    /// Keep the plans of which this holds: `after-tax.allowed = yes and verdict = blocked`. Tests are =, !=, <, <=, >, >=,
    /// `contains`, `is stated` and `is unknown`, joined by `and`, `or`, `not` and parentheses; values are in the phrases of
    /// plan specs. Plans of which it cannot be told are listed apart
    #[arg(long = "where", value_name = "FILTER")]
    pub filter: Option<String>,
    /// Sort by these provisions or fields, `-room` for the largest first
    #[arg(long, value_name = "NAMES", value_delimiter = ',', allow_hyphen_values = true)]
    pub sort: Vec<String>,
    /// A plan spec that all plans are held against
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    /// Shares of plans that offer a feature, each with its source, in YAML or CSV
    #[arg(long, value_name = "FILE")]
    pub norms: Option<PathBuf>,
    /// The participants, for how tests come out: `plan_id` is the `id` of a plan, the name of its file or its own. Of plans that
    /// are not in it, and without one, the `workforce` of the spec tells
    #[arg(long, value_name = "FILE")]
    pub census: Option<PathBuf>,
    /// A file in YAML that says which header stands for which column, a line `column: header` each
    #[arg(long, value_name = "FILE", requires = "census")]
    pub mapping: Option<PathBuf>,
    /// How to print the comparison; a workbook, xlsx, goes to a file only
    #[arg(long, value_name = "FORMAT", default_value = "full", value_parser = format())]
    pub format: Format,
    /// Write it to a file too, such as `html=plans.html` or `plans.xlsx`; may be given several times
    #[arg(long, value_name = "FORMAT=FILE", value_parser = output)]
    pub output: Vec<WrittenReport<Format>>,
    /// Judge every plan for this year: `2026`, or `2026-02-01 to 2027-01-31`
    #[arg(long, value_name = "YEAR", value_parser = read_phrase::<PlanYear>)]
    pub year: Option<PlanYear>,
    /// Take this day for today; its year is judged where a plan states none
    #[arg(long, value_name = "DATE", value_parser = read_phrase::<Date>)]
    pub as_of: Option<Date>,
    /// How many threads to use; the output is the same at any number
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// Whether to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

/// `FORMAT=FILE`, or a file whose end tells that it is a workbook.
fn output(text: &str) -> Result<WrittenReport<Format>, String> {
    if !text.contains('=') && text.to_ascii_lowercase().ends_with(".xlsx") {
        return Ok(WrittenReport::to(Format::Xlsx, text));
    }
    WrittenReport::parse(text)
}

fn format() -> impl clap::builder::TypedValueParser<Value = Format> {
    use clap::builder::TypedValueParser;
    let to_a_terminal = Format::ALL.iter().copied().filter(|format| *format != Format::Xlsx);
    clap::builder::PossibleValuesParser::new(to_a_terminal.map(Format::name))
        .map(|name| Format::ALL.iter().copied().find(|format| format.name() == name).unwrap_or(Format::Full))
}
