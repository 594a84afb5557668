//! What all charts share: an SVG in a string, with a text for those who do not see it.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// Where charts are drawn.
pub type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// How drawing ends. Into a string nothing fails.
pub type Drawn = Result<(), DrawingAreaErrorKind<std::io::Error>>;

/// A chart of this size. `told` is what it shows, in words of our own.
pub fn drawn(
    (width, height): (i32, i32),
    (name, number): (&str, u32),
    told: &str,
    draw: impl FnOnce(&Area<'_>) -> Drawn,
) -> String {
    let mut text = String::new();
    {
        let size = (width.unsigned_abs(), height.unsigned_abs());
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        draw(&area).and_then(|()| area.present()).expect("internal error: a chart cannot be drawn");
    }
    let id = format!("{name}-{number}");
    let opening = format!("<svg role=\"img\" aria-labelledby=\"{id}\" ");
    let text = text.replacen("<svg ", &opening, 1);
    let title = format!(">\n<title id=\"{id}\">{told}</title>");
    text.replacen('>', &title, 1)
}

/// Text whose left end is at a point.
pub fn font(size: u32) -> TextStyle<'static> {
    ("sans-serif", size).into_font().color(&BLACK)
}

/// Text around a point.
pub fn middle(size: u32) -> TextStyle<'static> {
    font(size).pos(Pos::new(HPos::Center, VPos::Center))
}

/// Text whose right end is at a point.
pub fn right(size: u32) -> TextStyle<'static> {
    font(size).pos(Pos::new(HPos::Right, VPos::Center))
}
