//! From the text of a filter to its expression; all errors at once.

use super::literal::{Literal, Measured, item};
use super::scan::{SIGNS, Scan};
use super::{Comparator, Expression, FilterError, Test};
use crate::compare::subject::Subject;

/// Deeper than anyone writes, and shallow enough for any stack.
const DEEPEST: usize = 50;

/// Reads a whole text.
pub fn parse(text: &str) -> Result<Expression, Vec<FilterError>> {
    let mut parser = Parser { scan: Scan { text, at: 0 }, errors: Vec::new(), depth: 0 };
    let expression = parser.alternatives();
    if !parser.scan.is_at_end() && parser.errors.is_empty() {
        let at = parser.scan.at;
        parser.error(at, "nothing belongs here; tests are joined by `and` and `or`".to_owned());
    }
    if parser.errors.is_empty() { Ok(expression) } else { Err(parser.errors) }
}

struct Parser<'t> {
    scan: Scan<'t>,
    errors: Vec<FilterError>,
    depth: usize,
}

impl Parser<'_> {
    fn error(&mut self, at: usize, message: String) {
        let column = self.scan.text.get(..at).map_or(1, |before| before.chars().count() + 1);
        self.errors.push(FilterError { column, message });
    }

    fn alternatives(&mut self) -> Expression {
        let mut parts = vec![self.conditions()];
        while self.scan.word("or") {
            parts.push(self.conditions());
        }
        if parts.len() == 1 { parts.remove(0) } else { Expression::Or(parts) }
    }

    fn conditions(&mut self) -> Expression {
        let mut parts = vec![self.condition()];
        while self.scan.word("and") {
            parts.push(self.condition());
        }
        if parts.len() == 1 { parts.remove(0) } else { Expression::And(parts) }
    }

    fn condition(&mut self) -> Expression {
        self.scan.skip_blanks();
        let start = self.scan.at;
        self.depth += 1;
        let expression = if self.depth > DEEPEST {
            self.error(start, format!("nested more than {DEEPEST} levels deep"));
            self.scan.at = self.scan.text.len();
            Expression::Broken
        } else if self.scan.word("not") {
            Expression::Not(Box::new(self.condition()))
        } else if self.scan.sign("(") {
            let inner = self.alternatives();
            if !self.scan.sign(")") {
                self.error(start, "this `(` is never closed".to_owned());
            }
            inner
        } else {
            self.test()
        };
        self.depth -= 1;
        expression
    }

    fn test(&mut self) -> Expression {
        let start = self.scan.at;
        let name = self.scan.name();
        if name.is_empty() {
            self.error(start, "expected a test such as `after-tax.allowed = yes`".to_owned());
            self.scan.at = self.scan.text.len();
            return Expression::Broken;
        }
        let subject = Subject::parse(name).map_err(|message| self.error(start, message)).ok();
        let test = self.asked(name, subject.as_ref());
        match (subject, test) {
            (Some(subject), Some((test, true))) => Expression::Test(subject, test),
            (Some(subject), Some((test, false))) => {
                Expression::Not(Box::new(Expression::Test(subject, test)))
            }
            (None, _) | (_, None) => Expression::Broken,
        }
    }

    /// What is asked, and whether it shall be so.
    fn asked(&mut self, name: &str, subject: Option<&Subject>) -> Option<(Test, bool)> {
        self.scan.skip_blanks();
        let at = self.scan.at;
        if self.scan.word("is") {
            return self.state(name, at);
        }
        if self.scan.word("contains") {
            let part = self.literal(subject, item)?;
            return Some((Test::Contains(part), true));
        }
        let Some(sign) = self.scan.one_of(&SIGNS) else {
            self.error(at, format!("expected =, !=, <, <=, >, >=, `is` or `contains` after `{name}`"));
            self.scan.phrase();
            return None;
        };
        let comparator = match sign {
            "<" => Comparator::Less,
            "<=" => Comparator::AtMost,
            ">" => Comparator::More,
            ">=" => Comparator::AtLeast,
            _ => {
                let literal = self.literal(subject, Literal::read)?;
                return Some((Test::Equals(literal), sign == "="));
            }
        };
        Some((Test::Compares(comparator, self.literal(subject, Measured::read)?), true))
    }

    /// `is stated`, `is unknown`, and the same with `not`.
    fn state(&mut self, name: &str, at: usize) -> Option<(Test, bool)> {
        let affirmed = !self.scan.word("not");
        if self.scan.word("unknown") {
            return Some((Test::IsUnknown, affirmed));
        }
        if self.scan.word("stated") {
            return Some((Test::IsStated, affirmed));
        }
        self.error(at, format!("behind `is` stands `unknown` or `stated`; a value stands behind `{name} =`"));
        self.scan.phrase();
        None
    }

    fn literal<T>(
        &mut self,
        subject: Option<&Subject>,
        read: impl Fn(&Subject, &str) -> Result<T, (usize, String)>,
    ) -> Option<T> {
        let (start, text) = self.scan.phrase();
        if text.is_empty() {
            self.error(start, "expected a value here".to_owned());
            return None;
        }
        // Of a subject that is none, the kind of value is not known: one error is enough.
        match read(subject?, text) {
            Ok(literal) => Some(literal),
            Err((at, message)) => {
                self.error(start + at, message);
                None
            }
        }
    }
}
