//! The judgement that the rules on safe harbor match share: at every rate at least the least match, at a ratio that never
//! rises (26 CFR 1.401(k)-3(c)(2)-(3), (k)(2)).

mod reach;

use super::Facts;
use super::safe_harbor::as_formula;
use crate::finding::{Finding, Severity};
use crate::law::limits::Limit;
use crate::money::{Percent, Usd};
use crate::nondiscrimination::safe_harbor::Band;
use crate::room::match_rates::{Gap, Rise, Terms, depends_on_pay, first_rise, service_rows, widest_below};
use crate::room::year_limits::amount;
use crate::rules::{Judgement, Outcome, Rule};
use crate::syntax::phrase::match_formula::MatchFormula;
use reach::out_of_reach;

/// What a safe harbor match must reach.
#[derive(Debug, Clone, Copy)]
pub struct Least {
    pub bands: &'static [Band],
    /// `the basic match, 100% of the first 3% of pay and 50% of the next 2%`.
    pub name: &'static str,
    pub section: &'static str,
    pub help: &'static str,
}

/// Is the plan's formula a safe harbor match? In a table by service every row has to be.
pub fn judge(rule: &Rule, facts: &Facts<'_>, least: Least) -> Judgement {
    let election = &facts.plan.matching.formula;
    let formula = election.known()?;
    if *formula == MatchFormula::Discretionary {
        let message = format!(
            "The employer decides this match year by year, but a safe harbor match is fixed by the plan's terms, at no less than {} \
             ({}).",
            least.name, least.section
        );
        return Outcome::fail(rule.finding(election, message, "discretionary").help(least.help));
    }
    let formulas = [formula];
    // Where the year's limits are not published, `year-not-published` says so.
    let Some(bounds) = facts.match_bounds(&formulas) else { return Ok(Outcome::NotApplicable) };
    let needed = as_formula(least.bands);
    let rows = service_rows(&formulas);
    let terms = |years_of_service| Terms { formulas: &formulas, years_of_service };
    let other = Terms { formulas: &[&needed], years_of_service: 0 };
    let below = rows.iter().find_map(|years| widest_below(terms(*years), other, bounds));
    let finding = match below {
        Some(gap) => falls_short(rule, facts, least, gap),
        None => match rows.iter().find_map(|years| first_rise(terms(*years), bounds)) {
            Some(rise) => rising(rule, facts, least, rise),
            None => {
                return out_of_reach(rule, facts, formula, bounds).map_or(Ok(Outcome::Pass), Outcome::fail);
            }
        },
    };
    Outcome::fail(finding.help(least.help))
}

fn falls_short(rule: &Rule, facts: &Facts<'_>, least: Least, gap: Gap) -> Finding {
    let election = &facts.plan.matching.formula;
    let gives = share(gap.gives, gap.pay);
    let message = format!(
        "At contributions of {}{} the match gives {gives} of pay, less than the {} of {} ({}): it is no safe harbor for {}.",
        share_of_pay(gap.contribution, gap.pay),
        for_pay(facts, gap.pay),
        share(gap.compared, gap.pay),
        least.name,
        least.section,
        facts.plan.year,
    );
    let finding = rule.finding(election, message, format!("{gives} of pay there"));
    // Someone with more pay than that is mostly highly compensated, to whom nothing is owed.
    let threshold = amount(facts.plan, facts.law, Limit::HceLookbackPay).ok();
    let is_rare = depends_on_pay_of(facts) && threshold.is_some_and(|threshold| gap.pay > threshold);
    if is_rare { finding.severity(Severity::Warning) } else { finding }
}

fn rising(rule: &Rule, facts: &Facts<'_>, least: Least, rise: Rise) -> Finding {
    let message = format!(
        "The match rises with contributions{}: {}. The ratio of a safe harbor match may not rise as contributions rise ({}).",
        for_pay(facts, rise.pay),
        rise_in_words(&rise),
        least.section,
    );
    rule.finding(&facts.plan.matching.formula, message, "its rate rises")
}

/// `it is 50% of contributions of 3% of pay, and 70% of contributions of 5%`.
pub fn rise_in_words(rise: &Rise) -> String {
    let one = |(contribution, ratio): (Usd, Percent)| {
        format!("{} of contributions of {}", ratio.round_to_hundredth(), share_of_pay(contribution, rise.pay))
    };
    format!("it is {}, and {}", one(rise.from), one(rise.to))
}

/// An amount as a share of pay: `3.5%`.
pub fn share(amount: Usd, pay: Usd) -> Percent {
    amount.percent_of(pay).unwrap_or(Percent::ZERO).round_to_hundredth()
}

/// `3% of pay`, or in dollars what is no hundredth of a percent of it. Where a step begins, the place before it is one cent
/// less, and `just under 3% of pay`.
pub fn share_of_pay(amount: Usd, pay: Usd) -> String {
    let share = share(amount, pay);
    if share.is_zero() && !amount.is_zero() {
        amount.to_string()
    } else if amount + Usd::cents(1) == share.of(pay) {
        format!("just under {share} of pay")
    } else {
        format!("{share} of pay")
    }
}

/// ` by someone with pay of $150,000`, where the plan's formula depends on it.
pub fn for_pay(facts: &Facts<'_>, pay: Usd) -> String {
    if depends_on_pay_of(facts) { format!(" by someone with pay of {pay}") } else { String::new() }
}

fn depends_on_pay_of(facts: &Facts<'_>) -> bool {
    facts.match_formulas().is_ok_and(|formulas| depends_on_pay(&formulas))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_before_a_step_is_not_taken_for_the_step() {
        let pay = Usd::dollars(100_000);
        assert_eq!(share_of_pay(Usd::dollars(4_000), pay), "4% of pay");
        assert_eq!(share_of_pay(Usd::cents(399_999), pay), "just under 4% of pay");
        assert_eq!(share_of_pay(Usd::cents(1), pay), "$0.01");
    }
}
