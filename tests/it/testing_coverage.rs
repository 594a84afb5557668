//! Coverage, top-heaviness, deadlines and notes of `planlint test`.

use serde_json::Value;

use crate::testing_limits::{PLAN, of, of_group, plan_with};

const HEADER: &str = "employee_id,birth_date,hire_date,termination_date,hours,compensation,prior_compensation,eligible,pre_tax,after_tax,match,nonelective\n";

/// Rows `count` times over: `kind` names them, `rest` is all behind the name.
fn many(kind: &str, count: u32, rest: &str) -> String {
    (0..count).map(|number| format!("{kind}{number},{rest}\n")).collect()
}

fn portion<'v>(found: &'v Value, name: &str) -> &'v Value {
    let portions = found["coverage"]["portions"].as_array().expect("portions");
    portions.iter().find(|one| one["name"] == name).expect("the portion")
}

const HCE: &str = "1980-01-01,2010-01-01,,2080,200000,190000,yes,0,0,0,0";
const IN: &str = "1980-01-01,2010-01-01,,2080,50000,50000,yes,0,0,0,0";
const OUT: &str = "1980-01-01,2010-01-01,,2080,50000,50000,no,0,0,0,0";

/// All highly compensated employees are in, and so many of a hundred others.
fn census(benefiting: u32) -> String {
    [HEADER.to_owned(), many("H", 10, HCE), many("I", benefiting, IN), many("O", 100 - benefiting, OUT)]
        .concat()
}

#[test]
fn coverage_passes_at_seventy_percent() {
    let found = of(PLAN, &census(70));
    assert_eq!(
        (&found["coverage"]["status"], &found["coverage"]["ratio"]),
        (&"pass".into(), &"70.00".into())
    );
}

#[test]
fn below_seventy_the_harbors_decide_what_is_left_to_show() {
    // 100 of 110 are not highly compensated: 90%, so 50 - 30 x 0.75 = 27.5 and 40 - 22.5 = 17.5, which is 20.
    for (benefiting, status, classification) in [
        (69, "unknown", "safe harbor"),
        (28, "unknown", "safe harbor"),
        (27, "unknown", "facts and circumstances"),
        (20, "unknown", "facts and circumstances"),
        (19, "fail", "discriminatory"),
    ] {
        let found = of(PLAN, &census(benefiting));
        let elective = portion(&found, "elective deferrals");
        assert_eq!(elective["classification"], classification, "{benefiting}");
        assert_eq!(
            (&elective["safe_harbor"], &elective["unsafe_harbor"]),
            (&"27.50".into(), &"20.00".into())
        );
        assert_eq!(found["coverage"]["status"], status, "{benefiting}");
    }
}

#[test]
fn who_may_be_kept_out_by_age_and_service_is_not_counted() {
    let new = "1980-01-01,2026-03-01,,1500,30000,0,,0,0,0,0";
    let rows = [HEADER.to_owned(), many("H", 1, HCE), many("I", 3, IN), many("N", 20, new)].concat();
    let found = of(PLAN, &rows);
    let elective = portion(&found, "elective deferrals");
    assert_eq!((&elective["nhces"], &elective["ratio"]), (&3.into(), &"100.00".into()));
}

#[test]
fn who_cannot_be_told_apart_is_unknown_where_it_decides() {
    let untold = ",,,,30000,30000,no,0,0,0,0";
    let one = [HEADER.to_owned(), many("H", 1, HCE), many("I", 9, IN), many("U", 1, untold)].concat();
    assert_eq!(of(PLAN, &one)["coverage"]["status"], "pass");
    let many = [HEADER.to_owned(), many("H", 1, HCE), many("I", 3, IN), many("U", 3, untold)].concat();
    let found = of(PLAN, &many);
    assert_eq!(found["coverage"]["status"], "unknown");
    assert_eq!(found["coverage"]["portions"][0]["missing"]["columns"][0], "hire_date");
}

#[test]
fn leavers_with_few_hours_are_left_out_where_only_hours_or_the_last_day_count() {
    let plan = plan_with("match: { formula: discretionary, conditions: last day, vesting: immediate }");
    let plan = plan.replace("after-tax: { allowed: yes, matched: no }", "after-tax: { allowed: no }");
    let few = "1980-01-01,2010-01-01,2026-03-31,500,10000,50000,yes,0,0,0,0";
    let more = few.replace(",500,", ",500.01,");
    let rows =
        [HEADER.to_owned(), many("H", 1, HCE), many("I", 8, IN), many("F", 2, few), many("M", 1, &more)]
            .concat();
    let found = of(&plan, &rows);
    let matched = portion(&found, "match and after-tax contributions");
    // 8 of 9: those with 500 hours are out of the count, the one with more is in it.
    assert_eq!((&matched["nhces"], &matched["nhces_benefiting"]), (&9.into(), &8.into()));
    assert_eq!(matched["ratio"], "88.89");
}

