//! Tests on the pages of plans: whose they are, what they say of persons, and what could not be matched.

use super::{pages, report, texts};
use crate::cli::Folder;

const HEADER: &str = "plan_id,employee_id,birth_date,hire_date,compensation,prior_compensation,ownership,pre_tax,roth,after_tax,match";

/// The plan whose ACP test fails, and its census with the plan's name in front.
fn folder(name: &str, plan_id: &str) -> Folder {
    let folder = Folder::new(name);
    let plan = include_str!("../../../plan-specs/designs/robotics-maker-fails-acp.plan.yaml");
    folder.write("plans/robotics.plan.yaml", plan);
    folder.write("plans/other.plan", crate::cli::GOOD);
    let census = include_str!("../../../plan-specs/designs/robotics-maker-2026.census.csv");
    let mut lines = census.lines();
    let mut text = format!("plan_id,{}\n", lines.next().expect("a header"));
    for line in lines {
        text.push_str(&format!("{plan_id},{line}\n"));
    }
    folder.write("census.csv", &text);
    folder
}

const RUN: [&str; 5] = ["plans", "--out", "site", "--census", "census.csv"];

#[test]
fn a_tested_plan_shows_its_refunds_and_says_that_they_are_personal() {
    for (name, plan_id) in [("site-stem", "robotics"), ("site-name", "Robotics maker 401(k) with after-tax")]
    {
        let folder = folder(name, plan_id);
        let (code, _, err) = report(&folder, &RUN);
        assert_eq!(code, 0, "{err}");
        let pages = pages(&folder.0.join("site"));
        let page = &pages["plans/robotics-maker-401-k-with-after-tax-2026.html"];
        for told in
            ["Personal data.", "9.94% against a limit of 5.00%", "<th scope=\"row\">R-001</th>", "32,382.82"]
        {
            assert!(page.contains(told), "{told}");
        }
        assert!(!page.contains("1971-05-14"), "no birth dates");
        assert!(pages["index.html"].contains("ACP fails"));
        assert!(pages["index.html"].contains("1 plan of this report has no test results from census.csv"));
        assert!(pages["about.html"].contains("Personal data"));
        assert_eq!(pages.values().filter(|page| page.contains("R-001")).count(), 1);
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_look_into_a_report_with_persons_in_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("site-owner", "robotics");
    report(&folder, &RUN);
    let mode = std::fs::metadata(folder.0.join("site")).expect("a folder").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn what_cannot_be_matched_is_said_and_given_to_no_plan() {
    let folder = folder("site-unmatched", "<i>nobody</i>");
    assert_eq!(report(&folder, &RUN).0, 0);
    let site = texts(&folder.0.join("site"));
    assert!(
        site["index.html"]
            .contains("plan &#60;i&#62;nobody&#60;/i&#62; of the census is none of these plans")
    );
    assert!(site.values().all(|page| !page.contains("R-001")));

    // Two clients whose plans have one name: whose census it is cannot be told.
    let plan = include_str!("../../../plan-specs/designs/robotics-maker-fails-acp.plan.yaml");
    folder.write("plans/second.plan.yaml", plan.replace("entity: corporation", "entity: partnership"));
    let census = std::fs::read_to_string(folder.0.join("census.csv")).expect("a census");
    folder.write("census.csv", census.replace("<i>nobody</i>", "Robotics maker 401(k) with after-tax"));
    assert_eq!(report(&folder, &RUN).0, 0);
    let site = texts(&folder.0.join("site"));
    assert!(site["index.html"].contains("may be several of these plans"), "{}", site["index.html"]);
    assert!(site.values().all(|page| !page.contains("R-001")));
}

#[test]
fn a_census_with_a_bad_cell_makes_no_report() {
    let folder = folder("site-bad-census", "robotics");
    folder.write(
        "census.csv",
        format!("{HEADER}\nrobotics,SECRET-1,1980-01-01,2010-01-01,SECRET-2,1,0,1,0,0,0\n"),
    );
    let (code, out, err) = report(&folder, &RUN);
    assert_eq!(code, 3);
    assert!(!err.contains("SECRET") && !out.contains("SECRET"), "{err}");
    assert!(err.contains("no report is written"), "{err}");
    assert!(!folder.0.join("site").exists());
}

#[test]
fn a_plan_is_not_tested_beside_one_of_its_employer_that_no_spec_is_known_of() {
    let folder = folder("site-employer", "robotics");
    let census = std::fs::read_to_string(folder.0.join("census.csv")).expect("a census");
    let mut text = String::new();
    for (number, line) in census.lines().enumerate() {
        let group = if number == 0 { "employer_group" } else { "maker" };
        text.push_str(&format!("{group},{line}\n"));
    }
    let last = text.lines().last().expect("a row").replacen("robotics", "elsewhere", 1);
    folder.write("census.csv", format!("{text}{last}\n"));
    assert_eq!(report(&folder, &RUN).0, 0);
    let site = texts(&folder.0.join("site"));
    let index = &site["index.html"];
    assert!(index.contains("plan robotics is not tested: plan elsewhere of the same employer"), "{index}");
    assert!(site.values().all(|page| !page.contains("R-001")));
}

#[test]
fn an_id_goes_before_names() {
    let folder = folder("site-id", "0042");
    let plan = include_str!("../../../plan-specs/designs/robotics-maker-fails-acp.plan.yaml");
    folder.write("plans/robotics.plan.yaml", plan.replacen("type: 401(k)", "id: '0042'\ntype: 401(k)", 1));
    assert_eq!(report(&folder, &RUN).0, 0);
    let pages = pages(&folder.0.join("site"));
    assert!(pages["plans/robotics-maker-401-k-with-after-tax-2026.html"].contains("R-001"));
}
