//! The correction of a failed ADP test: excess contributions, less what is an excess deferral anyway, less what stays as
//! catch-up, less what stays as after-tax contributions.

use crate::census::column::Money;
use crate::census::header::Understanding;
use crate::money::exact::Cents;
use crate::nondiscrimination::correction_adp::{self, Deferrer};
use crate::testing::lines::{Line, Lines};
use crate::testing::people::catch_up::catch_up;
use crate::testing::people::{People, Person};
use crate::testing::remark::{Remark, Test};
use crate::testing::results::TestResult;
use crate::testing::results::correction::{Correction, Share};
use crate::testing::terms::{Method, Terms};
use crate::testing::unanswered::Unanswered;

use super::shares::{named, names, share, sorted};
use super::{Changed, Corrected, instead, recharacterized, related_match};

/// Adds the correction to a failed test, and says what it does to the ACP test.
pub fn correct(
    terms: &Terms,
    census: &Understanding,
    people: &People<'_>,
    lines: &Lines<'_>,
    result: &mut TestResult,
) -> Corrected {
    let (Some(comparison), Some(method)) = (result.comparison, result.method) else {
        return Corrected::new();
    };
    let mut unanswered = Unanswered::default();
    let names = names(people, &lines.hces);
    let deferrers: Vec<Deferrer<'_>> = lines
        .hces
        .iter()
        .zip(&names)
        .map(|(line, name)| deferrer(terms, census, people, line, name, &mut unanswered))
        .collect();
    let found = correction_adp::correct(&deferrers, &comparison);
    let mut back = Back { terms, census, people, method, unanswered, corrected: Corrected::new() };
    let shares: Vec<Share> =
        found.corrections.iter().zip(&lines.hces).map(|(one, line)| back.share(one, line, result)).collect();
    let qnec = instead::qnec(terms, people, lines, &comparison, (Test::Adp, result.method));
    let qnec = result.value_or_remark(qnec);
    if qnec.is_some() && terms.qnec.is_err() {
        result.remark(Remark::QnecsNotStated);
    }
    if terms.methods_part_the_tests() {
        result.remark(Remark::MethodsDiffer);
    }
    result.remark_on_correction(Test::Adp, &shares);
    result.correction = Some(Correction {
        highest_permitted: found.ratio_levelling.highest_permitted,
        excess_total: found.ratio_levelling.total,
        shares: sorted(shares.into_iter()),
        left_over: found.left_over,
        qnec,
        shift: None,
        unanswered: back.unanswered,
    });
    back.corrected
}

fn deferrer<'n>(
    terms: &Terms,
    census: &Understanding,
    people: &People<'_>,
    line: &Line<'_>,
    name: &'n str,
    unanswered: &mut Unanswered,
) -> Deferrer<'n> {
    let person = &line.person;
    let limit = catch_up(terms, census, people.row(person)).map(|limit| limit - person.elective.used());
    let catch_up_left = limit.unwrap_or_else(|missing| {
        unanswered.add(missing);
        Cents::ZERO
    });
    Deferrer {
        line: named(line, name),
        in_this_plan: person.here.elective.less(person.elective.used()),
        catch_up_left,
        excess_deferral_distributed: excess_deferral(terms, person),
    }
}

/// What of a person's deferrals is above the limit of 402(g) and the catch-up limit.
fn excess_deferral(terms: &Terms, person: &Person) -> Cents {
    match &terms.limits.elective_deferral {
        Some((_, Ok(limit))) => person.elective.counted.less(*limit),
        Some((_, Err(_))) | None => Cents::ZERO,
    }
}

/// How shares go back, person by person.
struct Back<'a, 'p> {
    terms: &'a Terms,
    census: &'a Understanding,
    people: &'a People<'p>,
    method: Method,
    unanswered: Unanswered,
    corrected: Corrected,
}

impl Back<'_, '_> {
    fn share(
        &mut self,
        one: &correction_adp::Correction<'_>,
        line: &Line<'_>,
        result: &mut TestResult,
    ) -> Share {
        let person = &line.person;
        let stays =
            if one.refund == Cents::ZERO { Cents::ZERO } else { self.recharacterized(person, one.refund) };
        let refund = one.refund - stays;
        let mut changed =
            Changed { gone: refund + one.excess_deferral, recharacterized: stays, ..Changed::default() };
        let related =
            related_match::forfeited(self.terms, self.people, person, changed, Cents::ZERO, Cents::ZERO);
        changed.match_forfeited = result.value_or_remark(related);
        if changed != Changed::default() {
            self.corrected.insert(person.place, changed);
        }
        let [refund_pre_tax, refund_roth] = self.by_source(person, refund);
        if refund != Cents::ZERO && refund_pre_tax.is_none() {
            result.remark(Remark::PreTaxOrRoth);
        }
        if stays != Cents::ZERO {
            result.remark(Remark::Recharacterized);
        }
        Share {
            excess: one.excess_contribution,
            catch_up: one.catch_up,
            excess_deferral: one.excess_deferral,
            recharacterized: stays,
            related_match: changed.match_forfeited,
            refund_pre_tax,
            refund_roth,
            ..share(self.census, self.people, line, refund)
        }
    }

    fn recharacterized(&mut self, person: &Person, refund: Cents) -> Cents {
        let most = match recharacterized::is_possible(self.terms, self.method) {
            Ok(true) => recharacterized::most(self.terms, person),
            Ok(false) => Ok(Cents::ZERO),
            Err(missing) => Err(missing),
        };
        most.map(|most| refund.min(most)).unwrap_or_else(|missing| {
            self.unanswered.add(missing);
            Cents::ZERO
        })
    }

    /// Pre-tax and Roth, where only one of the two is in this plan. Otherwise the plan, or the participant under it,
    /// says which goes first (26 CFR 1.401(k)-2(b)(1)(ii)).
    fn by_source(&self, person: &Person, refund: Cents) -> [Option<Cents>; 2] {
        let row = self.people.row(person);
        let is_there = |money| row.money(money) != 0;
        match (is_there(Money::PreTax), is_there(Money::Roth), is_there(Money::CatchUp)) {
            _ if refund == Cents::ZERO => [Some(Cents::ZERO); 2],
            (true, false, false) => [Some(refund), Some(Cents::ZERO)],
            (false, true, false) => [Some(Cents::ZERO), Some(refund)],
            // Payroll's catch-up may be of either kind.
            (true, true, _) | (_, _, true) | (false, false, false) => [None; 2],
        }
    }
}
