//! Worked examples of the regulations that have people, from a plan spec and a census to figures.

use planlint::testing::{self, Detail};

use super::{as_json, assert_members, rows, terms, tested};

/// Nobody is of an age to catch up.
const HEADER: &str = "employee_id,birth_date,hce,compensation,pre_tax,after_tax,match,qnec\n";

/// Rows of a name, `yes` or `no` for highly compensated, pay, deferrals, after-tax, match, QNEC.
fn census(people: &[&str]) -> String {
    let row = |person: &&str| {
        let mut cells: Vec<&str> = person.split_whitespace().collect();
        cells.resize(7, "0");
        cells.insert(1, "1990-01-01");
        cells.join(",") + "\n"
    };
    HEADER.to_owned() + &people.iter().map(row).collect::<String>()
}

/// Name, elections, people, what comes out.
type Example = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
    &'static [(&'static str, &'static str)],
);

const ADP: &[Example] = &[
    (
        "26 CFR 1.401(k)-2(a)(7) Ex.1",
        &[],
        &["A yes 100000 4340", "B no 60000 2860", "C no 45000 1250"],
        &[("adp.status", "pass"), ("adp.hce", "4.34"), ("adp.nhce", "3.78")],
    ),
    (
        "26 CFR 1.401(k)-2(a)(7) Ex.2",
        &[],
        &["A yes 100000 5770", "B no 60000 2860", "C no 45000 1250"],
        &[("adp.status", "pass"), ("adp.hce", "5.77"), ("adp.limit", "5.78"), ("adp.basis", "+2")],
    ),
    (
        "26 CFR 1.401(k)-2(a)(7) Ex.4, without QNECs",
        &[],
        &[
            "M yes 100000 3000",
            "N yes 100000 2000",
            "O no 60000 1800",
            "P no 40000",
            "Q no 30000",
            "R no 5000",
            "S no 20000",
        ],
        &[("adp.status", "fail"), ("adp.hce", "2.50"), ("adp.nhce", "0.60")],
    ),
    (
        "26 CFR 1.401(k)-2(a)(7) Ex.4, with QNECs",
        &[("testing.qnec", "adp")],
        &[
            "M yes 100000 3000 0 0 2000",
            "N yes 100000 2000 0 0 2000",
            "O no 60000 1800 0 0 1200",
            "P no 40000 0 0 0 800",
            "Q no 30000 0 0 0 600",
            "R no 5000 0 0 0 100",
            "S no 20000 0 0 0 400",
        ],
        &[("adp.status", "pass"), ("adp.hce", "4.50"), ("adp.nhce", "2.60"), ("adp.basis", "+2")],
    ),
    (
        "26 CFR 1.401(k)-2(a)(7) Ex.8: the year before without its QNECs",
        &[("testing.adp", "prior year"), ("testing.prior-nhce-adp", "0.6%")],
        &["A yes 100000 3500", "B no 50000 5000"],
        &[("adp.status", "fail"), ("adp.nhce", "0.60"), ("adp.limit", "1.20"), ("adp.method", "prior")],
    ),
    (
        "26 CFR 1.401(k)-2(b)(2)(viii) Ex.1",
        &[],
        &["A yes 200000 12000", "B yes 128000 8960", "C no 100000 3000"],
        &[
            ("adp.hce", "6.50"),
            ("adp.excess_total", "4560.00"),
            ("adp.corrections.A.refund", "3800.00"),
            ("adp.corrections.B.refund", "760.00"),
        ],
    ),
    (
        "an exam question: the highest ratio gets less back than the most dollars",
        &[],
        &[
            "A yes 150000 4500",
            "B yes 140000 7000",
            "C yes 100000 3000",
            "D yes 90000 6300",
            "N no 100000 1850",
        ],
        &[
            ("adp.excess_total", "3180.00"),
            ("adp.corrections.B.refund", "1940.00"),
            ("adp.corrections.D.refund", "1240.00"),
            ("adp.corrections.A", "null"),
        ],
    ),
    (
        "IRC 401(k)(3)(E)",
        &[("testing.adp", "prior year"), ("document.first-year", "yes")],
        &["A yes 100000 6000", "B yes 100000 4000", "C no 100000 500"],
        &[("adp.status", "pass"), ("adp.hce", "5.00"), ("adp.nhce", "3.00"), ("adp.limit", "5.00")],
    ),
    (
        "26 CFR 1.401(k)-2(a)(1)(ii)",
        &[],
        &["A yes 100000 10000"],
        &[("adp.status", "pass"), ("adp.reason", "everybody in the test is highly compensated")],
    ),
];

