//! Examples on the two levellings of excess contributions and excess aggregate contributions.

use planlint::money::exact::{Cents, Hundredths};
use planlint::nondiscrimination::comparison::{Comparison, compare, nhce_needed};
use planlint::nondiscrimination::correction_adp::{AdpCorrection, Deferrer, correct};
use planlint::nondiscrimination::levelling::{Contributor, level_dollars, level_ratios};
use planlint::nondiscrimination::ratio::{Line, group_average};
use serde_json::{Map, Value, json};

use super::adp::line;
use super::example::Facts;

pub fn adp(example: Facts<'_>) -> Value {
    let lines = lines(example, "elective");
    let correction = corrected(example, &lines);
    let catch_up = by_employee(&lines, correction.corrections.iter().map(|one| one.catch_up).collect());
    let apportioned =
        by_employee(&lines, correction.corrections.iter().map(|one| one.excess_contribution).collect());
    let total = correction.ratio_levelling.total;
    json!({
        "hce_adp_pct": group_average(&lines),
        "step1_reductions": by_employee(&lines, correction.ratio_levelling.reductions.clone()),
        "highest_permitted_adr_pct": correction.ratio_levelling.highest_permitted.map(|highest| highest.to_percent()),
        "total_excess": total,
        "total_excess_by_regulation": total,
        "apportioned": apportioned,
        "apportioned_by_regulation": apportioned,
        "catch_up": catch_up,
    })
}

/// After the correction period: the refund with its earnings, and as much for the others (Rev. Proc. 2021-30,
/// appendix B, 2.01(1)(b)).
pub fn one_to_one(example: Facts<'_>) -> Value {
    let lines = lines(example, "elective");
    let correction = corrected(example, &lines);
    let distributed: Vec<Cents> = correction
        .corrections
        .iter()
        .map(|one| one.refund + example.cents(&format!("plan_facts.earnings.{}", one.employee_id)))
        .collect();
    let mut out = adp(example);
    out["hce_limit_pct"] = json!(comparison(example, &lines).limit.exact.to_percent());
    out["corrective_contribution"] = json!(distributed.iter().copied().sum::<Cents>());
    out["distributed"] = by_employee(&lines, distributed);
    out
}

pub fn acp(example: Facts<'_>) -> Value {
    let lines = lines(example, "acp_contrib");
    let ratios = level_ratios(&lines, &comparison(example, &lines));
    let contributor = |line: &Line<'_>| (line.contributions, line.contributions);
    let contributors: Vec<Contributor<'_>> = lines
        .iter()
        .map(|line| {
            let (contributions, in_this_plan) = contributor(line);
            Contributor { employee_id: line.employee_id, contributions, in_this_plan }
        })
        .collect();
    let dollars = level_dollars(&contributors, ratios.total);
    json!({
        "hce_acp_pct": group_average(&lines),
        "step1_reductions": by_employee(&lines, ratios.reductions),
        "highest_permitted_acr_pct": ratios.highest_permitted.map(|highest| highest.to_percent()),
        "total_excess": ratios.total,
        "apportioned": by_employee(&lines, dollars.shares),
    })
}

fn lines<'a>(example: Facts<'a>, contributions: &str) -> Vec<Line<'a>> {
    example.employees().into_iter().map(|one| line(one, one.cents(contributions))).collect()
}

fn corrected<'a>(example: Facts<'a>, lines: &[Line<'a>]) -> AdpCorrection<'a> {
    let deferrers: Vec<Deferrer<'_>> = example
        .employees()
        .into_iter()
        .zip(lines)
        .map(|(employee, line)| Deferrer {
            line: *line,
            in_this_plan: line.contributions,
            catch_up_left: if employee.yes("age_50") {
                example.cents("plan_facts.catch_up_limit")
            } else {
                Cents::ZERO
            },
            excess_deferral_distributed: Cents::ZERO,
        })
        .collect();
    correct(&deferrers, &comparison(example, lines))
}

/// The test that failed: an example states the other group's average, or the limit that comes from it.
fn comparison(example: Facts<'_>, lines: &[Line<'_>]) -> Comparison {
    let facts = example.at("plan_facts");
    let stated = facts
        .find("nhce_adp_pct")
        .or_else(|| facts.find("nhce_acp_pct"))
        .map(|average| Hundredths(average.as_cents().0));
    let nhce = stated.unwrap_or_else(|| nhce_needed(facts.percent("hce_limit_pct")));
    compare(group_average(lines).expect("highly compensated employees"), nhce)
}

fn by_employee(lines: &[Line<'_>], amounts: Vec<Cents>) -> Value {
    let named = lines.iter().zip(amounts).map(|(line, amount)| (line.employee_id.to_owned(), json!(amount)));
    named.collect::<Map<_, _>>().into()
}
