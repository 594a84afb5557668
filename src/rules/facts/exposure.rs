//! What an estimate on the plan's `workforce` says, made once for all rules, and only where one asks.

use std::cell::OnceCell;

use super::Facts;
use super::acp_outlook::{AcpOutlook, Counted, NhceFigure, Projection};
use crate::estimate::cell::Judged;
use crate::estimate::{Outlook, outlook};
use crate::lower::{Missing, Truth};
use crate::money::Percent;
use crate::nondiscrimination::estimate::AfterTaxExposure;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::testing::results::{MatchIn, Status};

/// The estimate of one plan.
#[derive(Debug, Default)]
pub struct Exposures(OnceCell<Option<Outlook>>);

/// A check waits for no estimate on more people than these: `planlint estimate` does.
const MOST_PEOPLE: u64 = 10_000;

impl Facts<'_> {
    /// What an estimate says of both tests; `None` where the plan describes no people, or not enough of them.
    pub fn exposure(&self) -> Option<&Outlook> {
        let make = || {
            let groups = &self.plan.workforce.groups;
            let people: Option<u64> =
                groups.iter().map(|group| group.group.count.stated().map(|count| u64::from(*count))).sum();
            let is_fit = !groups.is_empty() && people.is_some_and(|people| people <= MOST_PEOPLE);
            // Of a plan that may be exempt an estimate would speak of a test that nobody has to run.
            let is_tested = self.is_governmental() == Truth::No || self.is_acp_tested() == Truth::Yes;
            if is_fit && is_tested { outlook(self.plan, self.law) } else { None }
        };
        self.exposures?.0.get_or_init(make).as_ref()
    }

    /// Would the ACP test pass with the match counted that the plan leaves out, while it fails without? Both, then.
    pub fn match_would_mend(&self) -> Option<(&Judged, &Judged)> {
        let outlook = self.exposure()?;
        let counted = outlook.with_match.as_ref()?;
        let is_mended = outlook.cell.acp.status == Status::Fail && counted.status == Status::Pass;
        is_mended.then_some((&outlook.cell.acp, counted))
    }

    /// How both tests come out on the plan's `workforce`, as a sentence to stand behind another; nothing where that is
    /// not known.
    pub fn by_workforce(&self) -> String {
        let Some(outlook) = self.exposure() else { return String::new() };
        let told = [("ADP", &outlook.cell.adp), ("ACP", &outlook.cell.acp)];
        let told: Vec<String> = told.into_iter().filter_map(|(test, judged)| told_of(test, judged)).collect();
        if told.is_empty() {
            String::new()
        } else {
            format!(" By the plan's `workforce`, {}.", told.join(", and "))
        }
    }
}

/// What the test on each person of the groups says, where it can be run: a match with a cap averages as it will in it, and
/// not as it would at the average. Without it the averages have to do.
pub(super) fn acp_outlook(
    facts: &Facts<'_>,
    after_tax: AfterTaxExposure,
    by_averages: &Result<AcpOutlook, Missing>,
) -> Option<AcpOutlook> {
    let judged = &facts.exposure()?.cell.acp;
    let found = judged.comparison?;
    match judged.status {
        Status::Pass => Some(AcpOutlook::Passes),
        Status::Fail => {
            let is_match_in = facts.plan.matching.formula.stated() != Some(&MatchFormula::None)
                && judged.with_match != Some(MatchIn::LeftOut);
            let counted =
                if is_match_in { Counted::MatchAbove(Percent::ZERO) } else { Counted::AfterTaxAlone };
            let (counted, nhce_figure) = match by_averages {
                Ok(AcpOutlook::Fails(projection)) => (projection.counted, projection.nhce_figure),
                Ok(AcpOutlook::NotTested | AcpOutlook::Passes) | Err(_) => (counted, NhceFigure::Current),
            };
            let [hce, nhce] = [found.hce, found.nhce].map(Percent::from);
            let limit = found.limit.exact.to_percent();
            Some(AcpOutlook::Fails(Projection { hce, nhce, limit, counted, nhce_figure, after_tax }))
        }
        Status::NotRequired | Status::Unknown => None,
    }
}

fn told_of(test: &str, judged: &Judged) -> Option<String> {
    let comparison = judged.comparison.as_ref()?;
    let word = match judged.status {
        Status::Pass => "passes",
        Status::Fail => "fails",
        Status::NotRequired | Status::Unknown => return None,
    };
    let hce = Percent::from(comparison.hce);
    Some(format!(
        "the {test} test {word} with {hce} of pay against a limit of {}",
        comparison.limit.exact.to_percent()
    ))
}