const ACP: &[Example] = &[
    (
        "26 CFR 1.401(m)-2(a)(7) Ex.1",
        &[("after-tax.matched", "yes"), ("match.formula", "50% up to 402(g) limit")],
        &["A yes 100000 0 4000 2000", "B no 100000 0 3000 1500"],
        &[("acp.status", "pass"), ("acp.hce", "6.00"), ("acp.nhce", "4.50"), ("acp.limit", "6.50")],
    ),
    (
        "26 CFR 1.401(m)-2(a)(7) Ex.5, but for the shifted deferrals",
        &[("after-tax.matched", "yes"), ("match.formula", "discretionary")],
        &[
            "A yes 190000 15000 3500 9250",
            "B yes 100000 5000 10000 7500",
            "C no 85000 12000 0 6000",
            "D no 70000 9500 0 4750",
            "E no 40000 2000 0 8000",
            "F no 10000",
        ],
        &[
            ("acp.status", "fail"),
            ("acp.hce", "12.11"),
            ("participants.C.acr", "7.06"),
            ("participants.E.acr", "5.00"),
        ],
    ),
    (
        "26 CFR 1.401(m)-2(b)(5) Ex.1, by its own steps",
        &[],
        &["A yes 200000 0 14000", "B yes 150000 0 13500", "C yes 100000 0 12000", "N no 100000 0 6000"],
        &[
            ("acp.hce", "9.33"),
            ("acp.excess_total", "4250.00"),
            ("acp.corrections.A.refund", "2250.00"),
            ("acp.corrections.B.refund", "1750.00"),
            ("acp.corrections.C.refund", "250.00"),
        ],
    ),
    (
        "26 CFR 1.401(m)-2(b)(5) Ex.2",
        &[("testing.recharacterization", "yes"), ("match.formula", "50% up to 402(g) limit")],
        &["D yes 200000 15000 0 7500", "N no 100000 4000 0 2000"],
        &[
            ("adp.limit", "6.00"),
            ("adp.corrections.D.recharacterized", "3000.00"),
            ("adp.corrections.D.refund", "0.00"),
            ("acp.hce", "5.25"),
            ("acp.limit", "4.00"),
            ("acp.after_adp_correction.recharacterized", "3000.00"),
            ("acp.corrections.D.refund", "2500.00"),
        ],
    ),
    (
        "26 CFR 1.401(m)-2(b)(5) Ex.6",
        &[("after-tax.matched", "yes"), ("match.formula", "100% of first 2% of pay + 50% of next 4% of pay")],
        &["G yes 100000 0 7000 4000", "N no 100000 0 5000"],
        &[
            ("acp.hce", "11.00"),
            ("acp.excess_total", "4000.00"),
            ("acp.corrections.G.after_tax", "3000.00"),
            ("acp.corrections.G.match_vested", "1000.00"),
            ("acp.corrections.G.related_match_forfeited", "0.00"),
        ],
    ),
    (
        "the only after-tax contributions are an owner's",
        &[],
        &["owner yes 200000 0 20000", "ee no 50000"],
        &[
            ("acp.status", "fail"),
            ("acp.hce", "10.00"),
            ("acp.limit", "0.00"),
            ("acp.corrections.owner.refund", "20000.00"),
        ],
    ),
];

#[test]
fn published_examples_come_out_from_spec_and_census() {
    for (name, changes, people, expected) in ADP.iter().chain(ACP) {
        let found = tested(changes, &census(people));
        println!("{name}");
        assert_members(&found, expected);
    }
}

#[test]
fn catch_up_is_not_for_whom_no_excess_is_apportioned_to() {
    let census = "employee_id,birth_date,hce,compensation,pre_tax,after_tax\nA,1970-01-01,yes,70000,5600,0\nB,1990-01-01,yes,200000,11000,0\nN,1990-01-01,no,100000,4000,0\n";
    assert_members(
        &tested(&[], census),
        &[
            ("adp.excess_total", "1050.00"),
            ("adp.corrections.A", "null"),
            ("adp.corrections.B.refund", "1050.00"),
        ],
    );
}

