//! In which order an answer tells its parts: can I, how much, what do I do next; and then what can be read later.

use super::{
    Answered, Place, Section, ask, assumptions, guidance, law, room, routes, taxes, wanted, warnings, why,
};
use crate::answer::verdict::Verdict;

/// The sections, those that are empty too.
pub fn sections(answered: &Answered<'_>) -> Vec<Section> {
    match answered.answer.verdict {
        Verdict::Yes => yes(answered),
        Verdict::Unknown => unknown(answered),
        Verdict::No => no(answered),
    }
}

/// What to do, and how much: the reasons can wait.
fn yes(answered: &Answered<'_>) -> Vec<Section> {
    let steps = guidance::steps(answered);
    let missing = [ask(answered), wanted(answered)];
    let (early, late) =
        if answered.answer.room.is_err() { (Some(missing), None) } else { (None, Some(missing)) };
    let own = [steps.now, room::room(answered), warnings(answered), taxes::taxes(answered), why(answered)];
    let first = early.into_iter().flatten().chain(own).chain(late.into_iter().flatten());
    let mut sections: Vec<Section> = first.chain([assumptions(answered)]).collect();
    let before = [
        routes::deferrals(answered),
        routes::routes(answered),
        steps.if_so,
        steps.other_way,
        steps.afterwards,
    ];
    sections.extend(later(before));
    sections.extend(later(further(answered)));
    sections.extend(later([guidance::other_ways(answered), guidance::usual_order(answered), law(answered)]));
    sections
}

/// An answer that hangs on others begins with them; what follows from it comes later.
fn unknown(answered: &Answered<'_>) -> Vec<Section> {
    let steps = guidance::steps(answered);
    let mut sections = vec![why(answered), steps.now, ask(answered), wanted(answered)];
    sections.extend([room::room(answered), warnings(answered), assumptions(answered)]);
    let before = [steps.if_so, steps.other_way, steps.afterwards, taxes::taxes(answered)];
    sections.extend(later(before));
    sections.extend(later([routes::deferrals(answered), routes::routes(answered)]));
    sections.extend(later(further(answered)));
    sections.extend(later([guidance::other_ways(answered), guidance::usual_order(answered), law(answered)]));
    sections
}

/// To a no the other ways of saving are what to do next.
fn no(answered: &Answered<'_>) -> Vec<Section> {
    let steps = guidance::steps(answered);
    let mut sections = vec![why(answered), steps.now, room::room(answered), warnings(answered)];
    sections.push(guidance::other_ways(answered));
    let before = [guidance::usual_order(answered), ask(answered), wanted(answered), assumptions(answered)];
    sections.extend(later(before));
    sections.extend(later([
        routes::deferrals(answered),
        routes::routes(answered),
        steps.if_so,
        steps.other_way,
    ]));
    sections.extend(later([steps.afterwards, taxes::taxes(answered)]));
    sections.extend(later(further(answered)));
    sections.extend(later([law(answered)]));
    sections
}

/// What every answer has for later.
fn further(answered: &Answered<'_>) -> [Section; 4] {
    [
        guidance::pitfalls(answered),
        taxes::clocks(answered),
        taxes::forms(answered),
        guidance::life_events(answered),
    ]
}

fn later<const N: usize>(sections: [Section; N]) -> [Section; N] {
    sections.map(|section| Section { place: Place::Further, ..section })
}
