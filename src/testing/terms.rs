//! What a plan's spec and the law of its year say for the tests, worked out once for all participants.

mod applies;
mod caps;
mod employer;
mod formulas;
mod limits;
mod matched;
mod related_match;

pub use applies::{Applies, Ground, Method, NOTHING_TO_TEST};
pub use caps::{Cap, PayCap, PlanCaps};
pub use employer::Employer;
pub use formulas::Formulas;
pub use limits::{Figure, YearLimits, unpublished};
pub use matched::{MatchCounting, MatchPart};
pub use related_match::{Matched, RelatedMatchTerms};

use crate::law::Law;
use crate::lower::{Missing, Truth};
use crate::money::exact::Hundredths;
use crate::nondiscrimination::applicability::AfterTax;
use crate::nondiscrimination::correction_acp::sources::SourceOrder;
use crate::nondiscrimination::deadlines::Arrangement;
use crate::nondiscrimination::excludable::Structure;
use crate::nondiscrimination::hce::PayGroup;
use crate::nondiscrimination::hce::look_back::{LookBack, PayYear};
use crate::plan::auto_enrollment::{Arrangement as AutoEnrollment, Coverage};
use crate::plan::matching::AllocationConditions;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::{OtherwiseExcludable, QnecUse, RefundOrder, ZeroPay};
use crate::plan::{Plan, PlanType};
use crate::room::year_limits::limitation_years;
use crate::syntax::phrase::limit::Limit;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::vesting::Vesting;
use crate::syntax::phrase::year::PlanYear;

use super::days::Days;
use super::eligibility::Conditions;
use super::unanswered::Unanswered;

/// The terms of one plan for one year.
#[derive(Debug, Clone)]
pub struct Terms {
    pub plan: String,
    pub plan_type: Option<PlanType>,
    pub year: PlanYear,
    pub days: Days,
    pub limits: YearLimits,
    pub adp: Applies,
    pub acp_with_after_tax: Applies,
    /// If no after-tax contributions are made.
    pub acp_of_match: Applies,
    /// The method of the ACP test, also where only the census shows that it is required.
    pub acp_method: Result<Method, Missing>,
    pub deferrals: Result<Conditions, Missing>,
    pub matching: Result<Conditions, Missing>,
    pub after_tax: Result<Conditions, Missing>,
    /// Is whoever may defer in the ACP test too, and nobody else?
    pub same_people_in_both: bool,
    /// May after-tax contributions be made at all?
    pub after_tax_allowed: Truth,
    pub look_back: Option<LookBack>,
    /// Silence is no election: the group has to be elected (IRC 414(q)(1)(B)(ii)).
    pub pay_group: PayGroup,
    /// Silence is one test of everyone: the others need early participation and are a choice (26 CFR
    /// 1.401(k)-2(a)(1)(iii)).
    pub structure: Structure,
    pub catch_up: Truth,
    pub super_catch_up: Truth,
    /// May catch-up contributions of high earners be made as Roth?
    pub roth_catch_up: Truth,
    pub qnec: Result<QnecUse, Missing>,
    pub zero_pay: ZeroPay,
    pub match_counting: MatchCounting,
    /// The rate of the match at contributions of 6% of pay, where the rate depends on how much is contributed (26 CFR
    /// 1.401(m)-2(a)(5)(ii)(D)).
    pub rate_at_six_percent: Option<Hundredths>,
    pub match_vesting: Result<Vesting, Missing>,
    /// `None` where the spec does not state it: then the usual order is taken, and the report says so.
    pub refund_order: Option<SourceOrder>,
    pub recharacterization: Truth,
    /// The plan's limits on after-tax contributions of the highly compensated: each holds.
    pub after_tax_limits: Result<[Limit; 2], Missing>,
    pub related_match: RelatedMatchTerms,
    pub shift_deferrals: Truth,
    pub arrangement: Arrangement,
    pub caps: PlanCaps,
    pub formulas: Formulas,
    /// The 15-year catch-up of a 403(b), the one of the last three years of a 457(b).
    pub special_catch_up: Truth,
    /// Is the limitation year the plan year, or why not, or what is missing to tell?
    pub limitation_year: Result<(), Unanswered>,
    /// The order of reduction under 415(c), as the document has it.
    pub correction_order: Option<String>,
    pub safe_harbor: Result<Option<SafeHarborType>, Missing>,
    pub acp_safe_harbor: Truth,
    pub has_match: Truth,
    pub nonelective: Result<Conditions, Missing>,
    pub match_conditions: Result<AllocationConditions, Missing>,
    pub employer: Employer,
    pub stated: Silences,
    /// Is it the plan's first year? Silence is no.
    pub first_year: FirstYear,
}

