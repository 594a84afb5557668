//! Checks of `limits.yaml`: complete, cited, in step with the statutes, and free of misprints seen elsewhere.

use rust_decimal::Decimal;

use super::limits::{Limit, YearKey};
use super::{Law, years};
use crate::money::Usd;

/// Limits that every year from 2006 to 2026 must have.
const ALWAYS: &[Limit] = &[
    Limit::ElectiveDeferral,
    Limit::CatchUp,
    Limit::AnnualAdditions,
    Limit::Compensation,
    Limit::HcePay,
    Limit::KeyEmployeeOfficerPay,
    Limit::KeyEmployeeOwnerPay,
    Limit::AnnualBenefit,
    Limit::Deferral457b,
    Limit::SimpleDeferral,
    Limit::SimpleCatchUp,
    Limit::WageBase,
];

/// The other limits with the first year that must have them; every later year up to 2026 must too.
const SINCE: &[(Limit, i16)] = &[
    (Limit::SuperCatchUp, 2025),
    (Limit::RothCatchUpWages, 2026),
    (Limit::HceLookbackPay, 2015),
    (Limit::SimpleDeferral110, 2024),
    (Limit::SimpleCatchUp110, 2024),
    (Limit::SimpleSuperCatchUp, 2025),
    (Limit::SimpleAdditionalNonelective, 2024),
    (Limit::StarterDeferral, 2024),
    (Limit::StarterCatchUp, 2024),
    (Limit::EmergencySavingsAccount, 2024),
    (Limit::IraContribution, 2014),
    (Limit::IraCatchUp, 2014),
    (Limit::HsaSelfOnly, 2014),
    (Limit::HsaFamily, 2014),
    (Limit::HsaCatchUp, 2014),
    (Limit::RothIraSinglePhaseOutStart, 2014),
    (Limit::RothIraSinglePhaseOutEnd, 2014),
    (Limit::RothIraJointPhaseOutStart, 2014),
    (Limit::RothIraJointPhaseOutEnd, 2014),
    (Limit::SepMinimumPay, 2014),
];

/// Amounts typed a second time from the notices, misprints of published tables first.
const SPOT: &[(i16, Limit, i64)] = &[
    (2026, Limit::IraContribution, 7_500),
    (2023, Limit::Compensation, 330_000),
    (2018, Limit::WageBase, 128_400),
    (2018, Limit::HsaFamily, 6_900),
    (2015, Limit::HcePay, 120_000),
    (2015, Limit::HceLookbackPay, 115_000),
    (2006, Limit::ElectiveDeferral, 15_000),
    (2009, Limit::AnnualAdditions, 49_000),
    (2013, Limit::Compensation, 255_000),
    (2020, Limit::CatchUp, 6_500),
    (2024, Limit::HceLookbackPay, 150_000),
    (2025, Limit::SuperCatchUp, 11_250),
    (2025, Limit::AnnualAdditions, 70_000),
    (2026, Limit::ElectiveDeferral, 24_500),
    (2026, Limit::CatchUp, 8_000),
    (2026, Limit::SuperCatchUp, 11_250),
    (2026, Limit::RothCatchUpWages, 150_000),
    (2026, Limit::AnnualAdditions, 72_000),
    (2026, Limit::Compensation, 360_000),
    (2026, Limit::HcePay, 160_000),
    (2026, Limit::KeyEmployeeOfficerPay, 235_000),
    (2026, Limit::SimpleDeferral110, 18_100),
    (2027, Limit::HsaFamily, 9_000),
];

fn amount(limit: Limit, year: i16) -> Option<Usd> {
    Law::current().limit(limit, year).map(|value| value.amount)
}

#[test]
fn years_follow_each_other_without_a_gap() {
    let years: Vec<i16> = Law::current().years().collect();
    assert_eq!(years.first(), Some(&2006));
    for pair in years.windows(2) {
        assert_eq!(pair[1], pair[0] + 1, "the block of {} is followed by that of {}", pair[0], pair[1]);
    }
}

