//! The groups of a spec as people: so many who defer as the share says, at rates that lie evenly on both sides of the
//! average, so that a match with a cap averages as it will and not as it would at the average.

use crate::census::column::{Column, Flag, Money};
use crate::census::header::Understanding;
use crate::census::participant::{Participant, PlanRows};
use crate::lower::{Election, Missing, Truth};
use crate::money::Percent;
use crate::money::exact::{Cents, Fraction, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::nondiscrimination::excludable::Structure;
use crate::plan::Plan;
use crate::plan::workforce::{NamedGroup, WORKFORCE};
use crate::testing::terms::{Cap, Terms, unpublished};
use crate::testing::unanswered::Unanswered;

use super::assumption::Assumption;
use super::formula::{MatchOf, cents};
use super::population::{Gaps, Population, Source};

/// How far apart rates are where the spec does not say: not at all, or as far as the average allows, from nothing to twice
/// the average. A match with a cap averages less the farther they are apart, so that a test is at its worst where the
/// highly compensated are alike and the others are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsaid {
    /// Everyone is at the average.
    Nothing,
    /// The highly compensated are far apart, the others at the average.
    MostOfHces,
    /// The others are far apart, the highly compensated at the average.
    MostOfNhces,
    /// All are far apart.
    Most,
}

/// A group with all that has to be known of it.
struct Known<'g> {
    name: &'g str,
    status: Status,
    count: u32,
    pay: Cents,
    deferrers: u32,
    /// Lowest and highest rate of those who defer, of pay up to the limit of 401(a)(17).
    rates: [Hundredths; 2],
    /// How many contribute after tax, and at which rate; `None` where it is not told.
    after_tax: Option<(u32, Hundredths)>,
}

/// More people than any employer has: a slip of the pen would fill the memory.
const MOST_PEOPLE: u64 = 3_000_000;

/// Ages and service are not in a group.
pub const APART: &str = "employees under 21 or with less than a year of service have tests of their own (`testing.otherwise-excludable`), and `workforce` does not tell who they are: a census does. They pass where none of them is highly compensated";

const COLUMNS: [Column; 9] = [
    Column::EmployeeId,
    Column::Compensation,
    Column::Hce,
    Column::Eligible,
    Column::PreTax,
    Column::Roth,
    Column::AfterTax,
    Column::Match,
    Column::Nonelective,
];

/// The people of the groups, or what the spec would have to say for there to be any.
pub fn population(plan: &Plan, terms: &Terms, unsaid: Unsaid) -> Result<Population, Unanswered> {
    if plan.workforce.groups.is_empty() {
        return Err(Missing { elections: vec![WORKFORCE] }.into());
    }
    let limit = terms.limits.compensation.map_err(unpublished)?;
    let formula = MatchOf::of(plan, terms);
    let mut builder = Builder {
        terms,
        formula: formula.as_ref().ok(),
        compensation_limit: limit,
        rows: PlanRows::default(),
        gaps: Gaps { matching: formula.as_ref().err().cloned().unwrap_or_default(), ..Gaps::default() },
        assumptions: vec![Assumption::Groups, Assumption::PayAlike, Assumption::AllYear],
        held_back: 0,
    };
    let mut missing = Unanswered::default();
    let mut groups = Vec::new();
    for group in &plan.workforce.groups {
        match builder.known(group, unsaid) {
            Ok(known) => groups.push(known),
            Err(lacking) => missing.add(lacking.into()),
        }
    }
    if !missing.is_empty() || groups.len() < plan.workforce.groups.len() {
        return Err(missing);
    }
    if groups.iter().map(|group| u64::from(group.count)).sum::<u64>() > MOST_PEOPLE {
        return Err(Unanswered::other("`workforce` has more people than an estimate takes"));
    }
    let has_nhces = groups.iter().any(|group| group.status == Status::Nhce && group.count > 0);
    groups.iter().for_each(|group| builder.add(group));
    if plan.nonelective.formula.is_written() && terms.formulas.nonelective(limit, None).is_none() {
        builder.assumptions.push(Assumption::NonelectiveNone);
    }
    let Builder { rows, gaps, assumptions, .. } = builder;
    let mut population = Population {
        understanding: Understanding::of(&COLUMNS),
        plans: vec![rows],
        tested: 0,
        source: Source::Workforce,
        assumptions,
        gaps,
    };
    // Without anyone to compare with, every part of the plan is deemed to pass (26 CFR 1.401(k)-2(a)(1)(ii)).
    if terms.structure != Structure::Together && has_nhces {
        population.assumptions.push(Assumption::TestedApart(terms.structure));
    }
    population.cut_after_tax(terms, None)?;
    Ok(population)
}

