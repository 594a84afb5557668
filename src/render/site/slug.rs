//! Names of files from names of plans: letters, digits and hyphens, which every system takes and nothing can be hidden in.

use std::collections::HashMap;

/// Longer names are cut.
const MOST: usize = 60;

/// A name for each of some texts, in their order. Where two would be alike, each is told apart by what only it has, so
/// that a text that is added changes no other's name unless it takes the same.
pub fn slugs(texts: &[(String, String)]) -> Vec<String> {
    let plain: Vec<String> = texts.iter().map(|(text, _)| slug(text)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in &plain {
        *counts.entry(name).or_default() += 1;
    }
    let mut taken: HashMap<String, usize> = HashMap::new();
    let named = plain.iter().zip(texts).map(|(name, (_, only))| match counts[name.as_str()] {
        1 => name.clone(),
        _ => format!("{name}-{:08x}", fingerprint(only)),
    });
    let mut names = Vec::with_capacity(texts.len());
    for name in named {
        let again = taken.entry(name.clone()).or_default();
        *again += 1;
        names.push(if *again == 1 { name } else { format!("{name}-{again}") });
    }
    names
}

/// Names that Windows keeps for devices cannot come about: a slug of a plan ends with its year.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().map(|c| c.to_ascii_lowercase()) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') && c != '\'' {
            slug.push('-');
        }
    }
    let (name, year) = slug.rsplit_once('-').unwrap_or(("", &slug));
    let mut name = name.to_owned();
    name.truncate(MOST);
    let name = name.trim_matches('-');
    if name.is_empty() { format!("plan-{year}") } else { format!("{name}-{year}") }
}

fn fingerprint(text: &str) -> u32 {
    use std::hash::Hasher;
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(text.as_bytes());
    let hash = hasher.finish();
    u32::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::slugs;

    fn of(texts: &[(&str, &str)]) -> Vec<String> {
        slugs(&texts.iter().map(|(text, only)| ((*text).to_owned(), (*only).to_owned())).collect::<Vec<_>>())
    }

    #[test]
    fn a_name_is_safe_on_every_system() {
        assert_eq!(of(&[("Acme 401(k) Plan 2026", "")]), ["acme-401-k-plan-2026"]);
        assert_eq!(of(&[("Farmers' Plan 2026", "")]), ["farmers-plan-2026"]);
        assert_eq!(of(&[("../../etc/passwd\0 2026", "")]), ["etc-passwd-2026"]);
        assert_eq!(of(&[("CON 2026", "")]), ["con-2026"]);
        assert_eq!(of(&[("計画 2026", "")]), ["plan-2026"]);
        let long = of(&[(&format!("{} 2026", "long ".repeat(99)), "")]);
        assert!(long[0].len() < 80 && long[0].ends_with("-2026"), "{long:?}");
    }

    #[test]
    fn names_alike_are_told_apart_and_no_other_name_changes() {
        let two = of(&[("A 2026", "a.plan"), ("B 2026", "b.plan"), ("a 2026", "c.plan")]);
        assert_eq!(two[1], "b-2026");
        assert_ne!(two[0], two[2]);
        let more = of(&[("A 2026", "0.plan"), ("A 2026", "a.plan"), ("a 2026", "c.plan")]);
        assert_eq!(more[1..], [two[0].clone(), two[2].clone()]);
        let same = of(&[("A 2026", "a.plan"), ("A 2026", "a.plan")]);
        assert_ne!(same[0], same[1]);
    }
}
