//! Limits of the plan itself, and those of 403(b), 457(b) and SEP plans, in `planlint test`.

use serde_json::Value;

use crate::testing_limits::{PLAN, of, plan_with};

/// Findings as `election status employee amount limit`.
fn told(found: &Value) -> Vec<String> {
    let line = |one: &Value| {
        let part = |name: &str| one[name].as_str().unwrap_or("-").to_owned();
        ["test", "election", "status", "employee_id", "amount", "limit"].map(part).join(" ")
    };
    found["limits"].as_array().expect("limits").iter().map(line).collect()
}

const ROWS: &str = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,pre_tax,after_tax
AT,1990-01-01,2010-01-01,100000,90000,0,8000,5000
ABOVE,1990-01-01,2010-01-01,100000,90000,0,8000.01,5000.01
HCE,1990-01-01,2010-01-01,200000,190000,0,12000,8000
OLDER,1970-01-01,2010-01-01,200000,190000,0,20000,0
";

#[test]
fn the_plans_own_limits_are_compared() {
    let deferrals = plan_with("deferrals: { pre-tax: up to 8% of pay, roth: no, catch-up: no }");
    assert_eq!(
        told(&of(&deferrals, ROWS)),
        [
            "plan deferrals.pre-tax fail ABOVE 8000.01 8000.00",
            "plan deferrals.pre-tax fail OLDER 20000.00 16000.00"
        ]
    );
    let after_tax = plan_with("after-tax: { allowed: yes, limit: 5% of pay, hce-limit: $6000 }");
    assert_eq!(
        told(&of(&after_tax, ROWS)),
        [
            "plan after-tax.limit fail ABOVE 5000.01 5000.00",
            "plan after-tax.hce-limit fail HCE 8000.00 6000.00"
        ]
    );
    let both = plan_with("deferrals: { pre-tax: yes, roth: yes, catch-up: no, combined-limit: 13% of pay }");
    assert_eq!(told(&of(&both, ROWS)), ["plan deferrals.combined-limit fail ABOVE 13000.02 13000.00"]);
}

#[test]
fn what_is_above_a_limit_of_the_plan_is_catch_up_first() {
    // 5% of 200,000 is 10,000: of the 20,000 of the person of 56, 8,000 are catch-up.
    let plan = plan_with(
        "deferrals: { pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes, hce-limit: 5% of pay }",
    );
    let found = of(&plan, ROWS);
    assert_eq!(
        told(&found),
        [
            "plan deferrals.hce-limit fail HCE 12000.00 10000.00",
            "plan deferrals.hce-limit fail OLDER 12000.00 10000.00"
        ]
    );
    // And catch-up contributions are not in the ADR: 12,000 of 200,000 each.
    assert_eq!(found["adp"]["hce"], "6.00");
}

#[test]
fn money_that_should_not_be_there_is_found() {
    let none = plan_with("after-tax: { allowed: no }");
    let found = told(&of(&none, ROWS));
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(found[0], "plan after-tax.allowed fail AT 5000.00 0.00");
    let young = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,pre_tax,match,after_tax
NEW,1990-01-01,2026-02-01,50000,0,0,1000,500,0
OLD,1990-01-01,2020-02-01,50000,50000,0,1000,500,0
";
    assert_eq!(told(&of(PLAN, young)), ["plan eligibility.deferrals fail NEW 1500.00 0.00"]);
}

#[test]
fn a_share_of_pay_above_the_cap_hangs_on_the_document() {
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,pre_tax,after_tax
E1,1990-01-01,2010-01-01,500000,150000,0,0,20000
";
    let stated = plan_with("after-tax: { allowed: yes, limit: 5% of pay }");
    assert_eq!(told(&of(&stated, rows)), ["plan after-tax.limit fail E1 20000.00 18000.00"]);
    let silent = stated.replace("compensation: { cap: 401(a)(17) }\n", "");
    let found = of(&silent, rows);
    assert_eq!(told(&found), ["plan after-tax.limit unknown E1 20000.00 18000.00"]);
    assert_eq!(found["limits"][0]["missing"]["elections"][0], "compensation.cap");
}

