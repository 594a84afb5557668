//! Every proposal for every example plan, applied: the diff to the text, the contributions to the census.

use planlint::money::exact::Cents;
use planlint::proposals::Proposal;
use planlint::render::proposals::census;
use planlint::testing::results::{Status, TestResults};

use super::{BEFORE_THE_YEAR, EXAMPLES, WISHES, look, read, rows, test};

/// A text after a unified diff.
fn patched(text: &str, diff: &str) -> String {
    let old: Vec<&str> = text.split_inclusive('\n').collect();
    let (mut out, mut at) = (String::new(), 0);
    for line in diff.split_inclusive('\n').skip(2) {
        match (line.as_bytes()[0], &line[1..]) {
            (b'@', head) => {
                let begins: usize =
                    head[3..].split([',', ' ']).next().expect("a number").parse().expect("a number");
                out.push_str(&old[at..begins - 1].concat());
                at = begins - 1;
            }
            (b'+', rest) => out.push_str(rest),
            (mark, rest) => {
                assert_eq!(old[at], rest, "the diff is one of this text");
                at += 1;
                if mark == b' ' {
                    out.push_str(rest);
                }
            }
        }
    }
    out.push_str(&old[at..].concat());
    out
}

/// Refunds, and whether both tests pass, as a test tells them.
fn refunds(results: &TestResults) -> Cents {
    let tests = results.all_tests().filter_map(|test| test.correction.as_ref());
    tests.map(|correction| correction.excess_total).sum()
}

fn holds(path: &str, proposal: &Proposal, before: &[u8]) {
    let words: Vec<String> = proposal.levers.iter().map(|lever| lever.words()).collect();
    let words = format!("{path}: {}", words.join(" + "));
    let text = String::from_utf8(read(path).bytes).expect("a text");
    let amended = if proposal.diff.is_empty() { text.clone() } else { patched(&text, &proposal.diff) };
    assert_eq!(amended.as_bytes(), proposal.state.input.bytes, "{words}: the diff");
    let input = planlint::Input { path: path.to_owned(), bytes: amended.into_bytes() };
    let people = census(proposal);
    let results = test(&input, &people, BEFORE_THE_YEAR);
    let outcome = &proposal.outcome;
    let same_tests = |one: &TestResults, other: &TestResults| {
        one.all_tests().map(|test| (test.status, test.comparison)).collect::<Vec<_>>()
            == other.all_tests().map(|test| (test.status, test.comparison)).collect::<Vec<_>>()
    };
    assert!(same_tests(&results, &proposal.results), "{words}: the tests");
    assert_eq!(refunds(&results), outcome.excess, "{words}: what goes back");
    assert_eq!(results.limits.status, outcome.limits, "{words}: the limits");
    assert_eq!(results.coverage.status, outcome.coverage, "{words}: coverage");
    assert_eq!(money(&people) - money(before), outcome.cost, "{words}: the cost");
    if outcome.shift.is_none() {
        let passes =
            results.all_tests().all(|test| matches!(test.status, Status::Pass | Status::NotRequired));
        assert_eq!(passes, outcome.adp.status.is_settled() && outcome.acp.status.is_settled(), "{words}");
    }
}

/// Employer money of a census.
fn money(census: &[u8]) -> Cents {
    use planlint::census::column::Money::{
        Match, Nonelective, Qmac, Qnec, SafeHarborMatch, SafeHarborNonelective,
    };
    let columns = [Match, SafeHarborMatch, Nonelective, SafeHarborNonelective, Qnec, Qmac];
    let (_, plans) = rows(census);
    let people = plans.iter().flat_map(|plan| plan.participants());
    people.flat_map(|one| columns.map(|column| Cents(one.money(column)))).sum()
}

#[test]
fn every_promise_holds_to_the_cent() {
    for (plan, path) in EXAMPLES {
        let before = std::fs::read(path).expect("a census");
        let mut promised = Vec::new();
        for ending in ["plan", "plan.yaml"] {
            let path = format!("{plan}.{ending}");
            let found = look(&read(&path), &before, BEFORE_THE_YEAR, WISHES).expect("a search");
            assert!(!found.passing.is_empty(), "{path}: nothing is proposed");
            for proposal in found.passing.iter().chain(&found.short) {
                holds(&path, proposal, &before);
            }
            promised.push(
                found
                    .passing
                    .iter()
                    .map(|one| (one.levers.clone(), one.outcome.kept, one.outcome.cost))
                    .collect::<Vec<_>>(),
            );
        }
        assert_eq!(promised[0], promised[1], "{plan}: both notations");
    }
}
