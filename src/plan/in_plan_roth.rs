//! In-plan Roth rollovers: the first route of a mega backdoor Roth.

use crate::money::Usd;
use crate::syntax::phrase::frequency::{Automatic, Frequency};
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::Sources;

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
        minimum: Usd = "minimum", ask "Is there a least amount for an in-plan Roth rollover?";
        /// The fee of one rollover.
        fee: Usd = "fee", ask "Does an in-plan Roth rollover cost a fee?";
        /// Whether only vested money may be moved.
        vested_only: Permission = "vested-only", ask "May only vested amounts be rolled over to Roth in the plan?";
        /// Whether each rollover's five-year recapture period is tracked (Notice 2010-84).
        recapture_tracking: Permission = "recapture-tracking", ask "Are the five-year periods of in-plan Roth rollovers tracked one by one?";
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
