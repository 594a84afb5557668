//! Amendments spliced into plan specs: the example plans in both notations, and layouts of all kinds.

use jiff::civil::date;
use planlint::Input;
use planlint::amend::{Amended, Change, Refusal, amend};
use planlint::lower::Field;
use planlint::plan::SECTIONS;
use similar::{ChangeTag, TextDiff};

use crate::plan_specs::specs;

const FIRST: Amended = Amended { plan: 0, effective: date(2026, 1, 1) };

fn input(path: &str, text: &str) -> Input {
    Input { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn amended(path: &str, text: &str, changes: &[(&str, &str)]) -> Result<String, Refusal> {
    let changes: Vec<Change> = changes.iter().map(|(path, phrase)| Change::new(path, *phrase)).collect();
    amend(&input(path, text), FIRST, &changes).map(|after| String::from_utf8(after.bytes).expect("a text"))
}

fn yaml(text: &str, path: &str, phrase: &str) -> String {
    amended("a.plan.yaml", text, &[(path, phrase)]).unwrap_or_else(|refusal| refusal.to_string())
}

fn dsl(text: &str, path: &str, phrase: &str) -> String {
    amended("a.plan", text, &[(path, phrase)]).unwrap_or_else(|refusal| refusal.to_string())
}

/// All elections of sections with fixed keys, but the name and the year, which no amendment changes.
fn fields() -> Vec<&'static Field> {
    let fixed = SECTIONS.iter().filter(|info| !info.key.ends_with("GROUP"));
    fixed.flat_map(|info| info.fields).filter(|field| !["plan", "year"].contains(&field.path)).collect()
}

/// Lines that are gone, and lines that are new.
fn lines(before: &str, after: &str) -> [usize; 2] {
    let diff = TextDiff::from_lines(before, after);
    let count = |tag| diff.iter_all_changes().filter(|change| change.tag() == tag).count();
    [count(ChangeTag::Delete), count(ChangeTag::Insert)]
}

#[test]
fn any_election_of_any_example_plan_can_be_changed_and_nothing_else_changes() {
    let fields = fields();
    let mut problems = Vec::new();
    for (number, (path, text)) in specs("plan-specs").iter().enumerate() {
        // Every fifth election, another fifth for every plan.
        for field in fields.iter().skip(number % 5).step_by(5) {
            let phrases: Vec<&str> =
                field.kind.examples.iter().copied().filter(|phrase| *phrase != "unknown").collect();
            let phrase = phrases[number % phrases.len()];
            match amended(path, text, &[(field.path, phrase)]) {
                Err(refusal) => problems.push(format!("{path}: {refusal}")),
                Ok(after) => {
                    let [gone, new] = lines(text, &after);
                    if gone > 8 || new > 3 {
                        problems.push(format!("{path}: {}: {gone} lines gone, {new} new", field.path));
                    }
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    for (path, text) in specs("plan-specs").iter().take(12) {
        let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        for (election, phrase) in [("after-tax.hce-limit", "4% of pay"), ("testing.shift-deferrals", "yes")] {
            let after = amended(path, &text, &[(election, phrase)]).expect("an amendment");
            assert!(after.starts_with('\u{feff}'), "{path}");
            assert_eq!(after.matches('\n').count(), after.matches("\r\n").count(), "{path}");
        }
    }
}

#[test]
fn several_elections_are_changed_together_or_none_is() {
    let text = "plan: A\ntype: 401(k)\n";
    let both = amended("a.yaml", text, &[("testing.adp", "prior year"), ("testing.acp", "prior year")]);
    assert_eq!(
        both.as_deref(),
        Ok("plan: A\ntype: 401(k)\ntesting:\n  adp: prior year\n  acp: prior year\n")
    );
    let one = amended("a.yaml", text, &[("testing.adp", "prior year"), ("testing.nothing", "yes")]);
    assert_eq!(one, Err(Refusal::NotAnElection("testing.nothing".to_owned())));
    let other = amended("a.yaml", text, &[("testing.adp", "sometimes")]);
    assert_eq!(other, Err(Refusal::NotAPhrase("testing.adp".to_owned())));
}

#[test]
fn yaml_keeps_its_layout() {
    let path = "after-tax.limit";
    assert_eq!(
        yaml("plan: A\nafter-tax:\n  limit: \"10% of pay\"   # why\n", path, "5% of pay"),
        "plan: A\nafter-tax:\n  limit: \"5% of pay\"   # why\n"
    );
    assert_eq!(
        yaml("plan: A\nafter-tax: { allowed: yes, limit: none }\n", path, "5% of pay up to $1,000"),
        "plan: A\nafter-tax: { allowed: yes, limit: \"5% of pay up to $1,000\" }\n"
    );
    assert_eq!(
        yaml("plan: A\nafter-tax: { allowed: yes } # here\nmatch:\n  formula: none\n", path, "none"),
        "plan: A\nafter-tax: { allowed: yes, limit: none } # here\nmatch:\n  formula: none\n"
    );
    assert_eq!(
        yaml(
            "plan: A\nafter-tax:\n    limit: { value: 10% of pay, source: \"AA 3\", effective: 2019-01-01 }",
            path,
            "none"
        ),
        "plan: A\nafter-tax:\n    limit: { value: none, source: \"AA 3\", effective: 2026-01-01 }"
    );
    assert_eq!(
        yaml("plan: A\nafter-tax:\n  hce-limit: { value: none, source: \"AA 3\" }\n", path, "none"),
        "plan: A\nafter-tax:\n  limit: none\n  hce-limit: { value: none, source: \"AA 3\" }\n"
    );
    assert_eq!(
        yaml(
            "plan: A\nmatch:\n  sources:\n  - pre-tax # one\n  - roth # two\n  formula: none\n",
            "match.sources",
            "pre-tax"
        ),
        "`match.sources` cannot be changed in this layout without touching what stands around it"
    );
    assert_eq!(
        yaml(
            "plan: A\nmatch:\n  sources:\n  - pre-tax\n  - roth # two\n  formula: none\n",
            "match.sources",
            "pre-tax"
        ),
        "plan: A\nmatch:\n  sources: pre-tax # two\n  formula: none\n"
    );
    assert_eq!(
        yaml("{ plan: A, type: 401(k) }\n", path, "none"),
        "{ plan: A, type: 401(k), after-tax: { limit: none } }\n"
    );
}

#[test]
fn yaml_sections_and_keys_come_in_the_order_of_an_adoption_agreement() {
    let text = "plan: A\n\nafter-tax:\n  allowed: yes\n  # the end of it\n\n# tests\ntesting:\n  acp: current year\n";
    assert_eq!(
        yaml(text, "match.formula", "none"),
        "plan: A\n\nafter-tax:\n  allowed: yes\n  # the end of it\n\nmatch:\n  formula: none\n\n# tests\ntesting:\n  acp: current year\n"
    );
    assert_eq!(yaml(text, "testing.adp", "prior year"), text.replace("  acp", "  adp: prior year\n  acp"));
    assert_eq!(yaml("plan: A", "type", "401(k)"), "plan: A\ntype: 401(k)");
}

#[test]
fn nothing_is_changed_through_an_anchor() {
    let text = "plan: A\nafter-tax:\n  limit: &most 10% of pay\n  hce-limit: *most\n";
    for path in ["after-tax.limit", "after-tax.hce-limit"] {
        assert!(yaml(text, path, "none").contains("an anchor, an alias"), "{path}");
    }
    let text = "plan: A\neligibility: &all { deferrals: immediate }\ntesting: *all\n";
    assert!(yaml(text, "testing.acp", "prior year").contains("behind an anchor"));
}

#[test]
fn the_dsl_keeps_its_layout() {
    let path = "after-tax.limit";
    assert_eq!(
        dsl(
            "plan \"A\" {\n  after-tax { allowed yes; limit 10% of pay @ \"AA 3\" }   # why\n}\n",
            path,
            "none"
        ),
        "plan \"A\" {\n  after-tax { allowed yes; limit none @ \"AA 3\" }   # why\n}\n"
    );
    assert_eq!(
        dsl(
            "plan \"A\" {\n  after-tax {\n    allowed    yes # so\n    hce-limit  none\n  }\n}\n",
            path,
            "none"
        ),
        "plan \"A\" {\n  after-tax {\n    allowed    yes # so\n    limit      none\n    hce-limit  none\n  }\n}\n"
    );
    assert_eq!(
        dsl("plan \"A\" { type 401(k); after-tax { } }", path, "none"),
        "plan \"A\" { type 401(k); after-tax { limit none } }"
    );
    assert_eq!(
        dsl("plan \"A\" {\n  after-tax { limit 5% of pay from 2020-01-01 }\n}\n", path, "none"),
        "plan \"A\" {\n  after-tax { limit none from 2026-01-01 }\n}\n"
    );
    assert_eq!(dsl("plan \"A\" {\n}\n", path, "none"), "plan \"A\" {\n  after-tax { limit none }\n}\n");
    assert_eq!(
        dsl(
            "plan \"A\" {\n  match {\n    formula 100% of first 3% of pay + # one\n      50% of next 2% of pay # two\n  }\n}\n",
            "match.formula",
            "none"
        ),
        "plan \"A\" {\n  match {\n    # one\n    formula none # two\n  }\n}\n"
    );
}

#[test]
fn of_several_plans_one_is_amended() {
    let text = "plan: A\ntesting: { acp: prior year }\n---\nplan: B\ntesting: { acp: prior year }\n";
    let second = Amended { plan: 1, ..FIRST };
    let change = [Change::new("testing.acp", "current year")];
    let after = amend(&input("a.yaml", text), second, &change).expect("an amendment");
    assert_eq!(
        String::from_utf8_lossy(&after.bytes),
        text.replace("B\ntesting: { acp: prior", "B\ntesting: { acp: current")
    );
    let third = Amended { plan: 2, ..FIRST };
    assert_eq!(amend(&input("a.yaml", text), third, &change).err(), Some(Refusal::NoSuchPlan));
}
