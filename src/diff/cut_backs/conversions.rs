//! In-plan Roth rollovers and distributions that an amendment ends or narrows.

use super::{UNSETTLED, hardship};
use crate::diff::concern::{Amendment, Concern, Scope};
use crate::finding::{ElectionPath, Severity};
use crate::lower::Election;
use crate::plan::in_plan_roth::RolloverScope;
use crate::syntax::phrase::frequency::Frequency;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::{Source, Sources};

const CONVERSION: &[&str] =
    &["IRC 402A(c)(4)(B), (E)", "26 CFR 1.411(d)-4, Q&A-1(b)", "Notice 2010-84", "Notice 2013-74"];
const LUMP_SUM: &[&str] = &["IRC 411(d)(6)(E)", "26 CFR 1.411(d)-4, Q&A-2(e)"];

pub fn concerns(amendment: &Amendment<'_>, scope: Scope) -> Vec<Concern> {
    let mut concerns: Vec<Concern> = conversion(amendment).into_iter().collect();
    concerns.extend(rarer(amendment));
    concerns.extend(costlier(amendment));
    let mut concerns: Vec<Concern> = concerns.into_iter().map(|concern| scope.applied(concern)).collect();
    concerns.extend(distributions(amendment, scope));
    concerns
}

/// Was it allowed, and is it not any more?
pub fn ends(old: &Election<Permission>, new: &Election<Permission>) -> bool {
    let now = new.stated();
    old.stated() == Some(&Permission::Yes) && now.is_some_and(|now| !now.is_yes())
}

fn conversion(amendment: &Amendment<'_>) -> Option<Concern> {
    let [old, new] = [&amendment.old.plan.in_plan_roth, &amendment.new.plan.in_plan_roth];
    let (path, told): (&ElectionPath, String) = if ends(&old.allowed, &new.allowed) {
        (&old.allowed.path, "In-plan Roth rollovers end.".to_owned())
    } else if old.condition.stated() == Some(&RolloverScope::AnyAmount)
        && new.condition.stated() == Some(&RolloverScope::OtherwiseDistributable)
    {
        (&old.condition.path, "In-plan Roth rollovers take only what could be paid out now.".to_owned())
    } else {
        let gone = gone(old.sources.stated()?, new.sources.stated()?);
        if gone.is_empty() {
            return None;
        }
        (&old.sources.path, format!("In-plan Roth rollovers no longer take {}.", gone.join(", ")))
    };
    let message = format!(
        "{told} Whether the right to roll accrued money over is an optional form that 411(d)(6) protects is not settled: a rollover of \
         what could be paid out counts as a distribution (IRC 402A(c)(4)(B)), a transfer of what could not be is none ((c)(4)(E)).",
    );
    let help = "Keep the right for what has accrued, or have counsel confirm that it may end; do not time the end so that it favors \
                highly compensated employees (26 CFR 1.401(a)(4)-4).";
    let concern =
        Concern::new("cut-back-in-plan-roth", Severity::Warning, CONVERSION, message).doubtful().help(help);
    Some(amendment.at(concern, path))
}

fn gone(old: &Sources, new: &Sources) -> Vec<String> {
    let gone = |source: &&Source| !new.include(**source);
    old.0.iter().filter(gone).map(|source| format!("`{source}`")).collect()
}

/// Withdrawals of after-tax money that may be made less often, or not in small amounts.
fn rarer(amendment: &Amendment<'_>) -> Option<Concern> {
    let [old, new] =
        [&amendment.old.plan, &amendment.new.plan].map(|plan| &plan.in_service.after_tax_frequency);
    let (was, is) = (old.stated()?, new.stated()?);
    // A delay of two months at most is let pass (26 CFR 1.411(d)-4, Q&A-2(b)(2)(ix)).
    if is.per_year() >= was.per_year().min(Frequency::Monthly.per_year() / 2) {
        return None;
    }
    let message = format!(
        "After-tax money may be withdrawn `{is}` instead of `{was}`. A right to be paid at other times is another optional form; a \
         delay of more than two months is not let pass for what has accrued.",
    );
    let concern = Concern::new("cut-back-withdrawal", Severity::Warning, UNSETTLED, message)
        .doubtful()
        .help("Keep the old dates for what has accrued, or at least one every two months.");
    Some(amendment.at(concern, &old.path))
}

fn costlier(amendment: &Amendment<'_>) -> Option<Concern> {
    let [old, new] =
        [&amendment.old.plan, &amendment.new.plan].map(|plan| &plan.in_service.after_tax_minimum);
    let is = new.stated()?;
    let grows = match old.stated() {
        Some(was) => is > was,
        None => !old.is_written() && !is.is_zero(),
    };
    let message = format!(
        "Withdrawals of after-tax money must come to {is} now. Whether a new least amount restricts an optional form or only how \
         it is administered is not settled.",
    );
    let concern = Concern::new("cut-back-withdrawal", Severity::Warning, UNSETTLED, message)
        .doubtful()
        .help("Let participants take the whole account where it is less than the least amount.");
    grows.then(|| amendment.at(concern, &old.path))
}

fn distributions(amendment: &Amendment<'_>, scope: Scope) -> Vec<Concern> {
    let (old, new) = (&amendment.old.plan, &amendment.new.plan);
    let mut concerns = Vec::new();
    if ends(&old.distributions.partial, &new.distributions.partial) {
        let message = "Partial payments after leaving end. A defined contribution plan may end a form of payment while a single sum \
                       that is otherwise the same can be had at the same time (IRC 411(d)(6)(E)); whether it can is not stated.";
        let concern = Concern::new("cut-back-distribution", Severity::Advice, LUMP_SUM, message.to_owned())
            .help("Make sure that the whole account can be taken at every time at which a part could be.");
        concerns.push(amendment.at(scope.applied(concern), &old.distributions.partial.path));
    }
    if ends(&old.in_service.hardship, &new.in_service.hardship) {
        concerns.push(amendment.at(hardship("Hardship withdrawals"), &old.in_service.hardship.path));
    }
    let age = [old, new].map(|plan| plan.distributions.normal_retirement_age.stated());
    if let [Some(was), Some(is)] = age
        && !crate::diff::rights::lost(was, is).is_empty()
    {
        let message = format!(
            "The normal retirement age rises from `{was}` to `{is}`. At the old one accrued money vests in full (IRC 411(a)(8)), and \
             rights that hang on it are protected for what has accrued.",
        );
        let concern = Concern::new("cut-back-distribution", Severity::Warning, UNSETTLED, message)
            .doubtful()
            .help("Keep the old age for what has accrued: for vesting, and for every payment that it opens.");
        concerns.push(amendment.at(scope.applied(concern), &old.distributions.normal_retirement_age.path));
    }
    concerns
}
