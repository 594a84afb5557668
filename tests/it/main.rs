//! All tests that use planlint as its users do: one binary, so that it links once.

mod census;
mod cli;
mod employers;
mod examples;
mod floors;
mod grammar;
mod hostile;
mod pages;
mod plan_specs;
mod reference;
mod render;
mod schema;
mod templates;
mod test_run;
mod tidy;
mod verdict;
mod worked_examples;
mod workforce;
