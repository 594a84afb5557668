//! The test results of a plan as they stand on its page.

use super::Law;
use crate::estimate::Estimate;
use crate::render::chart::heat_map;
use crate::render::html::finding::{Part as Words, parts};
use crate::render::safe;
use crate::render::testing::page::{Block, Matrix, MatrixCell, page};
use crate::testing::results::{Status, TestResults};

/// A part of the results. Of each kind only what it needs is filled.
pub enum Part {
    /// How each test came out.
    Verdicts(Vec<VerdictRow>),
    Heading(String),
    Sums(Vec<[String; 3]>),
    Table(Figures),
    Text(Vec<Words>),
    List(Vec<Vec<Words>>),
    Law(Vec<Law>),
    /// Drawn by us, and the same in the table that follows.
    Chart(String),
}

pub struct VerdictRow {
    /// The class that colours the word.
    pub class: &'static str,
    pub word: &'static str,
    pub test: String,
    pub told: String,
}

/// A table of figures, whose first column is of names.
pub struct Figures {
    pub headings: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub total: Vec<String>,
    /// Has it a name for its rows that is longer than they are?
    pub is_matrix: bool,
}

/// The results of one plan of the census.
pub struct Tested {
    pub title: String,
    pub parts: Vec<Part>,
}

impl Tested {
    pub fn of(results: &TestResults) -> Self {
        let mut tested = Self { title: String::new(), parts: Vec::new() };
        for block in page(results) {
            tested.add(block);
        }
        tested
    }

    /// What an estimate says, with its grid as a heat map too.
    pub fn of_estimate(estimate: &Estimate) -> Self {
        let mut tested = Self { title: String::new(), parts: Vec::new() };
        let mut grid = estimate.grid.as_ref();
        for block in crate::render::estimate::page::page(estimate) {
            let is_grid = matches!(block, Block::Matrix(_));
            if let Some(grid) = grid.take_if(|_| is_grid) {
                tested.parts.push(Part::Chart(heat_map::svg(grid, 1)));
            }
            tested.add(block);
        }
        tested
    }

    fn add(&mut self, block: Block) {
        let shown = |text: String| safe::line(&text).into_owned();
        let all = |texts: Vec<String>| texts.into_iter().map(shown).collect::<Vec<_>>();
        let part = match block {
            Block::Title(title) => {
                self.title = shown(title);
                return;
            }
            Block::Verdict { status, test, told } => {
                let (class, word) = word(status);
                let row = VerdictRow { class, word, test: shown(test), told: shown(told) };
                if let Some(Part::Verdicts(rows)) = self.parts.last_mut() {
                    rows.push(row);
                    return;
                }
                Part::Verdicts(vec![row])
            }
            Block::Heading(text) => Part::Heading(shown(text)),
            Block::Sums(sums) => Part::Sums(
                sums.into_iter().map(|sum| [sum.what, sum.working, sum.result].map(shown)).collect(),
            ),
            Block::Table(table) => Part::Table(Figures {
                headings: table.headings.into_iter().map(str::to_owned).collect(),
                rows: table.rows.into_iter().map(all).collect(),
                total: table.total.map(all).unwrap_or_default(),
                is_matrix: false,
            }),
            Block::Text(text) => Part::Text(parts(&text)),
            Block::List(items) => Part::List(items.iter().map(|item| parts(item)).collect()),
            Block::Law(citations) => Part::Law(citations.iter().map(|citation| Law::of(citation)).collect()),
            Block::Matrix(matrix) => Part::Table(figures(matrix)),
            // No page of results has an amendment; if one ever has, its lines are told.
            Block::Diff(text) => Part::List(text.lines().map(parts).collect()),
        };
        self.parts.push(part);
    }
}

/// Each cell's text says by itself how it came out.
fn figures(matrix: Matrix) -> Figures {
    let shown = |text: String| safe::line(&text).into_owned();
    let row = |(name, cells): (String, Vec<MatrixCell>)| {
        std::iter::once(name).chain(cells.into_iter().map(|cell| cell.text)).map(shown).collect()
    };
    Figures {
        headings: std::iter::once(matrix.down).chain(matrix.columns).map(shown).collect(),
        rows: matrix.rows.into_iter().map(row).collect(),
        total: Vec::new(),
        is_matrix: true,
    }
}

/// The class and the word of a result.
pub fn word(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Pass => ("available", "passes"),
        Status::Fail => ("blocked", "fails"),
        Status::NotRequired => ("settled", "not required"),
        Status::Unknown => ("unknown", "unknown"),
    }
}
