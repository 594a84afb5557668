//! The levers that may make a failed test pass: what each writes into the plan spec, and how it is called.

use crate::amend::Change;
use crate::money::Percent;
use crate::money::exact::Hundredths;
use crate::plan::Plan;
use crate::plan::auto_enrollment::Arrangement;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::{OtherwiseExcludable, QnecUse, TestMethod};
use crate::syntax::phrase::limit::Limit;
use crate::testing::remark::Test;

/// One lever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lever {
    /// Whether the match of a safe harbor plan is in the ACP test.
    Match(InAcp),
    Excludable(Excludable),
    TopPaidGroup,
    Method(Year),
    SafeHarbor(Design, InAcp),
    /// With this share of the non-highly compensated deferring.
    AutoEnrollment(Hundredths),
    /// So many more of the non-highly compensated contribute after tax, at this share of pay.
    NhceAfterTax {
        people: u32,
        rate: Hundredths,
    },
    Shift,
    Qnec(Test),
    /// After-tax contributions of the highly compensated, at most this share of pay.
    HceCap(Hundredths),
}

/// Whether match counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InAcp {
    Counted,
    LeftOut,
}

/// How those are tested who could be left out for age and service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Excludable {
    Separate,
    EarlyParticipation,
}

/// Whose average the highly compensated are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Year {
    Current,
    Prior,
}

/// A safe harbor design.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Design {
    Basic,
    Enhanced,
    Nonelective3,
    Nonelective4,
    /// Only with automatic enrollment, whose effect has to be stated.
    QacaMatch,
}

/// The share of pay at which automatic enrollment begins: the least that a QACA may have (IRC 401(k)(13)(C)(iii)(I)), and
/// within the 3% to 10% of IRC 414A.
pub const DEFAULT_DEFERRAL: Hundredths = Hundredths::percent(3);

