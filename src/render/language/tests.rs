//! Catalogues and messages fit each other in every language.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use rust_decimal::Decimal;

use super::catalogue::sources;
use super::message::{Declared, Message, Value};
use super::terms::Term;
use super::{Language, amounts, answer, facts, formatted, guidance, page, questions, site, taxes, text};
use crate::money::{Percent, Usd};
use crate::plan;

fn declared() -> Vec<Declared> {
    let themes = [
        amounts::Pattern::DECLARED,
        Term::DECLARED,
        answer::Told::DECLARED,
        taxes::Aside::DECLARED,
        guidance::Guide::DECLARED,
        guidance::Way::DECLARED,
        facts::FactText::DECLARED,
        facts::FactNote::DECLARED,
        page::Page::DECLARED,
        site::Site::DECLARED,
    ];
    themes.into_iter().flatten().copied().collect()
}

/// The keys of a language with the arguments that their words use; panics on a key that stands twice.
fn written(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut entries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (theme, source) in sources(language) {
        let mut key = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            if let Some((new, _)) = line.split_once(" = ").filter(|_| !line.starts_with([' ', '}'])) {
                key = new.to_owned();
                let before = entries.insert(key.clone(), BTreeSet::new());
                assert!(before.is_none(), "{language:?}, {theme}: `{key}` stands twice");
            }
            let used = entries.get_mut(&key).expect("words before any key");
            for part in line.split('$').skip(1) {
                let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(part.len());
                if end > 0 {
                    used.insert(part[..end].to_owned());
                }
            }
        }
    }
    entries
}

#[test]
fn every_language_has_every_message_with_the_same_values_and_no_more() {
    for language in Language::ALL.iter().copied() {
        let mut written = written(language);
        written.retain(|key, _| !key.starts_with("ask-"));
        let wanted: BTreeMap<String, BTreeSet<String>> = declared()
            .into_iter()
            .map(|message| {
                (message.key.to_owned(), message.arguments.iter().map(ToString::to_string).collect())
            })
            .collect();
        for (key, arguments) in &wanted {
            let found = written.get(key);
            assert_eq!(found, Some(arguments), "{language:?}: `{key}`");
        }
        let extra: Vec<&String> = written.keys().filter(|key| !wanted.contains_key(*key)).collect();
        assert!(extra.is_empty(), "{language:?} has words that nothing says: {extra:?}");
    }
}

#[test]
fn keys_are_declared_once() {
    let mut seen = BTreeSet::new();
    for message in declared() {
        assert!(seen.insert(message.key), "`{}` is declared twice", message.key);
    }
}

#[test]
fn every_message_can_be_said_in_every_language() {
    for language in Language::ALL.iter().copied() {
        for message in declared() {
            for number in [1, 2, 7] {
                let value = |name: &&'static str| match *name {
                    "times" | "count" | "periods" | "years" | "ends_with" => (*name, Value::Count(number)),
                    _ => (*name, Value::Text("§$x".to_owned())),
                };
                let arguments: Vec<_> = message.arguments.iter().map(value).collect();
                let words = formatted(language, message.key, &arguments);
                let words = words.unwrap_or_else(|| panic!("{language:?}: `{}`", message.key));
                assert!(!words.trim().is_empty(), "{language:?}: `{}` says nothing", message.key);
                assert!(!words.contains(['\u{2068}', '\u{2069}']), "{language:?}: marks in `{words}`");
                assert!(!words.contains(['{', '}']), "{language:?}: `{words}`");
            }
        }
    }
}

#[test]
fn questions_are_translated_alike_and_are_about_elections() {
    let keys = |language| -> BTreeSet<String> {
        written(language).into_keys().filter(|key| key.starts_with("ask-")).collect()
    };
    let (es, ko, zh) = (keys(Language::Es), keys(Language::Ko), keys(Language::Zh));
    assert_eq!(es, ko);
    assert_eq!(es, zh);
    assert!(keys(Language::En).is_empty(), "English questions are the plan language's own");
    let paths: BTreeSet<String> = plan::SECTIONS
        .iter()
        .flat_map(|section| section.fields)
        .map(|field| questions::key(field.path))
        .collect();
    let strangers: Vec<&String> = es.difference(&paths).collect();
    assert!(strangers.is_empty(), "no election has these questions: {strangers:?}");
}

#[test]
fn amounts_are_written_as_the_language_writes_them() {
    let day = date(2026, 3, 5);
    assert_eq!(amounts::date(Language::En, day), "March 5, 2026");
    assert_eq!(amounts::date(Language::Es, day), "5 de marzo de 2026");
    assert_eq!(amounts::date(Language::Ko, day), "2026년 3월 5일");
    assert_eq!(amounts::date(Language::Zh, day), "2026年3月5日");
    for language in Language::ALL.iter().copied() {
        assert_eq!(amounts::money(language, Usd::cents(123_450)), "$1,234.50");
        assert_eq!(amounts::money(language, Usd::cents(-123_450)), "-$1,234.50");
        assert_eq!(amounts::money(language, Usd::dollars(72_000)), "$72,000");
        assert_eq!(amounts::percent(language, Percent::new(Decimal::new(833, 2))), "8.33%");
    }
}

#[test]
fn plurals_follow_the_language() {
    let months = |language, count| text(language, &Term::Months { count });
    assert_eq!(months(Language::En, 1), "1 month");
    assert_eq!(months(Language::En, 6), "6 months");
    assert_eq!(months(Language::Es, 1), "1 mes");
    assert_eq!(months(Language::Es, 6), "6 meses");
    assert_eq!(months(Language::Ko, 6), "6개월");
    assert_eq!(months(Language::Zh, 6), "6 个月");
}

#[test]
fn a_plans_own_words_are_made_harmless() {
    let message = guidance::Guide::EnrollCalled { called: "a\u{1b}[2Jb\u{202e}".to_owned() };
    for language in Language::ALL.iter().copied() {
        let words = text(language, &message);
        assert!(words.contains("a␛[2Jb\u{fffd}"), "{words}");
        assert!(!words.chars().any(char::is_control), "{words}");
    }
}
