//! All tests that use planlint as its users do: one binary, so that it links once.

mod baseline;
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
mod settings;
mod suppression;
mod templates;
mod testing_coverage;
mod testing_limits;
mod testing_plan_limits;
mod tidy;
mod verdict;
mod worked_examples;
mod workforce;
mod written_reports;