impl Lever {
    /// Can a plan not use both, because they decide about the same?
    pub fn excludes(self, other: Lever) -> bool {
        let both = [self, other];
        let any = |is: fn(&Lever) -> bool| both.iter().filter(|lever| is(lever)).count() == 2;
        any(|lever| matches!(lever, Lever::Match(_) | Lever::SafeHarbor(_, _)))
            || any(|lever| matches!(lever, Lever::Excludable(_)))
            || any(|lever| matches!(lever, Lever::Method(_)))
            || any(|lever| matches!(lever, Lever::AutoEnrollment(_) | Lever::SafeHarbor(Design::QacaMatch, _)))
            // What a safe harbor plan still tests, it tests by the current year (26 CFR 1.401(k)-2(c)(1)(i)).
            || any(|lever| matches!(lever, Lever::Method(_) | Lever::SafeHarbor(_, _)))
            // 26 CFR 1.401(k)-3(h)(3), 1.401(m)-3(j)(3).
            || any(|lever| matches!(lever, Lever::Excludable(Excludable::EarlyParticipation) | Lever::SafeHarbor(_, _)))
    }

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Lever::Match(InAcp::Counted) => "match-counted",
            Lever::Match(InAcp::LeftOut) => "match-left-out",
            Lever::Excludable(Excludable::Separate) => "otherwise-excludable-separate",
            Lever::Excludable(Excludable::EarlyParticipation) => "early-participation",
            Lever::TopPaidGroup => "top-paid-group",
            Lever::Method(Year::Current) => "current-year-testing",
            Lever::Method(Year::Prior) => "prior-year-testing",
            Lever::SafeHarbor(design, _) => design.name(),
            Lever::AutoEnrollment(_) => "auto-enrollment",
            Lever::NhceAfterTax { .. } => "nhce-after-tax",
            Lever::Shift => "shift-deferrals",
            Lever::Qnec(Test::Adp) => "qnec-adp",
            Lever::Qnec(Test::Acp) => "qnec-acp",
            Lever::HceCap(_) => "hce-cap",
        }
    }

    /// For people, in a table.
    pub fn short(self) -> String {
        let percent = |share: Hundredths| Percent::from(share).to_string();
        let fixed = match self {
            Lever::Match(InAcp::Counted) => "match in",
            Lever::Match(InAcp::LeftOut) => "match out",
            Lever::Excludable(Excludable::Separate) => "separate tests",
            Lever::Excludable(Excludable::EarlyParticipation) => "early participation",
            Lever::TopPaidGroup => "top-paid group",
            Lever::Method(Year::Current) => "current year",
            Lever::Method(Year::Prior) => "prior year",
            Lever::SafeHarbor(design, counted) => {
                let counted = if counted == InAcp::Counted { "in" } else { "out" };
                return format!("{} {counted}", design.short());
            }
            Lever::AutoEnrollment(_) => "auto-enrollment",
            Lever::NhceAfterTax { people, rate } => return format!("{people} others at {}", percent(rate)),
            Lever::Shift => "shift",
            Lever::Qnec(_) => "QNEC",
            Lever::HceCap(share) => return format!("cap {}", percent(share)),
        };
        fixed.to_owned()
    }

    /// For people, as an imperative without a full stop.
    pub fn words(self) -> String {
        let percent = |share: Hundredths| Percent::from(share).to_string();
        match self {
            Lever::Match(InAcp::Counted) => "count the safe harbor match in the ACP test".to_owned(),
            Lever::Match(InAcp::LeftOut) => "leave the safe harbor match out of the ACP test".to_owned(),
            Lever::Excludable(Excludable::Separate) => {
                "test those under 21 or with less than a year of service by themselves".to_owned()
            }
            Lever::Excludable(Excludable::EarlyParticipation) => {
                "leave others who are under 21 or with less than a year of service out of the test".to_owned()
            }
            Lever::TopPaidGroup => "make the top-paid group election".to_owned(),
            Lever::Method(Year::Current) => "test by the current year".to_owned(),
            Lever::Method(Year::Prior) => "test by the prior year".to_owned(),
            Lever::SafeHarbor(design, InAcp::Counted) => {
                format!("{}, its match counted in the ACP test", design.words())
            }
            Lever::SafeHarbor(design, InAcp::LeftOut) => {
                format!("{}, its match left out of the ACP test", design.words())
            }
            Lever::AutoEnrollment(Hundredths::ZERO) => "enroll automatically".to_owned(),
            Lever::AutoEnrollment(share) => format!(
                "enroll automatically at {} of pay, with {} of the others deferring as stated",
                percent(DEFAULT_DEFERRAL),
                percent(share)
            ),
            Lever::NhceAfterTax { people: 1, rate } => {
                format!("win one more of the others over to contribute {} of pay after tax", percent(rate))
            }
            Lever::NhceAfterTax { people, rate } => {
                format!(
                    "win {people} more of the others over to contribute {} of pay after tax",
                    percent(rate)
                )
            }
            Lever::Shift => "count deferrals that the ADP test can spare in the ACP test".to_owned(),
            Lever::Qnec(Test::Adp) => "make a QNEC for the ADP test".to_owned(),
            Lever::Qnec(Test::Acp) => "make a QNEC for the ACP test".to_owned(),
            Lever::HceCap(share) => {
                format!("cap after-tax contributions of the highly compensated at {} of pay", percent(share))
            }
        }
    }

    /// What it writes into this plan; nothing where it only changes what people contribute.
    pub fn changes(self, plan: &Plan) -> Vec<Change> {
        let testing = |key: &str, phrase: &str| vec![Change::new(&format!("testing.{key}"), phrase)];
        let mut changes = match self {
            Lever::Match(counted) => testing("include-safe-harbor-match", counted.phrase()),
            Lever::Excludable(Excludable::Separate) => testing("otherwise-excludable", "separate"),
            Lever::Excludable(Excludable::EarlyParticipation) => {
                testing("otherwise-excludable", "early participation")
            }
            Lever::TopPaidGroup => testing("top-paid-group", "yes"),
            Lever::Method(year) => method(year, plan),
            Lever::SafeHarbor(design, counted) => design.changes(counted),
            Lever::AutoEnrollment(_) => vec![
                Change::new("auto-enrollment.type", "EACA"),
                Change::new("auto-enrollment.percent", Percent::from(DEFAULT_DEFERRAL).to_string()),
                Change::new("auto-enrollment.covers", "those without election"),
            ],
            Lever::NhceAfterTax { .. } => Vec::new(),
            Lever::Shift => testing("shift-deferrals", "yes"),
            Lever::Qnec(test) => testing("qnec", qnec_use(test, plan)),
            Lever::HceCap(share) => vec![Change::new("after-tax.hce-limit", cap(share, plan).to_string())],
        };
        changes.retain(|change| {
            plan.says(&change.path, std::slice::from_ref(&change.phrase)).is_none_or(|(_, is)| !is.is_yes())
        });
        changes
    }
}

