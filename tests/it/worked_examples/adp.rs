//! Examples on deferral ratios and the ADP test itself.

use planlint::money::exact::{Cents, Fraction, Hundredths};
use planlint::nondiscrimination::catch_up::{Limits, reclassify};
use planlint::nondiscrimination::comparison::prongs;
use planlint::nondiscrimination::excess_deferral::{Status, counted_in_adr};
use planlint::nondiscrimination::ratio::{self, Groups, Line, Outcome};
use serde_json::{Map, Value, json};

use super::example::Facts;

/// An employee whose pay and elective contributions, or whose ratio alone, an example states.
pub fn line<'a>(employee: Facts<'a>, contributions: Cents) -> Line<'a> {
    Line::new(employee.id(), contributions, employee.cents("comp"), Cents(i64::MAX)).expect("pay")
}

fn stated_or_reckoned<'a>(employee: Facts<'a>) -> Line<'a> {
    match employee.find("comp") {
        Some(_) => line(employee, employee.cents("elective")),
        None => {
            // An example that states ratios alone: out of pay of $10,000.
            let contributions = Cents(employee.percent("adr_pct").0 * 100);
            Line::new(employee.id(), contributions, Cents::dollars(10_000), Cents(i64::MAX)).expect("pay")
        }
    }
}

pub fn group_average(example: Facts<'_>) -> Value {
    let lines: Vec<Line<'_>> = example.employees().into_iter().map(stated_or_reckoned).collect();
    json!({ "adp_pct": ratio::group_average(&lines) })
}

pub fn test(example: Facts<'_>) -> Value {
    let lines = |hce| example.group(hce).into_iter().map(stated_or_reckoned).collect();
    let groups = Groups { hces: lines(true), nhces: lines(false) };
    let outcome = if example.yes("plan_facts.use_3pct") {
        ratio::test_against(&groups.hces, Hundredths::percent(3))
    } else {
        ratio::test(&groups)
    };
    described(outcome)
}

/// A test in the members that examples use.
pub fn described(outcome: Outcome) -> Value {
    let Outcome::Compared(comparison) = outcome else {
        return json!({ "passes": outcome.passes(), "reason": DEEMED });
    };
    let (hce, nhce) = (comparison.hce, comparison.nhce);
    json!({
        "hce_adp_pct": hce,
        "nhce_adp_pct": nhce,
        "limit_125_pct": prong_limit(nhce, 0),
        "limit_125_pct_shown": prong_limit(nhce, 0),
        "limit_2x_pct": prong_limit(nhce, 1),
        "limit_plus2_pct": prong_limit(nhce, 2),
        "limit_pct": comparison.limit.exact.to_percent(),
        "passes": outcome.passes(),
        "prong": passing_prong(hce, nhce),
    })
}

const DEEMED: &str = "no eligible NHCEs in the applicable year -> deemed satisfied";

/// A prong as the regulation displays it, rounded half up.
pub fn prong_limit(nhce: Hundredths, prong: usize) -> Hundredths {
    Hundredths(prongs(nhce)[prong].exact.rounded_half_up())
}

/// The prong by which a test passes, 1.25 times first, as the examples of the regulations try them.
pub fn passing_prong(hce: Hundredths, nhce: Hundredths) -> &'static str {
    if Fraction::whole(hce.0) <= prongs(nhce)[0].exact { "1.25x" } else { "2pt/2x" }
}

pub fn ratios(example: Facts<'_>) -> Value {
    let of = |employee: Facts<'_>| {
        let ratios = if employee.find("monthly").is_some() {
            months(employee)
        } else if employee.find("elective_by_plan").is_some() || employee.find("after_tax_by_plan").is_some()
        {
            ratio_in_each_plan(example, employee)
        } else if employee.find("age_50").is_some() {
            after_catch_up(example, employee)
        } else {
            beside_excess_deferral(example, employee)
        };
        (employee.id().to_owned(), ratios)
    };
    example.employees().into_iter().map(of).collect::<Map<_, _>>().into()
}

/// Contributions under all plans of the employer in each plan's ratio, over pay as each plan defines it.
fn ratio_in_each_plan(example: Facts<'_>, employee: Facts<'_>) -> Value {
    let (by_plan, name) = match employee.find("elective_by_plan") {
        Some(_) => (employee.members("elective_by_plan"), "adr_pct_plan_"),
        None => (employee.members("after_tax_by_plan"), "acr_pct_plan_"),
    };
    let contributions =
        by_plan.iter().map(|(_, amount)| amount.as_cents()).sum::<Cents>() + employee.cents_or_zero("match");
    let mut out = Map::from_iter([("numerator".to_owned(), json!(contributions))]);
    for plan in example.list("plan_facts.plans") {
        let plan = plan.0.as_str().expect("a plan's name");
        let pay =
            employee.find("comp").or_else(|| employee.find(&format!("comp_by_plan.{plan}"))).expect("pay");
        out.insert(format!("{name}{plan}"), json!(contributions.ratio_of(pay.as_cents())));
    }
    out.into()
}

/// The twelve months of the tested plan's year, for both plans.
fn months(employee: Facts<'_>) -> Value {
    let sum = |name: &str, in_2005: i64, in_2006: i64| {
        Cents(
            employee.cents(&format!("monthly.2005.{name}")).0 * in_2005
                + employee.cents(&format!("monthly.2006.{name}")).0 * in_2006,
        )
    };
    let numerator = |first, second| sum("elective_U", first, second) + sum("elective_V", first, second);
    let (u, v) = ((numerator(6, 6), sum("comp", 6, 6)), (numerator(12, 0), sum("comp", 12, 0)));
    json!({
        "adr_pct_plan_U_fye_2006_06_30": u.0.ratio_of(u.1), "numerator_U": u.0, "denominator_U": u.1,
        "adr_pct_plan_V_2005": v.0.ratio_of(v.1), "numerator_V": v.0, "denominator_V": v.1,
    })
}

fn after_catch_up(example: Facts<'_>, employee: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let limits =
        Limits { statutory: facts.cents("limit_402g"), plan: None, catch_up: facts.cents("catch_up_limit") };
    let sorted = reclassify(employee.cents("elective"), &limits);
    let line = Line::new(employee.id(), sorted.counted, employee.cents("comp"), facts.cents("comp_limit"))
        .expect("pay");
    json!({ "catch_up": sorted.used(), "adr_numerator": line.contributions, "adr_pct": line.ratio })
}

fn beside_excess_deferral(example: Facts<'_>, employee: Facts<'_>) -> Value {
    let status = if employee.yes("hce") { Status::Hce } else { Status::Nhce };
    let elective = employee.cents("elective_this_employer");
    let counted = counted_in_adr(status, elective, example.cents("plan_facts.limit_402g"));
    json!({ "adr_numerator": counted, "adr_pct": line(employee, counted).ratio })
}
