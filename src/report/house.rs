//! House policies: what a sponsor or an adviser asks of every plan beyond the law, and how a plan fares under them.

mod amount;

pub use amount::{Amount, ORDERED, Side};

use super::adjust::SETTINGS_FILE;
use crate::finding::{ElectionPath, Finding};
use crate::lower::{Missing, Truth};
use crate::plan::Plan;
use crate::rules::{Facts, Outcome};
use crate::source::{SourceFile, Span};

/// The rule under which policies are reported.
pub const HOUSE_POLICY: &str = "house-policy";

/// One policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Its key in the settings.
    pub key: String,
    /// The election that it is about.
    pub path: &'static str,
    pub demand: Demand,
    /// Where the settings state it, as bytes `start..end` of their text.
    pub at: (usize, usize),
}

/// What a policy asks of an election.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Demand {
    /// To say the same as one of these phrases.
    OneOf(Vec<String>),
    AtLeast(Amount, String),
    AtMost(Amount, String),
    /// To be stated.
    Stated,
}

/// How a plan fares under all policies together, and what some of them cannot be judged without.
pub fn judge(policies: &[Policy], facts: &Facts<'_>, file: &SourceFile) -> (Outcome, Missing) {
    let mut findings = Vec::new();
    let mut waiting = Missing::default();
    let mut unreadable = false;
    for policy in policies {
        let Some((span, truth)) = fares(policy, facts) else { continue };
        match (truth, &policy.demand) {
            (Truth::Yes, _) => {}
            (Truth::No, _) => findings.push(broken(policy, span, file)),
            // What stands there and cannot be read was reported already.
            (Truth::Unknown(missing), _) if missing.elections.is_empty() => unreadable = true,
            (Truth::Unknown(_), Demand::Stated) => findings.push(silent(policy, span)),
            (Truth::Unknown(missing), Demand::OneOf(_) | Demand::AtLeast(..) | Demand::AtMost(..)) => {
                waiting = waiting.and(missing);
            }
        }
    }
    match (findings.is_empty(), waiting.elections.is_empty() && !unreadable) {
        (false, _) => (Outcome::Fail(findings), waiting),
        (true, true) => (Outcome::Pass, Missing::default()),
        (true, false) => (Outcome::Unknown(waiting), Missing::default()),
    }
}

/// The elections by which a plan says that it does not have a feature at all, and the words for it.
const SWITCHES: &[(&str, &str, &[&str])] = &[
    ("after-tax.", "after-tax.allowed", &["no", "formerly"]),
    ("in-plan-roth.", "in-plan-roth.allowed", &["no", "formerly"]),
    ("loans.", "loans.allowed", &["no", "formerly"]),
    ("rollovers-in.", "rollovers-in.allowed", &["no", "formerly"]),
    ("match.", "match.formula", &["none"]),
    ("nonelective.", "nonelective.formula", &["none"]),
    ("auto-enrollment.", "auto-enrollment.type", &["none"]),
];

/// How a plan fares under a policy. `None` where it does not have what the policy is about: that it shall have it is a
/// policy of its own. No after-tax contributions at all are less than any limit, though.
fn fares(policy: &Policy, facts: &Facts<'_>) -> Option<(Span, Truth)> {
    let is_off = switched_off(policy.path, facts.plan);
    match (is_off, &policy.demand) {
        (Some(span), Demand::AtLeast(Amount::Limit(_), _)) => Some((span, Truth::No)),
        (Some(_), Demand::OneOf(_) | Demand::AtLeast(..) | Demand::AtMost(..) | Demand::Stated) => None,
        (None, _) => holds(policy, facts),
    }
}

/// Where a plan says that it does not have the feature that an election is about, if it does say so.
pub fn switched_off(path: &str, plan: &Plan) -> Option<Span> {
    let (_, switch, words) =
        SWITCHES.iter().find(|(section, switch, _)| path.starts_with(section) && path != *switch)?;
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    plan.says(switch, &words).filter(|(_, off)| off.is_yes()).map(|(span, _)| span)
}

fn holds(policy: &Policy, facts: &Facts<'_>) -> Option<(Span, Truth)> {
    match &policy.demand {
        Demand::OneOf(phrases) => facts.plan.says(policy.path, phrases),
        Demand::AtLeast(amount, _) => amount.held_by(policy.path, facts, amount::Side::Least),
        Demand::AtMost(amount, _) => amount.held_by(policy.path, facts, amount::Side::Most),
        Demand::Stated => {
            let stated = |truth| if matches!(truth, Truth::No) { Truth::Yes } else { truth };
            facts.plan.says(policy.path, &[]).map(|(span, truth)| (span, stated(truth)))
        }
    }
}

fn broken(policy: &Policy, span: Span, file: &SourceFile) -> Finding {
    let asked = policy.demand.words();
    let said: String = file.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let said: String = said.chars().take(60).collect();
    let message = format!(
        "House policy `{}`: `{}` is to be {asked}, and the plan says `{said}`.",
        policy.key, policy.path
    );
    finding(policy, span, message, format!("not {asked}")).help(
        "Amend the plan; or accept it with `# planlint: allow(house-policy)` and the reason on the line above.",
    )
}

fn silent(policy: &Policy, span: Span) -> Finding {
    let path = policy.path;
    let message = format!("House policy `{}`: `{path}` is to be stated, and it is not.", policy.key);
    let help = "Look it up in the plan document and state it.";
    finding(policy, span, message, format!("`{path}` is not stated")).help(help)
}

fn finding(policy: &Policy, span: Span, message: String, label: String) -> Finding {
    let asked_for = Span::new(SETTINGS_FILE, policy.at.0, policy.at.1);
    Finding::new(HOUSE_POLICY, span, message, label)
        .election(ElectionPath::of(policy.path))
        .related(asked_for, "asked for here")
}

impl Demand {
    /// `at least 10% of pay`.
    fn words(&self) -> String {
        match self {
            Demand::OneOf(phrases) => {
                let quoted: Vec<String> = phrases.iter().map(|phrase| format!("`{phrase}`")).collect();
                quoted.join(" or ")
            }
            Demand::AtLeast(_, text) => format!("at least `{text}`"),
            Demand::AtMost(_, text) => format!("at most `{text}`"),
            Demand::Stated => "stated".to_owned(),
        }
    }
}
