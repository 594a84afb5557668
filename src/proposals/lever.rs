//! The levers that may make a failed test pass: what each writes into the plan spec, and how it is called.

use super::design::{Design, InAcp};
use crate::amend::Change;
use crate::money::Percent;
use crate::money::exact::Hundredths;
use crate::plan::Plan;
use crate::plan::testing::{QnecUse, TestMethod};
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
            Lever::HceCap(Hundredths::ZERO) => "HCEs barred",
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
            Lever::HceCap(Hundredths::ZERO) => {
                "bar the highly compensated from after-tax contributions".to_owned()
            }
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
            Lever::SafeHarbor(design, counted) => design.changes(counted, plan),
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