struct Builder<'t> {
    terms: &'t Terms,
    formula: Option<&'t MatchOf>,
    compensation_limit: Cents,
    rows: PlanRows,
    gaps: Gaps,
    assumptions: Vec<Assumption>,
    /// People of the group at hand whose deferrals a limit stops.
    held_back: u32,
}

impl Builder<'_> {
    fn known<'g>(&mut self, named: &'g NamedGroup, unsaid: Unsaid) -> Result<Known<'g>, Missing> {
        let group = &named.group;
        let status = match named.is_hce() {
            Truth::Yes => Ok(Status::Hce),
            Truth::No => Ok(Status::Nhce),
            Truth::Unknown(missing) => Err(missing),
        };
        let count = group.count.known().copied();
        let pay = group.average_pay.known().copied();
        let participation = group.participation.known().copied();
        let average = match &participation {
            Ok(none) if none.is_zero() => Ok(Percent::ZERO),
            Ok(_) | Err(_) => group.average_deferral.known().copied(),
        };
        let missing = [
            status.as_ref().err(),
            count.as_ref().err(),
            pay.as_ref().err(),
            participation.as_ref().err(),
            average.as_ref().err(),
        ];
        let missing = missing.into_iter().flatten().cloned().reduce(Missing::and);
        let (Ok(status), Ok(count), Ok(pay), Ok(share), Ok(average)) =
            (status, count, pay, participation, average)
        else {
            return Err(missing.unwrap_or_default());
        };
        let average = Hundredths::rounded(average);
        let deferrers = share_of(count, Hundredths::rounded(share));
        let rates =
            if deferrers == 0 { [Hundredths::ZERO; 2] } else { self.rates(named, status, average, unsaid) };
        let after_tax = self.after_tax(named, status, count);
        Ok(Known { name: &named.name, status, count, pay: cents(pay), deferrers, rates, after_tax })
    }

    /// The lowest and the highest rate: the spread to both sides of the average, nowhere below zero.
    fn rates(
        &mut self,
        named: &NamedGroup,
        status: Status,
        average: Hundredths,
        unsaid: Unsaid,
    ) -> [Hundredths; 2] {
        let group = named.name.clone();
        // Nobody defers less than nothing or more than all of pay, and the average is kept.
        let most = average.min(Hundredths::percent(100).less(average));
        let spread = match (named.group.deferral_spread.known(), unsaid, status) {
            (Ok(spread), _, _) => Hundredths::rounded(*spread).min(most),
            (Err(_), Unsaid::Most, _)
            | (Err(_), Unsaid::MostOfHces, Status::Hce)
            | (Err(_), Unsaid::MostOfNhces, Status::Nhce) => most,
            (Err(_), Unsaid::Nothing | Unsaid::MostOfHces | Unsaid::MostOfNhces, _) => Hundredths::ZERO,
        };
        let rates = [average.less(spread), average + spread];
        self.assumptions.push(match named.group.deferral_spread.known() {
            Ok(_) => Assumption::Spread { group, from: rates[0], to: rates[1] },
            Err(_) => Assumption::NoSpread { group },
        });
        rates
    }

    fn after_tax(&mut self, named: &NamedGroup, status: Status, count: u32) -> Option<(u32, Hundredths)> {
        let known = |election: &Election<Percent>| election.known().map(|share| Hundredths::rounded(*share));
        let found = known(&named.group.after_tax_participation).and_then(|share| {
            if share == Hundredths::ZERO {
                return Ok((0, Hundredths::ZERO));
            }
            Ok((share_of(count, share), known(&named.group.average_after_tax)?))
        });
        // Where nobody may contribute after tax, nobody has to be asked about it.
        if self.terms.after_tax_allowed == Truth::No {
            return Some((0, Hundredths::ZERO));
        }
        match found {
            Ok(found) => Some(found),
            Err(missing) => {
                let gap = match status {
                    Status::Hce => &mut self.gaps.hce_after_tax,
                    Status::Nhce => &mut self.gaps.nhce_after_tax,
                };
                gap.add(missing.into());
                None
            }
        }
    }

    fn add(&mut self, group: &Known<'_>) {
        let after_tax = group.after_tax.unwrap_or((0, Hundredths::ZERO));
        self.held_back = 0;
        for number in 0..group.count {
            let id = format!("{} {}", group.name, number + 1);
            let row = self.row(group, number, after_tax);
            self.rows.push(&row, id.as_bytes(), b"");
        }
        if self.held_back > 0 {
            let (group, people) = (group.name.to_owned(), self.held_back);
            self.assumptions.push(Assumption::HeldBack { group, people });
        }
    }

    fn row(&mut self, group: &Known<'_>, number: u32, after_tax: (u32, Hundredths)) -> Participant {
        let mut row = Participant::EMPTY;
        let pay = group.pay.min(self.compensation_limit);
        row.set_row(u32::try_from(self.rows.participants().len()).unwrap_or(u32::MAX) + 1);
        row.set_money(Money::Compensation, group.pay.0);
        row.set_flag(Flag::Hce, Some(group.status == Status::Hce));
        row.set_flag(Flag::Eligible, Some(true));
        let wanted = deferral(group, number, pay);
        let deferral = wanted.min(most_deferred(self.terms, group.status, pay));
        self.held_back += u32::from(deferral < wanted);
        let pre_tax = self.terms.caps.pre_tax.map_or(deferral, |cap| cap.at(pay).min(deferral));
        row.set_money(Money::PreTax, pre_tax.0);
        row.set_money(Money::Roth, deferral.less(pre_tax).0);
        if let Some(formula) = self.formula {
            match formula.on(group.status, pay, deferral, None) {
                Ok(amount) => row.set_money(Money::Match, amount.0),
                Err(missing) => self.gaps.matching.add(missing),
            }
        }
        let formulas = &self.terms.formulas;
        let nonelective = formulas.nonelective(pay, None).unwrap_or_default()
            + formulas.safe_harbor_nonelective(pay).unwrap_or_default();
        row.set_money(Money::Nonelective, nonelective.0);
        if number < after_tax.0 {
            row.set_money(Money::AfterTax, pay.times(after_tax.1).rounded_half_up());
        }
        row
    }
}

