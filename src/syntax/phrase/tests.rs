//! Every phrase's examples, twins of text and value, and where and how the common mistakes are reported.

use super::amount::MOST_DIGITS;
use super::condition::{Condition, Eligibility};
use super::deferral::Deferral;
use super::duration::Duration;
use super::frequency::{Automatic, Frequency};
use super::limit::{Limit, StatedLimit};
use super::list::TextList;
use super::match_formula::MatchFormula;
use super::nonelective::Nonelective;
use super::permission::Permission;
use super::sources::Sources;
use super::vesting::Vesting;
use super::year::PlanYear;
use super::{Phrase, PhraseError, read};
use crate::money::{Percent, Usd};

/// Every example reads, and what is printed reads back to the same value.
#[track_caller]
fn examples<T: Phrase + PartialEq + std::fmt::Debug + std::fmt::Display>() {
    for example in T::EXAMPLES.iter().chain(T::WORDS).filter(|example| **example != "unknown") {
        let value = read::<T>(example).unwrap_or_else(|error| panic!("{example}: {error:?}"));
        let printed = value.to_string();
        assert_eq!(read::<T>(&printed).as_ref(), Ok(&value), "{example} was printed as {printed}");
    }
}

#[test]
fn every_example_reads_and_prints() {
    examples::<Permission>();
    examples::<Limit>();
    examples::<StatedLimit>();
    examples::<Deferral>();
    examples::<MatchFormula>();
    examples::<Nonelective>();
    examples::<Frequency>();
    examples::<Automatic>();
    examples::<Condition>();
    examples::<Vesting>();
    examples::<Duration>();
    examples::<PlanYear>();
    examples::<Percent>();
    examples::<Usd>();
    examples::<Eligibility>();
    examples::<TextList>();
    for example in Sources::EXAMPLES {
        let sources = read::<Sources>(example).expect("sources");
        let again = read::<Sources>(&sources.to_string()).expect("sources");
        assert_eq!(again.to_string(), sources.to_string(), "{example}");
    }
    let list = read::<TextList>("\"Acme, Inc.\", Acme West").expect("a list");
    assert_eq!(list.0, ["Acme, Inc.", "Acme West"]);
}

#[track_caller]
fn mistake<T: Phrase + std::fmt::Debug>(text: &str, spot: &str, part_of_message: &str) {
    let PhraseError { start, end, problem, advice } = read::<T>(text).expect_err("a mistake");
    let message = format!("{problem}. {advice}");
    assert!(message.contains(part_of_message), "{text}: {message}");
    assert_eq!(&text[start..end], spot, "{text}: {message}");
}

#[test]
fn a_mistake_is_shown_at_its_place_with_the_likely_reading() {
    mistake::<Limit>("0.5 of pay", "0.5", "Write `50%`");
    mistake::<Limit>("5000", "5000", "Write `$5,000`");
    mistake::<Limit>("10 % of pay", "10 %", "Write `10%`");
    mistake::<Limit>("10 of pay", "10", "Write `10%`");
    mistake::<Limit>("10% off pay", "off", "of pay");
    mistake::<Limit>("10% of pay up too $5", "too", "Did you mean `to`?");
    mistake::<Limit>("$5,00", "$5,00", "groups of three");
    mistake::<Percent>("99999%", "99999%", "at most");
    mistake::<Limit>("120% of pay", "120%", "more than all pay");
    mistake::<Permission>("true", "true", "Write `yes`");
    mistake::<Permission>("yess", "yess", "Did you mean `yes`?");
    mistake::<Frequency>("monthy", "monthy", "Did you mean `monthly`?");
    mistake::<Frequency>("0 a year", "0", "not a frequency");
    mistake::<Condition>("age 21 and 3 mnths of service", "mnths", "Did you mean `months`?");
    mistake::<Condition>("1 year of servce", "servce", "Did you mean `service`?");
    mistake::<Vesting>("6 to 2 year graded", "2", "no steps");
    mistake::<MatchFormula>("100% of first 3 of pay", "3", "Write `3%`");
    mistake::<MatchFormula>("100% of first 3% of pay + 50% of first 2% of pay", "first", "expected `next`");
    mistake::<MatchFormula>(
        "by service (under 2 years: 50% of first 6% of pay; 2 years or more: none)",
        "none",
        "found",
    );
    mistake::<MatchFormula>(
        "by service (under 2 years: 50% of first 6% of pay; 3 years or more: 75% of first 6% of pay)",
        "under 2 years: 50% of first 6% of pay; 3 years or more: 75% of first 6% of pay",
        "gap",
    );
    mistake::<MatchFormula>(
        "3% of pay at 2% of pay, 1% of pay at 1% of pay",
        ", 1% of pay at 1% of pay",
        "do not rise",
    );
    mistake::<PlanYear>("26", "26", "four digits");
    mistake::<PlanYear>("2026-02-01 to 2028-01-31", "2026-02-01 to 2028-01-31", "twelve months");
    mistake::<PlanYear>("2026-02-30 to 2027-01-31", "2026-02-30", "not a day");
    mistake::<Limit>("", "", "nothing more");
    mistake::<Limit>("10% of pay\u{a0}", "\u{a0}", "no-break space");
}

#[test]
fn numbers_keep_every_digit_and_very_long_ones_are_refused() {
    assert_eq!(read::<Usd>("$1,234.50").map(Usd::to_plain_string), Ok("1234.50".to_owned()));
    assert_eq!(read::<Percent>("6.125%").map(|p| p.to_string()), Ok("6.125%".to_owned()));
    assert!(read::<Usd>(&format!("${}", "9".repeat(MOST_DIGITS * 2))).is_err());
    assert!(read::<Limit>(&"(".repeat(100_000)).is_err());
}
