//! How the ACP test is likely to come out for the people whom a plan's `workforce` describes. No census is known here.

use super::Facts;
use crate::lower::{Missing, Truth};
use crate::money::Percent;
use crate::nondiscrimination::estimate::{AfterTaxExposure, after_tax_exposure};
use crate::nondiscrimination::ratio_test;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::TestMethod;
use crate::plan::{Plan, PlanType};
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::sources::Source;

mod averages;

/// What is to be expected of the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcpOutlook {
    /// The law asks for no test, or the plan says that none is run: if it is wrong there, rules of their own say so.
    NotTested,
    Passes,
    Fails(Projection),
}

/// A test that is likely to fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Projection {
    /// The averages that are compared, in percent of pay, and the most that the first may be.
    pub hce: Percent,
    pub nhce: Percent,
    pub limit: Percent,
    pub counted: Counted,
    pub nhce_figure: NhceFigure,
    /// The after-tax part of it.
    pub after_tax: AfterTaxExposure,
}

/// Which contributions the averages hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    AfterTaxAlone,
    /// The match above a share of pay, which is zero where all of it counts.
    MatchAbove(Percent),
}

/// Where the average of the non-highly compensated comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NhceFigure {
    Current,
    Prior,
    /// 3% in the plan's first year, or that year's own average if that is higher and elected (IRC 401(m)(3), 401(k)(3)(E)).
    First,
}

impl Counted {
    /// As it reads before "the averages come to".
    pub fn in_words(self) -> String {
        match self {
            Counted::AfterTaxAlone => "on after-tax contributions alone".to_owned(),
            Counted::MatchAbove(share) if share.is_zero() => {
                "with the match counted as the averages put it".to_owned()
            }
            Counted::MatchAbove(share) => {
                format!("with the match above {share} of pay counted as the averages put it")
            }
        }
    }
}

/// The outlook, or what the spec would have to say for one.
pub(super) fn acp_outlook(facts: &Facts<'_>) -> Result<AcpOutlook, Missing> {
    let plan = facts.plan;
    // An owner's plan has no employee who is not highly compensated: the test is deemed passed (1.401(m)-2(a)(1)(ii)).
    let for_owners = plan.identity.plan_type.is(|plan_type| *plan_type == PlanType::Solo401k).is_yes();
    if for_owners
        || facts.is_acp_tested() == Truth::No
        || plan.testing.acp.stated() == Some(&TestMethod::NotTested)
    {
        return Ok(AcpOutlook::NotTested);
    }
    let after_tax = after_tax_exposure(plan)?;
    if after_tax.hce_count == 0 || after_tax.hce.is_zero() {
        return Ok(AcpOutlook::Passes);
    }
    let figure = match plan.testing.acp.known()? {
        TestMethod::NotTested => return Ok(AcpOutlook::NotTested),
        TestMethod::CurrentYear if after_tax.nhce_count == 0 => return Ok(AcpOutlook::Passes),
        TestMethod::CurrentYear => NhceFigure::Current,
        TestMethod::PriorYear => prior_year_figure(plan)?,
    };
    let judged = judged(facts, after_tax, figure)?;
    let saved = match &judged {
        AcpOutlook::Fails(projection) => averages::is_saved_by_shifting(facts, projection)?,
        AcpOutlook::NotTested | AcpOutlook::Passes => false,
    };
    if !saved && matches!(judged, AcpOutlook::Fails(_)) {
        // Only now does it matter whether the plan is exempt.
        facts.is_acp_tested().known()?;
    }
    Ok(if saved { AcpOutlook::Passes } else { judged })
}

/// Last year's figure counts under prior-year testing, 3% in the first year in which the plan takes such contributions.
fn prior_year_figure(plan: &Plan) -> Result<NhceFigure, Missing> {
    if plan.document.first_year.is_yes().is_yes() {
        return Ok(NhceFigure::First);
    }
    match plan.testing.prior_nhce_acp.known() {
        Ok(_) => Ok(NhceFigure::Prior),
        Err(missing) if plan.document.first_year.is_yes() == Truth::No => Err(missing),
        Err(missing) => Err(missing.and(Missing { elections: vec![plan.document.first_year.path.clone()] })),
    }
}

