//! YAML text to spanned tree and back. Only the form is judged here: no plan key and no phrase is known.

mod alias;
mod build;
mod comment;
mod edit;
mod election;
mod fault;
mod lines;
mod origin;
pub mod quote;
mod read;
mod recover;
mod refusal;
mod write;

#[cfg(test)]
mod tests;

use crate::finding::Finding;
use crate::source::SourceFile;
use crate::syntax::tree::Document;

/// Reads every YAML document of a text as one plan. Never fails: what cannot be read is reported, all at once and in
/// the order of the text, and the rest is read all the same.
///
/// A document without content gives neither a plan nor a finding; one whose root is no map gives a finding only.
pub fn read<'s>(file: &'s SourceFile) -> (Vec<Document<'s>>, Vec<Finding>) {
    let first = read::read(edit::Site { file, edited: None });
    if first.stop.is_none() {
        return (first.documents, in_order(first.findings));
    }
    let recovered = recover::recover(file);
    let again = read::read(edit::Site { file, edited: Some(&recovered.text) });
    let mut findings = recovered.findings;
    if let (Some(stop), true) = (again.stop, findings.is_empty()) {
        findings.push(stop);
    }
    findings.extend(again.findings);
    (again.documents, in_order(findings))
}

/// Writes plans as YAML documents. Reading them again gives the same plans at other places.
pub fn write(documents: &[Document<'_>]) -> String {
    write::write(documents)
}

/// Sorts findings by place, and leaves out what copies of one anchored node say again.
fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| (finding.primary.span.start, finding.primary.span.end));
    findings.dedup();
    findings
}
