//! The order of corrections: excess deferrals, the ADP test, then the ACP test with what changed.

use super::{assert_members, tested};

const HALF_OF_SIX: (&str, &str) = ("match.formula", "50% of first 6% of pay");

/// H defers 8% and the others 3%: 3% of H's pay is too much. The match is on 6%.
const CENSUS: &str = "employee_id,birth_date,hire_date,hce,compensation,pre_tax,roth,after_tax,match\nH,1985-01-01,2010-01-01,yes,200000,16000,0,2000,6000\nN,1990-01-01,2015-01-01,no,100000,3000,0,0,1500\n";

#[test]
fn match_on_refunded_deferrals_is_forfeited_and_leaves_the_acp_test() {
    let found = tested(&[HALF_OF_SIX], CENSUS);
    assert_members(
        &found,
        &[
            ("adp.limit", "5.00"),
            ("adp.corrections.H.refund", "6000.00"),
            ("adp.corrections.H.refund_pre_tax", "6000.00"),
            ("adp.corrections.H.related_match_forfeited", "1000.00"),
            ("acp.after_adp_correction.match_forfeited", "1000.00"),
            ("acp.hce", "3.50"),
            ("acp.limit", "3.00"),
            ("acp.corrections.H.after_tax", "1000.00"),
            ("acp.corrections.H.related_match_forfeited", "0.00"),
        ],
    );
}

#[test]
fn match_that_is_kept_or_of_which_nothing_is_stated_stays_in_the_acp_test() {
    for (stated, word) in [("kept", "keeps match"), ("", "`testing.related-match`")] {
        let found = tested(&[HALF_OF_SIX, ("testing.related-match", stated)], CENSUS);
        assert_members(&found, &[("adp.corrections.H.related_match_forfeited", "0.00"), ("acp.hce", "4.00")]);
        assert!(found["adp"]["remarks"].to_string().contains(word), "{}", found["adp"]["remarks"]);
    }
    let found = tested(&[("match.formula", "discretionary")], CENSUS);
    assert!(found["adp"]["remarks"].to_string().contains("the stated formula does not tell"));
}

#[test]
fn a_plan_that_recharacterizes_keeps_what_its_limit_lets_in() {
    let yes = ("testing.recharacterization", "yes");
    let found = tested(&[HALF_OF_SIX, yes, ("after-tax.limit", "3% of pay")], CENSUS);
    assert_members(
        &found,
        &[
            ("adp.corrections.H.recharacterized", "4000.00"),
            ("adp.corrections.H.refund", "2000.00"),
            ("adp.corrections.H.related_match_forfeited", "0.00"),
            ("acp.after_adp_correction.recharacterized", "4000.00"),
            ("acp.hce", "6.00"),
            ("acp.corrections.H.after_tax", "6000.00"),
        ],
    );
    let limited_to = |limit| tested(&[HALF_OF_SIX, yes, ("after-tax.hce-limit", limit)], CENSUS);
    assert_members(&limited_to("barred"), &[("adp.corrections.H.recharacterized", "0.00")]);
    assert_members(&limited_to("$2,500"), &[("adp.corrections.H.recharacterized", "500.00")]);
    assert_members(&limited_to("402(g) limit"), &[("adp.corrections.H.recharacterized", "6000.00")]);
    let silent = limited_to("");
    assert_members(&silent, &[("adp.corrections.H.recharacterized", "0.00")]);
    assert!(silent["adp"]["correction_missing"].to_string().contains("after-tax.hce-limit"));
}

#[test]
fn nothing_is_recharacterized_between_different_methods() {
    let changes = [
        HALF_OF_SIX,
        ("testing.recharacterization", "yes"),
        ("testing.acp", "prior year"),
        ("testing.prior-nhce-acp", "1%"),
        ("testing.shift-deferrals", "yes"),
    ];
    let found = tested(&changes, CENSUS);
    assert_members(
        &found,
        &[
            ("adp.corrections.H.recharacterized", "0.00"),
            ("acp.method", "prior"),
            ("acp.shift_points", "null"),
        ],
    );
    for test in ["adp", "acp"] {
        assert!(found[test]["remarks"].to_string().contains("by different methods"), "{test}");
    }
    assert!(found["acp"]["remarks"].to_string().contains("five plan years"));
}

#[test]
fn what_is_unknown_of_recharacterization_is_said() {
    let found = tested(&[HALF_OF_SIX, ("testing.recharacterization", "")], CENSUS);
    assert_members(&found, &[("adp.corrections.H.refund", "6000.00")]);
    assert!(found["adp"]["correction_missing"].to_string().contains("testing.recharacterization"));
}

#[test]
fn matched_after_tax_money_takes_its_match_along_whatever_the_order() {
    let census = "employee_id,birth_date,hire_date,hce,compensation,pre_tax,after_tax,match\nG,1985-01-01,2010-01-01,yes,100000,0,7000,4000\nN,1990-01-01,2015-01-01,no,100000,0,5000,0\n";
    let with_order = |order| {
        let formula = ("match.formula", "100% of first 2% of pay + 50% of next 4% of pay");
        tested(&[formula, ("after-tax.matched", "yes"), ("testing.refund-order", order)], census)
    };
    let by_match = with_order("match first");
    assert_members(
        &by_match,
        &[
            ("acp.corrections.G.match_vested", "4000.00"),
            ("acp.corrections.G.after_tax", "0.00"),
            ("acp.corrections.G.related_match_forfeited", "0.00"),
        ],
    );
    // 7/11 of 4,000 after tax leaves 4,454.55, which is matched with 3,227.28; 2,545.45 of match is left, so nothing.
    let pro_rata = with_order("pro rata");
    assert_members(
        &pro_rata,
        &[
            ("acp.corrections.G.after_tax", "2545.45"),
            ("acp.corrections.G.match_vested", "1454.55"),
            ("acp.corrections.G.related_match_forfeited", "0.00"),
        ],
    );
    let silent = with_order("");
    assert_members(&silent, &[("acp.corrections.G.after_tax", "3000.00")]);
    assert!(silent["acp"]["remarks"].to_string().contains("testing.refund-order"));
}