/// The comparison under each way to count the match that the plan leaves open: an outlook if all agree.
fn judged(facts: &Facts<'_>, after_tax: AfterTaxExposure, figure: NhceFigure) -> Result<AcpOutlook, Missing> {
    let (ways, open) = ways_to_count(facts.plan);
    let mut outlooks = Vec::new();
    let mut missing = Missing::default();
    for counted in ways {
        match project(facts, after_tax, figure, counted) {
            Ok(outlook) => outlooks.push(outlook),
            Err(lacking) => missing = missing.and(lacking),
        }
    }
    let fails = |outlook: &AcpOutlook| matches!(outlook, AcpOutlook::Fails(_));
    let agree = outlooks.iter().all(fails) || !outlooks.iter().any(fails);
    match outlooks.first() {
        Some(first) if agree && missing == Missing::default() => Ok(*first),
        Some(_) | None => Err(open.and(missing)),
    }
}

/// The ways in which the match may count, and what would decide between them (26 CFR 1.401(m)-2(a)(5)(iv)): all of it in
/// a plan without safe harbor; in one with the ACP safe harbor none, or all of it by choice; where only the ADP safe
/// harbor is met by a match, what passes 4% of pay (3.5% in a QACA), or all of it.
fn ways_to_count(plan: &Plan) -> (Vec<Counted>, Missing) {
    const ALL: Counted = Counted::MatchAbove(Percent::ZERO);
    if plan.matching.formula.stated() == Some(&MatchFormula::None) {
        return (vec![Counted::AfterTaxAlone], Missing::default());
    }
    let kind = match plan.safe_harbor.kind.known() {
        Ok(SafeHarborType::None) => return (vec![ALL], Missing::default()),
        Ok(kind) => *kind,
        Err(missing) => return (vec![ALL, Counted::AfterTaxAlone], missing),
    };
    let choice = counts_match(plan);
    let left_out = match kind {
        SafeHarborType::BasicMatch | SafeHarborType::EnhancedMatch => Counted::MatchAbove(Percent::whole(4)),
        SafeHarborType::QacaMatch => Counted::MatchAbove(Percent::new(rust_decimal::Decimal::new(35, 1))),
        SafeHarborType::None | SafeHarborType::Nonelective | SafeHarborType::QacaNonelective => ALL,
    };
    let (least, open) = match plan.safe_harbor.acp.is_yes() {
        Truth::Yes => (vec![Counted::AfterTaxAlone], Missing::default()),
        Truth::No => (vec![left_out], Missing::default()),
        Truth::Unknown(missing) => (vec![Counted::AfterTaxAlone, left_out], missing),
    };
    match choice {
        Truth::Yes => (vec![ALL], Missing::default()),
        Truth::No => (least, open),
        Truth::Unknown(missing) => ([least, vec![ALL]].concat(), open.and(missing)),
    }
}

/// Does a safe harbor plan choose to count its match? Either of two elections tells.
fn counts_match(plan: &Plan) -> Truth {
    let by_sources = plan
        .testing
        .acp_sources
        .is(|sources| sources.include(Source::Match) || sources.include(Source::SafeHarbor));
    match (plan.testing.include_safe_harbor_match.is_yes(), by_sources) {
        (Truth::Unknown(_), known @ (Truth::Yes | Truth::No)) => known,
        (stated, _) => stated,
    }
}

/// The comparison with the match counted in one way.
fn project(
    facts: &Facts<'_>,
    after_tax: AfterTaxExposure,
    nhce_figure: NhceFigure,
    counted: Counted,
) -> Result<AcpOutlook, Missing> {
    let prior = facts.plan.testing.prior_nhce_acp.stated().copied();
    let compare = |counted: Counted, hce: Percent, nhce: Percent| {
        let nhce = match nhce_figure {
            NhceFigure::Current => nhce,
            NhceFigure::Prior => prior.unwrap_or(nhce),
            NhceFigure::First => nhce.max(Percent::whole(3)),
        };
        let limit = ratio_test::limit(nhce).0;
        let projection = Projection { hce, nhce, limit, counted, nhce_figure, after_tax };
        if hce <= limit { AcpOutlook::Passes } else { AcpOutlook::Fails(projection) }
    };
    let alone = compare(Counted::AfterTaxAlone, after_tax.hce, after_tax.nhce);
    let above = match counted {
        Counted::AfterTaxAlone => return Ok(alone),
        Counted::MatchAbove(share) => share,
    };
    match averages::matches(facts, above) {
        Ok((hce, nhce)) => Ok(compare(counted, after_tax.hce + hce, after_tax.nhce + nhce)),
        // Last year's figure stands: the match of the highly compensated could only raise their side.
        Err(_) if nhce_figure == NhceFigure::Prior && alone != AcpOutlook::Passes => Ok(alone),
        Err(missing) => Err(missing),
    }
}
