//! Whether elective deferrals of a kind are allowed, and between which shares of pay.

use std::fmt;

use super::amount::percent;
use super::permission::Permission;
use super::{Parsed, Phrase, Text, word};
use crate::money::Percent;

/// A permission, or a range of pay that implies `yes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Deferral {
    pub allowed: Permission,
    /// The least share of pay that may be elected.
    pub least: Option<Percent>,
    /// The largest share of pay that may be elected.
    pub most: Option<Percent>,
}

impl Phrase for Deferral {
    const NAME: &'static str = "a permission or a range of pay";
    const EXAMPLES: &'static [&'static str] =
        &["yes", "no", "formerly", "1% to 75% of pay", "up to 75% of pay"];
    const WORDS: &'static [&'static str] = &["yes", "no", "formerly", "unknown"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        if let Ok((rest, ())) = word("up to")(input) {
            let (rest, most) = share(rest)?;
            let (rest, ()) = word("of pay")(rest)?;
            return Ok((rest, Self { allowed: Permission::Yes, least: None, most: Some(most) }));
        }
        if let Ok((rest, least)) = share(input) {
            let (rest, ()) = word("to")(rest)?;
            let high = rest;
            let (rest, most) = share(rest)?;
            let (behind, ()) = word("of pay")(rest)?;
            if most < least {
                let problem = format!("the range from {least} to {most} is empty");
                return high.refused(rest, problem, "Put the smaller share first.");
            }
            return Ok((behind, Self { allowed: Permission::Yes, least: Some(least), most: Some(most) }));
        }
        let (rest, allowed) = Permission::parse(input)?;
        Ok((rest, Self { allowed, least: None, most: None }))
    }
}

/// A percentage of at most all pay.
fn share(input: Text<'_>) -> Parsed<'_, Percent> {
    let (rest, share) = percent(input)?;
    if share > Percent::HUNDRED {
        return input.refused(rest, format!("{share} is more than all pay"), "Write at most `100%`.");
    }
    Ok((rest, share))
}

impl fmt::Display for Deferral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (Some(least), Some(most)) => write!(f, "{least} to {most} of pay"),
            (None, Some(most)) => write!(f, "up to {most} of pay"),
            (Some(_) | None, None) => write!(f, "{}", self.allowed),
        }
    }
}
