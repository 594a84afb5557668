//! Which tests a plan must pass, by which method, and why not.

use crate::lower::{Election, Missing, Truth};
use crate::money::Percent;
use crate::money::exact::Hundredths;
use crate::nondiscrimination::applicability::AfterTax;
use crate::nondiscrimination::prior_year;
use crate::plan::employer::Entity;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::{FirstYear, TestMethod};
use crate::plan::{Plan, PlanType};
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::permission::Permission;

/// Must the plan pass a test?
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applies {
    Required(Result<Method, Missing>),
    NotRequired(Ground),
    Unknown(Missing),
}

/// Whose average the highly compensated are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Current,
    /// The average of the non-highly compensated in the year before.
    Prior(Hundredths),
    /// In a plan's first year: 3%, unless the employer elects the actual figure (IRC 401(k)(3)(E)).
    FirstYear(Hundredths),
}

/// Why a test is not required.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    pub reason: &'static str,
    pub citation: &'static str,
}

const fn ground(reason: &'static str, citation: &'static str) -> Ground {
    Ground { reason, citation }
}

impl Method {
    /// Do both compare with figures of the same year?
    pub fn is_like(self, other: Method) -> bool {
        self.name() == other.name()
    }

    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Method::Current => "current",
            Method::Prior(_) | Method::FirstYear(_) => "prior",
        }
    }
}

/// The ADP test.
pub(super) fn adp(plan: &Plan) -> Applies {
    let by_type = plan.identity.plan_type.known().map(|plan_type| match plan_type {
        PlanType::Traditional401k | PlanType::Solo401k => None,
        PlanType::Plan403b => Some(ground(
            "elective deferrals to a 403(b) are under universal availability instead of the ADP test",
            "IRC 403(b)(12)(A)(ii)",
        )),
        PlanType::Plan401a => {
            Some(ground("a 401(a) plan without elective deferrals has no ADP", "IRC 401(k)(3)"))
        }
        PlanType::Simple401k => Some(ground("SIMPLE contributions stand in for the test", "IRC 401(k)(11)")),
        PlanType::Starter401k => Some(ground("a starter arrangement is not tested", "IRC 401(k)(16)")),
        PlanType::Governmental457b | PlanType::TaxExempt457b => Some(OF_457B),
        PlanType::Sep | PlanType::SimpleIra => Some(OF_IRA),
    });
    match by_type {
        Err(missing) => return Applies::Unknown(missing),
        Ok(Some(ground)) => return Applies::NotRequired(ground),
        Ok(None) => {}
    }
    if is_governmental(plan) {
        return Applies::NotRequired(ground("a governmental plan is deemed to pass", "IRC 401(k)(3)(G)"));
    }
    let method = method(plan, &plan.testing.adp, &plan.testing.prior_nhce_adp);
    match (safe_harbor(plan), &method) {
        (Ok(Some(_)), _) => Applies::NotRequired(ground(
            "safe harbor contributions stand in for the test, if their conditions were kept all year",
            "IRC 401(k)(12)-(13)",
        )),
        // A spec that states how the plan is tested says that it is no safe harbor plan.
        (Ok(None), _) | (Err(_), Ok(_)) => Applies::Required(method),
        (Err(missing), Err(_)) => Applies::Unknown(missing),
    }
}

/// The ACP test of a plan with after-tax contributions or without: which of the two it is, a census may have to tell.
pub(super) fn acp(plan: &Plan, after_tax: AfterTax) -> Applies {
    let by_type = plan.identity.plan_type.known().map(|plan_type| match plan_type {
        PlanType::Traditional401k | PlanType::Solo401k | PlanType::Plan401a => None,
        PlanType::Plan403b if plan.employer.entity.stated() == Some(&Entity::Church) => {
            Some(ground("the 403(b) plan of a church is not tested", "26 CFR 1.403(b)-5(d)"))
        }
        PlanType::Plan403b => None,
        PlanType::Simple401k => Some(ground("a SIMPLE plan is not tested", "IRC 401(m)(10)")),
        PlanType::Starter401k => Some(ground("a starter plan takes no match", "IRC 401(k)(16)")),
        PlanType::Governmental457b | PlanType::TaxExempt457b => Some(OF_457B),
        PlanType::Sep | PlanType::SimpleIra => Some(OF_IRA),
    });
    match by_type {
        Err(missing) => return Applies::Unknown(missing),
        Ok(Some(ground)) => return Applies::NotRequired(ground),
        Ok(None) => {}
    }
    if is_governmental(plan) {
        let reason = "a governmental plan is not tested";
        return Applies::NotRequired(ground(
            reason,
            "IRC 401(a)(5)(G); 26 CFR 1.401(m)-1(b)(2), 1.403(b)-5(a)(5)",
        ));
    }
    match (after_tax, has_match(plan)) {
        (AfterTax::Allowed, _) => Applies::Required(acp_method(plan)),
        (AfterTax::NotAllowed, Truth::No) => Applies::NotRequired(NOTHING_TO_TEST),
        (AfterTax::NotAllowed, Truth::Yes | Truth::Unknown(_)) => of_match(plan),
    }
}

