//! What holds of every census.

use std::sync::OnceLock;

use planlint::money::exact::Cents;
use planlint::testing::results::correction::Correction;
use planlint::testing::results::{Status, TestResults};
use planlint::testing::terms::Terms;
use proptest::prelude::*;
use serde_json::Value;

use super::{as_json, results, terms};

/// One row. Pay and deferrals stay below the limits also when they are doubled.
#[derive(Debug, Clone)]
struct Person {
    key: u32,
    born: u16,
    hce: bool,
    eligible: bool,
    /// In whole dollars: pay, pre-tax, Roth, after-tax, match.
    amounts: [u32; 5],
}

impl Person {
    fn row(&self, scale: u32) -> String {
        let yes = |is: bool| if is { "yes" } else { "no" };
        let amounts = self.amounts.map(|amount| (amount * scale).to_string()).join(",");
        let Self { key, born, hce, eligible, .. } = self;
        format!("E{key},{born}-03-04,2010-01-01,{},{},{amounts}\n", yes(*hce), yes(*eligible))
    }
}

fn census(people: &[Person], scale: u32) -> String {
    let header = "employee_id,birth_date,hire_date,hce,eligible,compensation,pre_tax,roth,after_tax,match\n";
    header.to_owned() + &people.iter().map(|person| person.row(scale)).collect::<String>()
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    let nothing_or = |most: u32| prop_oneof![1 => Just(0), 3 => 0..most];
    let person = (
        1960u16..2000,
        any::<bool>(),
        20_000u32..150_000,
        nothing_or(8_000),
        nothing_or(4_000),
        nothing_or(9_000),
        nothing_or(5_000),
    );
    let person = person.prop_map(|(born, hce, pay, pre_tax, roth, after_tax, matching)| Person {
        key: 0,
        born,
        hce,
        eligible: true,
        amounts: [pay, pre_tax, roth, after_tax, matching],
    });
    prop::collection::vec(person, 1..9).prop_map(|mut people| {
        for (key, person) in (1..).zip(&mut people) {
            person.key = key;
        }
        people
    })
}

/// One that recharacterizes, and one that does not.
fn plans() -> &'static [Terms; 2] {
    static PLANS: OnceLock<[Terms; 2]> = OnceLock::new();
    PLANS.get_or_init(|| {
        let formula = ("match.formula", "50% of first 6% of pay");
        let refunds = [formula, ("testing.shift-deferrals", "yes"), ("testing.qnec", "either")];
        let recharacterizes =
            [formula, ("testing.recharacterization", "yes"), ("after-tax.limit", "8% of pay")];
        [terms(&refunds), terms(&recharacterizes)]
    })
}

fn corrections(found: &TestResults) -> [Option<&Correction>; 2] {
    [found.adp.correction.as_ref(), found.acp.correction.as_ref()]
}

/// Without rows, and with participants by key.
fn unplaced(found: &TestResults) -> Value {
    let mut json = as_json(found);
    let lists = ["/participants", "/adp/corrections", "/acp/corrections", "/limits"];
    for list in lists {
        let Some(members) = json.pointer_mut(list).and_then(Value::as_array_mut) else { continue };
        members.sort_by_key(|member| {
            (member["employee_id"].to_string(), member["test"].to_string(), member["what"].to_string())
        });
        members.iter_mut().for_each(|member| member["row"] = Value::Null);
    }
    json
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn shares_sum_to_the_excess_and_none_is_more_than_is_there(people in people()) {
        for terms in plans() {
            let found = results(terms, &census(&people, 1));
            let [adp, acp] = corrections(&found);
            for correction in [adp, acp].into_iter().flatten() {
                let shares: Cents = correction.shares.iter().map(|share| share.excess).sum();
                prop_assert_eq!(shares + correction.left_over, correction.excess_total);
            }
            let dollars = |index: usize, key: &str| {
                let person = people.iter().find(|person| format!("E{}", person.key) == key);
                Cents::dollars(person.map_or(0, |person| i64::from(person.amounts[index])))
            };
            let mut stays = std::collections::BTreeMap::new();
            for share in adp.into_iter().flat_map(|correction| &correction.shares) {
                let made_good = share.catch_up + share.excess_deferral + share.recharacterized + share.refund;
                prop_assert_eq!(made_good, share.excess);
                prop_assert!(share.excess <= dollars(1, &share.employee_id) + dollars(2, &share.employee_id));
                prop_assert!(share.related_match <= dollars(4, &share.employee_id));
                stays.insert(share.employee_id.clone(), (share.recharacterized, share.related_match));
            }
            for share in acp.into_iter().flat_map(|correction| &correction.shares) {
                let (recharacterized, forfeited) = stays.get(&share.employee_id).copied().unwrap_or_default();
                prop_assert_eq!(share.after_tax + share.match_vested + share.match_forfeited, share.excess);
                prop_assert_eq!(share.refund, share.after_tax + share.match_vested);
                prop_assert!(share.after_tax <= dollars(3, &share.employee_id) + recharacterized);
                let matching = share.match_vested + share.match_forfeited + share.related_match + forfeited;
                prop_assert!(matching <= dollars(4, &share.employee_id));
            }
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(people in people(), turn in 0usize..9) {
        let mut turned = people.clone();
        turned.rotate_left(turn % people.len());
        turned.reverse();
        for terms in plans() {
            let [one, other] = [&people, &turned].map(|people| results(terms, &census(people, 1)));
            prop_assert_eq!(unplaced(&one), unplaced(&other));
        }
    }

    #[test]
    fn twice_the_money_is_the_same_ratio(people in people()) {
        // Above the limit of recharacterization in dollars nothing is the same, so of the ADP test alone.
        let [one, two] = [1, 2].map(|scale| results(&plans()[0], &census(&people, scale)));
        prop_assert_eq!(one.adp.comparison, two.adp.comparison);
        prop_assert_eq!(one.adp.status, two.adp.status);
    }

    #[test]
    fn more_deferrals_of_the_others_never_fail_a_test(people in people(), more in 1u32..5_000) {
        let Some(place) = people.iter().position(|person| !person.hce) else { return Ok(()) };
        let mut raised = people.clone();
        raised[place].amounts[1] += more;
        let [before, after] = [&people, &raised].map(|people| results(&plans()[0], &census(people, 1)));
        prop_assert!(before.adp.status != Status::Pass || after.adp.status == Status::Pass);
    }

    #[test]
    fn who_contributed_nothing_gets_nothing(people in people()) {
        for terms in plans() {
            let found = results(terms, &census(&people, 1));
            for share in corrections(&found).into_iter().flatten().flat_map(|correction| &correction.shares) {
                let person = people.iter().find(|person| format!("E{}", person.key) == share.employee_id);
                prop_assert!(person.is_some_and(|person| person.hce && person.amounts[1..] != [0; 4]));
            }
        }
    }

    #[test]
    fn who_is_not_eligible_changes_nothing(people in people(), hce in any::<bool>()) {
        let mut more = people.clone();
        let outsider = Person { key: 99, born: 1980, hce, eligible: false, amounts: [90_000, 0, 0, 0, 0] };
        more.push(outsider);
        for terms in plans() {
            let [one, other] = [&people, &more].map(|people| results(terms, &census(people, 1)));
            prop_assert_eq!((&one.adp, &one.acp), (&other.adp, &other.acp));
        }
    }
}
