//! What the page shows of one plan, or of a file in which none could be read.

use super::finding::{FindingView, Part, parts};
use crate::finding::ElectionPath;
use crate::render::chapters::Chapter;
use crate::render::json::Passing;
use crate::render::{safe, words};
use crate::report::{MegaBackdoor, PlanReport, Question, Report, Verdict};
use crate::room::model_employee::Room;
use crate::source::SourceFile;

pub struct PlanView {
    /// For links within the page.
    pub number: usize,
    pub name: String,
    pub path: String,
    /// `None` where no plan could be read.
    pub verdict: Option<VerdictView>,
    pub found: String,
    pub findings: Vec<FindingView>,
    pub questions: Vec<QuestionView>,
    /// Questions that may change advice only.
    pub lesser: Vec<QuestionView>,
    pub passed: Vec<&'static str>,
}

pub struct VerdictView {
    pub plan_type: &'static str,
    pub year: String,
    /// The class that colours the word.
    pub class: &'static str,
    pub word: String,
    pub routes: Vec<String>,
    pub blocked_by: Vec<&'static str>,
    pub depends_on: Vec<String>,
    pub room: Option<RoomView>,
    pub no_room: Option<&'static str>,
    pub exposure: Option<String>,
    pub tally: String,
}

pub struct RoomView {
    pub amount: String,
    pub whose: String,
    pub limit: String,
    pub taken: Vec<(String, &'static str)>,
    pub left: String,
    pub binding: Vec<Part>,
    pub taken_as_none: Vec<String>,
}

pub struct QuestionView {
    pub text: &'static str,
    pub election: String,
    pub decides: bool,
}

impl PlanView {
    pub fn of(report: &Report, chapter: &Chapter<'_>, number: usize, passing: Passing) -> Self {
        let path = safe::line(chapter.file(report).map_or("", SourceFile::path)).into_owned();
        let finding = |(reported, index): (_, usize)| FindingView::of(report, reported, number, index);
        Self {
            number,
            name: chapter.plan.map_or_else(|| path.clone(), words::name),
            path,
            verdict: chapter.plan.map(VerdictView::of),
            found: found(chapter),
            findings: chapter.findings.iter().copied().zip(1..).map(finding).collect(),
            questions: chapter.questions.iter().copied().map(QuestionView::of).collect(),
            lesser: chapter.lesser.iter().copied().map(QuestionView::of).collect(),
            passed: match passing {
                Passing::Left => Vec::new(),
                Passing::Included => chapter.passed.iter().map(|passed| passed.rule).collect(),
            },
        }
    }
}

impl PlanView {
    /// How many of the questions decide the verdict: they come first, the others are folded.
    pub fn deciding(&self) -> usize {
        self.questions.iter().take_while(|question| question.decides).count()
    }
}

/// What was found and how much of it is held back: `none` alone would hide that.
fn found(chapter: &Chapter<'_>) -> String {
    let found = words::by_weight(chapter.weights()).unwrap_or_else(|| "none".to_owned());
    match chapter.held_back {
        0 => found,
        some => format!("{found}, {some} suppressed"),
    }
}

impl VerdictView {
    pub fn of(plan: &PlanReport) -> Self {
        let MegaBackdoor { verdict, blocked_by, unknown, room, .. } = &plan.mega_backdoor;
        let is_available = *verdict == Verdict::Available;
        Self {
            plan_type: words::plan_type(plan),
            year: words::year(plan),
            class: verdict.word(),
            word: words::verdict(&plan.mega_backdoor),
            routes: words::routes(&plan.mega_backdoor),
            blocked_by: blocked_by.clone(),
            depends_on: names(unknown),
            room: room.as_ref().filter(|_| *verdict != Verdict::Blocked).map(RoomView::of),
            no_room: (is_available && room.is_none()).then(|| words::no_room(plan)),
            exposure: words::exposure(plan),
            tally: words::tally(plan.tally),
        }
    }

    /// What the room is called: under a verdict that is open it is no promise.
    pub fn room_label(&self) -> &'static str {
        if self.depends_on.is_empty() { "Room" } else { "Room if so" }
    }
}

impl RoomView {
    fn of(room: &Room) -> Self {
        let arithmetic = words::arithmetic(room);
        Self {
            amount: room.remaining.to_string(),
            whose: words::model_employee(room),
            limit: arithmetic.limit.to_string(),
            taken: arithmetic.taken.iter().map(|(amount, what)| (amount.to_string(), *what)).collect(),
            left: arithmetic.left.to_string(),
            binding: parts(words::binding(room.binding)),
            taken_as_none: names(&room.taken_as_none),
        }
    }
}

impl QuestionView {
    fn of(question: &Question) -> Self {
        Self {
            text: question.question,
            election: safe::line(question.election.as_str()).into_owned(),
            decides: question.decides_verdict,
        }
    }
}

fn names(elections: &[ElectionPath]) -> Vec<String> {
    elections.iter().map(|election| safe::line(election.as_str()).into_owned()).collect()
}
