//! What holds for every person: limits are never passed, and more of anything else never leaves more room.

use proptest::prelude::*;

use super::{OPEN, open_but, room};
use crate::answer::room::PersonalRoom;
use crate::money::Usd;

fn facts(pay: u32, deferred: u32, matched: u32, so_far: u32, age: u32) -> String {
    format!(
        "pay: {pay}\npre_tax: {deferred}\nmatch: {matched}\nafter_tax_so_far: {so_far}\nage: {age}\nprior_fica_wages: 1"
    )
}

fn additions(room: &PersonalRoom) -> Usd {
    room.elective_deferrals + room.employer.total() + room.related_additions + room.after_tax_so_far
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn additions_and_room_stay_within_the_limit(
        pay in 0_u32..600_000, deferred in 0_u32..40_000, matched in 0_u32..60_000, so_far in 0_u32..30_000, age in 20_u32..75,
    ) {
        let room = room(2026, OPEN, &facts(pay, deferred, matched, so_far, age));
        prop_assert!(room.remaining >= Usd::ZERO);
        prop_assert!(room.remaining.is_zero() || additions(&room) + room.remaining <= room.limit);
        prop_assert!(room.remaining.is_zero() || room.over.is_zero());
        prop_assert_eq!(room.elective_deferrals + room.catch_up, Usd::dollars(deferred.into()));
        prop_assert!(age >= 50 || room.catch_up.is_zero());
    }

    #[test]
    fn more_pay_never_leaves_less_and_more_match_never_more(
        pay in 50_000_u32..400_000, more in 0_u32..100_000, matched in 0_u32..40_000,
    ) {
        let of = |pay, matched| room(2026, OPEN, &facts(pay, 24_500, matched, 0, 40)).remaining;
        prop_assert!(of(pay + more, matched) >= of(pay, matched));
        prop_assert!(of(pay, matched + more) <= of(pay, matched));
    }

    #[test]
    fn paychecks_never_pass_the_room(pay in 30_000_u32..600_000, deferred in 0_u32..24_500, periods in 1_u32..60) {
        let spec = open_but("match: { formula: 50% of first 6% of pay, period: payroll, true-up: yes }");
        let facts = format!("pay: {pay}\npre_tax: {deferred}\npay_periods: {periods}\nage: 30");
        let room = room(2026, &spec, &facts);
        let each = room.per_paycheck.unwrap_or_default();
        prop_assert!((0..periods).map(|_| each).sum::<Usd>() <= room.remaining);
        prop_assert!(additions(&room) + room.remaining <= room.limit);
    }
}
