//! A census brought to the end of the year: last year's people under this year's plan, or a part of the year carried on.

use jiff::civil::Date;

use crate::census::column::{Column, DateField, Flag, Money};
use crate::census::header::Understanding;
use crate::census::participant::{Day, Participant};
use crate::lower::Truth;
use crate::money::exact::{Cents, Fraction, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::plan::Plan;
use crate::plan::matching::MatchPeriod;
use crate::syntax::phrase::nonelective::Nonelective;
use crate::testing::people::People;
use crate::testing::people::catch_up::catch_up;
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;

use super::assumption::Assumption;
use super::formula::MatchOf;
use super::population::{Population, write_match};

/// What a census is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Of the plan year, as it stands.
    Today,
    /// Of the year before.
    AsIf,
    /// Of the plan year from its first day through this one.
    Through(Date),
}

/// The people at the end of the year. What limits hold back for deferrals is told by `terms`.
///
/// # Errors
/// What would have to be known, or a day outside the plan year.
pub fn projected(
    plan: &Plan,
    terms: &Terms,
    mut population: Population,
    reading: Reading,
    growth: Hundredths,
) -> Result<Population, Unanswered> {
    match reading {
        Reading::Today => fill_match(plan, terms, &mut population)?,
        Reading::AsIf => as_if(plan, terms, &mut population, growth)?,
        Reading::Through(day) => through(plan, terms, &mut population, day, growth)?,
    }
    let is_none = matches!(plan.nonelective.formula.stated(), Some(Nonelective::None));
    if !is_none && !has_nonelective(&population.understanding) {
        population.assumptions.push(Assumption::NoNonelective);
    }
    if growth != Hundredths::ZERO && reading != Reading::Today {
        population.assumptions.push(Assumption::PayGrowth(growth));
    }
    Ok(population)
}

/// Amounts that move with pay.
const WITH_PAY: [Money; 6] = [
    Money::Compensation,
    Money::Nonelective,
    Money::SafeHarborNonelective,
    Money::Qnec,
    Money::Qmac,
    Money::AfterTax,
];
const DEFERRALS: [Money; 3] = [Money::PreTax, Money::Roth, Money::CatchUp];
const MATCHES: [Money; 2] = [Money::Match, Money::SafeHarborMatch];

/// An amount times a quotient, half up to the cent.
fn times(amount: i64, numerator: i128, denominator: i128) -> i64 {
    Fraction::new(i128::from(amount) * numerator, denominator.max(1)).rounded_half_up()
}

fn as_if(
    plan: &Plan,
    terms: &Terms,
    population: &mut Population,
    growth: Hundredths,
) -> Result<(), Unanswered> {
    let grown = |amount: i64| times(amount, 10_000 + i128::from(growth.0), 10_000);
    let first = terms.days.first;
    let mut unaged = 0;
    for rows in &mut population.plans {
        for one in rows.participants_mut() {
            one.set_money(Money::PriorCompensation, one.money(Money::Compensation));
            // Who was highly compensated, or could not take part, may have changed since.
            one.set_flag(Flag::Hce, None);
            one.set_flag(Flag::Eligible, one.flag(Flag::Eligible).filter(|is_in| *is_in));
            // Whoever left before this year is nobody's colleague in it.
            let has_left = one.date(DateField::Termination).is_some_and(|day| day.number() < first);
            for money in WITH_PAY.into_iter().chain(DEFERRALS).chain(MATCHES) {
                one.set_money(money, if has_left { 0 } else { grown(one.money(money)) });
            }
            unaged += hold_back(one, limit(terms, &population.understanding, one), 0);
        }
    }
    population.understanding = population.understanding.clone().with(Column::PriorCompensation);
    population.assumptions = vec![Assumption::AsIf];
    population.say_without_catch_up(unaged);
    rematch(plan, terms, population)?;
    population.cut_after_tax(terms, None)
}

/// Where a census has no match and the plan has one, it is that of the formula.
fn fill_match(plan: &Plan, terms: &Terms, population: &mut Population) -> Result<(), Unanswered> {
    let census = &population.understanding;
    let has_column = census.has(Column::Match) || census.has(Column::SafeHarborMatch);
    if has_column || terms.has_match == Truth::No {
        return Ok(());
    }
    population.assumptions.push(Assumption::MatchFilled);
    rematch(plan, terms, population)
}

/// This year's formula on the year, where it tells an amount; otherwise the match is not known.
fn rematch(plan: &Plan, terms: &Terms, population: &mut Population) -> Result<(), Unanswered> {
    let formula = match MatchOf::of(plan, terms) {
        Ok(formula) => formula,
        Err(missing) => {
            population.gaps.matching.add(missing);
            return Ok(());
        }
    };
    let found: Vec<(u32, Status, Cents, Cents)> = {
        let people = People::of(terms, &population.understanding, &population.plans, population.tested);
        let of = |one: &crate::testing::people::Person| {
            Some((one.place, one.hce?.status, one.pay, one.here.elective))
        };
        people.people.iter().filter(|one| one.is_in_acp()).filter_map(of).collect()
    };
    for (place, status, pay, elective) in found {
        let row = &mut population.plans[population.tested].participants_mut()[place as usize];
        let years =
            row.date(DateField::Hire).map(|day| terms.days.last.saturating_sub(day.number()) / 10_000);
        match formula.on(status, pay, elective, years) {
            Ok(amount) => write_match(row, amount),
            Err(missing) => population.gaps.matching.add(missing),
        }
    }
    Ok(())
}

