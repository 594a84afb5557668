//! `acp-fails-without-nhce-after-tax`: only the highly compensated contribute after tax, and the ACP test says no.

use rust_decimal::Decimal;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::{Missing, Truth};
use crate::money::Percent;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::TestMethod;
use crate::plan::workforce::WORKFORCE;
use crate::rules::facts::{AcpOutlook, Counted, NhceFigure, Projection};
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "acp-fails-without-nhce-after-tax",
    group: Group::MegaBackdoor,
    summary: "ACP projection with no NHCE after-tax",
    severity: Severity::Error,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 401(m)(2)(A), (m)(3)",
        "IRC 401(k)(3)(E)",
        "IRC 401(a)(5)(G)",
        "IRC 403(b)(12)(A)(i)",
        "26 CFR 1.401(m)-2(a)(1)(ii), (a)(5)(iv), (a)(6)(ii), (c)(2)",
        "26 CFR 1.403(b)-5(a)(5), (d)",
    ],
    page: include_str!("acp_fails_without_nhce_after_tax.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    // Half a point of pay: the highly compensated could average one.
    let next_to_nothing = Percent::new(Decimal::new(5, 1));
    match facts.acp_outlook()? {
        AcpOutlook::NotTested => Ok(Outcome::NotApplicable),
        AcpOutlook::Passes => Ok(Outcome::Pass),
        AcpOutlook::Fails(projection) if projection.after_tax.nhce < next_to_nothing => {
            report(facts, &projection)
        }
        // A test that others' after-tax contributions do not carry far enough is no matter of their absence.
        AcpOutlook::Fails(_) => Ok(Outcome::NotApplicable),
    }
}

fn report(facts: &Facts<'_>, projection: &Projection) -> Judgement {
    let Projection { hce, limit, after_tax, .. } = projection;
    let consequence =
        if limit.is_zero() { ", so that every dollar of theirs would have to go back" } else { "" };
    let message = format!(
        "The ACP test for {} is likely to fail: {}, highly compensated employees come to {hce} of pay against a limit of \
         {limit} (IRC 401(m)(2)(A)){consequence}. The others average {} after tax.{}",
        facts.plan.year,
        projection.counted.in_words(),
        after_tax.nhce,
        nhce_figure(projection),
    );
    let plan = facts.plan;
    let groups = &plan.workforce.groups;
    let on_side = |side: Truth| groups.iter().find(move |group| group.is_hce() == side);
    let by_nhces = on_side(Truth::No).map(|group| (group, after_tax.nhce));
    let by_hces = on_side(Truth::Yes).map(|group| (group, after_tax.hce));
    let label = |average: Percent| format!("{average} of pay after tax on average");
    let Some((group, average)) = by_nhces.or(by_hces) else {
        return Err(Missing { elections: vec![WORKFORCE] });
    };
    let mut finding = RULE.finding(&group.group.after_tax_participation, message, label(average));
    finding = finding.help(help(facts, projection));
    if plan.testing.acp.stated() == Some(&TestMethod::NotTested) {
        finding = finding.related(plan.testing.acp.span(), "after-tax contributions are tested all the same");
    }
    if let Some((group, average)) = by_hces.filter(|_| by_nhces.is_some()) {
        finding = finding.related(group.group.after_tax_participation.span(), label(average));
    }
    Outcome::fail(match projection.counted {
        Counted::AfterTaxAlone => finding,
        // A match reckoned from averages is an estimate, not arithmetic.
        Counted::MatchAbove(_) => finding.severity(Severity::Warning),
    })
}

fn nhce_figure(projection: &Projection) -> String {
    match projection.nhce_figure {
        NhceFigure::Current => String::new(),
        NhceFigure::Prior => format!(" Their figure in the test is last year's {}.", projection.nhce),
        NhceFigure::First | NhceFigure::FirstElected => {
            format!(" Their figure in the first year is {} (IRC 401(m)(3), 401(k)(3)(E)).", projection.nhce)
        }
    }
}

fn help(facts: &Facts<'_>, projection: &Projection) -> String {
    let plan = facts.plan;
    let is_safe_harbor = plan.safe_harbor.kind.is(|kind| *kind != SafeHarborType::None);
    let has_more_match = plan.matching.formula.stated() != Some(&MatchFormula::None)
        && projection.counted != Counted::MatchAbove(Percent::ZERO);
    // 26 CFR 1.401(m)-2(a)(6)(ii): deferrals of an arrangement that runs the ADP test, never those of a 403(b).
    let may_shift = plan.identity.plan_type.stated() == Some(&PlanType::Traditional401k)
        && projection.nhce_figure == NhceFigure::Current;
    let first = match is_safe_harbor {
        Truth::Yes if has_more_match => "Count all match in the test if that passes, cap",
        Truth::No if may_shift => "Count deferrals of the others that the ADP test can spare, cap",
        Truth::Yes | Truth::No | Truth::Unknown(_) => "Cap",
    };
    format!(
        "{first} the after-tax contributions of highly compensated employees, fund a QNEC, see what the top-paid group \
         election changes, win others over to contribute, or drop the feature."
    )
}
