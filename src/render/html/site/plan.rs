//! The page of a plan: verdict, tests, findings, what it elects, the letter, and what changed since its last revision.

use askama::Template;

use super::Frame;
use super::features::{self, Section};
use super::history::HistoryView;
use super::tests::{Part, Tested};
use crate::lower::Truth;
use crate::render::html::finding::FindingView;
use crate::render::html::plan::{PlanView, QuestionView};
use crate::render::json::Passing;
use crate::render::site::{Letter, Medium, Peer, PlanMatter, Site, Subject};
use crate::render::{safe, words};

#[derive(Template)]
#[template(path = "site/plan.html")]
pub struct PlanPage<'a> {
    frame: Frame,
    plan: PlanView,
    /// By weight, the gravest first.
    findings: Vec<(String, Vec<FindingView>)>,
    /// What was found, unless the one heading below says the same.
    found: Option<String>,
    tests: Vec<Tested>,
    estimate: Option<Tested>,
    peers: Vec<PeerRow>,
    sections: Vec<Section>,
    letter: Option<&'a Letter>,
    letter_file: String,
    lesser: Vec<QuestionView>,
    revisions: Vec<RevisionView>,
    history: Option<HistoryView>,
    has_history: bool,
}

/// Another spec of the plan: how it relates, what it is called, where its page is.
struct RevisionView {
    relation: &'static str,
    name: String,
    page: String,
}

/// What others offer, and whether this plan does.
struct PeerRow {
    feature: String,
    share: String,
    class: &'static str,
    word: &'static str,
}

impl PeerRow {
    fn of(peer: &Peer) -> Self {
        let (class, word) = match peer.offered {
            Truth::Yes => ("available", "yes"),
            Truth::No => ("settled", "no"),
            Truth::Unknown(_) => ("unknown", "not known"),
        };
        let shown = |text: &str| safe::line(text).into_owned();
        Self { feature: shown(&peer.feature), share: shown(&peer.share), class, word }
    }
}

impl<'a> PlanPage<'a> {
    pub fn of(
        site: &'a Site<'_>,
        subjects: &[Subject<'_>],
        subject: &'a Subject<'_>,
        medium: Medium,
    ) -> Self {
        let mut plan = PlanView::of(site.report, &subject.chapter, 1, Passing::Left);
        let matter = subject.matter(site);
        let on_screen = medium == Medium::Screen;
        let has_history = matter.is_some_and(|matter| matter.revision.before.is_some());
        let findings = by_weight(std::mem::take(&mut plan.findings));
        let repeats = |(heading, _): &(String, Vec<FindingView>)| *heading == plan.found;
        Self {
            found: (!findings.iter().any(repeats)).then(|| plan.found.clone()),
            findings,
            frame: Frame {
                title: format!("{} · {}", plan.name, site.title),
                up: "../",
                script: false,
                on_screen,
            },
            lesser: std::mem::take(&mut plan.lesser),
            tests: matter.map(|matter| matter.tests.iter().map(Tested::of).collect()).unwrap_or_default(),
            estimate: matter.and_then(|matter| matter.estimate.as_ref()).map(Tested::of_estimate),
            peers: matter.map(|matter| matter.peers.iter().map(PeerRow::of).collect()).unwrap_or_default(),
            sections: matter.map(|matter| features::sections(&matter.revision.elections)).unwrap_or_default(),
            letter: subject.letter.as_ref(),
            letter_file: subject.letter_file(),
            revisions: matter.map(|matter| revisions(matter, subjects)).unwrap_or_default(),
            history: matter.and_then(|matter| HistoryView::of(matter.history.as_ref()?)),
            has_history,
            plan,
        }
    }
}

fn by_weight(findings: Vec<FindingView>) -> Vec<(String, Vec<FindingView>)> {
    let weights = [
        ("error", "error", "errors"),
        ("warning", "warning", "warnings"),
        ("advice", "piece of advice", "pieces of advice"),
    ];
    let mut left = findings;
    let mut groups = Vec::new();
    for (severity, one, many) in weights {
        let (own, others): (Vec<_>, Vec<_>) = left.into_iter().partition(|found| found.severity == severity);
        if !own.is_empty() {
            groups.push((words::count(own.len(), one, many), own));
        }
        left = others;
    }
    groups
}

fn revisions(matter: &PlanMatter<'_>, subjects: &[Subject<'_>]) -> Vec<RevisionView> {
    let view = |relation, place: usize| {
        let subject = subjects.iter().find(|subject| subject.place == Some(place))?;
        let year = subject.plan().map(words::year).unwrap_or_default();
        Some(RevisionView { relation, name: format!("{}, {year}", subject.name), page: subject.page_name() })
    };
    let revision = matter.revision;
    let twins = revision.twins.iter().filter_map(|twin| view("States the same", *twin));
    let before = revision.before.and_then(|place| view("Revision before", place));
    let after = revision.after.and_then(|place| view("Revision after", place));
    before.into_iter().chain(after).chain(twins).collect()
}