/// The most that a person of a group may defer by law and plan, without catch-up. Where the plan leaves open whether its
/// limits on pre-tax and Roth deferrals add up, they do for the highly compensated and do not for the others: so no test
/// looks better than it is.
fn most_deferred(terms: &Terms, status: Status, pay: Cents) -> Cents {
    let caps = &terms.caps;
    let at = |cap: Option<Cap>| cap.map(|cap| cap.at(pay));
    let by_kind = match (at(caps.pre_tax), at(caps.roth), status) {
        (Some(pre_tax), Some(roth), Status::Hce) => Some(pre_tax + roth),
        (Some(pre_tax), Some(roth), Status::Nhce) => Some(pre_tax.max(roth)),
        (Some(pre_tax), None, Status::Nhce) => Some(pre_tax),
        (Some(_), None, Status::Hce) | (None, _, _) => None,
    };
    let of_hces = at(caps.hce_elective).filter(|_| status == Status::Hce);
    let statutory = terms.limits.elective_deferral.and_then(|(_, figure)| figure.ok());
    let limits = [by_kind, of_hces, at(caps.combined), statutory];
    limits.into_iter().flatten().min().unwrap_or(Cents::MOST)
}

/// A share of people, rounded half up to whole ones.
pub fn share_of(count: u32, share: Hundredths) -> u32 {
    let exact = Fraction::new(i128::from(count) * i128::from(share.0), 10_000);
    u32::try_from(exact.rounded_half_up()).unwrap_or(count).min(count)
}

/// What the person with this number defers: the middle of the part of the range that is theirs. The first defer most: they
/// are those who contribute after tax too.
fn deferral(group: &Known<'_>, number: u32, pay: Cents) -> Cents {
    if number >= group.deferrers {
        return Cents::ZERO;
    }
    let [from, to] = group.rates.map(|rate| i128::from(rate.0));
    let parts = 2 * i128::from(group.deferrers);
    let rate = to * parts - (to - from) * i128::from(2 * i64::from(number) + 1);
    Cents(Fraction::new(i128::from(pay.0) * rate, parts * 10_000).rounded_half_up())
}
