//! Rights that an amendment takes away: what IRC 411(d)(6) and 411(a)(10) protect, and what looks like it but is not.

mod contributions;
mod conversions;

use std::fmt::Display;

use super::concern::{Amendment, Certainty, Concern, Scope};
use super::rights::{LostRight, Protection, lost, vests_later};
use crate::finding::{ElectionPath, Severity};
use crate::lower::{Election, Given};
use crate::plan::Plan;
use crate::plan::in_plan_roth::LaterWithdrawal;
use crate::report::Reported;
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::vesting::Vesting;

const WITHDRAWAL: &[&str] =
    &["IRC 411(d)(6)(B)(ii)", "26 CFR 1.411(d)-4, Q&A-1(b), Q&A-2(a)", "ERISA 204(g)", "IRC 411(e)(1)"];
const UNSETTLED: &[&str] = &["IRC 411(d)(6)(B)(ii)", "26 CFR 1.411(d)-4, Q&A-1(b), Q&A-2(b)(2)"];
/// Rules that report money which may leave earlier than the law lets it.
const EARLIER_THAN_LAW: &[&str] =
    &["deferrals-withdrawable-early", "custodial-account-withdrawal", "transferred-money-withdrawable-early"];
const VESTING: &[&str] = &["IRC 411(a)(10)", "26 CFR 1.411(a)-8", "26 CFR 1.411(d)-3(a)(3)", "IRC 411(e)(1)"];

/// The cut-backs of an amendment, in the order of the elections.
pub fn concerns(amendment: &Amendment<'_>) -> Vec<Concern> {
    let scope = Scope::of(&amendment.old.plan, &amendment.new.plan);
    let mut concerns = withdrawals(amendment, scope);
    concerns.extend(vesting(amendment, scope));
    concerns.extend(conversions::concerns(amendment, scope));
    concerns.extend(contributions::concerns(amendment, scope));
    concerns
}

