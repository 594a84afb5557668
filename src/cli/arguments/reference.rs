//! The arguments of the verbs that print what planlint knows: rules, limits, schemas, completions.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub struct ExplainCommand {
    /// The rule; without one, all rules are listed
    pub name: Option<String>,
    /// Print every rule's page
    #[arg(long, conflicts_with = "name")]
    pub all: bool,
    #[arg(long, value_name = "FORMAT", default_value = "markdown")]
    pub format: ReferenceFormat,
}

#[derive(Debug, Args)]
pub struct RulesCommand {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

#[derive(Debug, Args)]
pub struct LimitsCommand {
    /// The year; without one, the latest that is published in full (json, markdown: all years)
    #[arg(value_parser = clap::value_parser!(i16).range(1900..=2200))]
    pub year: Option<i16>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

#[derive(Debug, Args)]
pub struct SchemaCommand {
    /// What the schema is of: plan specs, the file of settings, or the JSON of `check`
    #[arg(default_value = "plan")]
    pub of: SchemaOf,
    /// `json` is the JSON Schema (draft-07), `markdown` the table of elections or of settings
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub format: ReferenceFormat,
}

#[derive(Debug, Args)]
pub struct CompletionsCommand {
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    Plan,
    Config,
    Check,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReferenceFormat {
    Markdown,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    Text,
    Markdown,
    Json,
}
