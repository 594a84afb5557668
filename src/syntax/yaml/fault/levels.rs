//! Levels of indentation as a person sees them: which lines stand above one, and which line of two is the wrong one.

use std::ops::Range;

use crate::syntax::yaml::edit::{Edit, Repair};
use crate::syntax::yaml::lines::Line;

/// So many lines above or below are looked at.
pub const MOST_LINES: usize = 400;

/// The filled lines of the document above one, nearest first.
pub fn above(text: &str, line: Line) -> impl Iterator<Item = Line> {
    let lines = std::iter::successors(line.previous(text), move |line| line.previous(text));
    lines.take_while(|line| !line.is_marker(text)).filter(|line| !line.is_bare()).take(MOST_LINES)
}

/// The columns at which lines above stand, innermost first, each with its nearest line.
pub fn columns_above(text: &str, line: Line) -> Vec<(usize, Line)> {
    let mut columns: Vec<(usize, Line)> = Vec::new();
    for above in above(text, line) {
        let key = column(text, above);
        for column in [key, above.indent()] {
            if columns.last().is_none_or(|(least, _)| column < *least) {
                columns.push((column, above));
            }
        }
        if above.indent() == 0 {
            break;
        }
    }
    columns
}

/// The lines right above that are indented otherwise than the levels of this document, if they are to blame for a
/// line that fits none of them. The column is where they belong.
pub fn to_blame(text: &str, line: Line) -> Option<(Vec<Line>, usize)> {
    let step = step(text);
    if let Some(first) = above(text, line)
        .find(|above| above.indent() < line.indent())
        .filter(|first| is_first_astray(text, *first, line))
    {
        return Some((vec![first], line.indent()));
    }
    let mut deeper: Vec<Line> =
        above(text, line).take_while(|above| above.indent() > line.indent()).collect();
    let last = *deeper.first()?;
    let belongs = if is_header(text, last) && last.indent() + step != line.indent() {
        line.indent().checked_sub(step)
    } else {
        None
    };
    if let Some(column) = belongs.filter(|column| stands_at(text, last, *column, step)) {
        return Some((vec![last], column));
    }
    deeper.reverse();
    let header = above(text, *deeper.first()?).next()?;
    let fits = is_header(text, header) && header.indent() + step == line.indent();
    fits.then_some((deeper, line.indent()))
}

/// Is this entry the first below its header, at a column where the document's levels are not, while the line below is?
pub fn is_first_astray(text: &str, entry: Line, line: Line) -> bool {
    let step = step(text);
    let header = above(text, entry)
        .next()
        .filter(|header| is_header(text, *header) && header.indent() < entry.indent());
    header.is_some_and(|header| header.indent() + step == line.indent() && entry.indent() != line.indent())
}

/// `key:` with nothing behind it.
pub fn is_header(text: &str, line: Line) -> bool {
    line.pair(text).is_some_and(|pair| pair.value.is_empty())
}

/// Where the key of a line stands, behind the dashes of list items.
pub fn column(text: &str, line: Line) -> usize {
    line.pair(text).map_or(line.first, |pair| pair.key.start) - line.start
}

/// A line at another column, alone or with all deeper lines below it; first what its lines below ask for.
pub fn reindented(text: &str, line: Line, column: usize) -> Vec<Repair> {
    let below = std::iter::successors(line.next(text), |line| line.next(text));
    let block: Vec<Line> = below
        .take_while(|below| below.is_bare() || below.indent() > line.indent())
        .take(MOST_LINES)
        .collect();
    let alone = moved(&[line], line.indent(), column);
    let whole = moved(&[&[line], &*block].concat(), line.indent(), column);
    let stays =
        line.next_filled(text).is_some_and(|below| below.indent() > column && below.indent() > line.indent());
    if !is_header(text, line) || stays { vec![alone, whole] } else { vec![whole, alone] }
}

/// Lines moved by as many columns as lie between two.
pub fn moved(lines: &[Line], from: usize, to: usize) -> Repair {
    Repair { edits: lines.iter().map(|line| shifted(*line, from, to)).collect(), broken: None }
}

fn shifted(line: Line, from: usize, to: usize) -> Edit {
    match to.checked_sub(from) {
        Some(more) => Edit::insert(line.start, " ".repeat(more)),
        None => Edit { at: line.start..line.start + (from - to).min(line.indent()), with: String::new() },
    }
}

/// Does the column belong to a level around a line: one of its header's, or one step below it?
fn stands_at(text: &str, line: Line, column: usize, step: usize) -> bool {
    let header = above(text, line).find(|above| above.indent() <= column);
    header.is_some_and(|header| {
        header.indent() == column || (is_header(text, header) && header.indent() + step == column)
    })
}

/// The number of spaces that most levels of this document are indented by.
fn step(text: &str) -> usize {
    let first = Line::at(text, 0);
    let lines: Vec<Line> =
        std::iter::successors(Some(first), |line| line.next(text)).take(MOST_LINES).collect();
    let filled: Vec<&Line> = lines.iter().filter(|line| !line.is_bare()).collect();
    let mut counts = [0_usize; 9];
    for pair in filled.windows(2) {
        let step = pair[1].indent().saturating_sub(pair[0].indent());
        if let Some(count) = counts.get_mut(step).filter(|_| step > 0 && is_header(text, *pair[0])) {
            *count += 1;
        }
    }
    // Two spaces where the document gives no hint.
    (1..counts.len()).max_by_key(|step| (counts[*step], usize::from(*step == 2))).unwrap_or(2)
}

/// The tabs in the indentation of a filled line.
pub fn tabs(text: &str, line: Line) -> Option<Range<usize>> {
    let indentation = &text[line.start..line.first];
    let first = indentation.find('\t').filter(|_| !line.is_bare())?;
    let last = indentation.rfind('\t')?;
    Some(line.start + first..line.start + last + 1)
}
