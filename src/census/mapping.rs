//! The mapping file: which header stands for which column, for layouts that the synonyms do not know.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::cell::DateOrder;
use super::column::Column;
use crate::syntax::phrase::nearest;

/// What a user says about the layout of a census.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    pub(super) headers: BTreeMap<Column, String>,
    pub(super) dates: DateOrder,
}

impl Mapping {
    /// Reads `column: header` lines of YAML, and `dates: month-first` or `day-first`. All errors are returned together.
    pub fn read(text: &str) -> Result<Self, Vec<String>> {
        let entries: BTreeMap<String, Value> = serde_yaml::from_str(text.trim_start_matches('\u{feff}'))
            // What the parser says may quote the file, which may be a census by mistake.
            .map_err(|_| vec!["this is no mapping, which is lines of `column: header`".to_owned()])?;
        let mut mapping = Mapping::default();
        let mut errors = Vec::new();
        for (key, value) in &entries {
            errors.extend(mapping.enter(key, value).err());
        }
        if errors.is_empty() { Ok(mapping) } else { Err(errors) }
    }

    fn enter(&mut self, key: &str, value: &Value) -> Result<(), String> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Bool(_) | Value::Null | Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => {
                return Err("a column must be followed by the text of a header".to_owned());
            }
        };
        if key == "dates" {
            self.dates = match text.as_str() {
                "month-first" => DateOrder::MonthFirst,
                "day-first" => DateOrder::DayFirst,
                _ => return Err("`dates` must be `month-first` or `day-first`".to_owned()),
            };
            return Ok(());
        }
        let Some(column) = Column::named(key) else {
            let names = Column::ALL.iter().map(|column| column.name());
            return Err(match nearest(key, names) {
                Some(near) => format!("no column is called `{key}`; did you mean `{near}`?"),
                None => "a line names no column of a census before its colon".to_owned(),
            });
        };
        self.headers.insert(column, text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_the_order_of_dates_are_read() {
        let mapping = Mapping::read("\u{feff}pre_tax: Deferral A\nroth: 2026\ndates: day-first\n").unwrap();
        assert_eq!(mapping.headers[&Column::PreTax], "Deferral A");
        assert_eq!(mapping.headers[&Column::Roth], "2026");
        assert_eq!(mapping.dates, DateOrder::DayFirst);
        assert_eq!(Mapping::read("{}"), Ok(Mapping::default()));
    }

    #[test]
    fn every_error_is_told() {
        let errors =
            Mapping::read("pretax: A\nroth: [1]\ndates: backwards\nzzzzzzzzzzzzzzzzzzz: 1\n").unwrap_err();
        assert_eq!(errors.len(), 4);
        assert!(errors.iter().any(|error| error.contains("did you mean `pre_tax`?")));
        assert!(Mapping::read("- 1").is_err());
    }
}
