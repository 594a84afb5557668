//! Which plan of the new side is which of the old one.

use super::side::PlanSide;

/// Old and new plans side by side: the new ones in their order, then the old ones that are gone. A plan is found by the
/// path and name of its spec, else by its name if no other has it, else as the one that is left at its path.
pub fn pairs(old: Vec<PlanSide>, new: Vec<PlanSide>) -> Vec<(Option<PlanSide>, Option<PlanSide>)> {
    let mut old: Vec<Option<PlanSide>> = old.into_iter().map(Some).collect();
    let mut partners: Vec<Option<PlanSide>> = new.iter().map(|_| None).collect();
    for alike in [at_the_same_place, named_alike, left_at_the_place] as [fn(&PlanSide, &PlanSide) -> bool; 3]
    {
        for index in 0..new.len() {
            let is_open = |other: usize| partners[other].is_none() && alike(&new[other], &new[index]);
            // Of two that would do, neither is known to be it.
            let is_alone = is_open(index) && (0..new.len()).filter(|other| is_open(*other)).count() == 1;
            let fits = |plan: &Option<PlanSide>| plan.as_ref().is_some_and(|plan| alike(plan, &new[index]));
            let mut fitting = (0..old.len()).filter(|at| fits(&old[*at]));
            if let (true, Some(at), None) = (is_alone, fitting.next(), fitting.next()) {
                partners[index] = old[at].take();
            }
        }
    }
    let gone = old.into_iter().flatten().map(|plan| (Some(plan), None));
    partners.into_iter().zip(new).map(|(old, new)| (old, Some(new))).chain(gone).collect()
}

fn at_the_same_place(one: &PlanSide, other: &PlanSide) -> bool {
    one.key == other.key && named_alike(one, other)
}

fn named_alike(one: &PlanSide, other: &PlanSide) -> bool {
    one.report.name == other.report.name
}

/// A plan that was given another name.
fn left_at_the_place(one: &PlanSide, other: &PlanSide) -> bool {
    one.key == other.key
}
