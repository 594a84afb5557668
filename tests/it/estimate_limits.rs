//! What an estimate does at the edges: spreads that are not stated, limits on a person, an average that is fixed, groups of
//! people who are tested apart, and projections of people of whom not all is known.

use assert_cmd::Command;

use planlint::estimate::assumption::Assumption;
use planlint::estimate::headroom::Others;
use planlint::estimate::scene::room::Stop;
use planlint::estimate::{Estimate, Request, Stopped, of_workforce};
use planlint::law::Law;
use planlint::money::exact::{Cents, Hundredths};
use planlint::testing::results::Status;

const SPEC: &str = "\
plan: Small
type: 401(k)
year: 2026
eligibility: { deferrals: immediate, entry: immediate }
compensation: { cap: 401(a)(17) }
deferrals: { pre-tax: yes, catch-up: yes }
after-tax: { allowed: yes, matched: no, limit: none, hce-limit: none }
match: { formula: 50% of first 6% of pay, sources: 'pre-tax, roth', conditions: none }
nonelective: { formula: none }
safe-harbor: { type: none }
testing: { adp: current year, acp: current year, qnec: none, recharacterization: no, top-paid-group: no }
workforce:
  hce: { count: 4, average-pay: $200000, participation: 100%, average-deferral: 6%, after-tax-participation: 100%, average-after-tax: 1.5% }
  nhce: { count: 20, average-pay: $60000, participation: 75%, average-deferral: 6%, after-tax-participation: 10%, average-after-tax: 3% }
";

fn estimate(spec: &str) -> Estimate {
    let request = Request {
        base: planlint::estimate::lever::Settings::default(),
        x: None,
        y: None,
        seed: 1,
        spread: None,
        runs: 1,
        depth: planlint::estimate::Depth::Whole,
    };
    let input = planlint::Input { path: "small.plan.yaml".to_owned(), bytes: spec.as_bytes().to_vec() };
    let plan = planlint::plans(&input, None, jiff::civil::date(2026, 7, 1)).expect("a plan").remove(0);
    of_workforce(&plan, Law::current(), &request)
}

fn acp(found: &Estimate) -> (Status, Option<(Hundredths, Hundredths)>) {
    let acp = &found.exposure.as_ref().expect("an exposure").cell.acp;
    (acp.status, acp.comparison.map(|comparison| (comparison.hce, comparison.nhce)))
}

#[test]
fn spreads_that_are_not_stated_are_tried_apart_for_both_sides() {
    // All at the average: 4.50% beside 2.55%, within two points. All far apart: 3.75% beside 1.99%, and within them too. The
    // highly compensated at the average and the others far apart: 4.50% beside 1.99%, whose limit is 3.98%.
    let stated = |hce: &str, nhce: &str| {
        let spec = SPEC.replacen(
            "average-deferral: 6%",
            &format!("average-deferral: 6%, deferral-spread: {hce}"),
            1,
        );
        spec.replace(
            "75%, average-deferral: 6%",
            &format!("75%, average-deferral: 6%, deferral-spread: {nhce}"),
        )
    };
    assert_eq!(acp(&estimate(&stated("0%", "0%"))).0, Status::Pass);
    assert_eq!(acp(&estimate(&stated("6%", "6%"))).0, Status::Pass);
    assert_eq!(acp(&estimate(&stated("0%", "6%"))).0, Status::Fail);
    let open = estimate(SPEC);
    assert_eq!(acp(&open).0, Status::Unknown, "one of the ways fails");
    // Where no way fails, what is shown is the one with the least room.
    let narrow = estimate(&SPEC.replace("average-after-tax: 1.5%", "average-after-tax: 0.5%"));
    let worst = estimate(&stated("0%", "6%").replace("average-after-tax: 1.5%", "average-after-tax: 0.5%"));
    assert_eq!(acp(&narrow), acp(&worst));
    assert_eq!(acp(&narrow).0, Status::Pass);
}

