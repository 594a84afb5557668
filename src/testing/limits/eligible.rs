//! Contributions of people who are not eligible for them: one finding a person, whatever the contributions, and one for
//! all where there are too many to read.

use super::plan_caps::BY_ITS_TERMS;
use super::{Above, Check, Subject};
use crate::lower::Missing;
use crate::money::exact::Cents;
use crate::nondiscrimination::excess_deferral::Status as Group;
use crate::syntax::phrase::condition::Group as Who;
use crate::testing::eligibility::{Conditions, Exclusion, Participation};
use crate::testing::people::Standing;
use crate::testing::results::limits::LimitTest;
use crate::testing::terms::Terms;

/// What is compared.
pub(super) const WHAT: &str = "contributions of someone who is not eligible for them";

/// How many people are named one by one.
pub(super) const LISTED: u32 = 20;

/// Whether another contribution has the conditions of deferrals: compared once, not person by person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Like {
    Deferrals,
    Others,
}

impl Like {
    pub fn of(terms: &Terms, other: &Result<Conditions, Missing>) -> Self {
        if *other == terms.deferrals { Like::Deferrals } else { Like::Others }
    }
}

impl Check<'_, '_> {
    pub(super) fn eligible(&mut self, subject: &Subject<'_>) {
        let here = &subject.here;
        let matching = here.matching + here.qmac;
        let terms = self.terms;
        let of_deferrals = (here.elective, "eligibility.deferrals", is_out(subject.person.adp));
        let of_match =
            (matching, "eligibility.match", self.is_out_of(subject, self.match_like, &terms.matching));
        let of_after_tax = (
            here.after_tax,
            "eligibility.after-tax",
            self.is_out_of(subject, self.after_tax_like, &terms.after_tax),
        );
        let mut amount = Cents::ZERO;
        let mut election = None;
        for (one, path, is_out) in [of_deferrals, of_match, of_after_tax] {
            if is_out && one > Cents::ZERO {
                amount = amount + one;
                election = election.or(Some(path));
            }
        }
        if amount == Cents::ZERO {
            return;
        }
        self.ineligible.people += 1;
        self.ineligible.amount = self.ineligible.amount + amount;
        if self.ineligible.people > LISTED {
            return;
        }
        self.ineligible.rows.push(subject.row.row());
        let (limit, what) = (Cents::ZERO, WHAT);
        let above = Above { test: LimitTest::Plan, amount, limit, what, citation: BY_ITS_TERMS };
        self.fail(subject, above).election = election;
    }

    fn is_out_of(&self, subject: &Subject<'_>, like: Like, conditions: &Result<Conditions, Missing>) -> bool {
        if like == Like::Deferrals {
            return is_out(subject.person.adp);
        }
        let Ok(conditions) = conditions else { return false };
        match conditions.participation(subject.row, self.census) {
            Participation::Out(_) => true,
            Participation::Unknown(_) => false,
            Participation::In(_) => match conditions.group {
                Who::Everyone => false,
                Who::HcesOnly => subject.person.is(Group::Nhce),
                Who::NhcesOnly => subject.person.is(Group::Hce),
            },
        }
    }
}

fn is_out(standing: Standing) -> bool {
    match standing {
        Standing::Out(Exclusion::NoPay) | Standing::In(_) | Standing::Unknown => false,
        Standing::Out(_) => true,
    }
}
