//! Charts as SVG, a file a kind: the one place that knows plotters.

pub mod verdicts;
