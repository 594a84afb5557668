//! Answers on the example plans: a yes only where the plan's own verdict is one, and on the command line.

use std::io::Write;

use assert_cmd::Command;
use jiff::civil::date;
use planlint::Input;
use planlint::answer::facts::{Facts, file};
use planlint::answer::room::NoRoom;
use planlint::answer::verdict::Verdict;
use planlint::law::Law;
use planlint::report::{Verdict as PlanVerdict, mega_backdoor};

use crate::plan_specs::specs;

/// People of whom different things are known.
const PEOPLE: &[&str] = &[
    "",
    "pay: 300000\npre_tax: 20000\nmatch: 10000\nprior_pay: 300000\n",
    "pay: 40000\npre_tax: 24500\nmatch: 5500\nage: 61\nprior_fica_wages: 1\n",
    "pay: 150000\npre_tax: 25%\npay_periods: 24\nbirth_date: 1960-02-29\nhire_date: 2001-05-05\nearnings: 150\ntax_rate: 24\n",
    "pay: 0\npre_tax: 0\nmatch: auto\nperiods_left: 0\npay_periods: 26\n",
    "pre_tax: limit\nemployer: 10000\nage: 20\nhire_date: 2026-06-01\nownership: 100\n",
    "pay: 10000000000\nroth: 100%\nafter_tax_so_far: 10000000000\nwithdrawal: 1\nearnings: 1\ngrowth: 100\n",
];

fn facts(text: &str) -> Facts {
    file::read("facts.yaml", text.as_bytes()).expect("these facts can be read")
}

#[test]
fn every_example_plan_has_an_answer_and_no_yes_without_ground() {
    let as_of = date(2026, 7, 1);
    let mut yes = 0;
    for (path, text) in specs("plan-specs") {
        let input = Input { path: path.clone(), bytes: text.into_bytes() };
        let Ok(plans) = planlint::plans(&input, None, as_of) else { continue };
        for plan in plans {
            let verdict = mega_backdoor(&plan, Law::current()).verdict;
            for person in PEOPLE {
                let answer = planlint::answer_for(&plan, &facts(person), as_of);
                assert!(!answer.reasons.is_empty(), "{path}: {person}");
                match answer.verdict {
                    Verdict::Yes => {
                        assert_eq!(verdict, PlanVerdict::Available, "{path}: {person}");
                        yes += 1;
                    }
                    Verdict::Unknown => {
                        let asks = !answer.questions.is_empty() || !answer.wanted.is_empty();
                        assert!(asks, "{path}: {person}: {:?}", answer.reasons);
                    }
                    Verdict::No => {}
                }
                if let Ok(room) = &answer.room {
                    let additions = room.elective_deferrals
                        + room.employer.total()
                        + room.related_additions
                        + room.after_tax_so_far;
                    assert!(
                        room.remaining.is_zero() || additions + room.remaining <= room.limit,
                        "{path}: {person}"
                    );
                }
                if answer.verdict == Verdict::Yes {
                    assert!(!matches!(answer.room, Err(NoRoom::NotThisType)), "{path}: {person}");
                }
            }
        }
    }
    assert!(yes > 50, "{yes} answers are yes");
}

fn planlint(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("planlint").expect("planlint is built");
    command.arg("answer").args(arguments).env_remove("NO_COLOR");
    command
}

#[test]
fn exit_codes_follow_the_verdict() {
    let acme = "plan-specs/acme.plan.yaml";
    planlint(&[acme, "--pay", "100000", "--pre-tax", "24500"]).assert().code(0);
    planlint(&[acme]).assert().code(0);
    planlint(&[acme, "--eligible", "no"]).assert().code(1);
    planlint(&["no-such.plan"]).assert().code(2);
    planlint(&[acme, "--pay", "lots-4711"]).assert().code(2);
    planlint(&[acme, "--age", "40", "--birth-date", "1986-01-01"]).assert().code(2);
}

#[test]
fn facts_are_refused_without_their_values() {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    writeln!(file, "pay: 4711 or so\nagge: 47\nage: 47.5").expect("it is written");
    let path = file.path().to_string_lossy().into_owned();
    let ending = planlint(&["plan-specs/acme.plan.yaml", "--facts", &path]).assert().code(3);
    let shown = String::from_utf8_lossy(&ending.get_output().stderr).into_owned();
    assert!(shown.contains(":1:6: ") && shown.contains(":2:1: ") && shown.contains(":3:6: "), "{shown}");
    assert!(shown.contains("age") && !shown.contains("4711") && !shown.contains("47.5"), "{shown}");
    let flag = planlint(&["plan-specs/acme.plan.yaml", "--pay", "4711x"]).assert().code(2);
    assert!(!String::from_utf8_lossy(&flag.get_output().stderr).contains("4711"));
}

#[test]
fn an_age_that_no_calendar_reaches_is_no_yes_and_no_panic() {
    for condition in ["age 999999999", "999999999 years", "999999999 months", "999999999 days"] {
        let text = format!(
            "plan \"Far\" {{\n  type 401(k)\n  year 2026\n  eligibility {{ deferrals {condition}; after-tax {condition} }}\n  \
             after-tax {{ allowed yes; limit none }}\n  in-service {{ after-tax {condition} }}\n}}\n"
        );
        let input = Input { path: "far.plan".to_owned(), bytes: text.into_bytes() };
        let plans = planlint::plans(&input, None, date(2026, 7, 1)).unwrap_or_default();
        for (plan, person) in plans.iter().flat_map(|plan| PEOPLE.iter().map(move |person| (plan, person))) {
            let answer = planlint::answer_for(plan, &facts(person), date(2026, 7, 1));
            assert_ne!(answer.verdict, Verdict::Yes, "{condition}: {person}");
        }
    }
}
