//! A person's deferrals for the year, and which of them the law makes catch-up.

use super::NoRoom;
use crate::answer::assumption::Assumption;
use crate::answer::deferral_limit::{CatchUp, DeferralLimit, catch_up_by_law, ordinary};
use crate::answer::facts::Fact;
use crate::answer::facts::value::Deferring;
use crate::answer::person::{Notes, Person};
use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::money::{Percent, Usd};
use crate::nondiscrimination::catch_up::{Limits, reclassify};
use crate::syntax::phrase::permission::Permission;

/// Deferrals of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Elective {
    /// All of them, however payroll calls them.
    pub total: Usd,
    /// Those that are no catch-up: what annual additions count.
    pub counted: Usd,
    pub catch_up: Usd,
    /// The share of each paycheck, where they are given as one and reach their limit before the year ends.
    pub rate: Option<Percent>,
}

pub(super) fn elective(
    person: &Person<'_>,
    limit: &DeferralLimit,
    notes: &mut Notes,
) -> Result<Elective, NoRoom> {
    let (total, rate) = total(person, limit, notes)?;
    let cents = |amount: Usd| Cents(amount.to_cents().unwrap_or_default());
    // The limit of a plan goes by the employer's own plans (IRC 401(a)(30)): what is deferred elsewhere makes nothing here
    // catch-up.
    let Some(statutory) = limit.statutory else {
        return Ok(Elective { total, counted: total, catch_up: Usd::ZERO, rate });
    };
    let catch_up = catch_up_here(total, statutory, limit, notes);
    let above_plan = person.plan.deferrals.catch_up_above_plan_limits.stated() != Some(&Permission::No);
    let limits = Limits {
        // What 15 years of service add is used before catch-up by age, and counts (IRC 402(g)(7), 26 CFR
        // 1.403(b)-4(c)(3)(iv)).
        statutory: cents(statutory + by_service(person)),
        plan: limit.plan.filter(|_| above_plan).map(cents),
        catch_up: cents(catch_up),
    };
    let sorted = reclassify(cents(total), &limits);
    Ok(Elective { total, counted: sorted.counted.into(), catch_up: sorted.used().into(), rate })
}

/// What passes the limit of the employer's plan with the catch-up that it has (IRC 401(a)(30)), or the limit that follows
/// the person with the catch-up of the law, whether or not a plan has any (26 CFR 1.402(g)-2(b)).
pub fn excess(total: Usd, person: &Person<'_>, limit: &DeferralLimit) -> Usd {
    let (Some(statutory), Some(catch_up)) = (limit.statutory, limit.catch_up.amount()) else {
        return Usd::ZERO;
    };
    let special =
        if person.terms.special_catch_up == Truth::No { Usd::ZERO } else { Usd::dollars(BY_SERVICE) };
    let most = statutory + special;
    let here = total.less(most + catch_up);
    let everywhere = (total + person.other_employers()).less(most + catch_up.max(catch_up_by_law(person)));
    here.max(everywhere)
}

/// The catch-up after 15 years of service: at most $3,000 a year (IRC 402(g)(7)(A)(i)).
const BY_SERVICE: i64 = 3_000;

/// What it adds to the limit for this person, where the plan has it or its writer could not tell.
fn by_service(person: &Person<'_>) -> Usd {
    let is_possible = match person.terms.special_catch_up {
        Truth::Yes => true,
        Truth::Unknown(_) => person.plan.deferrals.fifteen_year_catch_up.is_written(),
        Truth::No => false,
    };
    let is_long = person.years_of_service().is_none_or(|years| years >= 15);
    if is_possible && is_long { Usd::dollars(BY_SERVICE) } else { Usd::ZERO }
}

