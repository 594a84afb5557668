//! The JSON Schema of the JSON of `check`: it takes what planlint writes, and nothing that lacks a part of it.

use boon::{Compiler, SchemaIndex, Schemas};
use planlint::Input;
use planlint::render::json::Passing;
use planlint::render::json::schema::SCHEMA;
use planlint::render::{Format, Style, render};
use planlint::rules;
use serde_json::{Value, json};

use super::{HOSTILE, examples, value, written};
use crate::examples::{self as pages, options};
use crate::render::check;

/// The schema of the document (`""`) or of a line.
fn compiled(part: &str) -> (Schemas, SchemaIndex) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("check.schema.json", value(SCHEMA)).expect("a resource");
    let index = compiler.compile(&format!("check.schema.json#{part}"), &mut schemas).expect("a schema");
    (schemas, index)
}

const LINE: &str = "/$defs/line";

#[test]
fn all_that_planlint_writes_is_valid() {
    let (document, line) = (compiled(""), compiled(LINE));
    let of_pages = rules::ALL.iter().flat_map(|rule| pages::examples(rule.page));
    let inputs: Vec<Input> = of_pages.map(|example| example.input()).collect();
    let reports = [planlint::check(&inputs, &options()), examples(), check(&[("evil.plan.yaml", HOSTILE)])];
    for report in reports {
        for passing in [Passing::Left, Passing::Included] {
            let whole = render(&report, Format::Json, &Style::PLAIN, passing);
            if let Err(error) = document.0.validate(&value(&whole), document.1) {
                panic!("{error:#}");
            }
            for record in render(&report, Format::Jsonl, &Style::PLAIN, passing).lines() {
                if let Err(error) = line.0.validate(&value(record), line.1) {
                    panic!("{record}\n{error:#}");
                }
            }
        }
    }
}

#[test]
fn what_could_not_be_read_is_in_the_json() {
    let whole = value(&written(Format::Json));
    assert_eq!(whole["unreadable"].as_array().map(Vec::len), Some(1));
    let (schemas, index) = compiled("");
    assert!(schemas.validate(&whole, index).is_ok());
    let (schemas, index) = compiled(LINE);
    for record in written(Format::Jsonl).lines() {
        assert!(schemas.validate(&value(record), index).is_ok(), "{record}");
    }
}

/// Calls with each place of a document, as a JSON pointer.
fn places(value: &Value, at: &str, visit: &mut impl FnMut(&str)) {
    visit(at);
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, inner)| places(inner, &format!("{at}/{name}"), visit))
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, inner)| places(inner, &format!("{at}/{index}"), visit));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn a_member_too_few_or_too_many_is_not_valid() {
    let (schemas, index) = compiled("");
    let whole = value(&render(&examples(), Format::Json, &Style::PLAIN, Passing::Included));
    let mut small = whole.clone();
    for list in ["plans", "findings", "questions", "passed"] {
        small[list].as_array_mut().expect("a list").truncate(2);
    }
    assert!(schemas.validate(&small, index).is_ok());
    let mut objects = Vec::new();
    places(&small, "", &mut |place| objects.push(place.to_owned()));
    objects.retain(|place| small.pointer(place).is_some_and(Value::is_object));
    assert!(objects.len() > 20);
    for place in objects {
        let mut more = small.clone();
        more.pointer_mut(&place)
            .and_then(Value::as_object_mut)
            .expect("an object")
            .insert("extra".to_owned(), json!(1));
        assert!(schemas.validate(&more, index).is_err(), "a member too many in `{place}`");
        let members: Vec<String> =
            small.pointer(&place).and_then(Value::as_object).expect("an object").keys().cloned().collect();
        for member in members.iter().filter(|member| *member != "passed") {
            let mut less = small.clone();
            less.pointer_mut(&place).and_then(Value::as_object_mut).expect("an object").shift_remove(member);
            assert!(schemas.validate(&less, index).is_err(), "`{place}` without `{member}`");
        }
    }
}

#[test]
fn values_of_another_kind_are_not_valid() {
    let (schemas, index) = compiled("");
    let whole = value(&render(&examples(), Format::Json, &Style::PLAIN, Passing::Left));
    for (place, wrong) in [
        ("/schema", json!("planlint/check/2")),
        ("/plans/0/year", json!("2026")),
        ("/plans/0/mega_backdoor/verdict", json!("yes")),
        ("/plans/0/mega_backdoor/max_room", json!(33100)),
        ("/plans/0/mega_backdoor/room/match", json!("$14,400")),
        ("/findings/0/severity", json!("note")),
        ("/findings/0/citations", json!([])),
        ("/findings/0/range/start/line", json!(0)),
        ("/findings/0/fingerprint", json!("")),
        ("/questions/0/asked_by", json!([])),
        ("/summary/errors", json!(-1)),
    ] {
        let mut other = whole.clone();
        *other.pointer_mut(place).expect("a place") = wrong;
        assert!(schemas.validate(&other, index).is_err(), "{place}");
    }
}
