//! Contributions, which are not protected for the future, and what has been earned already, which is. Loans.

use jiff::civil::Date;

use super::conversions::ends;
use crate::diff::changes::Change;
use crate::diff::concern::{Amendment, Concern, Scope};
use crate::finding::Severity;
use crate::lower::Election;
use crate::plan::Plan;
use crate::plan::matching::AllocationConditions;
use crate::syntax::phrase::deferral::Deferral;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;
use crate::syntax::phrase::permission::Permission;

const FORMULA: &[&str] = &["IRC 411(d)(6)(A)", "26 CFR 1.411(d)-4, Q&A-1(d)(8)"];
const OWN_MONEY: &[&str] = &["26 CFR 1.411(d)-4, Q&A-1(d)(5)"];
const LOANS: &[&str] = &["26 CFR 1.411(d)-4, Q&A-1(d)(4)"];

pub fn concerns(amendment: &Amendment<'_>, scope: Scope) -> Vec<Concern> {
    let mut concerns = own_money(amendment);
    concerns.extend(formulas(amendment, scope));
    concerns.extend(conditions(amendment, scope));
    let [old, new] = [&amendment.old.plan, &amendment.new.plan].map(|plan| &plan.loans.allowed);
    if ends(old, new) {
        let message =
            "Loans end. They are not protected; a loan that is outstanding goes on under its own terms."
                .to_owned();
        let concern = Concern::new("not-protected", Severity::Advice, LOANS, message)
            .help("Say what becomes of loans that are outstanding.");
        concerns.push(amendment.at(concern, &old.path));
    }
    concerns
}

/// The right to contribute one's own money from now on.
fn own_money(amendment: &Amendment<'_>) -> Vec<Concern> {
    let (old, new) = (&amendment.old.plan, &amendment.new.plan);
    let mut concerns = Vec::new();
    let stops = |election: &Election<Deferral>, now: &Election<Deferral>| {
        let allowed = |deferral: &Deferral| deferral.allowed;
        election.stated().map(allowed) == Some(Permission::Yes)
            && now.stated().is_some_and(|now| !now.allowed.is_yes())
    };
    let all = [
        (
            ends(&old.after_tax.allowed, &new.after_tax.allowed),
            &old.after_tax.allowed.path,
            "After-tax contributions",
        ),
        (
            stops(&old.deferrals.pre_tax, &new.deferrals.pre_tax),
            &old.deferrals.pre_tax.path,
            "Pre-tax deferrals",
        ),
        (stops(&old.deferrals.roth, &new.deferrals.roth), &old.deferrals.roth.path, "Roth deferrals"),
        (
            ends(&old.deferrals.catch_up, &new.deferrals.catch_up),
            &old.deferrals.catch_up.path,
            "Catch-up contributions",
        ),
    ];
    for (is_over, path, what) in all {
        if is_over {
            let message = format!(
                "{what} end. The right to make them in future is not protected; the rights in what was contributed already are.",
            );
            let concern = Concern::new("not-protected", Severity::Advice, OWN_MONEY, message)
                .help("Keep the withdrawal and rollover rights of the balances that remain; `formerly` says that there are some.");
            concerns.push(amendment.at(concern, path));
        }
    }
    concerns
}

/// Employer money: a formula may change for the future, not for what has been earned.
fn formulas(amendment: &Amendment<'_>, scope: Scope) -> Vec<Concern> {
    let new = &amendment.new.plan;
    let ends = [
        ("match.formula", new.matching.formula.stated() == Some(&MatchFormula::None)),
        ("match.hce-formula", new.matching.hce_formula.stated() == Some(&MatchFormula::None)),
        ("nonelective.formula", new.nonelective.formula.stated() == Some(&Nonelective::None)),
    ];
    let concern = |(path, is_over): (&str, bool)| {
        let change = amendment.change(path)?;
        change.old.as_ref().filter(|old| old.value.is_stated())?;
        formula(amendment, scope, change, is_over)
    };
    ends.into_iter().filter_map(concern).collect()
}

fn formula(amendment: &Amendment<'_>, scope: Scope, change: &Change, is_over: bool) -> Option<Concern> {
    let path = &change.path;
    let concern = match retroactive(amendment, path.as_str()) {
        Some(day) => {
            let message = format!(
                "`{path}` changes from {day} on, before {}, the day taken for the amendment's adoption (`--as-of`). What participants \
                 have earned under the old formula by then must not be reduced.",
                amendment.adopted,
            );
            let severity = if is_over { Severity::Error } else { Severity::Warning };
            let concern = Concern::new("cut-back-retroactive", severity, FORMULA, message).help(
                "Let the change take effect after its adoption, or only add to what the old formula gave.",
            );
            scope.applied(if is_over { concern } else { concern.doubtful() })
        }
        None => {
            let message = format!(
                "`{path}` changes. A formula for the future is not protected; what participants have met the conditions for is.",
            );
            Concern::new("not-protected", Severity::Advice, FORMULA, message)
                .help("Adopt the amendment before it takes effect.")
        }
    };
    Some(amendment.at(concern, path))
}

/// New conditions must not take what those who met the old ones have earned for the year.
fn conditions(amendment: &Amendment<'_>, scope: Scope) -> Vec<Concern> {
    let of = |plan: &Plan| {
        [
            plan.matching.conditions.clone(),
            plan.nonelective.conditions.clone(),
            plan.safe_harbor.conditions.clone(),
        ]
    };
    let mut concerns = Vec::new();
    for (before, after) in of(&amendment.old.plan).into_iter().zip(of(&amendment.new.plan)) {
        let (Some(was), Some(is)) = (before.stated(), after.stated()) else { continue };
        let year = amendment.new.report.year;
        let begins_with_a_year = amendment.effective(before.path.as_str()).is_some_and(|day| {
            day >= amendment.adopted && (day == year.first_day() || day > year.last_day())
        });
        if is_stricter(*was, *is) && !begins_with_a_year {
            let message = format!(
                "`{}` becomes `{is}` instead of `{was}`. Who has met the old conditions for a plan year keeps the contribution of that \
                 year; when the new ones begin is not stated as the first day of a year after the adoption.",
                before.path,
            );
            let concern = Concern::new("cut-back-retroactive", Severity::Warning, FORMULA, message)
                .doubtful()
                .help("Let the new conditions begin with the next plan year.");
            concerns.push(amendment.at(scope.applied(concern), &before.path));
        }
    }
    concerns
}

fn is_stricter(was: AllocationConditions, is: AllocationConditions) -> bool {
    use AllocationConditions::{Both, LastDay, None, ThousandHours};
    match (was, is) {
        (_, None) | (Both, _) => false,
        (None, LastDay | ThousandHours | Both) | (LastDay | ThousandHours, Both) => true,
        (LastDay, ThousandHours) | (ThousandHours, LastDay) => true,
        (LastDay, LastDay) | (ThousandHours, ThousandHours) => false,
    }
}

/// The effective date of an election, if it lies before the adoption.
fn retroactive(amendment: &Amendment<'_>, path: &str) -> Option<Date> {
    amendment.effective(path).filter(|day| *day < amendment.adopted)
}
