//! Catch-up contributions (IRC 414(v)): more than the person's limit, and not Roth where they must be.

use super::{Above, Check, Subject};
use crate::census::column::{Column, DateField, Money};
use crate::money::exact::Cents;
use crate::nondiscrimination::catch_up::must_be_roth;
use crate::testing::results::limits::LimitTest;
use crate::testing::unanswered::Unanswered;

const ROTH_ONLY: &str = "IRC 414(v)(7)(A)";

impl Check<'_, '_> {
    pub(super) fn catch_up(&mut self, subject: &Subject<'_>) {
        let recorded = Cents(subject.row.money(Money::CatchUp));
        let above_limit = self.above_deferral_limit(subject);
        if recorded > Cents::ZERO && above_limit > Cents::ZERO {
            self.recorded(subject, recorded);
        }
        let used = subject.sorted.used();
        if used > Cents::ZERO || above_limit > Cents::ZERO {
            self.roth_only(subject, used);
        }
    }

    /// What payroll recorded as catch-up, of someone who is above the limit of 402(g): below it the word has no weight.
    fn recorded(&mut self, subject: &Subject<'_>, amount: Cents) {
        let Ok(limit) = self.catch_up_of(subject) else { return };
        if amount <= limit || self.is_roth_only(subject, &Ok(limit)) {
            return;
        }
        self.fail(
            subject,
            Above {
                test: LimitTest::CatchUp,
                amount,
                limit,
                what: "what payroll recorded as catch-up, for the person's age at the end of the year",
                citation: "IRC 414(v)(2)",
            },
        );
    }

    /// Designated Roth contributions of any part of the year count towards what must be Roth (26 CFR 1.414(v)-2(b)).
    /// What payroll recorded as catch-up without saying of which kind is taken to be Roth, where it had to be.
    fn roth_only(&mut self, subject: &Subject<'_>, used: Cents) {
        let Ok(wages_limit) = self.terms.limits.roth_catch_up_wages else { return };
        let roth = Cents(subject.row.money(Money::Roth)) + Cents(subject.row.money(Money::CatchUp));
        if !self.is_of_age(subject) || used > Cents::ZERO && roth >= used {
            return;
        }
        if !self.census.has(Column::PriorFicaWages) {
            self.unanswered.add(Unanswered::column(Column::PriorFicaWages));
            return;
        }
        if !must_be_roth(Cents(subject.row.money(Money::PriorFicaWages)), wages_limit) {
            return;
        }
        if used > Cents::ZERO {
            let what = "catch-up contributions, of which all had to be Roth: what is above the limit was made pre-tax";
            let above =
                Above { test: LimitTest::CatchUp, amount: used, limit: roth, what, citation: ROTH_ONLY };
            self.fail(subject, above);
            return;
        }
        let amount = self.above_deferral_limit(subject);
        let what = "deferrals above the limit of 402(g), of someone who may make catch-up contributions only as Roth, in a plan without them";
        let catch_up = self.catch_up_of(subject);
        if self.is_roth_only(subject, &catch_up) {
            let limit = Cents::ZERO;
            self.fail(subject, Above { test: LimitTest::CatchUp, amount, limit, what, citation: ROTH_ONLY });
        }
    }

    /// Is it for want of Roth that a person has no catch-up limit?
    pub(super) fn is_roth_only(&self, subject: &Subject<'_>, catch_up: &Result<Cents, Unanswered>) -> bool {
        let Ok(wages_limit) = self.terms.limits.roth_catch_up_wages else { return false };
        let wages = Cents(subject.row.money(Money::PriorFicaWages));
        *catch_up == Ok(Cents::ZERO)
            && self.terms.catch_up.is_yes()
            && self.is_of_age(subject)
            && must_be_roth(wages, wages_limit)
    }

    fn is_of_age(&self, subject: &Subject<'_>) -> bool {
        let born = subject.row.date(DateField::Birth);
        born.is_some_and(|born| self.terms.days.last / 10_000 >= born.number() / 10_000 + 50)
    }

    fn above_deferral_limit(&self, subject: &Subject<'_>) -> Cents {
        match self.terms.limits.elective_deferral {
            Some((_, Ok(limit))) => subject.all.elective.less(limit),
            Some((_, Err(_))) | None => Cents::ZERO,
        }
    }
}
