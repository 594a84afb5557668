//! The grid in JSON.

use serde::Serialize;

use super::{Missing, Test, missing, test};
use crate::estimate::cell::Cell;
use crate::estimate::grid::Grid;
use crate::estimate::lever::{Axis, Lever};
use crate::money::exact::{Cents, Hundredths};
use crate::testing::unanswered::Unanswered;

#[derive(Serialize)]
pub(super) struct GridRecord {
    x: AxisRecord,
    y: Option<AxisRecord>,
    rows: Vec<Vec<CellRecord>>,
}

#[derive(Serialize)]
struct AxisRecord {
    lever: &'static str,
    values: Vec<serde_json::Value>,
}

#[derive(Serialize)]
struct CellRecord {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    adp: Option<Test>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acp: Option<Test>,
    refunds: Option<Cents>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<Missing>,
}

pub(super) fn grid(found: &Grid) -> GridRecord {
    GridRecord {
        x: axis(&found.x),
        y: found.y.as_ref().map(axis),
        rows: found.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}

fn axis(found: &Axis) -> AxisRecord {
    let value = |value: &Hundredths| match found.lever {
        Lever::SafeHarborMatch => serde_json::Value::from(found.lever.show(*value)),
        Lever::HceAfterTaxParticipation
        | Lever::HceAfterTaxRate
        | Lever::NhceParticipation
        | Lever::NhceAfterTaxParticipation
        | Lever::NhceAfterTaxRate
        | Lever::MatchRate => serde_json::to_value(value).unwrap_or_default(),
    };
    AxisRecord { lever: found.lever.name(), values: found.values.iter().map(value).collect() }
}

fn cell(found: &Result<Cell, Unanswered>) -> CellRecord {
    match found {
        Ok(cell) => CellRecord {
            status: cell.status().word(),
            adp: Some(test(&cell.adp)),
            acp: Some(test(&cell.acp)),
            refunds: Some(cell.excess()),
            missing: None,
        },
        Err(lacking) => CellRecord {
            status: "unknown",
            adp: None,
            acp: None,
            refunds: None,
            missing: Some(missing(lacking)),
        },
    }
}
