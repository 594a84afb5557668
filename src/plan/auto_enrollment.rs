//! Automatic enrollment.

use std::fmt;

use crate::money::Percent;
use crate::syntax::phrase::amount::percent;
use crate::syntax::phrase::duration::Duration;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::{Parsed, Phrase, Text, word};

crate::section! {
    /// Automatic enrollment.
    AutoEnrollment "auto-enrollment" {
        /// The kind of automatic contribution arrangement.
        kind: Arrangement = "type", ask "Does the plan enroll employees automatically, and is it an ACA, an EACA or a QACA?";
        /// The share of pay that those who do not choose defer.
        percent: Percent = "percent", ask "At which share of pay are employees enrolled automatically?";
        /// How that share rises.
        escalation: Escalation = "escalation", ask "Does the automatic deferral rise each year, by how much and up to what?";
        /// How long automatic deferrals may be taken back (IRC 414(w)).
        withdrawal_window: Duration = "withdrawal-window", ask "Within how many days may automatic deferrals be withdrawn?";
        /// Who is enrolled.
        covers: Coverage = "covers", ask "Are all employees covered by automatic enrollment, or only new hires?";
        /// Whether the default is a uniform share of pay.
        uniform: Permission = "uniform", ask "Is the automatic deferral the same share of pay for everyone covered, but for years since enrollment, existing elections and legal limits?";
        /// Whether the yearly notice of the arrangement is given.
        notice: Permission = "notice", ask "Do covered employees get the yearly notice of the automatic contribution arrangement?";
    }
}

crate::choice! {
    /// The kinds of automatic contribution arrangement.
    Arrangement "an arrangement" {
        None = "none",
        Aca = "ACA",
        Eaca = "EACA",
        Qaca = "QACA",
    }
}

crate::choice! {
    /// Whom automatic enrollment covers.
    Coverage "whom it covers" {
        All = "all",
        NewHires = "new hires",
        WithoutElection = "those without election",
    }
}

/// `1% a year to 10%`, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escalation {
    None,
    Yearly { step: Percent, to: Percent },
}

impl Phrase for Escalation {
    const NAME: &'static str = "an escalation";
    const EXAMPLES: &'static [&'static str] = &["1% a year to 10%", "none"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        if let Ok((rest, ())) = word("none")(input) {
            return Ok((rest, Escalation::None));
        }
        let (rest, step) = percent(input)?;
        let (rest, ()) = word("a year to")(rest)?;
        let (rest, to) = percent(rest)?;
        Ok((rest, Escalation::Yearly { step, to }))
    }
}

impl fmt::Display for Escalation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Escalation::None => f.write_str("none"),
            Escalation::Yearly { step, to } => write!(f, "{step} a year to {to}"),
        }
    }
}
