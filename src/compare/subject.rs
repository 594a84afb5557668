//! What a plan can be asked, filtered and sorted by: its elections, and what planlint reckons from them.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::ComparedPlan;
use super::exposure::Exposure;
use super::provision::{Provision, Stated};
use crate::estimate::cell::Judged;
use crate::finding::Severity;
use crate::money::{Percent, Usd};
use crate::plan::{self, PlanType, SECTIONS};
use crate::report::Verdict;
use crate::syntax::phrase::{self, nearest};
use crate::testing::results::Status;

/// Lists what planlint reckons: variant, name, heading. All else follows but the value in [`Reckoned::value`].
macro_rules! reckoned {
    ($($(#[$doc:meta])* $variant:ident $name:literal $heading:literal;)+) => {
        /// Something that planlint knows about a plan beside its elections.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Reckoned { $($(#[$doc])* $variant,)+ }

        impl Reckoned {
            pub const ALL: &'static [Reckoned] = &[$(Reckoned::$variant),+];

            /// The name on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Reckoned::$variant => $name),+ }
            }

            /// The heading of a column.
            pub fn heading(self) -> &'static str {
                match self { $(Reckoned::$variant => $heading),+ }
            }
        }
    };
}

reckoned! {
    Plan "plan" "plan";
    Path "path" "file";
    Type "type" "type";
    /// The year in which the plan year that it is judged for begins.
    Year "year" "year";
    /// Of the mega backdoor Roth.
    Verdict "verdict" "mega backdoor";
    /// The rules that block it.
    BlockedBy "blocked-by" "blocked by";
    /// The routes that are open.
    Routes "routes" "routes";
    /// The room of the model employee; nothing where the mega backdoor is blocked.
    Room "room" "room";
    /// How the ADP test comes out, on the census or as the `workforce` tells.
    Adp "adp" "ADP";
    /// How the ACP test comes out.
    Acp "acp" "ACP";
    /// What the highly compensated have left below the limit of the ACP test; negative where it fails.
    AcpMargin "acp-margin" "ACP margin";
    Errors "errors" "errors";
    Warnings "warnings" "warnings";
    Advice "advice" "advice";
    Questions "questions" "questions";
}

/// What one reckoned field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    List(Vec<String>),
    Number(u64),
    Amount(Usd),
    /// Percentage points.
    Points(Percent),
    Verdict(Verdict),
    /// It cannot be told.
    Unknown,
}

/// A reckoned field or an election.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    Reckoned(Reckoned),
    Election(Provision),
}

/// What plans are sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub subject: Subject,
    pub direction: Direction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Rising,
    Falling,
}

/// What decides the order of two plans under one key. What is not known comes last in either direction.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Rising(Measure),
    Falling(Reverse<Measure>),
    Unknown,
}

/// A value as it is sorted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    Number(Decimal),
    Text(String),
}

impl Subject {
    /// Reads the name of a reckoned field or the path of an election.
    ///
    /// # Errors
    /// What is wrong, and what was likely meant.
    pub fn parse(name: &str) -> Result<Self, String> {
        let lower = name.to_ascii_lowercase();
        if let Some(found) = Reckoned::ALL.iter().find(|reckoned| reckoned.name() == lower) {
            return Ok(Self::Reckoned(*found));
        }
        // Groups of a workforce have names of their own, in whatever case.
        if let Some(provision) = Provision::of(name).or_else(|| Provision::of(&lower)) {
            return Ok(Self::Election(provision));
        }
        Err(match nearest(name, names()).or_else(|| by_key(&lower)) {
            Some(near) => format!("`{name}` is no election and no field; did you mean `{near}`?"),
            None => format!(
                "`{name}` is no election and no field; `planlint schema --format markdown` lists the elections, and fields are {}",
                fields()
            ),
        })
    }

