//! What failed tests take back, from whom, and what would make them pass instead.

mod vested;

use std::borrow::Cow;

use crate::census::column::{Column, Money};
use crate::census::header::Understanding;
use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::nondiscrimination::comparison::Comparison;
use crate::nondiscrimination::correction_acp::sources::SourceOrder;
use crate::nondiscrimination::correction_acp::{self, Holder};
use crate::nondiscrimination::correction_adp::{self, Deferrer};
use crate::nondiscrimination::income::{Account, allocable_income};
use crate::nondiscrimination::qnec::smallest_uniform;
use crate::nondiscrimination::ratio;
use crate::nondiscrimination::shift::{Shift, Tests, Whose, smallest};

use super::lines::{Line, Lines};
use super::people::catch_up::catch_up;
use super::people::{People, Person};
use super::results::{Correction, QnecToPass, Share, TestResult};
use super::terms::{Method, Terms};
use super::unanswered::Unanswered;

/// The correction of a failed ADP test.
pub fn of_adp(
    terms: &Terms,
    census: &Understanding,
    people: &People<'_>,
    lines: &Lines<'_>,
    result: &TestResult,
) -> Option<Correction> {
    let comparison = result.comparison?;
    let names = names(people, &lines.hces);
    let mut unanswered = Unanswered::default();
    let mut deferrers = Vec::new();
    for (line, name) in lines.hces.iter().zip(&names) {
        let person = line.person;
        let catch_up_left =
            catch_up(terms, census, people.row(person)).map(|limit| limit - person.elective.used());
        let catch_up_left = catch_up_left.unwrap_or_else(|missing| {
            unanswered.add(missing);
            Cents::ZERO
        });
        deferrers.push(Deferrer {
            line: named(line, name),
            in_this_plan: person.here.elective.less(person.elective.used()),
            catch_up_left,
            excess_deferral_distributed: excess_deferral(terms, person),
        });
    }
    let found = correction_adp::correct(&deferrers, &comparison);
    let shares = found.corrections.iter().zip(&lines.hces).map(|(one, line)| Share {
        excess: one.excess_contribution,
        catch_up: one.catch_up,
        excess_deferral: one.excess_deferral,
        refund: one.refund,
        ..share(census, people, line, one.refund)
    });
    Some(Correction {
        highest_permitted: found.ratio_levelling.highest_permitted,
        excess_total: found.ratio_levelling.total,
        shares: sorted(shares),
        left_over: found.left_over,
        qnec: qnec(lines, &comparison, result.method),
        shift: None,
        unanswered,
    })
}

/// The correction of a failed ACP test. `matching` is the match in this plan that the test counts.
pub fn of_acp(
    terms: &Terms,
    census: &Understanding,
    people: &People<'_>,
    lines: &Lines<'_>,
    result: &TestResult,
    adp: &TestResult,
    matching: &dyn Fn(&Person) -> Cents,
) -> Option<Correction> {
    let comparison = result.comparison?;
    let names = names(people, &lines.hces);
    let mut unanswered = Unanswered::default();
    let mut holders = Vec::new();
    for (line, name) in lines.hces.iter().zip(&names) {
        let vesting = vested::of(terms, people.row(line.person)).unwrap_or_else(|missing| {
            unanswered.add(missing);
            vested::FULLY
        });
        holders.push(Holder {
            line: named(line, name),
            after_tax: line.person.here.after_tax,
            matching: matching(line.person),
            vesting,
        });
    }
    let order = terms.refund_order.unwrap_or(SourceOrder::AfterTaxFirst);
    let found = correction_acp::correct(&holders, &comparison, order, &[]);
    let takes_match =
        found.corrections.iter().any(|one| one.match_vested + one.match_forfeited != Cents::ZERO);
    let shares = found.corrections.iter().zip(&lines.hces).map(|(one, line)| {
        let refund = one.after_tax + one.match_vested;
        Share {
            excess: one.excess_aggregate_contribution,
            refund,
            after_tax: one.after_tax,
            match_vested: one.match_vested,
            match_forfeited: one.match_forfeited,
            ..share(census, people, line, refund)
        }
    });
    Some(Correction {
        highest_permitted: found.ratio_levelling.highest_permitted,
        excess_total: found.ratio_levelling.total,
        shares: sorted(shares),
        left_over: found.left_over,
        qnec: qnec(lines, &comparison, result.method),
        shift: shift(terms, adp, &comparison),
        unanswered: if takes_match { unanswered } else { Unanswered::default() },
    })
}

/// What of a person's deferrals is above the limit of 402(g) and the catch-up limit.
fn excess_deferral(terms: &Terms, person: &Person) -> Cents {
    match &terms.limits.elective_deferral {
        Some((_, Ok(limit))) => person.elective.counted.less(*limit),
        Some((_, Err(_))) | None => Cents::ZERO,
    }
}

fn names<'p>(people: &People<'p>, lines: &[Line<'_>]) -> Vec<Cow<'p, str>> {
    lines.iter().map(|line| people.rows.employee_name(people.row(line.person))).collect()
}

fn named<'n>(line: &Line<'_>, name: &'n str) -> ratio::Line<'n> {
    let Line { person, contributions, ratio } = *line;
    ratio::Line { employee_id: name, contributions, compensation: person.pay, ratio }
}

/// The parts of a share that do not depend on the test.
fn share(census: &Understanding, people: &People<'_>, line: &Line<'_>, refund: Cents) -> Share {
    let row = people.row(line.person);
    Share {
        employee_id: people.rows.employee_name(row).into_owned(),
        row: row.row(),
        ratio: line.ratio,
        contributions: line.contributions,
        income: income(census, people, line.person, refund),
        converted: census.has(Column::AfterTaxConverted).then(|| Cents(row.money(Money::AfterTaxConverted))),
        ..Share::default()
    }
}

/// The income of the whole account, in proportion (26 CFR 1.401(k)-2(b)(2)(iv)(D), 1.401(m)-2(b)(2)(iv)(D)).
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
    Some(allocable_income(refund, &account))
}

/// By excess, greatest first, then by employee: the same whatever the order of the rows.
fn sorted(shares: impl Iterator<Item = Share>) -> Vec<Share> {
    let mut shares: Vec<Share> = shares.filter(|share| share.excess != Cents::ZERO).collect();
    shares.sort_by(|a, b| b.excess.cmp(&a.excess).then_with(|| a.employee_id.cmp(&b.employee_id)));
    shares
}

/// Only the figures of the year itself can still be raised: those of the year before are what they are once it is over
/// (26 CFR 1.401(k)-2(a)(6)(i)).
fn qnec(lines: &Lines<'_>, comparison: &Comparison, method: Option<Method>) -> Option<QnecToPass> {
    if method != Some(Method::Current) {
        return None;
    }
    // Everybody gets the same rate: nobody is named.
    let nhces: Vec<ratio::Line<'_>> = lines.nhces.iter().map(|line| named(line, "")).collect();
    let found = smallest_uniform(comparison.hce, &nhces)?;
    Some(QnecToPass { rate: found.rate, total: found.total })
}

fn shift(terms: &Terms, adp: &TestResult, acp: &Comparison) -> Option<Shift> {
    let tests = Tests { adp: adp.comparison?, acp: *acp };
    (terms.shift_deferrals == Truth::Yes).then(|| smallest(&tests, Whose::BothGroups)).flatten()
}
