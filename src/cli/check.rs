//! `planlint check`.

use planlint::finding::Severity;
use planlint::render::json::Passing;
use planlint::render::{self, Format, Style, Volume};
use planlint::report::selection::{Selection, Selector};
use planlint::report::{CheckOptions, Report, Verdict};
use planlint::rules::Profile;
use planlint::syntax::language::{NOT_A_PLAN, SYNTAX_ERROR};

use super::arguments::{CheckCommand, FailOn};
use super::exit::{Ending, Exit, Problem};
use super::{files, job_summary, output, written_reports};

/// Judges the plans below the paths and prints the report.
pub fn run(command: &CheckCommand) -> Ending {
    let selection = selection(&command.select, &command.ignore, command.profile)?;
    let found = files::find(&command.paths)?;
    let reports = written_reports::validated(&command.output, &found.paths)?;
    let (inputs, unreadable) = files::read(found, &command.stdin_filename);
    for line in &unreadable {
        eprintln!("planlint: {}", render::safe::line(line));
    }
    let options = CheckOptions {
        year: command.year,
        as_of: command.as_of.unwrap_or_else(today),
        require_mega_backdoor: command.require.is_some(),
        selection,
    };
    let mut report = match command.jobs {
        None => planlint::check(&inputs, &options),
        Some(jobs) => {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build();
            let pool = pool.map_err(|error| Problem::usage(format!("--jobs {jobs}: {error}")))?;
            pool.install(|| planlint::check(&inputs, &options))
        }
    };
    report.unreadable = unreadable;
    let style = style(command);
    let passing = if command.include_passed { Passing::Included } else { Passing::Left };
    output::print(&render::render(&report, command.format, &style, passing));
    if command.format == Format::Github {
        job_summary::append(&report)?;
    }
    written_reports::write(&reports, &report, passing)?;
    Ok(exit(command, &report))
}

/// The rules that run. Every name that is none is reported.
pub fn selection(
    select: &[String],
    ignore: &[String],
    profile: Option<Profile>,
) -> Result<Selection, Problem> {
    let mut lines = Vec::new();
    let mut parse = |option: &str, names: &[String]| -> Vec<Selector> {
        let parse = |name: &String| {
            Selector::parse(name).map_err(|error| lines.push(format!("{option}: {error}"))).ok()
        };
        names.iter().filter_map(parse).collect()
    };
    let select = parse("--select", select);
    let ignore = parse("--ignore", ignore);
    if lines.is_empty() {
        Ok(Selection { select, ignore, profile })
    } else {
        Err(Problem { lines, exit: Exit::Usage })
    }
}

/// The least severity that makes a run fail.
pub fn severity(fail_on: FailOn) -> Option<Severity> {
    match fail_on {
        FailOn::Error => Some(Severity::Error),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Advice => Some(Severity::Advice),
        FailOn::Never => None,
    }
}

fn exit(command: &CheckCommand, report: &Report) -> Exit {
    let no_plan =
        |reported: &planlint::report::Reported| [NOT_A_PLAN, SYNTAX_ERROR].contains(&reported.finding.rule);
    if !report.unreadable.is_empty() || report.findings.iter().any(no_plan) {
        return Exit::Unreadable;
    }
    let least = severity(command.fail_on);
    let grave = least.is_some_and(|least| report.worst().is_some_and(|worst| worst >= least));
    let not_available =
        |plan: &planlint::report::PlanReport| plan.mega_backdoor.verdict != Verdict::Available;
    let unmet = command.require.is_some() && report.plans.iter().any(not_available);
    if !command.exit_zero && (grave || unmet) { Exit::Findings } else { Exit::Clean }
}

fn style(command: &CheckCommand) -> Style {
    let volume = match (command.quiet, command.all_questions) {
        (true, _) => Volume::Quiet,
        (false, true) => Volume::EveryQuestion,
        (false, false) => Volume::Normal,
    };
    Style { volume, ..output::style(command.color) }
}

/// The day of the run, the only thing that planlint takes from the clock.
pub fn today() -> jiff::civil::Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}
