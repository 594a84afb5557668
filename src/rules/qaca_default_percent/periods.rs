//! The shares of pay that a QACA has to have in its first period and after it.

use crate::law::provisions::Provision;
use crate::money::Percent;
use crate::plan::auto_enrollment::Escalation;
use crate::rules::Facts;

/// What is wrong with the share of the first period, which lasts to the end of the plan year after the one of enrollment.
pub(super) fn first_period(first: Percent) -> Option<(String, &'static str)> {
    let (bound, label) = if first < Percent::whole(3) {
        ("less than the 3%", "below 3%")
    } else if first > Percent::whole(10) {
        ("more than the 10%", "above 10%")
    } else {
        return None;
    };
    let message = format!(
        "Employees are enrolled at {first} of pay, {bound} that bound the automatic deferral of a QACA in its first period (IRC \
         401(k)(13)(C)(iii))."
    );
    Some((message, label))
}

pub(super) fn later_periods(
    facts: &Facts<'_>,
    first: Percent,
    escalation: Escalation,
) -> Option<(String, &'static str)> {
    let (step, to) = match escalation {
        Escalation::None => (Percent::ZERO, first),
        Escalation::Yearly { step, to } => (step, to),
    };
    let mut reached = first;
    for least in [4, 5, 6].map(Percent::whole) {
        reached = (reached + step).min(to).max(reached.min(to));
        if reached < least {
            let message = format!(
                "The automatic deferral is {reached} of pay where a QACA must have reached {least}: 3% in the first period, then \
                 4%, 5% and 6% in the plan years after it (IRC 401(k)(13)(C)(iii))."
            );
            return Some((message, "rises too little"));
        }
    }
    let since_2020 = facts.law.in_force(Provision::QacaDefaultUpTo15Percent, facts.plan.year.first_day());
    let most = Percent::whole(if since_2020 { 15 } else { 10 });
    (to > most && !step.is_zero()).then(|| {
        let message = format!(
            "The automatic deferral rises to {to} of pay, above the {most} that a QACA may reach in {} (IRC \
             401(k)(13)(C)(iii)).",
            facts.plan.year
        );
        (message, "rises too far")
    })
}
