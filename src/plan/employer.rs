//! Who sponsors the plan.

use crate::syntax::phrase::list::{FreeText, TextList};
use crate::syntax::phrase::permission::Permission;

crate::section! {
    /// The sponsor and those whom the law counts with it.
    Employer "employer" {
        /// The sponsor's name.
        name: FreeText = "name", ask "What is the sponsor's name?";
        /// The sponsor's legal form.
        entity: Entity = "entity", ask "What is the sponsor's legal form (corporation, partnership, tax-exempt, governmental, church and so on)? For a tribal employer: is all work of the participants governmental, or some of it commercial?";
        /// Members of the controlled or affiliated service group (IRC 414(b), (c), (m), (o)).
        related_employers: TextList = "related-employers", ask "Which other employers belong to the sponsor's controlled or affiliated service group, if any?";
        /// Other defined contribution plans of the employer or a related one.
        other_dc_plans: TextList = "other-dc-plans", ask "Which other defined contribution plans do the employer and related employers maintain, if any, and of which kind (401(k), 403(b), 457(b) and so on)?";
        /// How many people the employer employs.
        employees: u32 = "employees", ask "How many employees does the employer have?";
        /// The year since which the employer has been in business.
        in_business_since: u32 = "in-business-since", ask "Since which year has the employer been in business?";
        /// Whether some participants are collectively bargained.
        union_group: Permission = "union-group", ask "Are some participants covered by a collective bargaining agreement?";
        /// Whether the employer is one of those whose employees may have the 15-year catch-up (IRC 402(g)(7)(B)).
        qualified_organization: Permission = "qualified-organization", ask "Is the employer a school, a hospital, a home health service agency, a health and welfare service agency, or a church-related organization?";
        /// Whether the unit of government adopted or bound itself to a cash or deferred arrangement before 7 May 1986.
        grandfathered_401k: Permission = "grandfathered-401k", ask "Had this unit of government adopted, or bound itself to adopt, a cash or deferred arrangement before 7 May 1986?";
        /// What makes the related employers one group.
        related_by: Relation = "related-by", ask "What makes the related employers one group: ownership or services, only community property, or only a minor child of two owners?";
        /// Whether employers that are not related maintain the plan together (IRC 413(c)).
        multiple_employer: Permission = "multiple-employer", ask "Is the plan maintained by several employers that are not related (a multiple employer or pooled employer plan)?";
        /// Whether a church plan (IRC 414(e)) is under the rules on participation and vesting by election (IRC 410(d)): that of a
        /// church, or of an employer affiliated with one. `no` frees it.
        church_election: Permission = "church-election", ask "Has the church elected under 410(d) that the rules on participation and vesting apply to its plan?";
    }
}

crate::choice! {
    /// The sponsor's legal form, as far as the law of plans tells it apart.
    Entity "a legal form" {
        Corporation = "corporation",
        SCorporation = "S corporation",
        Partnership = "partnership",
        LimitedLiabilityCompany = "LLC",
        SoleProprietor = "sole proprietor",
        TaxExempt = "tax-exempt",
        /// A State, a political subdivision, or an agency or instrumentality of one.
        Governmental = "governmental",
        /// The government of the United States.
        Federal = "federal",
        /// An Indian tribal government or its unit, all participants of whose plan do essential governmental work.
        TribalGovernment = "tribal government",
        /// A tribal employer some of whose participants do commercial work, as in a casino or a hotel.
        TribalEnterprise = "tribal enterprise",
        /// A tribal employer of which no more is known.
        Tribal = "tribal",
        RuralCooperative = "rural cooperative",
        /// A church or qualified church-controlled organization (IRC 3121(w)(3)). A hospital or university that is
        /// only affiliated with a church is `tax-exempt`.
        Church = "church",
    }
}

crate::choice! {
    /// What makes related employers one group.
    Relation "a relation" {
        /// Control (IRC 414(b), (c)) or joint services (414(m)) that needs none of the attributions below.
        Ownership = "ownership" | "services",
        /// Ownership that a spouse has through community property law alone.
        CommunityProperty = "community property",
        /// Ownership of two parents that meets in their minor child.
        MinorChild = "minor child",
    }
}

impl Entity {
    /// Does the plan of such an employer count as governmental (IRC 414(d))? That of a tribe does only if substantially
    /// all work of its participants is essential governmental and none commercial (Notice 2006-89): `None` where that is
    /// not told.
    pub fn is_governmental(self) -> Option<bool> {
        match self {
            Entity::Governmental | Entity::Federal | Entity::TribalGovernment => Some(true),
            Entity::Tribal => None,
            Entity::TribalEnterprise
            | Entity::Corporation
            | Entity::SCorporation
            | Entity::Partnership
            | Entity::LimitedLiabilityCompany
            | Entity::SoleProprietor
            | Entity::TaxExempt
            | Entity::RuralCooperative
            | Entity::Church => Some(false),
        }
    }
}