#[test]
fn in_a_457b_employer_money_counts_with_the_deferrals() {
    let plan = "\
plan: City 457(b) Plan
type: governmental 457(b)
year: 2026
employer: { entity: governmental }
eligibility: { deferrals: immediate, entry: immediate }
deferrals: { pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes, final-three-year-catch-up: no }
";
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,pre_tax,nonelective
AT,1990-01-01,2010-01-01,100000,90000,0,20000,4500
ABOVE,1990-01-01,2010-01-01,100000,90000,0,20000,4500.01
PAY,1990-01-01,2010-01-01,10000,9000,0,9000,1000.01
";
    let found = of(plan, rows);
    assert_eq!(
        told(&found),
        ["457(b) - fail ABOVE 24500.01 24500.00", "457(b) - fail PAY 10000.01 10000.00"]
    );
    assert_eq!(found["coverage"]["status"], "not_required");
    assert_eq!(found["top_heavy"]["status"], "not_required");
    let special = plan.replace("final-three-year-catch-up: no", "final-three-year-catch-up: yes");
    assert_eq!(told(&of(&special, rows))[0], "457(b) - unknown ABOVE 24500.01 24500.00");
}

#[test]
fn a_tax_exempt_457b_has_no_catch_up_by_age() {
    let plan = "\
plan: Museum 457(b) Plan
type: tax-exempt 457(b)
year: 2026
employer: { entity: tax-exempt }
eligibility: { deferrals: immediate, entry: immediate }
deferrals: { pre-tax: yes, roth: no, catch-up: yes, super-catch-up: yes, final-three-year-catch-up: no }
";
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,pre_tax
OLD,1960-01-01,2010-01-01,100000,90000,0,32500
";
    assert_eq!(told(&of(plan, rows)), ["457(b) - fail OLD 32500.00 24500.00"]);
    let governmental = plan.replace("tax-exempt", "governmental");
    assert!(told(&of(&governmental, rows)).iter().all(|line| !line.contains("fail OLD")));
}

#[test]
fn fifteen_years_may_allow_more_in_a_403b() {
    let plan = PLAN
        .replace("401(k) Plan\ntype: 401(k)", "403(b) Plan\ntype: 403(b)")
        .replace("entity: corporation", "entity: tax-exempt")
        .replace("super-catch-up: yes }", "super-catch-up: yes, fifteen-year-catch-up: yes }");
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,pre_tax,after_tax
LONG,1990-01-01,2011-12-31,100000,90000,0,27500,0
SHORT,1990-01-01,2012-01-01,100000,90000,0,27500,0
MORE,1990-01-01,2011-12-31,100000,90000,0,27500.01,0
";
    assert_eq!(
        told(&of(&plan, rows)),
        [
            "402(g) - unknown LONG 27500.00 24500.00",
            "402(g) - fail SHORT 27500.00 24500.00",
            "402(g) - fail MORE 27500.01 27500.00"
        ]
    );
}

#[test]
fn a_sep_takes_a_quarter_of_pay() {
    let plan = "plan: Acme SEP\ntype: SEP\nyear: 2026\nemployer: { entity: corporation }\nnonelective: { formula: discretionary }\n";
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,nonelective
AT,1990-01-01,2010-01-01,100000,90000,25000
ABOVE,1990-01-01,2010-01-01,100000,90000,25000.01
MOST,1990-01-01,2010-01-01,400000,90000,72000.01
";
    assert_eq!(
        told(&of(plan, rows)),
        ["402(h) - fail ABOVE 25000.01 25000.00", "402(h) - fail MOST 72000.01 72000.00"]
    );
}

#[test]
fn a_simple_plan_may_have_the_limit_of_small_employers() {
    // 2026: $17,000, at the 110% level $18,100.
    let plan = "plan: Acme SIMPLE\ntype: SIMPLE IRA\nyear: 2026\nemployer: { entity: corporation }\neligibility: { deferrals: immediate, entry: immediate }\ndeferrals: { pre-tax: yes, roth: no, catch-up: yes, super-catch-up: yes }\n";
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,pre_tax
AT,1990-01-01,2010-01-01,100000,90000,17000
PERHAPS,1990-01-01,2010-01-01,100000,90000,18100
";
    assert_eq!(told(&of(plan, rows)), ["408(p) - unknown PERHAPS 18100.00 17000.00"]);
}
