//! The employer's money for one person: as given, or by the plan's formulas.

use super::elective::Elective;
use super::paychecks::{Match, by_paychecks};
use super::{EmployerMoney, From, FrontLoading, NoRoom};
use crate::answer::assumption::Assumption;
use crate::answer::facts::Fact;
use crate::answer::facts::value::MatchMoney;
use crate::answer::ground::Ground;
use crate::answer::person::{Notes, Person};
use crate::lower::{Election, Missing, Truth};
use crate::money::Usd;
use crate::plan::matching::AllocationConditions;
use crate::plan::safe_harbor::SafeHarborType;
use crate::room::beside_match::{is_after_tax_matched, largest_beside, matching_by};
use crate::room::contributions::{nonelective, unless_unknown};
use crate::room::employer_money::Contributor;
use crate::room::model_employee::{NoRoom as ModelNoRoom, Silence};
use crate::syntax::phrase::match_formula::{MatchFormula, Shape};
use crate::syntax::phrase::nonelective::Nonelective;
use crate::syntax::phrase::sources::Source;

/// The employer's money, and what it leaves of the limit for after-tax contributions of the whole year.
pub(super) struct Employer {
    pub money: EmployerMoney,
    pub open: Usd,
    pub front_loading: Option<FrontLoading>,
}

/// `limit` less other additions is what match and after-tax contributions share. `pay` is capped already.
pub(super) fn employer(
    person: &Person<'_>,
    elective: &Elective,
    pay: Option<Usd>,
    limit: Usd,
    notes: &mut Notes,
) -> Result<Employer, NoRoom> {
    let facts = person.facts;
    let others = elective.counted + facts.related_additions.unwrap_or_default();
    if let Some(all) = facts.employer {
        return Ok(Employer { money: in_one(all), open: limit.less(others + all), front_loading: None });
    }
    let (nonelective, nonelective_from) = nonelective_of(person, elective, pay, notes)?;
    let left = limit.less(others + nonelective);
    let with = |matching, matching_from| EmployerMoney {
        matching,
        matching_from,
        nonelective,
        nonelective_from: nonelective_from.clone(),
    };
    if let Some(MatchMoney::Dollars(given)) = facts.matching {
        let money = with(given, From::Given(Fact::Match));
        return Ok(Employer { money, open: left.less(given), front_loading: None });
    }
    let election = formula(person, notes)?;
    if election.stated() == Some(&MatchFormula::None) {
        let money = with(Usd::ZERO, From::PlanHasNone(Ground::of(election)));
        return Ok(Employer { money, open: left, front_loading: None });
    }
    let found = by_formula(person, election, contributor(person, elective, pay)?, elective, notes)?;
    let open = largest_beside(left, &found.at)?;
    let matching = (found.at)(open)?.round_to_cents();
    let money = with(matching, From::Formula(Ground::of(election)));
    Ok(Employer { money, open: open.floor_to_cents(), front_loading: found.front_loading })
}

/// All of it given as one amount.
fn in_one(all: Usd) -> EmployerMoney {
    EmployerMoney {
        matching: all,
        matching_from: From::Given(Fact::Employer),
        nonelective: Usd::ZERO,
        nonelective_from: From::Given(Fact::Employer),
    }
}

/// The match as it depends on after-tax contributions of the whole year.
struct ByFormula<'f> {
    at: Box<dyn Fn(Usd) -> Result<Usd, NoRoom> + 'f>,
    front_loading: Option<FrontLoading>,
}

fn by_formula<'f>(
    person: &'f Person<'_>,
    election: &'f Election<MatchFormula>,
    contributor: Contributor,
    elective: &Elective,
    notes: &mut Notes,
) -> Result<ByFormula<'f>, NoRoom> {
    let formula = election.known().map_err(|missing| wants_match(missing, notes))?;
    says(person, formula, notes);
    let plan = person.plan;
    matching_by(plan, formula, contributor).map_err(|missing| wants_match(missing, notes))?;
    let also = is_after_tax_matched(plan).is_yes();
    let front_loading = match by_paychecks(person, formula, contributor, elective, notes) {
        Match::OverTheYear => None,
        Match::ByPaychecks(found) if !also => Some(found),
        // What is lost to early deferrals may come back with matched after-tax contributions.
        Match::ByPaychecks(_) => None,
    };
    let lost = front_loading.as_ref().map_or(Usd::ZERO, |found| found.lost);
    let at = move |after_tax: Usd| {
        let matched = contributor.matched + if also { after_tax } else { Usd::ZERO };
        let amount = matching_by(plan, formula, Contributor { matched, ..contributor })?;
        Ok(amount.less(lost))
    };
    Ok(ByFormula { at: Box::new(at), front_loading })
}

/// What the formula takes for granted.
fn says(person: &Person<'_>, formula: &MatchFormula, notes: &mut Notes) {
    let plan = person.plan;
    let ground = Ground::of(&plan.matching.formula);
    match formula {
        MatchFormula::Discretionary => {
            let ground = Ground::of(&plan.matching.discretionary_limit);
            notes.assume(Assumption::DiscretionaryAtMost { ground });
        }
        MatchFormula::Formula(formula) if person.years_of_service().is_none() => {
            if matches!(formula.shape, Shape::ByService(_)) {
                notes.assume(Assumption::LongestService { ground });
                notes.want(Fact::YearsOfService);
            }
        }
        MatchFormula::Formula(_) | MatchFormula::None => {}
    }
    let conditions = &plan.matching.conditions;
    if conditions.stated().is_some_and(|conditions| *conditions != AllocationConditions::None) {
        notes.assume(Assumption::MatchConditionsMet { ground: Ground::of(conditions) });
    }
}

