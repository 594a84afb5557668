//! The nondiscrimination tests: arithmetic on ratios, exact, with its rounding as the regulations print it.

pub mod annual_additions;
pub mod applicability;
pub mod catch_up;
pub mod comparison;
pub mod correction_acp;
pub mod correction_adp;
pub mod coverage;
pub mod deadlines;
pub mod disproportionate_match;
pub mod entry;
pub mod estimate;
pub mod excess_deferral;
pub mod excludable;
pub mod hce;
pub mod income;
pub mod levelling;
pub mod limits_403b;
pub mod limits_457b;
pub mod prior_year;
#[cfg(test)]
mod properties;
pub mod qnec;
pub mod ratio;
pub mod safe_harbor;
pub mod shift;
pub mod top_heavy;