    pub fn name(&self) -> &str {
        match self {
            Subject::Reckoned(reckoned) => reckoned.name(),
            Subject::Election(provision) => &provision.path,
        }
    }
}

/// Everything that a plan can be asked.
pub fn names() -> impl Iterator<Item = &'static str> {
    let elections = SECTIONS.iter().flat_map(|section| section.fields).map(|field| field.path);
    Reckoned::ALL.iter().map(|reckoned| reckoned.name()).chain(elections)
}

fn fields() -> String {
    Reckoned::ALL.iter().map(|reckoned| reckoned.name()).collect::<Vec<_>>().join(", ")
}

/// The only election that ends with this key, if there is one: `true-up` for `match.true-up`.
fn by_key(key: &str) -> Option<&'static str> {
    let mut found = names().filter(|path| path.rsplit('.').next() == Some(key));
    found.next().filter(|_| found.next().is_none())
}

impl Key {
    /// Reads `room`, or `-room` for the largest first.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (name, direction) = match text.strip_prefix('-') {
            Some(name) => (name, Direction::Falling),
            None => (text, Direction::Rising),
        };
        Ok(Self { subject: Subject::parse(name)?, direction })
    }

    /// Where a plan stands under this key.
    pub fn rank(&self, plan: &ComparedPlan) -> Rank {
        match (measure(&self.subject, plan), self.direction) {
            (None, _) => Rank::Unknown,
            (Some(measure), Direction::Rising) => Rank::Rising(measure),
            (Some(measure), Direction::Falling) => Rank::Falling(Reverse(measure)),
        }
    }
}

fn measure(subject: &Subject, plan: &ComparedPlan) -> Option<Measure> {
    let text = |text: &str| Measure::Text(text.to_lowercase());
    Some(match subject {
        Subject::Reckoned(reckoned) => match reckoned.value(plan) {
            Value::Text(words) => text(&words),
            Value::List(words) => text(&words.join(", ")),
            Value::Number(number) => Measure::Number(Decimal::from(number)),
            Value::Amount(amount) => Measure::Number(amount.decimal()),
            Value::Points(points) => Measure::Number(points.decimal()),
            Value::Verdict(verdict) => Measure::Number(Decimal::from(rank(verdict))),
            Value::Unknown => return None,
        },
        Subject::Election(provision) => match plan.says(provision) {
            Stated::Value(words) => number(words).map_or_else(|| text(words), Measure::Number),
            Stated::Unknown | Stated::NotYet(_) | Stated::NotStated | Stated::Unreadable => return None,
        },
    })
}

/// The number that a phrase begins with, so that `9% of pay` comes before `10% of pay`.
fn number(words: &str) -> Option<Decimal> {
    let bare = words.strip_prefix('$').unwrap_or(words);
    let end = bare.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(bare.len());
    // A date begins with a number too, and is sorted as it is written.
    if phrase::read::<jiff::civil::Date>(words).is_ok() {
        return None;
    }
    bare[..end].replace(',', "").parse().ok()
}

/// What is open first, what hangs on answers next.
pub fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Available => 0,
        Verdict::Unknown => 1,
        Verdict::Blocked => 2,
    }
}

/// How a test may come out where it can be told.
const OUTCOMES: [Status; 3] = [Status::Pass, Status::Fail, Status::NotRequired];

fn outcome(plan: &ComparedPlan, of: fn(&Exposure) -> &Judged) -> Value {
    let told = plan.exposure.as_ref().map(|exposure| of(exposure).status);
    let told = told.filter(|status| OUTCOMES.contains(status));
    told.map_or(Value::Unknown, |status| Value::Text(status.word().to_owned()))
}

