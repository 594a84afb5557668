//! What an estimate takes as given, each said once in the report.

use std::fmt;

use crate::money::exact::Hundredths;

use super::lever::short;

/// One assumption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assumption {
    /// The people are groups of the spec.
    Groups,
    /// Deferral rates of a group lie evenly between these.
    Spread { group: String, from: Hundredths, to: Hundredths },
    /// A group whose spread is not stated.
    NoSpread { group: String },
    /// Everyone in a group is paid the average.
    PayAlike,
    /// Whoever is in a group is in the tests all year.
    AllYear,
    /// Nonelective contributions whose amount the spec does not tell are taken as none.
    NonelectiveNone,
    /// A census as it stands.
    Today,
    /// Last year's people under this year's plan.
    AsIf,
    /// A part of a year, to its end.
    Projected { through: String, days: u32, of: u32 },
    /// Pay rises by this much.
    PayGrowth(Hundredths),
    /// Match that is computed by the formula.
    MatchByFormula,
    /// A census without a match, of a plan that has one.
    MatchFilled,
    /// In which order people adopt.
    Order { seed: u64 },
    /// How an after-tax contribution comes about.
    AfterTaxAmount,
    /// Someone who begins to defer does so at this rate.
    NewDeferrers(Hundredths),
}

impl fmt::Display for Assumption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Assumption::Groups => f.write_str(
                "The people are the groups of `workforce`: shares of a group are rounded half up to whole people.",
            ),
            Assumption::Spread { group, from, to } => {
                let [from, to] = [short(*from), short(*to)];
                write!(
                    f,
                    "Those of `{group}` who defer lie evenly between {from} and {to} of pay: the spread is taken to both sides of the average, which is kept."
                )
            }
            Assumption::NoSpread { group } => write!(
                f,
                "`workforce.{group}.deferral-spread` is not stated: the test is run with everyone at the average and with rates as far apart as the average allows; where the two differ, the result is unknown."
            ),
            Assumption::PayAlike => f.write_str("Everyone in a group has its average pay."),
            Assumption::AllYear => f.write_str(
                "Whoever is counted in a group is eligible for every contribution, all year, and meets the conditions of the match.",
            ),
            Assumption::NonelectiveNone => {
                f.write_str("Nonelective contributions whose amount the spec does not tell are taken as none.")
            }
            Assumption::Today => {
                f.write_str("The census is taken as it stands, as if the plan year ended with its last row.")
            }
            Assumption::AsIf => f.write_str(
                "The census is of the year before: its people, pay and contributions stand for this year, its pay is the look-back pay, and the match is that of this year's formula.",
            ),
            Assumption::Projected { through, days, of } => write!(
                f,
                "The census goes through {through}, {days} of {of} days of the plan year: pay and contributions go on at the same pace for those who are still employed, deferrals stop at the limit of 402(g) with catch-up, and whoever has left stays as is. The match moves with deferrals."
            ),
            Assumption::PayGrowth(growth) => {
                write!(f, "Pay grows by {}.", short(*growth))
            }
            Assumption::MatchByFormula => {
                f.write_str("Where deferrals change, the match is what the plan's formula gives on the year.")
            }
            Assumption::MatchFilled => f.write_str(
                "The census has no match and the plan has one: it is taken to be what the formula gives on the year.",
            ),
            Assumption::Order { seed } => write!(
                f,
                "Who contributes is decided by seed {seed}: those who contribute now come first, the others in an order made from their keys and the seed. Whoever contributes at one share does so at every greater one."
            ),
            Assumption::AfterTaxAmount => f.write_str(
                "An after-tax contribution is the stated share of pay up to the limit of 401(a)(17), and at most what the plan's own limits, 415(c) and the pay that is left allow.",
            ),
            Assumption::NewDeferrers(rate) => write!(
                f,
                "Whoever begins to defer does so at {} of pay, the average of those who defer now.",
                short(*rate)
            ),
        }
    }
}
