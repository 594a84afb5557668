//! What the law asks of safe harbor designs.

use super::{Condition, STILL_TESTED, condition};
use crate::proposals::design::Design;

/// The conditions of a design.
pub fn conditions(design: Design) -> Vec<Condition> {
    let of_match = condition(
        "Adopted before the plan year begins, for all of it, with a notice 30 to 90 days before.",
        "26 CFR 1.401(k)-3(d)(3), (e)(1)",
    );
    let own = match design {
        Design::Basic => condition(
            "100% vested, without a condition of hours or of the last day.",
            "IRC 401(k)(12)(B), (E)",
        ),
        Design::Enhanced => condition(
            "At no rate less than the basic match, and never rising; 100% vested.",
            "IRC 401(k)(12)(B)(iii)",
        ),
        Design::QacaMatch => condition(
            "Automatic enrollment of all who made no choice, at 3% at least, rising to 6%.",
            "IRC 401(k)(13)(C)-(D)",
        ),
        Design::Nonelective3 => condition(
            "Adopted before the 30th day before the end of the plan year; not if the plan had a safe harbor match in the year.",
            "IRC 401(k)(12)(F)",
        ),
        Design::Nonelective4 => condition(
            "Adopted by the end of the next plan year, with 4% of pay; not if the plan had a safe harbor match in the year.",
            "IRC 401(k)(12)(F)(iii)",
        ),
    };
    let mut found = vec![own, STILL_TESTED];
    if design.is_match() {
        found.insert(0, of_match);
    }
    found
}
