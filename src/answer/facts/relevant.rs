//! Which facts matter under a plan, so that nobody is asked for more.

use super::Fact;
use crate::law::Law;
use crate::law::limits::Limit;
use crate::lower::Truth;
use crate::plan::Plan;
use crate::room::routes::routes;
use crate::room::year_limits::governing;
use crate::rules;
use crate::syntax::phrase::condition::{Condition, Eligibility, Term};
use crate::syntax::phrase::match_formula::{MatchFormula, Shape};
use crate::syntax::phrase::permission::Permission;

/// The facts that may change an answer under this plan, in the order in which they are asked.
pub fn relevant(plan: &Plan, law: &Law) -> Vec<Fact> {
    let rules = rules::Facts { plan, law, exposures: None };
    if rules.after_tax() == Truth::No {
        return Vec::new();
    }
    Fact::ALL.iter().copied().filter(|fact| matters(*fact, plan, law)).collect()
}

/// The few that make most of the answer: the first of a form, and the questions on a terminal.
pub fn first(plan: &Plan, law: &Law) -> Vec<Fact> {
    let later = [
        Fact::BirthDate,
        Fact::CatchUp,
        Fact::Employer,
        Fact::RelatedAdditions,
        Fact::Ownership,
        Fact::Hce,
        Fact::TopPaid,
        Fact::Eligible,
        Fact::Basis,
        Fact::Growth,
        Fact::Withdrawal,
        Fact::ToTraditional,
        Fact::ToRoth,
        Fact::LaterToTraditional,
        Fact::LaterToRoth,
    ];
    relevant(plan, law).into_iter().filter(|fact| !later.contains(fact)).collect()
}

fn matters(fact: Fact, plan: &Plan, law: &Law) -> bool {
    let rules = rules::Facts { plan, law, exposures: None };
    match fact {
        Fact::PreTax => plan.deferrals.pre_tax.is(|one| one.allowed == Permission::No) != Truth::Yes,
        Fact::Roth => plan.deferrals.roth.is(|one| one.allowed == Permission::No) != Truth::Yes,
        Fact::CatchUp => plan.deferrals.catch_up.is_yes() != Truth::No,
        Fact::Match => plan.matching.formula.stated() != Some(&MatchFormula::None),
        Fact::PriorPay | Fact::Ownership | Fact::Hce => {
            rules.is_acp_tested() != Truth::No || plan.after_tax.hce_limit.is_written()
        }
        Fact::TopPaid => plan.testing.top_paid_group.is_yes() == Truth::Yes,
        Fact::PriorFicaWages => {
            governing(plan, law, Limit::RothCatchUpWages).is_ok() && matters(Fact::CatchUp, plan, law)
        }
        Fact::YearsOfService => goes_by_service(plan),
        Fact::HireDate => goes_by_service(plan) || waits(plan, |term| matches!(term, Term::Service(_))),
        Fact::InPlanSince => waits(plan, |term| matches!(term, Term::Participation(_))),
        Fact::ToTraditional
        | Fact::ToRoth
        | Fact::LaterToTraditional
        | Fact::LaterToRoth
        | Fact::Withdrawal => routes(plan, law).roth_ira != Truth::No,
        Fact::Pay
        | Fact::Age
        | Fact::BirthDate
        | Fact::Nonelective
        | Fact::Employer
        | Fact::AfterTaxSoFar
        | Fact::OtherPlanDeferrals
        | Fact::RelatedAdditions
        | Fact::Eligible
        | Fact::PayPeriods
        | Fact::PeriodsLeft
        | Fact::Basis
        | Fact::Earnings
        | Fact::TaxRate
        | Fact::Growth => true,
    }
}

fn goes_by_service(plan: &Plan) -> bool {
    match plan.matching.formula.stated() {
        Some(MatchFormula::Formula(formula)) => matches!(formula.shape, Shape::ByService(_)),
        Some(MatchFormula::None | MatchFormula::Discretionary) | None => false,
    }
}

/// Does a condition for contributing or for withdrawing hang on such a term?
fn waits(plan: &Plan, is: fn(&Term) -> bool) -> bool {
    let entry = [&plan.eligibility.after_tax, &plan.eligibility.deferrals];
    let entry = entry.into_iter().filter_map(|election| match election.stated()? {
        Eligibility::When { condition, .. } => Some(condition),
        Eligibility::SameAsDeferrals => None,
    });
    let has = |condition: &Condition| condition.alternatives().iter().flatten().any(is);
    entry.chain(plan.in_service.after_tax.stated()).any(has)
}
