//! The arguments of every verb, declared once: help, completions and man page follow.

mod answer;
mod compare;
mod diff;
mod estimate;
mod fix;
mod man;
mod reference;
mod report;
mod serve;
mod settings;
mod test;

pub use answer::AnswerCommand;
pub use compare::CompareCommand;
pub use diff::DiffCommand;
pub use estimate::EstimateCommand;
pub use man::ManCommand;
pub use reference::{
    CompletionsCommand, ExplainCommand, LimitsCommand, ListFormat, ReferenceFormat, RulesCommand,
    SchemaCommand, SchemaOf,
};
pub use report::ReportCommand;
pub use serve::ServeCommand;
pub use settings::SettingsArguments;
pub use test::TestCommand;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use planlint::render::Format;
use planlint::rules::Profile;
use planlint::settings::FailOn;
use planlint::syntax::phrase::year::PlanYear;
use planlint::syntax::phrase::{self, Phrase};

use super::written_reports::WrittenReport;

/// A compliance checker for the designs of US employer retirement plans.
#[derive(Debug, Parser)]
#[command(name = "planlint", version, about, propagate_version = true, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Judge plan specs: findings, a verdict on the mega backdoor Roth, questions for the administrator
    Check(CheckCommand),
    /// Test a plan on its participants: ADP, ACP and the limits, with corrections
    Test(TestCommand),
    /// Answer for one employee: can a mega backdoor Roth be done, how much is left, what are the steps, what is taxed
    Answer(Box<AnswerCommand>),
    /// Show before the year is over what the tests will say, how much after-tax room there is, and a grid of what-ifs
    Estimate(EstimateCommand),
    /// Show what an amendment changes: elections, findings, the verdict, and rights that may not be taken away
    Diff(DiffCommand),
    /// Write a report of many plans as pages for a browser: an overview, and for each plan its verdict, findings, elections,
    /// tests and a letter of questions
    Report(ReportCommand),
    /// Lay many plans side by side: verdicts, what blocks, the room, provisions; filter, sort, hold against a benchmark
    Compare(CompareCommand),
    /// Serve the plans on a web page of this machine: verdicts, findings, and answers for one employee
    Serve(ServeCommand),
    /// Show how each column of a census is understood, what is missing, and every bad cell; no test is run
    Census(CensusCommand),
    /// Say what a rule checks, why in law, and how to mend what it reports
    Explain(ExplainCommand),
    /// List the rules
    Rules(RulesCommand),
    /// Show the limits of a year with their sources
    Limits(LimitsCommand),
    /// Write a plan spec to begin with
    Init(InitCommand),
    /// Bring plan specs in the DSL into the one layout
    Fmt(FmtCommand),
    /// Turn a plan spec into the other notation; nothing is lost
    Convert(ConvertCommand),
    /// Print the JSON Schema of plan specs in YAML, of planlint.toml or of the JSON of `check`, or the table of all
    /// elections or settings
    Schema(SchemaCommand),
    /// Print the manual page of planlint or of a verb
    Man(ManCommand),
    /// Print a completion script for a shell
    Completions(CompletionsCommand),
}

