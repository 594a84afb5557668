//! The grid as blocks.

use crate::estimate::cell::Cell;
use crate::estimate::grid::Grid;
use crate::render::estimate::show;
use crate::render::testing::page::{Block, Matrix, MatrixCell};
use crate::testing::results::Status;
use crate::testing::unanswered::Unanswered;

/// The grid, then what goes back where something fails.
pub fn grid(blocks: &mut Vec<Block>, grid: &Grid) {
    blocks.push(Block::Heading("What if".to_owned()));
    blocks.push(Block::Text(sentence(grid)));
    blocks.push(Block::Matrix(matrix(grid, &show::cell)));
    if prongs_differ(grid) {
        blocks.push(Block::Heading("Which part of the ACP test sets the limit".to_owned()));
        let prong = |cell: &Result<Cell, Unanswered>| MatrixCell {
            status: Status::NotRequired,
            text: show::prong(cell).to_owned(),
        };
        blocks.push(Block::Matrix(matrix(grid, &prong)));
    }
    let fails =
        |cell: &Result<Cell, Unanswered>| cell.as_ref().is_ok_and(|cell| cell.status() == Status::Fail);
    if grid.rows.iter().flatten().any(fails) {
        blocks.push(Block::Heading("What goes back".to_owned()));
        blocks.push(Block::Matrix(matrix(grid, &show::refunds)));
    }
    let mut missing = Unanswered::default();
    for cell in grid.rows.iter().flatten() {
        match cell {
            Err(lacking) => missing.add(lacking.clone()),
            Ok(cell) => missing.add(cell.adp.unanswered.clone().and(cell.acp.unanswered.clone())),
        }
    }
    if !missing.is_empty() {
        blocks.push(Block::Text(format!("? is unknown: {missing}.")));
    }
}

/// How to read the cells.
pub fn sentence(grid: &Grid) -> String {
    let first = grid.rows.iter().flatten().map(show::prong).find(|prong| !prong.is_empty());
    let limit = match first {
        Some(prong) if !prongs_differ(grid) => format!(" The limit is set by {prong} in every cell."),
        Some(_) | None => String::new(),
    };
    format!(
        "Each cell is the margin of the ACP test in points: what the highly compensated have left below the limit. F is a test that fails, F(ADP) one of deferrals.{limit}"
    )
}

/// Is the limit set by different prongs?
pub fn prongs_differ(grid: &Grid) -> bool {
    let mut found = grid.rows.iter().flatten().map(show::prong).filter(|prong| !prong.is_empty());
    let first = found.next();
    found.any(|prong| Some(prong) != first)
}

fn matrix(grid: &Grid, show: &dyn Fn(&Result<Cell, Unanswered>) -> MatrixCell) -> Matrix {
    let labels = grid.y.as_ref().map_or_else(|| vec![String::new()], show::values);
    Matrix {
        across: grid.x.lever.words().to_owned(),
        down: grid.y.as_ref().map_or_else(String::new, |y| y.lever.words().to_owned()),
        columns: show::values(&grid.x),
        rows: labels
            .into_iter()
            .zip(&grid.rows)
            .map(|(label, row)| (label, row.iter().map(show).collect()))
            .collect(),
    }
}
