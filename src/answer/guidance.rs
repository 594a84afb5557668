//! What an employee does, watches and may do instead, as plain data for this plan; no sentence stands here.

pub mod life_event;
pub mod other_way;
pub mod pitfall;
pub mod step;

use crate::answer::Answer;
use crate::answer::deferral_limit::RothOnly;
use crate::answer::facts::Facts;
use crate::answer::highly_compensated::HceStanding;
use crate::answer::room::Binding;
use crate::answer::route::{Open, Route};
use crate::answer::verdict::{Reason, Verdict};
use crate::law::Law;
use crate::money::Usd;
use crate::plan::Plan;

use self::life_event::LifeEvent;
use self::other_way::{OtherWay, SavingStep};
use self::pitfall::Pitfall;
use self::step::Step;

/// The guidance on one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guidance {
    /// In the order in which they are taken.
    pub steps: Vec<Step>,
    /// Those that this plan and this person can meet.
    pub pitfalls: Vec<Pitfall>,
    pub life_events: Vec<LifeEvent>,
    pub other_ways: Vec<OtherWay>,
    /// The order in which people usually save.
    pub usual_order: Vec<SavingStep>,
}

/// What of an answer the guidance hangs on.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    pub plan: &'a Plan,
    pub law: &'a Law,
    /// The calendar year whose limits hold for the person.
    pub year: i16,
    /// What stands in the way of this person.
    pub obstacle: Obstacle,
    /// Whether the plan takes after-tax money of this person at all.
    pub after_tax: Standing,
    pub in_plan_roth: Standing,
    pub roth_ira: Standing,
    /// What may still be contributed, where that is known.
    pub remaining: Option<Usd>,
    /// The same for each paycheck that is left.
    pub per_paycheck: Option<Usd>,
    /// Highly compensated this year.
    pub hce: Standing,
    /// Must catch-up contributions be Roth?
    pub roth_catch_up: Standing,
    /// Age at the end of the year.
    pub age: Option<u32>,
    /// Catch-up of this person, zero for none, where it is known.
    pub catch_up: Option<Usd>,
    /// Is 100% of pay, not the dollar amount, the limit on annual additions?
    pub pay_binds: Standing,
}

/// What stands in the way, the least to overcome first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obstacle {
    None,
    /// Answers that are not known.
    Unknown,
    /// It comes later.
    Time,
    /// This year's room is used up; what is in the account can still move.
    NoRoom,
    /// The plan's terms for such a person.
    Person,
    /// What the plan does not offer.
    Plan,
    /// The type of plan.
    Law,
}

/// What is known of a person on one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    Yes,
    No,
    Unknown,
}

impl Standing {
    /// Not certainly otherwise.
    pub fn may_be(self) -> bool {
        match self {
            Standing::Yes | Standing::Unknown => true,
            Standing::No => false,
        }
    }
}

/// The guidance on one answer. `facts` are those that it was made from.
pub fn guidance(plan: &Plan, law: &Law, facts: &Facts, answer: &Answer) -> Guidance {
    let situation = Situation::of(plan, law, facts, answer);
    let mut pitfalls = pitfall::pitfalls(&situation);
    // A warning says it with this person's figures.
    pitfalls.retain(|pitfall| !answer.warnings.iter().any(|warning| pitfall.is_said_by(warning)));
    let mut steps = step::steps(&situation);
    steps.retain(|step| !answer.warnings.iter().any(|warning| step.is_said_by(warning)));
    if answer.questions.is_empty() {
        steps.retain(|step| *step != Step::AskFirst);
    }
    Guidance {
        steps,
        pitfalls,
        life_events: life_event::life_events(&situation),
        other_ways: other_way::other_ways(&situation),
        usual_order: other_way::usual_order(&situation),
    }
}

