//! The formats for other programs: the same findings in each, read back by parsers that are not ours.

use planlint::Input;
use planlint::render::json::Passing;
use planlint::render::{Format, Style, render};
use planlint::report::Report;
use serde_json::Value;

use crate::examples::options;
use crate::plan_specs::specs;
use crate::render::{BLOCKED, UNKNOWN, check, visible};

mod any_text;
mod csv;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod markdown;
mod same_findings;
mod sarif;

/// A plan that tries to be markup, a command, a formula and a link in every format.
pub const HOSTILE: &str = r#"plan: "=HYPERLINK(\"http://x\") <script>alert(1)</script> | `code` ]]> @team #1 ::error::x \e[31m \u202Eabc \uFFFF"
type: 401(k)
goals: mega backdoor
"<b>k|`x`\n::error::": "]]> <img src=x onerror=alert(1)>"
"=1+1": "-2"
after-tax:
  allowed: "=cmd|' /C calc'!A0"
  limit: "{0} [a](http://b)"
"#;

pub const HOSTILE_PATH: &str = "##[add-mask]/=a,b:c%\u{1b}[1m\n::error::/<i>.plan.yaml";

/// A blocked plan, one that is unknown, and a hostile one.
pub fn mixed() -> Vec<(&'static str, &'static str)> {
    vec![
        ("./plans/acme.plan.yaml", BLOCKED),
        ("plans/cedar (new).plan.yaml", UNKNOWN),
        (HOSTILE_PATH, HOSTILE),
        ("empty.plan", ""),
    ]
}

/// What a format makes of the mixed plans.
pub fn written(format: Format) -> String {
    let mut report = check(&mixed());
    report.unreadable.push("gone\n::error::.plan: cannot be read: <no> such file".to_owned());
    render(&report, format, &Style::PLAIN, Passing::Left)
}

/// All example plans, in one report, with all rules.
pub fn examples() -> Report {
    let input = |(path, text): (String, String)| Input { path, bytes: text.into_bytes() };
    let inputs: Vec<Input> = specs("plan-specs").into_iter().map(input).collect();
    planlint::check(&inputs, &options())
}

pub fn of(report: &Report, format: Format) -> String {
    render(report, format, &Style::PLAIN, Passing::Left)
}

pub fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The text with what cannot be seen spelled out, and without what changes with each release.
pub fn snapshot(text: &str) -> String {
    visible(text).replace(env!("CARGO_PKG_VERSION"), "VERSION")
}
