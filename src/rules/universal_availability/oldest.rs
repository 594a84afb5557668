//! An age above which nobody may defer.

use super::RULE;
use crate::finding::Finding;
use crate::plan::Plan;
use crate::plan::eligibility::MaximumAge;

/// A plan without such an age states nothing here.
pub(super) fn oldest(plan: &Plan) -> Option<Finding> {
    let MaximumAge::Years(age) = plan.eligibility.maximum_age.stated()? else { return None };
    let message = format!(
        "Employees older than {age} may not defer, but a 403(b) plan must let all employees defer (IRC 403(b)(12)(A)(ii))."
    );
    Some(RULE.finding(&plan.eligibility.maximum_age, message, "an upper age").help("Remove the upper age."))
}
