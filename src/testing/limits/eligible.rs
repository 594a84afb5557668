//! Contributions of people who are not eligible for them.

use super::{Check, Subject};
use crate::lower::Missing;
use crate::money::exact::Cents;
use crate::nondiscrimination::excess_deferral::Status as Group;
use crate::syntax::phrase::condition::Group as Who;
use crate::testing::eligibility::{Conditions, Exclusion, Participation};
use crate::testing::people::Standing;
use crate::testing::results::limits::Source;

impl Check<'_, '_> {
    pub(super) fn eligible(&mut self, subject: &Subject<'_>) {
        let here = &subject.here;
        let person = subject.person;
        if let (Standing::In(_), Standing::In(_)) = (person.adp, person.acp)
            && self.terms.after_tax == self.terms.deferrals
            && self.terms.matching == self.terms.deferrals
        {
            return;
        }
        let is_out = |standing: Standing| match standing {
            Standing::Out(Exclusion::NoPay) | Standing::In(_) | Standing::Unknown => false,
            Standing::Out(_) => true,
        };
        if here.elective > Cents::ZERO && is_out(person.adp) {
            self.barred(
                subject,
                here.elective,
                "deferrals of someone who is not eligible for them",
                "eligibility.deferrals",
                Source::ElectiveDeferrals,
            );
        }
        let matching = here.matching + here.qmac;
        if matching > Cents::ZERO && self.is_out_of(subject, &self.terms.matching) {
            self.barred(
                subject,
                matching,
                "match of someone who is not eligible for it",
                "eligibility.match",
                Source::Match,
            );
        }
        if here.after_tax > Cents::ZERO && self.is_out_of(subject, &self.terms.after_tax) {
            self.barred(
                subject,
                here.after_tax,
                "after-tax contributions of someone who is not eligible for them",
                "eligibility.after-tax",
                Source::AfterTax,
            );
        }
    }

    fn is_out_of(&self, subject: &Subject<'_>, conditions: &Result<Conditions, Missing>) -> bool {
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
