//! What the law asks of each lever, and whether it can still be used for the plan year on a given day.

mod safe_harbor;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::design::Design;
use super::lever::{Excludable, Lever, Year};
use super::unused::Window;
use crate::lower::Truth;
use crate::nondiscrimination::deadlines::{Arrangement, deadlines};
use crate::plan::Plan;
use crate::plan::testing::{QnecUse, Switch};
use crate::testing::remark::Test;

/// Whether a lever can still be used for the plan year. The order is that of hope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chance {
    /// Up to and with this day.
    Open { until: Date },
    /// It hangs on the answer to this question.
    Asks { question: &'static str },
    /// Not any more since this day.
    Over { since: Date },
}

/// Something that the law asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Condition {
    /// A sentence.
    pub what: &'static str,
    pub citation: &'static str,
}

/// A lever's chance and conditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    pub chance: Chance,
    pub conditions: Vec<Condition>,
}

const fn condition(what: &'static str, citation: &'static str) -> Condition {
    Condition { what, citation }
}

/// Days that decide.
#[derive(Debug, Clone, Copy)]
struct Days {
    first: Date,
    last: Date,
    /// The last day to correct a failed test, and to make QNECs.
    correct_by: Date,
    as_of: Date,
}

impl Days {
    fn of(plan: &Plan, as_of: Date) -> Self {
        let last = plan.year.last_day();
        let correct_by = deadlines(last, Arrangement::Ordinary).map_or(last, |found| found.last_day);
        Self { first: plan.year.first_day(), last, correct_by, as_of }
    }

    fn until(self, day: Date) -> Chance {
        if self.as_of <= day { Chance::Open { until: day } } else { Chance::Over { since: next(day) } }
    }

    /// By the end of the plan year; afterwards only where the document leaves it open.
    fn in_document(self, question: &'static str) -> Chance {
        if self.as_of <= self.last {
            Chance::Open { until: self.last }
        } else if self.as_of <= self.correct_by {
            Chance::Asks { question }
        } else {
            Chance::Over { since: next(self.correct_by) }
        }
    }

    /// Before the year begins; a notice a month before that is in time.
    fn before_the_year(self) -> Chance {
        self.until(self.first.saturating_sub(30.days()))
    }
}

fn next(day: Date) -> Date {
    day.saturating_add(1.days())
}

/// The day before the thirtieth day before the end of the plan year: an amendment has to come before that one (IRC
/// 401(k)(12)(F)(ii)).
fn last_for_3_percent(last: Date) -> Date {
    last.saturating_sub(Span::new().days(31))
}

/// May a nonelective safe harbor of 3% still be adopted for the plan year?
pub fn window(plan: &Plan, as_of: Date) -> Window {
    if as_of <= last_for_3_percent(plan.year.last_day()) { Window::Open } else { Window::Closed }
}

/// The conditions of a lever for this plan on this day.
pub fn terms(lever: Lever, plan: &Plan, as_of: Date) -> Terms {
    let days = Days::of(plan, as_of);
    Terms { chance: chance(lever, plan, days), conditions: conditions(lever, plan) }
}

fn chance(lever: Lever, plan: &Plan, days: Days) -> Chance {
    match lever {
        Lever::Match(_) => {
            days.in_document("Does the plan document leave open whether the safe harbor match is counted in the ACP test?")
        }
        Lever::Excludable(_) => days.in_document(
            "Does the plan document leave open how employees under 21 or with less than a year of service are tested?",
        ),
        Lever::TopPaidGroup if plan.testing.top_paid_group_in_document.is_yes().is_yes() => {
            days.in_document("Does the document leave it to the employer to make the top-paid group election after the year?")
        }
        Lever::TopPaidGroup => days.until(days.last),
        Lever::Method(Year::Current) => days.until(days.last),
        Lever::Method(Year::Prior) => match plan.testing.switched_to_prior_year.stated() {
            Some(Switch::AfterFiveYears | Switch::SinceBeginning | Switch::Transaction) => days.until(days.last),
            Some(Switch::None | Switch::Sooner) | None if days.as_of > days.last => Chance::Over { since: next(days.last) },
            Some(Switch::None | Switch::Sooner) | None => Chance::Asks {
                question: "Has the plan been tested by the current year in each of the five plan years before, or in all since it began?",
            },
        },
        Lever::SafeHarbor(design, _) => of_design(design, plan, days),
        Lever::AutoEnrollment(_) if days.as_of < days.first => Chance::Open { until: days.first.saturating_sub(30.days()).max(days.as_of) },
        Lever::AutoEnrollment(_) if days.as_of > days.last => Chance::Over { since: next(days.last) },
        Lever::AutoEnrollment(_) => Chance::Asks {
            question: "The stated participation is one for the whole year: what would it be over the rest of it?",
        },
        Lever::NhceAfterTax { .. } if days.as_of > days.last => Chance::Over { since: next(days.last) },
        Lever::NhceAfterTax { .. } => {
            Chance::Asks { question: "Will that many contribute so much over the whole year? An employer can only offer it." }
        }
        Lever::Shift if plan.testing.shift_deferrals.is_yes() == Truth::Yes => days.until(days.correct_by),
        Lever::Shift => days.in_document("Does the plan document let elective deferrals be counted in the ACP test?"),
        Lever::Qnec(test) if provides(plan, test) => days.until(days.correct_by),
        Lever::Qnec(_) => days.in_document("Does the plan document let the employer make QNECs that this test counts?"),
        Lever::HceCap(_) if days.as_of < days.first => Chance::Open { until: days.first.saturating_sub(1.days()) },
        Lever::HceCap(_) if days.as_of > days.last => Chance::Over { since: next(days.last) },
        Lever::HceCap(_) => Chance::Asks {
            question: "Has any highly compensated employee already contributed more after tax than the cap allows for the whole year?",
        },
    }
}

