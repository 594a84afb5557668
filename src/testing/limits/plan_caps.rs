//! The limits that the plan sets itself.

use super::{Above, Check, Subject, reductions};
use crate::census::column::{Column, Money};
use crate::finding::ElectionPath;
use crate::lower::{Missing, Truth};
use crate::money::exact::Cents;
use crate::testing::results::limits::{LimitTest, Reduction, Source};
use crate::testing::terms::{Cap, PayCap, PlanCaps};
use crate::testing::unanswered::Unanswered;

/// A plan is run by its terms (26 CFR 1.401-1(a)(2)).
pub(super) const BY_ITS_TERMS: &str = "26 CFR 1.401-1(a)(2)";

/// One limit of the plan with what it is about.
#[derive(Clone, Copy)]
struct Held {
    cap: Cap,
    election: &'static str,
    what: &'static str,
    source: Source,
    whose: Whose,
}

/// Whom a limit is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Everyone,
    Hces,
}

impl Check<'_, '_> {
    pub(super) fn plan_caps(&mut self, subject: &Subject<'_>) {
        let caps = &self.terms.caps;
        if self.terms.after_tax_allowed == Truth::No && subject.here.after_tax > Cents::ZERO {
            self.after_tax_barred(subject);
        }
        if caps.is_empty() {
            return;
        }
        for (held, amount) in all(caps, subject) {
            if let Some(held) = held
                && amount > Cents::ZERO
            {
                self.held(subject, &held, amount);
            }
        }
    }

    fn after_tax_barred(&mut self, subject: &Subject<'_>) {
        let (amount, limit, what) = (subject.here.after_tax, Cents::ZERO, NOT_ALLOWED);
        let above = Above { test: LimitTest::Plan, amount, limit, what, citation: BY_ITS_TERMS };
        let finding = self.fail(subject, above);
        finding.election = Some("after-tax.allowed");
        finding.order = vec![Reduction { source: Source::AfterTax, amount }];
    }

    fn held(&mut self, subject: &Subject<'_>, held: &Held, amount: Cents) {
        let limit = held.cap.at(subject.person.pay);
        if amount <= limit || held.whose == Whose::Hces && subject.person.hce.is_some_and(is_nhce) {
            return;
        }
        // Deferrals above a limit of the plan are catch-up contributions so far as that limit is not used (26 CFR
        // 1.414(v)-1(b)(1)(ii)).
        let is_of_deferrals = held.source == Source::ElectiveDeferrals && limit > Cents::ZERO;
        let catch_up = if is_of_deferrals { self.catch_up_of(subject) } else { Ok(Cents::ZERO) };
        let left = catch_up.as_ref().map_or(Cents::ZERO, |most| most.less(subject.sorted.over_statutory));
        let amount = amount - left.min(amount.less(limit));
        if amount <= limit {
            return;
        }
        let missing = self.missing_for_cap(subject, held, amount, catch_up.err());
        let above = Above { test: LimitTest::Plan, amount, limit, what: held.what, citation: BY_ITS_TERMS };
        let source = Reduction { source: held.source, amount: subject.here.total_of(held.source) };
        let finding = match missing {
            Some(missing) => self.unknown(subject, above, missing),
            None => self.fail(subject, above),
        };
        finding.order = reductions(amount - limit, &[source]);
        finding.election = Some(held.election);
    }

    fn missing_for_cap(
        &self,
        subject: &Subject<'_>,
        held: &Held,
        amount: Cents,
        catch_up: Option<Unanswered>,
    ) -> Option<Unanswered> {
        if let Some(missing) = catch_up {
            return Some(missing);
        }
        if held.whose == Whose::Hces && subject.person.hce.is_none() {
            return Some(Unanswered::column(Column::PriorCompensation));
        }
        let is_of_capped_pay = self.terms.caps.pay_is_capped == PayCap::Stated;
        (!is_of_capped_pay && amount <= held.cap.at(subject.pay))
            .then(|| Unanswered::from(Missing { elections: vec![ElectionPath::of("compensation.cap")] }))
    }
}

/// Every limit with the amount that it is on.
fn all(caps: &PlanCaps, subject: &Subject<'_>) -> [(Option<Held>, Cents); 6] {
    let Subject { here, row, .. } = subject;
    let recorded = |money| Cents(row.money(money));
    let elective = here.elective.less(subject.sorted.over_statutory);
    let held = |cap: &Option<Cap>, election, what, source, whose| {
        cap.map(|cap| Held { cap, election, what, source, whose })
    };
    let deferrals = Source::ElectiveDeferrals;
    let of_pre_tax = held(&caps.pre_tax, "deferrals.pre-tax", PRE_TAX, deferrals, Whose::Everyone);
    let of_roth = held(&caps.roth, "deferrals.roth", ROTH, deferrals, Whose::Everyone);
    let of_hces = held(&caps.hce_elective, "deferrals.hce-limit", HCES, deferrals, Whose::Hces);
    let combined =
        held(&caps.combined, "deferrals.combined-limit", COMBINED, Source::AfterTax, Whose::Everyone);
    let after_tax = held(&caps.after_tax, "after-tax.limit", AFTER_TAX, Source::AfterTax, Whose::Everyone);
    let hce_after_tax =
        held(&caps.hce_after_tax, "after-tax.hce-limit", HCE_AFTER_TAX, Source::AfterTax, Whose::Hces);
    [
        (of_pre_tax, recorded(Money::PreTax).less(subject.sorted.over_statutory)),
        (of_roth, recorded(Money::Roth).less(subject.sorted.over_statutory)),
        (of_hces, elective),
        (combined, elective + here.after_tax),
        (after_tax, here.after_tax),
        (hce_after_tax, here.after_tax),
    ]
}

fn is_nhce(found: crate::nondiscrimination::hce::Determination) -> bool {
    found.status == crate::nondiscrimination::excess_deferral::Status::Nhce
}

impl crate::testing::people::Amounts {
    fn total_of(&self, source: Source) -> Cents {
        match source {
            Source::AfterTax => self.after_tax,
            Source::ElectiveDeferrals => self.elective,
            Source::Match => self.matching + self.qmac,
            Source::OtherEmployer => self.qnec + self.other_employer,
        }
    }
}

const PRE_TAX: &str = "pre-tax deferrals and the plan's limit on them";
const ROTH: &str = "Roth deferrals and the plan's limit on them";
const HCES: &str = "deferrals of a highly compensated employee and the plan's limit on them";
const COMBINED: &str = "deferrals with after-tax contributions and the plan's limit on both";
const AFTER_TAX: &str = "after-tax contributions and the plan's limit on them";
const HCE_AFTER_TAX: &str =
    "after-tax contributions of a highly compensated employee and the plan's limit on them";
const NOT_ALLOWED: &str = "after-tax contributions, which the plan does not allow";
