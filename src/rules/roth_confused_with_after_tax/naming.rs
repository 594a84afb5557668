//! Whether a text calls after-tax contributions Roth.

const DENIALS: &[&str] =
    &["no", "non", "not", "nor", "never", "neither", "than", "except", "excluding", "without"];
const DESTINATIONS: &[&str] = &["conversion", "conversions", "rollover", "rollovers", "ira", "iras"];
/// Words that put Roth at a distance: what the money may become, or is told apart from.
const QUALIFIERS: &[&str] = &[
    "eligible",
    "become",
    "becomes",
    "becoming",
    "convert",
    "converts",
    "converted",
    "converting",
    "convertible",
    "distinguish",
    "distinguished",
    "distinct",
    "different",
    "opposed",
    "unlike",
    "versus",
    "vs",
    "before",
];

/// Is a text's `Roth` what the money is called? `None` where the text denies or qualifies it, but not clearly.
pub(super) fn calls_it_roth(text: &str) -> Option<bool> {
    let text = text.to_lowercase();
    let denies_anything = words(&text).iter().any(|word| DENIALS.contains(word));
    let clauses = text.split([',', ';', ':', '(', ')', '.']).map(words);
    let (mut found, mut qualified) = (false, false);
    for clause in clauses {
        for (at, _) in clause.iter().enumerate().filter(|(_, word)| **word == "roth") {
            let before = &clause[at.saturating_sub(4)..at];
            let denied = before.iter().rev().take_while(|word| !["but", "tax", "match"].contains(*word));
            let denied = denied.into_iter().any(|word| DENIALS.contains(word));
            if denied || is_destination(before, &clause[at + 1..]) {
                continue;
            }
            found = true;
            qualified |= before.ends_with(&["pre"])
                || before.ends_with(&["in", "plan"])
                || clause.iter().any(|word| QUALIFIERS.contains(word));
        }
    }
    if found && (denies_anything || qualified) { None } else { Some(found) }
}

/// Is it a Roth IRA, a Roth conversion or the like, where the money goes?
fn is_destination(before: &[&str], behind: &[&str]) -> bool {
    let next = behind.iter().find(|word| !["in", "plan"].contains(*word));
    before.last().is_some_and(|word| ["backdoor", "to"].contains(word))
        || next.is_some_and(|word| DESTINATIONS.contains(word))
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::calls_it_roth;

    #[test]
    fn a_plain_roth_is_a_name_and_a_qualified_one_is_asked_about() {
        for name in
            ["Roth contributions", "Roth 401(k)", "After-tax (Roth) contributions", "Pre-tax and Roth"]
        {
            assert_eq!(calls_it_roth(name), Some(true), "{name}");
        }
        for name in [
            "Roth-eligible after-tax contributions",
            "After-tax contributions that become Roth",
            "regular after-tax as distinguished from Roth",
            "After-tax (pre-Roth) contributions",
            "After-tax contributions converted in-plan, Roth-eligible",
            "After-tax for in-plan Roth",
        ] {
            assert_eq!(calls_it_roth(name), None, "{name}");
        }
        for name in ["Voluntary after-tax (non-Roth)", "After-tax for conversion to Roth", "After-tax"] {
            assert_eq!(calls_it_roth(name), Some(false), "{name}");
        }
    }
}