fn of_design(design: Design, plan: &Plan, days: Days) -> Chance {
    match design {
        Design::Basic | Design::Enhanced | Design::QacaMatch => {
            if plan.document.first_year.is_yes() == Truth::Yes && days.as_of <= days.last {
                return Chance::Asks {
                    question: "Is the arrangement new this year, and will the design be in force for at least three months of it?",
                };
            }
            days.before_the_year()
        }
        Design::Nonelective3 => days.until(last_for_3_percent(days.last)),
        Design::Nonelective4 => days.until(days.correct_by),
    }
}

/// Does the plan provide for QNECs in this test already?
fn provides(plan: &Plan, test: Test) -> bool {
    match (plan.testing.qnec.stated(), test) {
        (Some(QnecUse::Either), _) | (Some(QnecUse::Adp), Test::Adp) | (Some(QnecUse::Acp), Test::Acp) => {
            true
        }
        (Some(QnecUse::None | QnecUse::Adp | QnecUse::Acp) | None, _) => false,
    }
}

const BY_YEAR_END: Condition = condition(
    "A change that the law does not ask for is adopted by the last day of the plan year in which it takes effect.",
    "Rev. Proc. 2016-37, sections 8, 15",
);
const STILL_TESTED: Condition = condition(
    "After-tax contributions are tested all the same; all match of the plan may be left out, or be counted, for everyone alike.",
    "26 CFR 1.401(m)-2(a)(5)(iv), 1.401(m)-3(j)(6)",
);

fn conditions(lever: Lever, plan: &Plan) -> Vec<Condition> {
    match lever {
        Lever::Match(_) => vec![STILL_TESTED],
        Lever::Excludable(how) => excludable(how),
        Lever::TopPaidGroup => vec![
            BY_YEAR_END,
            condition(
                "The election holds for all plans of the employer alike, and the plan document says who is highly compensated by it.",
                "IRC 414(q)(1)(B)(ii), (3); Notice 97-45",
            ),
        ],
        Lever::Method(year) => vec![BY_YEAR_END, method(year)],
        Lever::SafeHarbor(design, _) => safe_harbor::conditions(design),
        Lever::AutoEnrollment(_) => vec![
            BY_YEAR_END,
            condition(
                "Those covered get a notice 30 to 90 days before the plan year, and may decide otherwise.",
                "IRC 414(w)(3)-(4); 26 CFR 1.414(w)-1(b)(3)",
            ),
        ],
        Lever::NhceAfterTax { .. } => vec![condition(
            "Nobody may be made to contribute; the right to do so must be available alike.",
            "26 CFR 1.401(a)(4)-4",
        )],
        Lever::Shift => vec![condition(
            "Only deferrals under an ADP test that is passed with them and without them, by the current-year method in both tests.",
            "26 CFR 1.401(m)-2(a)(6)(ii), 1.401(k)-2(c)(3)",
        )],
        Lever::Qnec(_) => qnec(plan),
        Lever::HceCap(_) => vec![
            BY_YEAR_END,
            condition(
                "What has been contributed above the cap before it takes effect stays in the test.",
                "26 CFR 1.401(m)-2(a)(4)",
            ),
        ],
    }
}

fn excludable(how: Excludable) -> Vec<Condition> {
    let (what, citation) = match how {
        Excludable::Separate => (
            "Both groups are tested by themselves, and each must pass coverage by itself.",
            "IRC 410(b)(4)(B); 26 CFR 1.401(k)-2(a)(1)(iii)(B), 1.401(m)-2(a)(1)(iii)(B)",
        ),
        Excludable::EarlyParticipation => (
            "All highly compensated employees stay in the test, and both groups pass coverage by themselves.",
            "IRC 401(k)(3)(F), 401(m)(5)(C); 26 CFR 1.401(k)-2(a)(1)(iii)(A)",
        ),
    };
    vec![condition(what, citation)]
}

fn method(year: Year) -> Condition {
    match year {
        Year::Current => condition(
            "A plan may go over to the current year for any plan year, and back only after five years of it.",
            "26 CFR 1.401(k)-2(c)(1)(ii), 1.401(k)-1(e)(7)",
        ),
        Year::Prior => condition(
            "Only after five plan years by the current year, all of a younger plan, or a transaction of IRC 410(b)(6)(C).",
            "26 CFR 1.401(k)-2(c)(1)(ii), 1.401(k)-1(e)(7)",
        ),
    }
}

fn qnec(plan: &Plan) -> Vec<Condition> {
    let mut found = vec![
        condition(
            "It is contributed within 12 months after the end of the plan year, and vested at once.",
            "26 CFR 1.401(k)-2(a)(6)(i), 1.401(k)-6, 1.401(m)-2(a)(6)(i)",
        ),
        condition(
            "Nonelective contributions satisfy IRC 401(a)(4) with it and without it.",
            "26 CFR 1.401(k)-2(a)(6)(ii), 1.401(m)-2(a)(6)(iii)",
        ),
    ];
    if !matches!(plan.testing.qnec.stated(), Some(QnecUse::Either)) {
        found.push(condition("The plan document provides for it.", "26 CFR 1.401(k)-1(e)(7)"));
    }
    found
}

/// The chance of several levers together: that of the least hopeful, by the earliest day.
pub fn together(all: impl Iterator<Item = Chance>) -> Option<Chance> {
    all.reduce(|one, other| match (one, other) {
        (Chance::Open { until: one }, Chance::Open { until: other }) => {
            Chance::Open { until: one.min(other) }
        }
        (Chance::Over { since: one }, Chance::Over { since: other }) => {
            Chance::Over { since: one.min(other) }
        }
        (one, other) => one.max(other),
    })
}
