//! Pay above the limit of 401(a)(17) that was counted: told by employer money that the formula gives only on more pay.

use super::{Above, Check, Subject};
use crate::census::column::{DateField, Money};
use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::testing::results::limits::LimitTest;

/// Formulas applied payroll by payroll round as often as there are payrolls: a convention.
const ROUNDING: Cents = Cents::dollars(1);

impl Check<'_, '_> {
    pub(super) fn counted_pay(&mut self, subject: &Subject<'_>) {
        let capped = subject.person.pay;
        if subject.pay <= capped || subject.here.employer() <= Cents::ZERO {
            return;
        }
        let formulas = &self.terms.formulas;
        let row = subject.row;
        let money = |one: Money| Cents(row.money(one));
        let hired = row.date(DateField::Hire).map(|day| day.number());
        let years = hired.map(|hired| self.terms.days.last.saturating_sub(hired) / 10_000);
        let limit = self.terms.limits.elective_deferral.and_then(|(_, figure)| figure.ok());
        let after_tax =
            if formulas.matches_after_tax == Truth::No { Cents::ZERO } else { subject.here.after_tax };
        let matched = subject.here.elective + after_tax;
        let both = |on: &dyn Fn(Cents) -> Option<Cents>| Some([on(capped)?, on(subject.pay)?]);
        let matching = both(&|pay| formulas.matching(pay, matched, limit.unwrap_or(Cents::MOST), years));
        let found = [
            (money(Money::Match) + money(Money::SafeHarborMatch), matching, MATCH),
            (money(Money::Nonelective), both(&|pay| formulas.nonelective(pay, years)), NONELECTIVE),
            (
                money(Money::SafeHarborNonelective),
                both(&|pay| formulas.safe_harbor_nonelective(pay)),
                NONELECTIVE,
            ),
        ];
        for (amount, given, what) in found {
            let Some([on_capped, on_all]) = given else { continue };
            if amount > on_capped + ROUNDING && amount <= on_all + ROUNDING {
                let citation = "IRC 401(a)(17)(A)";
                let test = LimitTest::Compensation;
                self.fail(subject, Above { test, amount, limit: on_capped, what, citation });
            }
        }
    }
}

const MATCH: &str = "the match, and what the plan's formula gives on pay up to the limit";
const NONELECTIVE: &str =
    "the nonelective contribution, and what the plan's formula gives on pay up to the limit";
