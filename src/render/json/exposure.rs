//! What an estimate on a plan's `workforce` says, in the JSON of `check`.

use serde::Serialize;

use crate::estimate::Outlook;
use crate::estimate::cell::Judged;
use crate::money::Percent;
use crate::money::exact::Hundredths;

#[derive(Serialize)]
pub struct ExposureRecord {
    adp: Test,
    acp: Test,
    hce_after_tax_rate: Option<Hundredths>,
}

#[derive(Serialize)]
struct Test {
    status: &'static str,
    hce: Option<Hundredths>,
    nhce: Option<Hundredths>,
    limit: Option<Percent>,
}

impl ExposureRecord {
    pub fn of(outlook: &Outlook) -> Self {
        let test = |judged: &Judged| Test {
            status: judged.status.word(),
            hce: judged.comparison.map(|found| found.hce),
            nhce: judged.comparison.map(|found| found.nhce),
            limit: judged.comparison.map(|found| found.limit.exact.to_percent()),
        };
        Self { adp: test(&outlook.cell.adp), acp: test(&outlook.cell.acp), hce_after_tax_rate: outlook.rate }
    }
}
