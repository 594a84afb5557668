//! Keys that stay the same when lines move.

use std::collections::HashMap;
use std::hash::Hasher;

use fnv::FnvHasher;

use super::Reported;
use crate::source::SourceFile;

/// Gives every finding of a file its key: plan, rule, election and the text of the value. The same key a second time
/// gets a number.
pub fn assign(file: &SourceFile, findings: &mut [Reported]) {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    for reported in findings {
        let finding = &reported.finding;
        let election = finding.election.as_ref().map_or("", |election| election.as_str());
        let mut hasher = FnvHasher::default();
        for part in [reported.plan.as_deref().unwrap_or(""), finding.rule, election, &value(file, reported)] {
            hasher.write(part.as_bytes());
            hasher.write_u8(0xff);
        }
        let key = hasher.finish();
        let count = seen.entry(key).and_modify(|count| *count += 1).or_insert(1);
        reported.fingerprint =
            if *count == 1 { format!("{key:016x}") } else { format!("{key:016x}-{count}") };
    }
}

/// The text of the place that a finding is about, its blanks evened out.
pub fn value(file: &SourceFile, reported: &Reported) -> String {
    let words: Vec<&str> = file.slice(reported.finding.primary.span).split_whitespace().collect();
    words.join(" ")
}
