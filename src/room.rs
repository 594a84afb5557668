//! How much after-tax money a plan has room for, how it gets to Roth, and which money may leave when. One participant's own room is built on it.

pub mod beside_match;
pub mod contributions;
pub mod conversion;
pub mod employer_money;
pub mod match_rates;
pub mod model_employee;
pub mod restricted_money;
pub mod rollover;
pub mod routes;
pub mod stated_figures;
pub mod year_limits;

#[cfg(test)]
mod tests;
