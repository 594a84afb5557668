//! What becomes of after-tax money when something happens: leaving, another job, disability, death, a loss, a divorce.

use super::{Situation, Standing, permits};

/// One event and what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LifeEvent {
    /// All of it may be rolled over, earnings to a traditional IRA and contributions to a Roth IRA.
    Leaving,
    /// One limit on deferrals over both jobs, another one on annual additions.
    ChangingJobs,
    /// A loan that is not paid back on leaving.
    LeavingWithLoan,
    Disability,
    Death,
    /// How heirs take what is Roth.
    DeathRoth,
    /// The account is worth less than was paid in.
    Loss,
    Divorce,
}

impl LifeEvent {
    pub fn citations(self) -> &'static [&'static str] {
        match self {
            LifeEvent::Leaving => &["IRC 402(c)", "Notice 2014-54"],
            LifeEvent::ChangingJobs => &["IRC 402(g)(1)", "IRC 415(f)", "IRC 402(c)(2)(A)"],
            LifeEvent::LeavingWithLoan => &["IRC 402(c)(3)(C)"],
            LifeEvent::Disability => &["IRC 72(t)(2)(A)(iii)", "IRC 402A(d)(2)(A)"],
            LifeEvent::Death => &["IRC 72(t)(2)(A)(ii)", "IRC 402(c)(9), (11)"],
            LifeEvent::DeathRoth => &["IRC 402A(d)(2)", "IRC 401(a)(9)(H)"],
            LifeEvent::Loss => &["IRC 72(e)(8)", "IRC 67(g)"],
            LifeEvent::Divorce => &["IRC 414(p)", "IRC 402(e)(1)", "IRC 72(m)(10)"],
        }
    }
}

/// The events that matter where after-tax money can be in the plan at all.
pub fn life_events(situation: &Situation<'_>) -> Vec<LifeEvent> {
    if situation.after_tax == Standing::No {
        return Vec::new();
    }
    let mut events = vec![LifeEvent::Leaving, LifeEvent::ChangingJobs];
    if permits(&situation.plan.loans.allowed) == Some(true) {
        events.push(LifeEvent::LeavingWithLoan);
    }
    events.extend([
        LifeEvent::Loss,
        LifeEvent::Disability,
        LifeEvent::Death,
        LifeEvent::DeathRoth,
        LifeEvent::Divorce,
    ]);
    events
}