#[derive(Debug, Args)]
pub struct CheckCommand {
    /// Files and folders; `-` reads standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// The name for standard input; its end tells the notation
    #[arg(long, value_name = "NAME", default_value = "stdin.plan")]
    pub stdin_filename: String,
    /// How to print findings; `full` where nothing says otherwise
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    pub format: Option<Format>,
    /// Write the report to a file too, such as `sarif=out.sarif`; may be given several times
    #[arg(long, value_name = "FORMAT=FILE", value_parser = WrittenReport::<Format>::parse)]
    pub output: Vec<WrittenReport>,
    /// Judge every plan for this year: `2026`, or `2026-02-01 to 2027-01-31`
    #[arg(long, value_name = "YEAR", value_parser = read_phrase::<PlanYear>)]
    pub year: Option<PlanYear>,
    /// Take this day for today; its year is judged where a plan states none
    #[arg(long, value_name = "DATE", value_parser = read_phrase::<Date>)]
    pub as_of: Option<Date>,
    /// Run only these rules: names, groups or `all`, with commas between them
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave these rules out
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Run only the rules of one profile: qualification, operation or mega-backdoor
    #[arg(long, value_name = "PROFILE", value_parser = profile)]
    pub profile: Option<Profile>,
    /// Treat this as a goal of every plan, and fail where it is not met
    #[arg(long, value_name = "GOAL")]
    pub require: Option<Requirement>,
    /// The least severity that makes the run fail: error (where nothing says otherwise), warning, advice or never
    #[arg(long, value_name = "SEVERITY", value_parser = FailOn::parse)]
    pub fail_on: Option<FailOn>,
    #[command(flatten)]
    pub settings: SettingsArguments,
    /// End with 0 whatever is found (an input that cannot be read still ends with 3)
    #[arg(long)]
    pub exit_zero: bool,
    /// How many threads to use; the output is the same at any number
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// Add the rules that passed (json, jsonl, html, full, narrated)
    #[arg(long)]
    pub include_passed: bool,
    /// Whether to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
    /// Print findings only: no verdicts, no questions, no summary
    #[arg(short, long)]
    pub quiet: bool,
    /// Print every question for the administrator, not only the weightiest
    #[arg(long, conflicts_with = "quiet")]
    pub all_questions: bool,
}

#[derive(Debug, Args)]
pub struct CensusCommand {
    /// The census in CSV or, where planlint is built with them, a spreadsheet: a row a participant; `-` reads CSV from
    /// standard input
    pub path: PathBuf,
    /// A file in YAML that says which header stands for which column, a line `column: header` each
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: CensusFormat,
}

#[derive(Debug, Args)]
pub struct InitCommand {
    /// The file to write; `-` prints. Without one, the template's name with the notation's ending
    pub path: Option<PathBuf>,
    #[arg(long, value_name = "TEMPLATE", default_value = "mega-backdoor")]
    pub template: Template,
    /// Write YAML (the default)
    #[arg(long, conflicts_with = "dsl")]
    pub yaml: bool,
    /// Write the DSL
    #[arg(long)]
    pub dsl: bool,
}

#[derive(Debug, Args)]
pub struct FmtCommand {
    /// Files and folders; `-` formats standard input to standard output
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// Change nothing; fail if something would change
    #[arg(long)]
    pub check: bool,
    /// Change nothing; print what would change, and fail if something would
    #[arg(long)]
    pub diff: bool,
}

#[derive(Debug, Args)]
pub struct ConvertCommand {
    /// The file; `-` reads standard input
    pub path: PathBuf,
    /// The notation to write
    #[arg(long, value_name = "NOTATION")]
    pub to: To,
    /// A file to write, which must not exist; standard output otherwise
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Requirement {
    MegaBackdoor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CensusFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum To {
    Yaml,
    Dsl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Template {
    MegaBackdoor,
    SafeHarbor,
    #[value(name = "403b")]
    Plan403b,
    #[value(name = "457b")]
    Plan457b,
    Solo,
}

fn format() -> impl clap::builder::TypedValueParser<Value = Format> {
    use clap::builder::TypedValueParser;
    let names = Format::ALL.iter().map(|format| format.name());
    clap::builder::PossibleValuesParser::new(names)
        .map(|name| Format::ALL.iter().copied().find(|format| format.name() == name).unwrap_or(Format::Full))
}

fn profile(text: &str) -> Result<Profile, String> {
    let found = Profile::ALL.iter().copied().find(|profile| profile.name() == text);
    found.ok_or_else(|| {
        let names: Vec<&str> = Profile::ALL.iter().map(|profile| profile.name()).collect();
        format!("profiles are {}", names.join(", "))
    })
}

fn read_phrase<T: Phrase + Clone + Send + Sync + 'static>(text: &str) -> Result<T, String> {
    phrase::read::<T>(text).map_err(|error| format!("{}. {}", error.problem, error.advice))
}
