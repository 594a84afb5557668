//! Examples on the ACP test, its corrections and the match that goes with them.

use planlint::money::exact::{Cents, Fraction, Hundredths};
use planlint::nondiscrimination::comparison::{compare, limit};
use planlint::nondiscrimination::correction_acp::sources::{
    MatchTier, SourceOrder, effective_rate, match_on, match_to_forfeit,
};
use planlint::nondiscrimination::correction_acp::{self, Holder, Vesting};
use planlint::nondiscrimination::disproportionate_match::{
    AtYearEnd, Matched, Rated, countable, representative_rate,
};
use planlint::nondiscrimination::excess_deferral::left_to_distribute;
use planlint::nondiscrimination::levelling::level_ratios;
use planlint::nondiscrimination::ratio::{Line, group_average};
use serde_json::{Value, json};

use super::adp::{line, passing_prong, prong_limit};
use super::example::Facts;

/// Ratios of whole groups.
pub fn of_groups(example: Facts<'_>) -> Value {
    let sum = |group: &str| {
        let shares = example.members(&format!("plan_facts.group_pct.{group}"));
        Hundredths(shares.iter().map(|(_, share)| share.as_cents().0).sum())
    };
    let (hce, nhce) = (sum("hce"), sum("nhce"));
    json!({
        "hce_acp_pct": hce, "nhce_acp_pct": nhce, "limit_125_pct_shown": prong_limit(nhce, 0),
        "limit_2x_pct": prong_limit(nhce, 1), "limit_plus2_pct": prong_limit(nhce, 2),
        "passes": compare(hce, nhce).passes(), "prong": passing_prong(hce, nhce),
    })
}

/// After-tax and matching contributions of an employee.
pub fn acp_line<'a>(employee: Facts<'a>, matching: Cents) -> Line<'a> {
    line(employee, employee.cents("after_tax") + matching)
}

/// A group of one on each side, and what goes back.
pub fn test(example: Facts<'_>) -> Value {
    let lines = |hce| -> Vec<Line<'_>> {
        example.group(hce).into_iter().map(|one| acp_line(one, one.cents("match"))).collect()
    };
    let (hces, nhces) = (lines(true), lines(false));
    let comparison = compare(group_average(&hces).expect("HCEs"), group_average(&nhces).expect("NHCEs"));
    let holders: Vec<Holder<'_>> =
        example.group(true).into_iter().zip(&hces).map(|(one, line)| holder(one, *line)).collect();
    let correction = correction_acp::correct(&holders, &comparison, SourceOrder::AfterTaxFirst, &[]);
    json!({
        "hce_acp_pct": comparison.hce, "nhce_acp_pct": comparison.nhce,
        "limit_pct": comparison.limit.exact.to_percent(), "passes": comparison.passes(),
        "refund_owner": correction.corrections[0].after_tax,
    })
}

fn holder<'a>(employee: Facts<'a>, line: Line<'a>) -> Holder<'a> {
    let (after_tax, matching) = (employee.cents("after_tax"), employee.cents("match"));
    Holder { line, after_tax, matching, vesting: Vesting::ProRata(Hundredths::percent(100)) }
}

pub fn disproportionate_match(example: Facts<'_>) -> Value {
    let nhces = example.group(false);
    let matched: Vec<Matched> = nhces.iter().map(|one| matched(*one)).collect();
    let rate = representative_rate(&matched);
    let all: Vec<Line<'_>> = nhces.iter().map(|one| acp_line(*one, one.cents("match"))).collect();
    // Elective contributions that are shifted count beside the match that counts.
    let shifted = |one: &Facts<'_>| example.find(&format!("plan_facts.shift_elective_to_acp.{}", one.id()));
    let counted = |(one, matched): (&Facts<'_>, &Matched)| {
        let shifted = shifted(one).map_or(Cents::ZERO, Facts::as_cents);
        countable(matched, rate) + shifted
    };
    let with_shift: Vec<Cents> = nhces.iter().zip(&matched).map(counted).collect();
    let lines: Vec<Line<'_>> =
        nhces.iter().zip(&with_shift).map(|(one, amount)| acp_line(*one, *amount)).collect();
    let hces: Vec<Line<'_>> =
        example.group(true).into_iter().map(|one| acp_line(one, one.cents("match"))).collect();
    let comparison = compare(group_average(&hces).expect("HCEs"), group_average(&lines).expect("NHCEs"));
    let e = nhces.iter().position(|one| one.id() == "E").expect("E");
    let everything: Vec<Line<'_>> = all
        .iter()
        .zip(&nhces)
        .map(|(line, one)| {
            let shifted = shifted(one).map_or(Cents::ZERO, Facts::as_cents);
            line.with_contributions(line.contributions + shifted).expect("pay")
        })
        .collect();
    json!({
        "nhce_acp_if_all_counted_pct": group_average(&everything),
        "representative_matching_rate_pct": rate.map(Fraction::to_percent),
        "countable_match_E": countable(&matched[e], rate), "acr_E_counted_pct": lines[e].ratio,
        "nhce_acp_pct": comparison.nhce, "hce_acp_pct": comparison.hce, "passes": comparison.passes(),
    })
}