/// What two specs say about one right.
enum Compared<'a, T> {
    Both(&'a T, &'a T),
    /// It was stated, and is not any more.
    NoLongerTold(&'a T),
    /// It is stated, and was not before.
    NotTold(&'a T),
    Nothing,
}

fn compared<'a, T: PartialEq>(old: &'a Election<T>, new: &'a Election<T>) -> Compared<'a, T> {
    match (&old.given, &new.given) {
        (Given::Value(old), Given::Value(new)) if old.value == new.value => Compared::Nothing,
        (Given::Value(old), Given::Value(new)) => Compared::Both(&old.value, &new.value),
        (Given::Value(old), _) => Compared::NoLongerTold(&old.value),
        (_, Given::Value(new)) => Compared::NotTold(&new.value),
        (_, _) => Compared::Nothing,
    }
}

/// The elections that say when money may leave, and which money.
fn withdrawal_elections(plan: &Plan) -> [(&Election<Condition>, &'static str); 4] {
    [
        (&plan.in_service.after_tax, "after-tax money"),
        (&plan.in_service.rollover_account, "money that was rolled in"),
        (&plan.in_service.employer_money, "employer money"),
        (&plan.in_service.deferrals, "elective deferrals"),
    ]
}

fn withdrawals(amendment: &Amendment<'_>, scope: Scope) -> Vec<Concern> {
    let (old, new) = (&amendment.old.plan, &amendment.new.plan);
    let mut concerns = Vec::new();
    for ((before, money), (after, _)) in withdrawal_elections(old).into_iter().zip(withdrawal_elections(new))
    {
        // Without after-tax money, now or ever, nobody has a right to any.
        let is_empty = before.path == old.in_service.after_tax.path
            && [old, new].iter().all(|plan| plan.after_tax.allowed.stated() == Some(&Permission::No));
        if is_empty {
            continue;
        }
        let path = &before.path;
        match compared(before, after) {
            Compared::Both(was, is) => concerns.extend(withdrawal(amendment, scope, path, money, (was, is))),
            Compared::NoLongerTold(Condition::Never)
            | Compared::NotTold(Condition::Immediate)
            | Compared::Nothing => {}
            Compared::NoLongerTold(was) => concerns.push(untold(amendment, scope, path, was)),
            Compared::NotTold(is) => concerns.push(unknown_before(amendment, scope, path, is)),
        }
    }
    let later = [old, new].map(|plan| plan.in_plan_roth.later_withdrawal.stated());
    if let [Some(LaterWithdrawal::When(was)), Some(LaterWithdrawal::When(is))] = later {
        let path = &old.in_plan_roth.later_withdrawal.path;
        concerns.extend(withdrawal(
            amendment,
            scope,
            path,
            "money that was rolled over to Roth in the plan",
            (was, is),
        ));
    }
    concerns
}

/// What is lost of one right to withdraw: what is protected, what may be, and what is not, each in one concern.
fn withdrawal(
    amendment: &Amendment<'_>,
    scope: Scope,
    path: &ElectionPath,
    money: &str,
    (was, is): (&Condition, &Condition),
) -> Vec<Concern> {
    let lost = lost(was, is);
    let of = |protection| {
        let rights = lost.iter().filter(move |right| right.protection == protection);
        let told: Vec<String> = rights.map(|right: &LostRight| format!("`{right}`")).collect();
        (!told.is_empty()).then(|| told.join(" or "))
    };
    let mut concerns = Vec::new();
    if let Some(rights) = of(Protection::Certain) {
        let message = format!(
            "The right to withdraw {money} in service by {rights} is taken away: it is `{is}` now. For what has accrued by the \
             later of the amendment's adoption and its effective date, this right is protected (IRC 411(d)(6)(B)(ii)).",
        );
        let concern = Concern::new("cut-back-withdrawal", Severity::Error, WITHDRAWAL, message)
            .help("Keep the old right for what accrued before the amendment, in an account of its own; let the new rule hold for later contributions only.");
        let mend = if was_unlawful(amendment, path) { mended } else { |concern| concern };
        concerns.push(amendment.at(mend(scope.applied(concern)), path));
    }
    if let Some(rights) = of(Protection::Unsettled) {
        let message = format!(
            "The right to withdraw {money} in service on {rights} is taken away. Whether a plan that gave this right may end it \
             for accrued money is not settled for every such event.",
        );
        let concern = Concern::new("cut-back-withdrawal", Severity::Warning, UNSETTLED, message)
            .doubtful()
            .help("Look for relief in the guidance on this event, or keep the right for what has accrued.");
        concerns.push(amendment.at(scope.applied(concern), path));
    }
    if let Some(rights) = of(Protection::None) {
        concerns.push(amendment.at(hardship(&format!("Withdrawals of {money} on {rights}")), path));
    }
    concerns
}

/// Did the old plan pay this money earlier than the law lets it?
fn was_unlawful(amendment: &Amendment<'_>, path: &ElectionPath) -> bool {
    let tells = |found: &Reported| {
        EARLIER_THAN_LAW.contains(&found.finding.rule) && found.finding.election.as_ref() == Some(path)
    };
    amendment.old.findings.iter().any(tells)
}

/// A right that the plan should never have given has to go; how is a matter of correction.
fn mended(concern: Concern) -> Concern {
    let mut concern = concern.doubtful();
    concern.finding.message.push_str(
        " But the old rule paid earlier than the law allows: what is taken away only to mend that is a matter of correction (Rev. Proc. \
         2021-30).",
    );
    concern
}

/// A note that ending hardship withdrawals is allowed.
pub(super) fn hardship(what: &str) -> Concern {
    let message = format!(
        "{what} end. Hardship withdrawals are not protected: a plan may end them or change their conditions."
    );
    Concern::new("not-protected", Severity::Advice, &["26 CFR 1.411(d)-4, Q&A-2(b)(2)(x)"], message)
        .help("Tell participants; check that nothing else of the plan counts on them.")
}

fn vesting(amendment: &Amendment<'_>, scope: Scope) -> Vec<Concern> {
    let of = |plan: &Plan| {
        [plan.matching.vesting.clone(), plan.nonelective.vesting.clone(), plan.safe_harbor.vesting.clone()]
    };
    let pairs = of(&amendment.old.plan).into_iter().zip(of(&amendment.new.plan));
    let mut concerns = Vec::new();
    for (before, after) in pairs {
        let path = &before.path;
        match compared(&before, &after) {
            Compared::Both(was, is) => concerns.extend(slower(amendment, scope, path, was, is)),
            Compared::NoLongerTold(was) => concerns.push(untold(amendment, scope, path, was)),
            Compared::NotTold(Vesting::Immediate) | Compared::Nothing => {}
            Compared::NotTold(is) => concerns.push(unknown_before(amendment, scope, path, is)),
        }
    }
    concerns
}

fn slower(
    amendment: &Amendment<'_>,
    scope: Scope,
    path: &ElectionPath,
    was: &Vesting,
    is: &Vesting,
) -> Option<Concern> {
    let years = vests_later(was, is)?;
    let when = match years {
        0 => "in the first year of service".to_owned(),
        1 => "after 1 year of service".to_owned(),
        more => format!("after {more} years of service"),
    };
    let message = format!(
        "`{path}` becomes slower: {when} {} is vested instead of {}. What has accrued must not vest later than under `{was}`, and a \
         participant with 3 years of service must be able to keep that schedule for later money too (IRC 411(a)(10)).",
        is.vested_after(years),
        was.vested_after(years),
    );
    let help = "Keep the old schedule for accounts that exist when the amendment is adopted, and offer the choice; or let the new \
                schedule hold for new participants only.";
    let concern = Concern::new("cut-back-vesting", Severity::Error, VESTING, message).help(help);
    Some(amendment.at(scope.applied(concern), path))
}

/// A right of which the new spec says nothing.
fn untold(amendment: &Amendment<'_>, scope: Scope, path: &ElectionPath, value: &dyn Display) -> Concern {
    let message = format!(
        "`{path}` was `{value}` and is no longer stated: whether the right is taken away, or only the spec is shorter, cannot be told.",
    );
    let concern = Concern::new("cut-back-unknown", Severity::Warning, WITHDRAWAL, message)
        .doubtful()
        .help("State the election as the amendment leaves it.");
    amendment.at(scope.applied(concern), path)
}

/// A right of which the old spec says nothing.
fn unknown_before(
    amendment: &Amendment<'_>,
    scope: Scope,
    path: &ElectionPath,
    value: &dyn Display,
) -> Concern {
    let message = format!(
        "`{path}` is `{value}` now and was not stated before: whether the amendment takes a right away cannot be told.",
    );
    let mut concern = Concern::new("cut-back-unknown", Severity::Advice, WITHDRAWAL, message)
        .help("State the election in the old spec as it was before the amendment.");
    concern.certainty = Certainty::Doubtful;
    amendment.at(scope.applied(concern), path)
}
