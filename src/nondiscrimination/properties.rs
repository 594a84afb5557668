//! What holds for every workforce: refunds are the excess, order and scale change nothing, generosity never hurts.

use proptest::prelude::*;

use super::comparison::compare;
use super::correction_acp::sources::{MatchTier, SourceOrder};
use super::correction_acp::{self, Holder, Vesting};
use super::correction_adp::{AdpCorrection, Deferrer, correct};
use super::levelling::{Contributor, level_dollars};
use super::qnec::smallest_uniform;
use super::ratio::{Groups, Line, Outcome, group_average, test};
use crate::money::exact::{Cents, Fraction, Hundredths};

/// More than anyone is paid here.
const NO_LIMIT: Cents = Cents(i64::MAX);

/// Pay and contributions in cents, as many as identifiers are unique for.
type Amounts = Vec<(i64, i64)>;

fn amounts(most_people: usize) -> impl Strategy<Value = Amounts> {
    let one = (100_000_i64..40_000_000).prop_flat_map(|pay| {
        let contributions = prop_oneof![1 => Just(0), 4 => 0..=pay / 5];
        (Just(pay), contributions)
    });
    proptest::collection::vec(one, 1..most_people)
}

fn ids(people: &[(i64, i64)]) -> Vec<String> {
    (0..people.len()).map(|index| format!("E{index:03}")).collect()
}

fn lines<'a>(ids: &'a [String], people: &[(i64, i64)]) -> Vec<Line<'a>> {
    let line = |(id, (pay, contributions)): (&'a String, &(i64, i64))| {
        Line::new(id, Cents(*contributions), Cents(*pay), NO_LIMIT).expect("pay")
    };
    ids.iter().zip(people).map(line).collect()
}

fn deferrer<'a>(line: Line<'a>) -> Deferrer<'a> {
    Deferrer {
        line,
        in_this_plan: line.contributions,
        catch_up_left: Cents(line.compensation.0 % 300_000),
        excess_deferral_distributed: Cents(line.compensation.0 % 70_000),
    }
}

