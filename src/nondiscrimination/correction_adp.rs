//! What a failed ADP test takes back from whom: excess contributions, less what stays as catch-up, less what went
//! back as excess deferrals already (26 CFR 1.401(k)-2(b)(2), (b)(4)(i); 1.414(v)-1(d)(2)(iii)). QNECs and the
//! recharacterization of excess contributions are elsewhere.

use super::comparison::Comparison;
use super::levelling::{Contributor, RatioLevelling, level_dollars, level_ratios};
use super::ratio::Line;
use crate::money::exact::{Cents, Fraction};

/// A highly compensated employee of a failed ADP test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deferrer<'a> {
    /// The ADR, with the elective contributions under all plans of the employer.
    pub line: Line<'a>,
    /// Elective contributions to this plan.
    pub in_this_plan: Cents,
    /// What is left of the catch-up limit after the statutory and the plan limit; zero before age 50.
    pub catch_up_left: Cents,
    /// Excess deferrals of the same year that were distributed from this plan (IRC 402(g)(2)).
    pub excess_deferral_distributed: Cents,
}

/// One employee's part of the correction. `excess_contribution` is the sum of the other three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction<'a> {
    pub employee_id: &'a str,
    /// The share of the total, still an excess contribution where match is concerned (26 CFR 1.414(v)-1(d)(2)(iii)).
    pub excess_contribution: Cents,
    /// Kept in the plan as a catch-up contribution.
    pub catch_up: Cents,
    /// Already distributed as an excess deferral.
    pub excess_deferral: Cents,
    /// To be distributed, with allocable income.
    pub refund: Cents,
}

/// The whole correction. After it the test is deemed passed and is not run again (26 CFR 1.401(k)-2(b)(4)(iv)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdpCorrection<'a> {
    pub ratio_levelling: RatioLevelling,
    /// The ADP limit of 1.414(v)-1(b)(1)(iii): the most dollars that an employee may keep, in cents, exact.
    pub adp_limit: Option<Fraction>,
    /// In the order of the deferrers, those included who get nothing back.
    pub corrections: Vec<Correction<'a>>,
    /// Excess contributions that are in other plans of the employer.
    pub left_over: Cents,
}

/// Both levellings, then how each employee's share is made good. `deferrers` are all the eligible highly compensated
/// employees, those included who defer nothing.
pub fn correct<'a>(deferrers: &[Deferrer<'a>], comparison: &Comparison) -> AdpCorrection<'a> {
    let lines: Vec<Line<'_>> = deferrers.iter().map(|one| one.line).collect();
    let ratio_levelling = level_ratios(&lines, comparison);
    let contributors: Vec<Contributor<'_>> = deferrers.iter().map(Deferrer::contributor).collect();
    let dollars = level_dollars(&contributors, ratio_levelling.total);
    let corrections = deferrers.iter().zip(&dollars.shares).map(|(one, share)| one.bear(*share)).collect();
    AdpCorrection { ratio_levelling, adp_limit: dollars.level, corrections, left_over: dollars.left_over }
}

impl<'a> Deferrer<'a> {
    /// How an apportioned excess contribution is made good.
    pub fn bear(&self, excess_contribution: Cents) -> Correction<'a> {
        let excess_deferral = excess_contribution.min(self.excess_deferral_distributed);
        let catch_up = (excess_contribution - excess_deferral).min(self.catch_up_left);
        let refund = excess_contribution - excess_deferral - catch_up;
        Correction {
            employee_id: self.line.employee_id,
            excess_contribution,
            catch_up,
            excess_deferral,
            refund,
        }
    }

    fn contributor(&self) -> Contributor<'a> {
        let Line { employee_id, contributions, .. } = self.line;
        Contributor { employee_id, contributions, in_this_plan: self.in_this_plan }
    }
}
