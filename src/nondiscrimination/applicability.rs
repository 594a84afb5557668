//! Which plans the ADP and ACP tests are for.

use crate::plan::employer::Entity;
use crate::plan::plan_type::PlanType;

/// What of a plan's design decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Design {
    pub plan_type: PlanType,
    pub sponsor: Entity,
    pub safe_harbor: SafeHarbor,
    pub after_tax: AfterTax,
}

/// The safe harbor that the plan's contributions satisfy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SafeHarbor {
    None,
    /// IRC 401(k)(12) or (13) alone: match outside 401(m)(11) or (12) is tested.
    Adp,
    /// 401(m)(11) or (12) as well, or there is no match.
    AdpAndAcp,
}

/// Are there voluntary after-tax contributions?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AfterTax {
    Allowed,
    NotAllowed,
}

/// Which tests the plan must pass, with match or after-tax contributions to test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Required {
    pub adp: bool,
    pub acp: bool,
}

/// The tests of a design. Governmental plans: IRC 401(k)(3)(G), 401(a)(5)(G). 403(b): no ADP test, but the ACP test except
/// for governments and churches (403(b)(12)(A)(i), 403(b)(1)(D); 26 CFR 1.403(b)-5(a)). 457(b), SIMPLE and starter plans:
/// none (401(k)(11), (16), 401(m)(10)). A safe harbor never covers after-tax contributions (26 CFR 1.401(m)-3(j)(6)).
pub fn required(design: &Design) -> Required {
    let is_church = design.sponsor == Entity::Church && design.plan_type == PlanType::Plan403b;
    // A tribal sponsor of which it is not known whether its functions are essential governmental ones is not exempt.
    let untested = design.sponsor.is_governmental() == Some(true) || is_church;
    let by_type = match design.plan_type {
        PlanType::Traditional401k | PlanType::Solo401k => Required { adp: true, acp: true },
        PlanType::Plan403b | PlanType::Plan401a => Required { adp: false, acp: true },
        PlanType::Simple401k
        | PlanType::Starter401k
        | PlanType::Governmental457b
        | PlanType::TaxExempt457b
        | PlanType::Sep
        | PlanType::SimpleIra => Required { adp: false, acp: false },
    };
    let after_tax = design.after_tax == AfterTax::Allowed;
    Required {
        adp: !untested && by_type.adp && design.safe_harbor == SafeHarbor::None,
        acp: !untested && by_type.acp && (after_tax || design.safe_harbor != SafeHarbor::AdpAndAcp),
    }
}
