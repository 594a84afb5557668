//! Every participant with status, pay and ratios, where that was asked for.

use super::tests::ratio;
use super::{Block, Table};
use crate::money::Usd;
use crate::money::exact::Hundredths;
use crate::nondiscrimination::excess_deferral::Status;
use crate::render::testing::participants::{eligibility, hce_reason};
use crate::testing::participants::ParticipantResult;
use crate::testing::people::Standing;
use crate::testing::results::TestResults;

/// Nothing where nobody asked.
pub fn blocks(results: &TestResults) -> Vec<Block> {
    let Some(all) = &results.participants else { return Vec::new() };
    let row = |one: &ParticipantResult| {
        let status = match one.hce.map(|found| found.status) {
            Some(Status::Hce) => "HCE",
            Some(Status::Nhce) => "other",
            None => "unknown",
        };
        let figure = |found: Option<Hundredths>| found.map(ratio).unwrap_or_default();
        vec![
            one.employee_id.clone(),
            status.to_owned(),
            hce_reason(one.hce, results.hce_pay),
            in_the_tests(one.adp, one.acp),
            Usd::from(one.pay).to_column_string(),
            figure(one.adr),
            figure(one.acr),
        ]
    };
    let table = Table {
        headings: vec!["employee", "status", "because", "in the tests", "pay", "ADR", "ACR"],
        rows: all.iter().map(row).collect(),
        total: None,
    };
    let law = ["IRC 414(q)", "26 CFR 1.401(k)-6", "IRC 401(a)(17)"].map(str::to_owned);
    vec![Block::Heading("Participants".to_owned()), Block::Table(table), Block::Law(law.to_vec())]
}

fn in_the_tests(adp: Standing, acp: Standing) -> String {
    if adp == acp {
        return eligibility(adp).to_owned();
    }
    format!("ADP: {}; ACP: {}", eligibility(adp), eligibility(acp))
}
