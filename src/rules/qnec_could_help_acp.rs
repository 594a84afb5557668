//! `qnec-could-help-acp`: a test that fails, and money that the plan does not let help.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::Missing;
use crate::money::Percent;
use crate::money::exact::Hundredths;
use crate::nondiscrimination::comparison;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::{QnecUse, TestMethod};
use crate::rules::facts::{AcpOutlook, NhceFigure, Projection};
use rust_decimal::Decimal;

pub const RULE: Rule = Rule {
    name: "qnec-could-help-acp",
    group: Group::Nondiscrimination,
    summary: "Helper contributions for ACP",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["IRC 401(m)(3)", "26 CFR 1.401(m)-2(a)(6)(ii), (v)-(vi)", "26 CFR 1.401(m)-2(c)(3)"],
    page: include_str!("qnec_could_help_acp.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let next_to_nothing = Percent::new(Decimal::new(5, 1));
    let projection = match facts.acp_outlook()? {
        AcpOutlook::NotTested => return Ok(Outcome::NotApplicable),
        AcpOutlook::Passes => return Ok(Outcome::Pass),
        // `acp-fails-without-nhce-after-tax` reports it, and says what helps.
        AcpOutlook::Fails(projection) if projection.after_tax.nhce < next_to_nothing => {
            return Ok(Outcome::NotApplicable);
        }
        AcpOutlook::Fails(projection) => projection,
    };
    // Last year's figure, or the 3% of a first year, cannot be lifted any more.
    match projection.nhce_figure {
        NhceFigure::Current | NhceFigure::FirstElected => {}
        NhceFigure::Prior | NhceFigure::First => return Ok(Outcome::NotApplicable),
    }
    Outcome::settled([qnec(facts, &projection), shift(facts)])
}

fn qnec(facts: &Facts<'_>, projection: &Projection) -> Result<Option<Finding>, Missing> {
    let election = &facts.plan.testing.qnec;
    match election.known()? {
        QnecUse::Acp | QnecUse::Either => return Ok(None),
        QnecUse::None | QnecUse::Adp => {}
    }
    let needed = Percent::from(comparison::nhce_needed(Hundredths::rounded(projection.hce)));
    let message = format!(
        "The ACP test for {} is likely to fail: highly compensated employees come to {} of pay, the others to \
         {}, and would need {}. The plan allows no QNECs in that test, which could make up the difference (26 \
         CFR 1.401(m)-2(a)(6)).",
        facts.plan.year,
        projection.hce.round_to_hundredth(),
        projection.nhce.round_to_hundredth(),
        needed.round_to_hundredth()
    );
    let help = "Let the employer make QNECs that count in the ACP test. For each employee they count up to 5% \
                of pay, or twice the representative rate if that is more.";
    Ok(Some(RULE.finding(election, message, "no QNECs in the ACP test").help(help)))
}

/// Deferrals help only where they must pass the ADP test, and both tests run by one method.
fn shift(facts: &Facts<'_>) -> Result<Option<Finding>, Missing> {
    let testing = &facts.plan.testing;
    let (adp, acp) = (*testing.adp.known()?, *testing.acp.known()?);
    if adp == TestMethod::NotTested
        || adp != acp
        || *facts.plan.safe_harbor.kind.known()? != SafeHarborType::None
    {
        return Ok(None);
    }
    if testing.shift_deferrals.is_yes().known()? {
        return Ok(None);
    }
    let message = "The ACP test is likely to fail, and the plan does not let deferrals that the ADP test can \
                   spare count in it (26 CFR 1.401(m)-2(a)(6)(ii)).";
    let finding = RULE.finding(&testing.shift_deferrals, message, "no shift");
    Ok(Some(finding.help(
        "Allow deferrals to be counted in the ACP test, as far as the ADP test passes with and without them.",
    )))
}
