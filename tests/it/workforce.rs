//! Rules that reckon with the averages of a `workforce`, in plans on which other rules have their say as well.

use crate::examples::options;

const MATCHED_AFTER_TAX: &str = "\
plan: Acme 401(k) Plan
type: 401(k)
year: 2026
after-tax:
  allowed: yes
  matched: yes
match:
  formula: 50% up to 402(g) limit
nonelective:
  formula: none
workforce:
  staff:
    status: NHCE
    count: 10
    average-pay: $40,000
    participation: 100%
    average-deferral: 25%
    after-tax-participation: 100%
    average-after-tax: 50%
";

#[test]
fn a_match_up_to_the_deferral_limit_reaches_after_tax_money_beyond_a_low_deferral() {
    let input =
        planlint::Input { path: "acme.plan.yaml".to_owned(), bytes: MATCHED_AFTER_TAX.as_bytes().to_vec() };
    let report = planlint::check(&[input], &options());
    let reported = report.findings.iter().find(|reported| reported.finding.rule == "pay-limit-binds");
    let message = reported.map(|reported| reported.finding.message.to_string()).unwrap_or_default();
    // $10,000 and $20,000, with half of the first $24,500 of them.
    assert!(message.contains("$12,250") && message.contains("$42,250"), "{message}");
}

const UNREADABLE_MATCH: &str = "\
plan: Acme 401(k) Plan
type: 401(k)
year: 2026
employer: { entity: corporation }
after-tax: { allowed: yes, matched: no }
match: { formula: half of what they defer }
testing: { acp: current year }
workforce:
  hce: { count: 4, after-tax-participation: 100%, average-after-tax: 4% }
  nhce: { count: 30, after-tax-participation: 100%, average-after-tax: 3% }
";

#[test]
fn what_cannot_be_read_lets_no_projection_pass() {
    let bytes = UNREADABLE_MATCH.as_bytes().to_vec();
    let input = planlint::Input { path: "acme.plan.yaml".to_owned(), bytes };
    let report = planlint::check(&[input], &options());
    let rules = ["acp-fails-without-nhce-after-tax", "converted-money-must-return"];
    assert!(!report.passed.iter().any(|passed| rules.contains(&passed.rule)));
}
