//! All tests that use planlint as its users do: one binary, so that it links once.

mod census;
mod cli;
mod examples;
mod floors;
mod grammar;
mod hostile;
mod pages;
mod plan_specs;
mod render;
mod schema;
mod templates;
mod testing_coverage;
mod testing_limits;
mod testing_plan_limits;
mod tidy;
mod verdict;
mod worked_examples;
mod workforce;