#[test]
fn after_tax_money_for_the_highly_compensated_alone_is_no_available_feature() {
    let plan = plan_with(
        "eligibility: { deferrals: immediate, match: immediate, after-tax: HCEs only, entry: immediate }",
    );
    let rows = [HEADER.to_owned(), many("H", 1, HCE), many("I", 9, IN)].concat().replace(",yes,", ",,");
    let found = of(&plan, &rows);
    assert_eq!(found["coverage"]["status"], "fail");
    assert_eq!(found["coverage"]["portions"][0]["name"], "availability of after-tax contributions");
    assert_eq!(portion(&found, "match and after-tax contributions")["status"], "pass");
}

#[test]
fn governments_and_churches_are_not_tested() {
    for (entity, citation) in
        [("governmental", "IRC 401(a)(5)(G), 410(c)(1)(A)"), ("church", "IRC 410(c)(1)(B), 410(d)")]
    {
        let found = of(&plan_with(&format!("employer: {{ entity: {entity} }}")), &census(10));
        assert_eq!(found["coverage"]["status"], "not_required");
        assert_eq!(found["coverage"]["citation"], citation);
    }
}

const KEYS: &str = "\
employee_id,birth_date,hire_date,termination_date,compensation,prior_compensation,prior_ownership,officer,pre_tax,after_tax,nonelective,balance
OWNER,1970-01-01,2010-01-01,,100000,90000,5.01,no,5000,0,0,200000
OFFICER,1970-01-01,2010-01-01,,300000,230000.01,0,yes,0,0,0,200000
ONE,1970-01-01,2010-01-01,,200000,150000.01,1.01,no,0,0,0,200000
ATPAY,1970-01-01,2010-01-01,,300000,230000,0,yes,0,0,0,100000
STAFF,1990-01-01,2015-01-01,,50000,50000,0,no,0,0,1000,300000
GONE,1990-01-01,2015-01-01,2024-12-31,0,0,0,no,0,0,0,500000
LEFT,1990-01-01,2015-01-01,2026-06-30,25000,50000,0,no,0,0,0,0
";

#[test]
fn sixty_percent_is_not_top_heavy() {
    // Keys 600,000 of 1,000,000; who had no service in 2025 is out of it.
    let found = of(PLAN, KEYS);
    let result = &found["top_heavy"];
    assert_eq!((&result["status"], &result["ratio"]), (&"pass".into(), &"60.00".into()));
    assert_eq!((&result["key_employees"], &result["disregarded"]), (&3.into(), &"500000.00".into()));
    assert_eq!(result["determination_date"], "2025-12-31");
}

#[test]
fn a_top_heavy_plan_owes_a_minimum() {
    // A cent more. The highest key rate is 5%, so 3% is due: 9,000 to ATPAY, 1,500 to STAFF, who got 1,000.
    let found = of(PLAN, &KEYS.replace("5000,0,0,200000", "5000,0,0,200000.01"));
    let result = &found["top_heavy"];
    assert_eq!(result["status"], "fail");
    let minimum = &result["minimum"];
    assert_eq!((&minimum["rate"], &minimum["employees"]), (&"3.00".into(), &2.into()));
    assert_eq!((&minimum["due"], &minimum["short"]), (&"10500.00".into(), &"9500.00".into()));
    let lower = of(PLAN, &KEYS.replace("5000,0,0,200000", "1000,0,0,200000.01"));
    assert_eq!(lower["top_heavy"]["minimum"]["rate"], "1.00");
}

#[test]
fn family_stock_makes_a_key_employee() {
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_ownership,family_of,after_tax,balance
OWNER,1970-01-01,2010-01-01,100000,90000,60,,0,100000
CHILD,1990-01-01,2015-01-01,50000,50000,0,OWNER,0,100000
STAFF,1990-01-01,2015-01-01,50000,50000,0,,0,100000
";
    let found = of(PLAN, rows);
    assert_eq!(
        (&found["top_heavy"]["ratio"], &found["top_heavy"]["key_employees"]),
        (&"66.67".into(), &2.into())
    );
}

