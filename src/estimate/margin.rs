//! How far a test is from its limit, in money.

use crate::money::exact::{Cents, Fraction, Hundredths};
use crate::nondiscrimination::comparison::{Comparison, nhce_needed};
use crate::nondiscrimination::excess_deferral::Status;
use crate::testing::people::{People, Person};
use crate::testing::terms::Method;

/// The margin of one test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margin {
    /// What the highly compensated have left below the limit; negative in a test that fails.
    pub points: Fraction,
    /// Of a test that passes: what the highly compensated can put in more if each puts in the same share of pay, whole
    /// hundredths of a point at most. Of one that fails: what goes back.
    pub hce_money: Cents,
    /// The least average of the others beside which the test passes.
    pub nhce_needed: Hundredths,
    /// What the others would have to put in, or be given, more for it, each the same share of pay; zero in a test that
    /// passes. `None` where the average of the others is fixed, because it is last year's or set by law.
    pub nhce_money: Option<Cents>,
}

impl Margin {
    /// `excess` is what a failed test takes back.
    pub(super) fn of(
        people: &People<'_>,
        is_in: impl Fn(&Person) -> bool,
        comparison: &Comparison,
        excess: Cents,
        method: Option<Method>,
    ) -> Self {
        let money = |status: Status, rate: Hundredths| -> Cents {
            let members = people.people.iter().filter(|person| person.is(status) && is_in(person));
            members.map(|person| Cents(person.pay.times(rate).at_most(Cents::MOST.0).rounded_half_up())).sum()
        };
        let points = comparison.margin();
        let needed = nhce_needed(comparison.hce);
        let hce_money =
            if comparison.passes() { money(Status::Hce, Hundredths(points.floor())) } else { excess };
        let nhce_money =
            (method == Some(Method::Current)).then(|| money(Status::Nhce, needed.less(comparison.nhce)));
        Self { points, hce_money, nhce_needed: needed, nhce_money }
    }
}
