//! Names for plans in addresses: made from path and name, the same in every run, never a path that anything is opened by.

use std::collections::HashSet;
use std::hash::Hasher;

use fnv::FnvHasher;
use planlint::syntax::decode::Notation;

/// The ends of names that say how a plan is written.
const ENDS: [(&str, Notation); 3] =
    [(".plan.yaml", Notation::Yaml), (".plan.yml", Notation::Yaml), (".plan", Notation::Dsl)];

/// Gives every plan an id. Where two would be the same, the later one is numbered.
#[derive(Debug, Default)]
pub struct Ids(HashSet<String>);

impl Ids {
    /// The id of a plan: of its path, and of its name where the file has others.
    pub fn give(&mut self, path: &str, name: Option<&str>) -> String {
        let mut id = of_path(path);
        if let Some(name) = name {
            id = format!("{id}-{}", slug(name));
        }
        let numbered = |count: u32| if count == 1 { id.clone() } else { format!("{id}-{count}") };
        let free = (1..).map(numbered).find(|id| !self.0.contains(id)).unwrap_or_default();
        self.0.insert(free.clone());
        free
    }
}

/// Plans in YAML and in the DSL may stand beside each other under one name.
fn of_path(path: &str) -> String {
    let end = ENDS.iter().find(|(end, _)| path.ends_with(end));
    match end {
        Some((end, Notation::Yaml)) => slug(&path[..path.len() - end.len()]),
        Some((end, Notation::Dsl)) => slug(&path[..path.len() - end.len()]) + "-dsl",
        None => slug(path),
    }
}

/// Small letters, digits and single hyphens. What has other letters gets a number that stands for all of it.
fn slug(text: &str) -> String {
    let plain = text.to_lowercase();
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let joined = words.join("-");
    if !joined.is_empty() && !text.chars().any(|c| c.is_alphanumeric() && !c.is_ascii()) {
        return joined;
    }
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    let number = format!("{:08x}", hasher.finish() & 0xffff_ffff);
    if joined.is_empty() { number } else { format!("{joined}-{number}") }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn ids_are_plain_and_each_is_given_once() {
        let mut ids = Ids::default();
        let mut give = |path: &str, name: Option<&str>| ids.give(path, name);
        assert_eq!(give("named/Acme 401k.plan.yaml", None), "named-acme-401k");
        assert_eq!(give("named/acme-401k.plan", None), "named-acme-401k-dsl");
        assert_eq!(give("named-acme/401k.plan.yml", None), "named-acme-401k-2");
        assert_eq!(give("two.plan", Some("<b>Hourly</b>")), "two-dsl-b-hourly-b");
        assert_eq!(give("../..", None).len(), 8);
        let (one, other) = (give("計画.plan.yaml", None), give("企画.plan.yaml", None));
        assert_ne!(one, other);
        assert!(one.chars().all(|c| c.is_ascii_alphanumeric()), "{one}");
        assert!(give("café.plan.yaml", None).starts_with("caf-"));
    }
}
