//! The limit on elective deferrals: 402(g) with 401(a)(30), or what stands in its place for the type of plan.

use super::{Above, Check, Subject};
use crate::census::column::DateField;
use crate::law::limits::Limit;
use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::nondiscrimination::excess_deferral::excess_deferral;
use crate::nondiscrimination::limits_403b::FifteenYears;
use crate::nondiscrimination::limits_457b::{self, Retirement};
use crate::plan::PlanType;
use crate::testing::people::catch_up::catch_up;
use crate::testing::results::limits::{LimitTest, Reduction, Source};
use crate::testing::terms::unpublished;
use crate::testing::unanswered::Unanswered;

/// What of the excess may be lawful for all that is known.
struct Perhaps {
    most: Cents,
    missing: Unanswered,
}

impl Check<'_, '_> {
    pub(super) fn deferrals(&mut self, subject: &Subject<'_>) {
        let Some((kind, figure)) = self.terms.limits.elective_deferral else { return };
        let amount = counted(kind, subject);
        let limit = match figure {
            Ok(limit) if kind == Limit::Deferral457b => basic_457b(limit, subject),
            Ok(limit) => limit,
            Err(figure) => {
                if amount > Cents::ZERO {
                    self.unanswered.add(unpublished(figure));
                }
                return;
            }
        };
        if amount <= limit {
            return;
        }
        let catch_up = self.catch_up_of(subject);
        let known = catch_up.as_ref().copied().unwrap_or(Cents::ZERO);
        if excess_deferral(amount, limit, known) == Cents::ZERO || self.is_roth_only(subject, &catch_up) {
            return;
        }
        let perhaps = self.perhaps(kind, subject, catch_up.err());
        let above = |limit| Above { amount, limit, ..above(kind) };
        if amount <= limit + known + perhaps.most {
            self.unknown(subject, above(limit + known), perhaps.missing);
        } else {
            let excess = excess_deferral(amount, limit, known + perhaps.most);
            let finding = self.fail(subject, above(limit + known + perhaps.most));
            let deferrals = Reduction { source: Source::ElectiveDeferrals, amount: subject.here.elective };
            finding.order = super::reductions(excess, &[deferrals]);
        }
    }

    /// The catch-up limit of a person in this type of plan. A 457(b) plan of a tax-exempt employer has none (IRC
    /// 414(v)(6)(A)(iii)).
    pub(super) fn catch_up_of(&self, subject: &Subject<'_>) -> Result<Cents, Unanswered> {
        if self.terms.plan_type == Some(PlanType::TaxExempt457b) {
            return Ok(Cents::ZERO);
        }
        catch_up(self.terms, self.census, subject.row)
    }

    /// What else could be lawful, and what decides.
    fn perhaps(&self, kind: Limit, subject: &Subject<'_>, missing: Option<Unanswered>) -> Perhaps {
        let limits = &self.terms.limits;
        let mut perhaps = Perhaps { most: Cents::ZERO, missing: Unanswered::default() };
        if let Some(missing) = missing {
            let most = limits.catch_up.unwrap_or(Cents::MOST);
            perhaps.most = most.max(limits.catch_up_60_to_63.unwrap_or(Cents::MOST));
            perhaps.missing.add(missing);
        }
        if !self.terms.year.is_calendar() {
            perhaps.most = Cents::MOST;
            perhaps.missing.add(Unanswered::other(
                "the limit is one of the calendar year, and this plan year lies in two",
            ));
        }
        if limits.simple_110_more > Cents::ZERO {
            perhaps.most = (perhaps.most + limits.simple_110_more).min(Cents::MOST);
            perhaps.missing.add(Unanswered::other(
                "an employer with at most 25 employees, or one that contributes more, has limits of 110%: the plan spec does not tell which hold",
            ));
        }
        let special = &self.terms.special_catch_up;
        let more = if *special == Truth::No {
            Cents::ZERO
        } else if kind == Limit::Deferral457b {
            // At most twice the amount in the last three years (IRC 457(b)(3)(A)).
            limits.elective_deferral.and_then(|(_, figure)| figure.ok()).unwrap_or_default()
        } else {
            self.fifteen_years(subject)
        };
        if more > Cents::ZERO {
            perhaps.most = (perhaps.most + more).min(Cents::MOST);
            perhaps.missing.add(match special {
                Truth::Unknown(missing) => missing.clone().into(),
                Truth::Yes | Truth::No => Unanswered::other(
                    "the special catch-up hangs on what was contributed in earlier years, which a census does not tell",
                ),
            });
        }
        perhaps
    }

    /// The most that the 15-year catch-up could come to (IRC 402(g)(7)).
    fn fifteen_years(&self, subject: &Subject<'_>) -> Cents {
        let hired = subject.row.date(DateField::Hire).map_or(0, |day| day.number());
        let years_of_service = self.terms.days.last.saturating_sub(hired) / 10_000;
        let nothing_used =
            FifteenYears { years_of_service, prior_deferrals: Cents::ZERO, prior_special: Cents::ZERO };
        nothing_used.special().limit
    }
}

/// In a 457(b) employer money counts with the deferrals (26 CFR 1.457-2(b)).
fn counted(kind: Limit, subject: &Subject<'_>) -> Cents {
    if kind == Limit::Deferral457b {
        subject.all.elective + subject.all.employer()
    } else {
        subject.all.elective
    }
}

fn basic_457b(dollar: Cents, subject: &Subject<'_>) -> Cents {
    limits_457b::basic(&limits_457b::Limits {
        dollar,
        includible_compensation: subject.pay,
        age_50: Cents::ZERO,
        unused: Cents::ZERO,
        retirement: Retirement::OtherYear,
    })
}

fn above(kind: Limit) -> Above {
    let (test, what, citation) = if kind == Limit::Deferral457b {
        (
            LimitTest::DeferredCompensation,
            "deferrals and employer money, with the catch-up limit on top of the limit",
            "IRC 457(b)(2), (e)(15)",
        )
    } else if kind == Limit::SimpleDeferral {
        (
            LimitTest::SimpleDeferrals,
            "elective deferrals, with the catch-up limit on top of the limit",
            "IRC 408(p)(2)(E), 401(k)(11)(B)(i)(I)",
        )
    } else if kind == Limit::StarterDeferral {
        (
            LimitTest::StarterDeferrals,
            "elective deferrals, with the catch-up limit on top of the limit",
            "IRC 401(k)(16)(B)(i)",
        )
    } else {
        (
            LimitTest::ElectiveDeferrals,
            "elective deferrals to all plans of the employer in the census, with the catch-up limit on top of the limit",
            "IRC 402(g)(1), 401(a)(30)",
        )
    };
    Above { test, amount: Cents::ZERO, limit: Cents::ZERO, what, citation }
}
