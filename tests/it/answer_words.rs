//! Answers as their readers see them: every example plan, every language, every format.

use std::collections::BTreeSet;

use jiff::civil::date;
use planlint::Input;
use planlint::answer::Answer;
use planlint::answer::facts::{Facts, file};
use planlint::answer::guidance::step::Step;
use planlint::answer::guidance::{Guidance, guidance};
use planlint::law::Law;
use planlint::plan::Plan;
use planlint::render::answer::{Answered, Format, fragment, render};
use planlint::render::language::{Language, questions};
use planlint::render::{Color, Links, Style, Volume};

use crate::plan_specs::specs;

/// People of whom different things are known.
const PEOPLE: &[&str] = &[
    "",
    "pay: 300000\npre_tax: 24500\nage: 40\nprior_pay: 300000\nearnings: 150\ntax_rate: 24\npay_periods: 26\nperiods_left: 13\n",
    "pay: 40000\npre_tax: 24500\nmatch: 5500\nage: 61\nprior_fica_wages: 160000\nwithdrawal: 1000\ngrowth: 6\nhire_date: 2026-02-01\n",
    "pay: 250000\npre_tax: 25%\npay_periods: 26\nage: 74\nafter_tax_so_far: 60000\nother_plan_deferrals: 5000\n",
];

fn facts(text: &str) -> Facts {
    file::read("facts.yaml", text.as_bytes()).expect("these facts can be read")
}

fn plans() -> Vec<(String, Plan)> {
    let mut all = Vec::new();
    for (path, text) in specs("plan-specs") {
        let input = Input { path: path.clone(), bytes: text.into_bytes() };
        let plans = planlint::plans(&input, None, date(2026, 7, 1)).unwrap_or_default();
        all.extend(plans.into_iter().map(|plan| (path.clone(), plan)));
    }
    assert!(all.len() > 30, "the example plans are gone");
    all
}

fn answer(plan: &Plan, person: &str) -> (Answer, Guidance) {
    let facts = facts(person);
    let answer = planlint::answer_for(plan, &facts, date(2026, 7, 1));
    let guidance = guidance(plan, Law::current(), &facts, &answer);
    (answer, guidance)
}

fn example(path: &str, person: &str) -> (Answer, Guidance) {
    let found = plans().into_iter().find(|(name, _)| name.ends_with(path));
    let (_, plan) = found.expect("this example plan is gone");
    answer(&plan, person)
}

fn told(answer: &(Answer, Guidance), language: Language, format: Format) -> String {
    let answered = Answered { answer: &answer.0, guidance: &answer.1, language };
    render(&answered, format, &Style::PLAIN)
}

/// What says that it is no advice, in the order of the languages.
const NOTICES: [&str; 4] = ["not advice", "no asesoramiento", "조언이 아닙니다", "并非建议"];

#[test]
fn every_plan_is_answered_in_every_language_and_format() {
    for (path, plan) in plans() {
        for (turn, person) in PEOPLE.iter().enumerate() {
            let answer = answer(&plan, person);
            for (language, notice) in Language::ALL.iter().copied().zip(NOTICES) {
                // Each language in one format a person: all of them over four people.
                let formats = Format::ALL.iter().copied().enumerate();
                let in_turn = formats.filter(|(index, _)| (index + turn + language as usize) % 4 < 2);
                for (_, format) in in_turn {
                    let text = told(&answer, language, format);
                    let place = format!("{path}, {language:?}, {}: {text}", format.name());
                    assert_eq!(text.matches(notice).count(), 1, "{place}");
                    assert!(!text.contains(['\u{2068}', '\u{2069}']), "{place}");
                    assert!(!text.contains("{ $") && !text.contains("[step-"), "{place}");
                    assert!(text.ends_with('\n'), "{place}");
                }
            }
        }
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for (path, plan) in plans() {
        let answer = answer(&plan, PEOPLE[1]);
        for language in Language::ALL.iter().copied() {
            for width in [60, 80] {
                let style = Style { color: Color::Off, width, links: Links::Off, volume: Volume::Normal };
                let answered = Answered { answer: &answer.0, guidance: &answer.1, language };
                for line in render(&answered, Format::Full, &style).lines() {
                    let columns: usize = line.chars().map(columns).sum();
                    assert!(columns <= width, "{path}, {language:?}: {columns} columns: {line}");
                }
            }
        }
    }
}

/// Columns of a character, roughly: what is written in Korean and Chinese takes two.
fn columns(c: char) -> usize {
    let wide = matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff00}'..='\u{ff60}');
    1 + usize::from(wide)
}

#[test]
fn what_is_asked_is_asked_in_the_readers_language() {
    let mut english = BTreeSet::new();
    for (_, plan) in plans() {
        for person in PEOPLE {
            for question in answer(&plan, person).0.questions {
                for language in [Language::Es, Language::Ko, Language::Zh] {
                    if questions::question(language, &question) == question.text {
                        english.insert(question.path.to_string());
                    }
                }
                assert_eq!(questions::question(Language::En, &question), question.text);
            }
        }
    }
    assert!(english.is_empty(), "not translated: {english:?}");
}