fn through(
    plan: &Plan,
    terms: &Terms,
    population: &mut Population,
    day: Date,
    growth: Hundredths,
) -> Result<(), Unanswered> {
    let (first, last) = (plan.year.first_day(), plan.year.last_day());
    if day < first || day > last {
        return Err(Unanswered::other("the day through which the census goes is not in the plan year"));
    }
    let passed = |from: Date| days(from, day);
    let made: Vec<Cents> = population.plans[population.tested]
        .participants()
        .iter()
        .map(|one| Cents(one.money(Money::AfterTax)))
        .collect();
    let mut unaged = 0;
    for rows in &mut population.plans {
        for one in rows.participants_mut() {
            let leaves = one.date(DateField::Termination).map_or(last, Day::to_date).min(last);
            let begun = one.date(DateField::Hire).map_or(first, Day::to_date).max(first);
            if leaves <= day || begun > day {
                continue;
            }
            let most = limit(terms, &population.understanding, one);
            unaged += carry_on(one, [passed(begun), days(day, leaves) - 1], growth, most);
        }
    }
    let of = |count: i64| u32::try_from(count).unwrap_or(0);
    population.assumptions[0] = Assumption::Projected {
        through: day.to_string(),
        days: of(passed(first)),
        of: of(days(first, last)),
    };
    population.say_without_catch_up(unaged);
    match_of_year(plan, terms, population)?;
    population.cut_after_tax(terms, Some(&made))
}

/// A match that is computed on the year, or trued up to it, is that of the formula on the whole year, also of those whose
/// deferrals stop early; any other has moved with deferrals.
fn match_of_year(plan: &Plan, terms: &Terms, population: &mut Population) -> Result<(), Unanswered> {
    let is_there = MATCHES.iter().any(|money| {
        population.plans[population.tested].participants().iter().any(|one| one.money(*money) != 0)
    });
    if terms.has_match == Truth::No || !is_there {
        return fill_match(plan, terms, population);
    }
    let on_year = plan.matching.true_up.is_yes() == Truth::Yes
        || plan.matching.period.stated() == Some(&MatchPeriod::PlanYear);
    if on_year && MatchOf::of(plan, terms).is_ok() {
        population.assumptions.push(Assumption::MatchOnYear);
        return rematch(plan, terms, population);
    }
    population.assumptions.push(Assumption::MatchMoves);
    Ok(())
}

/// Days from one to another, both counted.
fn days(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days()) + 1
}

/// The rest of the year at the pace so far; pay of the rest grown. How many are held back without catch-up: nobody or one.
fn carry_on(one: &mut Participant, [passed, left]: [i64; 2], growth: Hundredths, most: MostDeferred) -> u32 {
    let pace = i128::from(left) * (10_000 + i128::from(growth.0));
    let whole = i128::from(passed) * 10_000;
    let more = |amount: i64| amount + times(amount, pace, whole);
    let before = total(one, &DEFERRALS);
    for money in WITH_PAY.into_iter().chain(DEFERRALS) {
        one.set_money(money, more(one.money(money)));
    }
    let unaged = hold_back(one, most, before);
    let after = total(one, &DEFERRALS);
    for money in MATCHES {
        let amount = one.money(money);
        let moved =
            if before > 0 { times(amount, i128::from(after), i128::from(before)) } else { more(amount) };
        one.set_money(money, moved);
    }
    unaged
}

/// Does the census tell of employer money beside the match?
fn has_nonelective(census: &Understanding) -> bool {
    census.has(Column::Nonelective) || census.has(Column::SafeHarborNonelective)
}

fn total(one: &Participant, columns: &[Money]) -> i64 {
    columns.iter().map(|money| one.money(*money)).sum()
}

/// Deferrals stop at the limit; what was above it already stays, and is the tests' to find. How many are held back without
/// catch-up because nothing is known of it: nobody or one.
fn hold_back(one: &mut Participant, most: MostDeferred, before: i64) -> u32 {
    let all = total(one, &DEFERRALS);
    let (MostDeferred::Told(limit) | MostDeferred::WithoutCatchUp(limit)) = most;
    let allowed = limit.0.max(before).min(all);
    if allowed == all {
        return 0;
    }
    let mut left = allowed;
    for money in [Money::CatchUp, Money::Roth] {
        let part = times(one.money(money), i128::from(allowed), i128::from(all)).min(left);
        one.set_money(money, part);
        left -= part;
    }
    one.set_money(Money::PreTax, left);
    u32::from(matches!(most, MostDeferred::WithoutCatchUp(_)))
}

/// The most that a person may defer.
#[derive(Debug, Clone, Copy)]
enum MostDeferred {
    Told(Cents),
    /// It is not known whether there is catch-up.
    WithoutCatchUp(Cents),
}

/// The limit of 402(g) with catch-up, where that is known.
fn limit(terms: &Terms, census: &Understanding, one: &Participant) -> MostDeferred {
    let statutory = match terms.limits.elective_deferral {
        Some((_, Ok(limit))) => limit,
        Some((_, Err(_))) | None => return MostDeferred::Told(Cents::MOST),
    };
    match catch_up(terms, census, one) {
        Ok(more) => MostDeferred::Told(statutory + more),
        Err(_) => MostDeferred::WithoutCatchUp(statutory),
    }
}
