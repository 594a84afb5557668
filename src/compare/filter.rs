//! A filter over plans: `after-tax.allowed = yes and verdict = blocked`. Three-valued: what a plan does not state is neither
//! equal nor unequal to anything.

mod literal;
mod parse;
mod scan;

use super::ComparedPlan;
use super::exposure::Exposure;
use super::provision::{Provision, Stated, means_the_same};
use super::subject::{Reckoned, Subject, Value};
use crate::estimate::cell::Judged;
use crate::finding::ElectionPath;
use crate::law::Law;
use crate::lower::{Missing, Truth};
use crate::plan::workforce::WORKFORCE;
use crate::report::house::{Amount, Side, switched_off};
use crate::rules::Facts;
use crate::syntax::phrase;
use crate::syntax::phrase::list::TextList;
use literal::{Literal, Measured};

/// An expression that holds for a plan, or does not, or cannot be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    text: String,
    expression: Expression,
}

/// One thing that is wrong with the text of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterError {
    /// Characters from 1.
    pub column: usize,
    pub message: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Expression {
    And(Vec<Expression>),
    Or(Vec<Expression>),
    Not(Box<Expression>),
    Test(Subject, Test),
    /// Could not be read; there is an error about it.
    Broken,
}

/// What is asked of a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Equals(Literal),
    Compares(Comparator, Measured),
    Contains(String),
    IsStated,
    IsUnknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparator {
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Filter {
    /// Reads a filter.
    ///
    /// # Errors
    /// All that is wrong with it, each at its column.
    pub fn parse(text: &str) -> Result<Self, Vec<FilterError>> {
        let expression = parse::parse(text)?;
        Ok(Self { text: text.to_owned(), expression })
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Does it hold for a plan?
    pub fn holds(&self, plan: &ComparedPlan) -> Truth {
        self.expression.holds(plan)
    }
}

impl Expression {
    fn holds(&self, plan: &ComparedPlan) -> Truth {
        match self {
            Expression::And(parts) => parts.iter().map(|part| part.holds(plan)).fold(Truth::Yes, Truth::and),
            Expression::Or(parts) => parts.iter().map(|part| part.holds(plan)).fold(Truth::No, Truth::or),
            Expression::Not(part) => part.holds(plan).negated(),
            Expression::Test(Subject::Reckoned(reckoned), test) => reckoned_holds(*reckoned, test, plan),
            Expression::Test(Subject::Election(provision), test) => election_holds(provision, test, plan),
            Expression::Broken => Truth::Unknown(Missing::default()),
        }
    }
}

fn reckoned_holds(reckoned: Reckoned, test: &Test, plan: &ComparedPlan) -> Truth {
    let value = reckoned.value(plan);
    let unknown = value == Value::Unknown;
    match test {
        Test::IsStated => (!unknown).into(),
        Test::IsUnknown => (unknown || value == Value::Verdict(crate::report::Verdict::Unknown)).into(),
        Test::Equals(_) | Test::Compares(..) | Test::Contains(_) if unknown => {
            Truth::Unknown(decided_by(reckoned, plan))
        }
        Test::Equals(literal) => literal.is(&value).into(),
        Test::Compares(comparator, measured) => {
            measured.compare(&value).is_some_and(|ordering| comparator.accepts(ordering)).into()
        }
        Test::Contains(part) => match &value {
            Value::List(items) => items.iter().any(|item| item == part).into(),
            Value::Text(text) => text.to_lowercase().contains(&part.to_lowercase()).into(),
            Value::Number(_) | Value::Amount(_) | Value::Points(_) | Value::Verdict(_) | Value::Unknown => {
                Truth::No
            }
        },
    }
}

/// What would have to be stated for a field to be known.
fn decided_by(reckoned: Reckoned, plan: &ComparedPlan) -> Missing {
    let deciding = &plan.report.mega_backdoor.unknown;
    match reckoned {
        Reckoned::Type => Missing { elections: vec![ElectionPath::of("type")] },
        Reckoned::BlockedBy | Reckoned::Routes | Reckoned::Room if !deciding.is_empty() => {
            Missing { elections: deciding.clone() }
        }
        Reckoned::Adp => open_in(plan, |exposure| &exposure.adp),
        Reckoned::Acp | Reckoned::AcpMargin => open_in(plan, |exposure| &exposure.acp),
        Reckoned::Plan
        | Reckoned::Path
        | Reckoned::Year
        | Reckoned::Verdict
        | Reckoned::BlockedBy
        | Reckoned::Routes
        | Reckoned::Room
        | Reckoned::Errors
        | Reckoned::Warnings
        | Reckoned::Advice
        | Reckoned::Questions => Missing { elections: vec![ElectionPath::of(reckoned.name())] },
    }
}

/// What a test of a plan waits for: the people, where nobody describes them.
fn open_in(plan: &ComparedPlan, test: fn(&Exposure) -> &Judged) -> Missing {
    let open = plan.exposure.as_ref().map(|exposure| test(exposure).unanswered.elections.clone());
    Missing { elections: open.unwrap_or_else(|| vec![WORKFORCE]) }
}

fn election_holds(provision: &Provision, test: &Test, plan: &ComparedPlan) -> Truth {
    let stated = plan.says(provision);
    // A plan without after-tax contributions has no limit on them: nobody needs to be asked.
    let has_none = || !stated.is_value() && switched_off(&provision.path, &plan.plan).is_some();
    let Stated::Value(value) = stated else {
        return match test {
            Test::IsStated => Truth::No,
            Test::IsUnknown => (!has_none()).into(),
            Test::Equals(_) | Test::Compares(..) | Test::Contains(_) if has_none() => Truth::No,
            Test::Equals(_) | Test::Compares(..) | Test::Contains(_) => {
                Truth::Unknown(Missing { elections: vec![ElectionPath(provision.path.clone().into())] })
            }
        };
    };
    match test {
        Test::IsStated => Truth::Yes,
        Test::IsUnknown => Truth::No,
        Test::Equals(Literal::Phrase(phrase)) => means_the_same(value, phrase).into(),
        Test::Equals(_) => Truth::No,
        Test::Compares(comparator, Measured::Amount(amount)) => ordered(provision, plan, *comparator, amount),
        Test::Compares(comparator, measured) => {
            measured.compare_phrase(value).is_some_and(|ordering| comparator.accepts(ordering)).into()
        }
        Test::Contains(part) => contains(provision, value, part).into(),
    }
}

/// Amounts that hold at every rate of pay, or over a schedule, are compared as house policies compare them. Two that cross
/// are neither less nor more.
fn ordered(provision: &Provision, plan: &ComparedPlan, comparator: Comparator, amount: &Amount) -> Truth {
    let facts = Facts { plan: &plan.plan, law: Law::current(), exposures: None };
    let held = |side| {
        let held = amount.held_by(&provision.path, &facts, side);
        held.map_or(Truth::Unknown(Missing::default()), |(_, truth)| truth)
    };
    let (least, most) = (Side::Least, Side::Most);
    match comparator {
        Comparator::AtLeast => held(least),
        Comparator::AtMost => held(most),
        Comparator::More => held(least).and(held(most).negated()),
        Comparator::Less => held(most).and(held(least).negated()),
    }
}

fn contains(provision: &Provision, value: &str, part: &str) -> bool {
    let field = crate::plan::field(&provision.path);
    let is_list = field.is_some_and(|field| field.kind.list);
    if !is_list {
        return value.to_lowercase().contains(&part.to_lowercase());
    }
    let takes_all = field.is_some_and(|field| field.kind.words.contains(&"all"));
    let items = phrase::read::<TextList>(value).map_or_else(|_| vec![value.to_owned()], |list| list.0);
    items.iter().any(|item| item == part || takes_all && item == "all")
}

impl Comparator {
    fn accepts(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            Comparator::Less => ordering.is_lt(),
            Comparator::AtMost => ordering.is_le(),
            Comparator::More => ordering.is_gt(),
            Comparator::AtLeast => ordering.is_ge(),
        }
    }
}

#[cfg(test)]
mod tests;
