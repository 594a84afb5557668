//! Reports to bytes, a file a format. Nothing here decides anything.

pub mod json;
