//! What an automatic enrollment lacks of IRC 414A(b).

use crate::finding::ElectionPath;
use crate::lower::{Election, Missing};
use crate::money::Percent;
use crate::plan::auto_enrollment::{Arrangement, AutoEnrollment, Coverage, Escalation};
use crate::source::Span;

/// One thing that is missing, where the spec says so, and whether the law on it is certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lacking {
    pub span: Span,
    pub path: ElectionPath,
    pub what: &'static str,
    pub is_certain: bool,
}

/// What the enrollment lacks first. The percentages of a QACA and whom it covers are judged by `qaca-default-percent`.
pub(super) fn lacking(enrollment: &AutoEnrollment) -> Result<Option<Lacking>, Missing> {
    let AutoEnrollment { kind, percent, escalation, withdrawal_window: window, covers, .. } = enrollment;
    let is_qaca = match kind.known()? {
        Arrangement::None => return Ok(certain(kind, "it enrolls nobody")),
        Arrangement::Aca => return Ok(certain(kind, "an ACA without withdrawals is no EACA")),
        Arrangement::Eaca => false,
        Arrangement::Qaca => true,
    };
    let (three, ten) = (Percent::whole(3), Percent::whole(10));
    if !is_qaca && percent.is(|percent| *percent < three || *percent > ten).is_yes() {
        return Ok(certain(percent, "the first default lies outside 3% to 10% of pay"));
    }
    let rises_wrongly = escalation.is(|escalation| match escalation {
        Escalation::None => percent.stated().is_some_and(|percent| *percent < ten),
        Escalation::Yearly { step, to } => *step < Percent::whole(1) || *to < ten || *to > Percent::whole(15),
    });
    if rises_wrongly.is_yes() {
        let what = "the default does not rise by 1% a year to at least 10% and at most 15% of pay";
        return Ok(certain(escalation, what));
    }
    if window.is(|window| window.is_zero()).is_yes() {
        return Ok(certain(window, "automatic deferrals cannot be withdrawn"));
    }
    // The statute says one percentage point; whether more is allowed, nobody has said.
    let is_steep = |escalation: &Escalation| matches!(escalation, Escalation::Yearly { step, .. } if *step > Percent::whole(1));
    if escalation.is(is_steep).is_yes() {
        return Ok(opinion(escalation, "the default rises by more than the 1% a year of the statute"));
    }
    // So the proposed regulations read it; a plan in which everyone came in as a new hire covers everyone.
    if !is_qaca && covers.is(|covers| *covers == Coverage::NewHires).is_yes() {
        let what =
            "it covers new hires only, and everyone who may defer and has made no election is to be covered";
        return Ok(opinion(covers, what));
    }
    percent.known()?;
    escalation.known()?;
    window.known()?;
    if !is_qaca {
        covers.known()?;
    }
    Ok(None)
}

fn certain<T>(election: &Election<T>, what: &'static str) -> Option<Lacking> {
    Some(Lacking { span: election.span(), path: election.path.clone(), what, is_certain: true })
}

fn opinion<T>(election: &Election<T>, what: &'static str) -> Option<Lacking> {
    certain(election, what).map(|lacking| Lacking { is_certain: false, ..lacking })
}
