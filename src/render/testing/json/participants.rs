//! The `participants` of the JSON of `test`.

use serde::Serialize;

use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::render::testing::participants::{eligibility, hce_reason};
use crate::testing::participants::ParticipantResult;
use crate::testing::people::Standing;
use crate::testing::results::TestResults;

#[derive(Serialize)]
pub(super) struct Participant<'a> {
    employee_id: &'a str,
    row: u32,
    hce: Option<bool>,
    hce_reason: String,
    adp_eligible: Option<bool>,
    adp_eligibility: &'static str,
    acp_eligible: Option<bool>,
    acp_eligibility: &'static str,
    pay: Cents,
    adr: Option<Hundredths>,
    acr: Option<Hundredths>,
}

pub(super) fn of(results: &TestResults) -> Option<Vec<Participant<'_>>> {
    let all = results.participants.as_ref()?;
    Some(all.iter().map(|one| participant(one, results.hce_pay)).collect())
}

fn participant(one: &ParticipantResult, threshold: Option<Cents>) -> Participant<'_> {
    Participant {
        employee_id: &one.employee_id,
        row: one.row,
        hce: one.hce.map(|found| found.status == Status::Hce),
        hce_reason: hce_reason(one.hce, threshold),
        adp_eligible: is_in(one.adp),
        adp_eligibility: eligibility(one.adp),
        acp_eligible: is_in(one.acp),
        acp_eligibility: eligibility(one.acp),
        pay: one.pay,
        adr: one.adr,
        acr: one.acr,
    }
}

fn is_in(standing: Standing) -> Option<bool> {
    match standing {
        Standing::In(_) => Some(true),
        Standing::Out(_) => Some(false),
        Standing::Unknown => None,
    }
}
