//! Settings from the file, the environment and flags: which goes before which, and what is said of those that are wrong.

use std::fs;

use boon::{Compiler, Schemas};
use planlint::settings;
use serde_json::Value;

use crate::cli::{Folder, planlint, run};

const BAD: &str =
    "plan \"Bad\" {\n  type 401(k)\n  year 2026\n  goals mega backdoor\n  after-tax { allowed no }\n}\n";

fn with(folder: &Folder, variables: &[(&str, &str)], arguments: &[&str]) -> (i32, String, String) {
    let output = planlint(&folder.0, arguments).envs(variables.iter().copied()).output().expect("a run");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("a code"), text(output.stdout), text(output.stderr))
}

#[test]
fn a_flag_goes_before_the_environment_and_that_before_the_file() {
    let folder = Folder::new("settings-order");
    folder.write("planlint.toml", "format = \"concise\"\nfail-on = \"never\"\nignore = [\"limits\"]\n");
    folder.write("bad.plan", BAD);
    let shown = |variables: &[(&str, &str)], flags: &[&str]| {
        let (code, out, err) = with(&folder, variables, &[&["check", "--show-settings"], flags].concat());
        assert_eq!((code, err.as_str()), (0, ""));
        out
    };
    let row = |out: &str, key: &str| {
        let row = out.lines().find(|line| line.split_whitespace().next() == Some(key)).expect(key).to_owned();
        row.split_whitespace().skip(1).collect::<Vec<_>>().join(" ")
    };
    let out = shown(&[], &[]);
    assert!(out.starts_with("# planlint.toml\n"), "{out}");
    assert_eq!(row(&out, "format"), "concise planlint.toml:1");
    assert_eq!(row(&out, "ignore"), "limits planlint.toml:3");
    assert_eq!(row(&out, "profile"), "all default");
    let out = shown(&[("PLANLINT_FORMAT", "json"), ("PLANLINT_IGNORE", "limit-stale,plan-types")], &[]);
    assert_eq!(row(&out, "format"), "json PLANLINT_FORMAT");
    assert_eq!(row(&out, "ignore"), "limit-stale, plan-types PLANLINT_IGNORE");
    let out = shown(&[("PLANLINT_FORMAT", "json")], &["--format", "narrated", "--select", "limits"]);
    assert_eq!(row(&out, "format"), "narrated --format");
    assert_eq!(
        row(&out, "ignore"),
        "none default",
        "what is selected by flag sets the file's `ignore` aside"
    );
    let out = shown(&[("PLANLINT_FAIL_ON", "advice")], &["--isolated"]);
    assert!(out.starts_with("# no planlint.toml\n"), "{out}");
    assert_eq!(
        (row(&out, "format"), row(&out, "fail-on")),
        ("full default".into(), "advice PLANLINT_FAIL_ON".into())
    );

    assert_eq!(run(&folder.0, &["check"]).0, 0);
    assert_eq!(run(&folder.0, &["check", "--fail-on", "error"]).0, 1);
    assert_eq!(with(&folder, &[("PLANLINT_FAIL_ON", "error")], &["check"]).0, 1);
    assert_eq!(with(&folder, &[("PLANLINT_FAIL_ON", "")], &["check"]).0, 0, "empty is not set");
    assert_eq!(run(&folder.0, &["check", "--isolated"]).0, 1);
}

#[test]
fn the_nearest_file_upward_holds_unless_another_is_named() {
    let folder = Folder::new("settings-nearest");
    folder.write("planlint.toml", "format = \"json\"\nbaseline = \"known.json\"\n");
    folder.write("known.json", "{ \"schema\": \"planlint/baseline/1\", \"findings\": [] }\n");
    folder.write("one/planlint.toml", "format = \"concise\"\n");
    folder.write("one/two/bad.plan", BAD);
    folder.write("other/bad.plan", BAD);
    let (_, out, _) = run(&folder.0.join("one/two"), &["check"]);
    assert!(out.starts_with("bad.plan:5:"), "{out}");
    let (code, out, err) = run(&folder.0.join("other"), &["check"]);
    assert!(out.starts_with('{'), "{out}");
    assert_eq!((code, err.as_str()), (1, ""), "the baseline is relative to the file");
    let (_, out, _) = run(&folder.0.join("other"), &["check", "--config", "../one/planlint.toml"]);
    assert!(out.starts_with("bad.plan:5:"), "{out}");
    let one = folder.0.join("one/planlint.toml");
    let named = ("PLANLINT_CONFIG", one.to_str().expect("a path"));
    let (_, out, _) = with(&folder, &[named], &["check", "other"]);
    assert!(out.starts_with("other/bad.plan:5:"), "{out}");
    assert_eq!(run(&folder.0, &["check", "--config", "nowhere.toml"]).0, 2);
    assert_eq!(run(&folder.0, &["check", "--config", "x.toml", "--isolated"]).0, 2);
}

