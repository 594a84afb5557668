//! Changes of a safe harbor plan within its plan year (Notice 2016-16).

use super::concern::{Amendment, Concern};
use super::rights::{lost, vests_later};
use crate::finding::Severity;
use crate::lower::Election;
use crate::plan::Plan;
use crate::plan::eligibility::Classes;
use crate::plan::safe_harbor::SafeHarborType;
use crate::syntax::phrase::condition::Eligibility;
use crate::syntax::phrase::vesting::Vesting;

const NOTICE: &[&str] = &["Notice 2016-16", "26 CFR 1.401(k)-3(e), (g)", "26 CFR 1.401(m)-3(f), (h)"];
const ADOPTION: &[&str] = &["IRC 401(k)(12)(F)", "IRC 401(k)(13)(F)", "26 CFR 1.401(k)-3(e)"];

/// When a change takes effect, as far as the plan year goes.
enum Timing {
    WithinTheYear(String),
    /// No effective date is stated, and the day of the amendment lies within the year.
    Unknown,
    Otherwise,
}

/// The changes that a safe harbor plan may not make, or not so, within its year.
pub fn concerns(amendment: &Amendment<'_>) -> Vec<Concern> {
    let kind = |plan: &Plan| plan.safe_harbor.kind.stated().copied().unwrap_or(SafeHarborType::None);
    let (was, is) = (kind(&amendment.old.plan), kind(&amendment.new.plan));
    let mut concerns = Vec::new();
    if was != is {
        concerns.extend(design(amendment, was, is));
    } else if was != SafeHarborType::None {
        concerns.extend(money(amendment));
        concerns.extend(vesting(amendment, was));
        concerns.extend(narrower(amendment));
    }
    concerns
}

fn design(amendment: &Amendment<'_>, was: SafeHarborType, is: SafeHarborType) -> Option<Concern> {
    let path = "safe-harbor.type";
    // A design that one side does not state is no change of design.
    let change = amendment.change(path)?;
    let stated = [&change.old, &change.new]
        .iter()
        .all(|side| side.as_ref().is_some_and(|side| side.value.is_stated()));
    if !stated {
        return None;
    }
    let (told, help, law): (&str, &str, &'static [&'static str]) = match (was, is) {
        (SafeHarborType::None, SafeHarborType::Nonelective | SafeHarborType::QacaNonelective) => (
            "A nonelective safe harbor may be adopted within a year, at 3% until 30 days before its end and at 4% after that",
            "Adopt it in time; see IRC 401(k)(12)(F), (13)(F).",
            ADOPTION,
        ),
        (SafeHarborType::None, _) => (
            "A safe harbor match must be in force for the whole plan year: it cannot begin within one",
            "Let it begin with the next plan year.",
            ADOPTION,
        ),
        (_, SafeHarborType::None) => (
            "Safe harbor contributions may be reduced or suspended within a year only for a loss of the business or after a notice that \
             reserved it, 30 days after a further notice, and the tests then apply to the whole year",
            "Let the change take effect with the next plan year, or follow 26 CFR 1.401(k)-3(g).",
            NOTICE,
        ),
        (_, _) => (
            "The kind of safe harbor plan must not change within a plan year (Notice 2016-16)",
            "Let the change take effect with the next plan year.",
            NOTICE,
        ),
    };
    remark(amendment, path, &format!("The safe harbor changes from `{was}` to `{is}`. {told}."), help, law)
}

/// What decides the match: more of it within a year is allowed only for the whole of it.
fn money(amendment: &Amendment<'_>) -> Vec<Concern> {
    let paths = [
        "match.formula",
        "match.hce-formula",
        "match.sources",
        "match.true-up",
        "match.discretionary-limit",
        "compensation.definition",
        "compensation.exclusions",
        "nonelective.formula",
        "safe-harbor.percent",
    ];
    let told = |path: &str| {
        let nonelective = path == "nonelective.formula" || path == "safe-harbor.percent";
        let message = if nonelective {
            format!(
                "`{path}` changes in a safe harbor plan. A safe harbor contribution may be reduced within a year only as 26 CFR \
                 1.401(k)-3(g) lets it be.",
            )
        } else {
            format!(
                "`{path}` changes in a safe harbor plan. Within a plan year a change that increases the match, or allows a discretionary \
                 one, is prohibited, unless it is adopted three months before the end of the year, with a new notice and election, \
                 for the whole year; one that reduces a safe harbor match must follow 26 CFR 1.401(k)-3(g).",
            )
        };
        let help = "Let the change take effect with the next plan year, or meet these conditions.";
        remark(amendment, path, &message, help, NOTICE)
    };
    paths.into_iter().filter_map(told).collect()
}

