//! What is taxed when after-tax money moves to Roth, and how it is paid, withheld and reported.

mod reckon;

pub(super) use reckon::reckon;

use crate::money::{Percent, Usd};
use crate::room::rollover::Destination;

/// The taxes of moving the year's after-tax money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taxes {
    /// After-tax contributions that move, untaxed. `None` where no room is known and no fact says.
    pub basis: Option<Usd>,
    pub basis_from: BasisFrom,
    /// What they earned until they moved; taxed. `None` where it is not given.
    pub earnings: Option<Usd>,
    pub rate: Option<Percent>,
    /// On the earnings at the rate, if all of it goes to Roth.
    pub tax: Option<Usd>,
    /// What a withdrawal of a part takes along of each, pro rata (IRC 72(e)(8)).
    pub withdrawal: Option<Withdrawal>,
    /// Earnings to a traditional IRA, contributions to a Roth IRA: for plans with a withdrawal in service, and on leaving.
    pub split: Option<Split>,
    /// If it is paid to the participant instead.
    pub cheque: Option<Cheque>,
    pub clocks: Vec<Clock>,
    pub forms: Vec<Form>,
    pub waiting: Option<Waiting>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BasisFrom {
    /// The fact `basis`.
    Given,
    /// After-tax contributions so far and what is left of the room.
    YearsContributions,
}

/// A withdrawal of part of the after-tax account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withdrawal {
    pub amount: Usd,
    pub basis: Usd,
    pub earnings: Usd,
}

/// A distribution split over destinations (Notice 2014-54).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    pub parts: Vec<SplitPart>,
    /// What of it is taxed now.
    pub taxable: Usd,
    pub tax: Option<Usd>,
    /// The participant must say, before direct rollovers are made, which of them the pre-tax money goes to.
    pub participant_chooses: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SplitPart {
    pub to: Destination,
    pub amount: Usd,
    pub pretax: Usd,
    pub after_tax: Usd,
}

/// One cheque to the participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cheque {
    pub amount: Usd,
    /// The part that is income.
    pub taxable: Usd,
    /// 20% of that part (IRC 3405(c)(1)(B), (e)(1)(B)).
    pub withheld: Usd,
    pub received: Usd,
    /// To be added from other money within 60 days so that everything is rolled over (IRC 402(c)(3)).
    pub to_add: Usd,
}

/// A period of five taxable years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    pub kind: ClockKind,
    /// The first taxable year that counts, if it starts with this year's money.
    pub begins: i16,
    /// The last; what waits for the period is free from January 1 after it.
    pub ends: i16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClockKind {
    /// The plan's designated Roth account: from the first Roth contribution or rollover to it (IRC 402A(d)(2)(B)).
    RothAccount,
    /// All Roth IRAs of a person: from the first contribution to any of them (IRC 408A(d)(2)(B)).
    RothIra,
    /// Each conversion by itself: what was taxed in it bears the 10% addition if it leaves too early (IRC 408A(d)(3)(F),
    /// 402A(c)(4)(D)).
    Recapture,
}

/// A case of reporting on Form 1099-R.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    pub case: FormCase,
    /// Box 7.
    pub code: &'static str,
    /// Boxes 1, 2a and 5, where the amounts are known.
    pub gross: Option<Usd>,
    pub taxable: Option<Usd>,
    pub basis: Option<Usd>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormCase {
    InPlanRothRollover,
    DirectToRothIra,
    DirectToTraditionalIra,
    /// From the plan's Roth account, later.
    RothAccountToRothIra,
    PaidBefore59AndAHalf,
    PaidFrom59AndAHalf,
}

/// What waiting costs at an assumed growth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// A year, as given.
    pub growth: Percent,
    pub month: WaitingFor,
    pub year: WaitingFor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitingFor {
    pub earnings: Usd,
    pub tax: Option<Usd>,
}