#[test]
fn every_block_reads_as_the_year_it_is_filed_under() {
    for block in years::blocks(include_str!("limits.yaml")) {
        let year = block.year();
        match years::read(block.text) {
            Ok(limits) => assert_eq!(limits.year(), year),
            Err(error) => panic!("{year}: {error}"),
        }
    }
}

#[test]
fn no_year_lacks_a_limit_that_it_must_have() {
    assert_eq!(ALWAYS.len() + SINCE.len(), Limit::ALL.len(), "a limit is in neither list");
    let required = ALWAYS.iter().map(|limit| (*limit, 2006)).chain(SINCE.iter().copied());
    for (limit, since) in required {
        for year in published().filter(|year| *year >= since) {
            assert!(amount(limit, year).is_some(), "the block of {year} lacks {limit}");
        }
    }
}

/// The years whose notice is out: it sets the 415(c) limit together with all the others.
fn published() -> impl Iterator<Item = i16> {
    Law::current().years().filter(|year| amount(Limit::AnnualAdditions, *year).is_some())
}

#[test]
fn what_did_not_exist_is_missing() {
    for (limit, since) in SINCE {
        assert_eq!(amount(*limit, since - 1), None, "{limit}");
    }
    // What is known before the notice: fixed by statute, set by the year before, or announced by itself.
    let early = [
        Limit::HceLookbackPay,
        Limit::KeyEmployeeOwnerPay,
        Limit::WageBase,
        Limit::HsaSelfOnly,
        Limit::HsaFamily,
        Limit::HsaCatchUp,
    ];
    for year in Law::current().years().filter(|year| amount(Limit::AnnualAdditions, *year).is_none()) {
        for value in Law::current().year(year).unwrap().values() {
            assert!(early.contains(&value.limit), "{year} has {} before its notice is out", value.limit);
        }
    }
    assert!(Law::current().year(2005).is_none());
}

#[test]
fn amounts_are_those_of_the_notices() {
    for (year, limit, dollars) in SPOT {
        assert_eq!(amount(*limit, *year), Some(Usd::dollars(*dollars)), "{limit} {year}");
    }
}

#[test]
fn every_value_has_a_source_and_stands_in_column_order() {
    let law = Law::current();
    for year in law.years() {
        let values = law.year(year).unwrap().values();
        assert!(values.is_sorted_by(|one, next| one.limit < next.limit), "{year}");
        for value in values {
            assert!(!value.source.trim().is_empty(), "{} {year}", value.limit);
            assert_eq!(value.year, year);
            assert_eq!(law.limit(value.limit, year), Some(value));
        }
    }
    let deferral = law.limit(Limit::ElectiveDeferral, 2026).unwrap();
    assert_eq!(deferral.citation(), "IRC 402(g)(1), Notice 2025-67");
}

#[test]
fn no_limit_falls() {
    for limit in Limit::ALL {
        let amounts: Vec<Usd> = Law::current().years().filter_map(|year| amount(*limit, year)).collect();
        assert!(amounts.is_sorted(), "{limit}: {amounts:?}");
    }
}

#[test]
fn indexed_amounts_are_whole_steps_above_their_base() {
    for limit in Limit::ALL {
        let Some(index) = limit.index() else { continue };
        for year in Law::current().years() {
            let Some(amount) = amount(*limit, year) else { continue };
            let increase = amount - Usd::dollars(index.base);
            assert!(increase >= Usd::ZERO, "{limit} {year} is below its base");
            let rest = increase.decimal() % Decimal::from(index.step);
            assert!(rest.is_zero(), "{limit} {year} is between two steps");
        }
    }
}

#[test]
fn the_main_limits_have_an_index_rule() {
    let rule = |limit: Limit| limit.index().map(|index| (index.base, index.step));
    assert_eq!(rule(Limit::ElectiveDeferral), Some((15_000, 500)));
    assert_eq!(rule(Limit::CatchUp), Some((5_000, 500)));
    assert_eq!(rule(Limit::SuperCatchUp), Some((11_250, 500)));
    assert_eq!(rule(Limit::RothCatchUpWages), Some((145_000, 5_000)));
    assert_eq!(rule(Limit::AnnualAdditions), Some((40_000, 1_000)));
    assert_eq!(rule(Limit::Compensation), Some((200_000, 5_000)));
    assert_eq!(rule(Limit::HcePay), Some((80_000, 5_000)));
}

