//! The parts of a person's share that do not depend on the test.

use std::borrow::Cow;

use crate::census::column::{Column, Money};
use crate::census::header::Understanding;
use crate::money::exact::Cents;
use crate::nondiscrimination::income::{Account, allocable_income};
use crate::nondiscrimination::ratio;
use crate::testing::lines::Line;
use crate::testing::people::{People, Person};
use crate::testing::results::correction::Share;

pub fn names<'p>(people: &People<'p>, lines: &[Line]) -> Vec<Cow<'p, str>> {
    lines.iter().map(|line| people.rows.employee_name(people.row(line.person))).collect()
}

pub fn named<'n>(line: &Line, name: &'n str) -> ratio::Line<'n> {
    let Line { person, contributions, ratio } = *line;
    ratio::Line { employee_id: name, contributions, compensation: person.pay, ratio }
}

pub fn share(census: &Understanding, people: &People<'_>, line: &Line, refund: Cents) -> Share {
    let row = people.row(line.person);
    Share {
        employee_id: people.rows.employee_name(row).into_owned(),
        row: row.row(),
        ratio: line.ratio,
        contributions: line.contributions,
        refund,
        income: income(census, people, line.person, refund),
        converted: census.has(Column::AfterTaxConverted).then(|| Cents(row.money(Money::AfterTaxConverted))),
        ..Share::default()
    }
}

/// By excess, greatest first, then by employee: the same whatever the order of the rows.
pub fn sorted(shares: impl Iterator<Item = Share>) -> Vec<Share> {
    let mut shares: Vec<Share> = shares.filter(|share| share.excess != Cents::ZERO).collect();
    shares.sort_by(|a, b| b.excess.cmp(&a.excess).then_with(|| a.employee_id.cmp(&b.employee_id)));
    shares
}

/// The income of the whole account, in proportion (26 CFR 1.401(k)-2(b)(2)(iv)(D), 1.401(m)-2(b)(2)(iv)(D)). A loss
/// makes a refund smaller, never less than nothing.
fn income(census: &Understanding, people: &People<'_>, person: &Person, refund: Cents) -> Option<Cents> {
    if !census.has(Column::AccountIncome) || !census.has(Column::Balance) {
        return None;
    }
    let row = people.row(person);
    let here = person.here;
    let contributions =
        here.elective + here.after_tax + here.matching + here.qmac + here.qnec + here.other_employer;
    let account = Account {
        opening_balance: Cents(row.money(Money::Balance)),
        contributions,
        income: Cents(row.money(Money::AccountIncome)),
    };
    Some(allocable_income(refund, &account).max(-refund))
}
