//! Whether employees can contribute enough for the whole safe harbor match, and whether all that they defer is matched.

use super::share_of_pay;
use crate::finding::Finding;
use crate::lower::Election;
use crate::money::Percent;
use crate::plan::deferrals::Deferrals;
use crate::room::match_rates::{Bounds, Terms, first_beyond, service_rows};
use crate::rules::{Facts, Rule};
use crate::syntax::phrase::deferral::Deferral;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::sources::Source;

/// What is stated to keep someone from the whole match. Silence is not asked about: both are restrictions that a plan has to
/// write beside its formula.
pub(super) fn out_of_reach(
    rule: &Rule,
    facts: &Facts<'_>,
    formula: &MatchFormula,
    bounds: Bounds,
) -> Option<Finding> {
    unmatched(rule, facts).or_else(|| capped(rule, facts, formula, bounds))
}

/// Deferrals of a kind that the plan takes and does not match.
fn unmatched(rule: &Rule, facts: &Facts<'_>) -> Option<Finding> {
    let (deferrals, election) = (&facts.plan.deferrals, &facts.plan.matching.sources);
    let sources = election.stated()?;
    let kinds = [("Pre-tax", Source::PreTax, &deferrals.pre_tax), ("Roth", Source::Roth, &deferrals.roth)];
    let (name, _, taken) =
        kinds.into_iter().find(|(_, source, taken)| takes(taken).is_some() && !sources.include(*source))?;
    let message = format!(
        "{name} deferrals are not matched, but a safe harbor match is on all elective contributions, pre-tax and Roth (26 CFR \
         1.401(k)-3(c)(1)-(2), 1.401(k)-6)."
    );
    let finding = rule.finding(election, message, "leaves some deferrals unmatched");
    Some(finding.related(taken.span(), "the plan takes them").help("Match pre-tax and Roth deferrals alike."))
}

/// A limit on deferrals below what the match goes on to.
fn capped(rule: &Rule, facts: &Facts<'_>, formula: &MatchFormula, bounds: Bounds) -> Option<Finding> {
    let (most, election) = most(&facts.plan.deferrals)?;
    let formulas = [formula];
    let gap = service_rows(&formulas).into_iter().find_map(|years_of_service| {
        first_beyond(Terms { formulas: &formulas, years_of_service }, most, bounds)
    })?;
    let message = format!(
        "Employees may defer {most} of pay at most, but the match goes on to {}. A plan may limit deferrals only as far as everyone \
         who is not highly compensated can still receive the whole match (26 CFR 1.401(k)-3(c)(6)(iii)).",
        share_of_pay(gap.contribution, gap.pay)
    );
    let finding = rule.finding(election, message, "too little for the whole match");
    let finding = finding.related(facts.plan.matching.formula.span(), "goes on above it");
    Some(finding.help("Let everyone defer at least as much as the match counts."))
}

/// The largest share of pay that someone may defer in all, where every kind of deferral has a limit; and where it stands.
fn most(deferrals: &Deferrals) -> Option<(Percent, &Election<Deferral>)> {
    // Of a kind that is not stated, nobody knows.
    let [pre_tax, roth] = [deferrals.pre_tax.stated()?, deferrals.roth.stated()?];
    let election = if takes(&deferrals.pre_tax).is_some() { &deferrals.pre_tax } else { &deferrals.roth };
    let mut sum = Percent::ZERO;
    for deferral in [pre_tax, roth].into_iter().filter(|deferral| deferral.allowed.is_yes()) {
        sum = sum + deferral.most?;
    }
    (!sum.is_zero()).then_some((sum, election))
}

fn takes(election: &Election<Deferral>) -> Option<&Deferral> {
    election.stated().filter(|deferral| deferral.allowed.is_yes())
}
