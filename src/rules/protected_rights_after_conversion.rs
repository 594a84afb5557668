//! `protected-rights-after-conversion`: a right to withdraw that is lost on the way to Roth.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::{Missing, Truth};
use crate::plan::PlanType;
use crate::plan::employer::Entity;
use crate::plan::in_plan_roth::LaterWithdrawal;
use crate::room::conversion::{takes_away, withdrawal_rules};
use crate::syntax::phrase::condition::Condition;

pub const RULE: Rule = Rule {
    name: "protected-rights-after-conversion",
    group: Group::MegaBackdoor,
    summary: "Protected rights after conversion",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &[
        "IRC 411(d)(6)(B)(ii)",
        "26 CFR 1.411(d)-4, Q&A-1(b), Q&A-2(b)(2)(ix)",
        "Notice 2010-84",
        "IRC 411(e)(1)",
        "ERISA 204(g)",
        "IRS, Retirement topics: Designated Roth account",
    ],
    page: include_str!("protected_rights_after_conversion.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !plan.in_plan_roth.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let later = &plan.in_plan_roth.later_withdrawal;
    if later.stated() == Some(&LaterWithdrawal::BySource) {
        return Ok(Outcome::Pass);
    }
    // Where nothing could be withdrawn before, there is no right to lose.
    let rules = withdrawal_rules(plan)?;
    if rules.iter().all(|rule| rule.stated() == Some(&Condition::Never)) {
        return Ok(Outcome::NotApplicable);
    }
    let LaterWithdrawal::When(condition) = later.known()? else { return Ok(Outcome::Pass) };
    let lost = |before: &Condition| takes_away(before, condition);
    let Some(before) = rules.iter().find(|rule| rule.stated().is_some_and(lost)) else {
        let missing = rules.iter().filter_map(|rule| rule.known().err()).reduce(Missing::and);
        return missing.map_or(Ok(Outcome::Pass), Err);
    };
    // Neither governmental nor church plans are under 411(d)(6) (IRC 411(e)(1)).
    let church: Truth = plan.employer.entity.is(|entity| *entity == Entity::Church);
    if facts.is_governmental().or(church).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = format!(
        "Money that was rolled over to Roth in the plan may be withdrawn in service only by `{condition}`, though it could be \
         withdrawn earlier before. A right to withdraw is protected, and an in-plan Roth rollover does not end it (IRC \
         411(d)(6)(B)(ii), Notice 2010-84).",
    );
    let finding = RULE.finding(later, message, "later than before the rollover");
    Outcome::fail(
        finding
            .related(before.span(), "could be withdrawn like this")
            .help("Keep the right of each source for what was rolled over from it: `by source`."),
    )
}
