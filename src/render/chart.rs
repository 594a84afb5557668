//! Charts in SVG. Only what lies below this knows plotters.

pub mod curves;
pub mod heat_map;
mod svg;
pub mod verdicts;
