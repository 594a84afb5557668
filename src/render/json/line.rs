//! A record of any type as one line of `jsonl`.

use serde::Serialize;
use serde_json::{Map, Value};

pub trait Record {
    /// The record's members behind those that every line begins with.
    fn line(&self, kind: &str) -> String;
}

impl<T: Serialize> Record for T {
    fn line(&self, kind: &str) -> String {
        let mut members = Map::new();
        members.insert("schema".to_owned(), Value::from(super::SCHEMA));
        members.insert("kind".to_owned(), Value::from(kind));
        if let Ok(Value::Object(own)) = serde_json::to_value(self) {
            members.extend(own);
        }
        Value::Object(members).to_string()
    }
}
