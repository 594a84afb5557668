//! How figures of an estimate read: the same in every format for people.

use rust_decimal::Decimal;

use crate::estimate::cell::Cell;
use crate::estimate::lever::Axis;
use crate::money::Percent;
use crate::money::exact::Fraction;
use crate::render::testing::page::MatrixCell;
use crate::testing::results::Status;
use crate::testing::unanswered::Unanswered;

/// Points with two decimals and a sign. What is between two hundredths goes towards zero for what passes, away from it
/// for what fails, so that no figure looks better than it is.
pub fn signed(points: Fraction) -> String {
    let hundredths = points.floor();
    let sign = if hundredths < 0 { "−" } else { "+" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

/// The same of points in a decimal.
pub fn signed_points(points: Percent) -> String {
    let points = floored(points);
    let sign = if points < Decimal::ZERO { "−" } else { "+" };
    format!("{sign}{:.2}", points.abs())
}

/// Points in whole hundredths, downwards.
pub fn floored(points: Percent) -> Decimal {
    (points.decimal() * Decimal::ONE_HUNDRED).floor() / Decimal::ONE_HUNDRED
}

/// A cell of a grid: the margin of the ACP test, and a word where there is none or where another test fails.
pub fn cell(cell: &Result<Cell, Unanswered>) -> MatrixCell {
    let Ok(cell) = cell else { return MatrixCell { status: Status::Unknown, text: "?".to_owned() } };
    let status = cell.status();
    let margin = cell.acp.margin().map(signed);
    let is_of_adp = cell.adp.status == Status::Fail;
    let text = match (status, margin) {
        (Status::Fail, Some(margin)) if is_of_adp => format!("F(ADP) {margin}"),
        (Status::Fail, Some(margin)) => format!("F {margin}"),
        (Status::Fail, None) => "F(ADP)".to_owned(),
        (Status::Unknown, _) => "?".to_owned(),
        (Status::Pass, Some(margin)) => margin,
        (Status::Pass | Status::NotRequired, _) => "ok".to_owned(),
    };
    MatrixCell { status, text }
}

/// What goes back in a cell.
pub fn refunds(cell: &Result<Cell, Unanswered>) -> MatrixCell {
    let status = cell.as_ref().map_or(Status::Unknown, Cell::status);
    let text = match (cell, status) {
        (Ok(cell), Status::Fail) => cell.excess().to_string(),
        (Ok(_), Status::Pass | Status::NotRequired) => "–".to_owned(),
        (Ok(_), Status::Unknown) | (Err(_), _) => "?".to_owned(),
    };
    MatrixCell { status, text }
}

/// The prong that sets the limit of the ACP test.
pub fn prong(cell: &Result<Cell, Unanswered>) -> &'static str {
    let comparison = cell.as_ref().ok().and_then(|cell| cell.acp.comparison.as_ref());
    comparison.map_or("", |comparison| comparison.basis())
}

/// The values of an axis.
pub fn values(axis: &Axis) -> Vec<String> {
    axis.values.iter().map(|value| axis.lever.show(*value)).collect()
}

/// The status in a word.
pub fn word(status: Status) -> &'static str {
    match status {
        Status::Pass => "passes",
        Status::Fail => "fails",
        Status::NotRequired => "not required",
        Status::Unknown => "unknown",
    }
}
