//! One line of a source as it is shown: harmless characters, tabs as spaces, and of a long line the part that matters.
//!
//! A plan spec on a single line may have a megabyte: what is done here goes by the columns shown, not by that length.

use crate::render::{safe, wrap};

/// A line ready to be shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Clipped {
    pub text: String,
    /// The spots that were asked for, as bytes of `text`.
    pub spots: Vec<Spot>,
}

/// A range of bytes in a line. `spare` is how many columns its label wants to its right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub start: usize,
    pub end: usize,
    pub spare: usize,
}

const TAB: usize = 4;
const CUT: char = '…';

/// Cuts a line to `room` columns around the first of its spots, which are sorted.
pub fn clip(line: &str, spots: &[Spot], room: usize) -> Clipped {
    let focus = spots.first().map_or(0, |spot| spot.start);
    let reach = room * 4;
    let from = floor(line, focus.saturating_sub(reach));
    let to = floor(line, (focus + 2 * reach).min(line.len()));
    let cells = cells(&line[from..to], from);
    let columns = cells.last().map_or(0, |cell| cell.column + cell.width);
    let column_of = |at: usize| cells.iter().find(|cell| cell.at >= at).map_or(columns, |cell| cell.column);
    let wanted = spots.first().map_or(0, |spot| column_of(spot.start) + spot.spare);
    let begins =
        if from == 0 && wanted <= room { 0 } else { (wanted + 1).saturating_sub(room).min(column_of(focus)) };
    let cut_left = begins > 0 || from > 0;
    let narrowed = to < line.len() || cut_left || columns > room;
    let ends = if narrowed { begins + room - 1 - usize::from(cut_left) } else { columns };
    let (text, places) =
        Shown { cells: &cells, begins, ends, cut_left, more_follows: to < line.len() }.draw();
    let placed =
        |at: usize| places.iter().find(|(source, _)| *source >= at).map_or(text.len(), |(_, shown)| *shown);
    let spots =
        spots.iter().map(|spot| Spot { start: placed(spot.start), end: placed(spot.end), ..*spot }).collect();
    Clipped { spots, text }
}

/// A character of the source, where it stands and what is shown for it.
struct Cell {
    at: usize,
    column: usize,
    width: usize,
    shown: char,
}

fn cells(text: &str, from: usize) -> Vec<Cell> {
    let mut column = 0;
    let mut cell = |(at, c): (usize, char)| {
        let shown = if c == '\t' { ' ' } else { safe::stand_in(c).unwrap_or(c) };
        let width = if c == '\t' { TAB - column % TAB } else { wrap::char_width(shown) };
        column += width;
        Cell { at: from + at, column: column - width, width, shown }
    };
    text.char_indices().map(&mut cell).collect()
}

/// The cells from column `begins` up to column `ends`.
struct Shown<'c> {
    cells: &'c [Cell],
    begins: usize,
    ends: usize,
    cut_left: bool,
    more_follows: bool,
}

impl Shown<'_> {
    /// The text, and for each place in the source the place in the text.
    fn draw(&self) -> (String, Vec<(usize, usize)>) {
        let mut text = String::new();
        let mut places = Vec::new();
        if self.cut_left {
            text.push(CUT);
        }
        let visible = |cell: &&Cell| cell.column >= self.begins && cell.column + cell.width <= self.ends;
        for cell in self.cells.iter().skip_while(|cell| cell.column < self.begins).take_while(visible) {
            places.push((cell.at, text.len()));
            let times = if cell.shown == ' ' { cell.width } else { 1 };
            text.extend(std::iter::repeat_n(cell.shown, times));
        }
        let rest = self.cells.iter().find(|cell| cell.column + cell.width > self.ends);
        if let Some(cell) = rest {
            places.push((cell.at, text.len()));
        }
        if rest.is_some() || self.more_follows {
            places.push((usize::MAX, text.len()));
            text.push(CUT);
        }
        (text, places)
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Spot, clip};
    use crate::render::wrap::width;

    fn spot(line: &str, part: &str) -> Spot {
        let start = line.find(part).unwrap();
        Spot { start, end: start + part.len(), spare: 24 }
    }

    /// The line as shown, and below it what the spot covers.
    fn shown(line: &str, part: &str, room: usize) -> (String, String) {
        let clipped = clip(line, &[spot(line, part)], room);
        assert!(width(&clipped.text) <= room, "{} columns: {}", width(&clipped.text), clipped.text);
        let Spot { start, end, .. } = clipped.spots[0];
        (clipped.text.clone(), clipped.text[start..end].to_owned())
    }

    #[test]
    fn a_short_line_is_whole() {
        assert_eq!(shown("  allowed: no", "no", 40), ("  allowed: no".to_owned(), "no".to_owned()));
        assert_eq!(shown("\tallowed:\tno", "no", 40), ("    allowed:    no".to_owned(), "no".to_owned()));
        assert_eq!(clip("", &[], 40).text, "");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_spot_is_shown() {
        let line = format!("{}allowed: no{}", "x: 1, ".repeat(100), ", y: 2".repeat(100));
        let (text, part) = shown(&line, "no", 40);
        assert_eq!(part, "no");
        assert!(text.starts_with('…') && text.ends_with('…') && text.contains("allowed: no"), "{text}");
    }

    #[test]
    fn wide_characters_and_stand_ins_keep_their_places() {
        let line = "# 確定拠出年金計画の規約\u{202e}: \u{1b}[31mいいえ, allowed: no";
        let (text, part) = shown(line, "no", 80);
        assert_eq!(part, "no");
        assert!(text.contains('\u{fffd}') && text.contains('␛') && !text.contains('\u{1b}'));
        for room in 20..60 {
            assert_eq!(shown(line, "no", room).1, "no", "{room} columns");
        }
    }

    #[test]
    fn a_spot_at_the_end_of_the_line_is_behind_its_last_character() {
        let line = "type: 401(k";
        let clipped = clip(line, &[Spot { start: line.len(), end: line.len(), spare: 4 }], 40);
        assert_eq!(clipped.spots[0].start, line.len());
    }
}