impl InAcp {
    fn phrase(self) -> &'static str {
        match self {
            InAcp::Counted => "yes",
            InAcp::LeftOut => "no",
        }
    }
}

impl Design {
    pub fn name(self) -> &'static str {
        match self {
            Design::Basic => "safe-harbor-basic-match",
            Design::Enhanced => "safe-harbor-enhanced-match",
            Design::Nonelective3 => "safe-harbor-nonelective-3",
            Design::Nonelective4 => "safe-harbor-nonelective-4",
            Design::QacaMatch => "safe-harbor-qaca-match",
        }
    }

    fn short(self) -> &'static str {
        match self {
            Design::Basic => "basic match",
            Design::Enhanced => "enhanced match",
            Design::Nonelective3 => "3% nonelective",
            Design::Nonelective4 => "4% nonelective",
            Design::QacaMatch => "QACA match",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Design::Basic => "adopt the basic safe harbor match",
            Design::Enhanced => "adopt an enhanced safe harbor match of 100% of the first 4% of pay",
            Design::Nonelective3 => "adopt the safe harbor with a nonelective contribution of 3% of pay",
            Design::Nonelective4 => "adopt the safe harbor with a nonelective contribution of 4% of pay",
            Design::QacaMatch => {
                "adopt a QACA with its match, enrolling at 3% of pay with the stated participation"
            }
        }
    }

    /// Does it rest on a match?
    pub fn is_match(self) -> bool {
        match self {
            Design::Basic | Design::Enhanced | Design::QacaMatch => true,
            Design::Nonelective3 | Design::Nonelective4 => false,
        }
    }

    /// The safe harbor nonelective contribution, of pay.
    pub fn nonelective(self) -> Option<Hundredths> {
        match self {
            Design::Nonelective3 => Some(Hundredths::percent(3)),
            Design::Nonelective4 => Some(Hundredths::percent(4)),
            Design::Basic | Design::Enhanced | Design::QacaMatch => None,
        }
    }

    /// IRC 401(k)(12)(B), (13)(D); what it asks of vesting and conditions comes with it.
    fn changes(self, counted: InAcp) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut say = |path: &str, phrase: &str| changes.push(Change::new(path, phrase));
        let (kind, formula) = match self {
            Design::Basic => ("basic match", Some("100% of first 3% of pay + 50% of next 2% of pay")),
            Design::Enhanced => ("enhanced match", Some("100% of first 4% of pay")),
            Design::QacaMatch => ("QACA match", Some("100% of first 1% of pay + 50% of next 5% of pay")),
            Design::Nonelective3 | Design::Nonelective4 => ("3% nonelective", None),
        };
        say("safe-harbor.type", kind);
        if self == Design::QacaMatch {
            say("auto-enrollment.type", "QACA");
            say("auto-enrollment.percent", "3%");
            say("auto-enrollment.escalation", "1% a year to 6%");
            say("auto-enrollment.covers", "those without election");
        }
        if let Some(formula) = formula {
            say("match.formula", formula);
            say("match.conditions", "none");
            say("match.vesting", "immediate");
            say("safe-harbor.acp", "yes");
            say("safe-harbor.notice", "yes");
        } else {
            say("safe-harbor.acp", "no");
            say("safe-harbor.vesting", "immediate");
            say("safe-harbor.conditions", "none");
            say("safe-harbor.percent", if self == Design::Nonelective4 { "4%" } else { "3%" });
        }
        say("testing.include-safe-harbor-match", counted.phrase());
        changes
    }
}

