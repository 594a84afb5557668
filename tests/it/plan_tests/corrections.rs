//! What goes back, stays or would help: catch-up, excess deferrals, income, QNECs, shifting.

use super::{assert_members, tested};

#[test]
fn excess_deferrals_and_catch_up_come_off_the_refund() {
    // Of age: the excess above 32,500 is an excess deferral; nothing is left of the catch-up limit.
    let census = "employee_id,birth_date,hce,compensation,pre_tax,after_tax\nOld,1970-01-01,yes,300000,33000,0\nYoung,1990-01-01,yes,300000,25000,0\nSome,1970-01-01,yes,300000,20000,0\nN,1990-01-01,no,100000,2000,0\n";
    let found = tested(&[], census);
    assert_members(
        &found,
        &[
            ("adp.limit", "4.00"),
            ("adp.corrections.Old.excess_deferral", "500.00"),
            ("adp.corrections.Old.catch_up", "0.00"),
            ("adp.corrections.Young.excess_deferral", "500.00"),
            ("adp.corrections.Young.catch_up", "0.00"),
            ("adp.corrections.Some.catch_up", "8000.00"),
        ],
    );
}

#[test]
fn no_more_is_catch_up_than_the_limit() {
    let census = "employee_id,birth_date,hce,compensation,pre_tax,after_tax\nOld,1970-01-01,yes,100000,24000,0\nN,1990-01-01,no,100000,2000,0\n";
    assert_members(
        &tested(&[], census),
        &[
            ("adp.corrections.Old.excess", "20000.00"),
            ("adp.corrections.Old.catch_up", "8000.00"),
            ("adp.corrections.Old.refund", "12000.00"),
        ],
    );
    assert_members(
        &tested(&[("deferrals.catch-up", "no")], census),
        &[("adp.corrections.Old.catch_up", "0.00"), ("adp.corrections.Old.refund", "20000.00")],
    );
}

#[test]
fn income_goes_with_the_refund_and_a_loss_makes_it_smaller() {
    let census = |income: &str| {
        format!(
            "employee_id,birth_date,hce,compensation,pre_tax,after_tax,balance,account_income\nH,1990-01-01,yes,100000,10000,0,90000,{income}\nN,1990-01-01,no,100000,2000,0,0,0\n"
        )
    };
    let gain = tested(&[], &census("5000"));
    assert_members(
        &gain,
        &[
            ("adp.corrections.H.refund", "6000.00"),
            ("adp.corrections.H.income", "300.00"),
            ("adp.corrections.H.payout", "6300.00"),
        ],
    );
    let loss = tested(&[], &census("(10000)"));
    assert_members(
        &loss,
        &[("adp.corrections.H.income", "-600.00"), ("adp.corrections.H.payout", "5400.00")],
    );
    let gone = tested(&[], &census("(200000)"));
    assert_members(&gone, &[("adp.corrections.H.payout", "0.00")]);
}

#[test]
fn pre_tax_and_roth_are_told_apart_where_only_one_is_there() {
    let census = |pre_tax: u32, roth: u32| {
        format!(
            "employee_id,birth_date,hce,compensation,pre_tax,roth,after_tax\nH,1990-01-01,yes,100000,{pre_tax},{roth},0\nN,1990-01-01,no,100000,2000,0,0\n"
        )
    };
    assert_members(
        &tested(&[], &census(0, 10_000)),
        &[("adp.corrections.H.refund_roth", "6000.00"), ("adp.corrections.H.refund_pre_tax", "0.00")],
    );
    let both = tested(&[], &census(5_000, 5_000));
    assert_members(&both, &[("adp.corrections.H.refund_roth", "null")]);
    assert!(both["adp"]["remarks"].to_string().contains("says goes first"));
}

/// ADP 5 and 4, ACP 3.4 and 1.5 with a limit of 3.
const ACP_FAILS: &str = "employee_id,birth_date,hce,compensation,pre_tax,after_tax\nH,1990-01-01,yes,100000,5000,3400\nN,1990-01-01,no,100000,4000,1500\n";

#[test]
fn qnecs_help_only_where_the_plan_provides_for_them() {
    for (stated, rate, word) in [
        ("none", "null", "provides for no QNECs"),
        ("adp", "null", "in the other test only"),
        ("acp", "0.20", ""),
        ("either", "0.20", ""),
        ("", "0.20", "`testing.qnec`"),
    ] {
        let found = tested(&[("testing.qnec", stated)], ACP_FAILS);
        assert_members(&found, &[("acp.status", "fail"), ("acp.qnec_rate", rate)]);
        assert!(found["acp"]["remarks"].to_string().contains(word), "{stated}");
    }
    let prior = [("testing.acp", "prior year"), ("testing.prior-nhce-acp", "1%"), ("testing.qnec", "acp")];
    let found = tested(&prior, ACP_FAILS);
    assert_members(&found, &[("acp.nhce", "1.00"), ("acp.qnec_to_pass", "null")]);
    assert!(found["acp"]["remarks"].to_string().contains("can no longer raise"));
}

#[test]
fn targeted_qnecs_count_up_to_their_cap() {
    // Two of four get 8%: the lowest rate of the better half is 8%, so all counts; with one of four it is 5%.
    let census = |second: u32| {
        format!(
            "employee_id,birth_date,hce,compensation,pre_tax,after_tax,qnec\nH,1990-01-01,yes,100000,2000,0,0\nA,1990-01-01,no,100000,0,0,8000\nB,1990-01-01,no,100000,0,0,{second}\nC,1990-01-01,no,100000,0,0,0\nD,1990-01-01,no,100000,0,0,0\n"
        )
    };
    let qnec = [("testing.qnec", "adp")];
    assert_members(&tested(&qnec, &census(8_000)), &[("adp.nhce", "4.00"), ("participants.A.adr", "8.00")]);
    let cut = tested(&qnec, &census(0));
    assert_members(&cut, &[("adp.nhce", "1.25"), ("participants.A.adr", "5.00")]);
    assert!(cut["adp"]["remarks"].to_string().contains("$3,000 is above 5%"), "{}", cut["adp"]["remarks"]);
}

#[test]
fn the_smallest_lawful_shift_is_shown_where_the_plan_may_shift() {
    for (stated, points) in [("no", "null"), ("yes", "0.40"), ("", "0.40")] {
        let found = tested(&[("testing.shift-deferrals", stated)], ACP_FAILS);
        assert_members(&found, &[("acp.shift_points", points)]);
        let says = found["acp"]["remarks"].to_string().contains("testing.shift-deferrals");
        assert_eq!(says, stated.is_empty());
    }
    // Never of people who are not all in both tests, nor from a test that fails, nor in a 403(b) or a safe harbor plan.
    let yes = ("testing.shift-deferrals", "yes");
    for changes in [[yes, ("type", "403(b)")], [yes, ("safe-harbor.type", "3% nonelective")]] {
        assert_members(&tested(&changes, ACP_FAILS), &[("acp.status", "fail"), ("acp.shift_points", "null")]);
    }
    let fails_both = ACP_FAILS.replace(",5000,", ",9000,");
    assert_members(
        &tested(&[yes], &fails_both),
        &[("adp.status", "fail"), ("acp.status", "fail"), ("acp.shift_points", "null")],
    );
}

#[test]
fn a_corrected_test_counts_as_passed() {
    let found = tested(&[], ACP_FAILS);
    assert!(found["acp"]["remarks"].to_string().contains("counts as passed"));
}
