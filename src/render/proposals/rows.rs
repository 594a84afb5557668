//! The people of a proposal as a census in CSV: what `planlint test` reads to come to the same.

use crate::census::column::{Column, Kind};
use crate::census::participant::{Participant, PlanRows};
use crate::estimate::population::Population;
use crate::money::Usd;
use crate::money::exact::Cents;

/// All plans of the employer, in the order in which they came.
pub fn rows(people: &Population) -> Vec<u8> {
    let columns: Vec<Column> =
        Column::ALL.into_iter().filter(|column| people.understanding.has(*column)).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns.iter().map(|column| column.name())).expect(MEMORY);
    for plan in &people.plans {
        for one in plan.participants() {
            writer.write_record(columns.iter().map(|column| cell(*column, plan, one))).expect(MEMORY);
        }
    }
    writer.into_inner().expect(MEMORY)
}

const MEMORY: &str = "internal error: memory takes every row";

fn cell(column: Column, plan: &PlanRows, one: &Participant) -> Vec<u8> {
    let text = match column.kind() {
        Kind::Plan => plan.plan_id().unwrap_or_default().into_owned(),
        Kind::Group => plan.employer_group().unwrap_or_default().into_owned(),
        Kind::Employee => return plan.employee_id(one).to_vec(),
        Kind::Family => return plan.family_of(one).unwrap_or_default().to_vec(),
        Kind::Date(field) => one.date(field).map_or_else(String::new, |day| day.to_date().to_string()),
        Kind::Hours => one.hours().map_or_else(String::new, |hours| decimals(hours, 2)),
        Kind::Money(money) => Usd::from(Cents(one.money(money))).to_plain_string(),
        Kind::Percent(crate::census::column::Share::MatchVested) => {
            one.match_vested().map_or_else(String::new, |share| decimals(share, 3))
        }
        Kind::Percent(share) => decimals(one.share(share), 3),
        Kind::YesNo(flag) => match one.flag(flag) {
            Some(true) => "yes".to_owned(),
            Some(false) => "no".to_owned(),
            None => String::new(),
        },
    };
    text.into_bytes()
}

/// A whole number of parts of ten as a decimal number.
fn decimals(number: u32, digits: usize) -> String {
    let unit = 10_u32.pow(u32::try_from(digits).unwrap_or(0));
    format!("{}.{:0digits$}", number / unit, number % unit)
}