impl<'a> Situation<'a> {
    fn of(plan: &'a Plan, law: &'a Law, facts: &Facts, answer: &Answer) -> Self {
        let room = answer.room.as_ref().ok();
        Self {
            plan,
            law,
            year: plan.year.begins_in(),
            obstacle: Obstacle::of(answer),
            after_tax: after_tax(answer),
            in_plan_roth: way(answer, Route::InPlanRoth),
            roth_ira: way(answer, Route::RothIra),
            remaining: room.map(|room| room.remaining),
            per_paycheck: room.and_then(|room| room.per_paycheck),
            hce: match (&answer.highly_compensated, answer.highly_compensated.is_hce()) {
                (HceStanding::NotTested, _) | (_, Some(false)) => Standing::No,
                (_, Some(true)) => Standing::Yes,
                (_, None) => Standing::Unknown,
            },
            roth_catch_up: match answer.deferral_limit.must_be_roth {
                RothOnly::Yes => Standing::Yes,
                RothOnly::No => Standing::No,
                RothOnly::WagesNeeded | RothOnly::Undecided => Standing::Unknown,
            },
            age: age(facts, plan.year.begins_in()),
            catch_up: answer.deferral_limit.catch_up.amount(),
            pay_binds: match room.map(|room| room.binding == Binding::Pay) {
                Some(true) => Standing::Yes,
                Some(false) => Standing::No,
                None => Standing::Unknown,
            },
        }
    }
}

impl Obstacle {
    fn of(answer: &Answer) -> Self {
        match answer.verdict {
            Verdict::Yes => Obstacle::None,
            Verdict::Unknown => Obstacle::Unknown,
            Verdict::No => {
                let each = answer.reasons.iter().map(Self::of_reason);
                each.max().unwrap_or(Obstacle::Person)
            }
        }
    }

    fn of_reason(reason: &Reason) -> Self {
        match reason {
            Reason::AfterTaxAllowed { .. } | Reason::RouteOpen { .. } => Obstacle::None,
            Reason::Undecided { .. } | Reason::FactNeeded { .. } | Reason::LimitNotPublished { .. } => {
                Obstacle::Unknown
            }
            Reason::NotYet { .. } | Reason::NotBefore { .. } | Reason::NotEligible { from: Some(_), .. } => {
                Obstacle::Time
            }
            Reason::NoRoomLeft { .. } => Obstacle::NoRoom,
            Reason::BarredAsHce { .. }
            | Reason::OnlyForHces { .. }
            | Reason::NotEligible { from: None, .. } => Obstacle::Person,
            Reason::AfterTaxNotAllowed { .. }
            | Reason::AfterTaxBarred { .. }
            | Reason::NoRouteWhileEmployed { .. } => Obstacle::Plan,
            Reason::TypeHoldsNoAfterTax { .. } => Obstacle::Law,
        }
    }
}

/// Does the plan take after-tax money of this person?
fn after_tax(answer: &Answer) -> Standing {
    let refused = answer.reasons.iter().any(|reason| match reason {
        Reason::TypeHoldsNoAfterTax { .. }
        | Reason::AfterTaxNotAllowed { .. }
        | Reason::AfterTaxBarred { .. }
        | Reason::BarredAsHce { .. }
        | Reason::OnlyForHces { .. }
        | Reason::NotEligible { from: None, .. } => true,
        Reason::AfterTaxAllowed { .. }
        | Reason::RouteOpen { .. }
        | Reason::NoRouteWhileEmployed { .. }
        | Reason::NotYet { .. }
        | Reason::NotEligible { from: Some(_), .. }
        | Reason::NoRoomLeft { .. }
        | Reason::LimitNotPublished { .. }
        | Reason::NotBefore { .. }
        | Reason::Undecided { .. }
        | Reason::FactNeeded { .. } => false,
    });
    match (refused, answer.verdict) {
        (true, _) => Standing::No,
        (false, Verdict::Unknown) => Standing::Unknown,
        (false, Verdict::Yes | Verdict::No) => Standing::Yes,
    }
}

fn way(answer: &Answer, route: Route) -> Standing {
    let found = answer.routes.iter().find(|terms| terms.route == route);
    match found.map(|terms| &terms.open) {
        Some(Open::Now | Open::Later { .. } | Open::Depends { .. }) => Standing::Yes,
        Some(Open::Unknown(_)) => Standing::Unknown,
        Some(Open::OnLeaving) | None => Standing::No,
    }
}

/// The age at the end of the year, as it is given or follows from the date of birth.
fn age(facts: &Facts, year: i16) -> Option<u32> {
    let born = facts.birth_date.map(|date| u32::try_from(year - date.year()).unwrap_or(0));
    facts.age.map(|age| age.0).or(born)
}

/// What a permission says where it is stated.
fn permits(election: &crate::lower::Election<crate::syntax::phrase::permission::Permission>) -> Option<bool> {
    election.stated().map(|permission| permission.is_yes())
}
