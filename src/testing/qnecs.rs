//! QNECs that a test counts: those of the non-highly compensated up to the cap on targeted ones (26 CFR
//! 1.401(k)-2(a)(6)(iv), 1.401(m)-2(a)(6)(v)).

use crate::census::column::DateField;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::disproportionate_match::AtYearEnd;
use crate::nondiscrimination::excess_deferral::Status;
use crate::nondiscrimination::qnec::{Rate, cap, countable, representative_rate};

use super::lines::Line;
use super::people::{People, Person};
use super::remark::Remark;

/// The same lines with the QNECs that count, and what is to be said of those that do not; `beside` is what the rate of contributions counts besides: QMACs in the ADP
/// test, match in the ACP test.
pub fn countable_qnec<'p>(
    people: &People<'_>,
    lines: Vec<Line<'p>>,
    status: Status,
    beside: impl Fn(&Line<'_>) -> Cents,
) -> (Vec<Line<'p>>, Option<Remark>) {
    let qnec = |line: &Line<'_>| people.counted(line.person).qnec;
    if lines.iter().all(|line| qnec(line) == Cents::ZERO) {
        return (lines, None);
    }
    let cap = match status {
        Status::Hce => None,
        Status::Nhce => {
            let rate = |line: &Line<'_>| Rate {
                rate: (qnec(line) + beside(line)).ratio_of(line.person.pay).unwrap_or(Hundredths::ZERO),
                at_year_end: at_year_end(people, line.person),
            };
            Some(cap(representative_rate(&lines.iter().map(rate).collect::<Vec<_>>())))
        }
    };
    let mut not_counted = Cents::ZERO;
    let with = |line: Line<'p>| {
        let counted = cap.map_or(qnec(&line), |cap| countable(qnec(&line), line.person.pay, cap));
        not_counted = not_counted + (qnec(&line) - counted);
        let contributions = line.contributions + counted;
        let ratio = contributions.ratio_of(line.person.pay).unwrap_or(Hundredths::ZERO);
        Line { contributions, ratio, ..line }
    };
    let lines = lines.into_iter().map(with).collect();
    let cut = cap.filter(|_| not_counted > Cents::ZERO);
    (lines, cut.map(|cap| Remark::QnecsAboveCap { not_counted, cap }))
}

/// Is the person employed on the last day of the plan year? Who has no date of leaving is.
pub fn at_year_end(people: &People<'_>, person: &Person) -> AtYearEnd {
    let left = people.row(person).date(DateField::Termination);
    if left.is_some_and(|left| left.number() < people.last_day) {
        AtYearEnd::Gone
    } else {
        AtYearEnd::Employed
    }
}
