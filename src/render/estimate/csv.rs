//! The format `csv`: a line for each cell of the grid, safe to open in a spreadsheet.

use ::csv::WriterBuilder;

use crate::estimate::Estimate;
use crate::estimate::cell::{Cell, Judged};
use crate::money::Percent;
use crate::money::exact::Hundredths;
use crate::render::spreadsheet::cell as safe_cell;
use crate::testing::unanswered::Unanswered;

const COLUMNS: [&str; 17] = [
    "plan",
    "plan_id",
    "x",
    "x_value",
    "y",
    "y_value",
    "status",
    "adp",
    "acp",
    "acp_hce",
    "acp_nhce",
    "acp_limit",
    "acp_margin",
    "acp_basis",
    "adp_margin",
    "refunds",
    "missing",
];

/// A header and the cells.
pub fn csv(estimates: &[Estimate]) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    let mut write = |record: Vec<String>| {
        writer.write_record(&record).expect("internal error: memory cannot be written to");
    };
    write(COLUMNS.map(str::to_owned).to_vec());
    for estimate in estimates {
        lines(estimate).into_iter().for_each(&mut write);
    }
    let bytes = writer.into_inner().expect("internal error: memory cannot be written to");
    String::from_utf8(bytes).expect("internal error: CSV is not UTF-8")
}

fn lines(estimate: &Estimate) -> Vec<Vec<String>> {
    let Some(grid) = &estimate.grid else { return Vec::new() };
    let id = estimate.exposure.as_ref().ok().and_then(|exposure| exposure.results.plan_id.clone());
    let mut lines = Vec::new();
    for (index, row) in grid.rows.iter().enumerate() {
        let y = grid.y.as_ref();
        for (value, cell) in grid.x.values.iter().zip(row) {
            let mut line = vec![
                safe_cell(&estimate.plan),
                safe_cell(id.as_deref().unwrap_or_default()),
                grid.x.lever.name().to_owned(),
                plain(*value),
                y.map_or_else(String::new, |y| y.lever.name().to_owned()),
                y.and_then(|y| y.values.get(index)).map_or_else(String::new, |value| plain(*value)),
            ];
            line.extend(figures(cell));
            lines.push(line);
        }
    }
    lines
}

fn plain(value: Hundredths) -> String {
    Percent::from(value).to_plain_string()
}

fn figures(cell: &Result<Cell, Unanswered>) -> [String; 11] {
    let cell = match cell {
        Ok(cell) => cell,
        Err(missing) => {
            let mut line = [const { String::new() }; 11];
            (line[0], line[10]) = ("unknown".to_owned(), missing.to_string());
            return line;
        }
    };
    let margin = |judged: &Judged| {
        judged.margin().map_or_else(String::new, |margin| margin.to_percent().to_plain_string())
    };
    let acp = cell.acp.comparison.as_ref();
    let missing = cell.adp.unanswered.clone().and(cell.acp.unanswered.clone());
    [
        cell.status().word().to_owned(),
        cell.adp.status.word().to_owned(),
        cell.acp.status.word().to_owned(),
        acp.map_or_else(String::new, |found| plain(found.hce)),
        acp.map_or_else(String::new, |found| plain(found.nhce)),
        acp.map_or_else(String::new, |found| found.limit.exact.to_percent().to_plain_string()),
        margin(&cell.acp),
        acp.map_or_else(String::new, |found| found.basis().to_owned()),
        margin(&cell.adp),
        crate::money::Usd::from(cell.excess()).to_column_string(),
        if missing.is_empty() { String::new() } else { missing.to_string() },
    ]
}
