//! The JSON Schema (draft-07) of the YAML notation, for editors and other readers of plan specs.

use serde_json::{Map, Value, json};

use crate::lower::{Field, SectionInfo};
use crate::plan::{SECTIONS, workforce};

/// The schema, pretty-printed, as `grammar/plan.schema.json` holds it.
pub fn schema() -> String {
    let mut properties = Map::new();
    let mut groups = Value::Null;
    for section in SECTIONS.iter() {
        if section.key.is_empty() {
            properties.extend(section.fields.iter().map(|field| (field.key.to_owned(), election(field))));
        } else if section.key == <workforce::Group as crate::lower::Section>::INFO.key {
            groups = object(section);
        } else {
            properties.insert(section.key.to_owned(), object(section));
        }
    }
    properties.insert(
        "workforce".to_owned(),
        json!({
            "type": "object",
            "description": "Groups of employees, for estimates without a census: `hce`, `nhce`, or names of your own.",
            "additionalProperties": groups,
        }),
    );
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:planlint:schema:plan",
        "title": "planlint plan spec",
        "description": "What a US employer retirement plan elects. Values are phrases; planlint reads them exactly.",
        "type": "object",
        "required": ["plan"],
        "additionalProperties": false,
        "properties": properties,
        "definitions": definitions(),
    });
    let mut text = serde_json::to_string_pretty(&schema).expect("internal error: the schema is not JSON");
    text.push('\n');
    text
}

fn definitions() -> Value {
    json!({
        "source": { "type": "string", "description": "Where the plan document says it, such as `AA 1.11(d)`." },
        "effective": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "Since when it holds.",
        },
    })
}

fn object(section: &SectionInfo) -> Value {
    let properties: Map<String, Value> =
        section.fields.iter().map(|field| (field.key.to_owned(), election(field))).collect();
    json!({
        "type": "object",
        "description": section.doc.trim(),
        "additionalProperties": false,
        "properties": properties,
    })
}

/// A phrase, or a map of value, source and date.
fn election(field: &Field) -> Value {
    let phrase = phrase(field);
    let annotated = json!({
        "type": "object",
        "required": ["value"],
        "additionalProperties": false,
        "properties": {
            "value": phrase,
            "source": { "$ref": "#/definitions/source" },
            "effective": { "$ref": "#/definitions/effective" },
        },
    });
    json!({ "description": field.doc.trim(), "anyOf": [phrase, annotated] })
}

fn phrase(field: &Field) -> Value {
    let kind = field.kind;
    let closed = kind.words.len() == kind.examples.len()
        || kind.words.contains(&"unknown") && kind.examples.len() <= kind.words.len();
    let mut scalar = if closed && !kind.words.is_empty() && !kind.list {
        json!({ "enum": words(kind.words) })
    } else {
        json!({ "type": ["string", "number"], "examples": kind.examples })
    };
    if !kind.list {
        return scalar;
    }
    if !kind.words.is_empty() {
        scalar = json!({ "type": "string", "examples": kind.examples });
    }
    json!({ "anyOf": [scalar, { "type": "array", "minItems": 1, "items": { "type": ["string", "number"] } }] })
}

/// The words of a closed set; one that looks like a number is a number to YAML readers.
fn words(words: &[&str]) -> Vec<Value> {
    let mut values: Vec<Value> = words.iter().map(|word| Value::from(*word)).collect();
    values.extend(words.iter().filter_map(|word| word.parse::<i64>().ok()).map(Value::from));
    if !words.contains(&"unknown") {
        values.push(Value::from("unknown"));
    }
    values
}
