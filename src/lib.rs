//! planlint judges the designs of US employer retirement plans against the law they are under.
//!
//! Entry points are pure: they take texts and options and return plain data. They read no file, no clock and no
//! environment, so the same input gives the same output, byte for byte.

pub mod census;
pub mod convert;
pub mod explain;
pub mod finding;
pub mod law;
pub mod lower;
pub mod money;
pub mod nondiscrimination;
pub mod plan;
pub mod render;
pub mod report;
pub mod room;
pub mod rules;
pub mod settings;
pub mod source;
pub mod syntax;

use rayon::prelude::*;

use crate::report::{CheckOptions, Report, judge_file};
use crate::source::FileId;
pub use crate::source::Input;
use crate::syntax::decode::decode;

/// From so many inputs on it pays to use several threads.
const WORTH_THREADS: usize = 16;

/// Reads and judges plan specs. Findings are in the order of the inputs, whatever the number of threads.
pub fn check(inputs: &[Input], options: &CheckOptions) -> Report {
    let judge = |(index, input): (usize, &Input)| {
        let id = FileId(u32::try_from(index).unwrap_or(u32::MAX));
        let (file, refused) = decode(id, &input.path, &input.bytes);
        judge_file(file, refused, options)
    };
    let mut report = if inputs.len() < WORTH_THREADS {
        Report::gather(inputs.iter().enumerate().map(judge))
    } else {
        Report::gather(inputs.par_iter().enumerate().map(judge).collect::<Vec<_>>())
    };
    report.cite(options.adjustments.settings_file());
    report
}
