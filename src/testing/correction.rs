//! What failed tests take back, from whom, and what would make them pass instead. In the order of the law (IRC
//! 401(m)(6)(D)): excess deferrals, the ADP test, then the ACP test with what the correction of the ADP test changed.

pub mod acp;
pub mod adp;
mod instead;
mod recharacterized;
mod related_match;
mod shares;
mod vested;

use std::collections::HashMap;

use crate::money::exact::Cents;

/// What the correction of the ADP test did to each person's money in this plan, by place.
pub type Corrected = HashMap<u32, Changed>;

/// What it did to one person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed {
    /// Elective contributions that go back, as excess deferrals or as excess contributions.
    pub gone: Cents,
    /// Elective contributions that stay as after-tax contributions and are in the ACP test.
    pub recharacterized: Cents,
    /// Match that is forfeited and not in the ACP test.
    pub match_forfeited: Cents,
}

/// What an ACP test counts differently because the ADP test was corrected before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AfterAdp {
    /// In the test as after-tax contributions.
    pub recharacterized: Cents,
    /// Match on contributions that went back: forfeited, and not in the test.
    pub match_forfeited: Cents,
}

/// All of it together; `None` where the ACP test is none the wiser.
pub fn together(corrected: &Corrected) -> Option<AfterAdp> {
    let sum = |of: fn(&Changed) -> Cents| corrected.values().map(of).sum();
    let all = AfterAdp {
        recharacterized: sum(|changed| changed.recharacterized),
        match_forfeited: sum(|changed| changed.match_forfeited),
    };
    (all != AfterAdp::default()).then_some(all)
}