/// The ACP test of a plan without after-tax contributions.
fn of_match(plan: &Plan) -> Applies {
    match (safe_harbor(plan), plan.safe_harbor.acp.is_yes()) {
        (Ok(Some(_)), Truth::Yes) => Applies::NotRequired(ground(
            "the match satisfies the ACP safe harbor, if its conditions were kept all year",
            "IRC 401(m)(11)-(12)",
        )),
        (Ok(Some(_)), Truth::Unknown(missing)) => Applies::Unknown(missing),
        (Ok(Some(_) | None), _) => Applies::Required(acp_method(plan)),
        (Err(missing), _) => match acp_method(plan) {
            Ok(method) => Applies::Required(Ok(method)),
            Err(_) => Applies::Unknown(missing),
        },
    }
}

/// The method of the ACP test. What a safe harbor plan still tests, it tests with the figures of the year itself
/// (26 CFR 1.401(k)-2(c)(1)(i), 1.401(m)-2(c)(1)).
pub(super) fn acp_method(plan: &Plan) -> Result<Method, Missing> {
    let stated = method(plan, &plan.testing.acp, &plan.testing.prior_nhce_acp);
    match safe_harbor(plan) {
        Ok(Some(_)) => stated.or(Ok(Method::Current)),
        Ok(None) | Err(_) => stated,
    }
}

/// May after-tax contributions be made?
pub(super) fn after_tax(plan: &Plan) -> Truth {
    let can = plan.identity.plan_type.is(|plan_type| plan_type.may_hold_after_tax());
    can.and(plan.after_tax.allowed.is_yes())
}

/// The safe harbor design, if there is one.
pub(super) fn safe_harbor(plan: &Plan) -> Result<Option<SafeHarborType>, Missing> {
    let kind = *plan.safe_harbor.kind.known()?;
    Ok((kind != SafeHarborType::None).then_some(kind))
}

/// Does the plan have a match?
pub(super) fn has_match(plan: &Plan) -> Truth {
    plan.matching.formula.is(|formula| *formula != MatchFormula::None)
}

fn is_governmental(plan: &Plan) -> bool {
    plan.employer.entity.stated().and_then(|entity| entity.is_governmental()) == Some(true)
}

fn method(
    plan: &Plan,
    stated: &Election<TestMethod>,
    prior_nhce: &Election<Percent>,
) -> Result<Method, Missing> {
    match stated.known()? {
        TestMethod::CurrentYear => Ok(Method::Current),
        TestMethod::NotTested => Err(Missing { elections: vec![stated.path.clone()] }),
        TestMethod::PriorYear => match prior_nhce.known() {
            Ok(average) => Ok(Method::Prior(Hundredths::rounded(*average))),
            Err(_) if plan.document.first_year.stated() == Some(&Permission::Yes) => {
                // 3%, unless the employer elects the year's own figure (IRC 401(k)(3)(E)(ii)).
                match plan.testing.first_year.stated() {
                    Some(FirstYear::Own) => Ok(Method::Current),
                    Some(FirstYear::ThreePercent | FirstYear::Unsaid) | None => {
                        Ok(Method::FirstYear(prior_year::FIRST_YEAR))
                    }
                }
            }
            Err(missing) => Err(missing),
        },
    }
}

pub const NOTHING_TO_TEST: Ground =
    ground("the plan has no match and no after-tax contributions", "IRC 401(m)(2)(A), (3)");
const OF_457B: Ground = ground("a 457(b) plan is under neither test", "IRC 457(b); IRC 401(k)(1), 401(m)(1)");
const OF_IRA: Ground = ground("a plan of IRAs is under neither test", "IRC 408(k), (p)");
