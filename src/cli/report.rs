//! `planlint report`.

mod beside;
pub mod census;
mod folder;
mod pdf;

use std::path::PathBuf;

use planlint::diff::revisions::{Revision, revisions};
use planlint::diff::{Diff, Spec, diff};
use planlint::render::site::{self, About, PlanMatter, Site};
use planlint::report::{CheckOptions, Report};
use planlint::source::Input;
use rayon::prelude::*;

use super::arguments::ReportCommand;
use super::exit::{Ending, Exit, Problem};
use super::settings::InForce;
use super::{baseline, check, files, settings};
use folder::{Contents, Target};

/// Writes the report. What is found in plans is what it is about: it ends well unless something could not be read.
pub fn run(command: &ReportCommand) -> Ending {
    let of_check = command.check();
    let in_force = settings::in_force(&of_check)?;
    check::note(&in_force.notes);
    let browser = if command.pdf { Some(pdf::Browser::find(command.chromium.as_deref())?) } else { None };
    let found = files::find(&command.paths)?;
    let target = Target::of(&command.out, &kept(command, &in_force, &found.paths))?;
    let (inputs, unreadable) = files::read(found, &of_check.stdin_filename);
    check::note(&unreadable);
    let options = check::options(&of_check, &in_force, &inputs);
    let mut report = check::judge(&of_check, &inputs, &options)?;
    report.unreadable = unreadable;
    if let Some(path) = in_force.baseline() {
        check::note(&baseline::hold_back(&mut report, &path, &options)?);
    }
    let written = in_pool(command, || {
        let revisions = revisions(&report);
        let site = matter(command, &in_force, &inputs, &report, &revisions, &options)?;
        write(command, &target, browser.as_ref(), &site).map(|count| (site.plans.len(), count))
    })?;
    if !command.quiet {
        let (plans, count) = written;
        let index = files::shown(&command.out.join("index.html"));
        let plans = if plans == 1 { "1 plan".to_owned() } else { format!("{plans} plans") };
        check::note(&[format!("{plans} in {count} files; begin with {index}")]);
    }
    let not_read = !report.unreadable.is_empty() || plans_missing(&report);
    Ok(if not_read { Exit::Unreadable } else { Exit::Clean })
}

/// Is there a file in which no plan could be read?
fn plans_missing(report: &Report) -> bool {
    report.findings.iter().any(|found| !planlint::report::baseline::can_hold(found.finding.rule))
}

/// All that is read: the report goes neither over nor into any of it.
fn kept(command: &ReportCommand, in_force: &InForce, plans: &[PathBuf]) -> Vec<PathBuf> {
    let of_flags = [&command.census, &command.mapping, &command.norms].into_iter().flatten().cloned();
    let of_settings = in_force.path.iter().cloned().chain(in_force.baseline());
    command.paths.iter().chain(plans).cloned().chain(of_flags).chain(of_settings).collect()
}

fn in_pool<T: Send>(
    command: &ReportCommand,
    work: impl FnOnce() -> Result<T, Problem> + Send,
) -> Result<T, Problem> {
    let Some(jobs) = command.jobs else { return work() };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build();
    pool.map_err(|error| Problem::usage(format!("--jobs {jobs}: {error}")))?.install(work)
}

fn matter<'a>(
    command: &ReportCommand,
    in_force: &InForce,
    inputs: &[Input],
    report: &'a Report,
    revisions: &'a [Revision],
    options: &CheckOptions,
) -> Result<Site<'a>, Problem> {
    let (mut tests, census) = match &command.census {
        Some(path) => {
            let tested =
                census::tested(path, command.mapping.as_deref(), (inputs, report, revisions), options)?;
            (tested.tests, Some(tested.matter))
        }
        None => (Vec::new(), None),
    };
    tests.resize_with(report.plans.len(), Vec::new);
    let histories: Vec<Option<Diff>> = revisions
        .par_iter()
        .enumerate()
        .map(|(place, revision)| history(inputs, report, revision.before?, place, options))
        .collect();
    let mut typed = beside::read(command.norms.as_deref(), inputs, report, options)?.into_iter();
    let plans = revisions.iter().zip(histories).zip(tests);
    Ok(Site {
        title: command.title.clone(),
        report,
        plans: plans
            .map(|((revision, history), tests)| {
                let (estimate, peers) = typed.next().unwrap_or_default();
                PlanMatter { revision, history, tests, estimate, peers }
            })
            .collect(),
        census,
        about: About {
            as_of: options.as_of,
            year: command.year.map(|year| year.to_string()),
            settings: in_force.file.as_ref().map(|file| file.path().to_owned()),
        },
    })
}

/// What changed between two plans of the report.
fn history(
    inputs: &[Input],
    report: &Report,
    before: usize,
    now: usize,
    options: &CheckOptions,
) -> Option<Diff> {
    let spec = |place: usize| {
        let file = report.plans.get(place)?.file;
        Some(Spec { key: String::new(), input: inputs.get(file.0 as usize)?.clone() })
    };
    let mut compared = diff(&[spec(before)?], &[spec(now)?], options);
    let name = &report.plans.get(now)?.name;
    compared.plans.retain(|plan| plan.name == *name);
    Some(compared)
}

/// Writes the files and returns how many there are.
fn write(
    command: &ReportCommand,
    target: &Target,
    browser: Option<&pdf::Browser>,
    site: &Site<'_>,
) -> Result<usize, Problem> {
    let contents = if command.census.is_some() { Contents::Personal } else { Contents::Shared };
    let mut folder = target.begin(contents)?;
    site::files(site, |file| folder.write(&file))?;
    if let Some(browser) = browser {
        folder.print(browser, |put| site::papers(site, put))?;
    }
    folder.finish()
}
