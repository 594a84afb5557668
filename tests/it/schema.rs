//! The JSON Schema accepts what planlint reads, and refuses the common mistakes, by a validator that is not ours.

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use serde::Deserialize;
use serde_json::Value;

fn compiled() -> (Schemas, SchemaIndex) {
    let schema: Value = serde_json::from_str(&planlint::explain::schema::schema()).expect("JSON");
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("plan.schema.json", schema).expect("a resource");
    let index = compiler.compile("plan.schema.json", &mut schemas).expect("a draft-07 schema");
    (schemas, index)
}

fn documents(text: &str) -> Vec<Value> {
    serde_yaml::Deserializer::from_str(text)
        .map(|document| Value::deserialize(document).expect("YAML"))
        .collect()
}

fn yaml_files() -> Vec<PathBuf> {
    let below = |folder: &str| walkdir::WalkDir::new(Path::new(folder)).into_iter().filter_map(Result::ok);
    let paths = below("plan-specs").chain(below("src/cli/templates")).map(walkdir::DirEntry::into_path);
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect()
}

#[test]
fn every_example_and_template_is_valid() {
    let (schemas, index) = compiled();
    let files = yaml_files();
    assert!(files.len() > 20);
    for path in files {
        for document in
            documents(&fs::read_to_string(&path).expect("a file")).iter().filter(|value| !value.is_null())
        {
            if let Err(error) = schemas.validate(document, index) {
                panic!("{}: {error}", path.display());
            }
        }
    }
}

#[test]
fn common_mistakes_are_not_valid() {
    let (schemas, index) = compiled();
    let plan = |rest: &str| documents(&format!("plan: A\ntype: 401(k)\n{rest}\n")).remove(0);
    assert!(schemas.validate(&plan("after-tax: { allowed: yes }"), index).is_ok());
    for mistake in [
        "aftertax: { allowed: yes }",
        "after-tax: { alowed: yes }",
        "after-tax: yes",
        "after-tax: { allowed: maybe }",
        "after-tax: { allowed: { value: yes, since: 2026-01-01 } }",
        "testing: { adp: this year }",
        "goals: { mega: backdoor }",
    ] {
        assert!(schemas.validate(&plan(mistake), index).is_err(), "{mistake}");
    }
}