#[test]
fn fixed_amounts_never_move() {
    for (limit, dollars) in [(Limit::KeyEmployeeOwnerPay, 150_000), (Limit::HsaCatchUp, 1_000)] {
        let mut amounts = Law::current().years().filter_map(|year| amount(limit, year));
        assert!(amounts.all(|amount| amount == Usd::dollars(dollars)), "{limit}");
    }
}

#[test]
fn limits_that_follow_another_agree_with_it() {
    for year in Law::current().years() {
        assert_eq!(amount(Limit::ElectiveDeferral, year), amount(Limit::Deferral457b, year), "{year}");
        if let (Some(decides), Some(pay)) =
            (amount(Limit::HceLookbackPay, year), amount(Limit::HcePay, year - 1))
        {
            assert_eq!(decides, pay, "look-back threshold of {year}");
        }
        for (start, end, width) in [
            (Limit::RothIraSinglePhaseOutStart, Limit::RothIraSinglePhaseOutEnd, 15_000),
            (Limit::RothIraJointPhaseOutStart, Limit::RothIraJointPhaseOutEnd, 10_000),
        ] {
            let expected = amount(start, year).map(|start| start + Usd::dollars(width));
            assert_eq!(amount(end, year), expected, "{end} {year}");
        }
    }
}

/// IRC 414(v)(2)(E): 150% of the regular amount of 2024, for SIMPLE plans of 2025. SIMPLE 110%: of 2024.
#[test]
fn amounts_set_as_a_share_of_another_begin_at_that_share() {
    let share = |percent: i64, of: Limit, year: i16| {
        amount(of, year).map(|of| Usd::new(of.decimal() * Decimal::new(percent, 2)))
    };
    for year in [2025, 2026] {
        assert_eq!(amount(Limit::SuperCatchUp, year), share(150, Limit::CatchUp, 2024));
        assert_eq!(amount(Limit::SimpleSuperCatchUp, year), share(150, Limit::SimpleCatchUp, 2025));
    }
    assert_eq!(amount(Limit::SimpleDeferral110, 2024), share(110, Limit::SimpleDeferral, 2024));
    assert_eq!(amount(Limit::SimpleCatchUp110, 2024), share(110, Limit::SimpleCatchUp, 2024));
}

#[test]
fn a_block_with_a_slip_is_refused_by_name() {
    let error = |block: &str| years::read(block).unwrap_err().to_string();
    assert!(error("year: 2026\nira: { amount: 1, from: x }").contains("no limit is named `ira`"));
    assert!(error("year: 2026\ncatch-up: { amount: 1, form: x }").contains("unknown field `form`"));
    assert!(error("year: 2026\ncatch-up: { amount: 1 }").contains("missing field `from`"));
    assert!(error("year: 2026\ncatch-up: { amount: 1.5, from: x }").contains("invalid type"));
    assert!(error("catch-up: { amount: 1, from: x }").contains("missing field `year`"));
    let twice = "year: 2026\ncatch-up: { amount: 1, from: x }\ncatch-up: { amount: 2, from: x }";
    assert!(error(twice).contains("`catch-up` stands twice"));
    assert!(error("year: 2026\nyear: 2027").contains("`year` stands twice"));
}

#[test]
fn blocks_are_found_with_either_line_end() {
    let years: Vec<i16> = years::blocks("# head\r\n---\r\nyear: 2001\r\n---\r\nyear: 2002")
        .iter()
        .map(|block| block.year())
        .collect();
    assert_eq!(years, [2001, 2002]);
}

#[test]
fn limits_are_found_by_name() {
    for limit in Limit::ALL {
        assert_eq!(Limit::named(limit.name()), Some(*limit));
    }
    assert_eq!(Limit::named("year"), None);
    assert_eq!(Limit::AnnualAdditions.year_key(), YearKey::LimitationYearEnd);
    assert_eq!(Limit::Compensation.year_key(), YearKey::PlanYearStart);
}
