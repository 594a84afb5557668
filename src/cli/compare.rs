//! `planlint compare`.

use std::path::{Path, PathBuf};

use planlint::compare::choice::{Choice, Extent};
use planlint::compare::exposure::Exposure;
use planlint::compare::filter::Filter;
use planlint::compare::norms::{self, Norm};
use planlint::compare::subject::Key;
use planlint::compare::{ComparedPlan, Comparison, compare};
use planlint::diff::revisions::revisions;
use planlint::render::compare::{Arrangement, Format, Request, render};
use planlint::render::workbook::{IS_BUILT, NOT_BUILT};
use planlint::render::{Style, safe};
use planlint::report::adjust::Adjustments;
use planlint::report::selection::Selection;
use planlint::report::{CheckOptions, Report};
use planlint::source::Input;

use super::arguments::CompareCommand;
use super::check::today;
use super::exit::{Ending, Exit, Problem};
use super::report::census;
use super::{files, output, written_reports};

/// What the flags ask for.
struct Asked {
    choice: Choice,
    filter: Option<Filter>,
    sort: Vec<Key>,
}

/// Lays plans side by side and prints them.
pub fn run(command: &CompareCommand) -> Ending {
    let asked = asked(command)?;
    let options = CheckOptions {
        year: command.year,
        as_of: command.as_of.unwrap_or_else(today),
        require_mega_backdoor: false,
        selection: Selection::default(),
        adjustments: Adjustments::default(),
    };
    let found = files::find(&command.paths)?;
    let beside = [&command.against, &command.norms, &command.census, &command.mapping].into_iter().flatten();
    let given: Vec<PathBuf> = found.paths.iter().chain(beside).cloned().collect();
    let reports = written_reports::validated(&command.output, &given)?;
    let norms = command.norms.as_deref().map_or(Ok(Vec::new()), norms)?;
    let benchmark = match &command.against {
        Some(path) => Some(benchmark(path, &options)?),
        None => None,
    };
    let (inputs, unreadable) = files::read(found, &command.stdin_filename);
    let mut comparison = in_pool(command, &inputs, &options)?;
    comparison.unreadable.splice(0..0, unreadable);
    for line in &comparison.unreadable {
        eprintln!("planlint: {}", safe::line(line));
    }
    if let Some(census) = &command.census {
        on_census(command, census, &inputs, &mut comparison, &options)?;
    }
    comparison.norms = norms;
    comparison.benchmark = benchmark;
    if let Some(filter) = &asked.filter {
        comparison.keep(filter);
    }
    comparison.sort(&asked.sort);
    print(command, &comparison, &asked, &reports)
}

fn print(
    command: &CompareCommand,
    comparison: &Comparison,
    asked: &Asked,
    reports: &[written_reports::Target<Format>],
) -> Ending {
    let request = Request {
        comparison,
        choice: &asked.choice,
        arrangement: if asked.sort.is_empty() { Arrangement::ByVerdict } else { Arrangement::AsSorted },
        filter: asked.filter.as_ref().map(Filter::text),
    };
    let rendered = |format: Format, style: &Style| {
        render(&request, format, style).map_err(|why| Problem::unreadable(why.0))
    };
    let text = rendered(command.format, &output::style(command.color))?;
    output::print(&String::from_utf8_lossy(&text));
    written_reports::write(reports, |format| rendered(format, &Style::PLAIN))?;
    Ok(if comparison.unreadable.is_empty() { Exit::Clean } else { Exit::Unreadable })
}

