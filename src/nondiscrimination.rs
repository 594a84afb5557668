//! The nondiscrimination tests: arithmetic on ratios, exact, with its rounding as the regulations print it.

pub mod catch_up;
pub mod comparison;
pub mod correction_acp;
pub mod correction_adp;
pub mod disproportionate_match;
pub mod estimate;
pub mod excess_deferral;
pub mod hce;
pub mod income;
pub mod levelling;
pub mod prior_year;
pub mod qnec;
pub mod ratio;
pub mod ratio_test;
pub mod shift;