#[test]
fn contributions_of_a_group_end_at_the_limits_on_a_person() {
    // Ten of twenty would put in 12% of $60,000 and the plan lets them put in 5%: the average is 2.50 and not 6 points.
    let spec = SPEC
        .replace("limit: none, hce-limit: none }\nmatch", "limit: 5% of pay, hce-limit: none }\nmatch")
        .replace(
            "after-tax-participation: 10%, average-after-tax: 3%",
            "deferral-spread: 0%, after-tax-participation: 50%, average-after-tax: 12%",
        )
        .replacen("average-deferral: 6%", "average-deferral: 15%, deferral-spread: 0%", 1);
    let found = estimate(&spec);
    let (_, Some((_, nhce))) = acp(&found) else { panic!("no comparison") };
    assert_eq!(nhce, Hundredths(225 + 250), "three quarters have 3% of match");
    let exposure = found.exposure.as_ref().expect("an exposure");
    assert_eq!(exposure.results.limits.status, Status::Pass, "{:?}", exposure.results.limits.findings);
    assert!(found.assumptions.contains(&Assumption::AfterTaxCut { people: 10 }), "{:?}", found.assumptions);
    // 15% of $200,000 is $30,000, and 402(g) lets them defer $24,500.
    assert!(found.assumptions.contains(&Assumption::HeldBack { group: "hce".to_owned(), people: 4 }));
    assert_eq!(
        exposure.stopped,
        [Stopped { by: Stop::Deferrals, hces: 4, nhces: 0 }, Stopped { by: Stop::Plan, hces: 0, nhces: 10 }]
    );
    let room = found.headroom.expect("room");
    assert!(room.people.iter().all(|one| one.stop == Stop::Plan && one.most == Cents(1_000_000)));
}

#[test]
fn nothing_that_the_others_do_moves_the_average_of_last_year() {
    let spec = SPEC.replace(
        "adp: current year, acp: current year",
        "adp: prior year, prior-nhce-adp: 3%, acp: prior year, prior-nhce-acp: 1%",
    );
    let found = estimate(&spec);
    let exposure = found.exposure.as_ref().expect("an exposure");
    assert_eq!((exposure.cell.adp.status, exposure.cell.acp.status), (Status::Fail, Status::Fail));
    let [adp, acp] = [exposure.adp_margin, exposure.acp_margin].map(|margin| margin.expect("a margin"));
    assert_eq!((adp.nhce_money, acp.nhce_money), (None, None));
    let room = found.headroom.expect("room");
    assert_eq!(room.others, Others::Fixed);
    assert!(room.carriers.is_empty() && room.curves.is_empty());
}

#[test]
fn people_who_are_tested_apart_are_named_and_the_rest_is_estimated() {
    let with = |how: &str| {
        estimate(
            &SPEC
                .replace("top-paid-group: no", &format!("top-paid-group: no, otherwise-excludable: {how}"))
                .replace("average-after-tax: 1.5%", "average-after-tax: 0.5%"),
        )
    };
    let [together, separate, early] = ["together", "separate", "early participation"].map(with);
    assert_eq!(acp(&together), acp(&separate), "the groups are the people of the first test");
    assert_eq!(acp(&together), acp(&early));
    assert_eq!(together.status(), Status::Pass);
    assert_eq!(separate.status(), Status::Unknown, "another test is not estimated");
    assert_eq!(early.status(), Status::Pass, "there is no other test");
    let alone = SPEC.replace("count: 20", "count: 0").replacen(
        "average-deferral: 6%",
        "average-deferral: 6%, deferral-spread: 0%",
        1,
    );
    let alone =
        estimate(&alone.replace("top-paid-group: no", "top-paid-group: no, otherwise-excludable: separate"));
    assert_eq!(alone.status(), Status::Pass, "there is nobody to compare with");
    assert_eq!(alone.headroom.expect("room").others, Others::Nobody);
}

fn run(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::cargo_bin("planlint")
        .expect("the program")
        .arg("estimate")
        .args(arguments)
        .output()
        .expect("a run");
    let text =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.code(), text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn a_projection_cuts_to_limits_and_says_what_it_does_not_know() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.to_str().expect("UTF-8").to_owned()
    };
    let plan = SPEC
        .split("workforce:")
        .next()
        .expect("the plan")
        .replace("limit: none, hce", "limit: 10% of pay, hce");
    let plan = write(
        "small.plan.yaml",
        &plan.replace("nonelective: { formula: none }", "nonelective: { formula: discretionary }"),
    );
    // Half a year: A is past 10% of a year's pay already, B would come to it; neither tells a birth date.
    let census = write(
        "half.csv",
        "employee_id,hire_date,compensation,hce,eligible,pre_tax,after_tax\n\
         A,2010-01-01,100000,yes,yes,20000,25000\n\
         B,2010-01-01,50000,no,yes,3000,7000\n",
    );
    let (_, text) = run(&[&plan, "--census", &census, "--through", "2026-06-30"]);
    for told in [
        "The after-tax contributions of 2 people are cut",
        "Catch-up contributions are not known of 1 who",
        "The census has no nonelective contributions",
        "The census has no match and the plan has one",
        "Stopped by a limit: 1 of the highly compensated by 402(g);",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    // Of a year's $201,657.46, A may put in $20,165.75 and has put in $25,000; B may put in $10,082.87.
    let (_, json) = run(&[&plan, "--census", &census, "--through", "2026-06-30", "--format", "json"]);
    assert!(json.contains("\"hce\": \"15.40\"") && json.contains("\"nhce\": \"13.00\""), "{json}");
    let (code, text) = run(&[&plan, "--census", &census, "--pay-growth", "3"]);
    assert_eq!(code, Some(2), "{text}");
}

