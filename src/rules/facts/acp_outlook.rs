//! How the ACP test is likely to come out for the people whom a plan's `workforce` describes. No census is known here.

use super::{Facts, exposure};
use crate::lower::{Missing, Truth};
use crate::money::Percent;
use crate::money::exact::Hundredths;
use crate::nondiscrimination::comparison;
use crate::nondiscrimination::estimate::{AfterTaxExposure, after_tax_exposure};
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::{FirstYear, TestMethod};
use crate::plan::{Plan, PlanType};
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::sources::Source;

mod averages;

/// As many as a plan for owners may have: the owner and the spouse.
pub const OWNER_AND_SPOUSE: u32 = 2;

/// What is to be expected of the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcpOutlook {
    /// The law asks for no test, or the plan says that none is run and describes nobody who would be in it: if it is
    /// wrong there, rules of their own say so.
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
    /// 3% in the plan's first year, or what the plan states (IRC 401(m)(3), 401(k)(3)(E)).
    First,
    /// The first year's own average, if the employer elects that.
    FirstElected,
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
    if facts.is_acp_tested() == Truth::No || is_released(plan) {
        return Ok(AcpOutlook::NotTested);
    }
    let after_tax = after_tax_exposure(plan)?;
    if after_tax.hce_count == 0 || after_tax.hce.is_zero() {
        return Ok(AcpOutlook::Passes);
    }
    // With nobody on the other side the test is passed (1.401(m)-2(a)(1)(ii)); last year there may have been someone.
    if after_tax.nhce_count == 0 && plan.testing.acp.known()? == &TestMethod::CurrentYear {
        return Ok(AcpOutlook::Passes);
    }
    let by_averages = figures(plan).and_then(|figures| judged(facts, after_tax, &figures));
    let judged = match exposure::acp_outlook(facts, after_tax, &by_averages) {
        Some(told) => told,
        None => by_averages?,
    };
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

/// Is there no test to look out for? None is passed over because the plan says so: after-tax contributions are tested
/// wherever someone eligible is not highly compensated (26 CFR 1.401(m)-2(a)(1)(ii), 1.401(m)-3(j)(6)).
fn is_released(plan: &Plan) -> bool {
    let for_owners = plan.identity.plan_type.is(|plan_type| *plan_type == PlanType::Solo401k).is_yes();
    let untested = plan.testing.acp.stated() == Some(&TestMethod::NotTested);
    if plan.workforce.groups.is_empty() {
        let has_staff = plan.employer.employees.stated().is_some_and(|count| *count > OWNER_AND_SPOUSE);
        return if for_owners { !has_staff } else { untested };
    }
    (for_owners || untested) && plan.workforce.has_nhces() == Truth::No
}

/// The figures of the non-highly compensated that may count, and what decides between them.
struct Figures {
    may_count: Vec<NhceFigure>,
    open: Missing,
}

fn figures(plan: &Plan) -> Result<Figures, Missing> {
    let testing = &plan.testing;
    let only = |figure| Figures { may_count: vec![figure], open: Missing::default() };
    match testing.acp.known()? {
        TestMethod::CurrentYear => Ok(only(NhceFigure::Current)),
        TestMethod::PriorYear => prior_year_figures(plan),
        // No method is named. This year's figure speaks for the plan unless another that it states says otherwise.
        TestMethod::NotTested => {
            let mut may_count = vec![NhceFigure::Current];
            may_count.extend(prior_year_figures(plan).into_iter().flat_map(|figures| figures.may_count));
            Ok(Figures { may_count, open: Missing { elections: vec![testing.acp.path.clone()] } })
        }
    }
}

