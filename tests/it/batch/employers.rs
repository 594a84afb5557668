//! Plans of one employer, each with its own spec: what may be taken together, and what must stay unknown.

use super::{Folder, TERMS, told};

const HEADER: &str = "plan_id,employer_group,employee_id,birth_date,hire_date,compensation,prior_compensation,pre_tax,after_tax,match\n";

fn people(plan: &str, group: &str) -> String {
    format!(
        "{plan},{group},ann,1980-01-01,2010-01-01,100000,200000,3000,0,1000\n\
         {plan},{group},ben,1985-01-01,2010-01-01,50000,50000,2500,0,1500\n"
    )
}

fn census() -> String {
    [HEADER, &people("a", "g"), &people("b", "g"), &people("c", "")].concat()
}

/// The outcomes of plans `a`, `b` and `c`, and the reasons of `a`.
fn tested(folder: &Folder, census: &str) -> ([String; 3], String) {
    let out = folder.run(&["--census", census, "--format", "jsonl"]).1;
    let told = told(&out);
    let of = |id: &str| told.iter().find(|line| line.0 == id).cloned().unwrap_or_default();
    ([of("a").1, of("b").1, of("c").1], of("a").2)
}

#[test]
fn each_plan_is_tested_by_its_own_terms() {
    let folder = Folder::new("own-terms", &[("census.csv", &census())]);
    folder.plan("a.plan.yaml", "plan: A");
    let text = format!("plan: B\n{}", TERMS.replace("adp: current year", "adp: unknown"));
    folder.write("plans/b.plan.yaml", &text);
    folder.plan("c.plan.yaml", "plan: C");
    // Ann has 6% in both together, and the others 5%.
    let (outcomes, reason) = tested(&folder, "census.csv");
    assert_eq!(outcomes, ["pass", "unknown", "pass"], "{reason}");
}

#[test]
fn plans_that_the_law_does_not_take_together_are_unknown() {
    let cases = [
        ("type: 401(k)", "type: 403(b)", "not a plan of the same kind"),
        ("year: 2026", "year: 2026-07-01 to 2027-06-30", "another plan year"),
        ("top-paid-group: no", "top-paid-group: yes", "who is highly compensated"),
        ("year: 2026", "year: 2026\nnonsense: 1", "no plan spec that can be read"),
    ];
    for (from, to, part) in cases {
        let folder = Folder::new("kinds", &[("census.csv", &census())]);
        folder.plan("a.plan.yaml", "plan: A");
        folder.write("plans/b.plan.yaml", &format!("plan: B\n{}", TERMS.replace(from, to)));
        folder.plan("c.plan.yaml", "plan: C");
        let (outcomes, reason) = tested(&folder, "census.csv");
        assert_eq!((outcomes[0].as_str(), outcomes[2].as_str()), ("unknown", "pass"), "{to}");
        assert!(reason.contains(part), "{to}: {reason}");
    }
}

#[test]
fn an_employer_in_two_files_is_unknown() {
    let folder = Folder::new("two-files", &[]);
    for plan in ["a", "b", "c"] {
        folder.plan(&format!("{plan}.plan.yaml"), &format!("plan: {plan}"));
    }
    folder.write("in/1.csv", &[HEADER, &people("a", "g"), &people("c", "")].concat());
    folder.write("in/2.csv", &[HEADER, &people("b", "g")].concat());
    let (outcomes, reason) = tested(&folder, "in");
    assert_eq!(outcomes, ["unknown", "unknown", "pass"]);
    assert!(reason.contains("in several censuses"), "{reason}");
}
