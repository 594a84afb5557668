//! What an amendment must not do, or must not do now: rights that it takes away, changes within a safe harbor year.

use jiff::civil::Date;

use super::changes::{Change, Place};
use super::side::PlanSide;
use super::{cut_backs, mid_year};
use crate::finding::{ElectionPath, Finding, Severity};
use crate::plan::Plan;
use crate::plan::PlanType;
use crate::plan::employer::Entity;
use crate::report::CheckOptions;
use crate::source::Span;

/// What concerns are called, as findings are called by their rules.
pub const NAMES: &[&str] = &[
    "cut-back-withdrawal",
    "cut-back-vesting",
    "cut-back-in-plan-roth",
    "cut-back-distribution",
    "cut-back-retroactive",
    "cut-back-unknown",
    "mid-year-safe-harbor",
    "not-protected",
];

/// One thing to know before an amendment is adopted.
#[derive(Debug, Clone)]
pub struct Concern {
    pub severity: Severity,
    /// Is it certain in law, given what the two specs state?
    pub certainty: Certainty,
    pub citations: &'static [&'static str],
    /// Its rule is the name of the concern; no page of `explain` has that name.
    pub finding: Finding,
    /// Where the new spec states the election; the old one, if the new one does not.
    pub place: Option<Place>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    Certain,
    /// The law is read in more than one way, or what the specs do not state decides.
    Doubtful,
}

/// All that can raise a concern.
#[derive(Debug, Clone, Copy)]
pub struct Amendment<'a> {
    pub old: &'a PlanSide,
    pub new: &'a PlanSide,
    pub changes: &'a [Change],
    /// The day that is taken for the amendment's adoption.
    pub adopted: Date,
}

/// Is the plan under IRC 411(d)(6)?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Protected,
    /// With why.
    Doubtful(&'static str),
    Outside(&'static str),
}

/// The concerns about an amendment, the gravest first, then in the order of the elections.
pub fn concerns(old: &PlanSide, new: &PlanSide, changes: &[Change], options: &CheckOptions) -> Vec<Concern> {
    let amendment = Amendment { old, new, changes, adopted: options.as_of };
    let mut concerns = cut_backs::concerns(&amendment);
    concerns.extend(mid_year::concerns(&amendment));
    concerns.sort_by_key(|concern| std::cmp::Reverse(concern.severity));
    concerns
}

impl Concern {
    /// A certain concern about an election; `name` takes the place of a rule's name.
    pub fn new(
        name: &'static str,
        severity: Severity,
        citations: &'static [&'static str],
        message: String,
    ) -> Self {
        let nowhere = Span::default();
        let finding = Finding::new(name, nowhere, message, "");
        Self { severity, certainty: Certainty::Certain, citations, finding, place: None }
    }

    pub fn doubtful(mut self) -> Self {
        self.certainty = Certainty::Doubtful;
        self.severity = self.severity.min(Severity::Warning);
        self
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.finding = self.finding.help(help);
        self
    }
}

impl Amendment<'_> {
    /// The change of an election, if it is changed.
    pub fn change(&self, path: &str) -> Option<&Change> {
        self.changes.iter().find(|change| change.path.as_str() == path)
    }

    /// Since when the new value holds, as the new spec states it.
    pub fn effective(&self, path: &str) -> Option<Date> {
        self.new.statement(path)?.effective()
    }

    /// A concern with the places of the election on both sides.
    pub fn at(&self, mut concern: Concern, path: &ElectionPath) -> Concern {
        let [old, new] = [self.old, self.new].map(|side| side.statement(path.as_str()));
        let label = |text: &str| text.to_owned();
        match (old, new) {
            (Some(old), Some(new)) => {
                concern.finding.primary.span = new.span;
                concern.finding.primary.message = label("as amended");
                concern.finding = concern.finding.related(old.span, "before the amendment");
            }
            (Some(only), None) => {
                concern.finding.primary.span = only.span;
                concern.finding.primary.message = label("before the amendment; no longer stated");
            }
            (None, Some(only)) => {
                concern.finding.primary.span = only.span;
                concern.finding.primary.message = label("as amended; not stated before");
            }
            (None, None) => concern.finding.primary.span = self.new.plan.span.at_start(),
        }
        concern.place = new.or(old).map(|statement| statement.place.clone());
        concern.finding = concern.finding.election(path.clone());
        concern
    }
}

const OF_GOVERNMENT: &str = "plans of governments are outside 411(d)(6) (IRC 411(e)(1)); State law and contracts may still \
                             protect the right";

impl Scope {
    /// By the plan as it was, under which rights accrued; what it does not state is taken from the plan as amended.
    pub fn of(old: &Plan, new: &Plan) -> Self {
        let stated = old.identity.plan_type.stated().or(new.identity.plan_type.stated());
        let entity = old.employer.entity.stated().or(new.employer.entity.stated()).copied();
        let Some(plan_type) = stated else {
            return Scope::Doubtful(
                "the specs do not state the type of the plan, which decides whether 411(d)(6) reaches it",
            );
        };
        match (plan_type, entity.map(Entity::is_governmental), entity) {
            (PlanType::Governmental457b | PlanType::TaxExempt457b, _, _) => Scope::Outside(
                "a 457(b) plan is outside 411(d)(6), which is for qualified plans; State law and contracts may still protect the right",
            ),
            (PlanType::Sep | PlanType::SimpleIra, _, _) => {
                Scope::Outside("a plan of IRAs is outside 411(d)(6), which is for qualified plans")
            }
            (_, Some(Some(true)), _) => Scope::Outside(OF_GOVERNMENT),
            (_, _, Some(Entity::Church)) => Scope::Doubtful(
                "a church plan is under 411(d)(6) only if the election of IRC 410(d) was made (IRC 411(e)(1)), which the specs do not state",
            ),
            (_, Some(None), _) => Scope::Doubtful(
                "whether the plan of this tribal employer is governmental, and so outside 411(d)(6) (IRC 411(e)(1)), is not stated",
            ),
            (PlanType::Plan403b, _, _) => Scope::Doubtful(
                "a 403(b) plan is reached only through ERISA 204(g), if it is under ERISA, which the specs do not state",
            ),
            (PlanType::Plan401a, None, _) => Scope::Doubtful(
                "the employer is not stated: a government's plan is outside 411(d)(6) (IRC 411(e)(1))",
            ),
            (
                PlanType::Traditional401k
                | PlanType::Solo401k
                | PlanType::Simple401k
                | PlanType::Starter401k
                | PlanType::Plan401a,
                _,
                _,
            ) => Scope::Protected,
        }
    }

    /// A concern that 411(d)(6) raises, as far as the plan is under it.
    pub fn applied(self, mut concern: Concern) -> Concern {
        let (severity, reason) = match self {
            Scope::Protected => return concern,
            Scope::Doubtful(reason) => (Severity::Warning, reason),
            Scope::Outside(reason) => (Severity::Advice, reason),
        };
        concern.certainty = Certainty::Doubtful;
        concern.severity = concern.severity.min(severity);
        concern.finding.message = format!("{} But {reason}.", concern.finding.message);
        concern
    }
}
