//! Plans that are not under the top-heavy rules, or are deemed not top-heavy.

use crate::census::column::{Column, Money};
use crate::census::header::Understanding;
use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::nondiscrimination::top_heavy::{Contribution, is_exempt};
use crate::plan::PlanType;
use crate::testing::people::{Amounts, People};
use crate::testing::terms::{Ground, Terms};
use crate::testing::unanswered::Unanswered;

pub(super) fn by_type(terms: &Terms) -> Option<Ground> {
    let of_type = match terms.plan_type? {
        PlanType::Plan403b => {
            Some(("a 403(b) plan is not under the top-heavy rules", "IRC 401(a)(10)(B)(i)"))
        }
        PlanType::Governmental457b | PlanType::TaxExempt457b => {
            Some(("a 457(b) plan is not under the top-heavy rules", "IRC 401(a)(10)(B)(i)"))
        }
        PlanType::Simple401k => Some(("a SIMPLE 401(k) is not top-heavy", "IRC 401(k)(11)(D)(ii)")),
        PlanType::SimpleIra => Some(("a SIMPLE IRA is not top-heavy", "IRC 416(g)(4)(G)")),
        PlanType::Starter401k => Some(("a starter 401(k) is not top-heavy", "IRC 401(k)(16), 416(g)(4)(H)")),
        PlanType::Traditional401k | PlanType::Solo401k | PlanType::Plan401a | PlanType::Sep => None,
    };
    let of_employer = terms
        .employer
        .is_governmental()
        .then_some(("a governmental plan is not under the top-heavy rules", "IRC 401(a)(10)(B)(iii)"));
    of_type.or(of_employer).map(|(reason, citation)| Ground { reason, citation })
}

/// A plan of nothing but elective and safe harbor contributions (IRC 416(g)(4)(H)), by what was contributed in the year
/// (Rev. Rul. 2004-13); what is missing to tell it otherwise.
pub(super) fn by_design(
    terms: &Terms,
    census: &Understanding,
    people: &People<'_>,
) -> Result<Option<Ground>, Unanswered> {
    let kind = terms.safe_harbor.as_ref().map_err(|missing| Unanswered::from(missing.clone()))?;
    if kind.is_none() {
        return Ok(None);
    }
    let mut money = Amounts::default();
    let mut safe_harbor_nonelective = Cents::ZERO;
    for person in &people.people {
        money = money.plus(person.here);
        let row = people.row(person);
        safe_harbor_nonelective = safe_harbor_nonelective + Cents(row.money(Money::SafeHarborNonelective));
    }
    let mut contributions = vec![Contribution::Elective, Contribution::SafeHarbor];
    if money.after_tax != Cents::ZERO {
        contributions.push(Contribution::AfterTax);
    }
    let other = money.qnec + money.qmac + money.other_employer - safe_harbor_nonelective;
    let has_other_match = money.matching != Cents::ZERO && terms.acp_safe_harbor == Truth::No;
    if other != Cents::ZERO || has_other_match {
        contributions.push(Contribution::OtherEmployer);
    }
    if !is_exempt(&contributions) {
        return Ok(None);
    }
    if terms.after_tax_allowed != Truth::No && !census.has(Column::AfterTax) {
        return Err(Unanswered::column(Column::AfterTax));
    }
    match &terms.acp_safe_harbor {
        Truth::Unknown(missing) if money.matching != Cents::ZERO => Err(missing.clone().into()),
        Truth::Unknown(_) | Truth::Yes | Truth::No => Ok(Some(SAFE_HARBOR)),
    }
}

const SAFE_HARBOR: Ground = Ground {
    reason: "the plan took in nothing but elective and safe harbor contributions in the year",
    citation: "IRC 416(g)(4)(H); Rev. Rul. 2004-13",
};
