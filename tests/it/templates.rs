//! The templates of `planlint init`: both notations say the same, read cleanly, and leave no election out that matters.

use crate::examples::options;
use crate::plan_specs::{language_problems, layout_problems, plans, specs, twins};

const FOLDER: &str = "src/cli/templates";
const MODELINE: &str = "# yaml-language-server: $schema=urn:planlint:schema:plan\n";

/// The elections that every spec should state, as `section.key`.
const CORE: &str = "type year document.effective document.first-year employer.entity employer.related-employers \
    employer.other-dc-plans eligibility.deferrals eligibility.match eligibility.after-tax compensation.definition \
    compensation.cap deferrals.pre-tax deferrals.roth deferrals.combined-limit deferrals.limit deferrals.catch-up \
    deferrals.super-catch-up deferrals.roth-catch-up auto-enrollment.type after-tax.allowed after-tax.limit \
    after-tax.hce-limit after-tax.spillover after-tax.separate-account after-tax.matched in-plan-roth.allowed \
    in-plan-roth.sources in-plan-roth.condition in-plan-roth.automatic in-plan-roth.frequency in-service.after-tax \
    in-service.after-tax-frequency in-service.split-rollover match.formula match.sources match.period match.true-up \
    match.conditions match.vesting nonelective.formula safe-harbor.type limits.annual-additions testing.adp testing.acp \
    testing.top-paid-group testing.otherwise-excludable";

/// What a 457(b) does without: it holds no after-tax money (26 CFR 1.457-4(c)(1)) and is under neither 401(k), 401(m),
/// 401(a)(17) nor 415.
const NOT_IN_457B: &str = "eligibility.after-tax compensation.cap after-tax.limit after-tax.hce-limit after-tax.spillover \
    after-tax.separate-account after-tax.matched in-service.after-tax in-service.after-tax-frequency \
    in-service.split-rollover match.sources match.period match.true-up match.conditions safe-harbor.type \
    limits.annual-additions testing.adp testing.acp testing.top-paid-group testing.otherwise-excludable";

#[test]
fn templates_are_twins_in_good_order() {
    assert_eq!(language_problems(FOLDER), "");
    assert_eq!(layout_problems(FOLDER), "");
    let (twins, problems) = twins(FOLDER);
    assert_eq!(problems, "");
    let expected =
        ["403b", "457b", "mega-backdoor", "safe-harbor", "solo"].map(|name| format!("{FOLDER}/{name}.plan"));
    assert_eq!(twins, expected.into());
    assert_eq!(specs(FOLDER).len(), 2 * twins.len(), "a template without its twin");
}

#[test]
fn yaml_templates_begin_with_the_line_that_editors_find_the_schema_by() {
    for (path, text) in specs(FOLDER).iter().filter(|(path, _)| path.ends_with(".yaml")) {
        assert!(text.starts_with(MODELINE), "{path}");
    }
}

#[test]
fn templates_leave_no_core_election_out() {
    for (path, text) in specs(FOLDER) {
        let plan = format!("{:?}", plans(&path, &text));
        let left_out = if path.contains("457b") { NOT_IN_457B } else { "" };
        let left_out: Vec<&str> = left_out.split_whitespace().collect();
        for election in CORE.split_whitespace().filter(|election| !left_out.contains(election)) {
            let field = format!("ElectionPath(\"{election}\"), given: ");
            let (_, behind) = plan.split_once(&field).unwrap_or_else(|| panic!("no election {election}"));
            assert!(!behind.starts_with("Absent"), "{path} leaves out {election}");
        }
    }
}

#[test]
fn templates_ask_only_for_what_they_leave_open() {
    let mut problems = String::new();
    // What the employer decides year by year is as open as what nobody has told.
    let left_open = ["unknown", "discretionary"];
    for (path, text) in specs(FOLDER) {
        let input = planlint::Input { path: path.clone(), bytes: text.as_bytes().to_vec() };
        let report = planlint::check(&[input], &options());
        for question in report.questions.iter().filter(|question| question.is_pressing()) {
            let key = question.election.as_str().rsplit('.').next().unwrap_or_default();
            let is_open = |line: &str| {
                let line = line.trim();
                line.starts_with(key) && left_open.iter().any(|word| line.ends_with(word))
                    || line.starts_with(&format!("{key} {{"))
                    || line == format!("{key}:")
            };
            if !text.lines().any(is_open) {
                problems.push_str(&format!("{path}: {}\n", question.election));
            }
        }
    }
    assert_eq!(problems, "");
}
