//! Average match and deferrals of a plan's groups, reckoned as if the people of a group were alike.

use super::Projection;
use crate::law::limits::Limit;
use crate::lower::{Missing, Truth};
use crate::money::exact::Hundredths;
use crate::money::{Percent, Usd};
use crate::nondiscrimination::comparison;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::TestMethod;
use crate::plan::workforce::{NamedGroup, WORKFORCE};
use crate::room::employer_money::{Contributor, matching_contribution};
use crate::room::year_limits::{amount, deferral_limit};
use crate::rules::Facts;
use crate::syntax::phrase::match_formula::{MatchFormula, Shape};

/// The average match above a share of pay, of the highly compensated and of the others, in percent of pay.
pub(super) fn matches(facts: &Facts<'_>, above: Percent) -> Result<(Percent, Percent), Missing> {
    facts.plan.matching.formula.known()?;
    of_both_sides(facts, |group, is_hce| match_of(facts, group, is_hce, above))
}

/// May deferrals of the non-highly compensated be counted in the ACP test here, and would they suffice?
///
/// Only those of an arrangement that runs the ADP test by the same method, and only as far as that test passes without
/// them (26 CFR 1.401(m)-2(a)(6)(ii), 1.401(k)-2(c)(3)): not in a safe harbor plan, not in a 403(b).
pub(super) fn is_saved_by_shifting(facts: &Facts<'_>, projection: &Projection) -> Result<bool, Missing> {
    let plan = facts.plan;
    let is_401k = *plan.identity.plan_type.known()? == PlanType::Traditional401k;
    // A plan that does not provide for it does not do it: which helper contributions are used is a term of the plan
    // (26 CFR 1.401(m)-1(c)(2)). Last year's figure can no longer be helped by this year's deferrals.
    let shifts = plan.testing.shift_deferrals.is_yes().is_yes()
        && plan.testing.acp.stated() == Some(&TestMethod::CurrentYear);
    if !is_401k || !shifts {
        return Ok(false);
    }
    if *plan.safe_harbor.kind.known()? != SafeHarborType::None
        || *plan.testing.adp.known()? != TestMethod::CurrentYear
    {
        return Ok(false);
    }
    let (hce, nhce) = of_both_sides(facts, |group, _| deferral_of(group))?;
    let [hce, nhce] = [hce, nhce].map(Hundredths::rounded);
    let spare = nhce.less(comparison::nhce_needed(hce));
    let [acp_of_hces, acp_of_nhces] = [projection.hce, projection.nhce].map(Hundredths::rounded);
    Ok(comparison::passes(acp_of_hces, acp_of_nhces + spare))
}

/// The averages over the people of each side: of the highly compensated, of the others.
fn of_both_sides(
    facts: &Facts<'_>,
    average_of: impl Fn(&NamedGroup, bool) -> Result<Percent, Missing>,
) -> Result<(Percent, Percent), Missing> {
    let mut sums = [(Percent::ZERO, 0u32); 2];
    for group in &facts.plan.workforce.groups {
        let is_hce = group.is_hce().known()?;
        let count = *group.group.count.known()?;
        let average = average_of(group, is_hce)?;
        let (sum, people) = &mut sums[usize::from(is_hce)];
        *sum = *sum + Percent::new(average.decimal() * rust_decimal::Decimal::from(count));
        *people = people.saturating_add(count);
    }
    let [nhce, hce] = sums.map(|(sum, people)| {
        let average = sum.decimal().checked_div(rust_decimal::Decimal::from(people)).unwrap_or_default();
        Percent::new(average).round_to_hundredth()
    });
    Ok((hce, nhce))
}

/// The share of pay that a group defers, over all of it.
fn deferral_of(group: &NamedGroup) -> Result<Percent, Missing> {
    let participation = *group.group.participation.known()?;
    if participation.is_zero() {
        return Ok(Percent::ZERO);
    }
    Ok(participation.of_percent(*group.group.average_deferral.known()?))
}

/// The match of a group above a share of pay, over all of it.
fn match_of(facts: &Facts<'_>, group: &NamedGroup, is_hce: bool, above: Percent) -> Result<Percent, Missing> {
    let defer = *group.group.participation.known()?;
    let after_tax = *group.group.after_tax_participation.known()?;
    let deferral = if defer.is_zero() { Percent::ZERO } else { *group.group.average_deferral.known()? };
    let matched_after_tax = match facts.is_after_tax_matched() {
        Truth::Yes if !after_tax.is_zero() => *group.group.average_after_tax.known()?,
        Truth::Yes | Truth::No => Percent::ZERO,
        Truth::Unknown(missing) if !after_tax.is_zero() => return Err(missing),
        Truth::Unknown(_) => Percent::ZERO,
    };
    // Those who contribute after tax are taken to be among those who defer.
    let with_after_tax = match_rate(facts, group, is_hce, deferral, matched_after_tax)?.less(above);
    let with_deferrals = match_rate(facts, group, is_hce, deferral, Percent::ZERO)?.less(above);
    Ok(after_tax.of_percent(with_after_tax) + defer.less(after_tax).of_percent(with_deferrals))
}

/// The match of someone of the group who defers and contributes after tax these shares of pay, as a share of pay.
fn match_rate(
    facts: &Facts<'_>,
    group: &NamedGroup,
    is_hce: bool,
    deferral: Percent,
    after_tax: Percent,
) -> Result<Percent, Missing> {
    let plan = facts.plan;
    let own = &plan.matching.hce_formula;
    let election = if is_hce && own.is_written() { own } else { &plan.matching.formula };
    let formula = election.known()?;
    if depends_on_service(formula) {
        // The groups do not say who has served how long: a census does.
        return Err(Missing { elections: vec![WORKFORCE] });
    }
    // Without the limits of the year, which a rule of its own reports, nothing can be said.
    let of_law = |limit| amount(plan, facts.law, limit).map_err(|_| Missing::default());
    let pay = (*group.group.average_pay.known()?).min(of_law(Limit::Compensation)?);
    let deferral_limit = match deferral_limit(*plan.identity.plan_type.known()?) {
        Some(limit) => of_law(limit)?,
        None => Usd::ZERO,
    };
    let matched = deferral.of(pay).min(deferral_limit) + after_tax.of(pay);
    let contributor = Contributor { pay, matched, deferral_limit, years_of_service: None };
    matching_contribution(formula, contributor)
        .and_then(|amount| amount.percent_of(pay))
        .ok_or_else(|| Missing { elections: vec![election.path.clone()] })
}

fn depends_on_service(formula: &MatchFormula) -> bool {
    match formula {
        MatchFormula::None | MatchFormula::Discretionary => false,
        MatchFormula::Formula(formula) => match &formula.shape {
            Shape::Tiers(_) | Shape::Steps(_) => false,
            Shape::GreaterOf(formulas) | Shape::LesserOf(formulas) => {
                formulas.iter().any(|formula| matches!(formula.shape, Shape::ByService(_)))
            }
            Shape::ByService(_) => true,
        },
    }
}
