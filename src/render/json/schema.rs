//! The JSON Schema of the JSON of `check`, for its readers: the document, and under `$defs/line` a line of `jsonl`.

/// JSON Schema, draft 2020-12. It is written by hand: it is the promise that the records are tested against.
pub const SCHEMA: &str = include_str!("check.schema.json");
