//! The arguments of `planlint diff`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use planlint::render::diff::Format;
use planlint::settings::FailOn;
use planlint::syntax::phrase::year::PlanYear;

use super::{ColorChoice, read_phrase};

#[derive(Debug, Args)]
pub struct DiffCommand {
    /// OLD and NEW: two plan specs in either notation, or two folders of them; with `--git`, the files and folders to
    /// look at (all below this folder if there are none)
    #[arg(value_name = "OLD NEW")]
    pub paths: Vec<PathBuf>,
    /// Compare two git revisions: `v1..v2`, or `main...amendment` from where they parted; with one revision alone, it is
    /// compared with the files as they are
    #[arg(long, value_name = "REV..REV")]
    pub git: Option<String>,
    /// How to print what differs
    #[arg(long, value_name = "FORMAT", default_value = "full", value_parser = format())]
    pub format: Format,
    /// Judge both sides for this year: `2026`, or `2026-02-01 to 2027-01-31`
    #[arg(long, value_name = "YEAR", value_parser = read_phrase::<PlanYear>)]
    pub year: Option<PlanYear>,
    /// Take this day for today, on which the amendment is adopted
    #[arg(long, value_name = "DATE", value_parser = read_phrase::<Date>)]
    pub as_of: Option<Date>,
    /// Run only these rules: names, groups or `all`, with commas between them
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave these rules out, or what is said of the amendment, such as `cut-back-vesting`
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// The least severity of what is gained that makes the run fail; rights that are taken away count
    #[arg(long, value_name = "SEVERITY", default_value = "error", value_parser = FailOn::parse)]
    pub fail_on: FailOn,
    /// End with 0 whatever differs (an input that cannot be read still ends with 3)
    #[arg(long)]
    pub exit_zero: bool,
    /// Whether to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

fn format() -> impl clap::builder::TypedValueParser<Value = Format> {
    use clap::builder::TypedValueParser;
    let names = Format::ALL.iter().map(|format| format.name());
    clap::builder::PossibleValuesParser::new(names)
        .map(|name| Format::ALL.iter().copied().find(|format| format.name() == name).unwrap_or(Format::Full))
}
