//! Plans of which a mega backdoor Roth is required and that do not allow it for certain: why a run fails without a finding.

use planlint::report::adjust::Goals;
use planlint::report::{CheckOptions, MegaBackdoor, PlanReport, Report, Verdict};
use planlint::source::SourceFile;

/// So many plans are named.
const MOST_NAMED: usize = 20;
/// So many of the elections that a verdict hangs on.
const MOST_ELECTIONS: usize = 3;

/// The plans that do not reach the goal that settings or flags require of them.
pub fn plans<'r>(report: &'r Report, options: &CheckOptions) -> Vec<&'r PlanReport> {
    let is_required = |plan: &&PlanReport| options.terms(path(report, plan)).goals == Goals::MegaBackdoor;
    let is_short = |plan: &&PlanReport| plan.mega_backdoor.verdict != Verdict::Available;
    report.plans.iter().filter(is_short).filter(is_required).collect()
}

/// A line for stderr each: with a baseline, or where nothing is stated, no finding tells why the run fails.
pub fn notes(report: &Report, unmet: &[&PlanReport]) -> Vec<String> {
    let line = |plan: &&PlanReport| {
        let (path, name, grounds) = (path(report, plan), &plan.name, grounds(&plan.mega_backdoor));
        format!("{path} ({name}): a mega backdoor Roth is required, and the verdict is {grounds}")
    };
    let mut lines: Vec<String> = unmet.iter().take(MOST_NAMED).map(line).collect();
    if unmet.len() > MOST_NAMED {
        lines.push(format!("and {} more plans", unmet.len() - MOST_NAMED));
    }
    lines
}

fn grounds(verdict: &MegaBackdoor) -> String {
    let word = verdict.verdict.word();
    match verdict.verdict {
        Verdict::Available => word.to_owned(),
        Verdict::Blocked => format!("{word} by {}", verdict.blocked_by.join(", ")),
        Verdict::Unknown => {
            let named = verdict.unknown.iter().take(MOST_ELECTIONS).map(ToString::to_string);
            let named: Vec<String> = named.collect();
            let more = verdict.unknown.len().saturating_sub(named.len());
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            format!("{word}: it depends on {}{more}", named.join(", "))
        }
    }
}

fn path<'r>(report: &'r Report, plan: &PlanReport) -> &'r str {
    report.file(plan.file).map_or("", SourceFile::path)
}
