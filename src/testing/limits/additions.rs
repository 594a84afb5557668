//! The limit on annual additions (IRC 415(c)), and what goes back first.

use super::{Above, Check, Subject, reductions};
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::annual_additions::{AnnualAdditions, excess, limit};
use crate::plan::PlanType;
use crate::room::year_limits::counts_annual_additions;
use crate::testing::results::limits::{LimitTest, Reduction, Source};
use crate::testing::terms::unpublished;
use crate::testing::unanswered::Unanswered;

impl Check<'_, '_> {
    pub(super) fn annual_additions(&mut self, subject: &Subject<'_>) {
        if self.terms.plan_type.is_some_and(|plan_type| !counts_annual_additions(plan_type)) {
            return;
        }
        let dollars = match self.terms.limits.annual_additions {
            Ok(dollars) => dollars,
            Err(figure) => return self.unanswered.add(unpublished(figure)),
        };
        let additions = self.additions(subject);
        let most = self.most(subject, dollars);
        let above = excess(&additions, most);
        if above == Cents::ZERO {
            return;
        }
        let kept = self.kept_as_catch_up(subject, above);
        let kept_for_certain = kept.as_ref().copied().unwrap_or_default();
        if kept_for_certain >= above {
            return;
        }
        let is_sep = self.terms.plan_type == Some(PlanType::Sep);
        let found = Above {
            test: if is_sep { LimitTest::SimplifiedPension } else { LimitTest::AnnualAdditions },
            amount: additions.total() - kept_for_certain,
            limit: most,
            what: if is_sep {
                "contributions, and the lesser of the dollar limit and 25% of pay"
            } else {
                "deferrals without catch-up contributions, after-tax contributions and all employer money, and the lesser of the dollar limit and the pay"
            },
            citation: if is_sep { "IRC 402(h)(2)" } else { "IRC 415(c)(1)" },
        };
        match self.missing_for_additions(subject, &additions, dollars, kept.err()) {
            Some(missing) => {
                self.unknown(subject, found, missing);
            }
            None => self.fail(subject, found).order = order(subject, above.less(kept_for_certain)),
        }
    }

    /// Excess deferrals are taken to be distributed by April 15: they are no annual additions then (26 CFR
    /// 1.415(c)-1(b)(2)(ii)(D)).
    fn additions(&self, subject: &Subject<'_>) -> AnnualAdditions {
        let elective = match self.terms.limits.elective_deferral {
            Some((_, Ok(limit))) => subject.sorted.counted.min(limit),
            Some((_, Err(_))) | None => subject.sorted.counted,
        };
        AnnualAdditions {
            elective,
            after_tax: subject.all.after_tax,
            employer: subject.all.employer(),
            // They are in the employer money already.
            forfeitures: Cents::ZERO,
        }
    }

    /// Of a SEP 25% of capped pay instead of all pay (IRC 402(h)(2)(A)).
    fn most(&self, subject: &Subject<'_>, dollars: Cents) -> Cents {
        if self.terms.plan_type == Some(PlanType::Sep) {
            let share = subject.person.pay.times(Hundredths::percent(25)).rounded_half_up();
            limit(dollars, Cents(share))
        } else {
            limit(dollars, subject.pay)
        }
    }

    /// Deferrals above the limit are catch-up contributions so far as the catch-up limit is not used (IRC
    /// 414(v)(3)(A); 26 CFR 1.414(v)-1(b)(1)(i)); so is what a failed ADP test left in the plan as such.
    fn kept_as_catch_up(&self, subject: &Subject<'_>, above: Cents) -> Result<Cents, Unanswered> {
        let limit = self.catch_up_of(subject)?;
        let left = limit.less(subject.sorted.used());
        Ok(left.min(above).min(subject.sorted.counted))
    }

    /// What could make the excess a lawful one.
    fn missing_for_additions(
        &self,
        subject: &Subject<'_>,
        additions: &AnnualAdditions,
        dollars: Cents,
        catch_up: Option<Unanswered>,
    ) -> Option<Unanswered> {
        let limits = &self.terms.limits;
        if let Some(missing) = catch_up {
            let most = limits.catch_up_60_to_63.unwrap_or(Cents::MOST).min(subject.sorted.counted);
            if excess(additions, self.most(subject, dollars)) <= most {
                return Some(missing);
            }
        }
        if let Err(missing) = &self.terms.limitation_year {
            return Some(missing.clone());
        }
        // The pay from all employers of the group counts: of another plan's row a census tells it only there.
        let is_within_dollars = additions.total() <= dollars;
        (is_within_dollars && subject.all != subject.here).then(|| {
            Unanswered::other(
                "the pay that goes with the contributions to the other plans of the employer counts too",
            )
        })
    }
}

/// Unmatched after-tax contributions first, then unmatched deferrals, then what is matched with its match (Rev. Proc.
/// 2021-30, 6.06(2)). A census does not tell which are matched.
fn order(subject: &Subject<'_>, excess: Cents) -> Vec<Reduction> {
    let here = &subject.here;
    let of = |source, amount| Reduction { source, amount };
    reductions(
        excess,
        &[
            of(Source::AfterTax, here.after_tax),
            of(Source::ElectiveDeferrals, here.elective.less(subject.sorted.used())),
            of(Source::Match, here.matching + here.qmac),
            of(Source::OtherEmployer, here.qnec + here.other_employer),
        ],
    )
}
