//! The JSON of the list of plans that `serve` has.

use serde::Serialize;

use super::{MegaBackdoorRecord, mega_backdoor};
use crate::render::safe;
use crate::report::{Report, Summary};
use crate::source::SourceFile;

#[derive(Serialize)]
struct Listed<'r> {
    id: &'r str,
    plan: &'r str,
    #[serde(rename = "type")]
    plan_type: Option<&'static str>,
    /// `null` where no plan can be read.
    year: Option<i16>,
    mega_backdoor: Option<MegaBackdoorRecord<'r>>,
    summary: Summary,
}

/// A list of the plans by their ids, each with the report on it alone.
pub fn plans<'r>(reports: impl Iterator<Item = (&'r str, &'r Report)>) -> String {
    let listed: Vec<Listed<'_>> = reports.map(|(id, report)| listed(id, report)).collect();
    let text = serde_json::to_string_pretty(&listed).expect("internal error: a list of plans is not JSON");
    safe::json(text + "\n")
}

fn listed<'r>(id: &'r str, report: &'r Report) -> Listed<'r> {
    let plan = report.plans.first();
    Listed {
        id,
        plan: plan.map_or_else(|| report.files.first().map_or("", SourceFile::path), |plan| &plan.name),
        plan_type: plan.and_then(|plan| plan.plan_type).map(|plan_type| plan_type.word()),
        year: plan.map(|plan| plan.year.begins_in()),
        mega_backdoor: plan.map(|plan| mega_backdoor(&plan.mega_backdoor)),
        summary: report.summary(),
    }
}
