//! One worked example as it is read from its file: facts by path, results compared figure by figure.

use planlint::money::exact::{Cents, Hundredths};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value;

/// An example, or a part of one.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a>(pub &'a Value);

impl<'a> Facts<'a> {
    /// The member at a path such as `plan_facts.adp.hce_pct`.
    pub fn find(self, path: &str) -> Option<Facts<'a>> {
        self.0.pointer(&format!("/{}", path.replace('.', "/"))).filter(|value| !value.is_null()).map(Facts)
    }

    pub fn at(self, path: &str) -> Facts<'a> {
        self.find(path).unwrap_or_else(|| panic!("no `{path}` in {}", self.0))
    }

    pub fn text(self, path: &str) -> &'a str {
        self.at(path).0.as_str().unwrap_or_else(|| panic!("`{path}` is not text"))
    }

    /// Dollars.
    pub fn cents(self, path: &str) -> Cents {
        self.at(path).as_cents()
    }

    pub fn cents_or_zero(self, path: &str) -> Cents {
        self.find(path).map_or(Cents::ZERO, Facts::as_cents)
    }

    /// Percent.
    pub fn percent(self, path: &str) -> Hundredths {
        Hundredths(self.cents(path).0)
    }

    pub fn yes(self, path: &str) -> bool {
        self.find(path).is_some_and(|value| value.0.as_bool() == Some(true))
    }

    pub fn list(self, path: &str) -> Vec<Facts<'a>> {
        self.at(path).0.as_array().into_iter().flatten().map(Facts).collect()
    }

    pub fn members(self, path: &str) -> Vec<(&'a str, Facts<'a>)> {
        let map = self.at(path).0.as_object().into_iter().flatten();
        map.map(|(name, value)| (name.as_str(), Facts(value))).collect()
    }

    pub fn employees(self) -> Vec<Facts<'a>> {
        self.list("employees")
    }

    /// Those who are highly compensated, or those who are not.
    pub fn group(self, hce: bool) -> Vec<Facts<'a>> {
        self.employees().into_iter().filter(|one| one.yes("hce") == hce).collect()
    }

    pub fn id(self) -> &'a str {
        self.text("id")
    }

    /// A number in hundredths: dollars in cents, or percent in hundredths of a point.
    pub fn as_cents(self) -> Cents {
        let number = decimal(self.0).unwrap_or_else(|| panic!("{} is not a number", self.0));
        Cents((number * Decimal::ONE_HUNDRED).to_i64().expect("a number"))
    }
}

/// The differences between what an example expects and what came out.
pub fn differences(example: Facts<'_>, came: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(example, "", example.at("expected").0, came, &mut found);
    found
}

fn compare(example: Facts<'_>, path: &str, expected: &Value, came: &Value, found: &mut Vec<String>) {
    if example.0.pointer("/not_compared").is_some_and(|listed| listed.get(path).is_some()) {
        return;
    }
    let slip = example.0.get("slips").and_then(|slips| slips.get(path)).and_then(|slip| slip.get("follows"));
    let expected = slip.unwrap_or(expected);
    match (expected, came) {
        (Value::Object(members), _) if !members.is_empty() => {
            for (name, value) in members {
                let inner = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                compare(example, &inner, value, came.get(name).unwrap_or(&Value::Null), found);
            }
        }
        (Value::Array(values), Value::Array(others)) if values.len() == others.len() => {
            for (index, (value, other)) in values.iter().zip(others).enumerate() {
                compare(example, &format!("{path}[{index}]"), value, other, found);
            }
        }
        _ if expected == came => {}
        _ if decimal(expected).is_some() && decimal(expected) == decimal(came) => {}
        _ => found.push(format!("`{path}`: expected {expected}, came to {came}")),
    }
}

fn decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => number.to_string().parse().ok(),
        Value::String(text) => text.parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}
