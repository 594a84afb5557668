//! Reports to bytes, a file a format. Nothing here decides anything, fails, or reads a terminal or the environment.

pub mod answer;
pub mod census;
mod chapters;
mod chart;
mod clip;
pub mod compare;
mod concise;
mod csv;
pub mod diff;
pub mod estimate;
pub mod github;
mod gitlab;
pub mod html;
pub mod json;
mod junit;
pub mod language;
pub mod law_link;
pub mod markdown;
mod marked_lines;
mod narrated;
mod paint;
mod place;
pub mod proposals;
mod prose;
pub mod safe;
mod sarif;
pub mod site;
mod spreadsheet;
mod table;
mod terminal;
pub mod testing;
mod words;
pub mod workbook;
mod wrap;

use std::str::FromStr;

use crate::render::json::Passing;
use crate::report::Report;

/// Lists the formats: variant, name on the command line, renderer. All else follows.
macro_rules! formats {
    ($($(#[$doc:meta])* $variant:ident $name:literal => $render:expr;)+) => {
        /// How a report is written.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Format { $($(#[$doc])* $variant,)+ }

        impl Format {
            pub const ALL: &'static [Format] = &[$(Format::$variant),+];

            /// The name on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Format::$variant => $name),+ }
            }
        }

        /// Writes a report. The result ends with a line feed unless it is empty.
        pub fn render(report: &Report, format: Format, style: &Style, passing: Passing) -> String {
            match format { $(Format::$variant => $render(report, style, passing)),+ }
        }
    };
}

formats! {
    /// For people at a terminal: excerpts with labels, verdicts, questions.
    Full "full" => terminal::full;
    /// A line a finding, for editors and `grep`.
    Concise "concise" => |report, style, _| concise::concise(report, style);
    /// The content of `full` in sentences, for screen readers and braille.
    Narrated "narrated" => narrated::narrated;
    /// One JSON object.
    Json "json" => |report, _, passing| json::json(report, passing);
    /// A JSON object a line.
    Jsonl "jsonl" => |report, _, passing| json::jsonl(report, passing);
    /// SARIF 2.1.0, for code scanning and viewers of results.
    Sarif "sarif" => |report, _, _| sarif::sarif(report);
    /// Workflow commands for GitHub Actions.
    Github "github" => |report, _, _| github::github(report);
    /// A Code Quality report for GitLab.
    Gitlab "gitlab" => |report, _, _| gitlab::gitlab(report);
    /// Test results for CI servers.
    Junit "junit" => |report, _, _| junit::junit(report);
    /// A comment on a pull request.
    Markdown "markdown" => |report, _, _| markdown::markdown(report);
    /// One page for a browser, without anything from elsewhere.
    Html "html" => |report, _, passing| html::html(report, passing);
    /// A line a finding, for spreadsheets.
    Csv "csv" => |report, _, _| csv::csv(report);
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Format::ALL.iter().copied().find(|format| format.name() == name);
        found.ok_or_else(|| {
            let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
            format!("no format is called `{name}`; there are {}", names.join(", "))
        })
    }
}

/// What the formats for people need to know about where they are shown. The formats for programs and for
/// files take no notice of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    pub color: Color,
    /// Columns of the terminal.
    pub width: usize,
    pub links: Links,
    pub volume: Volume,
}

/// ANSI colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    On,
    Off,
}

/// Links on citations (OSC 8), for terminals that know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    On,
    Off,
}

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Volume {
    Normal,
    /// All questions too, not only the weightiest.
    EveryQuestion,
    /// Findings only: no verdicts, no questions, no summary.
    Quiet,
}

impl Style {
    /// Without colours and links, for a text of 80 columns.
    pub const PLAIN: Style =
        Style { color: Color::Off, width: 80, links: Links::Off, volume: Volume::Normal };

    /// Columns for running text: long lines are hard to read however wide the terminal is.
    fn text_width(&self) -> usize {
        self.width.clamp(MIN_WIDTH, 100)
    }
}

/// Narrower terminals get lines that are too long for them.
const MIN_WIDTH: usize = 20;