impl Reckoned {
    /// What a plan has in this field.
    pub fn value(self, plan: &ComparedPlan) -> Value {
        let report = &plan.report;
        let verdict = &report.mega_backdoor;
        let list =
            |names: &[&'static str]| Value::List(names.iter().map(|name| (*name).to_owned()).collect());
        let count = |number: usize| Value::Number(u64::try_from(number).unwrap_or(u64::MAX));
        match self {
            Reckoned::Plan => Value::Text(report.name.clone()),
            Reckoned::Path => Value::Text(plan.path.clone()),
            Reckoned::Type => {
                report.plan_type.map_or(Value::Unknown, |plan_type| Value::Text(plan_type.word().to_owned()))
            }
            Reckoned::Year => Value::Number(report.year.begins_in().unsigned_abs().into()),
            Reckoned::Verdict => Value::Verdict(verdict.verdict),
            Reckoned::BlockedBy if verdict.verdict == Verdict::Unknown => Value::Unknown,
            Reckoned::BlockedBy => list(&verdict.blocked_by),
            Reckoned::Routes if verdict.verdict == Verdict::Unknown => Value::Unknown,
            Reckoned::Routes => list(&verdict.routes),
            Reckoned::Room => match (verdict.verdict, &verdict.room) {
                // What cannot reach Roth is no room for it.
                (Verdict::Blocked, _) => Value::Amount(Usd::ZERO),
                (Verdict::Available, Some(room)) => Value::Amount(room.remaining),
                (Verdict::Available, None) | (Verdict::Unknown, _) => Value::Unknown,
            },
            Reckoned::Adp => outcome(plan, |exposure| &exposure.adp),
            Reckoned::Acp => outcome(plan, |exposure| &exposure.acp),
            Reckoned::AcpMargin => {
                let margin = plan.exposure.as_ref().and_then(|exposure| exposure.acp.margin());
                margin.map_or(Value::Unknown, |margin| Value::Points(margin.to_percent()))
            }
            Reckoned::Errors => count(plan.weighing(Severity::Error)),
            Reckoned::Warnings => count(plan.weighing(Severity::Warning)),
            Reckoned::Advice => count(plan.weighing(Severity::Advice)),
            Reckoned::Questions => {
                count(plan.questions.iter().filter(|question| question.is_pressing()).count())
            }
        }
    }

    /// All values that there are, where they are a closed set.
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Reckoned::Verdict => {
                [Verdict::Available, Verdict::Blocked, Verdict::Unknown].map(Verdict::word).to_vec()
            }
            Reckoned::Routes => vec!["in-plan-roth", "roth-ira"],
            Reckoned::BlockedBy => {
                let blocking = crate::rules::ALL.iter().filter(|rule| rule.blocks_mega_backdoor);
                blocking.map(|rule| rule.name).collect()
            }
            Reckoned::Type => plan::field("type").map_or(Vec::new(), |field| field.kind.words.to_vec()),
            Reckoned::Adp | Reckoned::Acp => OUTCOMES.map(Status::word).to_vec(),
            Reckoned::Plan | Reckoned::Path | Reckoned::Year | Reckoned::Room | Reckoned::AcpMargin => {
                Vec::new()
            }
            Reckoned::Errors | Reckoned::Warnings | Reckoned::Advice | Reckoned::Questions => Vec::new(),
        }
    }

    /// A value of a closed set as it is written, if the text is one.
    pub fn word(self, text: &str) -> Option<String> {
        match self {
            Reckoned::Type => {
                phrase::read::<PlanType>(text).ok().map(|plan_type| plan_type.word().to_owned())
            }
            Reckoned::Plan
            | Reckoned::Path
            | Reckoned::Year
            | Reckoned::Verdict
            | Reckoned::BlockedBy
            | Reckoned::Routes
            | Reckoned::Room
            | Reckoned::Adp
            | Reckoned::Acp
            | Reckoned::AcpMargin
            | Reckoned::Errors
            | Reckoned::Warnings
            | Reckoned::Advice
            | Reckoned::Questions => {
                let words = self.words().into_iter();
                words.into_iter().find(|word| word.eq_ignore_ascii_case(text)).map(str::to_owned)
            }
        }
    }
}
