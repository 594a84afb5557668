//! A grid as a heat map: the margin is written in each cell, and what fails is hatched, so that nothing is said by colour
//! alone.

use plotters::coord::Shift;
use plotters::prelude::*;

use crate::estimate::cell::Cell;
use crate::estimate::grid::Grid;
use crate::money::exact::Fraction;
use crate::render::estimate::show;
use crate::testing::results::Status;
use crate::testing::unanswered::Unanswered;

use super::svg::{self, Area, Drawn};

const CELL: (i32, i32) = (72, 36);
const LEFT: i32 = 72;
const TOP: i32 = 56;
const EDGE: i32 = 12;
/// So far apart hatches are.
const HATCH: i32 = 9;

const INK: RGBColor = RGBColor(0x1c, 0x1f, 0x23);
const EDGES: RGBColor = RGBColor(0xff, 0xff, 0xff);
const HATCHES: RGBColor = RGBColor(0xb3, 0x26, 0x1e);
const UNKNOWN: RGBColor = RGBColor(0xdd, 0xe1, 0xe6);
/// From a narrow margin to a wide one.
const PASSES: [RGBColor; 4] = [
    RGBColor(0xe6, 0xf5, 0xe9),
    RGBColor(0xcb, 0xec, 0xd3),
    RGBColor(0xaf, 0xe1, 0xbb),
    RGBColor(0x93, 0xd5, 0xa3),
];
const FAILS: [RGBColor; 4] = [
    RGBColor(0xfd, 0xe9, 0xe7),
    RGBColor(0xfa, 0xd4, 0xd0),
    RGBColor(0xf6, 0xbc, 0xb6),
    RGBColor(0xf1, 0xa3, 0x9b),
];

/// The map; `number` tells it from others on the page.
pub fn svg(grid: &Grid, number: u32) -> String {
    let columns = i32::try_from(grid.x.values.len()).unwrap_or(i32::MAX);
    let rows = i32::try_from(grid.rows.len()).unwrap_or(i32::MAX);
    let size = (LEFT + columns * CELL.0 + EDGE, TOP + rows * CELL.1 + EDGE + 18);
    let fails = grid.rows.iter().flatten().filter(|cell| status(cell) == Status::Fail).count();
    let all = grid.rows.iter().map(Vec::len).sum::<usize>();
    let down = grid.y.as_ref().map_or_else(String::new, |y| format!(", down: {}", y.lever.words()));
    let told = format!(
        "Heat map of the margin of the ACP test. Across: {}{down}. {fails} of {all} cells fail. The table that follows has every figure.",
        grid.x.lever.words()
    );
    svg::drawn(size, ("heat-map", number), &told, |area| draw(area, grid))
}

fn status(cell: &Result<Cell, Unanswered>) -> Status {
    cell.as_ref().map_or(Status::Unknown, Cell::status)
}

fn draw(area: &Area<'_>, grid: &Grid) -> Drawn {
    area.draw(&Text::new(format!("Across: {}", grid.x.lever.words()), (EDGE, 10), svg::font(13)))?;
    if let Some(y) = &grid.y {
        let bottom = TOP + i32::try_from(grid.rows.len()).unwrap_or(0) * CELL.1 + 8;
        area.draw(&Text::new(format!("Down: {}", y.lever.words()), (EDGE, bottom), svg::font(13)))?;
    }
    for (column, label) in (0..).zip(show::values(&grid.x)) {
        area.draw(&Text::new(label, (LEFT + column * CELL.0 + CELL.0 / 2, TOP - 12), svg::middle(13)))?;
    }
    let labels = grid.y.as_ref().map(show::values).unwrap_or_default();
    for (row, label) in (0..).zip(labels) {
        area.draw(&Text::new(label, (LEFT - 8, TOP + row * CELL.1 + CELL.1 / 2), svg::right(13)))?;
    }
    for (row, cells) in (0..).zip(&grid.rows) {
        for (column, cell) in (0..).zip(cells) {
            draw_cell(area, cell, (LEFT + column * CELL.0, TOP + row * CELL.1))?;
        }
    }
    Ok(())
}

fn draw_cell(
    area: &DrawingArea<SVGBackend<'_>, Shift>,
    cell: &Result<Cell, Unanswered>,
    at: (i32, i32),
) -> Drawn {
    let (left, top) = at;
    let (right, bottom) = (left + CELL.0, top + CELL.1);
    let status = status(cell);
    let margin = cell.as_ref().ok().and_then(|cell| cell.acp.margin());
    let fill = match status {
        Status::Pass | Status::NotRequired => PASSES[shade(margin)],
        Status::Fail => FAILS[shade(margin)],
        Status::Unknown => UNKNOWN,
    };
    area.draw(&Rectangle::new([at, (right, bottom)], fill.filled()))?;
    if status == Status::Fail {
        hatch(area, at, fill)?;
    }
    area.draw(&Rectangle::new([at, (right, bottom)], EDGES.stroke_width(2)))?;
    let middle = (left + CELL.0 / 2, top + CELL.1 / 2);
    area.draw(&Text::new(show::cell(cell).text, middle, svg::middle(13).color(&INK)))
}

/// Lines from lower left to upper right, and a quiet ground for the figure.
fn hatch(area: &DrawingArea<SVGBackend<'_>, Shift>, (left, top): (i32, i32), fill: RGBColor) -> Drawn {
    let (width, height) = CELL;
    for offset in (HATCH..width + height).step_by(HATCH as usize) {
        let from = (left + (offset - height).max(0), top + offset.min(height));
        let to = (left + offset.min(width), top + (offset - width).max(0));
        area.draw(&PathElement::new([from, to], HATCHES.mix(0.45).stroke_width(1)))?;
    }
    let ground = [(left + 6, top + 9), (left + width - 6, top + height - 9)];
    area.draw(&Rectangle::new(ground, fill.filled()))
}

/// How wide a margin is, in four steps: up to half a point, one, two, more.
fn shade(margin: Option<Fraction>) -> usize {
    let size = margin.map_or(0, |margin| margin.floor().unsigned_abs());
    [50, 100, 200].iter().filter(|step| size > **step).count()
}