#[test]
fn after_tax_money_ends_the_exemption_of_a_safe_harbor_plan() {
    let plan = plan_with("safe-harbor: { type: basic match, acp: yes, notice: yes }");
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_ownership,after_tax,balance
OWNER,1970-01-01,2010-01-01,100000,90000,60,0,100000
STAFF,1990-01-01,2015-01-01,50000,50000,0,0,1000
";
    let exempt = of(&plan, rows);
    assert_eq!(exempt["top_heavy"]["status"], "not_required");
    assert_eq!(exempt["top_heavy"]["citation"], "IRC 416(g)(4)(H); Rev. Rul. 2004-13");
    let ended = of(&plan, &rows.replace("60,0,100000", "60,100,100000"));
    assert_eq!(ended["top_heavy"]["status"], "fail");
    let untold = of(&plan, &rows.replace("balance", "unknown"));
    assert_eq!(untold["top_heavy"]["status"], "not_required");
}

#[test]
fn a_failed_test_has_its_days_and_its_excise() {
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,pre_tax,after_tax
H,1990-01-01,2010-01-01,200000,190000,20000,0
N,1990-01-01,2010-01-01,50000,50000,2500,0
";
    // 10% beside 5%: 7% may stay, 6,000 of 200,000 go back.
    let found = of(PLAN, rows);
    let days = &found["deadlines"];
    assert_eq!(
        (&days["refund_without_excise"], &days["last_day"]),
        (&"2027-03-15".into(), &"2027-12-31".into())
    );
    assert_eq!((&days["excise_rate"], &days["excise"]), (&"10".into(), &"600.00".into()));
    let eaca = format!("{PLAN}auto-enrollment: {{ type: EACA, percent: 3%, covers: all }}\n");
    assert_eq!(of(&eaca, rows)["deadlines"]["refund_without_excise"], "2027-06-30");
    let some = eaca.replace("covers: all", "covers: new hires");
    assert_eq!(of(&some, rows)["deadlines"]["refund_without_excise"], "2027-03-15");
    assert_eq!(of(PLAN, &rows.replace(",20000,", ",2000,"))["deadlines"], Value::Null);
}

#[test]
fn notes_say_what_was_taken_as_given_and_no_more() {
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,ownership,pre_tax,after_tax
H,1990-01-01,2010-01-01,200000,190000,0,2000,0
N,1990-01-01,2010-01-01,50000,50000,0,2500,0
Z,1990-01-01,2010-01-01,0,50000,0,0,0
";
    let texts = |plan: &str| {
        let found = of(plan, rows);
        let notes = found["notes"].as_array().expect("notes").clone();
        assert!(
            notes.iter().all(|note| note["citation"].as_str().is_some_and(|citation| !citation.is_empty()))
        );
        notes.iter().map(|note| note["text"].to_string()).collect::<Vec<_>>()
    };
    let found = texts(PLAN);
    assert!(found[0].contains("1 person without pay"), "{found:?}");
    assert_eq!(found.len(), 3, "{found:?}");
    let silent = PLAN.replace(", top-paid-group: no", "").replace("employer: { entity: corporation }\n", "");
    let found = texts(&silent);
    assert!(found.iter().any(|text| text.contains("testing.top-paid-group")), "{found:?}");
    assert!(found.iter().any(|text| text.contains("employer.entity")), "{found:?}");
}

#[test]
fn plans_with_a_key_employee_are_aggregated() {
    let rows = "\
plan_id,employee_id,birth_date,hire_date,compensation,prior_compensation,prior_ownership,after_tax,balance
A,OWNER,1970-01-01,2010-01-01,100000,90000,60,0,100000
A,STAFF,1990-01-01,2015-01-01,50000,50000,0,0,50000
B,OWNER,1970-01-01,2010-01-01,100000,90000,60,0,0
B,OTHER,1990-01-01,2015-01-01,50000,50000,0,0,100000
";
    // Alone 100,000 of 150,000; together of 250,000 (IRC 416(g)(2)(A)(i)).
    assert_eq!(of_group(PLAN, rows, 0)["top_heavy"]["ratio"], "40.00");
    let apart = rows.replace("B,OWNER,", "B,THIRD,").replace(",60,0,0", ",0,0,0");
    assert_eq!(of_group(PLAN, &apart, 0)["top_heavy"]["ratio"], "66.67");
}