/// Reads the flags; everything that is wrong with them is reported together.
fn asked(command: &CompareCommand) -> Result<Asked, Problem> {
    let mut lines = Vec::new();
    let extent = match (command.differing, command.all) {
        (true, _) => Extent::Differing,
        (false, true) => Extent::All,
        (false, false) => Extent::Named,
    };
    let choice = Choice::parse(&command.columns, extent).unwrap_or_else(|errors| {
        lines.extend(errors.into_iter().map(|error| format!("--columns: {error}")));
        Choice::default()
    });
    let mut sort = Vec::new();
    for name in &command.sort {
        match Key::parse(name) {
            Ok(key) => sort.push(key),
            Err(error) => lines.push(format!("--sort: {error}")),
        }
    }
    let filter = match command.filter.as_deref().map(Filter::parse) {
        None => None,
        Some(Ok(filter)) => Some(filter),
        Some(Err(errors)) => {
            let line = |error: &planlint::compare::filter::FilterError| {
                format!("--where, column {}: {}", error.column, error.message)
            };
            lines.extend(errors.iter().map(line));
            None
        }
    };
    if !IS_BUILT && command.output.iter().any(|report| report.format == Format::Xlsx) {
        lines.push(format!("--output: {NOT_BUILT}"));
    }
    if lines.is_empty() {
        Ok(Asked { choice, filter, sort })
    } else {
        Err(Problem { lines, exit: Exit::Usage })
    }
}

fn in_pool(
    command: &CompareCommand,
    inputs: &[Input],
    options: &CheckOptions,
) -> Result<Comparison, Problem> {
    let Some(jobs) = command.jobs else { return Ok(compare(inputs, options)) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).use_current_thread().build();
    let pool = pool.map_err(|error| Problem::usage(format!("--jobs {jobs}: {error}")))?;
    Ok(pool.install(|| compare(inputs, options)))
}

/// Tests the plans on a census. What is in it and not tested is told on stderr.
fn on_census(
    command: &CompareCommand,
    census: &Path,
    inputs: &[Input],
    comparison: &mut Comparison,
    options: &CheckOptions,
) -> Result<(), Problem> {
    // The texts are lent to a report of these plans.
    let plans = comparison.plans.iter().map(|plan| plan.report.clone()).collect();
    let report = Report { plans, ..std::mem::take(&mut comparison.texts) };
    let revisions = revisions(&report);
    let tested = census::tested(census, command.mapping.as_deref(), (inputs, &report, &revisions), options);
    comparison.texts = Report { plans: Vec::new(), ..report };
    let tested = tested?;
    for (plan, tests) in comparison.plans.iter_mut().zip(&tested.tests) {
        if let Some(exposure) = Exposure::of_tests(tests) {
            plan.exposure = Some(exposure);
        }
    }
    for line in &tested.matter.left_over {
        eprintln!("planlint: {}", safe::line(line));
    }
    Ok(())
}

/// The one plan that others are held against.
fn benchmark(path: &Path, options: &CheckOptions) -> Result<ComparedPlan, Problem> {
    let shown = files::shown(path);
    if !path.is_file() {
        return Err(Problem::usage(format!("--against {shown}: no such file")));
    }
    let input = files::read_one(path, "stdin.plan").map_err(Problem::unreadable)?;
    let mut read = compare(&[input], options);
    if !read.unreadable.is_empty() {
        return Err(Problem { lines: read.unreadable, exit: Exit::Unreadable });
    }
    match (read.plans.pop(), read.plans.len()) {
        (Some(plan), 0) => Ok(plan),
        (_, others) => Err(Problem::usage(format!(
            "--against {shown}: holds {} plans; a benchmark is one plan",
            if others == 0 { 0 } else { others + 1 }
        ))),
    }
}

/// Reads a file of norms.
pub fn norms(path: &Path) -> Result<Vec<Norm>, Problem> {
    let shown = files::shown(path);
    let bytes = std::fs::read(path).map_err(|error| {
        Problem::usage(format!("--norms {shown}: cannot be read: {}", files::plain(&error)))
    })?;
    let text =
        String::from_utf8(bytes).map_err(|_| Problem::usage(format!("--norms {shown}: is not UTF-8")))?;
    norms::read(&shown, text.strip_prefix('\u{feff}').unwrap_or(&text)).map_err(|errors| Problem {
        lines: errors.into_iter().map(|error| format!("--norms {shown}: {error}")).collect(),
        exit: Exit::Usage,
    })
}
