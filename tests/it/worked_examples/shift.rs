//! Examples on contributions that move from one test to the other.

use planlint::money::exact::{Cents, Hundredths};
use planlint::nondiscrimination::comparison::{Comparison, compare, nhce_needed};
use planlint::nondiscrimination::ratio::{Line, group_average};
use planlint::nondiscrimination::shift::{Tests, Whose, available, smallest};
use serde_json::{Map, Value, json};

use super::acp::acp_line;
use super::adp::{line, passing_prong};
use super::example::Facts;

/// Elective contributions of single employees, in dollars.
pub fn elective(example: Facts<'_>) -> Value {
    let shifted = |one: &Facts<'_>| {
        let path = format!("plan_facts.shift_elective_to_acp.{}", one.id());
        example.find(&path).map_or(Cents::ZERO, Facts::as_cents)
    };
    let adp = |hce| -> Vec<Line<'_>> {
        example.group(hce).into_iter().map(|one| line(one, one.cents("elective") - shifted(&one))).collect()
    };
    let acp = |hce| -> Vec<Line<'_>> {
        example.group(hce).into_iter().map(|one| acp_line(one, one.cents("match") + shifted(&one))).collect()
    };
    let test = |lines: [Vec<Line<'_>>; 2]| {
        compare(group_average(&lines[0]).expect("HCEs"), group_average(&lines[1]).expect("NHCEs"))
    };
    let ratios = adp(false).into_iter().map(|line| (line.employee_id.to_owned(), json!(line.ratio)));
    let ratios: Map<_, _> = ratios.collect();
    let (adp, acp) = (test([adp(true), adp(false)]), test([acp(true), acp(false)]));
    json!({
        "hce_adp_pct": adp.hce, "nhce_adp_pct_excluding_shifted": adp.nhce, "adp_passes": adp.passes(),
        "nhce_adrs_pct": ratios,
        "hce_acp_pct": acp.hce, "nhce_acp_pct": acp.nhce, "acp_passes": acp.passes(),
    })
}

/// Points of whole groups.
pub fn points(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    if let Some(adp) = facts.find("adp_after_refund") {
        let adp = averages(adp);
        let most = available(&adp, Whose::BothGroups).expect("the ADP test passes");
        let left = (adp.hce - most, adp.nhce - most);
        return json!({ "borrow_pct": most, "adp_left": { "hce_pct": left.0, "nhce_pct": left.1 } });
    }
    let tests = Tests { adp: averages(facts.at("adp")), acp: averages(facts.at("acp")) };
    let shift = smallest(&tests, Whose::NhcesOnly).expect("a shift");
    json!({
        "acp_before_passes": tests.acp.passes(), "nhce_adp_needed_pct": nhce_needed(tests.adp.hce),
        "available_to_shift_pct": available(&tests.adp, Whose::NhcesOnly), "shift_needed_pct": shift.points,
        "nhce_acp_after_pct": shift.after.acp.nhce,
        "acp_limit_after_pct": shift.after.acp.limit.exact.to_percent(),
        "acp_after_passes": shift.after.acp.passes(), "nhce_adp_after_pct": shift.after.adp.nhce,
        "adp_after_passes": shift.after.adp.passes(),
    })
}

fn averages(facts: Facts<'_>) -> Comparison {
    compare(facts.percent("hce_pct"), facts.percent("nhce_pct"))
}

/// QMACs that count in the ADP test, and leave the ACP test.
pub fn qmac(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let share = |group: &str, of: &str| facts.percent(&format!("group_pct.{group}.{of}"));
    let moved = facts.percent("qmac_pct_moved_to_adp_nhce");
    let before = compare(share("hce", "elective"), share("nhce", "elective"));
    let adp = compare(before.hce, before.nhce + moved);
    let matching =
        |group: &str, less: Hundredths| share(group, "match_nonqmac") + share(group, "qmac") - less;
    let acp = compare(matching("hce", Hundredths::ZERO), matching("nhce", moved));
    json!({
        "before": { "hce_adp_pct": before.hce, "nhce_adp_pct": before.nhce, "adp_passes": before.passes() },
        "after": {
            "hce_adp_pct": adp.hce, "nhce_adp_pct": adp.nhce, "adp_passes": adp.passes(),
            "adp_prong": passing_prong(adp.hce, adp.nhce),
            "hce_acp_pct": acp.hce, "nhce_acp_pct": acp.nhce, "acp_passes": acp.passes(),
        },
    })
}
