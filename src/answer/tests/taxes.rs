//! Taxes: basis and earnings, pro rata, splits, the cheque, clocks and forms.

use super::{OPEN, answer};
use crate::answer::facts::{Fact, FactProblem, Facts};
use crate::answer::taxes::{ClockKind, Taxes};
use crate::money::Usd;
use crate::room::rollover::Destination;

fn taxes(facts: &str) -> Taxes {
    answer(2024, OPEN, facts).taxes.expect("there is something to move")
}

#[test]
fn only_earnings_are_taxed() {
    let taxes = taxes("pay: 300000\npre_tax: 23000\nmatch: 15000\nearnings: 150\ntax_rate: 24");
    assert_eq!((taxes.basis, taxes.tax), (Some(Usd::dollars(31_000)), Some(Usd::dollars(36))));
    let split = taxes.split.expect("it can be split");
    assert_eq!((split.taxable, split.parts.len()), (Usd::ZERO, 2));
    assert_eq!(split.parts[1].after_tax, Usd::dollars(31_000));
}

#[test]
fn a_part_takes_its_share_of_earnings() {
    let taxes = taxes("basis: 20000\nearnings: 80000\nwithdrawal: 50000");
    let part = taxes.withdrawal.expect("a part is withdrawn");
    assert_eq!((part.basis, part.earnings), (Usd::dollars(10_000), Usd::dollars(40_000)));
}

#[test]
fn destinations_take_pre_tax_money_first() {
    let all = "basis: 20000\nearnings: 80000\n";
    let mary = taxes(&format!("{all}to_roth: 20000\nto_traditional: 80000")).split.expect("a split");
    assert_eq!(mary.taxable, Usd::ZERO);
    let later =
        taxes(&format!("{all}to_traditional: 70000\nlater_to_traditional: 12000\ntax_rate: 24")).split;
    let later = later.expect("a split");
    let of = |to| later.parts.iter().find(|part| part.to == to).copied().expect("this destination");
    assert_eq!(of(Destination::SixtyDayPretax).after_tax, Usd::dollars(2_000));
    assert_eq!((of(Destination::Kept).pretax, later.taxable), (Usd::ZERO, Usd::ZERO));
    let roth = taxes(&format!("{all}to_roth: 100000\ntax_rate: 24")).split.expect("a split");
    assert_eq!((roth.taxable, roth.tax), (Usd::dollars(80_000), Some(Usd::dollars(19_200))));
}

#[test]
fn a_cheque_bears_withholding_on_its_earnings() {
    let cheque = taxes("basis: 30000\nearnings: 1000").cheque.expect("it may be paid out");
    assert_eq!(
        (cheque.withheld, cheque.received, cheque.to_add),
        (Usd::dollars(200), Usd::dollars(30_800), Usd::dollars(200))
    );
}

#[test]
fn clocks_run_five_taxable_years() {
    let taxes = taxes("basis: 30000");
    assert!(taxes.clocks.iter().all(|clock| (clock.begins, clock.ends) == (2024, 2028)));
    assert!(taxes.clocks.iter().any(|clock| clock.kind == ClockKind::Recapture));
    assert!(taxes.forms.iter().any(|form| form.code == "H"));
}

#[test]
fn waiting_costs_a_years_growth() {
    let waiting = taxes("basis: 12000\ngrowth: 6%\ntax_rate: 25%").waiting.expect("a growth is given");
    assert_eq!((waiting.month.earnings, waiting.year.earnings), (Usd::dollars(60), Usd::dollars(720)));
    assert_eq!((waiting.month.tax, waiting.year.tax), (Some(Usd::dollars(15)), Some(Usd::dollars(180))));
}

#[test]
fn no_more_is_sent_than_there_is() {
    let problems = |given: &[(&str, &str)]| {
        let pairs = given.iter().map(|(name, value)| (*name, Some((*value).to_owned())));
        Facts::read_pairs(pairs).err().unwrap_or_default()
    };
    let account = [("basis", "40000"), ("earnings", "10000")];
    let beyond = |fact, than| vec![FactProblem::TooMuch { fact, than }];
    let with = |more: &[(&'static str, &'static str)]| problems(&[&account[..], more].concat());
    assert_eq!(with(&[("withdrawal", "50000.01")]), beyond(Fact::Withdrawal, Fact::Basis));
    assert_eq!(
        with(&[("to_traditional", "10000"), ("to_roth", "40000.01")]),
        beyond(Fact::ToRoth, Fact::Basis)
    );
    assert_eq!(
        with(&[("withdrawal", "20000"), ("to_roth", "15000"), ("later_to_roth", "6000")]),
        beyond(Fact::LaterToRoth, Fact::Withdrawal)
    );
    assert_eq!(with(&[("withdrawal", "50000"), ("to_traditional", "10000"), ("to_roth", "40000")]), []);
}