/// The money of a QACA, which need not be vested at once.
fn vesting(amendment: &Amendment<'_>, kind: SafeHarborType) -> Vec<Concern> {
    let elections = |plan: &Plan| match kind {
        SafeHarborType::QacaMatch => vec![plan.matching.vesting.clone(), plan.safe_harbor.vesting.clone()],
        SafeHarborType::QacaNonelective => {
            vec![plan.nonelective.vesting.clone(), plan.safe_harbor.vesting.clone()]
        }
        SafeHarborType::None
        | SafeHarborType::BasicMatch
        | SafeHarborType::EnhancedMatch
        | SafeHarborType::Nonelective => Vec::new(),
    };
    let told = |(old, new): (Election<Vesting>, Election<Vesting>)| {
        vests_later(old.stated()?, new.stated()?)?;
        let message = format!(
            "`{}` asks for more years of service. Within a plan year the safe harbor money of a QACA must not vest later (Notice \
             2016-16).",
            old.path,
        );
        remark(
            amendment,
            old.path.as_str(),
            &message,
            "Let the change take effect with the next plan year.",
            NOTICE,
        )
    };
    let pairs = elections(&amendment.old.plan).into_iter().zip(elections(&amendment.new.plan));
    pairs.filter_map(told).collect()
}

/// Fewer employees who get safe harbor money.
fn narrower(amendment: &Amendment<'_>) -> Vec<Concern> {
    let (old, new) = (&amendment.old.plan.eligibility, &amendment.new.plan.eligibility);
    let narrowed = [
        (is_narrower(&old.deferrals, &new.deferrals), &old.deferrals.path),
        (is_narrower(&old.matching, &new.matching), &old.matching.path),
        (is_narrower(&old.nonelective, &new.nonelective), &old.nonelective.path),
        (leaves_out_more(&old.excluded_classes, &new.excluded_classes), &old.excluded_classes.path),
    ];
    let told = |path: &str| {
        let message = format!(
            "`{path}` leaves more employees out. Within a plan year a safe harbor plan must not narrow the group that gets safe harbor \
             contributions; only rules on service and entry of those who are not yet eligible may change (Notice 2016-16).",
        );
        let help =
            "Let the change take effect with the next plan year, or except those who are eligible already.";
        remark(amendment, path, &message, help, NOTICE)
    };
    narrowed
        .into_iter()
        .filter(|(is_narrower, _)| *is_narrower)
        .filter_map(|(_, path)| told(path.as_str()))
        .collect()
}

fn is_narrower(old: &Election<Eligibility>, new: &Election<Eligibility>) -> bool {
    match (old.stated(), new.stated()) {
        (
            Some(Eligibility::When { group: was_group, condition: was }),
            Some(Eligibility::When { group: is_group, condition: is }),
        ) => was_group != is_group || !lost(was, is).is_empty(),
        (Some(was), Some(is)) => was != is,
        (_, _) => false,
    }
}

fn leaves_out_more(old: &Election<Classes>, new: &Election<Classes>) -> bool {
    match (old.stated(), new.stated()) {
        (Some(was), Some(is)) => is.0.iter().any(|class| !was.0.contains(class)),
        (None, Some(is)) => !old.is_written() && !is.0.is_empty(),
        (_, None) => false,
    }
}

/// A remark on a changed election, graver if the change is known to fall within the year.
fn remark(
    amendment: &Amendment<'_>,
    path: &str,
    message: &str,
    help: &str,
    law: &'static [&'static str],
) -> Option<Concern> {
    let change = amendment.change(path)?;
    let concern = match timing(amendment, path) {
        Timing::Otherwise => return None,
        Timing::WithinTheYear(when) => Concern::new(
            "mid-year-safe-harbor",
            Severity::Warning,
            law,
            format!("{message} This change {when}."),
        ),
        Timing::Unknown => {
            let message = format!("{message} When this change takes effect is not stated.");
            Concern::new("mid-year-safe-harbor", Severity::Advice, law, message).doubtful()
        }
    };
    Some(amendment.at(concern.help(help), &change.path))
}

/// A change is made within the year if it takes effect then, or from its first day but adopted later (Notice 2016-16).
fn timing(amendment: &Amendment<'_>, path: &str) -> Timing {
    let year = amendment.new.report.year;
    let adopted_within = amendment.adopted > year.first_day() && amendment.adopted <= year.last_day();
    match amendment.effective(path) {
        Some(day) if day > year.first_day() && day <= year.last_day() => {
            Timing::WithinTheYear(format!("takes effect on {day}"))
        }
        Some(day) if day == year.first_day() && adopted_within => Timing::WithinTheYear(format!(
            "takes effect on {day} and is adopted later, on {} (`--as-of`)",
            amendment.adopted
        )),
        None if adopted_within => Timing::Unknown,
        Some(_) | None => Timing::Otherwise,
    }
}