#[test]
fn a_match_on_the_year_does_not_end_with_deferrals() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.to_str().expect("UTF-8").to_owned()
    };
    // A has come to 402(g) in half a year, with a match of 3% of the pay so far; B goes on.
    let census = write(
        "half.csv",
        "employee_id,birth_date,hire_date,compensation,hce,eligible,pre_tax,after_tax,match\n\
         A,1990-01-01,2010-01-01,100000,yes,yes,24500,0,3000\n\
         B,1990-01-01,2010-01-01,50000,no,yes,3000,0,1500\n",
    );
    let plan = SPEC.split("workforce:").next().expect("the plan");
    let of = |period: &str| {
        let plan = write(
            "small.plan.yaml",
            &plan.replace("conditions: none", &format!("conditions: none, {period}")),
        );
        run(&[&plan, "--census", &census, "--through", "2026-06-30"]).1
    };
    let trued_up = of("period: payroll, true-up: yes");
    assert!(trued_up.contains("3.00% against") && trued_up.contains("computed on the year"), "{trued_up}");
    assert!(of("period: plan year").contains("3.00% against"));
    let by_payroll = of("period: payroll, true-up: no");
    assert!(
        by_payroll.contains("1.49% against") && by_payroll.contains("moves with deferrals"),
        "{by_payroll}"
    );
}

#[test]
fn a_question_on_a_group_names_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("small.plan.yaml");
    std::fs::write(&path, SPEC).expect("a file");
    let (_, text) = run(&[path.to_str().expect("UTF-8")]);
    for group in ["hce", "nhce"] {
        let question = format!("deferral rates in the group? (`workforce.{group}.deferral-spread`)");
        assert!(text.contains(&question), "{text}");
    }
}

#[test]
fn deferrals_of_a_group_end_at_the_limits_of_the_plan() {
    // The plan lets everyone defer 10% of pay and the highly compensated 6%: 15% and 8% are no contributions.
    let spec = SPEC
        .replace(
            "pre-tax: yes, catch-up: yes",
            "pre-tax: 1% to 10% of pay, roth: no, hce-limit: 6% of pay, catch-up: yes",
        )
        .replacen("average-deferral: 6%", "average-deferral: 8%, deferral-spread: 0%", 1)
        .replace("75%, average-deferral: 6%", "50%, average-deferral: 15%, deferral-spread: 0%");
    let found = estimate(&spec);
    let exposure = found.exposure.as_ref().expect("an exposure");
    let adp = exposure.cell.adp.comparison.expect("a comparison");
    assert_eq!((adp.hce, adp.nhce), (Hundredths(600), Hundredths(500)));
    assert_eq!(exposure.results.limits.status, Status::Pass, "{:?}", exposure.results.limits.findings);
    for (group, people) in [("hce", 4), ("nhce", 10)] {
        assert!(found.assumptions.contains(&Assumption::HeldBack { group: group.to_owned(), people }));
    }
}

#[test]
fn a_line_of_check_says_nothing_that_a_spread_could_change_or_that_is_half_of_the_tests() {
    let outlook = |spec: &str| {
        let input = planlint::Input { path: "small.plan.yaml".to_owned(), bytes: spec.as_bytes().to_vec() };
        let plan = planlint::plans(&input, None, jiff::civil::date(2026, 7, 1)).expect("a plan").remove(0);
        planlint::estimate::outlook(&plan, Law::current())
    };
    assert!(
        outlook(SPEC).is_none(),
        "it passes where both are alike and where both are apart, and fails between"
    );
    let narrow = SPEC.replace("average-after-tax: 1.5%", "average-after-tax: 0.5%");
    let found = outlook(&narrow).expect("an outlook");
    let least = found.cell.acp.comparison.expect("a comparison");
    assert_eq!(Some((least.hce, least.nhce)), acp(&estimate(&narrow)).1);
    let apart = narrow.replace("top-paid-group: no", "top-paid-group: no, otherwise-excludable: separate");
    assert!(outlook(&apart).is_none());
}
