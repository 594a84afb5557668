//! What other plans offer, from a file of the user's: shares of plans, each with its source. planlint brings none.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::ComparedPlan;
use super::filter::Filter;
use crate::lower::Truth;
use crate::money::Percent;
use crate::syntax::phrase;

/// The share of plans that offer a feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norm {
    /// What a plan has to say to offer it, in the words of a filter.
    pub feature: Filter,
    pub share: Percent,
    /// Who found it out, and where it can be read.
    pub source: String,
    /// The year that it is about.
    pub year: i16,
    /// Which plans were asked, if it is told.
    pub of: Option<String>,
}

/// A norm as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    #[serde(default)]
    feature: String,
    #[serde(default)]
    share: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    year: Year,
    #[serde(default)]
    of: Option<String>,
}

/// A year is a number in YAML, and may stand in quotes.
#[derive(Debug, Default, Deserialize)]
#[serde(untagged)]
enum Year {
    Number(i16),
    Text(String),
    #[default]
    Missing,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    norms: Vec<Row>,
}

/// More than any survey has.
const MOST_BYTES: usize = 1 << 20;

/// Reads norms: CSV with the columns feature, share, source, year and of, if the path ends with `.csv`; else YAML with a list
/// `norms` of the same keys.
///
/// # Errors
/// All that is wrong, a line each, without the path.
pub fn read(path: &str, text: &str) -> Result<Vec<Norm>, Vec<String>> {
    if text.len() > MOST_BYTES {
        return Err(vec!["is larger than 1 MiB".to_owned()]);
    }
    let rows = if path.to_ascii_lowercase().ends_with(".csv") { of_csv(text)? } else { of_yaml(text)? };
    let mut errors = Vec::new();
    let mut norms = Vec::new();
    for (number, row) in (1..).zip(rows) {
        match norm(row) {
            Ok(norm) => norms.push(norm),
            Err(wrong) => errors.extend(wrong.into_iter().map(|wrong| format!("norm {number}: {wrong}"))),
        }
    }
    if norms.is_empty() && errors.is_empty() {
        errors.push("holds no norm".to_owned());
    }
    if errors.is_empty() { Ok(norms) } else { Err(errors) }
}

fn of_yaml(text: &str) -> Result<Vec<Row>, Vec<String>> {
    serde_yaml::from_str::<File>(text).map(|file| file.norms).map_err(|error| vec![error.to_string()])
}

fn of_csv(text: &str) -> Result<Vec<Row>, Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut errors = Vec::new();
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        match row {
            Ok(cells) => {
                let known = ["feature", "share", "source", "year", "of"];
                if let Some(strange) = cells.keys().find(|key| !known.contains(&key.as_str())) {
                    errors.push(format!("`{strange}` is no column of norms; there are {}", known.join(", ")));
                    break;
                }
                let cell = |key: &str| cells.get(key).cloned().unwrap_or_default();
                rows.push(Row {
                    feature: cell("feature"),
                    share: cell("share"),
                    source: cell("source"),
                    year: Year::Text(cell("year")),
                    of: Some(cell("of")).filter(|of| !of.is_empty()),
                });
            }
            Err(error) => errors.push(error.to_string()),
        }
    }
    if errors.is_empty() { Ok(rows) } else { Err(errors) }
}

fn norm(row: Row) -> Result<Norm, Vec<String>> {
    let mut errors = Vec::new();
    let feature = match Filter::parse(&row.feature) {
        Ok(feature) => Some(feature),
        Err(wrong) => {
            let told = |wrong: super::filter::FilterError| {
                format!("`feature`, column {}: {}", wrong.column, wrong.message)
            };
            errors.extend(wrong.into_iter().map(told));
            None
        }
    };
    let share = match phrase::read::<Percent>(&row.share) {
        Ok(share) if share <= Percent::HUNDRED => Some(share),
        Ok(_) => {
            errors.push(format!("`share` {} is more than all plans", row.share));
            None
        }
        Err(error) => {
            errors.push(format!("`share`: {}. {}", error.problem, error.advice));
            None
        }
    };
    let year = match row.year {
        Year::Number(year) => Some(year),
        Year::Text(text) => text.trim().parse().ok(),
        Year::Missing => None,
    };
    let year = year.filter(|year| (1974..=2200).contains(year));
    if year.is_none() {
        errors.push("`year` is missing: write the year that the share is about, such as `2024`".to_owned());
    }
    let source = row.source.trim().to_owned();
    if source.is_empty() {
        errors.push("`source` is missing: write who found the share and where it can be read".to_owned());
    }
    match (feature, share, year) {
        (Some(feature), Some(share), Some(year)) if errors.is_empty() => {
            Ok(Norm { feature, share, source, year, of: row.of })
        }
        (_, _, _) => Err(errors),
    }
}

impl Norm {
    /// Does a plan offer it?
    pub fn offered_by(&self, plan: &ComparedPlan) -> Truth {
        self.feature.holds(plan)
    }

    /// `22% of plans (SOURCE, 2024)`.
    pub fn words(&self) -> String {
        let of = self.of.as_deref().unwrap_or("plans");
        format!("{} of {of} ({}, {})", self.share, self.source, self.year)
    }
}
