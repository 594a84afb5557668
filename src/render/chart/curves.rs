//! Break-even curves: below a line the test passes. Lines have marks of their own and a name at their end.

use plotters::prelude::*;

use crate::estimate::headroom::Curve;
use crate::estimate::lever::short;
use crate::money::exact::Hundredths;

use super::svg::{self, Area, Drawn};

const SIZE: (i32, i32) = (760, 380);
const COLORS: [RGBColor; 3] =
    [RGBColor(0x0b, 0x57, 0xa4), RGBColor(0x8a, 0x4b, 0x00), RGBColor(0x6a, 0x1b, 0x9a)];

/// The chart; `number` tells it from others on the page.
pub fn svg(curves: &[Curve], number: u32) -> String {
    let told = "Break-even of the ACP test: the highest after-tax rate of the highly compensated, by the share of the \
         others who save after tax and by how much they save. The table before it has the figures.";
    svg::drawn(SIZE, ("curves", number), told, |area| draw(area, curves))
}

fn draw(area: &Area<'_>, curves: &[Curve]) -> Drawn {
    let highest = curves.iter().flat_map(|curve| &curve.points).filter_map(|(_, rate)| *rate).max();
    let top = highest.unwrap_or_default().0.clamp(400, 10_000) * 11 / 10;
    let mut chart = ChartBuilder::on(area)
        .margin(14)
        .margin_right(96)
        .x_label_area_size(44)
        .y_label_area_size(60)
        .build_cartesian_2d(0_i64..10_000, 0..top)?;
    chart
        .configure_mesh()
        .x_desc("share of the others who save after tax")
        .y_desc("highly compensated, up to")
        .x_label_formatter(&whole)
        .y_label_formatter(&whole)
        .label_style(svg::font(13))
        .light_line_style(WHITE)
        .bold_line_style(RGBColor(0xe1, 0xe5, 0xea))
        .draw()?;
    for (index, curve) in curves.iter().enumerate() {
        let color = COLORS[index % COLORS.len()];
        let points: Vec<(i64, i64)> =
            curve.points.iter().filter_map(|(share, rate)| Some((share.0, (*rate)?.0))).collect();
        chart.draw_series(LineSeries::new(points.clone(), color.stroke_width(2)))?;
        let mark = |point: &(i64, i64)| (*point, index);
        for (point, kind) in points.iter().map(mark) {
            match kind {
                0 => chart.draw_series([Circle::new(point, 4, color.filled())])?,
                1 => chart.draw_series([TriangleMarker::new(point, 5, color.filled())])?,
                _ => chart.draw_series([Cross::new(point, 4, color.stroke_width(2))])?,
            };
        }
        if let Some(end) = points.last() {
            let (x, y) = chart.backend_coord(end);
            let name = format!("others at {}", short(curve.nhce_rate));
            area.draw(&Text::new(name, (x + 8, y - 6), svg::font(13).color(&color)))?;
        }
    }
    Ok(())
}

fn whole(value: &i64) -> String {
    short(Hundredths(*value))
}
