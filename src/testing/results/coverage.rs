//! What the coverage test came to (IRC 410(b)), portion by portion.

use super::Status;
use crate::money::exact::Hundredths;
use crate::nondiscrimination::coverage::{Classification, Harbors, Heads};
use crate::testing::terms::Ground;
use crate::testing::unanswered::Unanswered;

/// The portions of a plan that are tested by themselves (26 CFR 1.410(b)-7(c)(1)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// That of the worst portion.
    pub status: Status,
    /// The least ratio of all portions; `None` where none was worked out.
    pub ratio: Option<Hundredths>,
    /// Why no portion is tested at all.
    pub not_required: Option<Ground>,
    /// The worst first.
    pub portions: Vec<Portion>,
}

/// One portion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portion {
    pub kind: PortionKind,
    pub status: Status,
    pub why: CoverageWhy,
    /// Where it is not known of everyone, the count that is least in favor of the plan.
    pub heads: Heads,
    pub hce: Option<Hundredths>,
    pub nhce: Option<Hundredths>,
    /// `None` where there is nothing to compare.
    pub ratio: Option<Hundredths>,
    /// Where the ratio is below 70%.
    pub harbors: Option<Harbors>,
    pub classification: Option<Classification>,
    /// What is not known of some.
    pub unanswered: Unanswered,
}

/// A portion by what it takes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PortionKind {
    Elective,
    /// Match and after-tax contributions are one portion.
    MatchAndAfterTax,
    /// The availability of after-tax contributions, which must satisfy 410(b) by itself (26 CFR 1.401(a)(4)-4(b)).
    AfterTaxAvailability,
    Nonelective,
}

/// Why a portion came out as it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverageWhy {
    /// The ratio is at least 70%.
    Ratio,
    NoNhces,
    NoHceBenefits,
    /// The classification does, and nothing more is asked of an availability (26 CFR 1.401(a)(4)-4(b)(1)).
    Classification,
    /// The classification is in the safe harbor; whether the average benefit percentage is 70% is not known.
    AverageBenefits,
    /// Between the harbors: facts and circumstances, and the average benefit percentage.
    FactsAndCircumstances,
    /// Below the unsafe harbor.
    Discriminatory,
    Unanswered,
    NotRequired(Ground),
}

impl PortionKind {
    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            PortionKind::Elective => "elective deferrals",
            PortionKind::MatchAndAfterTax => "match and after-tax contributions",
            PortionKind::AfterTaxAvailability => "availability of after-tax contributions",
            PortionKind::Nonelective => "nonelective contributions",
        }
    }

    /// The law under which the portion stands by itself.
    pub fn citation(self) -> &'static str {
        match self {
            PortionKind::Elective | PortionKind::MatchAndAfterTax | PortionKind::Nonelective => {
                "IRC 410(b)(1); 26 CFR 1.410(b)-7(c)(1)"
            }
            PortionKind::AfterTaxAvailability => "26 CFR 1.401(a)(4)-4(b)(1), (e)(3)(iii)(G)",
        }
    }
}

impl CoverageWhy {
    /// A sentence without a full stop; `None` where the figures tell or what is missing does.
    pub fn sentence(self) -> Option<&'static str> {
        match self {
            CoverageWhy::Ratio | CoverageWhy::Unanswered => None,
            CoverageWhy::NoNhces => Some("there are no non-highly compensated employees"),
            CoverageWhy::NoHceBenefits => Some("no highly compensated employee benefits"),
            CoverageWhy::Classification => Some("below 70%, but the classification is in the safe harbor"),
            CoverageWhy::AverageBenefits => Some(
                "below 70%; the classification is in the safe harbor, so the plan passes if its average benefit percentage is at least 70% and the classification is reasonable: that takes the benefits of all employees under all plans of the employer",
            ),
            CoverageWhy::FactsAndCircumstances => Some(
                "below 70% and between the harbors: the classification must be found nondiscriminatory on the facts and circumstances, and the average benefit percentage must be at least 70%",
            ),
            CoverageWhy::Discriminatory => Some("below 70% and below the unsafe harbor"),
            CoverageWhy::NotRequired(ground) => Some(ground.reason),
        }
    }
}

impl Coverage {
    pub fn not_required(ground: Ground) -> Self {
        Self { status: Status::NotRequired, ratio: None, not_required: Some(ground), portions: Vec::new() }
    }
}
