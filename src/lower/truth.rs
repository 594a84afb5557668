//! Three-valued logic: what follows from elections of which some are not known.

use super::{Election, Missing};
use crate::syntax::phrase::permission::Permission;

/// The answer to a yes-or-no question about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Truth {
    Yes,
    No,
    /// It depends on these.
    Unknown(Missing),
}

impl Truth {
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, other) => other,
            (unknown, Truth::Yes) => unknown,
            (Truth::Unknown(one), Truth::Unknown(other)) => Truth::Unknown(one.and(other)),
        }
    }

    /// `and`, where the second question has a meaning only once the first is answered with yes: it is not asked before.
    pub fn then(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, other) => other,
            (unknown @ Truth::Unknown(_), Truth::Yes | Truth::Unknown(_)) => unknown,
        }
    }

    pub fn or(self, other: Truth) -> Truth {
        self.negated().and(other.negated()).negated()
    }

    pub fn negated(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Unknown(missing) => Truth::Unknown(missing),
        }
    }

    /// Yes or no, or what is missing.
    pub fn known(self) -> Result<bool, Missing> {
        match self {
            Truth::Yes => Ok(true),
            Truth::No => Ok(false),
            Truth::Unknown(missing) => Err(missing),
        }
    }

    pub fn is_yes(&self) -> bool {
        matches!(self, Truth::Yes)
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Truth::Yes } else { Truth::No }
    }
}

impl<T> Election<T> {
    /// Does the value have a property? Unknown where there is no value.
    pub fn is(&self, property: impl Fn(&T) -> bool) -> Truth {
        match self.known() {
            Ok(value) => property(value).into(),
            Err(missing) => Truth::Unknown(missing),
        }
    }
}

impl Election<Permission> {
    /// Is it allowed now?
    pub fn is_yes(&self) -> Truth {
        self.is(|permission| permission.is_yes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::ElectionPath;

    #[test]
    fn a_second_question_is_not_asked_before_the_first_is_answered() {
        let unknown = |path| Truth::Unknown(Missing { elections: vec![ElectionPath::of(path)] });
        assert_eq!(unknown("a").then(unknown("b")), unknown("a"));
        assert_eq!(unknown("a").then(Truth::Yes), unknown("a"));
        assert_eq!(Truth::Yes.then(unknown("b")), unknown("b"));
        assert_eq!(unknown("a").then(Truth::No), Truth::No);
        assert_eq!(Truth::No.then(unknown("b")), Truth::No);
    }
}
