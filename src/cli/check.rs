//! `planlint check`.

use std::path::PathBuf;

use planlint::render::json::Passing;
use planlint::render::{self, Format, Style, Volume};
use planlint::report::adjust::Goals;
use planlint::report::baseline::can_hold;
use planlint::report::{CheckOptions, PlanReport, Report, Reported};
use planlint::settings::{FailOn, show};
use planlint::source::Input;

use super::arguments::CheckCommand;
use super::exit::{Ending, Exit, Problem};
use super::settings::InForce;
use super::{baseline, files, job_summary, output, settings, unmet, written_reports};

/// Judges the plans below the paths and prints the report.
pub fn run(command: &CheckCommand) -> Ending {
    let in_force = settings::in_force(command)?;
    note(&in_force.notes);
    if command.settings.show_settings {
        let shown = show::show(&in_force.settings, in_force.file.as_ref());
        output::print(
            &shown.lines().map(|line| format!("{}\n", render::safe::line(line))).collect::<String>(),
        );
        return Ok(Exit::Clean);
    }
    let found = files::find(&command.paths)?;
    let mut given = found.paths.clone();
    given.extend(in_force.path.clone());
    let held_back = in_force.baseline();
    let kept: Vec<PathBuf> = given.iter().chain(&held_back).cloned().collect();
    let reports = written_reports::validated(&command.output, &kept)?;
    let (inputs, unreadable) = files::read(found, &command.stdin_filename);
    note(&unreadable);
    let options = options(command, &in_force, &inputs);
    let mut report = judge(command, &inputs, &options)?;
    report.unreadable = unreadable;
    if let Some(path) = &command.settings.write_baseline {
        note(&[baseline::write(&report, path, &given)?]);
        return Ok(unread(&mut report));
    }
    if let Some(path) = held_back {
        note(&baseline::hold_back(&mut report, &path, &options)?);
    }
    let passing = if command.include_passed { Passing::Included } else { Passing::Left };
    let format = in_force.settings.format();
    output::print(&render::render(&report, format, &style(command), passing));
    if format == Format::Github {
        job_summary::append(&report)?;
    }
    let plain = |format| Ok(render::render(&report, format, &Style::PLAIN, passing).into_bytes());
    written_reports::write(&reports, plain)?;
    let unmet = unmet::plans(&report, &options);
    note(&unmet::notes(&report, &unmet));
    Ok(exit(command, in_force.settings.fail_on(), &report, &unmet))
}

/// Says something on stderr.
pub(super) fn note(lines: &[String]) {
    for line in lines {
        eprintln!("planlint: {}", render::safe::line(line));
    }
}

/// What plans are judged by.
pub(super) fn options(command: &CheckCommand, in_force: &InForce, inputs: &[Input]) -> CheckOptions {
    let source = in_force.file.as_ref().map(|file| (file.path().to_owned(), file.text().to_owned()));
    let mut adjustments = in_force.settings.adjustments(source);
    if let Some(folder) = in_force.folder.as_ref().filter(|_| !adjustments.overrides.is_empty()) {
        let known_as = |input: &Input| (input.path.clone(), settings::from(folder, &input.path));
        adjustments.known_as = inputs.iter().map(known_as).collect();
    }
    CheckOptions {
        year: command.year,
        as_of: command.as_of.unwrap_or_else(today),
        require_mega_backdoor: in_force.settings.goals() == Goals::MegaBackdoor,
        selection: in_force.settings.selection(),
        adjustments,
    }
}

/// The report on some inputs, by as many threads as were asked for.
pub(super) fn judge(
    command: &CheckCommand,
    inputs: &[Input],
    options: &CheckOptions,
) -> Result<Report, Problem> {
    let Some(jobs) = command.jobs else { return Ok(planlint::check(inputs, options)) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).use_current_thread().build();
    let pool = pool.map_err(|error| Problem::usage(format!("--jobs {jobs}: {error}")))?;
    Ok(pool.install(|| planlint::check(inputs, options)))
}

/// What a baseline cannot hold is shown, and the run does not end well for it.
fn unread(report: &mut Report) -> Exit {
    report.findings.retain(|reported| !can_hold(reported.finding.rule));
    if report.findings.is_empty() && report.unreadable.is_empty() {
        return Exit::Clean;
    }
    eprint!("{}", render::render(report, Format::Concise, &output::style_of_errors(), Passing::Left));
    Exit::Unreadable
}

fn exit(command: &CheckCommand, fail_on: FailOn, report: &Report, unmet: &[&PlanReport]) -> Exit {
    let no_plan = |reported: &Reported| !can_hold(reported.finding.rule);
    if !report.unreadable.is_empty() || report.findings.iter().any(no_plan) {
        return Exit::Unreadable;
    }
    let grave = match fail_on {
        FailOn::At(least) => report.worst().is_some_and(|worst| worst >= least),
        FailOn::Never => false,
    };
    if !command.exit_zero && (grave || !unmet.is_empty()) { Exit::Findings } else { Exit::Clean }
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
