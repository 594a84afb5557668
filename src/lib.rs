//! planlint judges the designs of US employer retirement plans against the law they are under.
//!
//! Entry points are pure: they take texts and options and return plain data. They read no file, no clock and no
//! environment, so the same input gives the same output, byte for byte.

pub mod amend;
pub mod answer;
pub mod census;
pub mod compare;
pub mod convert;
pub mod diff;
pub mod estimate;
pub mod explain;
pub mod finding;
pub mod law;
pub mod lower;
pub mod money;
pub mod nondiscrimination;
pub mod plan;
pub mod proposals;
pub mod render;
pub mod report;
pub mod room;
pub mod rules;
pub mod settings;
pub mod source;
pub mod syntax;
pub mod testing;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::answer::Answer;
use crate::answer::facts::Facts;
use crate::law::Law;
use crate::plan::Plan;
use crate::report::adjust::Adjustments;
use crate::report::selection::{Selection, Selector};
use crate::report::{CheckOptions, Report, judge_file};
use crate::rules::Group;
use crate::source::FileId;
pub use crate::source::Input;
use crate::syntax::decode::{Notation, decode};
use crate::syntax::language::OF_SUPPRESSIONS;
use crate::syntax::phrase::year::PlanYear;
use crate::syntax::{dsl, yaml};

/// From so many inputs on it pays to use several threads.
const WORTH_THREADS: usize = 16;

/// Reads the plans of one spec, for `year` instead of their own if that is given. A spec of which anything cannot be
/// read gives no plan: the report says where and why.
///
/// # Errors
/// The findings of the language.
pub fn plans(input: &Input, year: Option<PlanYear>, as_of: Date) -> Result<Vec<Plan>, Box<Report>> {
    // A comment that holds nothing back makes no plan unreadable.
    let ignore = OF_SUPPRESSIONS.iter().map(|name| Selector::Rule(name)).collect();
    let select = vec![Selector::Group(Group::Language)];
    let selection = Selection { select, ignore, ..Selection::default() };
    let options = CheckOptions {
        year,
        as_of,
        require_mega_backdoor: false,
        selection,
        adjustments: Adjustments::default(),
    };
    let report = check(std::slice::from_ref(input), &options);
    if !report.findings.is_empty() {
        return Err(Box::new(report));
    }
    let (file, _) = decode(FileId(0), &input.path, &input.bytes);
    let (documents, _) = match Notation::of(file.path()) {
        Notation::Yaml => yaml::read(&file),
        Notation::Dsl => dsl::read(&file),
    };
    let otherwise = PlanYear::calendar(as_of.year()).unwrap_or(PlanYear::EARLIEST);
    Ok(documents.iter().filter_map(|document| plan::read(document, year, otherwise).0).collect())
}

/// The answer for one person under one plan: can a mega backdoor Roth be done, how much is left, what is taxed. `as_of` is
/// today.
pub fn answer_for(plan: &Plan, facts: &Facts, as_of: Date) -> Answer {
    let law = Law::current();
    answer::answer(plan, law, &report::mega_backdoor(plan, law), facts, as_of)
}

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
