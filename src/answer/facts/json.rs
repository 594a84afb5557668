//! Facts as the API takes them: names with strings, numbers or yes and no. Numbers are read as they are written.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Fact, FactProblem, Facts};

/// The entries of an object as they are written, in their order.
#[derive(Default)]
pub struct FactsJson(Vec<(String, Box<RawValue>)>);

impl FactsJson {
    /// The facts. `null` and blank strings are facts that are not given.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn read(&self) -> Result<Facts, Vec<FactProblem>> {
        Facts::read_pairs(self.0.iter().map(|(name, value)| (name.as_str(), text(value.get()))))
    }
}

/// A value as text; `None` for what no fact's value is.
fn text(raw: &str) -> Option<String> {
    match raw.bytes().next()? {
        b'"' => serde_json::from_str(raw).ok(),
        b't' => Some("yes".to_owned()),
        b'f' => Some("no".to_owned()),
        b'n' => Some(String::new()),
        b'0'..=b'9' => Some(raw.to_owned()),
        _ => None,
    }
}

impl<'de> Deserialize<'de> for FactsJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries)
    }
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = FactsJson;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of facts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FactsJson, A::Error> {
        let mut entries = Vec::new();
        // More than all facts, each twice, is no honest request.
        while let Some(entry) = map.next_entry()? {
            if entries.len() < 2 * Fact::ALL.len() {
                entries.push(entry);
            }
        }
        Ok(FactsJson(entries))
    }
}

/// Names only: values are personal.
impl fmt::Debug for FactsJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Usd;

    fn read(text: &str) -> Result<Facts, Vec<FactProblem>> {
        serde_json::from_str::<FactsJson>(text).expect("this is an object").read()
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let facts =
            read(r#"{"pay":"300,000","age":40,"pre_tax":23500.10,"hce":true,"roth":null,"match":"auto"}"#);
        let facts = facts.expect("these facts can be read");
        assert_eq!(facts.pre_tax, Some(super::super::value::Deferring::Dollars(Usd::cents(2_350_010))));
        assert!(facts.is_given(Fact::Hce) && !facts.is_given(Fact::Roth));
        let long = read(r#"{"pay":1234567890.12}"#).expect("this can be read");
        assert_eq!(long.pay, Some(Usd::cents(123_456_789_012)));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for value in ["-1", "1e5", "1.234", "[1]", "{}", "\"NaN\"", "\"1e5\"", "99999999999", "\"1,23\""] {
            let problems = read(&format!(r#"{{"pay":{value}}}"#)).expect_err(value);
            assert_eq!(problems, [FactProblem::unreadable(Fact::Pay)], "{value}");
        }
        let problems = read(r#"{"pays":"1","pay":"1","pay":"2"}"#).expect_err("unknown and twice");
        assert_eq!(problems.len(), 2);
    }
}
