//! Plans of one file that cannot be told apart by name.

use crate::finding::Finding;
use crate::syntax::language::DUPLICATE_KEY;
use crate::syntax::tree::Document;

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
