//! The limits of a year, or of all years, as people and machines read them.

use serde_json::{Value, json};

use crate::law::Law;
use crate::law::limits::Limit;

/// Limits in JSON: an array of years, each with its values and their sources.
pub fn json(law: &Law, years: &[i16]) -> String {
    let records: Vec<Value> = years.iter().map(|year| year_record(law, *year)).collect();
    let mut text = serde_json::to_string_pretty(&records).expect("internal error: limits are not JSON");
    text.push('\n');
    text
}

/// One year as a Markdown table with sources; several as one table, a column a year.
pub fn markdown(law: &Law, years: &[i16]) -> String {
    match years {
        [year] => one_year(law, *year),
        many => {
            let cells = |year: &i16| format!(" {year} |");
            let mut text = format!("| limit | section |{}\n", many.iter().map(cells).collect::<String>());
            text.push_str(&format!("|---|---|{}\n", "---:|".repeat(many.len())));
            for limit in Limit::ALL {
                let cell = |year: &i16| {
                    law.limit(*limit, *year).map_or(" |".to_owned(), |value| format!(" {} |", value.amount))
                };
                let row: String = many.iter().map(cell).collect();
                text.push_str(&format!("| {} | {} |{row}\n", limit.title(), limit.section()));
            }
            text
        }
    }
}

/// One year for a terminal: title, amount, section and source, a limit a line.
pub fn lines(law: &Law, year: i16) -> String {
    let Some(limits) = law.year(year) else { return String::new() };
    let values: Vec<_> = Limit::ALL.iter().filter_map(|limit| limits.limit(*limit)).collect();
    let widest = values.iter().map(|value| value.limit.title().chars().count()).max().unwrap_or(0);
    let line = |value: &&crate::law::years::LimitValue| {
        format!("{:widest$}  {:>9}  {}\n", value.limit.title(), value.amount, value.citation())
    };
    values.iter().map(line).collect()
}

fn one_year(law: &Law, year: i16) -> String {
    let mut text = format!("| limit | {year} | section | source |\n|---|---:|---|---|\n");
    for value in Limit::ALL.iter().filter_map(|limit| law.limit(*limit, year)) {
        let (title, section) = (value.limit.title(), value.limit.section());
        text.push_str(&format!("| {title} | {} | {section} | {} |\n", value.amount, value.source));
    }
    text
}

fn year_record(law: &Law, year: i16) -> Value {
    let values: Vec<Value> = Limit::ALL
        .iter()
        .filter_map(|limit| law.limit(*limit, year))
        .map(|value| {
            json!({
                "limit": value.limit.name(),
                "title": value.limit.title(),
                "amount": value.amount,
                "section": value.limit.section(),
                "source": value.source,
                "year_key": value.limit.year_key().meaning(),
            })
        })
        .collect();
    json!({ "year": year, "limits": values })
}
