//! In-plan Roth rollovers: the first route of a mega backdoor Roth.

use std::fmt;

use jiff::civil::Date;

use crate::money::Usd;
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::frequency::{Automatic, Frequency};
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::Sources;
use crate::syntax::phrase::{Parsed, Phrase, Text, word};

crate::section! {
    /// In-plan Roth rollovers (IRC 402A(c)(4)).
    InPlanRoth "in-plan-roth" {
        /// Whether money may be moved to a designated Roth account within the plan.
        allowed: Permission = "allowed", ask "Does the plan allow in-plan Roth rollovers (conversions)?";
        /// The sources that may be moved.
        sources: Sources = "sources", ask "Which sources may be rolled over to Roth within the plan, and is the after-tax source among them?";
        /// Whether only money that could be distributed may be moved.
        condition: RolloverScope = "condition", ask "May any vested amount be rolled over to Roth in the plan, or only amounts that could otherwise be distributed?";
        /// Whether rollovers happen by themselves.
        automatic: Automatic = "automatic", ask "Are after-tax contributions rolled over to Roth automatically, and how often?";
        /// How often they may be asked for.
        frequency: Frequency = "frequency", ask "How often may a participant ask for an in-plan Roth rollover?";
        /// The least amount of one rollover.
        minimum: Usd = "minimum", ask "Is there a least amount for an in-plan Roth rollover (`$0` if none)?";
        /// The fee of one rollover.
        fee: Usd = "fee", ask "Does an in-plan Roth rollover cost a fee, and which (`$0` if none)?";
        /// Whether only vested money may be moved.
        vested_only: Permission = "vested-only", ask "May only vested amounts be rolled over to Roth in the plan?";
        /// Whether each rollover's five-year recapture period is tracked (Notice 2010-84).
        recapture_tracking: Permission = "recapture-tracking", ask "Are the five-year periods of in-plan Roth rollovers tracked one by one?";
        /// Who decides that money is rolled over by itself.
        election: Consent = "election", ask "Who decides that money is rolled over to Roth automatically: the participant by an election that can be changed at any time, the plan unless the participant opts out, or the plan alone?";
        /// When money that was rolled over may be withdrawn while employed.
        later_withdrawal: LaterWithdrawal = "later-withdrawal", ask "When may amounts that were rolled over to Roth in the plan be withdrawn while employed: by the rule of the source that they came from, or by one rule for all?";
        /// What becomes of an outstanding loan on the money that is rolled over.
        loans: ConvertedLoans = "loans", ask "What happens to an outstanding loan when its source is rolled over to Roth in the plan?";
        /// Whether the plan document, with its amendments, provides for these rollovers.
        in_document: Permission = "in-document", ask "Does the plan document, with the amendments that are adopted, provide for in-plan Roth rollovers?";
        /// Since when these rollovers are made.
        first_used: Date = "first-used", ask "Since which day are in-plan Roth rollovers made?";
    }
}

crate::choice! {
    /// What may be moved.
    RolloverScope "a scope" {
        /// IRC 402A(c)(4)(B).
        OtherwiseDistributable = "otherwise distributable",
        /// IRC 402A(c)(4)(E).
        AnyAmount = "any amount",
    }
}

crate::choice! {
    /// Who decides that money is rolled over by itself.
    Consent "a kind of election" {
        /// The participant's own election, which stands until it is changed.
        ByElection = "by election",
        /// The plan, unless the participant opts out.
        OptOut = "opt-out",
        /// The plan alone.
        None = "none",
    }
}

crate::choice! {
    /// What becomes of a loan on money that is rolled over.
    ConvertedLoans "a treatment of loans" {
        LeftOut = "left out",
        /// Moved with the same repayment schedule.
        MovedUnchanged = "moved unchanged",
        /// Moved as a loan with another repayment schedule.
        Rewritten = "new schedule",
        /// The plan does not say.
        NoRule = "no rule",
    }
}

/// When money that was rolled over to Roth may be withdrawn while employed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaterWithdrawal {
    /// As the source that it came from.
    BySource,
    /// All of it by one rule.
    When(Condition),
}

impl Phrase for LaterWithdrawal {
    const NAME: &'static str = "`by source` or a condition";
    const EXAMPLES: &'static [&'static str] = &["by source", "any time", "age 59 1/2", "none"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        match word("by source")(input) {
            Ok((rest, ())) => Ok((rest, Self::BySource)),
            Err(_) => Condition::parse(input).map(|(rest, condition)| (rest, Self::When(condition))),
        }
    }
}

impl fmt::Display for LaterWithdrawal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BySource => f.write_str("by source"),
            Self::When(condition) => write!(f, "{condition}"),
        }
    }
}
