//! The nondiscrimination tests: arithmetic on ratios, exact, with its rounding as the regulations print it.

pub mod estimate;
pub mod ratio_test;
