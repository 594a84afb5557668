//! Plans of some 60 lines and 2 KB that differ from each other, the same on every machine.

use planlint::Input;
use planlint::convert::convert;
use planlint::syntax::decode::Notation;

/// So many plans in one notation.
pub fn inputs(count: usize, notation: Notation) -> Vec<Input> {
    (0..count).map(|index| input(index, notation)).collect()
}

fn input(index: usize, notation: Notation) -> Input {
    let yaml = Input { path: format!("plans/{index:04}.plan.yaml"), bytes: yaml(index).into_bytes() };
    match notation {
        Notation::Yaml => yaml,
        Notation::Dsl => {
            let text =
                convert(&yaml, Notation::Dsl).expect("internal error: a sample plan cannot be converted");
            Input { path: format!("plans/{index:04}.plan"), bytes: text.into_bytes() }
        }
    }
}

fn yaml(index: usize) -> String {
    let cap = 4 + index % 12;
    let vesting = ["immediate", "3-year cliff", "2 to 6 year graded"][index % 3];
    let route = ["any time", "age 59 1/2", "hardship", "none"][index % 4];
    let frequency = ["each payroll", "daily", "monthly", "quarterly"][index / 3 % 4];
    let goals = if index.is_multiple_of(2) { "goals: mega backdoor\n" } else { "" };
    format!(
        "# Sample plan number {index}: every election is stated, as an adoption agreement does.
plan: Sample Plan {index} 401(k)
type: 401(k)
year: 2026
{goals}
document:
  effective: 2015-01-01
  sources: [adoption agreement 2024, summary plan description 2026]
  kind: pre-approved
  first-year: no
employer:
  name: Sample Employer {index}, Inc.
  entity: corporation
  related-employers: none
  other-dc-plans: none
  employees: {}
eligibility:
  deferrals: age 21 and 3 months of service
  match: age 21 and 1 year of service
  after-tax: same as deferrals
  entry: quarterly
compensation:
  definition: W-2
  cap: 401(a)(17)
deferrals:
  pre-tax: 1% to 75% of pay
  roth: 1% to 75% of pay
  combined-limit: 75% of pay
  limit: 402(g) limit
  catch-up: yes
  super-catch-up: yes
  roth-catch-up: deemed with opt-out
auto-enrollment:
  type: EACA
  percent: 4%
  escalation: 1% a year to 10%
after-tax:
  allowed: yes
  limit: {cap}% of pay
  spillover: none
  separate-account: yes
  matched: no
in-plan-roth:
  allowed: yes
  sources: after-tax, pre-tax, match
  automatic: {frequency}
in-service:
  after-tax: {route}
  direct-rollover: yes
  split-rollover: yes
match:
  formula: 100% of first 3% of pay + 50% of next 2% of pay
  period: payroll
  true-up: {{ value: yes, source: \"AA 1.11(d)\" }}
  vesting: {vesting}
nonelective:
  formula: {}% of pay
testing:
  adp: current year
  acp: current year
  top-paid-group: no
  otherwise-excludable: together
  related-match: forfeited  # forfeited with what it was made on
forfeitures:
  use: reduce contributions  # reallocated ones would be annual additions
loans:
  allowed: yes
rollovers-in:
  allowed: yes
  after-tax: {{ value: yes, source: \"AA 1.20(c)\", effective: 2024-01-01 }}
distributions:
  spousal-consent: no
  normal-retirement-age: age 65
workforce:
  hce: {{ count: 12, average-pay: \"$250,000\", after-tax-participation: 40%, average-after-tax: 6% }}
  nhce: {{ count: 140, average-pay: \"$72,000\", after-tax-participation: 5%, average-after-tax: 2% }}
",
        40 + index,
        index % 5
    )
}
