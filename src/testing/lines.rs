//! The people of one part of a plan in one test, and the averages of both groups.

use crate::money::exact::{Cents, Fraction, Hundredths};
use crate::nondiscrimination::comparison::{Comparison, compare};
use crate::nondiscrimination::excess_deferral::Status;

use super::people::{People, Person};
use super::results::{TestResult, Why};
use super::split::Part;
use super::terms::Method;

/// One person in one test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    pub person: &'a Person,
    pub contributions: Cents,
    pub ratio: Hundredths,
}

/// Both groups of one test: the few lines of the one that corrections are about, and those of the other.
#[derive(Debug, Clone, Default)]
pub struct Lines<'a> {
    pub hces: Vec<Line<'a>>,
    pub nhces: Vec<Line<'a>>,
}

impl<'a> Lines<'a> {
    /// Everyone of a part who is in the test, with what the test counts of each.
    pub fn of(
        people: &'a People<'_>,
        part: &Part,
        is_in: impl Fn(&Person) -> bool,
        counted: impl Fn(&Person) -> Cents,
    ) -> Self {
        // Nearly all are non-highly compensated.
        let mut lines = Self { hces: Vec::new(), nhces: Vec::with_capacity(part.members.len()) };
        for place in &part.members {
            let person = &people.people[*place as usize];
            let Some(found) = person.hce.filter(|_| is_in(person)) else { continue };
            let contributions = counted(person);
            let ratio = contributions.ratio_of(person.pay).unwrap_or(Hundredths::ZERO);
            let line = Line { person, contributions, ratio };
            match found.status {
                Status::Hce => lines.hces.push(line),
                Status::Nhce => lines.nhces.push(line),
            }
        }
        lines
    }

    /// The test by a method (26 CFR 1.401(k)-2(a)(1), 1.401(m)-2(a)(1)).
    pub fn test(&self, method: Method) -> TestResult {
        let heads = [&self.hces, &self.nhces].map(|lines| u32::try_from(lines.len()).unwrap_or(u32::MAX));
        TestResult::run(method, heads, self.compare(method))
    }

    fn compare(&self, method: Method) -> Result<Comparison, Why> {
        let hce = average(&self.hces).ok_or(Why::NoHces)?;
        let nhce = match method {
            Method::Current => average(&self.nhces).ok_or(Why::NoNhces)?,
            Method::Prior(average) | Method::FirstYear(average) => average,
        };
        Ok(compare(hce, nhce))
    }
}

/// The plain average of rounded ratios, rounded itself (26 CFR 1.401(k)-2(a)(2)(i)).
fn average(lines: &[Line<'_>]) -> Option<Hundredths> {
    let sum: i128 = lines.iter().map(|line| i128::from(line.ratio.0)).sum();
    let count = i128::try_from(lines.len()).ok().filter(|count| *count > 0)?;
    Some(Hundredths(Fraction::new(sum, count).rounded_half_up()))
}