#[test]
fn pages_are_whole_and_take_nothing_from_elsewhere() {
    for (path, plan) in plans() {
        for (person, language) in PEOPLE.iter().zip(Language::ALL.iter().copied()) {
            let answer = answer(&plan, person);
            {
                let page = told(&answer, language, Format::Html);
                let page = page.strip_prefix("<!doctype html>\n").expect("a page of HTML");
                let document = roxmltree::Document::parse(page);
                let document = document.unwrap_or_else(|error| panic!("{path}: {error}"));
                let root = document.root_element();
                assert_eq!(root.attribute("lang"), Some(language.tag()), "{path}");
                let mut ids = BTreeSet::new();
                for node in root.descendants().filter(roxmltree::Node::is_element) {
                    let name = node.tag_name().name();
                    assert!(!matches!(name, "script" | "img" | "link" | "iframe"), "{path}: {name}");
                    assert!(node.attribute("style").is_none(), "{path}: a style on {name}");
                    assert!(node.attribute("src").is_none(), "{path}: a source on {name}");
                    if let Some(id) = node.attribute("id") {
                        assert!(ids.insert(id.to_owned()), "{path}: `{id}` stands twice");
                    }
                }
                assert_eq!(page.matches("<h1").count(), 1, "{path}");
            }
        }
    }
}

#[test]
fn a_plans_name_is_harmless_in_every_format() {
    let text = "plan: \"<script>alert(1)</script> | [x](https://y) \\u001b[2J\\u202e\"\ntype: 401(k)\nyear: 2026\n\
        after-tax:\n  allowed: yes\n  called: \"<b>&\\\"'</b>\"\n";
    let input = Input { path: "hostile.plan.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
    let plans = planlint::plans(&input, None, date(2026, 7, 1)).expect("this plan can be read");
    let answer = answer(&plans[0], PEOPLE[1]);
    for language in Language::ALL.iter().copied() {
        for format in Format::ALL.iter().copied() {
            let text = told(&answer, language, format);
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{}", format.name());
            if format == Format::Html {
                assert!(!text.contains("<script") && !text.contains("<b>"), "{text}");
            }
            if format == Format::Markdown {
                assert!(!text.contains("<script") && !text.contains("[x](https"), "{text}");
            }
        }
        let answered = Answered { answer: &answer.0, guidance: &answer.1, language };
        assert!(!fragment(&answered).contains("<script"));
    }
}

#[test]
fn the_json_has_the_members_of_the_contract() {
    let answer = example("robotics-maker-fails-acp.plan", PEOPLE[1]);
    let json: serde_json::Value =
        serde_json::from_str(&told(&answer, Language::En, Format::Json)).expect("this is JSON");
    assert_eq!(json["schema"], "planlint/answer/1");
    assert_eq!(json["verdict"], "yes");
    assert_eq!(json["room"]["annual_additions_limit"], "72000.00");
    assert_eq!(json["room"]["pay_limit"], "300000.00");
    assert_eq!(json["room"]["elective_deferrals"], "24500.00");
    assert_eq!(json["deferral_limit"]["402(g)"], "24500.00");
    assert_eq!(json["deferral_limit"]["must_be_roth"], false);
    assert_eq!(json["taxes"]["earnings"], "150.00");
    assert_eq!(json["taxes"]["rate"], "24");
    assert_eq!(json["taxes"]["tax"], "36.00");
    for (section, members) in [
        (
            "room",
            &[
                "employer",
                "after_tax_so_far",
                "plan_limit",
                "hce_limit",
                "remaining",
                "binding",
                "per_paycheck",
            ][..],
        ),
        ("deferral_limit", &["catch_up"]),
        ("taxes", &["basis"]),
    ] {
        for member in members {
            assert!(json[section].get(member).is_some(), "`{section}.{member}` is missing");
        }
    }
    for list in ["routes", "why", "steps", "warnings", "questions", "citations"] {
        assert!(json[list].is_array(), "`{list}` is no list");
    }
    assert!(json["warnings"][0]["rule"].is_string() && json["warnings"][0]["message"].is_string());
}

#[test]
fn the_same_in_four_languages() {
    let answer = example("robotics-maker-fails-acp.plan", PEOPLE[1]);
    for language in Language::ALL.iter().copied() {
        insta::assert_snapshot!(format!("full_{}", language.tag()), told(&answer, language, Format::Full));
    }
}

#[test]
fn a_plan_that_leaves_questions() {
    let answer = example("acme.plan.yaml", "");
    insta::assert_snapshot!(told(&answer, Language::En, Format::Markdown));
}

#[test]
fn a_way_that_the_plan_does_not_speak_of_is_no_step_beside_one_that_is_open() {
    let (_, guidance) = example("two-withdrawals-a-year.plan", PEOPLE[1]);
    let is_withdrawal = |step: &Step| matches!(step, Step::Withdraw { .. });
    let is_rollover = |step: &Step| matches!(step, Step::AskForRollover { .. } | Step::CheckInPlanForm);
    assert!(guidance.steps.iter().any(is_withdrawal), "{:?}", guidance.steps);
    assert!(!guidance.steps.iter().any(is_rollover), "{:?}", guidance.steps);
}

#[test]
fn one_paycheck_that_is_left_is_told_as_one() {
    let person = PEOPLE[1].replace("periods_left: 13", "periods_left: 1");
    let answer = example("robotics-maker-fails-acp.plan", &person);
    for (language, words) in Language::ALL.iter().copied().zip([
        "from the one paycheck that is left",
        "del único cheque de pago que queda",
        "남은 급여 1회에서 최대",
        "剩余 1 个发薪期",
    ]) {
        assert!(told(&answer, language, Format::Markdown).contains(words), "{language:?}");
    }
}
