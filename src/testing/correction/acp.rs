//! The correction of a failed ACP test: excess aggregate contributions, from after-tax contributions and match in the
//! plan's order, and match that has lost what it matched.

use std::borrow::Cow;

use crate::census::header::Understanding;
use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::nondiscrimination::correction_acp::sources::{MatchTier, SourceOrder};
use crate::nondiscrimination::correction_acp::{self, Correction as Borne, Holder};
use crate::nondiscrimination::shift::Shift;
use crate::testing::lines::{Line, Lines};
use crate::testing::people::{People, Person};
use crate::testing::remark::{Remark, Test};
use crate::testing::results::TestResult;
use crate::testing::results::correction::{Correction, Share};
use crate::testing::split::Part;
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;

use super::related_match::{forfeited, matched_deferrals};
use super::shares::{named, names, share, sorted};
use super::{Changed, Corrected, instead, vested};

/// What the correction of one run of the ACP test starts from.
#[derive(Debug)]
pub struct Failed<'a, 'p> {
    pub terms: &'a Terms,
    pub census: &'a Understanding,
    pub people: &'a People<'p>,
    pub part: &'a Part,
    pub adp: &'a TestResult,
    pub corrected: &'a Corrected,
}

impl Failed<'_, '_> {
    /// Adds the correction to a failed test. `matching` is the match in this plan that the test counts.
    pub fn correct(&self, lines: &Lines<'_>, result: &mut TestResult, matching: &dyn Fn(&Person) -> Cents) {
        let Some(comparison) = result.comparison else { return };
        let Self { terms, people, .. } = *self;
        let names = names(people, &lines.hces);
        let (holders, unanswered) = self.holders(lines, &names, matching);
        let order = terms.refund_order.unwrap_or(SourceOrder::AfterTaxFirst);
        let found = correction_acp::correct(&holders, &comparison, order, &[]);
        let mut shares = Vec::new();
        for ((one, holder), line) in found.corrections.iter().zip(&holders).zip(&lines.hces) {
            let tiers = self.tiers(line.person, one, result);
            let one = holder.bear(one.excess_aggregate_contribution, order, &tiers);
            shares.push(self.share(&one, line, result));
        }
        let takes_match =
            shares.iter().any(|share| share.match_vested + share.match_forfeited != Cents::ZERO);
        let qnec = instead::qnec(terms, people, lines, &comparison, (Test::Acp, result.method));
        let qnec = result.value_or_remark(qnec);
        if qnec.is_some() && terms.qnec.is_err() {
            result.remark(Remark::QnecsNotStated);
        }
        let shift = instead::shift(terms, people, self.part, self.adp, result);
        self.remark(&holders, shift.as_ref(), result);
        result.remark_on_correction(Test::Acp, &shares);
        result.correction = Some(Correction {
            highest_permitted: found.ratio_levelling.highest_permitted,
            excess_total: found.ratio_levelling.total,
            shares: sorted(shares.into_iter()),
            left_over: found.left_over,
            qnec,
            shift,
            unanswered: if takes_match { unanswered } else { Unanswered::default() },
        });
    }

    fn holders<'n>(
        &self,
        lines: &Lines<'_>,
        names: &'n [Cow<'_, str>],
        matching: &dyn Fn(&Person) -> Cents,
    ) -> (Vec<Holder<'n>>, Unanswered) {
        let mut unanswered = Unanswered::default();
        let holder = |(line, name): (&Line<'_>, &'n Cow<'_, str>)| {
            let vesting = vested::of(self.terms, self.people.row(line.person)).unwrap_or_else(|missing| {
                unanswered.add(missing);
                vested::FULLY
            });
            let after_tax = self.after_tax(line.person);
            Holder { line: named(line, name), after_tax, matching: matching(line.person), vesting }
        };
        let holders = lines.hces.iter().zip(names).map(holder).collect();
        (holders, unanswered)
    }

    fn remark(&self, holders: &[Holder<'_>], shift: Option<&Shift>, result: &mut TestResult) {
        let has_both = |one: &Holder<'_>| one.after_tax.min(one.matching) > Cents::ZERO;
        if self.terms.refund_order.is_none() && holders.iter().any(has_both) {
            result.remark(Remark::RefundOrderNotStated);
        }
        if shift.is_some() && self.terms.shift_deferrals != Truth::Yes {
            result.remark(Remark::ShiftNotStated);
        }
        if self.terms.methods_part_the_tests() {
            result.remark(Remark::MethodsDiffer);
        }
    }

    fn changed(&self, person: &Person) -> Changed {
        self.corrected.get(&person.place).copied().unwrap_or_default()
    }

    /// In this plan, with what was recharacterized.
    fn after_tax(&self, person: &Person) -> Cents {
        person.here.after_tax + self.changed(person).recharacterized
    }

    /// The bands of the match that are left for after-tax contributions, where those are matched and some go back.
    fn tiers(&self, person: &Person, one: &Borne<'_>, result: &mut TestResult) -> Vec<MatchTier> {
        let terms = &self.terms.related_match;
        if one.after_tax == Cents::ZERO || person.here.matching == Cents::ZERO {
            return Vec::new();
        }
        match &terms.on_after_tax {
            Truth::Yes => {}
            Truth::No => return Vec::new(),
            Truth::Unknown(_) => {
                result.remark(Remark::MatchOnAfterTaxNotStated);
                return Vec::new();
            }
        }
        let Changed { gone, recharacterized, .. } = self.changed(person);
        let deferrals = person.here.elective.less(gone + recharacterized);
        let tiers = terms.tiers_above(matched_deferrals(self.terms, person, deferrals), person.pay);
        result.value_or_remark(tiers.ok_or(Remark::RelatedMatchNotComputed))
    }

    fn share(&self, one: &Borne<'_>, line: &Line<'_>, result: &mut TestResult) -> Share {
        let person = &line.person;
        let refund = one.after_tax + one.match_vested;
        let match_gone = self.changed(person).match_forfeited + one.match_vested + one.match_forfeited;
        let related = if one.after_tax == Cents::ZERO || self.terms.related_match.on_after_tax != Truth::Yes {
            Ok(Cents::ZERO)
        } else {
            forfeited(self.terms, self.people, person, self.changed(person), one.after_tax, match_gone)
        };
        Share {
            excess: one.excess_aggregate_contribution,
            after_tax: one.after_tax,
            match_vested: one.match_vested,
            match_forfeited: one.match_forfeited,
            related_match: result.value_or_remark(related),
            ..share(self.census, self.people, line, refund)
        }
    }
}
