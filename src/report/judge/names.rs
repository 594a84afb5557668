//! The plan of a file that something in it is about, by name.

use crate::finding::Finding;
use crate::syntax::language::DUPLICATE_KEY;
use crate::syntax::tree::Document;

/// The name of the plan that a comment is about: the one around it, else the next, else the last.
pub(super) fn plan_from(documents: &[Document<'_>], finding: &Finding) -> Option<String> {
    let at = finding.primary.span.start;
    let next = documents.iter().find(|document| at <= document.span.end);
    next.or(documents.last()).map(name_of)
}

/// The name of the plan that a finding of form lies in.
pub(super) fn plan_at(documents: &[Document<'_>], finding: &Finding) -> Option<String> {
    let at = finding.primary.span.start;
    let around = documents.iter().find(|document| document.span.start <= at && at <= document.span.end);
    around.map(name_of)
}

/// A plan's name as reports show it.
pub(super) fn name_of(document: &Document<'_>) -> String {
    document.plan_name().unwrap_or("(unnamed)").to_owned()
}

/// Reports each plan of a file that has the name of an earlier one.
pub(super) fn same_names(documents: &[Document<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        let place = |document: &Document<'_>| document.root.get("plan").map(|entry| entry.value.span);
        let twin = documents[..index].iter().find(|earlier| earlier.plan_name() == document.plan_name());
        if let (Some(here), Some(first)) = (place(document), twin.and_then(place)) {
            let message =
                "Two plans of this file have the same name, by which reports and baselines tell plans apart.";
            let finding = Finding::new(DUPLICATE_KEY, here, message, "named like an earlier plan");
            findings
                .push(finding.help("Give each plan a name of its own.").related(first, "the earlier plan"));
        }
    }
    findings
}