/// The formula that holds for this person. Where it is not known whether the highly compensated have one of their own
/// that this person is under, the fact is asked for.
fn formula<'p>(person: &'p Person<'_>, notes: &mut Notes) -> Result<&'p Election<MatchFormula>, NoRoom> {
    let own = &person.plan.matching.hce_formula;
    if !own.is_written() || person.hce.is_hce() == Some(false) {
        return Ok(&person.plan.matching.formula);
    }
    if person.hce.is_hce().is_none() {
        notes.want(Fact::PriorPay);
        return Err(NoRoom::Facts(vec![Fact::PriorPay]));
    }
    Ok(own)
}

fn contributor(person: &Person<'_>, elective: &Elective, pay: Option<Usd>) -> Result<Contributor, NoRoom> {
    let sources = person.plan.matching.sources.stated();
    let is_matched = |source| sources.is_none_or(|sources| sources.include(source));
    let deferred =
        if is_matched(Source::PreTax) || is_matched(Source::Roth) { elective.counted } else { Usd::ZERO };
    let catch_up = if is_matched(Source::CatchUp) { elective.catch_up } else { Usd::ZERO };
    let limit = person.terms.limits.elective_deferral.and_then(|(_, figure)| figure.ok());
    Ok(Contributor {
        pay: pay.ok_or(NoRoom::Facts(vec![Fact::Pay]))?,
        matched: deferred + catch_up,
        deferral_limit: limit.map(Usd::from).unwrap_or_default(),
        years_of_service: person.years_of_service(),
    })
}

fn nonelective_of(
    person: &Person<'_>,
    elective: &Elective,
    pay: Option<Usd>,
    notes: &mut Notes,
) -> Result<(Usd, From), NoRoom> {
    if let Some(given) = person.facts.nonelective {
        return Ok((given, From::Given(Fact::Nonelective)));
    }
    let election = &person.plan.nonelective.formula;
    if election.stated() == Some(&Nonelective::None) {
        return Ok((Usd::ZERO, From::PlanHasNone(Ground::of(election))));
    }
    let mut taken_as_none = Vec::new();
    let contributor = match (pay, election.stated()) {
        (Some(_), _) => contributor(person, elective, pay)?,
        (None, Some(Nonelective::Dollars(_))) => contributor(person, elective, Some(Usd::ZERO))?,
        (None, Some(_)) => return Err(NoRoom::Facts(vec![Fact::Pay])),
        (None, None) if may_be_nonelective(person) => return Err(NoRoom::Facts(vec![Fact::Pay])),
        (None, None) => contributor(person, elective, Some(Usd::ZERO))?,
    };
    let found = nonelective(person.plan, contributor, Silence::AddsNothing, &mut taken_as_none);
    let amount = found.map_err(|error| no_room(error, Fact::Nonelective, notes))?;
    if taken_as_none.is_empty() {
        return Ok((amount.round_to_cents(), From::Formula(Ground::of(election))));
    }
    taken_as_none.into_iter().for_each(|path| notes.assume(Assumption::TakenAsNone { path }));
    notes.want(Fact::Nonelective);
    Ok((amount, From::TakenAsNone))
}

/// Does a safe harbor give a share of pay, or may it?
fn may_be_nonelective(person: &Person<'_>) -> bool {
    let kind = &person.plan.safe_harbor.kind;
    match kind.stated() {
        Some(SafeHarborType::Nonelective | SafeHarborType::QacaNonelective) => true,
        Some(
            SafeHarborType::None
            | SafeHarborType::BasicMatch
            | SafeHarborType::EnhancedMatch
            | SafeHarborType::QacaMatch,
        ) => false,
        None => kind.is_written(),
    }
}

fn wants_match(missing: Missing, notes: &mut Notes) -> NoRoom {
    notes.want(Fact::Match);
    NoRoom::Missing(missing)
}

fn no_room(error: ModelNoRoom, fact: Fact, notes: &mut Notes) -> NoRoom {
    match error {
        ModelNoRoom::Missing(missing) => {
            notes.want(fact);
            NoRoom::Missing(missing)
        }
        ModelNoRoom::NotPublished(figure) => NoRoom::NotPublished(figure),
        ModelNoRoom::ShortYear | ModelNoRoom::NotThisType => NoRoom::NotThisType,
    }
}

impl std::convert::From<Missing> for NoRoom {
    fn from(missing: Missing) -> Self {
        NoRoom::Missing(missing)
    }
}

/// Is the match silent about after-tax contributions where the writer could not tell?
pub(super) fn matched_in_doubt(person: &Person<'_>) -> Result<(), Missing> {
    match is_after_tax_matched(person.plan) {
        Truth::Unknown(_) => unless_unknown(&person.plan.after_tax.matched).map(|_| ()),
        Truth::Yes | Truth::No => Ok(()),
    }
}
