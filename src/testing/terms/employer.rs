//! The employer, as far as the tests treat some differently.

use crate::plan::Plan;
use crate::plan::eligibility::Class;
use crate::plan::employer::Entity;

/// What the spec says of the employer and of those whom it leaves out of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employer {
    /// `None` where it is not stated; it is taken as none that the law exempts then.
    pub entity: Option<Entity>,
    /// Those whom the law counts as one employer with the sponsor, by number.
    pub related_employers: usize,
    /// Classes left out of the plan.
    pub excluded_classes: Vec<Class>,
}

impl Employer {
    pub(super) fn of(plan: &Plan) -> Self {
        let excluded = plan.eligibility.excluded_classes.stated();
        Self {
            entity: plan.employer.entity.stated().copied(),
            related_employers: plan.employer.related_employers.stated().map_or(0, |list| list.0.len()),
            excluded_classes: excluded.map(|classes| classes.0.clone()).unwrap_or_default(),
        }
    }

    pub fn is_governmental(&self) -> bool {
        self.entity.and_then(Entity::is_governmental) == Some(true)
    }

    pub fn is_church(&self) -> bool {
        self.entity == Some(Entity::Church)
    }
}