/// What the spec states, for those elections whose silence the law makes an answer: the report says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silences {
    pub top_paid_group: Stated,
}

/// Is an election stated?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stated {
    Yes,
    No,
}

/// Whether it is a plan's first year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FirstYear {
    Yes,
    No,
}

impl Terms {
    pub fn of(plan: &Plan, law: &Law) -> Self {
        let testing = &plan.testing;
        let limits = YearLimits::of(plan, law);
        let identity = &plan.identity;
        let deferrals = Conditions::for_deferrals(plan);
        let matching = Conditions::for_other(plan, &plan.eligibility.matching);
        let after_tax = Conditions::for_other(plan, &plan.eligibility.after_tax);
        let after_tax_allowed = applies::after_tax(plan);
        Self {
            plan: identity.name.stated().map_or_else(|| "Unnamed plan".to_owned(), |name| name.0.clone()),
            plan_type: identity.plan_type.stated().copied(),
            year: plan.year,
            days: Days::of(plan.year),
            related_match: RelatedMatchTerms::of(plan, &limits),
            after_tax_limits: after_tax_limits(plan),
            limits,
            adp: applies::adp(plan),
            acp_with_after_tax: applies::acp(plan, AfterTax::Allowed),
            acp_of_match: applies::acp(plan, AfterTax::NotAllowed),
            acp_method: applies::acp_method(plan),
            same_people_in_both: matching == deferrals
                && match after_tax_allowed {
                    Truth::No => !allocation_conditions(plan),
                    Truth::Yes | Truth::Unknown(_) => after_tax == deferrals,
                },
            deferrals,
            matching,
            after_tax,
            after_tax_allowed,
            look_back: LookBack::of(plan.year.first_day(), pay_year(plan)),
            pay_group: match testing.top_paid_group.stated() {
                Some(Permission::Yes) => PayGroup::TopPaid,
                Some(_) | None => PayGroup::Everyone,
            },
            structure: structure(testing.otherwise_excludable.stated().copied()),
            catch_up: may_have_catch_up(plan).and(plan.deferrals.catch_up.is_yes()),
            super_catch_up: plan.deferrals.super_catch_up.is_yes(),
            roth_catch_up: roth_catch_up(plan),
            qnec: testing.qnec.known().copied(),
            zero_pay: testing.zero_pay.stated().copied().unwrap_or(ZeroPay::Exclude),
            match_counting: MatchCounting::of(plan),
            rate_at_six_percent: matched::rate_at_six_percent(plan),
            match_vesting: plan.matching.vesting.known().cloned(),
            refund_order: testing.refund_order.stated().copied().and_then(source_order),
            recharacterization: testing.recharacterization.is_yes(),
            shift_deferrals: testing.shift_deferrals.is_yes(),
            arrangement: arrangement(plan),
            caps: PlanCaps::of(plan),
            formulas: Formulas::of(plan),
            special_catch_up: special_catch_up(plan),
            limitation_year: limitation_year(plan),
            correction_order: plan.limits.correction_order.stated().map(|order| order.0.clone()),
            safe_harbor: applies::safe_harbor(plan),
            acp_safe_harbor: plan.safe_harbor.acp.is_yes(),
            has_match: applies::has_match(plan),
            nonelective: Conditions::for_other(plan, &plan.eligibility.nonelective),
            match_conditions: plan.matching.conditions.known().copied(),
            employer: Employer::of(plan),
            stated: Silences {
                top_paid_group: if testing.top_paid_group.is_written() { Stated::Yes } else { Stated::No },
            },
            first_year: match plan.document.first_year.stated() {
                Some(Permission::Yes) => FirstYear::Yes,
                Some(_) | None => FirstYear::No,
            },
        }
    }

    /// Would money move between the two tests, were they not run by different methods (26 CFR 1.401(k)-2(c)(3))?
    pub fn methods_part_the_tests(&self) -> bool {
        let moves = self.recharacterization != Truth::No || self.shift_deferrals != Truth::No;
        match (&self.adp, &self.acp_method) {
            (Applies::Required(Ok(adp)), Ok(acp)) => moves && !adp.is_like(*acp),
            (Applies::Required(_) | Applies::NotRequired(_) | Applies::Unknown(_), _) => false,
        }
    }
}

