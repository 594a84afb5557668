//! The edges of the determination: more than, both years, both ways in a family, ties at the edge of a group.

use jiff::civil::date;

use super::ownership::Relation;
use super::top_paid::{Service, top_paid_count};
use super::*;

fn person(employee_id: &str, dollars: i64) -> Person<'_> {
    Person {
        employee_id,
        look_back_pay: Cents::dollars(dollars),
        ownership: Hundredths::ZERO,
        look_back_ownership: Hundredths::ZERO,
        family: Vec::new(),
        hire_date: None,
        ranked_in: RankedIn::Counted,
        stated: None,
    }
}

fn pay(group: PayGroup) -> PayTest {
    PayTest { threshold: Cents::dollars(160_000), group }
}

fn reasons(people: &[Person<'_>], group: PayGroup) -> Vec<Reason> {
    determine(people, &pay(group)).into_iter().map(|found| found.reason).collect()
}

#[test]
fn the_threshold_itself_is_not_enough_and_the_census_overrides() {
    let stated = Person { stated: Some(Status::Nhce), ..person("c", 900_000) };
    let people = [person("a", 160_000), person("b", 160_001), stated];
    let found = determine(&people, &pay(PayGroup::Everyone));
    assert_eq!(found[0].reason, Reason::PayWithinThreshold);
    assert_eq!(found[1], Determination { status: Status::Hce, reason: Reason::Pay });
    assert_eq!(found[2], Determination { status: Status::Nhce, reason: Reason::Stated });
}

#[test]
fn an_owner_of_either_year_is_one_and_five_percent_is_not_enough() {
    let now = Person { ownership: Hundredths(501), ..person("now", 0) };
    let before = Person { look_back_ownership: Hundredths(501), ..person("before", 0) };
    let five =
        Person { ownership: Hundredths(500), look_back_ownership: Hundredths(500), ..person("five", 0) };
    let found = reasons(&[now, before, five], PayGroup::Everyone);
    assert!(matches!(found[0], Reason::OwnerInDeterminationYear(_)));
    assert!(matches!(found[1], Reason::OwnerInLookBackYear(_)));
    assert_eq!(found[2], Reason::PayWithinThreshold);
}

#[test]
fn spouses_with_three_percent_each_own_six() {
    let of = |id, other: &'static str| {
        let family = vec![Family { relation: Relation::Spouse, of: other }];
        Person { ownership: Hundredths(300), family, ..person(id, 0) }
    };
    let one_sided = [of("a", "b"), Person { family: Vec::new(), ..of("b", "a") }];
    for people in [[of("a", "b"), of("b", "a")], one_sided] {
        for found in reasons(&people, PayGroup::Everyone) {
            let owned = Owned { directly: Hundredths(300), attributed: Hundredths(300) };
            assert_eq!(found, Reason::OwnerInDeterminationYear(owned));
        }
    }
}

#[test]
fn stock_goes_up_two_generations_and_down_one() {
    let of = |id, relation, of| Person { family: vec![Family { relation, of }], ..person(id, 0) };
    let people = [
        Person { ownership: Hundredths::percent(100), ..person("owner", 0) },
        of("parent", Relation::Parent, "owner"),
        of("grandparent", Relation::Grandparent, "owner"),
        of("child", Relation::Child, "owner"),
        of("grandchild", Relation::Grandchild, "owner"),
        of("sibling", Relation::Sibling, "owner"),
        of("child's spouse", Relation::Spouse, "child"),
    ];
    let found = determine(&people, &pay(PayGroup::Everyone));
    let hces: Vec<bool> = found.iter().map(|found| found.status == Status::Hce).collect();
    assert_eq!(hces, [true, true, true, true, false, false, false]);
}

#[test]
fn ties_at_the_edge_go_by_ownership_then_hire_then_name() {
    let tied = |id, hired, owned| Person {
        hire_date: hired,
        look_back_ownership: Hundredths(owned),
        ..person(id, 200_000)
    };
    let owner = tied("d", None, 100);
    let early = tied("c", Some(date(2001, 1, 1)), 0);
    let late = [tied("a", Some(date(2009, 1, 1)), 0), tied("b", Some(date(2009, 1, 1)), 0)];
    let rest: Vec<Person<'_>> = ["p", "q", "r", "s", "t", "u", "v"].map(|id| person(id, 10_000)).to_vec();
    let mut people = vec![owner, early];
    people.extend(late);
    people.extend(rest);
    assert_eq!(top_paid_count(people.len()), 3);
    let found = reasons(&people, PayGroup::TopPaid);
    let group: Vec<&Reason> = found[..4].iter().collect();
    assert_eq!(group, [&Reason::Pay, &Reason::Pay, &Reason::Pay, &Reason::OutsideTopPaidGroup]);
}

#[test]
fn who_is_not_counted_may_still_be_ranked() {
    let young = Person { ranked_in: RankedIn::NotCounted, ..person("young", 300_000) };
    let abroad = Person { ranked_in: RankedIn::Nobody, ..person("abroad", 400_000) };
    let people = [person("a", 200_000), young, abroad, person("b", 1), person("c", 1)];
    assert_eq!(
        reasons(&people, PayGroup::TopPaid)[..3],
        [Reason::OutsideTopPaidGroup, Reason::Pay, Reason::OutsideTopPaidGroup]
    );
}

#[test]
fn the_count_leaves_out_the_new_the_part_time_the_seasonal_and_the_young() {
    let counted = Service { months: 6, weekly_half_hours: 35, months_a_year: 7, age: 21 };
    assert_eq!(RankedIn::by_service(&counted), RankedIn::Counted);
    for left_out in [
        Service { months: 5, ..counted },
        Service { weekly_half_hours: 34, ..counted },
        Service { months_a_year: 6, ..counted },
        Service { age: 20, ..counted },
    ] {
        assert_eq!(RankedIn::by_service(&left_out), RankedIn::NotCounted);
    }
}
