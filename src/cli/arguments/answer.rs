//! The arguments of `planlint answer`; a flag for each fact follows from the facts' declaration.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};
use jiff::civil::Date;

use planlint::answer::facts::value::FactKind;
use planlint::answer::facts::{Fact, FactGroup, FactProblem, Facts};
use planlint::render::answer::Format;
use planlint::render::language::Language;
use planlint::syntax::phrase::year::PlanYear;

use super::{ColorChoice, read_phrase};

#[derive(Debug, Args)]
pub struct AnswerCommand {
    /// The plan spec; `-` reads standard input
    pub plan: PathBuf,
    /// The plan's name, where the file has several plans
    #[arg(long = "plan", value_name = "NAME")]
    pub name: Option<String>,
    /// A file in YAML with facts, a line `pay: 300000` each; flags come before it
    #[arg(long, value_name = "FILE")]
    pub facts: Option<PathBuf>,
    #[command(flatten)]
    pub flags: FactFlags,
    /// How to print the answer; by default brief at a terminal, full elsewhere
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    pub format: Option<Format>,
    /// The language of the answer: en, es, ko or zh
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = language())]
    pub lang: Language,
    /// Answer for this year: `2026`, or `2026-02-01 to 2027-01-31`
    #[arg(long, value_name = "YEAR", value_parser = read_phrase::<PlanYear>)]
    pub year: Option<PlanYear>,
    /// Take this day for today; its year is meant where the plan states none
    #[arg(long, value_name = "DATE", value_parser = read_phrase::<Date>)]
    pub as_of: Option<Date>,
    /// Whether to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

/// The facts that flags give, as they are written.
#[derive(Clone, Default)]
pub struct FactFlags(Vec<(Fact, String)>);

impl FactFlags {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The facts, or all that is wrong.
    pub fn read(&self) -> Result<Facts, Vec<FactProblem>> {
        Facts::read_pairs(self.0.iter().map(|(fact, value)| (fact.name(), Some(value.clone()))))
    }
}

impl Args for FactFlags {
    fn augment_args(command: Command) -> Command {
        Fact::ALL.iter().fold(command, |command, fact| {
            let flag = Arg::new(fact.name()).long(fact.flag()).value_name(value_name(fact.kind()));
            // A negative number is told what is expected, not that it is no flag.
            command
                .arg(flag.allow_negative_numbers(true).help(fact.doc()).help_heading(heading(fact.group())))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for FactFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = |fact: &Fact| Some((*fact, matches.get_one::<String>(fact.name())?.clone()));
        Ok(Self(Fact::ALL.iter().filter_map(given).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Names only: values are personal.
impl std::fmt::Debug for FactFlags {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(fact, _)| fact.name())).finish()
    }
}

fn value_name(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Money => "$",
        FactKind::Deferring => "$|%|limit",
        FactKind::Match => "auto|$",
        FactKind::Percent => "%",
        FactKind::Age | FactKind::Count => "N",
        FactKind::Date => "DATE",
        FactKind::YesNo => "yes|no",
    }
}

fn heading(group: FactGroup) -> &'static str {
    match group {
        FactGroup::You => "Facts: the person",
        FactGroup::Contributions => "Facts: contributions of the year",
        FactGroup::Elsewhere => "Facts: other plans",
        FactGroup::Standing => "Facts: standing",
        FactGroup::Payroll => "Facts: payroll",
        FactGroup::Taxes => "Facts: taxes",
    }
}

fn format() -> impl clap::builder::TypedValueParser<Value = Format> {
    use clap::builder::TypedValueParser;
    let names = Format::ALL.iter().map(|format| format.name());
    clap::builder::PossibleValuesParser::new(names)
        .map(|name| Format::ALL.iter().copied().find(|format| format.name() == name).unwrap_or(Format::Full))
}

fn language() -> impl clap::builder::TypedValueParser<Value = Language> {
    use clap::builder::TypedValueParser;
    let tags = Language::ALL.iter().map(|language| language.tag());
    clap::builder::PossibleValuesParser::new(tags).map(|tag| tag.parse().unwrap_or_default())
}
