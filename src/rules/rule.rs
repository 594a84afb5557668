//! What a rule is.

use super::Facts;
use crate::finding::{Finding, Severity};
use crate::law::provisions::Provision;
use crate::lower::Missing;
use crate::plan::identity::Goal;
use crate::plan::{Plan, PlanType};

/// One thing that planlint checks, with everything that is to be said about it.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case; reads well behind "allow".
    pub name: &'static str,
    pub group: Group,
    /// One line, without a full stop.
    pub summary: &'static str,
    pub severity: Severity,
    pub profile: Profile,
    /// The types of plan that it is about; empty for all.
    pub applies_to: &'static [PlanType],
    /// The change of law since which it holds, if it did not always.
    pub in_force: Option<Provision>,
    /// The law that it rests on.
    pub citations: &'static [&'static str],
    /// The Markdown page: what, why in law, examples that run as tests.
    pub page: &'static str,
    pub check: Check,
    /// Does a failure mean that nobody can do a mega backdoor Roth under this plan?
    pub blocks_mega_backdoor: bool,
}

/// Where a rule's findings come from.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Reported while a text is read.
    Reader,
    /// Judged on the run: its suppressions, and what its settings ask of every plan.
    Run,
    /// Judged on a plan.
    Plan(fn(&Facts<'_>) -> Judgement),
}

/// What a check returns: `?` on an election that is missing makes it [`Outcome::Unknown`].
pub type Judgement = Result<Outcome, Missing>;

/// How a plan fares under a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Pass,
    /// At least one finding.
    Fail(Vec<Finding>),
    /// It depends on elections that are not known.
    Unknown(Missing),
    NotApplicable,
}

/// What rules are about, as the catalogue groups them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The form of plan specs.
    Language,
    MegaBackdoor,
    Limits,
    PlanTypes,
    Nondiscrimination,
    /// What a sponsor or an adviser asks for beyond the law.
    House,
}

/// What a plan is judged for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// To be lawful and to run without error.
    Lawfulness,
    /// To make a mega backdoor Roth possible as well.
    MegaBackdoor,
}

/// What is at stake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// The plan's qualification, whatever the sponsor wants.
    Qualification,
    /// Running the plan without error.
    Operation,
    /// The goal of a mega backdoor Roth: advice where the plan does not declare that goal.
    MegaBackdoor,
}

impl Rule {
    /// Is it about this type of plan?
    pub fn is_about(&self, plan_type: PlanType) -> bool {
        self.applies_to.is_empty() || self.applies_to.contains(&plan_type)
    }

    /// A finding of this rule on an election, at the place that states it.
    pub fn finding<T>(
        &self,
        election: &crate::lower::Election<T>,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Finding {
        Finding::new(self.name, election.span(), message, label).election(election.path.clone())
    }

    /// What a finding weighs under the plan's aim. A severity that the rule raises above its own is a matter of law,
    /// whatever the plan aims at.
    pub fn weigh(&self, finding: &Finding, aim: Aim) -> Severity {
        match finding.severity {
            Some(raised) if raised > self.severity => raised,
            lowered => lowered.unwrap_or(self.severity).min(self.weight_for(aim)),
        }
    }

    /// What the rule's own findings weigh under the plan's aim.
    pub fn weight_for(&self, aim: Aim) -> Severity {
        match (self.profile, aim) {
            (Profile::MegaBackdoor, Aim::Lawfulness) => Severity::Advice,
            (Profile::MegaBackdoor | Profile::Qualification | Profile::Operation, _) => self.severity,
        }
    }
}

impl Aim {
    /// What the plan's goals say.
    pub fn of(plan: &Plan) -> Self {
        let goals = plan.identity.goals.stated();
        let aims = goals.is_some_and(|goals| goals.0.contains(&Goal::MegaBackdoor));
        if aims { Aim::MegaBackdoor } else { Aim::Lawfulness }
    }
}

impl Outcome {
    /// A failure for one reason.
    pub fn fail(finding: Finding) -> Judgement {
        Ok(Outcome::Fail(vec![finding]))
    }

    /// A failure if there are findings, else a pass.
    pub fn of(findings: Vec<Finding>) -> Judgement {
        Ok(if findings.is_empty() { Outcome::Pass } else { Outcome::Fail(findings) })
    }

    /// Several ways to fail, each judged by itself: a failure if any is found, else unknown if any is open, else a pass.
    pub fn settled(parts: impl IntoIterator<Item = Result<Option<Finding>, Missing>>) -> Judgement {
        let (mut findings, mut open): (Vec<Finding>, Option<Missing>) = (Vec::new(), None);
        for part in parts {
            match part {
                Ok(finding) => findings.extend(finding),
                Err(missing) => open = Some(open.unwrap_or_default().and(missing)),
            }
        }
        match open {
            Some(missing) if findings.is_empty() => Err(missing),
            Some(_) | None => Outcome::of(findings),
        }
    }
}

impl Group {
    pub const ALL: &'static [Group] = &[
        Group::Language,
        Group::MegaBackdoor,
        Group::Limits,
        Group::PlanTypes,
        Group::Nondiscrimination,
        Group::House,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Group::Language => "language",
            Group::MegaBackdoor => "mega-backdoor",
            Group::Limits => "limits",
            Group::PlanTypes => "plan-types",
            Group::Nondiscrimination => "nondiscrimination",
            Group::House => "house",
        }
    }

    /// Do its rules rest on law, or on what people agreed on?
    pub fn rests_on_law(self) -> bool {
        match self {
            Group::Language | Group::House => false,
            Group::MegaBackdoor | Group::Limits | Group::PlanTypes | Group::Nondiscrimination => true,
        }
    }
}

impl Profile {
    pub const ALL: &'static [Profile] = &[Profile::Qualification, Profile::Operation, Profile::MegaBackdoor];

    pub fn name(self) -> &'static str {
        match self {
            Profile::Qualification => "qualification",
            Profile::Operation => "operation",
            Profile::MegaBackdoor => "mega-backdoor",
        }
    }
}
