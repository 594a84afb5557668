//! Who waits longer for safe harbor money than the law lets anyone wait, or longer than for deferrals.

use super::RULE;
use crate::finding::{Finding, Severity};
use crate::lower::{Election, Missing};
use crate::nondiscrimination::entry::{AGE_21, Wait, YEAR, waits};
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::{OtherwiseExcludable, TestMethod};
use crate::rules::Facts;
use crate::syntax::phrase::condition::{Eligibility, Group};

/// What is wrong with the conditions to come in to safe harbor money.
pub(super) fn waiting(facts: &Facts<'_>, design: SafeHarborType) -> Result<Option<Finding>, Missing> {
    let eligibility = &facts.plan.eligibility;
    let election = if design.is_match() {
        &eligibility.matching
    } else if facts.nonelective_is_safe_harbor_money().is_yes() {
        &eligibility.nonelective
    } else {
        // The section speaks of other money, and for that of the safe harbor there is no election.
        return Ok(None);
    };
    match election.known()? {
        // What holds for deferrals is `eligibility-beyond-law`.
        Eligibility::SameAsDeferrals => return Ok(None),
        Eligibility::When { group: Group::HcesOnly, .. } => return Ok(Some(for_hces_only(facts, election))),
        Eligibility::When { group: Group::Everyone | Group::NhcesOnly, .. } => {}
    }
    let ways = waits(facts.plan, election)?;
    // More than two years are too much for any money, which `eligibility-beyond-law` reports.
    let beyond = |months| !ways.is_empty() && ways.iter().all(|wait: &Wait| wait.exceeds(months));
    if beyond(2 * YEAR) {
        return Ok(None);
    }
    if beyond(YEAR) {
        return Ok(Some(more_than_a_year(facts, election)));
    }
    Ok(outside(facts, election, &ways))
}

fn for_hces_only(facts: &Facts<'_>, election: &Election<Eligibility>) -> Finding {
    let message = "Only highly compensated employees come in to the safe harbor money, but every eligible employee who is not \
                   highly compensated must get it (26 CFR 1.401(k)-3(b)(1), (c)(1)).";
    let finding = RULE.finding(election, message, "leaves out those to whom it is owed");
    let finding = finding.related(facts.plan.safe_harbor.kind.span(), "the design");
    finding.help("Give it to everyone who may defer; highly compensated employees may be left out.")
}

fn more_than_a_year(facts: &Facts<'_>, election: &Election<Eligibility>) -> Finding {
    let message = "Safe harbor money takes more than one year of service. Whoever may defer must get it, and only employees under 21 \
                   or with less than a year of service can be taken for a plan of their own (26 CFR 1.401(k)-3(b)(1), (c)(1), \
                   1.401(k)-1(b)(4)(vi); IRC 410(b)(4)(B)). The two years of IRC 410(a)(1)(B)(i) are for other money.";
    let finding = RULE.finding(election, message, "more than a year");
    let finding = finding.related(facts.plan.safe_harbor.kind.span(), "the design");
    finding.help("Ask for age 21 and one year of service at most, or `same as deferrals`.")
}

/// Those who defer before they come in to safe harbor money are no part of the safe harbor: where the plan says that it
/// tests nobody, that is worth a word.
fn outside(facts: &Facts<'_>, election: &Election<Eligibility>, ways: &[Wait]) -> Option<Finding> {
    let testing = &facts.plan.testing;
    let deferrals = waits(facts.plan, &facts.plan.eligibility.deferrals).ok()?;
    let comes_later = |wait: &Wait| {
        let after = |other: &Wait| wait.half_years > other.half_years || wait.months > other.months;
        wait.half_years <= AGE_21 && deferrals.iter().any(after)
    };
    let is_told = testing.otherwise_excludable.stated() == Some(&OtherwiseExcludable::Separate);
    if is_told || testing.adp.stated() != Some(&TestMethod::NotTested) || !ways.iter().all(comes_later) {
        return None;
    }
    let message = "Some employees may defer before they come in to safe harbor money. They are outside the safe harbor: their \
                   deferrals are tested (ADP) as a plan of their own (26 CFR 1.401(k)-1(b)(4)(vi), 1.401(k)-3(h)(3)), which \
                   passes unless highly compensated employees are among them.";
    let finding = RULE.finding(election, message, "later than deferrals").severity(Severity::Advice);
    let finding = finding.related(facts.plan.eligibility.deferrals.span(), "deferrals");
    let finding = finding.related(testing.adp.span(), "nobody is tested");
    Some(finding.help(
        "Test those with less than age 21 and a year of service apart each year, and state `testing.otherwise-excludable: separate`; \
         or let safe harbor money begin with deferrals.",
    ))
}