#[test]
fn excess_deferrals_count_for_the_highly_compensated_only() {
    // 26 CFR 1.401(k)-2(a)(4)(iii), (a)(5)(ii), and catch-up contributions under (a)(5)(iii).
    let census = "employee_id,birth_date,hce,compensation,pre_tax,after_tax\nH,1990-01-01,yes,230000,20000,0\nN,1990-01-01,no,100000,24000,0\n";
    assert_members(
        &tested(&[("year", "2024")], census),
        &[("participants.H.adr", "8.70"), ("participants.N.adr", "23.00")],
    );
    let census = "employee_id,birth_date,hce,compensation,pre_tax,after_tax\n1,1960-01-01,yes,305001,27000,0\n2,1960-01-01,yes,305001,20500,0\n";
    assert_members(
        &tested(&[("year", "2022")], census),
        &[
            ("participants.1.adr", "6.72"),
            ("participants.2.adr", "6.72"),
            ("participants.1.pay", "305000.00"),
        ],
    );
}

#[test]
fn owners_families_and_pay_decide_who_is_highly_compensated() {
    let header = "employee_id,compensation,prior_compensation,ownership,family_of,after_tax\n";
    let people = "Michelle,30000,30000,100,,0\nTom,10000,10000,,Michelle,0\nBethany,10000,10000,,Michelle,0\nNonOwner,100000,100000,0,,0\nFivePct,100000,100000,5,,0\nHigh,120001,120001,0,,0\nEdge,120000,120000,0,,0\n";
    let found = tested(&[("year", "2016")], &format!("{header}{people}"));
    assert_members(
        &found,
        &[
            ("participants.Michelle.hce_reason", "owns 100%"),
            ("participants.Tom.hce_reason", "owns 100% through family"),
            ("participants.Bethany.hce", "true"),
            ("participants.NonOwner.hce", "false"),
            ("participants.FivePct.hce", "false"),
            ("participants.High.hce_reason", "look-back pay above $120,000"),
            ("participants.Edge.hce_reason", "look-back pay up to $120,000"),
        ],
    );
    // No in-laws, no siblings, nothing twice (IRC 318(a)(5)(B)).
    let people = "Grandpa,20000,20000,100,,0\nSon,20000,20000,,Grandpa,0\nSonsWife,20000,20000,,Son,0\nGrandson,20000,20000,,Son,0\n";
    assert_members(
        &tested(&[("year", "2025")], &format!("{header}{people}")),
        &[
            ("participants.Son.hce", "true"),
            ("participants.SonsWife.hce", "false"),
            ("participants.Grandson.hce", "false"),
        ],
    );
}

#[test]
fn what_the_highly_compensated_have_in_another_plan_counts() {
    // 26 CFR 1.401(k)-2(a)(3)(iii) Ex.1 and 1.401(m)-2(a)(3)(iii).
    let census = "plan_id,employer_group,employee_id,birth_date,hce,compensation,pre_tax,after_tax,match\nS,G,A,1990-01-01,yes,120000,6000,4000,2000\nS,G,N,1990-01-01,no,50000,0,0,0\nT,G,A,1990-01-01,yes,120000,4000,4000,0\n";
    let (understanding, plans) = rows(census);
    for tested in [0, 1] {
        let found = testing::run_in(&terms(&[]), &understanding, &plans, tested, Detail::Participants);
        assert_members(&as_json(&found), &[("participants.A.adr", "8.33"), ("participants.A.acr", "8.33")]);
    }
    // No more goes back than this plan holds.
    let found = testing::run(&terms(&[]), &understanding, &plans, 0);
    assert_members(
        &as_json(&found),
        &[
            ("adp.excess_total", "10000.00"),
            ("adp.corrections.A.refund", "6000.00"),
            ("adp.left_over", "4000.00"),
            ("acp.corrections.A.refund", "6000.00"),
            ("acp.left_over", "4000.00"),
        ],
    );
}
