//! Tables of typed cells in the width of a terminal: what does not fit beside is put below, in pages of columns.

use tabled::builder::Builder;
use tabled::settings::object::{Columns, Rows};
use tabled::settings::style::HorizontalLine;
use tabled::settings::{Alignment, Color as Shade, Modify, Padding, Style as Borders};

use crate::render::workbook::{Cell, Sheet};
use crate::render::{Color, Style, safe, wrap};
use crate::report::Verdict;

/// Columns between two cells.
const GAP: usize = 2;
/// The first column, which says what a row is, is so wide at least, before the others grow, and at most.
const FIRST: (usize, usize, usize) = (18, 30, 64);
/// As narrow as it gets, to have all columns on one page.
const SQUEEZED: usize = 12;
/// Up to this width a column may be made as narrow as its longest word.
const SHORT: usize = 20;
/// Others are so wide at most, and so wide at least where their text is longer.
const OTHER: (usize, usize) = (14, 30);

/// What a table needs for its first column and for each other one.
pub fn narrowest_column() -> (usize, usize) {
    (FIRST.0 + GAP, OTHER.0 + GAP)
}

/// The table, in as many pages of columns as it takes.
pub fn grid(sheet: &Sheet, style: &Style) -> String {
    let texts = Texts::of(sheet);
    let natural: Vec<usize> = (0..sheet.headings.len()).map(|column| texts.natural(column)).collect();
    let mut out = String::new();
    for (first, columns) in pages(&natural, &texts, style.width) {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&page(sheet, &texts, first, &columns, style));
    }
    out
}

/// Which columns go on which page, each with its width: the first column is on all of them.
fn pages(natural: &[usize], texts: &Texts, width: usize) -> Vec<(usize, Vec<(usize, usize)>)> {
    let least = |column: usize| match natural[column] {
        // Words one below the other read well; phrases need room.
        short if short <= SHORT => texts.longest_word(column),
        long => long.min(OTHER.0.max(texts.longest_word(column).min(OTHER.1))),
    };
    let others: usize = (1..natural.len()).map(|column| GAP + least(column)).sum();
    // A name in few columns is better than a page for the last column alone.
    let first_least = if (width.saturating_sub(FIRST.0)..width.saturating_sub(SQUEEZED)).contains(&others) {
        width - others
    } else {
        FIRST.0
    };
    let first_least = natural.first().map_or(0, |first| (*first).min(first_least));
    let mut pages: Vec<Vec<usize>> = vec![Vec::new()];
    let mut used = first_least;
    for column in 1..natural.len() {
        let needs = GAP + least(column);
        let page = pages.last_mut().expect("internal error: a table has no page");
        if used + needs > width && !page.is_empty() {
            pages.push(vec![column]);
            used = first_least + needs;
        } else {
            page.push(column);
            used += needs;
        }
    }
    let widths = |columns: Vec<usize>| {
        let mut widths: Vec<(usize, usize)> =
            columns.iter().map(|column| (*column, least(*column))).collect();
        let taken: usize = widths.iter().map(|(_, width)| width + GAP).sum();
        let mut spare = width.saturating_sub(taken + first_least);
        // The name grows first, then the columns from left to right, then the name again.
        let mut first = first_least;
        grow(&mut first, natural.first().map_or(0, |first| (*first).min(FIRST.1)), &mut spare);
        for (column, width) in &mut widths {
            grow(width, natural[*column].min(OTHER.1), &mut spare);
        }
        grow(&mut first, natural.first().map_or(0, |first| (*first).min(FIRST.2)), &mut spare);
        (first, widths)
    };
    pages.into_iter().map(widths).collect()
}

/// Widens a column up to a width, as far as there are columns to spare.
fn grow(width: &mut usize, most: usize, spare: &mut usize) {
    let more = most.saturating_sub(*width).min(*spare);
    *width += more;
    *spare -= more;
}

