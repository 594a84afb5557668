//! What would make a failed test pass instead of refunds: QNECs, and deferrals shifted from the ADP test.

use crate::lower::Truth;
use crate::nondiscrimination::comparison::Comparison;
use crate::nondiscrimination::qnec::smallest_uniform;
use crate::nondiscrimination::ratio;
use crate::nondiscrimination::shift::{Shift, Tests, Whose, smallest};
use crate::plan::testing::QnecUse;
use crate::testing::lines::Lines;
use crate::testing::people::People;
use crate::testing::remark::{Remark, Test};
use crate::testing::results::correction::QnecToPass;
use crate::testing::results::{Status, TestResult};
use crate::testing::split::Part;
use crate::testing::terms::{Method, Terms};

use super::shares::{named, names};

/// The smallest uniform QNEC where the plan lets one count in this test, or why there is none. Only the figures of the
/// year itself can still be raised: those of the year before are what they are once it is over (26 CFR
/// 1.401(k)-2(a)(6)(i)). Where the spec does not say, the figure stands under the condition that the plan allows it.
pub fn qnec(
    terms: &Terms,
    people: &People<'_>,
    lines: &Lines<'_>,
    comparison: &Comparison,
    (test, method): (Test, Option<Method>),
) -> Result<Option<QnecToPass>, Remark> {
    match (&terms.qnec, test) {
        (Ok(QnecUse::None), _) => return Err(Remark::NoQnecs),
        (Ok(QnecUse::Acp), Test::Adp) | (Ok(QnecUse::Adp), Test::Acp) => {
            return Err(Remark::QnecsInTheOtherTestOnly);
        }
        (Ok(QnecUse::Either | QnecUse::Adp | QnecUse::Acp) | Err(_), _) => {}
    }
    if method != Some(Method::Current) {
        return Err(Remark::QnecsTooLate);
    }
    let names = names(people, &lines.nhces);
    let nhces: Vec<ratio::Line<'_>> =
        lines.nhces.iter().zip(&names).map(|(line, name)| named(line, name)).collect();
    let found = smallest_uniform(comparison.hce, &nhces);
    Ok(found.map(|found| QnecToPass { rate: found.rate, total: found.total }))
}

/// The smallest shift of equal points with which both tests pass (26 CFR 1.401(m)-2(a)(6)(ii)): of the same people, by
/// the current-year method in both, from a test that is run and passes, so never from a safe harbor plan or a 403(b).
pub fn shift(
    terms: &Terms,
    people: &People<'_>,
    part: &Part,
    adp: &TestResult,
    acp: &TestResult,
) -> Option<Shift> {
    let in_both = |place: &u32| {
        let person = &people.people[*place as usize];
        person.is_in_adp() == person.is_in_acp()
    };
    let by_current = [adp.method, acp.method] == [Some(Method::Current); 2];
    let is_allowed = terms.shift_deferrals != Truth::No;
    if !is_allowed || !by_current || adp.status != Status::Pass || !part.members.iter().all(in_both) {
        return None;
    }
    smallest(&Tests { adp: adp.comparison?, acp: acp.comparison? }, Whose::BothGroups)
}