/// Is the match only for those employed on the last day, or with enough hours? Silence is no: a condition has to be
/// stated to hold.
fn allocation_conditions(plan: &Plan) -> bool {
    plan.matching.conditions.stated().is_some_and(|conditions| *conditions != AllocationConditions::None)
}

fn pay_year(plan: &Plan) -> PayYear {
    match plan.testing.calendar_year_data.stated() {
        Some(Permission::Yes) => PayYear::CalendarYear,
        Some(_) | None => PayYear::LookBackYear,
    }
}

fn after_tax_limits(plan: &Plan) -> Result<[Limit; 2], Missing> {
    let limit = plan.after_tax.limit.known();
    let of_hces = plan.after_tax.hce_limit.known();
    match (limit, of_hces) {
        (Ok(limit), Ok(of_hces)) => Ok([*limit, *of_hces]),
        (Err(missing), Err(more)) => Err(missing.and(more)),
        (Err(missing), Ok(_)) | (Ok(_), Err(missing)) => Err(missing),
    }
}

fn structure(stated: Option<OtherwiseExcludable>) -> Structure {
    match stated {
        Some(OtherwiseExcludable::Separate) => Structure::Separate,
        Some(OtherwiseExcludable::EarlyParticipation) => Structure::EarlyParticipation,
        Some(OtherwiseExcludable::Together) | None => Structure::Together,
    }
}

/// Can someone who must make catch-up contributions as Roth make any (IRC 414(v)(7))?
fn roth_catch_up(plan: &Plan) -> Truth {
    use crate::plan::deferrals::RothCatchUp;
    let has_roth = plan.deferrals.roth.is(|roth| roth.allowed.is_yes());
    match plan.deferrals.roth_catch_up.stated() {
        Some(RothCatchUp::NoneForAffected) => Truth::No,
        // Pre-tax catch-up contributions of theirs are none, whatever the plan allows.
        Some(
            RothCatchUp::Required
            | RothCatchUp::DeemedWithOptOut
            | RothCatchUp::DeemedWithoutOptOut
            | RothCatchUp::PreTaxAllowed,
        )
        | None => has_roth,
    }
}

/// Of 457(b) plans only a governmental one has catch-up by age (IRC 414(v)(6)(A)(iii)).
fn may_have_catch_up(plan: &Plan) -> Truth {
    plan.identity.plan_type.is(|kind| *kind != PlanType::TaxExempt457b)
}

fn special_catch_up(plan: &Plan) -> Truth {
    let is = |kind: PlanType| plan.identity.plan_type.stated() == Some(&kind);
    if is(PlanType::Plan403b) {
        plan.deferrals.fifteen_year_catch_up.is_yes()
    } else if is(PlanType::Governmental457b) || is(PlanType::TaxExempt457b) {
        plan.deferrals.final_three_year_catch_up.is_yes()
    } else {
        Truth::No
    }
}

fn limitation_year(plan: &Plan) -> Result<(), Unanswered> {
    let years = limitation_years(plan)?;
    if years.start() == years.end() {
        return Ok(());
    }
    Err(Unanswered::other(
        "the limitation year is the calendar year, and this plan year lies in two: the census has to tell how much is of which year",
    ))
}

/// Six months for an eligible automatic contribution arrangement that covers everyone (IRC 4979(f)(1)).
fn arrangement(plan: &Plan) -> Arrangement {
    let is_eaca = plan.auto_enrollment.kind.stated() == Some(&AutoEnrollment::Eaca);
    let covers_all = plan.auto_enrollment.covers.stated() == Some(&Coverage::All);
    if is_eaca && covers_all { Arrangement::Eaca } else { Arrangement::Ordinary }
}

/// The order in which an excess is taken from its sources; `None` where the document leaves it open.
fn source_order(stated: RefundOrder) -> Option<SourceOrder> {
    match stated {
        RefundOrder::UnmatchedAfterTaxFirst | RefundOrder::AfterTaxFirst => Some(SourceOrder::AfterTaxFirst),
        RefundOrder::MatchFirst => Some(SourceOrder::MatchFirst),
        RefundOrder::ProRata => Some(SourceOrder::ProRata),
        RefundOrder::Unsaid => None,
    }
}