#[test]
fn everything_that_is_wrong_is_said_at_once_at_its_place() {
    let folder = Folder::new("settings-wrong");
    folder.write("bad.plan", BAD);
    folder.write(
        "planlint.toml",
        "slect = [\"x\"]\nselect = [\"limts\", \"all\"]\nformat = 3\n\n[severity]\nsyntax-error = \"off\"\nlimit-stal = \"of\"\n\n\
         [[overrides]]\npath = [\"x\"]\n\n[house]\nafter-tax-limit-at-leest = \"10% of pay\"\nafter-tax-limit-at-least = \"10% off pay\"\n\
         must-state = [\"match.treu-up\"]\nmatch-vesting-is =\n",
    );
    let (code, out, err) = with(
        &folder,
        &[("PLANLINT_FAIL_ON", "warnings"), ("PLANLINT_FROMAT", "json")],
        &["check", "--ignore", "limts"],
    );
    assert_eq!((code, out.as_str()), (2, ""));
    for line in [
        "planlint.toml:1:1: no key is called `slect`; did you mean `select`?",
        "planlint.toml:2:11: no rule or group is called `limts`; did you mean `limits`?",
        "planlint.toml:3:10: a text in quotes is expected, and this is an integer",
        "planlint.toml:6:1: `syntax-error`: what cannot be read is always an error",
        "planlint.toml:7:1: no rule or group is called `limit-stal`; did you mean `limit-stale`?",
        "planlint.toml:7:14: no severity is called `of`; did you mean `off`?",
        "planlint.toml:9:1: `paths` is missing: `paths = [\"plans/**\"]` says what this is about",
        "planlint.toml:10:1: no key is called `path`; did you mean `paths`?",
        "planlint.toml:13:1: no key is called `after-tax-limit-at-leest`; did you mean `after-tax-limit-at-least`?",
        "planlint.toml:14:33: expected `of pay`, found `off`. Did you mean `of pay`?",
        "planlint.toml:15:15: no election is called `match.treu-up`; did you mean `match.true-up`?",
        "planlint.toml:16:",
        "PLANLINT_FAIL_ON: no severity is called `warnings`; did you mean `warning`?",
        "PLANLINT_FROMAT in the environment means nothing; did you mean `PLANLINT_FORMAT`?",
        "--ignore: no rule or group is called `limts`; did you mean `limits`?",
    ] {
        assert!(err.lines().any(|told| told.starts_with(&format!("planlint: {line}"))), "{line}\n\n{err}");
    }
    let (code, _, err) = with(&folder, &[("PLANLINT_FROMAT", "json")], &["check", "--isolated"]);
    assert_eq!(code, 1);
    assert_eq!(
        err,
        "planlint: PLANLINT_FROMAT in the environment means nothing; did you mean `PLANLINT_FORMAT`?\n"
    );
}