/// Last year's figure counts under prior-year testing. In the first year in which the plan takes such contributions it
/// is 3%, or that year's own if the employer elects that.
fn prior_year_figures(plan: &Plan) -> Result<Figures, Missing> {
    let (prior, first) = (&plan.testing.prior_nhce_acp, &plan.document.first_year);
    let only = |figure| Figures { may_count: vec![figure], open: Missing::default() };
    match (first.is_yes(), prior.known()) {
        (Truth::Yes, Ok(_)) => Ok(only(NhceFigure::First)),
        (Truth::Yes, Err(open)) => match plan.testing.first_year.stated() {
            Some(FirstYear::ThreePercent) => Ok(only(NhceFigure::First)),
            Some(FirstYear::Own) => Ok(only(NhceFigure::FirstElected)),
            Some(FirstYear::Unsaid) | None => {
                let asked = Missing { elections: vec![plan.testing.first_year.path.clone()] };
                let open = if prior.is_written() { open } else { asked };
                Ok(Figures { may_count: vec![NhceFigure::First, NhceFigure::FirstElected], open })
            }
        },
        (Truth::No | Truth::Unknown(_), Ok(_)) => Ok(only(NhceFigure::Prior)),
        (Truth::No, Err(missing)) => Err(missing),
        (Truth::Unknown(_), Err(missing)) => {
            Err(missing.and(Missing { elections: vec![first.path.clone()] }))
        }
    }
}

/// The comparison by each figure and under each way to count the match that the plan leaves open: an outlook if all agree.
fn judged(facts: &Facts<'_>, after_tax: AfterTaxExposure, figures: &Figures) -> Result<AcpOutlook, Missing> {
    let mut of_figures = figures.may_count.iter().map(|figure| by_figure(facts, after_tax, *figure));
    let first = of_figures.next().unwrap_or_else(|| Err(figures.open.clone()))?;
    let fails = |outlook: &AcpOutlook| matches!(outlook, AcpOutlook::Fails(_));
    for other in of_figures {
        if fails(&other.map_err(|missing| figures.open.clone().and(missing))?) != fails(&first) {
            return Err(figures.open.clone());
        }
    }
    // What a test would come to that nobody runs by any method is no pass.
    let is_untested = facts.plan.testing.acp.stated() == Some(&TestMethod::NotTested);
    if is_untested && !fails(&first) { Err(figures.open.clone()) } else { Ok(first) }
}

fn by_figure(
    facts: &Facts<'_>,
    after_tax: AfterTaxExposure,
    figure: NhceFigure,
) -> Result<AcpOutlook, Missing> {
    let (ways, open) = ways_to_count(facts.plan);
    let mut outlooks = Vec::new();
    // An unreadable election is missing without being asked for, so that an empty list is not "nothing missing".
    let mut missing: Option<Missing> = None;
    for counted in ways {
        match project(facts, after_tax, figure, counted) {
            Ok(outlook) => outlooks.push(outlook),
            Err(lacking) => missing = Some(missing.unwrap_or_default().and(lacking)),
        }
    }
    let fails = |outlook: &AcpOutlook| matches!(outlook, AcpOutlook::Fails(_));
    let agree = outlooks.iter().all(fails) || !outlooks.iter().any(fails);
    match outlooks.first() {
        Some(first) if agree && missing.is_none() => Ok(*first),
        Some(_) | None => Err(open.and(missing.unwrap_or_default())),
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
pub(super) fn counts_match(plan: &Plan) -> Truth {
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
            NhceFigure::Current | NhceFigure::FirstElected => nhce,
            NhceFigure::Prior => prior.unwrap_or(nhce),
            NhceFigure::First => prior.unwrap_or(Percent::whole(3)),
        };
        let limit = comparison::limit(Hundredths::rounded(nhce)).exact.to_percent();
        let projection = Projection { hce, nhce, limit, counted, nhce_figure, after_tax };
        let nobody = nhce_figure == NhceFigure::FirstElected && after_tax.nhce_count == 0;
        if nobody || hce <= limit { AcpOutlook::Passes } else { AcpOutlook::Fails(projection) }
    };
    let alone = compare(Counted::AfterTaxAlone, after_tax.hce, after_tax.nhce);
    let above = match counted {
        Counted::AfterTaxAlone => return Ok(alone),
        Counted::MatchAbove(share) => share,
    };
    match averages::matches(facts, above) {
        Ok((hce, nhce)) => Ok(compare(counted, after_tax.hce + hce, after_tax.nhce + nhce)),
        // A figure that is not this year's stands: the match of the highly compensated could only raise their side.
        Err(_)
            if [NhceFigure::Prior, NhceFigure::First].contains(&nhce_figure)
                && alone != AcpOutlook::Passes =>
        {
            Ok(alone)
        }
        Err(missing) => Err(missing),
    }
}
