//! The nondiscrimination tests: arithmetic on ratios, exact, with its rounding as the regulations print it.

pub mod catch_up;
pub mod comparison;
pub mod correction_adp;
pub mod estimate;
pub mod excess_deferral;
pub mod levelling;
pub mod ratio;
pub mod ratio_test;
