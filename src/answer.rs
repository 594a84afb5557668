//! One person's answer: can a mega backdoor Roth be done here, how much is left, what is taxed. Plain data without a sentence.

pub mod assumption;
pub mod deferral_limit;
pub mod facts;
pub mod ground;
pub mod highly_compensated;
pub mod room;
pub mod route;
pub mod taxes;
pub mod verdict;
pub mod warning;

use assumption::Assumption;
use deferral_limit::DeferralLimit;
use facts::{Fact, Facts};
use ground::Question;
use highly_compensated::HceStanding;
use room::PersonalRoom;
use route::RouteTerms;
use taxes::Taxes;
use verdict::{Reason, Verdict};
use warning::Warning;

use jiff::civil::Date;

use crate::law::Law;
use crate::plan::{Plan, PlanType};
use crate::report::MegaBackdoor;
use crate::room::model_employee::Room as ModelRoom;
use crate::syntax::phrase::year::PlanYear;

/// The answer for one person under one plan.
#[derive(Debug, Clone)]
pub struct Answer {
    pub plan: String,
    pub plan_type: Option<PlanType>,
    pub year: PlanYear,
    pub verdict: Verdict,
    /// What decides the verdict, the weightiest first. Never empty.
    pub reasons: Vec<Reason>,
    /// The ways to Roth that the plan has, those that are open while employed first. Empty where there is no after-tax
    /// money to move.
    pub routes: Vec<RouteTerms>,
    /// Line by line; what is missing otherwise.
    pub room: Result<PersonalRoom, room::NoRoom>,
    /// The room of the plan's model employee, who is paid the limit of 401(a)(17) and defers in full: for who gives no facts.
    pub model_room: Option<ModelRoom>,
    pub deferral_limit: DeferralLimit,
    pub highly_compensated: HceStanding,
    /// `None` where there is nothing to move.
    pub taxes: Option<Taxes>,
    pub warnings: Vec<Warning>,
    pub assumptions: Vec<Assumption>,
    /// What to ask the plan administrator, the weightiest first.
    pub questions: Vec<Question>,
    /// The facts that would make the answer firmer, the weightiest first.
    pub wanted: Vec<Fact>,
    /// Sections of law and notices that the answer follows, each once.
    pub citations: Vec<String>,
}

/// Answers for one person. `as_of` is today.
pub fn answer(plan: &Plan, law: &Law, mega: &MegaBackdoor, facts: &Facts, as_of: Date) -> Answer {
    let _ = (law, facts, as_of);
    Answer {
        plan: plan.identity.name.stated().map(ToString::to_string).unwrap_or_default(),
        plan_type: plan.identity.plan_type.stated().copied(),
        year: plan.year,
        verdict: Verdict::Unknown,
        reasons: Vec::new(),
        routes: Vec::new(),
        room: Err(room::NoRoom::NotThisType),
        model_room: mega.room.clone(),
        deferral_limit: DeferralLimit::default(),
        highly_compensated: HceStanding::NotTested,
        taxes: None,
        warnings: Vec::new(),
        assumptions: Vec::new(),
        questions: Vec::new(),
        wanted: Vec::new(),
        citations: Vec::new(),
    }
}