/// The catch-up limit, if something is above a limit at all; unknown it is taken for none, which leaves the least room.
fn catch_up_here(total: Usd, statutory: Usd, limit: &DeferralLimit, notes: &mut Notes) -> Usd {
    if let Some(amount) = limit.catch_up.amount() {
        return amount;
    }
    let above = total > limit.plan.map_or(statutory, |plan| plan.min(statutory));
    if above {
        notes.assume(Assumption::NoCatchUp);
        match &limit.catch_up {
            CatchUp::Facts(facts) => facts.iter().for_each(|fact| notes.want(*fact)),
            CatchUp::Missing(missing) => notes.lack(missing.clone()),
            CatchUp::Known(_) | CatchUp::None => {}
        }
    }
    Usd::ZERO
}

fn total(
    person: &Person<'_>,
    limit: &DeferralLimit,
    notes: &mut Notes,
) -> Result<(Usd, Option<Percent>), NoRoom> {
    let given = [person.facts.pre_tax, person.facts.roth];
    let labelled = person.facts.catch_up.unwrap_or_default();
    let most = ordinary(person, limit);
    let is_full_first = person.plan.after_tax.requires_max_deferrals.stated() == Some(&Permission::Yes);
    if given == [None, None] && person.facts.catch_up.is_none() {
        // What others took of the limit makes of catch-up what counts here: with it there is least room.
        let uses_catch_up = !person.other_employers().is_zero();
        let most = if uses_catch_up { with_catch_up(person, most, limit) } else { most };
        return defers_the_limit(person, most, notes);
    }
    let dollars: Usd = given.iter().flatten().map(dollars_of).sum();
    let share = given
        .iter()
        .flatten()
        .map(share_of)
        .fold(Percent::ZERO, |sum, share| Percent::new(sum.decimal() + share.decimal()));
    let mut total = dollars + labelled;
    let mut rate = None;
    if !share.is_zero() {
        let pay = person.facts.pay.ok_or(NoRoom::Facts(vec![Fact::Pay]))?;
        let by_share = share.of(pay).round_to_cents();
        let most = most.map(|most| most + limit.catch_up.amount().unwrap_or_default());
        let open = most.map_or(by_share, |most| most.less(total));
        rate = (by_share > open && total.is_zero()).then_some(share);
        total = total + by_share.min(open);
    }
    let to_the_limit = given.contains(&Some(Deferring::Limit));
    let most = if to_the_limit { with_catch_up(person, most, limit) } else { most };
    if let (true, Some(most)) = (to_the_limit || is_full_first, most) {
        if is_full_first && !to_the_limit && total < most {
            notes.assume(Assumption::DefersTheLimit { amount: most });
        }
        total = total.max(most);
    }
    Ok((total, rate))
}

/// All that may be deferred, as far as it is known and pay allows.
fn with_catch_up(person: &Person<'_>, most: Option<Usd>, limit: &DeferralLimit) -> Option<Usd> {
    let all = most? + limit.catch_up.amount().unwrap_or_default();
    Some(person.facts.pay.map_or(all, |pay| all.min(pay)))
}

/// No deferrals are told: the full limit leaves the least room.
fn defers_the_limit(
    person: &Person<'_>,
    most: Option<Usd>,
    notes: &mut Notes,
) -> Result<(Usd, Option<Percent>), NoRoom> {
    let Some(amount) = most else {
        // A plan that takes no deferrals, or a year without a figure.
        return match person.terms.limits.elective_deferral {
            Some((limit, Err((_, year)))) => {
                Err(NoRoom::NotPublished(crate::room::year_limits::NotPublished { limit, year }))
            }
            Some((_, Ok(_))) | None => Ok((Usd::ZERO, None)),
        };
    };
    notes.assume(Assumption::DefersTheLimit { amount });
    notes.want(Fact::PreTax);
    Ok((amount, None))
}

fn dollars_of(given: &Deferring) -> Usd {
    match given {
        Deferring::Dollars(amount) => *amount,
        Deferring::OfPay(_) | Deferring::Limit => Usd::ZERO,
    }
}

fn share_of(given: &Deferring) -> Percent {
    match given {
        Deferring::OfPay(share) => *share,
        Deferring::Dollars(_) | Deferring::Limit => Percent::ZERO,
    }
}
