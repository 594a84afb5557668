//! The judgement that the rules on nonelective safe harbors share: at least 3% of pay for everyone.

use super::Facts;
use crate::finding::Finding;
use crate::lower::Missing;
use crate::money::Percent;
use crate::rules::{Judgement, Outcome, Rule};
use crate::syntax::phrase::nonelective::Nonelective;

/// Does the plan give at least 3% of pay?
pub fn judge(rule: &Rule, facts: &Facts<'_>, section: &str) -> Judgement {
    let (stated, formula) = (&facts.plan.safe_harbor.percent, &facts.plan.nonelective.formula);
    let least = Percent::whole(3);
    let help = "Give at least 3% of pay to everyone who is eligible, whether they defer or not, and state it in \
                `nonelective.formula` or `safe-harbor.percent`.";
    let fail = |finding: Finding| Outcome::fail(finding.help(help));
    if stated.is_written() {
        let share = *stated.known()?;
        if share >= least {
            return Ok(Outcome::Pass);
        }
        return fail(rule.finding(
            stated,
            falls_short(facts, &format!("{share} of pay"), section),
            "below 3%",
        ));
    }
    let given = formula.known()?;
    match is_enough(given, least) {
        Some(true) => Ok(Outcome::Pass),
        Some(false) => {
            let message = falls_short(facts, &format!("`{given}`"), section);
            let finding = rule.finding(formula, message, "below 3% of pay");
            fail(finding.related(facts.plan.safe_harbor.kind.span(), "promises 3% of pay"))
        }
        // It speaks of other money, which the employer decides or spreads by classes.
        None => Err(Missing { elections: vec![stated.path.clone()] }),
    }
}

/// Does a definite formula give everyone that share of pay? A dollar amount does not: it is less of higher pay.
fn is_enough(formula: &Nonelective, least: Percent) -> Option<bool> {
    match formula {
        Nonelective::OfPay(share) => Some(*share >= least),
        Nonelective::None | Nonelective::Dollars(_) => Some(false),
        Nonelective::ByService(rows) => {
            let rows: Option<Vec<bool>> = rows.iter().map(|(_, row)| is_enough(row, least)).collect();
            rows.map(|rows| rows.iter().all(|enough| *enough))
        }
        Nonelective::Discretionary
        | Nonelective::DiscretionaryProRata
        | Nonelective::NewComparability
        | Nonelective::Integrated => None,
    }
}

fn falls_short(facts: &Facts<'_>, given: &str, section: &str) -> String {
    format!(
        "The safe harbor contribution for {} is {given}, but a nonelective safe harbor gives every eligible employee who is not \
         highly compensated at least 3% of pay ({section}).",
        facts.plan.year,
    )
}
