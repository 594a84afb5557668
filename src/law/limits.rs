//! The dollar limits of the law: name, title, section, and what a year means. Amounts are in `limits.yaml`.

use std::fmt;

/// How the statute moves an amount: `base` plus whole steps, the rest of an increase rounded down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Index {
    /// Dollars in the statute before any adjustment.
    pub base: i64,
    /// Dollars of one step.
    pub step: i64,
}

/// What the year of a limit's values means. It matters for a plan year that is not the calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YearKey {
    /// The calendar year, the taxable year of nearly every person: 402(g), 414(v), 457(e)(15), IRAs, HSAs.
    CalendarYear,
    /// The calendar year in which the plan year begins: 401(a)(17), 26 CFR 1.401(a)(17)-1(b)(3).
    PlanYearStart,
    /// The calendar year in which the plan year with the determination date ends: 416(i), 26 CFR 1.416-1.
    PlanYearEnd,
    /// The calendar year in which the limitation year ends: 415, 26 CFR 1.415(d)-1.
    LimitationYearEnd,
    /// The calendar year in which the look-back year begins, whose pay is measured: 414(q)(1)(B).
    LookBackYearStart,
}

macro_rules! limits {
    ($(
        $(#[$doc:meta])*
        $limit:ident: $name:literal, $title:literal, $section:literal, $year_key:ident, $index:expr;
    )*) => {
        /// A limit that is set, and mostly indexed, year by year.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Limit {
            $($(#[$doc])* $limit,)*
        }

        impl Limit {
            /// Every limit, in the order in which they are listed.
            pub const ALL: &'static [Limit] = &[$(Limit::$limit),*];

            const fn definition(self) -> &'static Definition {
                match self {
                    $(Limit::$limit => const {
                        &Definition {
                            name: $name,
                            title: $title,
                            section: $section,
                            year_key: YearKey::$year_key,
                            index: $index,
                        }
                    },)*
                }
            }
        }
    };
}

limits! {
    /// What one person may defer in a calendar year, over all plans of all employers.
    ElectiveDeferral: "elective-deferral", "Elective deferrals",
        "IRC 402(g)(1)", CalendarYear, steps(15_000, 500);
    /// Added for those who are 50 or older by the end of the calendar year.
    CatchUp: "catch-up", "Catch-up contributions from age 50",
        "IRC 414(v)(2)(B)(i)", CalendarYear, steps(5_000, 500);
    /// In place of [`Limit::CatchUp`] for those who end the calendar year at age 60 to 63; indexed from 2026.
    SuperCatchUp: "super-catch-up", "Catch-up contributions at ages 60 to 63",
        "IRC 414(v)(2)(E)(i)", CalendarYear, steps(11_250, 500);
    /// Keyed by the year of the catch-up, compared with the FICA wages of the year before from the same
    /// employer: who had more may make catch-up contributions only as Roth.
    RothCatchUpWages: "roth-catch-up-wages", "Prior-year FICA wages above which catch-up must be Roth",
        "IRC 414(v)(7)(A)", CalendarYear, steps(145_000, 5_000);
    /// The dollar part of the limit on annual additions; 100% of pay is the other part.
    AnnualAdditions: "annual-additions", "Annual additions to defined contribution plans",
        "IRC 415(c)(1)(A)", LimitationYearEnd, steps(40_000, 1_000);
    /// The most pay that contributions and tests may count.
    Compensation: "compensation", "Compensation that a plan may count",
        "IRC 401(a)(17)", PlanYearStart, steps(200_000, 5_000);
    /// The threshold for pay of this look-back year. It decides who is an HCE in the plan year after it.
    HcePay: "hce-pay", "Pay in a look-back year that makes an HCE",
        "IRC 414(q)(1)(B)", LookBackYearStart, steps(80_000, 5_000);
    /// The threshold that decides who is an HCE in this plan year: [`Limit::HcePay`] of the year before.
    HceLookbackPay: "hce-lookback-pay", "Prior-year pay that makes an HCE in the plan year",
        "IRC 414(q)(1)(B)", PlanYearStart, steps(80_000, 5_000);
    /// An officer with more pay is a key employee.
    KeyEmployeeOfficerPay: "key-employee-officer-pay", "Pay of an officer who is a key employee",
        "IRC 416(i)(1)(A)(i)", PlanYearEnd, steps(130_000, 5_000);
    /// An owner of more than 1% with more pay is a key employee. Never indexed.
    KeyEmployeeOwnerPay: "key-employee-owner-pay", "Pay of a more-than-1% owner who is a key employee",
        "IRC 416(i)(1)(A)(iii)", PlanYearEnd, None;
    /// The yearly benefit that a defined benefit plan may pay.
    AnnualBenefit: "annual-benefit", "Annual benefit of defined benefit plans",
        "IRC 415(b)(1)(A)", LimitationYearEnd, steps(160_000, 5_000);
    /// Deferrals and employer contributions together, in all 457(b) plans.
    Deferral457b: "deferral-457b", "Deferrals to 457(b) plans",
        "IRC 457(e)(15)", CalendarYear, steps(15_000, 500);
    /// Deferrals to a SIMPLE IRA or SIMPLE 401(k).
    SimpleDeferral: "simple-deferral", "Deferrals to SIMPLE plans",
        "IRC 408(p)(2)(E)(i)(III)", CalendarYear, steps(10_000, 500);
    /// With 25 or fewer employees, or 26 to 100 and a higher employer contribution: from 2024.
    SimpleDeferral110: "simple-deferral-110", "Deferrals to SIMPLE plans at the 110% level",
        "IRC 408(p)(2)(E)(i)(I)-(II)", CalendarYear, None;
    /// Added in a SIMPLE plan from age 50.
    SimpleCatchUp: "simple-catch-up", "SIMPLE catch-up contributions from age 50",
        "IRC 414(v)(2)(B)(ii)", CalendarYear, steps(2_500, 500);
    /// Added from age 50 where [`Limit::SimpleDeferral110`] applies.
    SimpleCatchUp110: "simple-catch-up-110", "SIMPLE catch-up contributions from age 50 at the 110% level",
        "IRC 414(v)(2)(B)(iii)", CalendarYear, None;
    /// Added in a SIMPLE plan at ages 60 to 63.
    SimpleSuperCatchUp: "simple-super-catch-up", "SIMPLE catch-up contributions at ages 60 to 63",
        "IRC 414(v)(2)(E)(ii)", CalendarYear, None;
    /// The dollar cap on the optional uniform nonelective contribution of up to 10% of pay.
    SimpleAdditionalNonelective: "simple-additional-nonelective", "Additional nonelective, SIMPLE plans",
        "IRC 408(p)(2)(A)(iv)", CalendarYear, None;
    /// Deferrals to a starter 401(k).
    StarterDeferral: "starter-deferral", "Deferrals to starter 401(k) plans",
        "IRC 401(k)(16)(D)", CalendarYear, None;
    /// Added in a starter 401(k) from age 50.
    StarterCatchUp: "starter-catch-up", "Starter 401(k) catch-up contributions from age 50",
        "IRC 401(k)(16)(D)", CalendarYear, None;
    /// The most that a pension-linked emergency savings account may hold of the participant's contributions.
    EmergencySavingsAccount: "emergency-savings-account", "Pension-linked emergency savings account",
        "IRC 402A(e)(3)(A)", CalendarYear, None;
    /// Contributions to all of a person's traditional and Roth IRAs.
    IraContribution: "ira-contribution", "Contributions to IRAs",
        "IRC 219(b)(5)(A)", CalendarYear, steps(5_000, 500);
    /// Added from age 50; indexed from 2024.
    IraCatchUp: "ira-catch-up", "IRA catch-up contributions from age 50",
        "IRC 219(b)(5)(B)", CalendarYear, steps(1_000, 100);
    /// Wages above it bear no Social Security tax; plans with permitted disparity integrate at it.
    WageBase: "wage-base", "Social Security wage base",
        "IRC 3121(a)(1)", CalendarYear, None;
    /// Contributions with self-only coverage.
    HsaSelfOnly: "hsa-self-only", "HSA contributions with self-only coverage",
        "IRC 223(b)(2)(A)", CalendarYear, None;
    /// Contributions with family coverage.
    HsaFamily: "hsa-family", "HSA contributions with family coverage",
        "IRC 223(b)(2)(B)", CalendarYear, None;
    /// Added from age 55. Never indexed.
    HsaCatchUp: "hsa-catch-up", "HSA catch-up contributions from age 55",
        "IRC 223(b)(3)(B)", CalendarYear, None;
    /// Income at which a single person's Roth IRA contribution begins to shrink.
    RothIraSinglePhaseOutStart: "roth-ira-single-phase-out-start", "Roth IRA phase-out begins, single",
        "IRC 408A(c)(3)(B)(ii)(II)", CalendarYear, None;
    /// Income at which a single person can make no Roth IRA contribution.
    RothIraSinglePhaseOutEnd: "roth-ira-single-phase-out-end", "Roth IRA phase-out ends, single",
        "IRC 408A(c)(3)(A)(ii)", CalendarYear, None;
    /// Income at which a joint filer's Roth IRA contribution begins to shrink.
    RothIraJointPhaseOutStart: "roth-ira-joint-phase-out-start", "Roth IRA phase-out begins, joint return",
        "IRC 408A(c)(3)(B)(ii)(I)", CalendarYear, None;
    /// Income at which a joint filer can make no Roth IRA contribution.
    RothIraJointPhaseOutEnd: "roth-ira-joint-phase-out-end", "Roth IRA phase-out ends, joint return",
        "IRC 408A(c)(3)(A)(ii)", CalendarYear, None;
    /// Who earns less may be left out of a SEP.
    SepMinimumPay: "sep-minimum-pay", "Pay from which a SEP must cover an employee",
        "IRC 408(k)(2)(C)", CalendarYear, steps(450, 50);
}

impl Limit {
    /// The name in `limits.yaml` and on the command line.
    pub const fn name(self) -> &'static str {
        self.definition().name
    }

    /// What it limits, as a heading.
    pub const fn title(self) -> &'static str {
        self.definition().title
    }

    /// The section of law that sets it, such as `IRC 402(g)(1)`.
    pub const fn section(self) -> &'static str {
        self.definition().section
    }

    /// What the year of its values means.
    pub const fn year_key(self) -> YearKey {
        self.definition().year_key
    }

    /// How it is indexed; `None` where it is fixed, follows another number, or the rule is not recorded here.
    pub const fn index(self) -> Option<Index> {
        self.definition().index
    }

    /// The limit of that name.
    pub fn named(name: &str) -> Option<Limit> {
        Limit::ALL.iter().copied().find(|limit| limit.name() == name)
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl YearKey {
    /// As it reads after "for": `the calendar year in which the limitation year ends`.
    pub const fn meaning(self) -> &'static str {
        match self {
            YearKey::CalendarYear => "the calendar year",
            YearKey::PlanYearStart => "the calendar year in which the plan year begins",
            YearKey::PlanYearEnd => "the calendar year in which the plan year ends",
            YearKey::LimitationYearEnd => "the calendar year in which the limitation year ends",
            YearKey::LookBackYearStart => "the calendar year in which the look-back year begins",
        }
    }
}

struct Definition {
    name: &'static str,
    title: &'static str,
    section: &'static str,
    year_key: YearKey,
    index: Option<Index>,
}

const fn steps(base: i64, step: i64) -> Option<Index> {
    Some(Index { base, step })
}
