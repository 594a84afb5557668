//! Proposals that make failing tests pass: what is promised holds, to the cent, once the amendment is applied.

mod applied;
mod people;
mod program;

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use planlint::Input;
use planlint::census::header::Understanding;
use planlint::census::mapping::Mapping;
use planlint::census::participant::PlanRows;
use planlint::estimate::population::Population;
use planlint::law::Law;
use planlint::money::exact::Hundredths;
use planlint::proposals::conditions::{Chance, terms, window};
use planlint::proposals::design::{Design, InAcp};
use planlint::proposals::lever::{Lever, Year};
use planlint::proposals::unused::Window;
use planlint::proposals::{Case, Nothing, Proposals, Wishes, search};
use planlint::testing::remark::Test;
use planlint::testing::results::TestResults;
use planlint::testing::terms::Terms;

/// Example plans that fail, each with its census.
pub const EXAMPLES: [(&str, &str); 3] = [
    ("plan-specs/designs/robotics-maker-fails-acp", "plan-specs/designs/robotics-maker-2026.census.csv"),
    ("plan-specs/designs/clinic-match-left-out", "plan-specs/designs/clinic-2026.census.csv"),
    ("plan-specs/designs/software-studio-top-paid", "plan-specs/designs/software-studio-2026.census.csv"),
];

pub const BEFORE_THE_YEAR: Date = date(2025, 11, 3);

pub const WISHES: Wishes = Wishes {
    auto_enrollment_participation: Some(Hundredths::percent(100)),
    nhce_after_tax: Hundredths::percent(5),
};

/// The rows of the only employer of a census.
pub fn rows(census: &[u8]) -> (Understanding, Vec<PlanRows>) {
    let mut found = None;
    let read = planlint::census::by_employer(
        || Ok(census),
        &Mapping::default(),
        |understanding, employer| {
            found = Some((understanding.clone(), employer.plans().to_vec()));
        },
    );
    assert!(read.expect("a census").problems.is_empty());
    found.expect("an employer")
}

pub fn read(path: &str) -> Input {
    Input { path: path.to_owned(), bytes: std::fs::read(path).expect("a file") }
}

pub fn look(input: &Input, census: &[u8], as_of: Date, wishes: Wishes) -> Result<Proposals, Nothing> {
    let (understanding, plans) = rows(census);
    search(&Case {
        input,
        place: 0,
        year: None,
        as_of,
        law: Law::current(),
        population: Population::census(understanding, plans, 0),
        seed: 1,
        wishes,
    })
}

/// What `planlint test` says of a text and a census.
pub fn test(input: &Input, census: &[u8], as_of: Date) -> TestResults {
    let plans = planlint::plans(input, None, as_of).expect("a plan spec");
    let (understanding, rows) = rows(census);
    planlint::testing::run(&Terms::of(&plans[0], Law::current()), &understanding, &rows, 0)
}

/// The search for the first example, made once for all tests.
pub fn robotics() -> &'static Proposals {
    static FOUND: LazyLock<Proposals> = LazyLock::new(|| {
        let [(plan, census), ..] = EXAMPLES;
        let census = std::fs::read(census).expect("a census");
        look(&read(&format!("{plan}.plan.yaml")), &census, BEFORE_THE_YEAR, WISHES).expect("a search")
    });
    &FOUND
}

#[test]
fn whether_it_can_still_be_done_follows_the_day() {
    let path = format!("{}.plan.yaml", EXAMPLES[0].0);
    let plan = planlint::plans(&read(&path), None, BEFORE_THE_YEAR).expect("a plan spec").remove(0);
    let chance = |lever, as_of| terms(lever, &plan, as_of).chance;
    let open = |until| Chance::Open { until };
    let over = |since| Chance::Over { since };
    let [before, within, december, after] =
        [BEFORE_THE_YEAR, date(2026, 6, 15), date(2026, 12, 1), date(2027, 2, 1)];

    let of_match = Lever::SafeHarbor(Design::Basic, InAcp::Counted);
    assert_eq!(chance(of_match, before), open(date(2025, 12, 2)));
    assert_eq!(chance(of_match, within), over(date(2025, 12, 3)));

    let nonelective = |design| Lever::SafeHarbor(design, InAcp::Counted);
    assert_eq!(chance(nonelective(Design::Nonelective3), within), open(date(2026, 11, 30)));
    assert_eq!(chance(nonelective(Design::Nonelective3), december), over(date(2026, 12, 1)));
    assert_eq!(chance(nonelective(Design::Nonelective4), december), open(date(2027, 12, 31)));
    assert_eq!([window(&plan, date(2026, 11, 30)), window(&plan, december)], [Window::Open, Window::Closed]);

    let cap = Lever::HceCap(Hundredths::percent(3));
    assert_eq!(chance(cap, before), open(date(2025, 12, 31)));
    assert!(matches!(chance(cap, within), Chance::Asks { .. }));
    assert_eq!(chance(cap, after), over(date(2027, 1, 1)));

    // The plan provides for no QNEC: that is an amendment.
    let qnec = Lever::Qnec(Test::Acp);
    assert_eq!(chance(qnec, within), open(date(2026, 12, 31)));
    assert!(matches!(chance(qnec, after), Chance::Asks { .. }));
    assert_eq!(chance(Lever::TopPaidGroup, after), over(date(2027, 1, 1)));
    assert!(matches!(chance(Lever::Method(Year::Prior), before), Chance::Asks { .. }));
}

#[test]
fn the_effect_of_automatic_enrollment_is_never_assumed() {
    let [(plan, census), ..] = EXAMPLES;
    let census = std::fs::read(census).expect("a census");
    let wishes = Wishes { auto_enrollment_participation: None, ..WISHES };
    let found =
        look(&read(&format!("{plan}.plan.yaml")), &census, BEFORE_THE_YEAR, wishes).expect("a search");
    let has = |lever: &Lever| matches!(lever, Lever::AutoEnrollment(_));
    assert!(!found.passing.iter().chain(&found.short).any(|one| one.levers.iter().any(has)));
    assert!(found.unjudged.iter().any(|one| has(&one.lever)));
}

#[test]
fn nothing_is_proposed_where_nothing_fails() {
    let [_, (plan, census), _] = EXAMPLES;
    let census = std::fs::read(census).expect("a census");
    let spec = String::from_utf8(read(&format!("{plan}.plan.yaml")).bytes).expect("a text");
    let spec = spec.replace("include-safe-harbor-match: no", "include-safe-harbor-match: yes");
    let input = Input { path: "a.plan.yaml".to_owned(), bytes: spec.into_bytes() };
    let found = look(&input, &census, BEFORE_THE_YEAR, WISHES).expect("a search");
    assert!(found.now.passes(&found.now) && found.passing.is_empty() && found.short.is_empty());
}

#[test]
fn what_is_unknown_is_asked_for_and_nothing_is_proposed() {
    let [(plan, census), ..] = EXAMPLES;
    let census = std::fs::read(census).expect("a census");
    let spec = String::from_utf8(read(&format!("{plan}.plan.yaml")).bytes).expect("a text");
    let input = Input {
        path: "a.plan.yaml".to_owned(),
        bytes: spec.replace("  acp: current year\n", "").into_bytes(),
    };
    match look(&input, &census, BEFORE_THE_YEAR, WISHES) {
        Err(Nothing::Unknown(missing)) => assert_eq!(missing.elections[0].as_str(), "testing.acp"),
        other => panic!("{other:?}"),
    }
}
