//! How many plans have which verdict: a bar each, with its word and number, so that no colour is needed to read it.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// A bar: its word, how many, and the colour that a page replaces by its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub word: &'static str,
    pub count: usize,
    pub colour: Colour,
}

/// The colours of a chart. A page finds shapes by them and gives them those of its own light or dark style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    Good,
    Bad,
    Open,
    Faint,
}

const WIDTH: i32 = 400;
const ROW: i32 = 34;
/// Where bars begin, and how long the longest is: a number of five digits has its place behind it.
const BARS_FROM: i32 = 96;
const LONGEST: i32 = 240;
const TEXT: RGBColor = RGBColor(0x1c, 0x1f, 0x23);

impl Colour {
    const fn rgb(self) -> RGBColor {
        match self {
            Colour::Good => RGBColor(0x16, 0x65, 0x2f),
            Colour::Bad => RGBColor(0xa8, 0x19, 0x1f),
            Colour::Open => RGBColor(0x7a, 0x4d, 0x00),
            Colour::Faint => RGBColor(0x55, 0x60, 0x6e),
        }
    }
}

/// The chart; empty for no bars.
pub fn svg(bars: &[Bar]) -> String {
    let mut text = String::new();
    let height = ROW * i32::try_from(bars.len()).unwrap_or(0);
    if height > 0 {
        let size = (WIDTH.unsigned_abs(), height.unsigned_abs());
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        for (bar, row) in bars.iter().zip(0..) {
            draw(&area, bar, row * ROW, most).expect("internal error: a chart cannot be written to memory");
        }
        area.present().expect("internal error: a chart cannot be written to memory");
        drop(area);
    }
    // It scales with the page; its size is only its shape.
    let sized = format!("<svg width=\"{WIDTH}\" height=\"{height}\" ");
    text.replacen(&sized, "<svg ", 1)
}

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
type Drawn<'a> = Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

fn draw<'a>(area: &Area<'a>, bar: &Bar, top: i32, most: usize) -> Drawn<'a> {
    let middle = top + ROW / 2;
    let length = length(bar.count, most);
    let font = ("sans-serif", 16).into_font().color(&TEXT);
    let anchored = |side: HPos| font.clone().pos(Pos::new(side, VPos::Center));
    area.draw(&Text::new(bar.word, (BARS_FROM - 12, middle), anchored(HPos::Right)))?;
    if length > 0 {
        let corners = [(BARS_FROM, top + 6), (BARS_FROM + length, top + ROW - 6)];
        area.draw(&Rectangle::new(corners, bar.colour.rgb().filled()))?;
    }
    area.draw(&Text::new(bar.count.to_string(), (BARS_FROM + length + 8, middle), anchored(HPos::Left)))
}

/// What is there at all is seen.
fn length(count: usize, most: usize) -> i32 {
    let share =
        i64::try_from(count).unwrap_or(0) * i64::from(LONGEST) / i64::try_from(most).unwrap_or(1).max(1);
    i32::try_from(share).unwrap_or(LONGEST).max(if count > 0 { 3 } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::{Bar, Colour, svg};

    #[test]
    fn every_bar_is_told_in_words_and_figures() {
        let bar = |word, count, colour| Bar { word, count, colour };
        let chart = svg(&[bar("available", 2_000, Colour::Good), bar("unknown", 1, Colour::Open)]);
        for told in ["available", "2000", "unknown", ">\n1\n<", "viewBox=\"0 0 400 68\""] {
            assert!(chart.contains(told), "{told} in {chart}");
        }
        assert!(!chart.contains("<svg width="), "{chart}");
        assert_eq!(svg(&[]), "");
    }
}
