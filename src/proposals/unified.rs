//! An amendment as a unified diff.

use similar::TextDiff;

use crate::source::Input;

/// Both texts under the input's name; nothing where they are the same.
pub fn diff(before: &Input, after: &Input) -> String {
    if before.bytes == after.bytes {
        return String::new();
    }
    let [old, new] = [before, after].map(|input| String::from_utf8_lossy(&input.bytes));
    let diff = TextDiff::from_lines(&*old, &*new);
    let head = [format!("{} (as it is)", before.path), format!("{} (proposed)", before.path)];
    diff.unified_diff().context_radius(2).header(&head[0], &head[1]).to_string()
}
