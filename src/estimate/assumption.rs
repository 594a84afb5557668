//! What an estimate takes as given, each said once in the report.

use std::fmt;

use crate::money::exact::Hundredths;
use crate::nondiscrimination::excludable::Structure;

use super::lever::short;

/// One assumption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assumption {
    /// The people are groups of the spec.
    Groups,
    /// Deferral rates of a group lie evenly between these.
    Spread { group: String, from: Hundredths, to: Hundredths },
    /// People of a group who would defer more than 402(g) or the plan lets them.
    HeldBack { group: String, people: u32 },
    /// People whose after-tax contributions are cut to the limits.
    AfterTaxCut { people: u32 },
    /// People who come to 402(g) and of whom it is not known whether they may make catch-up contributions.
    WithoutCatchUp { people: u32 },
    /// Whom the groups leave out, because they are tested apart.
    TestedApart(Structure),
    /// A census without nonelective contributions, of a plan that has some.
    NoNonelective,
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
    /// The match of a projection is that of the formula on the year.
    MatchOnYear,
    /// The match of a projection moves with deferrals.
    MatchMoves,
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
            Assumption::Spread { group, from, to } if from == to => {
                write!(f, "Those of `{group}` who defer all defer {} of pay.", short(*from))
            }
            Assumption::Spread { group, from, to } => {
                let [from, to] = [short(*from), short(*to)];
                write!(
                    f,
                    "Those of `{group}` who defer lie evenly between {from} and {to} of pay: the spread is taken to both sides of the average, which is kept. Those who defer most are the first to contribute after tax."
                )
            }
            Assumption::NoSpread { group } => write!(
                f,
                "`workforce.{group}.deferral-spread` is not stated: the tests are run with everyone at the average and with rates as far apart as the average allows, the highly compensated and the others each in both ways. Shown is what leaves the least room; where one way passes and another fails, the result is unknown."
            ),
            Assumption::HeldBack { group, people } => write!(
                f,
                "{people} of `{group}` would defer more than 402(g) or the plan lets them and {} at that limit: the average is lower than stated. Ages are not told, so that nobody makes catch-up contributions; neither test counts them.",
                if *people == 1 { "stops" } else { "stop" }
            ),
            Assumption::AfterTaxCut { people: 1 } => f.write_str(
                "The after-tax contribution of 1 person is cut to what the plan's own limits, 415(c) and the pay that is left allow.",
            ),
            Assumption::AfterTaxCut { people } => write!(
                f,
                "The after-tax contributions of {people} people are cut to what the plan's own limits, 415(c) and the pay that is left allow."
            ),
            Assumption::WithoutCatchUp { people } => write!(
                f,
                "Catch-up contributions are not known of {people} who would defer more than the limit of 402(g) (birth date, wages of the year before, or the plan): none are taken. They are in neither test; a match on them would be."
            ),
            Assumption::TestedApart(Structure::Separate) => f.write_str(
                "Everyone in `workforce` is taken to be 21 and to have a year of service. The plan tests the others apart (`testing.otherwise-excludable`): that test is not estimated.",
            ),
            Assumption::TestedApart(Structure::EarlyParticipation | Structure::Together) => f.write_str(
                "All of the others in `workforce` are taken to be 21 and to have a year of service: those who are not are left out of the tests (`testing.otherwise-excludable`).",
            ),
            Assumption::NoNonelective => f.write_str(
                "The census has no nonelective contributions and the plan may make some: none are taken to follow. What is contributed later takes room under 415(c).",
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
                "The census goes through {through}, {days} of {of} days of the plan year: pay and contributions go on at the same pace for those who are still employed, deferrals stop at the limit of 402(g) with catch-up, and whoever has left stays as is."
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
            Assumption::MatchOnYear => f.write_str(
                "The match is computed on the year or trued up to it: it is what the formula gives on the whole year.",
            ),
            Assumption::MatchMoves => f.write_str(
                "The match moves with deferrals and ends with them; one that is trued up after the year would be more.",
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
