//! Where pre-tax and after-tax dollars go when money leaves a plan: pro rata out of the plan (IRC 72(e)(8)), then by the
//! rules of IRC 402(c)(2) and Notice 2014-54 to the places it is sent.

use crate::money::exact::{Cents, Fraction, Hundredths};

/// An account or a payment: what is taxed when it is paid, and what is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    /// Pre-tax contributions and all earnings; in a Roth account, its earnings.
    pub pretax: Cents,
    /// After-tax contributions; in a Roth account, its contributions.
    pub after_tax: Cents,
}

/// Where a part of a distribution is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Destination {
    /// A direct rollover to a traditional IRA or to a plan's pre-tax account.
    DirectPretax,
    /// A direct rollover to a Roth IRA or a Roth account.
    DirectRoth,
    /// Paid to the participant, who rolls it over to a traditional IRA or a plan within 60 days.
    SixtyDayPretax,
    /// Paid to the participant, who rolls it over to a Roth IRA within 60 days.
    SixtyDayRoth,
    /// Paid to the participant, who keeps it.
    Kept,
}

/// A payment of a split distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payment {
    pub to: Destination,
    pub amount: Cents,
}

/// The split, and what of it is taxed now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// In the order of the payments.
    pub parts: Vec<Parts>,
    /// Pre-tax money that is kept or goes to Roth.
    pub taxable: Cents,
    /// Direct rollovers take more than the pre-tax money, so the participant must say, before they are made, which of
    /// them it goes to (Notice 2014-54, section III).
    pub participant_chooses: bool,
}

impl Parts {
    /// All of the money.
    pub fn total(&self) -> Cents {
        self.pretax + self.after_tax
    }
}

/// The parts of a distribution from an account, or from the separate account that a plan keeps for after-tax
/// contributions and their earnings (IRC 72(d)(2)): pro rata, after-tax rounded half up to the cent.
pub fn pro_rata(account: &Parts, distribution: Cents) -> Parts {
    let whole = i128::from(account.total().0).max(1);
    let share = Fraction::new(i128::from(distribution.0) * i128::from(account.after_tax.0), whole);
    let after_tax = Cents(share.rounded_half_up()).min(distribution);
    Parts { pretax: distribution - after_tax, after_tax }
}

/// All payments that are scheduled together are one distribution. Its pre-tax money goes to direct rollovers first, then
/// to 60-day rollovers, the rest is after-tax. Among direct rollovers, and among 60-day rollovers, it goes to those that
/// are not Roth first, in the order given: the choice of the participant that taxes least. `None` if the payments are
/// not the distribution.
pub fn split(distribution: &Parts, payments: &[Payment]) -> Option<Split> {
    let total: Cents = payments.iter().map(|payment| payment.amount).sum();
    if total != distribution.total() {
        return None;
    }
    let mut order: Vec<usize> = (0..payments.len()).collect();
    order.sort_by_key(|index| rank(payments[*index].to));
    let mut parts = vec![Parts::default(); payments.len()];
    let mut left = distribution.pretax;
    for index in order {
        let amount = payments[index].amount;
        let pretax = left.min(amount);
        parts[index] = Parts { pretax, after_tax: amount - pretax };
        left = left - pretax;
    }
    let taxed = payments.iter().zip(&parts).filter(|(payment, _)| is_taxed(payment.to));
    let taxable = taxed.map(|(_, parts)| parts.pretax).sum();
    let direct: Vec<Cents> = payments.iter().filter(|one| rank(one.to) <= 1).map(|one| one.amount).collect();
    let is_shared = direct.len() > 1 && distribution.pretax > Cents::ZERO;
    let participant_chooses = is_shared && direct.iter().copied().sum::<Cents>() > distribution.pretax;
    Some(Split { parts, taxable, participant_chooses })
}

/// A partial 60-day rollover of a Roth account's distribution: income goes first (26 CFR 1.402A-1, A-5(b)).
pub fn roth_sixty_day(distribution: &Parts, rolled_over: Cents) -> Parts {
    let pretax = rolled_over.min(distribution.pretax);
    Parts { pretax, after_tax: rolled_over - pretax }
}

/// What a conversion of after-tax money to Roth costs: its earnings are taxed, its contributions are not. In cents,
/// rounded half up.
pub fn conversion_tax(converted: &Parts, rate: Hundredths) -> Cents {
    Cents(converted.pretax.times(rate).rounded_half_up())
}

fn rank(to: Destination) -> u8 {
    match to {
        Destination::DirectPretax => 0,
        Destination::DirectRoth => 1,
        Destination::SixtyDayPretax => 2,
        Destination::SixtyDayRoth => 3,
        Destination::Kept => 4,
    }
}

fn is_taxed(to: Destination) -> bool {
    match to {
        Destination::DirectRoth | Destination::SixtyDayRoth | Destination::Kept => true,
        Destination::DirectPretax | Destination::SixtyDayPretax => false,
    }
}
