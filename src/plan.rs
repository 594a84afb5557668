//! The typed plan: what a plan document elects, a file a section. Knows no law and no year's numbers.

pub mod after_tax;
pub mod auto_enrollment;
pub mod compensation;
pub mod deferrals;
pub mod document;
pub mod eligibility;
pub mod employer;
pub mod identity;
pub mod in_plan_roth;
pub mod in_service;
pub mod limits;
pub mod matching;
pub mod nonelective;
pub mod others;
pub mod plan_type;
pub mod safe_harbor;
pub mod testing;
pub mod workforce;

mod read;

pub use plan_type::PlanType;
pub use read::{SECTIONS, field, read};

use crate::source::Span;
use crate::syntax::phrase::year::PlanYear;

/// Lists the sections of a plan in adoption-agreement order: the struct, its reader and the list follow.
macro_rules! plan {
    ($($(#[doc = $doc:literal])* $field:ident: $section:ty),+ $(,)?) => {
        /// What one plan spec says.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Plan {
            /// The plan's place, from its first character to its last.
            pub span: Span,
            /// The plan year that it is read for: its own, or the one that the caller asks for.
            pub year: PlanYear,
            pub identity: identity::Identity,
            $($(#[doc = $doc])* pub $field: $section,)+
            pub workforce: workforce::Workforce,
        }

        /// The sections with fixed keys.
        const FIXED: &[crate::lower::SectionInfo] = &[$(<$section as crate::lower::Section>::INFO),+];

        impl Plan {
            /// The place of the election under a dotted path, and whether it says the same as one of some phrases.
            /// `None` for a path that is none, and for elections of the workforce.
            pub fn says(
                &self,
                path: &str,
                any_of: &[String],
            ) -> Option<(Span, crate::lower::Truth)> {
                use crate::lower::Section;
                let (section, key) = path.rsplit_once('.').unwrap_or(("", path));
                if section.is_empty() {
                    return self.identity.says(key, any_of);
                }
                $(if section == <$section as Section>::INFO.key {
                    return self.$field.says(key, any_of);
                })+
                None
            }

            /// Visits the elections that are written, in adoption-agreement order, each in its one written form.
            pub fn each(
                &self,
                visit: &mut dyn FnMut(&'static crate::lower::Field, crate::lower::Election<String>),
            ) {
                use crate::lower::Section;
                self.identity.each(visit);
                $(self.$field.each(visit);)+
                self.workforce.groups.iter().for_each(|named| named.group.each(visit));
            }
        }

        /// Reads every section of `root` but the identity, which decides the year.
        fn sections(
            root: &crate::syntax::tree::Map<'_>,
            span: Span,
            year: PlanYear,
            identity: identity::Identity,
            reader: &mut crate::lower::Reader,
        ) -> Plan {
            Plan {
                span,
                year,
                identity,
                $($field: read::section::<$section>(root, span, reader),)+
                workforce: workforce::read(root, span, reader),
            }
        }
    };
}

plan! {
    document: document::Document,
    employer: employer::Employer,
    eligibility: eligibility::Eligibilities,
    compensation: compensation::Compensation,
    deferrals: deferrals::Deferrals,
    auto_enrollment: auto_enrollment::AutoEnrollment,
    after_tax: after_tax::AfterTax,
    in_plan_roth: in_plan_roth::InPlanRoth,
    in_service: in_service::InService,
    matching: matching::Matching,
    nonelective: nonelective::NonelectiveSection,
    safe_harbor: safe_harbor::SafeHarbor,
    limits: limits::Limits,
    testing: testing::Testing,
    forfeitures: others::Forfeitures,
    loans: others::Loans,
    rollovers_in: others::RolloversIn,
    notices: others::Notices,
    reporting: others::Reporting,
    distributions: others::Distributions,
    emergency_savings: others::EmergencySavings,
}