fn matched(employee: Facts<'_>) -> Matched {
    Matched {
        compensation: employee.cents("comp"),
        contributions: employee.cents("elective"),
        matching: employee.cents("match"),
        rated: Rated::ByAmounts,
        at_year_end: AtYearEnd::Employed,
    }
}

/// Excess contributions that become after-tax contributions of the ACP test.
pub fn recharacterize(example: Facts<'_>) -> Value {
    let employee = example.employees()[0];
    let adp = [line(employee, employee.cents("elective"))];
    let adp_test = compare(adp[0].ratio, example.percent("plan_facts.nhce_adp_pct"));
    let recharacterized = level_ratios(&adp, &adp_test).total;
    let acp = [line(employee, employee.cents("match") + recharacterized)];
    let acp_test = compare(acp[0].ratio, example.percent("plan_facts.nhce_acp_pct"));
    json!({
        "hce_adr_limit_pct": adp_test.limit.exact.to_percent(), "recharacterized": recharacterized,
        "acr_after_recharacterization_pct": acp[0].ratio, "acr_limit_pct": acp_test.limit.exact.to_percent(),
        "excess_aggregate": level_ratios(&acp, &acp_test).total,
    })
}

pub fn excess_deferral_after_recharacterization(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let left = left_to_distribute(facts.cents("excess_deferral"), facts.cents("recharacterized_before"));
    json!({ "excess_deferral_to_distribute": left })
}

/// Unmatched after-tax contributions first, then matched ones with their match.
pub fn sources(example: Facts<'_>) -> Value {
    let employee = example.employees()[0];
    let line = acp_line(employee, employee.cents("match"));
    let tiers = tiers(example, line.compensation);
    let comparison = compare(line.ratio, example.percent("plan_facts.nhce_acp_pct"));
    let one = holder(employee, line);
    let correction = correction_acp::correct(&[one], &comparison, SourceOrder::AfterTaxFirst, &tiers);
    let taken = correction.corrections[0];
    let width: Cents = tiers.iter().map(|tier| tier.width).sum();
    let unmatched = one.after_tax.less(width);
    let left = (one.after_tax - taken.after_tax, one.matching - taken.match_vested);
    assert_eq!(match_on(left.0, &tiers), left.1, "the rate of match that is left");
    let percent = |amount: Cents| amount.ratio_of(line.compensation);
    assert_eq!(limit(comparison.nhce).exact, Fraction::whole(example.percent("plan_facts.acr_limit_pct").0));
    json!({
        "excess_aggregate": taken.excess_aggregate_contribution, "distribute_after_tax_unmatched": unmatched,
        "distribute_after_tax_matched": taken.after_tax - unmatched, "distribute_related_match": taken.match_vested,
        "remaining_after_tax_pct": percent(left.0), "remaining_match_pct": percent(left.1),
        "remaining_acr_pct": percent(left.0 + left.1),
    })
}

fn tiers(example: Facts<'_>, compensation: Cents) -> Vec<MatchTier> {
    let tier = |tier: Facts<'_>| {
        let share =
            tier.find("of_first_pct").or_else(|| tier.find("of_next_pct")).expect("a band").as_cents();
        let width = Cents(compensation.times(Hundredths(share.0)).rounded_half_up());
        MatchTier { rate: tier.percent("rate_pct"), width }
    };
    example.list("plan_facts.match_tiers").into_iter().map(tier).collect()
}

/// The match on elective contributions that have gone back.
pub fn forfeiture(example: Facts<'_>) -> Value {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let elective_left = employee.cents("elective") - facts.cents("excess_contribution_distributed");
    let match_left = employee.cents("match") - facts.cents("excess_aggregate_distributed");
    let tiers = [MatchTier { rate: facts.percent("match_rate_pct"), width: employee.cents("elective") }];
    // The source cuts the rate to whole percent.
    let rate = effective_rate(match_left, elective_left).map(|rate| rate.floor() / 100);
    json!({
        "elective_left": elective_left, "match_left": match_left, "effective_match_rate_pct": rate,
        "match_to_forfeit": match_to_forfeit(match_left, elective_left, &tiers),
    })
}