#[test]
fn severities_and_overrides_hold_for_their_rules_and_paths() {
    let folder = Folder::new("settings-severity");
    folder.write("plans/a.plan", BAD);
    folder.write("plans/frozen/b.plan", BAD);
    folder.write(
        "planlint.toml",
        "format = \"concise\"\n[severity]\nmega-backdoor = \"advice\"\nafter-tax-not-allowed = \"warning\"\n\
         [[overrides]]\npaths = [\"plans/frozen/**\"]\nseverity = { after-tax-not-allowed = \"off\" }\n",
    );
    let expected = "plans/a.plan:5:23: warning[after-tax-not-allowed]";
    for (here, path) in [(folder.0.clone(), "."), (folder.0.join("plans"), "..")] {
        let (code, out, _) = run(&here, &["check", path]);
        assert_eq!((code, out.lines().count()), (0, 1), "{out}");
        assert!(out.contains("a.plan:5:23: warning[after-tax-not-allowed]"), "{out}");
    }
    assert!(run(&folder.0, &["check"]).1.starts_with(expected));
    let (code, out, _) = run(&folder.0, &["check", "plans/frozen", "--format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, &report["plans"][0]["mega_backdoor"]["verdict"]), (0, &"blocked".into()));
}

#[test]
fn a_pattern_that_could_hold_for_no_file_is_an_error() {
    let folder = Folder::new("settings-patterns");
    folder.write("plans/frozen/b.plan", BAD);
    let check = |pattern: &str| {
        let severity = "severity = { after-tax-not-allowed = \"off\" }";
        folder.write("planlint.toml", format!("\n[[overrides]]\npaths = [\"{pattern}\"]\n{severity}\n"));
        run(&folder.0, &["check", "--format", "concise", "-q"])
    };
    for (pattern, why) in [
        ("plans", "2:1: `plans` is a folder, and `paths` are those of files; `plans/**` is all in it"),
        ("./plans", "2:1: `plans` is a folder, and `paths` are those of files; `plans/**` is all in it"),
        ("plans/", "3:10: `plans/` is the name of no file; `plans/**` is all below that folder"),
        ("/plans/**", "3:10: paths are relative to the folder of this file, and this begins with `/`"),
    ] {
        let (code, out, err) = check(pattern);
        assert_eq!((code, out.as_str()), (2, ""), "{pattern}");
        assert_eq!(err, format!("planlint: planlint.toml:{why}\n"));
    }
    for pattern in ["plans/**", "./plans/**", "**/b.plan", "plans/frozen/*"] {
        assert_eq!(check(pattern), (0, String::new(), String::new()), "{pattern}");
    }
}

#[test]
fn goals_are_required_of_every_plan() {
    let folder = Folder::new("settings-goals");
    folder.write("a.plan", "plan \"A\" { type 401(k); year 2026 }\n");
    assert_eq!(run(&folder.0, &["check"]).0, 0);
    folder.write("planlint.toml", "goals = [\"mega backdoor\"]\n");
    let (code, _, err) = run(&folder.0, &["check", "--format", "concise", "--quiet"]);
    let why = "a mega backdoor Roth is required, and the verdict is unknown: it depends on after-tax.allowed";
    assert_eq!(code, 1);
    assert!(err.starts_with(&format!("planlint: a.plan (A): {why}")) && err.lines().count() == 1, "{err}");
    folder.write("planlint.toml", "[[overrides]]\npaths = [\"a.*\"]\ngoals = \"mega backdoor\"\n");
    assert_eq!(run(&folder.0, &["check"]).0, 1);
    folder.write("planlint.toml", "[[overrides]]\npaths = [\"b.*\"]\ngoals = \"mega backdoor\"\n");
    assert_eq!(run(&folder.0, &["check"]).0, 0);
}

#[test]
fn a_house_policy_cites_its_line_and_can_be_accepted() {
    let folder = Folder::new("settings-house");
    folder.write("planlint.toml", "[house]\n# We promise it.\nafter-tax-limit-at-least = \"10% of pay\"\n");
    let plan = |note: &str| {
        format!(
            "plan \"A\" {{\n  type 401(k)\n  year 2026\n  after-tax {{ allowed yes; limit 6% of pay }}{note}\n}}\n"
        )
    };
    folder.write("a.plan", plan(""));
    let (code, out, _) = run(&folder.0, &["check", "--select", "house"]);
    assert_eq!(code, 1);
    assert!(out.contains("is to be at least `10% of pay`"), "{out}");
    assert!(out.contains("also: planlint.toml:3:1: asked for here"), "{out}");
    let (_, out, _) = run(&folder.0, &["check", "--select", "house", "--format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    let related = &report["findings"][0]["related"][0];
    assert_eq!((&related["path"], &related["range"]["start"]["line"]), (&"planlint.toml".into(), &3.into()));
    folder.write("a.plan", plan("  # planlint: allow(house-policy) from before the merger"));
    assert_eq!(run(&folder.0, &["check", "--select", "house"]).0, 0);
}

/// A file of settings as JSON, as an editor's plugin sees it.
fn as_json(text: &str) -> Value {
    fn value(node: &toml::de::DeValue<'_>) -> Value {
        use toml::de::DeValue;
        match node {
            DeValue::String(text) => Value::from(text.as_ref()),
            DeValue::Array(items) => items.iter().map(|item| value(item.get_ref())).collect(),
            DeValue::Table(table) => {
                let member = |(key, item): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| {
                    let key: &std::borrow::Cow<'_, str> = key.get_ref();
                    (key.to_string(), value(item.get_ref()))
                };
                Value::Object(table.iter().map(member).collect())
            }
            DeValue::Integer(_) | DeValue::Float(_) => Value::from(1),
            DeValue::Boolean(_) | DeValue::Datetime(_) => Value::Null,
        }
    }
    let table = toml::de::DeTable::parse(text).expect("TOML").into_inner();
    value(&toml::de::DeValue::Table(table))
}

#[test]
fn the_schema_takes_what_is_documented_and_refuses_what_is_refused() {
    let schema: Value = serde_json::from_str(&settings::schema::schema()).expect("JSON");
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("config.schema.json", schema).expect("a resource");
    let index = compiler.compile("config.schema.json", &mut schemas).expect("a draft-07 schema");
    let page = |path: &str| fs::read_to_string(path).expect("a page");
    let documented = page("grammar/settings.md") + &page("README.md");
    let blocks: Vec<&str> =
        documented.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 4);
    let keys = settings::Key::ALL.iter().map(|key| format!("{} = {}", key.name(), key.example()));
    for text in blocks.into_iter().map(str::to_owned).chain(keys) {
        assert_eq!(settings::read(&text).err(), None, "{text}");
        if let Err(error) = schemas.validate(&as_json(&text), index) {
            panic!("{text}\n{error}");
        }
    }
    for mistake in [
        "slect = \"all\"",
        "format = \"jsn\"",
        "format = 3",
        "[severity]\nsyntax-error = \"off\"",
        "[severity]\nlimit-stale = \"of\"",
        "[[overrides]]\nselect = \"all\"",
        "[house]\nafter-tax-limit-at-leest = \"10% of pay\"",
        "[house]\nmust-state = [\"nothing\"]",
    ] {
        assert!(settings::read(mistake).is_err(), "{mistake}");
        assert!(schemas.validate(&as_json(mistake), index).is_err(), "{mistake}");
    }
}
