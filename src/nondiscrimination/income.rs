//! The income that goes back with an excess: of the plan year only, no gap period since 2008 (26 CFR
//! 1.401(k)-2(b)(2)(iv), 1.401(m)-2(b)(2)(iv)).

use crate::money::exact::{Cents, Fraction};

/// An account, or the part of it that holds the contributions in question, over the plan year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    pub opening_balance: Cents,
    pub contributions: Cents,
    /// Negative where the year was one of losses: then the excess goes back reduced.
    pub income: Cents,
}

/// The alternative method of the regulations: `income x excess / (opening balance + contributions)`, rounded half up to
/// the cent. An empty account has no income.
pub fn allocable_income(excess: Cents, account: &Account) -> Cents {
    let base = i128::from((account.opening_balance + account.contributions).0);
    if base <= 0 {
        return Cents::ZERO;
    }
    Cents(Fraction::new(i128::from(account.income.0) * i128::from(excess.0), base).rounded_half_up())
}
