//! The list of plans, with a filter that needs no script.

use askama::Template;

use super::{Visit, written};
use crate::render::language::site::Site;
use crate::render::safe;
use crate::render::words;
use crate::report::{Report, Verdict};
use crate::source::SourceFile;

/// A plan of the list, or a file in which none can be read.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'p> {
    pub id: &'p str,
    /// On this plan alone.
    pub report: &'p Report,
}

/// Which plans are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Part of the name, in any case.
    pub name: String,
    pub verdict: Option<Verdict>,
}

/// The page.
pub fn list(visit: &Visit, plans: &[Listed<'_>], unreadable: &[String], filter: &Filter) -> String {
    let lines: Vec<Line> = plans.iter().map(|listed| Line::of(visit, *listed)).collect();
    let wanted = filter.name.trim().to_lowercase();
    let fits = |line: &Line| {
        let by_name = line.name.to_lowercase().contains(&wanted) || line.id.contains(&wanted);
        by_name && (filter.verdict.is_none() || filter.verdict == line.verdict)
    };
    let lines: Vec<Line> = lines.into_iter().filter(fits).collect();
    written(&List {
        visit,
        shown: visit.say(Site::Shown { count: u32::try_from(lines.len()).unwrap_or(u32::MAX) }),
        lines,
        name: safe::line(&filter.name).into_owned(),
        verdict: filter.verdict.map_or("", Verdict::word),
        unreadable: unreadable.iter().map(|line| safe::line(line).into_owned()).collect(),
    })
}

#[derive(Template)]
#[template(path = "pages/list.html")]
struct List<'p> {
    visit: &'p Visit,
    lines: Vec<Line>,
    shown: String,
    name: String,
    verdict: &'static str,
    unreadable: Vec<String>,
}

impl List<'_> {
    const VERDICTS: [Verdict; 3] = [Verdict::Available, Verdict::Unknown, Verdict::Blocked];
}

struct Line {
    id: String,
    name: String,
    facts: String,
    verdict: Option<Verdict>,
    room: Option<String>,
}

impl Line {
    fn of(visit: &Visit, listed: Listed<'_>) -> Self {
        let report = listed.report;
        let plan = report.plans.first();
        let path = report.files.first().map_or("", SourceFile::path);
        let mega = plan.map(|plan| &plan.mega_backdoor);
        let room = mega.filter(|mega| mega.verdict != Verdict::Blocked).and_then(|mega| mega.room.as_ref());
        Self {
            id: listed.id.to_owned(),
            name: plan.map_or_else(|| safe::line(path).into_owned(), words::name),
            facts: plan
                .map(|plan| format!("{} · {}", words::plan_type(plan), words::year(plan)))
                .unwrap_or_default(),
            verdict: mega.map(|mega| mega.verdict),
            room: room.map(|room| visit.say(Site::RoomOf { amount: room.remaining })),
        }
    }
}

impl Visit {
    /// A verdict on a plan: its picture, its class and its word.
    pub(super) fn verdict(&self, verdict: &Verdict) -> (&'static str, &'static str, String) {
        let (picture, word) = match verdict {
            Verdict::Available => ("✓", Site::Available),
            Verdict::Blocked => ("✗", Site::Blocked),
            Verdict::Unknown => ("?", Site::Unknown),
        };
        (picture, verdict.word(), self.say(word))
    }
}