/// Both tests by one method: otherwise nothing may move between them (26 CFR 1.401(k)-2(c)(3)).
fn method(year: Year, plan: &Plan) -> Vec<Change> {
    let phrase = match year {
        Year::Current => "current year",
        Year::Prior => "prior year",
    };
    let is_run = |method: &TestMethod| *method != TestMethod::NotTested;
    let tests = [("testing.adp", &plan.testing.adp), ("testing.acp", &plan.testing.acp)];
    let run = tests.into_iter().filter(|(_, stated)| stated.stated().is_some_and(is_run));
    run.map(|(path, _)| Change::new(path, phrase)).collect()
}

/// A plan that lets QNECs be used in the other test lets them be used in either then.
fn qnec_use(test: Test, plan: &Plan) -> &'static str {
    match (plan.testing.qnec.stated(), test) {
        (Some(QnecUse::Either), _) | (Some(QnecUse::Adp), Test::Acp) | (Some(QnecUse::Acp), Test::Adp) => {
            "either"
        }
        (Some(QnecUse::None | QnecUse::Adp) | None, Test::Adp) => "adp",
        (Some(QnecUse::None | QnecUse::Acp) | None, Test::Acp) => "acp",
    }
}

/// The share of pay, and the dollars that the plan allows at most already.
pub fn cap(share: Hundredths, plan: &Plan) -> Limit {
    let at_most = match plan.after_tax.hce_limit.stated() {
        Some(Limit::OfPay { at_most, .. }) => *at_most,
        Some(Limit::Dollars(amount)) => Some(*amount),
        Some(Limit::None | Limit::Barred | Limit::ElectiveDeferralLimit | Limit::AnnualAdditionsRoom)
        | None => None,
    };
    if share == Hundredths::ZERO { Limit::Barred } else { Limit::OfPay { share: share.into(), at_most } }
}

/// The levers besides contributions that this plan does not use yet.
pub fn unused(plan: &Plan, year_is_over_for_3_percent: Window) -> Vec<Lever> {
    let testing = &plan.testing;
    let mut levers = Vec::new();
    let has_safe_harbor = plan.safe_harbor.kind.is(|kind| *kind != SafeHarborType::None);
    if has_safe_harbor.is_yes() {
        let counted = testing.include_safe_harbor_match.is_yes();
        levers.extend((!counted.is_yes()).then_some(Lever::Match(InAcp::Counted)));
        levers.extend((counted != crate::lower::Truth::No).then_some(Lever::Match(InAcp::LeftOut)));
    } else {
        let nonelective = match year_is_over_for_3_percent {
            Window::Open => Design::Nonelective3,
            Window::Closed => Design::Nonelective4,
        };
        for design in [Design::Basic, Design::Enhanced, nonelective] {
            levers.extend([InAcp::Counted, InAcp::LeftOut].map(|counted| Lever::SafeHarbor(design, counted)));
        }
    }
    match testing.otherwise_excludable.stated() {
        Some(OtherwiseExcludable::Together) | None => {
            levers.extend([Excludable::Separate, Excludable::EarlyParticipation].map(Lever::Excludable));
        }
        Some(OtherwiseExcludable::Separate) => levers.push(Lever::Excludable(Excludable::EarlyParticipation)),
        Some(OtherwiseExcludable::EarlyParticipation) => levers.push(Lever::Excludable(Excludable::Separate)),
    }
    levers.extend((!testing.top_paid_group.is_yes().is_yes()).then_some(Lever::TopPaidGroup));
    let is = |method: TestMethod| {
        [&testing.adp, &testing.acp].iter().any(|stated| stated.stated() == Some(&method))
    };
    // What a safe harbor plan still tests, it tests by the current year (26 CFR 1.401(k)-2(c)(1)(i)).
    if !has_safe_harbor.is_yes() {
        levers.extend(is(TestMethod::PriorYear).then_some(Lever::Method(Year::Current)));
        levers.extend(is(TestMethod::CurrentYear).then_some(Lever::Method(Year::Prior)));
    }
    levers
}

/// May a nonelective safe harbor of 3% of pay still be adopted (IRC 401(k)(12)(F)(ii))?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    Open,
    Closed,
}

/// Does the plan enroll automatically already, or is it not told?
pub fn enrolls(plan: &Plan) -> bool {
    plan.auto_enrollment.kind.stated().is_some_and(|kind| *kind != Arrangement::None)
}
