//! Coverage (IRC 410(b)) of each portion of a plan: who counts, who benefits, and what the ratio comes to. Who is not in
//! the census is not counted.

mod count;
mod portions;

use crate::census::header::Understanding;
use crate::nondiscrimination::coverage::{Classification, Deemed, Heads, classify, coverage, harbors};
use crate::plan::PlanType;

use super::people::People;
use super::results::Status;
use super::results::coverage::{Coverage, CoverageWhy, Portion, PortionKind};
use super::terms::{Ground, Terms};
use count::Count;

/// The coverage test of all portions that the plan has.
pub fn test(terms: &Terms, census: &Understanding, people: &People<'_>) -> Coverage {
    if let Some(ground) = not_required(terms) {
        return Coverage::not_required(ground);
    }
    let kinds = portions::of(terms, people);
    if kinds.is_empty() {
        return Coverage::not_required(match terms.plan_type {
            Some(PlanType::Plan403b) => UNIVERSAL_AVAILABILITY,
            Some(_) | None => NO_PORTION,
        });
    }
    let mut portions: Vec<Portion> =
        kinds.into_iter().map(|kind| portion(kind, portions::count(kind, terms, census, people))).collect();
    // The worst first: a failure, then what is unknown, then the least ratio.
    portions
        .sort_by_key(|portion| (severity(portion.status), portion.ratio.map_or(i64::MAX, |ratio| ratio.0)));
    let status = portions.first().map_or(Status::Unknown, |portion| portion.status);
    let ratio = portions.iter().filter_map(|portion| portion.ratio).min();
    Coverage { status, ratio, not_required: None, portions }
}

fn severity(status: Status) -> u8 {
    match status {
        Status::Fail => 0,
        Status::Unknown => 1,
        Status::Pass => 2,
        Status::NotRequired => 3,
    }
}

/// What is not known of some decides only if it could.
fn portion(kind: PortionKind, count: Count) -> Portion {
    let worst = judged(kind, count.worst);
    let best = judged(kind, count.best);
    if !count.unanswered.is_empty() && (count.is_open || worst.status != best.status) {
        let (status, why) = (Status::Unknown, CoverageWhy::Unanswered);
        return Portion { status, why, unanswered: count.unanswered, ..worst };
    }
    worst
}

fn judged(kind: PortionKind, heads: Heads) -> Portion {
    let found = coverage(&heads);
    let (status, why) = match found.ratio {
        Err(Deemed::NoNhces) => (Status::Pass, CoverageWhy::NoNhces),
        Err(Deemed::NoHceBenefits) => (Status::Pass, CoverageWhy::NoHceBenefits),
        Ok(_) if found.passes_ratio_test() => (Status::Pass, CoverageWhy::Ratio),
        Ok(_) => (Status::Unknown, CoverageWhy::Unanswered),
    };
    let mut portion = Portion {
        kind,
        status,
        why,
        heads,
        hce: found.hce,
        nhce: found.nhce,
        ratio: found.ratio.ok(),
        harbors: None,
        classification: None,
        unanswered: super::unanswered::Unanswered::default(),
    };
    if let (Ok(ratio), CoverageWhy::Unanswered) = (found.ratio, why) {
        let table = harbors(heads.nhces, heads.nhces + heads.hces);
        let classification = classify(ratio, &table);
        (portion.status, portion.why) = below_the_ratio(kind, classification);
        portion.harbors = Some(table);
        portion.classification = Some(classification);
    }
    portion
}

/// Below 70% the average benefit test is left (26 CFR 1.410(b)-2(b)(3)): a classification, and a percentage that takes
/// the benefits of everyone under all plans of the employer.
fn below_the_ratio(kind: PortionKind, classification: Classification) -> (Status, CoverageWhy) {
    match (classification, kind) {
        (Classification::Discriminatory, _) => (Status::Fail, CoverageWhy::Discriminatory),
        (Classification::SafeHarbor, PortionKind::AfterTaxAvailability) => {
            (Status::Pass, CoverageWhy::Classification)
        }
        (
            Classification::SafeHarbor,
            PortionKind::Elective | PortionKind::MatchAndAfterTax | PortionKind::Nonelective,
        ) => (Status::Unknown, CoverageWhy::AverageBenefits),
        (Classification::FactsAndCircumstances, _) => (Status::Unknown, CoverageWhy::FactsAndCircumstances),
    }
}

fn not_required(terms: &Terms) -> Option<Ground> {
    let by_type = match terms.plan_type {
        Some(PlanType::Governmental457b | PlanType::TaxExempt457b) => {
            Some(ground("a 457(b) plan is not tested for coverage", "IRC 457(b), 410(c)"))
        }
        Some(PlanType::Sep) => {
            Some(ground("a SEP has participation requirements of its own instead", "IRC 408(k)(2)"))
        }
        Some(PlanType::SimpleIra) => {
            Some(ground("a SIMPLE IRA has participation requirements of its own instead", "IRC 408(p)(4)"))
        }
        Some(
            PlanType::Traditional401k
            | PlanType::Solo401k
            | PlanType::Simple401k
            | PlanType::Starter401k
            | PlanType::Plan403b
            | PlanType::Plan401a,
        )
        | None => None,
    };
    if by_type.is_some() {
        return by_type;
    }
    if terms.employer.is_governmental() {
        return Some(ground(
            "a governmental plan is not tested for coverage",
            "IRC 401(a)(5)(G), 410(c)(1)(A)",
        ));
    }
    terms.employer.is_church().then(|| {
        ground("a church plan is not tested for coverage unless it elected to be", "IRC 410(c)(1)(B), 410(d)")
    })
}

const fn ground(reason: &'static str, citation: &'static str) -> Ground {
    Ground { reason, citation }
}

const UNIVERSAL_AVAILABILITY: Ground = ground(
    "elective deferrals to a 403(b) are under universal availability instead, and the plan has nothing else",
    "IRC 403(b)(12)(A)",
);
const NO_PORTION: Ground = ground(
    "neither the plan nor the census has a contribution whose coverage could be tested",
    "IRC 410(b)(1)",
);
