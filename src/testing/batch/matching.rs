//! Which plan spec a plan of a census is tested by. Names are compared letter by letter: `1` is not `001`.

use std::collections::{BTreeMap, BTreeSet};

/// What a plan spec can be known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The election `id`. Where it is stated, nothing else counts.
    pub id: Option<String>,
    /// The name of the file without its end, if it has no other plan.
    pub stem: Option<String>,
    /// The election `plan`.
    pub name: Option<String>,
}

/// Plan specs by their names.
#[derive(Debug, Default)]
pub struct Register {
    /// By rank: ids, then names of files, then names of plans.
    ranks: [BTreeMap<String, Vec<usize>>; 3],
    /// By what is left without case, blanks and zeros at the start.
    bare: BTreeMap<String, BTreeSet<String>>,
}

/// The plan spec of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    One(usize),
    /// Several go by the same name, with the same right.
    Several(Vec<usize>),
    None,
}

impl Register {
    /// Adds a plan spec. A name that comes later in rank is asked only where nothing of an earlier rank has it.
    pub fn add(&mut self, spec: usize, names: &Names) {
        let silent = names.id.is_none();
        let by_rank = [
            names.id.as_ref(),
            names.stem.as_ref().filter(|_| silent),
            names.name.as_ref().filter(|_| silent),
        ];
        for (rank, name) in self.ranks.iter_mut().zip(by_rank) {
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                rank.entry(name.clone()).or_default().push(spec);
                self.bare.entry(bare(name)).or_default().insert(name.clone());
            }
        }
    }

    /// The plan spec of the plan that a census calls so.
    pub fn find(&self, plan_id: &str) -> Found {
        match self.ranks.iter().find_map(|rank| rank.get(plan_id)).map(Vec::as_slice) {
            None => Found::None,
            Some([only]) => Found::One(*only),
            Some(several) => Found::Several(several.to_vec()),
        }
    }

    /// A name that differs from this one only in its case, in blanks or in zeros at its start, which spreadsheets take
    /// away.
    pub fn near(&self, plan_id: &str) -> Option<&str> {
        let names = self.bare.get(&bare(plan_id))?;
        names.iter().map(String::as_str).find(|name| *name != plan_id)
    }
}

fn bare(name: &str) -> String {
    let joined: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    joined.trim_start_matches('0').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(id: Option<&str>, stem: &str, name: &str) -> Names {
        Names { id: id.map(str::to_owned), stem: Some(stem.to_owned()), name: Some(name.to_owned()) }
    }

    #[test]
    fn an_id_goes_before_a_file_and_a_file_before_a_name() {
        let mut register = Register::default();
        register.add(0, &names(Some("001"), "acme", "Acme"));
        register.add(1, &names(None, "birch", "Cedar"));
        register.add(2, &names(None, "cedar", "001"));
        register.add(3, &names(None, "Cedar", "Oak"));
        assert_eq!(register.find("001"), Found::One(0));
        assert_eq!(register.find("acme"), Found::None, "the id alone counts");
        assert_eq!(register.find("birch"), Found::One(1));
        assert_eq!(register.find("Cedar"), Found::One(3), "a file goes before a name");
        assert_eq!(register.find("Oak"), Found::One(3));
        assert_eq!(register.find("elm"), Found::None);
    }

    #[test]
    fn two_with_the_same_right_are_no_match() {
        let mut register = Register::default();
        register.add(0, &names(Some("7"), "a", "A"));
        register.add(1, &names(Some("7"), "b", "B"));
        assert_eq!(register.find("7"), Found::Several(vec![0, 1]));
    }

    #[test]
    fn zeros_and_case_are_told_as_near_and_never_taken_as_equal() {
        let mut register = Register::default();
        register.add(0, &names(Some("0042"), "a", "A"));
        assert_eq!((register.find("42"), register.near("42")), (Found::None, Some("0042")));
        assert_eq!(register.near("0042"), None);
        assert_eq!(register.near("43"), None);
    }
}
