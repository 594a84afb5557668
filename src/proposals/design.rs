//! Safe harbor designs that a plan could adopt, and what each writes into its spec.

use crate::amend::Change;
use crate::money::exact::Hundredths;
use crate::plan::Plan;

/// Whether match counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InAcp {
    Counted,
    LeftOut,
}

/// A safe harbor design.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Design {
    Basic,
    Enhanced,
    Nonelective3,
    Nonelective4,
    /// Only with automatic enrollment, whose effect has to be stated.
    QacaMatch,
}

impl InAcp {
    pub(super) fn phrase(self) -> &'static str {
        match self {
            InAcp::Counted => "yes",
            InAcp::LeftOut => "no",
        }
    }
}

impl Design {
    pub fn name(self) -> &'static str {
        match self {
            Design::Basic => "safe-harbor-basic-match",
            Design::Enhanced => "safe-harbor-enhanced-match",
            Design::Nonelective3 => "safe-harbor-nonelective-3",
            Design::Nonelective4 => "safe-harbor-nonelective-4",
            Design::QacaMatch => "safe-harbor-qaca-match",
        }
    }

    pub(super) fn short(self) -> &'static str {
        match self {
            Design::Basic => "basic match",
            Design::Enhanced => "enhanced match",
            Design::Nonelective3 => "3% nonelective",
            Design::Nonelective4 => "4% nonelective",
            Design::QacaMatch => "QACA match",
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Design::Basic => "adopt the basic safe harbor match",
            Design::Enhanced => "adopt an enhanced safe harbor match of 100% of the first 4% of pay",
            Design::Nonelective3 => "adopt the safe harbor with a nonelective contribution of 3% of pay",
            Design::Nonelective4 => "adopt the safe harbor with a nonelective contribution of 4% of pay",
            Design::QacaMatch => {
                "adopt a QACA with its match, enrolling at 3% of pay with the stated participation"
            }
        }
    }

    /// Does it rest on a match?
    pub fn is_match(self) -> bool {
        match self {
            Design::Basic | Design::Enhanced | Design::QacaMatch => true,
            Design::Nonelective3 | Design::Nonelective4 => false,
        }
    }

    /// The safe harbor nonelective contribution, of pay.
    pub fn nonelective(self) -> Option<Hundredths> {
        match self {
            Design::Nonelective3 => Some(Hundredths::percent(3)),
            Design::Nonelective4 => Some(Hundredths::percent(4)),
            Design::Basic | Design::Enhanced | Design::QacaMatch => None,
        }
    }

    /// IRC 401(k)(12)(B), (13)(D); what it asks of vesting and conditions comes with it.
    pub(super) fn changes(self, counted: InAcp, plan: &Plan) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut say = |path: &str, phrase: &str| changes.push(Change::new(path, phrase));
        let (kind, formula) = match self {
            Design::Basic => ("basic match", Some("100% of first 3% of pay + 50% of next 2% of pay")),
            Design::Enhanced => ("enhanced match", Some("100% of first 4% of pay")),
            Design::QacaMatch => ("QACA match", Some("100% of first 1% of pay + 50% of next 5% of pay")),
            Design::Nonelective3 | Design::Nonelective4 => ("3% nonelective", None),
        };
        say("safe-harbor.type", kind);
        if self == Design::QacaMatch {
            say("auto-enrollment.type", "QACA");
            say("auto-enrollment.percent", "3%");
            say("auto-enrollment.escalation", "1% a year to 6%");
            say("auto-enrollment.covers", "those without election");
        }
        if let Some(formula) = formula {
            // Whoever may defer receives it (26 CFR 1.401(k)-3(c)(1)).
            if plan.eligibility.matching.stated() != plan.eligibility.deferrals.stated() {
                say("eligibility.match", "same as deferrals");
            }
            say("match.formula", formula);
            say("match.conditions", "none");
            say("match.vesting", "immediate");
            say("safe-harbor.acp", "yes");
            say("safe-harbor.notice", "yes");
        } else {
            say("safe-harbor.acp", "no");
            say("safe-harbor.vesting", "immediate");
            say("safe-harbor.conditions", "none");
            say("safe-harbor.percent", if self == Design::Nonelective4 { "4%" } else { "3%" });
        }
        say("testing.include-safe-harbor-match", counted.phrase());
        changes
    }
}