/// The words of a sheet's cells, harmless to a terminal.
struct Texts {
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Texts {
    fn of(sheet: &Sheet) -> Self {
        let shown = |cell: &Cell| match cell.words() {
            words if words.is_empty() => "-".to_owned(),
            words => safe::line(&words).into_owned(),
        };
        let row = |row: &Vec<Cell>| row.iter().map(shown).collect();
        Self {
            headings: sheet.headings.iter().map(|heading| safe::line(heading).into_owned()).collect(),
            rows: sheet.rows.iter().map(row).collect(),
        }
    }

    fn natural(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column)).map(|cell| wrap::width(cell));
        cells.max().unwrap_or(0).max(self.longest_word_of_heading(column))
    }

    fn longest_word_of_heading(&self, column: usize) -> usize {
        let words = self.headings.get(column).into_iter().flat_map(|heading| heading.split_whitespace());
        words.map(wrap::width).max().unwrap_or(0)
    }

    fn longest_word(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let words = cells.flat_map(|cell| cell.split_whitespace()).map(wrap::width);
        words.max().unwrap_or(0).max(self.longest_word_of_heading(column))
    }

    fn broken(text: &str, columns: usize, indent: usize) -> String {
        if wrap::width(text) <= columns {
            return text.to_owned();
        }
        let lead = text.len() - text.trim_start().len();
        let within = columns.saturating_sub(indent + lead).max(1);
        let joint = format!("\n{}", " ".repeat(indent + lead));
        format!("{}{}", " ".repeat(lead), wrap::wrap(text, within).join(&joint))
    }
}

fn page(sheet: &Sheet, texts: &Texts, first: usize, columns: &[(usize, usize)], style: &Style) -> String {
    let mut builder = Builder::default();
    let record = |cells: &[String], filler: &str| {
        let own = |column: usize| cells.get(column).map_or(filler, String::as_str);
        let mut record = vec![Texts::broken(own(0), first, 2)];
        record.extend(columns.iter().map(|(column, width)| Texts::broken(own(*column), *width, 0)));
        record
    };
    builder.push_record(record(&texts.headings, ""));
    for row in &texts.rows {
        builder.push_record(record(row, ""));
    }
    let mut table = builder.build();
    table.with(Borders::blank().horizontals([(1, HorizontalLine::new('─').intersection('─'))]));
    table.with(Padding::new(0, 1, 0, 0));
    table.with(Modify::new(Columns::last()).with(Padding::zero()));
    for (index, (column, _)) in columns.iter().enumerate() {
        let mut cells =
            sheet.rows.iter().filter_map(|row| row.get(*column)).filter(|cell| **cell != Cell::Empty);
        let has_figures = cells.clone().next().is_some() && cells.all(Cell::is_figure);
        if has_figures {
            table.with(Modify::new(Columns::one(index + 1)).with(Alignment::right()));
        }
    }
    if style.color == Color::On {
        shade(&mut table, sheet, columns);
    }
    table.to_string().lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// Headings bold, verdicts in their colours.
fn shade(table: &mut tabled::Table, sheet: &Sheet, columns: &[(usize, usize)]) {
    table.with(Modify::new(Rows::first()).with(Shade::BOLD));
    for (row, cells) in sheet.rows.iter().enumerate() {
        if cells.len() == 1 && sheet.headings.len() > 1 {
            table.with(Modify::new((row + 1, 0)).with(Shade::BOLD));
        }
        for (index, (column, _)) in columns.iter().enumerate() {
            let shade = match cells.get(*column).and_then(Cell::verdict) {
                Some(Verdict::Available) => Shade::FG_GREEN,
                Some(Verdict::Unknown) => Shade::FG_YELLOW,
                Some(Verdict::Blocked) => Shade::FG_RED,
                None => continue,
            };
            table.with(Modify::new((row + 1, index + 1)).with(shade));
        }
    }
}
