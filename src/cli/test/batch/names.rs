//! Names of files for plans, whatever a census calls them: none leads out of its folder, none is another's.

use std::collections::BTreeMap;
use std::hash::Hasher;

use fnv::FnvHasher;

/// No system takes much more than this twice.
const LONGEST: usize = 80;
/// Names that are devices on some systems.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name for each of some texts, without an end, in their order. A text that is fit for a name is its own.
pub fn of(texts: &[&str]) -> Vec<String> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        *taken.entry(plain(text).to_lowercase()).or_default() += 1;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    texts
        .iter()
        .map(|text| {
            let name = plain(text);
            // Where case makes no difference, names that differ in it alone are one.
            if name == **text && taken.get(&name.to_lowercase()) == Some(&1) {
                return name;
            }
            let times = seen.entry(text).or_default();
            *times += 1;
            let again = if *times == 1 { String::new() } else { format!("-{times}") };
            format!("{name}-{:016x}{again}", hash(text))
        })
        .collect()
}

fn plain(text: &str) -> String {
    let fit = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    let name: String = text.chars().map(|c| if fit(c) { c } else { '_' }).take(LONGEST).collect();
    let start = name.to_ascii_lowercase();
    let is_device = DEVICES.iter().any(|device| {
        start.strip_prefix(device).is_some_and(|rest| {
            rest.trim_start_matches(|c: char| c.is_ascii_digit()).is_empty() || rest.starts_with('.')
        })
    });
    let is_strange = name.is_empty() || name.starts_with(['.', '-']) || name.ends_with('.') || is_device;
    if is_strange { format!("plan_{}", name.trim_matches('.')) } else { name }
}

fn hash(text: &str) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::of;

    #[test]
    fn fit_names_stay() {
        assert_eq!(of(&["001", "acme-401k", "b.c_d"]), ["001", "acme-401k", "b.c_d"]);
    }

    #[test]
    fn hostile_names_stay_in_the_folder_and_apart() {
        let long = "x".repeat(300);
        let texts = [
            "../../etc/passwd",
            "..",
            ".",
            "",
            "/etc/passwd",
            "C:\\x",
            "a/b",
            "a\\b",
            "a_b",
            "A_b",
            "con",
            "NUL.txt",
            "com1",
            ".hidden",
            "-rf",
            "\u{202e}gnp",
            "a\0b",
            "a\nb",
            "é",
            &long,
            "ends.",
            "=cmd()",
            "twice",
            "twice",
        ];
        let names = of(&texts);
        for name in &names {
            let fit = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
            assert!(name.chars().all(fit) && !name.starts_with(['.', '-']) && name.len() < 120, "{name}");
        }
        let distinct: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(distinct.len(), texts.len(), "{names:?}");
    }
}
