//! Which tests a plan must pass, who is in them, and that what is not known is never a pass.

use super::{assert_members, tested};

/// Passes neither test where one is run: nobody else contributes.
const HCE_ALONE: &str = "employee_id,birth_date,hce,compensation,pre_tax,after_tax,match\nH,1990-01-01,yes,100000,8000,5000,3000\nN,1990-01-01,no,50000,0,0,0\n";
/// The same without after-tax money.
const MATCH_ALONE: &str = "employee_id,birth_date,hce,compensation,pre_tax,after_tax,match\nH,1990-01-01,yes,100000,8000,0,5000\nN,1990-01-01,no,50000,0,0,0\n";

const BASIC: (&str, &str) = ("safe-harbor.type", "basic match");
const ACP_TOO: (&str, &str) = ("safe-harbor.acp", "yes");
const NO_AFTER_TAX: (&str, &str) = ("after-tax.allowed", "no");

/// Elections, and the statuses of both tests.
type Case = (&'static [(&'static str, &'static str)], &'static str, &'static str);

/// The statuses of both tests.
fn assert_statuses(changes: &[(&str, &str)], census: &str, adp: &str, acp: &str) {
    let found = tested(changes, census);
    println!("{changes:?}");
    assert_members(&found, &[("adp.status", adp), ("acp.status", acp)]);
    if acp == "not_required" {
        assert!(found["acp"]["reason"].is_string() && found["acp"]["hce"].is_null(), "{found:#}");
    }
}

#[test]
fn the_type_of_the_plan_and_the_employer_decide() {
    let cases: &[Case] = &[
        (&[], "fail", "fail"),
        (&[("type", "403(b)"), ("employer.entity", "tax-exempt")], "not_required", "fail"),
        (&[("type", "403(b)"), ("employer.entity", "governmental")], "not_required", "not_required"),
        (&[("type", "403(b)"), ("employer.entity", "church")], "not_required", "not_required"),
        (&[("employer.entity", "governmental")], "not_required", "not_required"),
        (&[("employer.entity", "church")], "fail", "fail"),
        (
            &[("type", "governmental 457(b)"), ("employer.entity", "governmental")],
            "not_required",
            "not_required",
        ),
        (&[("type", "tax-exempt 457(b)"), ("employer.entity", "tax-exempt")], "not_required", "not_required"),
        (&[("type", "SIMPLE 401(k)")], "not_required", "not_required"),
        (&[("type", "starter 401(k)")], "not_required", "not_required"),
        (&[("type", "SIMPLE IRA")], "not_required", "not_required"),
    ];
    for (changes, adp, acp) in cases {
        assert_statuses(changes, HCE_ALONE, adp, acp);
    }
}

#[test]
fn a_safe_harbor_does_not_cover_after_tax_contributions() {
    let nonelective = ("safe-harbor.type", "3% nonelective");
    let formula = ("match.formula", "100% of first 3% of pay + 50% of next 2% of pay");
    assert_statuses(&[BASIC, ACP_TOO, NO_AFTER_TAX, formula], MATCH_ALONE, "not_required", "not_required");
    assert_statuses(
        &[nonelective, ACP_TOO, NO_AFTER_TAX, formula],
        MATCH_ALONE,
        "not_required",
        "not_required",
    );
    // Only the ADP safe harbor: the match is tested, less what 401(m)(11) lets out: 4% of pay.
    let adp_alone = [nonelective, ("safe-harbor.acp", "no"), NO_AFTER_TAX, formula];
    let stated = [&adp_alone[..], &[("testing.include-safe-harbor-match", "no")]].concat();
    let found = tested(&stated, MATCH_ALONE);
    assert_members(
        &found,
        &[
            ("adp.status", "not_required"),
            ("acp.status", "fail"),
            ("acp.hce", "1.00"),
            ("acp.safe_harbor_match", "left out"),
            ("acp.other_way.hce", "5.00"),
        ],
    );
    let qaca = [("safe-harbor.type", "QACA match"), ("safe-harbor.acp", "no"), NO_AFTER_TAX, formula];
    assert_members(&tested(&qaca, MATCH_ALONE), &[("acp.hce", "1.50"), ("acp.other_way.hce", "5.00")]);
    assert_statuses(
        &[BASIC, ("safe-harbor.acp", ""), NO_AFTER_TAX, formula],
        MATCH_ALONE,
        "not_required",
        "unknown",
    );
}

#[test]
fn match_in_or_out_decides_only_if_the_plan_says_which() {
    // In: 8.00 and 6.00, a limit of 8. Out: 4.00 and 1.00, a limit of 2.
    let census = "employee_id,birth_date,hce,compensation,pre_tax,after_tax,match\nH,1990-01-01,yes,100000,8000,4000,4000\nN,1990-01-01,no,100000,8000,1000,5000\n";
    for (stated, status, hce) in [("yes", "pass", "8.00"), ("no", "fail", "4.00"), ("", "unknown", "4.00")] {
        let changes = [BASIC, ACP_TOO, ("testing.include-safe-harbor-match", stated)];
        let found = tested(&changes, census);
        assert_members(&found, &[("acp.status", status), ("acp.hce", hce)]);
        let other = if stated == "yes" { "4.00" } else { "8.00" };
        assert_members(&found, &[("acp.other_way.hce", other)]);
    }
}

#[test]
fn employees_of_a_union_are_tested_apart() {
    let census = "employee_id,birth_date,hce,union,compensation,pre_tax,after_tax,match\nH,1990-01-01,yes,no,100000,4000,4000,0\nN,1990-01-01,no,no,50000,1500,1500,0\nU,1990-01-01,no,yes,50000,0,0,0\nV,1990-01-01,yes,yes,100000,5000,5000,0\n";
    let found = tested(&[], census);
    assert_members(&found, &[("adp.status", "pass"), ("adp.nhce", "3.00"), ("acp.nhce", "3.00")]);
    let union = &found["subtests"][0];
    assert_members(union, &[("adp.status", "fail"), ("acp.status", "not_required")]);
}

#[test]
fn otherwise_excludable_people_are_tested_as_the_plan_says() {
    let census = "employee_id,birth_date,hire_date,hce,compensation,pre_tax,after_tax,match\nH,1980-01-01,2010-01-01,yes,100000,5000,0,0\nN,1980-01-01,2010-01-01,no,50000,1500,0,0\nY,2008-06-01,2026-02-01,no,50000,0,0,0\n";
    let with = |stated| tested(&[("testing.otherwise-excludable", stated)], census);
    assert_members(
        &with("together"),
        &[("adp.status", "fail"), ("adp.nhce", "1.50"), ("part", "all employees")],
    );
    let separate = with("separate");
    assert_members(
        &separate,
        &[("adp.status", "pass"), ("adp.nhce", "3.00"), ("part", "statutory employees")],
    );
    assert_members(&separate["subtests"][0], &[("name", "otherwise excludable"), ("adp.status", "pass")]);
    assert_members(&with("early participation"), &[("adp.nhce", "3.00"), ("part", "early participation")]);
    let undated = census.replace("2010-01-01", "");
    assert_members(
        &tested(&[("testing.otherwise-excludable", "separate")], &undated),
        &[("adp.status", "unknown")],
    );
}

#[test]
fn a_group_without_anyone_passes_and_nothing_contributed_is_a_limit_of_nothing() {
    let only = |hce: &str| {
        format!(
            "employee_id,birth_date,hce,compensation,pre_tax,after_tax\nE,1990-01-01,{hce},100000,9000,9000\n"
        )
    };
    assert_statuses(&[], &only("yes"), "pass", "pass");
    assert_statuses(&[], &only("no"), "pass", "pass");
    let found = tested(&[], HCE_ALONE);
    assert_members(&found, &[("acp.nhce", "0.00"), ("acp.limit", "0.00"), ("acp.excess_total", "8000.00")]);
}

#[test]
fn people_without_pay_are_in_only_if_the_plan_says_so() {
    let census = "employee_id,birth_date,hce,compensation,pre_tax,after_tax\nH,1990-01-01,yes,100000,4000,0\nN,1990-01-01,no,50000,1000,0\nZ,1990-01-01,no,0,0,0\n";
    assert_members(&tested(&[], census), &[("adp.nhce", "2.00"), ("counts.without_pay", "1")]);
    let included = [("testing.zero-pay", "include")];
    assert_members(&tested(&included, census), &[("adp.nhce", "1.00"), ("adp.status", "fail")]);
}

#[test]
fn last_years_figure_is_asked_for_and_not_guessed() {
    let prior = ("testing.acp", "prior year");
    assert_statuses(&[prior, ("testing.prior-nhce-acp", "6%")], HCE_ALONE, "fail", "pass");
    assert_statuses(&[prior], HCE_ALONE, "fail", "unknown");
    assert_statuses(&[prior, ("document.first-year", "yes")], HCE_ALONE, "fail", "fail");
    let found = tested(&[prior, ("document.first-year", "yes")], HCE_ALONE);
    assert_members(&found, &[("acp.nhce", "3.00"), ("acp.limit", "5.00")]);
    let own = [prior, ("document.first-year", "yes"), ("testing.first-year", "own figure")];
    assert_members(&tested(&own, HCE_ALONE), &[("acp.nhce", "0.00"), ("acp.limit", "0.00")]);
}

#[test]
fn what_is_missing_makes_a_test_unknown_and_is_named() {
    let without = |column: &str| {
        let census = "employee_id,birth_date,hce,compensation,pre_tax,after_tax\nH,1990-01-01,yes,100000,0,0\nN,1990-01-01,no,50000,0,0\n";
        census.replace(column, "unused")
    };
    let found = tested(&[], &without("after_tax"));
    assert_members(
        &found,
        &[("adp.status", "pass"), ("acp.status", "unknown"), ("acp.missing.columns", r#"["after_tax"]"#)],
    );
    let found = tested(&[], &without("hce"));
    assert_members(&found, &[("adp.status", "unknown"), ("acp.status", "unknown")]);
    assert!(found["adp"]["reason"].to_string().contains("`prior_compensation`"), "{found:#}");
    for (election, test) in [
        ("testing.adp", "adp"),
        ("testing.acp", "acp"),
        ("eligibility.deferrals", "adp"),
        ("type", "adp"),
        ("type", "acp"),
    ] {
        let found = tested(&[(election, "")], &without("nothing"));
        assert_members(&found[test], &[("status", "unknown")]);
        let missing = &found[test]["missing"];
        assert!(missing["elections"].to_string().contains(election), "{election}: {missing}");
        assert!(!missing["questions"].as_array().expect("a list").is_empty(), "{election} is not asked");
    }
}

#[test]
fn who_lacks_the_last_day_or_the_hours_of_the_match_is_in_the_adp_test_alone() {
    let census = "employee_id,birth_date,hce,compensation,pre_tax,after_tax,match,termination_date,hours\n\
                  H,1990-01-01,yes,100000,6000,0,3000,,2000\n\
                  N1,1990-01-01,no,50000,2000,0,1000,,2000\n\
                  N2,1990-01-01,no,50000,2000,0,0,2026-06-30,1000\n\
                  N3,1990-01-01,no,50000,2000,0,0,,900\n";
    let of = |conditions: &str| {
        let match_of = ("match.formula", "50% of first 6% of pay");
        tested(&[NO_AFTER_TAX, match_of, ("match.conditions", conditions)], census)
    };
    for (conditions, heads, average) in [
        ("none", "3", "0.67"),
        ("last day", "2", "1.00"),
        ("1,000 hours", "2", "1.00"),
        ("last day and 1,000 hours", "1", "2.00"),
    ] {
        let found = of(conditions);
        assert_eq!(found["adp"]["nhces"].to_string(), "3", "{conditions}");
        assert_eq!(found["acp"]["nhces"].to_string(), heads, "{conditions}");
        assert_eq!(found["acp"]["nhce"], average, "{conditions}");
    }
    let without_hours = census.replace(",hours\n", ",note\n");
    let match_of = ("match.formula", "50% of first 6% of pay");
    let found = tested(&[NO_AFTER_TAX, match_of, ("match.conditions", "1,000 hours")], &without_hours);
    assert_eq!(
        (&found["acp"]["status"], &found["acp"]["missing"]["columns"][0]),
        (&"unknown".into(), &"hours".into())
    );
}

#[test]
fn a_census_without_any_deferrals_passes_no_adp_test_and_an_absent_match_is_said() {
    let census = "employee_id,birth_date,hce,compensation,after_tax\nH,1990-01-01,yes,100000,0\nN,1990-01-01,no,50000,0\n";
    let found = tested(&[("match.formula", "50% of first 6% of pay")], census);
    assert_members(&found, &[("adp.status", "unknown")]);
    assert_eq!(found["adp"]["missing"]["columns"][0], "pre_tax");
    assert!(found["notes"].to_string().contains("no column `match`"), "{}", found["notes"]);
}
