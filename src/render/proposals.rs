//! Proposals to bytes, in the formats of estimates.

mod csv;
mod json;
mod page;
mod rows;
mod words;

use super::estimate::Format;
use super::{Style, html, testing};
use crate::proposals::{Nothing, Proposal, Proposals};

/// The people of a proposal as a census in CSV: what `planlint test` reads to come to the same.
pub fn census(proposal: &Proposal) -> Vec<u8> {
    rows::rows(&proposal.state.population)
}

/// What a search came to for one plan of a census.
pub type Found = Result<Proposals, Nothing>;

/// Writes what was found, a plan after the other.
pub fn render(found: &[Found], format: Format, style: &Style) -> String {
    let each = |write: &dyn Fn(&Found) -> String| found.iter().map(write).collect();
    match format {
        Format::Full => each(&|one| testing::full::written(&page::page(one), style)),
        Format::Json if found.len() == 1 => each(&json::json),
        Format::Json => each(&json::jsonl),
        Format::Markdown => each(&|one| testing::markdown::blocks(&page::page(one))),
        Format::Csv => csv::csv(found),
        Format::Html => html::estimate::pages("Proposals", found.iter().map(page::page).collect()),
    }
}
