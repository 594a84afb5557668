//! Examples on who is highly compensated.

use jiff::civil::Date;
use planlint::money::exact::{Cents, Hundredths};
use planlint::nondiscrimination::excess_deferral::Status;
use planlint::nondiscrimination::hce::look_back::{LookBack, PayYear};
use planlint::nondiscrimination::hce::ownership::{Family, Relation};
use planlint::nondiscrimination::hce::top_paid::{RankedIn, top_paid_count, top_paid_group};
use planlint::nondiscrimination::hce::{PayGroup, PayTest, Person, determine};
use serde_json::{Map, Value, json};

use super::example::Facts;

const RELATIONS: &[(&str, Relation)] = &[
    ("spouse_of", Relation::Spouse),
    ("child_of", Relation::Child),
    ("grandchild_of", Relation::Grandchild),
    ("sibling_of", Relation::Sibling),
];

pub fn status(example: Facts<'_>) -> Value {
    let people: Vec<Person<'_>> = example.employees().into_iter().map(person).collect();
    let pay = PayTest { threshold: example.cents("plan_facts.threshold"), group: PayGroup::Everyone };
    let found = people.iter().zip(determine(&people, &pay));
    let named = found.map(|(person, found)| {
        (person.employee_id.to_owned(), json!({ "hce": found.status == Status::Hce }))
    });
    named.collect::<Map<_, _>>().into()
}

fn person<'a>(employee: Facts<'a>) -> Person<'a> {
    let family = |(member, relation): &(&str, Relation)| {
        employee.find(member).map(|_| Family { relation: *relation, of: employee.text(member) })
    };
    let ownership = Hundredths(employee.cents_or_zero("owner_pct").0);
    Person {
        family: RELATIONS.iter().filter_map(family).collect(),
        ownership,
        look_back_ownership: ownership,
        ..paid(employee.id(), employee.cents("prior_comp"))
    }
}

fn paid(employee_id: &str, look_back_pay: Cents) -> Person<'_> {
    Person {
        employee_id,
        look_back_pay,
        ownership: Hundredths::ZERO,
        look_back_ownership: Hundredths::ZERO,
        family: Vec::new(),
        hire_date: None,
        ranked_in: RankedIn::Counted,
        stated: None,
    }
}

pub fn top_paid(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let number = |path| usize::try_from(facts.cents(path).0 / 100).expect("a number");
    let excluded =
        if facts.find("excluded").is_some() { number("excluded") } else { number("of_which_under_15h") };
    json!({ "excluded": excluded, "top_paid_group_count": top_paid_count(number("employees") - excluded) })
}

/// Three with the same pay for two places: eight people more with less pay make two a fifth.
pub fn ties(example: Facts<'_>) -> Value {
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    let tied = usize::try_from(example.cents("plan_facts.tied_at_top").0 / 100).expect("a number");
    let pay = |index| if index < tied { Cents::dollars(200_000) } else { Cents::dollars(50_000) };
    let people: Vec<Person<'_>> = ids.iter().enumerate().map(|(index, id)| paid(id, pay(index))).collect();
    let group = top_paid_group(&people);
    json!({ "hces_from_tie": group[..tied].iter().filter(|ranked| **ranked).count() })
}

pub fn look_back(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let start: Date = facts.text("plan_year")[..10].parse().expect("a date");
    let pay_year =
        if facts.yes("calendar_year_data_election") { PayYear::CalendarYear } else { PayYear::LookBackYear };
    let look_back = LookBack::of(start, pay_year).expect("a look-back year");
    let shown = |(first, last): (Date, Date)| format!("{first}/{last}");
    let threshold = facts.find(&format!("thresholds.{}", look_back.threshold_year)).map(Facts::as_cents);
    json!({
        "lookback": shown(look_back.year), "threshold": threshold,
        "prorated": (look_back.year.1 - look_back.year.0).get_days() < 364,
        "lookback_for_comp": shown(look_back.pay),
        "lookback_for_5pct_owner": format!("{} (and plan year)", shown(look_back.year)),
    })
}
