//! The ADP test of one part of a plan (26 CFR 1.401(k)-2).

use crate::census::column::Column;
use crate::census::header::Understanding;
use crate::money::exact::Cents;
use crate::nondiscrimination::excess_deferral::Status;
use crate::plan::testing::QnecUse;

use super::correction::{self, Corrected};
use super::lines::{Line, Lines};
use super::people::People;
use super::qnecs::countable_qnec;
use super::remark::Remark;
use super::results::{Status as Outcome, TestResult};
use super::split::Part;
use super::terms::{Applies, Terms, unpublished};
use super::unanswered::Unanswered;

/// The test, and what the ACP test has to know of it.
#[derive(Debug, Clone)]
pub struct Adp<'p> {
    pub result: TestResult,
    /// Were QNECs counted here? Then they are not counted again.
    pub counted_qnecs: bool,
    /// Who was in it, with what counted.
    pub lines: Lines<'p>,
    /// What its correction did to the money of the highly compensated.
    pub corrected: Corrected,
}

impl Adp<'_> {
    fn without(result: TestResult) -> Self {
        Self { result, counted_qnecs: false, lines: Lines::default(), corrected: Corrected::new() }
    }
}

pub fn test<'p>(terms: &Terms, census: &Understanding, people: &'p People<'_>, part: &Part) -> Adp<'p> {
    let method = match &terms.adp {
        Applies::NotRequired(ground) => return Adp::without(TestResult::not_required(*ground)),
        Applies::Unknown(missing) | Applies::Required(Err(missing)) => {
            return Adp::without(TestResult::missing(missing));
        }
        Applies::Required(Ok(method)) => *method,
    };
    let mut unanswered = unanswered(terms, people, part);
    // One column of deferrals may be absent for want of such money; without any, nothing was looked at.
    if ![Column::PreTax, Column::Roth, Column::CatchUp].into_iter().any(|column| census.has(column)) {
        unanswered.add(Unanswered::column(Column::PreTax));
    }
    if !unanswered.is_empty() {
        return Adp::without(TestResult::unknown(unanswered));
    }
    let elective = |person: &super::people::Person| person.counted_elective;
    let without = Lines::of(people, part, |person| person.is_in_adp(), elective);
    let counted_qnecs = match &terms.qnec {
        Ok(QnecUse::Adp) => true,
        Ok(QnecUse::Either) => without.test(method).status == Outcome::Fail,
        Ok(QnecUse::Acp | QnecUse::None) | Err(_) => false,
    };
    let (lines, cut) = if counted_qnecs { with_qnecs(people, without) } else { (without, None) };
    let mut result = lines.test(method);
    result.remarks.extend(cut);
    let corrected = match result.status {
        Outcome::Fail => correction::adp::correct(terms, census, people, &lines, &mut result),
        Outcome::Pass | Outcome::NotRequired | Outcome::Unknown => Corrected::new(),
    };
    Adp { result, counted_qnecs, lines, corrected }
}

/// What stands in the way of any test of these people.
fn unanswered(terms: &Terms, people: &People<'_>, part: &Part) -> Unanswered {
    let mut missing =
        people.unanswered.clone().and(part.unanswered.clone()).and(people.catch_up_unanswered.clone());
    if let Err(figure) = terms.limits.compensation {
        missing.add(unpublished(figure));
    }
    if let Err(needed) = &terms.qnec
        && people.people.iter().any(|person| person.is_in_adp() && person.here.qnec != Cents::ZERO)
    {
        missing.add(needed.clone().into());
    }
    if !terms.year.is_calendar() && is_any_above_the_limit(terms, people) {
        missing.add(Unanswered::other(
            "the limit of 402(g) is one of the calendar year, and this plan year lies in two: of deferrals above it the census has to tell how much is of which year",
        ));
    }
    missing
}

fn is_any_above_the_limit(terms: &Terms, people: &People<'_>) -> bool {
    let Some((_, Ok(limit))) = terms.limits.elective_deferral else { return false };
    people.people.iter().any(|person| person.is_in_adp() && people.counted(person).elective > limit)
}

/// The same lines with QNECs; those of the others count up to the cap of 1.401(k)-2(a)(6)(iv).
fn with_qnecs<'p>(people: &People<'_>, lines: Lines<'p>) -> (Lines<'p>, Option<Remark>) {
    let nothing = |_: &Line<'_>| Cents::ZERO;
    let (hces, _) = countable_qnec(people, lines.hces, Status::Hce, nothing);
    let (nhces, cut) = countable_qnec(people, lines.nhces, Status::Nhce, nothing);
    (Lines { hces, nhces }, cut)
}
