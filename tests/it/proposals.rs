//! Proposals that make failing tests pass: what is promised holds once the amendment is applied.

use jiff::civil::date;
use planlint::Input;
use planlint::census::header::Understanding;
use planlint::census::mapping::Mapping;
use planlint::census::participant::PlanRows;
use planlint::estimate::population::Population;
use planlint::law::Law;
use planlint::money::exact::Hundredths;
use planlint::proposals::{Case, Proposals, Wishes, search};

fn rows(census: &[u8]) -> (Understanding, Vec<PlanRows>) {
    let mut found = None;
    planlint::census::by_employer(
        || Ok(census),
        &Mapping::default(),
        |understanding, employer| {
            found = Some((understanding.clone(), employer.plans().to_vec()));
        },
    )
    .expect("a census");
    found.expect("an employer")
}

fn propose(path: &str, census: &str, as_of: jiff::civil::Date) -> Proposals {
    let input = Input { path: path.to_owned(), bytes: std::fs::read(path).expect("a spec") };
    let census = std::fs::read(census).expect("a census");
    let (understanding, plans) = rows(&census);
    let case = Case {
        input: &input,
        place: 0,
        year: None,
        as_of,
        law: Law::current(),
        population: Population::census(understanding, plans, 0),
        seed: 1,
        wishes: Wishes { auto_enrollment_participation: None, nhce_after_tax: Hundredths::percent(5) },
    };
    search(&case).expect("a search")
}

#[test]
fn look() {
    let started = std::time::Instant::now();
    let found = propose(
        "plan-specs/designs/robotics-maker-fails-acp.plan.yaml",
        "plan-specs/designs/robotics-maker-2026.census.csv",
        date(2025, 11, 1),
    );
    println!("{:?}", started.elapsed());
    println!("now {:?}", found.now);
    for one in found.passing.iter().chain(&found.short) {
        let words: Vec<String> = one.levers.iter().map(|lever| lever.words()).collect();
        println!(
            "{} | {:?} {:?} | kept {} cost {} excess {} shift {:?} | {:?}",
            words.join(" + "),
            one.outcome.adp.comparison.map(|c| (c.hce, c.nhce)),
            one.outcome.acp.comparison.map(|c| (c.hce, c.nhce)),
            one.outcome.kept,
            one.outcome.cost,
            one.outcome.excess,
            one.outcome.shift,
            one.chance
        );
    }
    for one in &found.unjudged {
        println!("unjudged {:?}", one);
    }
    println!("{}", found.passing[0].diff);
}
