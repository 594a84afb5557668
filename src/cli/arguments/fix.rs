//! The arguments of `planlint estimate --fix`.

use std::path::PathBuf;

use clap::Args;

use planlint::estimate::lever::percent;
use planlint::money::exact::Hundredths;

#[derive(Debug, Args)]
pub struct FixArguments {
    /// Look for what would make failing tests pass: lawful levers, alone and together, each with its cost, its conditions
    /// and the amendment as a diff; nothing is applied
    #[arg(long, conflicts_with_all = ["x", "y", "set", "spread"])]
    pub fix: bool,
    /// The share of the non-highly compensated who would defer if enrollment were automatic, in percent; it is never
    /// assumed
    #[arg(long, value_name = "PERCENT", requires = "fix", value_parser = percent)]
    pub auto_enrollment_participation: Option<Hundredths>,
    /// What those of the non-highly compensated would contribute after tax who could be won over, in percent of pay
    #[arg(long, value_name = "PERCENT", default_value = "5", requires = "fix", value_parser = percent)]
    pub nhce_after_tax: Hundredths,
    /// Write the spec of a proposal, by its number, to a new file
    #[arg(long, value_name = "FILE", requires_all = ["fix", "pick"])]
    pub write: Option<PathBuf>,
    /// Write the census of a proposal, with contributions as they would be, to a new file in CSV
    #[arg(long, value_name = "FILE", requires_all = ["fix", "pick"])]
    pub write_census: Option<PathBuf>,
    /// Which proposal `--write` and `--write-census` take
    #[arg(long, value_name = "N", requires = "fix")]
    pub pick: Option<usize>,
}