fn corrected<'a>(lines: &[Line<'a>], nhce: i64) -> AdpCorrection<'a> {
    let deferrers: Vec<Deferrer<'_>> = lines.iter().copied().map(deferrer).collect();
    correct(&deferrers, &compare(group_average(lines).expect("people"), Hundredths(nhce)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn shares_sum_to_the_excess_and_none_is_more_than_was_contributed(hces in amounts(12), nhce in 0_i64..900) {
        let ids = ids(&hces);
        let lines = lines(&ids, &hces);
        let found = corrected(&lines, nhce);
        let total = found.ratio_levelling.total;
        let shares: Cents = found.corrections.iter().map(|one| one.excess_contribution).sum();
        prop_assert_eq!(shares + found.left_over, total);
        prop_assert_eq!(found.left_over, Cents::ZERO);
        for (line, one) in lines.iter().zip(&found.corrections) {
            prop_assert!(one.excess_contribution <= line.contributions);
            prop_assert_eq!(one.refund + one.catch_up + one.excess_deferral, one.excess_contribution);
            prop_assert!(line.contributions > Cents::ZERO || one.excess_contribution == Cents::ZERO);
        }
    }

    // A test that fails by no more than what rounding a ratio adds may find no dollars above the level.
    #[test]
    fn a_test_that_passes_takes_nothing_back_and_one_that_fails_takes_something(
        hces in amounts(12), nhce in 0_i64..900,
    ) {
        let ids = ids(&hces);
        let lines = lines(&ids, &hces);
        let comparison = compare(group_average(&lines).expect("people"), Hundredths(nhce));
        let total = corrected(&lines, nhce).ratio_levelling.total;
        prop_assert!(!comparison.passes() || total == Cents::ZERO);
        prop_assert!(comparison.margin() >= Fraction::whole(-2) || total > Cents::ZERO);
    }

    #[test]
    fn levelled_ratios_average_to_the_limit(hces in amounts(12), nhce in 0_i64..900) {
        let ids = ids(&hces);
        let lines = lines(&ids, &hces);
        let comparison = compare(group_average(&lines).expect("people"), Hundredths(nhce));
        if let Some(highest) = corrected(&lines, nhce).ratio_levelling.highest_permitted {
            let (over, under) = (highest.numerator(), highest.denominator());
            let sum: i128 = lines.iter().map(|line| (i128::from(line.ratio.0) * under).min(over)).sum();
            let mean = Fraction::new(sum, under * lines.len() as i128);
            prop_assert!(mean <= comparison.limit.exact);
            prop_assert!(mean == comparison.limit.exact || mean == Fraction::whole(comparison.limit.exact.floor()));
        }
    }

    #[test]
    fn no_one_who_keeps_more_is_cut_less(hces in amounts(12), nhce in 0_i64..900) {
        let ids = ids(&hces);
        let lines = lines(&ids, &hces);
        let found = corrected(&lines, nhce);
        let kept = |index: usize| lines[index].contributions - found.corrections[index].excess_contribution;
        let cut = (0..lines.len()).filter(|index| found.corrections[*index].excess_contribution > Cents(1));
        for index in cut {
            for other in 0..lines.len() {
                prop_assert!(kept(other) <= kept(index) + Cents(1));
            }
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(hces in amounts(12), nhce in 0_i64..900, turn in 0_usize..12) {
        let ids = ids(&hces);
        let straight = lines(&ids, &hces);
        let mut turned = straight.clone();
        turned.reverse();
        let by = turn % turned.len();
        turned.rotate_left(by);
        let sorted = |lines: &[Line<'_>]| {
            let mut found: Vec<_> = corrected(lines, nhce)
                .corrections
                .iter()
                .map(|one| (one.employee_id.to_owned(), one.excess_contribution, one.refund))
                .collect();
            found.sort();
            found
        };
        prop_assert_eq!(sorted(&straight), sorted(&turned));
    }

    #[test]
    fn scaling_all_money_changes_no_ratio(people in amounts(12), by in 2_i64..50) {
        let ids = ids(&people);
        let scaled: Amounts = people.iter().map(|(pay, amount)| (pay * by, amount * by)).collect();
        let ratios = |people: &Amounts| -> Vec<Hundredths> {
            lines(&ids, people).iter().map(|line| line.ratio).collect()
        };
        prop_assert_eq!(ratios(&people), ratios(&scaled));
    }

    #[test]
    fn more_deferrals_of_nhces_never_turn_a_pass_into_a_fail(
        hces in amounts(8), nhces in amounts(12), who in 0_usize..12, more in 0_i64..500_000,
    ) {
        let (hce_ids, nhce_ids) = (ids(&hces), ids(&nhces));
        let mut generous = nhces.clone();
        let who = who % generous.len();
        generous[who].1 += more;
        let passes = |nhces: &Amounts| {
            let groups = Groups { hces: lines(&hce_ids, &hces), nhces: lines(&nhce_ids, nhces) };
            test(&groups).passes()
        };
        prop_assert!(!passes(&nhces) || passes(&generous));
    }

    #[test]
    fn the_uniform_qnec_passes_and_a_hundredth_less_does_not(hces in amounts(8), nhces in amounts(12)) {
        let (hce_ids, nhce_ids) = (ids(&hces), ids(&nhces));
        let (hces, nhces) = (lines(&hce_ids, &hces), lines(&nhce_ids, &nhces));
        let Outcome::Compared(before) = test(&Groups { hces, nhces: nhces.clone() }) else { return Ok(()) };
        let qnec = smallest_uniform(before.hce, &nhces).expect("people");
        prop_assert!(qnec.comparison.passes());
        let less = compare(before.hce, before.nhce + qnec.rate.less(Hundredths(1)));
        prop_assert!(qnec.rate == Hundredths::ZERO || !less.passes());
        prop_assert_eq!(qnec.rate == Hundredths::ZERO, before.passes());
    }

    #[test]
    fn an_acp_correction_takes_from_each_source_what_is_there(
        after_tax in 0_i64..2_000_000, matching in 0_i64..1_000_000, vested in 0_i64..=10_000, part in 0_i64..=1_000,
    ) {
        let whole = Cents(after_tax + matching);
        let line = Line::new("E1", whole, Cents::dollars(200_000), NO_LIMIT).expect("pay");
        let vested = Hundredths(vested);
        let vesting = if part % 2 == 0 { Vesting::ProRata(vested) } else { Vesting::VestedFirst(vested) };
        let holder =
            Holder { line, after_tax: Cents(after_tax), matching: Cents(matching), vesting };
        let excess = Cents(whole.0 * part / 1_000);
        let tiers = [
            MatchTier { rate: Hundredths::percent(100), width: Cents::dollars(4_000) },
            MatchTier { rate: Hundredths::percent(50), width: Cents::dollars(8_000) },
        ];
        for order in [SourceOrder::AfterTaxFirst, SourceOrder::MatchFirst, SourceOrder::ProRata] {
            let correction_acp::Correction { after_tax: taken, match_vested, match_forfeited, .. } =
                holder.bear(excess, order, &tiers);
            prop_assert_eq!(taken + match_vested + match_forfeited, excess);
            prop_assert!(taken >= Cents::ZERO && taken <= holder.after_tax);
            prop_assert!(match_vested >= Cents::ZERO && match_forfeited >= Cents::ZERO);
            prop_assert!(match_vested + match_forfeited <= holder.matching);
        }
    }

    #[test]
    fn money_in_other_plans_is_borne_by_others_first(hces in amounts(10), part in 0_i64..=1_000, kept in 1_i64..5) {
        let ids = ids(&hces);
        let contributors: Vec<Contributor<'_>> = ids
            .iter()
            .zip(&hces)
            .map(|(employee_id, (_, amount))| Contributor {
                employee_id,
                contributions: Cents(*amount),
                in_this_plan: Cents(amount / kept),
            })
            .collect();
        let all: i64 = contributors.iter().map(|one| one.contributions.0).sum();
        let there: i64 = contributors.iter().map(|one| one.in_this_plan.0).sum();
        let total = Cents(all * part / 1_000);
        let found = level_dollars(&contributors, total);
        let shares: Cents = found.shares.iter().copied().sum();
        prop_assert_eq!(shares, total.min(Cents(there)));
        prop_assert_eq!(shares + found.left_over, total);
        for (one, share) in contributors.iter().zip(&found.shares) {
            prop_assert!(*share <= one.in_this_plan);
        }
    }
}
