//! `planlint explain`, `rules`, `limits`, `schema` and `completions`: what planlint says about itself.

use clap::CommandFactory;
use planlint::explain::{catalogue, elections, limits as limit_tables, schema as plan_schema};
use planlint::law::Law;
use planlint::law::limits::Limit;
use planlint::render::json::schema as check_schema;
use planlint::report::selection::Selector;
use planlint::rules::{self, Rule};
use planlint::settings;

use super::arguments::{
    Arguments, CompletionsCommand, ExplainCommand, LimitsCommand, ListFormat, ReferenceFormat, RulesCommand,
    SchemaCommand, SchemaOf,
};
use super::exit::{Ending, Exit, Problem};
use super::output;

/// Prints one rule's page, or all, or the list.
pub fn explain(command: &ExplainCommand) -> Ending {
    let (chosen, detail): (Vec<&Rule>, _) = match &command.name {
        Some(name) => match rules::named(name) {
            Some(rule) => (vec![rule], catalogue::Detail::WithPage),
            None => return Err(Problem::usage(unknown_rule(name))),
        },
        None if command.all => (rules::ALL.to_vec(), catalogue::Detail::WithPage),
        None => (rules::ALL.to_vec(), catalogue::Detail::Summary),
    };
    let text = match (command.format, detail) {
        (ReferenceFormat::Json, detail) => catalogue::json(&chosen, detail),
        (ReferenceFormat::Markdown, catalogue::Detail::Summary) => catalogue::markdown(&chosen),
        (ReferenceFormat::Markdown, catalogue::Detail::WithPage) => {
            chosen.iter().map(|rule| catalogue::page(rule)).collect::<Vec<_>>().join("\n")
        }
    };
    output::print(&text);
    Ok(Exit::Clean)
}

/// Prints the list of rules.
pub fn rules(command: &RulesCommand) -> Ending {
    output::print(&match command.format {
        ListFormat::Text => catalogue::lines(rules::ALL),
        ListFormat::Markdown => catalogue::markdown(rules::ALL),
        ListFormat::Json => catalogue::json(rules::ALL, catalogue::Detail::Summary),
    });
    Ok(Exit::Clean)
}

/// Prints the limits of a year, or of all.
pub fn limits(command: &LimitsCommand) -> Ending {
    let law = Law::current();
    let all: Vec<i16> = law.years().collect();
    if let Some(year) = command.year.filter(|year| !all.contains(year)) {
        let (first, last) = (all.first().copied().unwrap_or(0), all.last().copied().unwrap_or(0));
        return Err(Problem::usage(format!(
            "no limits for {year} are published here; there are {first} to {last}"
        )));
    }
    let years = command.year.map_or(all.clone(), |year| vec![year]);
    let latest = all.iter().rev().find(|year| law.limit(Limit::AnnualAdditions, **year).is_some());
    output::print(&match command.format {
        ListFormat::Json => limit_tables::json(law, &years),
        ListFormat::Markdown => limit_tables::markdown(law, &years),
        ListFormat::Text => {
            let year = command.year.or(latest.copied()).unwrap_or_default();
            format!("Limits of {year}\n\n{}", limit_tables::lines(law, year))
        }
    });
    Ok(Exit::Clean)
}

/// Prints a JSON Schema, or the table of elections or settings.
pub fn schema(command: &SchemaCommand) -> Ending {
    output::print(&match (command.of, command.format) {
        (SchemaOf::Plan, ReferenceFormat::Json) => plan_schema::schema(),
        (SchemaOf::Plan, ReferenceFormat::Markdown) => elections::markdown(),
        (SchemaOf::Config, ReferenceFormat::Json) => settings::schema::schema(),
        (SchemaOf::Config, ReferenceFormat::Markdown) => settings::schema::markdown(),
        (SchemaOf::Check, ReferenceFormat::Json) => check_schema::SCHEMA.to_owned(),
        (SchemaOf::Check, ReferenceFormat::Markdown) => {
            return Err(Problem::usage("schema check: there is no Markdown of it, only `--format json`"));
        }
    });
    Ok(Exit::Clean)
}

/// Prints a completion script.
pub fn completions(command: &CompletionsCommand) -> Ending {
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut Arguments::command(), "planlint", &mut script);
    output::print(&String::from_utf8_lossy(&script));
    Ok(Exit::Clean)
}

fn unknown_rule(name: &str) -> String {
    match Selector::parse(name) {
        Ok(Selector::All | Selector::Group(_)) => {
            format!("`{name}` is a group of rules; `planlint rules` lists them")
        }
        Ok(Selector::Rule(_)) => String::new(),
        Err(message) => message,
    }
}
