//! All tests that use planlint as its users do: one binary, so that it links once.

mod census;
mod cli;
mod diff;
mod examples;
mod floors;
mod formats;
mod grammar;
mod hostile;
mod pages;
mod plan_specs;
mod render;
mod rule_matrix;
mod schema;
mod templates;
mod tidy;
mod verdict;
mod worked_examples;
mod workforce;
mod written_reports;
