//! Changes of law with the dates between which they govern. What they demand of a plan is for rules to say.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;

macro_rules! provisions {
    ($($(#[$doc:meta])* $provision:ident: $name:literal;)*) => {
        /// A dated change of law that a rule asks for. Its dates and citation are in `provisions.yaml`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Provision {
            $($(#[$doc])* $provision,)*
        }

        impl Provision {
            /// Every provision, oldest first.
            pub const ALL: &'static [Provision] = &[$(Provision::$provision),*];

            /// The name in `provisions.yaml`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Provision::$provision => $name,)*
                }
            }
        }
    };
}

provisions! {
    /// Plans must offer direct rollovers: distributions from 1993.
    DirectRollover: "direct-rollover";
    /// Vesting of nonelective contributions as fast as that of match: plan years from 2007.
    FasterVesting: "faster-vesting";
    /// Rollovers from a plan straight to a Roth IRA: distributions from 2008.
    RothIraRolloverFromPlans: "roth-ira-rollover-from-plans";
    /// Qualified automatic contribution arrangements: plan years from 2008.
    Qaca: "qaca";
    /// In-plan Roth rollovers of distributable amounts: distributions from 2010-09-28.
    InPlanRothRollover: "in-plan-roth-rollover";
    /// Roth in governmental 457(b) plans: taxable years from 2011.
    Governmental457bRoth: "governmental-457b-roth";
    /// In-plan Roth rollovers of amounts that are not otherwise distributable: transfers from 2013.
    InPlanRothRolloverOfAnyAmount: "in-plan-roth-rollover-of-any-amount";
    /// Pretax and after-tax parts to different destinations: distributions from 2015.
    SplitRollover: "split-rollover";
    /// No suspension of deferrals: hardship distributions from 2020.
    NoSuspensionAfterHardship: "no-suspension-after-hardship";
    /// QACA defaults up to 15% of pay: plan years from 2020.
    QacaDefaultUpTo15Percent: "qaca-default-up-to-15-percent";
    /// Nonelective safe harbors without notice, and adopted late: plan years from 2020.
    NonelectiveSafeHarborWithoutNotice: "nonelective-safe-harbor-without-notice";
    /// Distributions on birth or adoption: from 2020.
    BirthOrAdoptionDistribution: "birth-or-adoption-distribution";
    /// Distributions of lifetime income investments that end: plan years from 2020.
    LifetimeIncomeDistribution: "lifetime-income-distribution";
    /// Match and nonelective contributions as Roth: contributions from 2022-12-30.
    RothEmployerContributions: "roth-employer-contributions";
    /// Match on student loan payments: plan years from 2024.
    StudentLoanMatch: "student-loan-match";
    /// Pension-linked emergency savings accounts: plan years from 2024.
    EmergencySavingsAccount: "emergency-savings-account";
    /// Starter 401(k): plan years from 2024.
    Starter401k: "starter-401k";
    /// Higher limits on deferrals to SIMPLE plans of small employers: taxable years from 2024.
    SimpleHigherLimits: "simple-higher-limits";
    /// The extra nonelective contribution to a SIMPLE 401(k): taxable years from 2024.
    Simple401kAdditionalNonelective: "simple-401k-additional-nonelective";
    /// No minimum distributions from Roth accounts in life: taxable years from 2024.
    NoLifetimeRothRmd: "no-lifetime-roth-rmd";
    /// Emergency personal expense distributions: from 2024.
    EmergencyExpenseDistribution: "emergency-expense-distribution";
    /// Domestic abuse distributions: from 2024.
    DomesticAbuseDistribution: "domestic-abuse-distribution";
    /// Long-term part-time employees in 401(k) plans, after three years: plan years from 2024.
    LongTermPartTime401k: "long-term-part-time-401k";
    /// No attribution by community property or a minor child alone: plan years from 2024.
    FamilyAttribution: "family-attribution";
    /// Forfeitures are used within twelve months: plan years from 2024, as proposed.
    ForfeitureDeadline: "forfeiture-deadline";
    /// Higher catch-up at ages 60 to 63: taxable years from 2025.
    SuperCatchUp: "super-catch-up";
    /// Automatic enrollment in new plans: plan years from 2025.
    MandatoryAutomaticEnrollment: "mandatory-automatic-enrollment";
    /// Long-term part-time employees in 401(k) plans after two years: plan years from 2025.
    LongTermPartTimeAfterTwoYears: "long-term-part-time-after-two-years";
    /// Long-term part-time employees in ERISA 403(b) plans: plan years from 2025.
    LongTermPartTime403b: "long-term-part-time-403b";
    /// Long-term care premium distributions: from 2025-12-30.
    LongTermCareDistribution: "long-term-care-distribution";
    /// Roth-only catch-up for high earners: taxable years from 2026.
    RothOnlyCatchUp: "roth-only-catch-up";
}

/// One entry of `provisions.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedProvision {
    pub provision: Provision,
    /// What it allows or demands, as one sentence without a full stop.
    pub title: String,
    /// What the dates are compared with.
    pub applies_to: AppliesTo,
    /// The first day on which it governs.
    pub from: Date,
    /// The last day on which it governs; `None` while it has no end.
    pub until: Option<Date>,
    /// The first day on which it could be used, where that was before `from`.
    pub optional_from: Option<Date>,
    /// Sections and guidance, separated by commas.
    pub citation: String,
}

/// Which day decides whether a provision governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AppliesTo {
    /// The day of the contribution.
    Contributions,
    /// The day of the distribution or rollover.
    Distributions,
    /// The day of the transfer into the Roth account.
    Transfers,
    /// The first day of the plan year.
    PlanYears,
    /// The first day of the person's or employer's taxable year.
    TaxableYears,
}

/// Reads the table in the order of [`Provision::ALL`]; the error names what is unknown, missing or repeated.
pub(super) fn read(table: &str) -> Result<Vec<DatedProvision>, String> {
    let entries: Vec<Entry> = serde_yaml::from_str(table).map_err(|error| error.to_string())?;
    let entries = entries.into_iter().map(dated).collect::<Result<Vec<_>, _>>()?;
    let only = |provision: &Provision| {
        let mut found = entries.iter().filter(|entry| entry.provision == *provision);
        match (found.next(), found.next()) {
            (Some(entry), None) => Ok(entry.clone()),
            (Some(_), Some(_)) => Err(format!("`{provision}` stands twice")),
            (None, _) => Err(format!("`{provision}` is missing")),
        }
    };
    Provision::ALL.iter().map(only).collect()
}

impl Provision {
    /// The provision of that name.
    pub fn named(name: &str) -> Option<Provision> {
        Provision::ALL.iter().copied().find(|provision| provision.name() == name)
    }
}

impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl DatedProvision {
    /// Whether it governs on `date`, which must be the day that [`Self::applies_to`] names.
    pub fn in_force(&self, date: Date) -> bool {
        self.from <= date && self.until.is_none_or(|until| date <= until)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    name: String,
    title: String,
    applies_to: AppliesTo,
    from: String,
    until: Option<String>,
    optional_from: Option<String>,
    citation: String,
}

fn dated(entry: Entry) -> Result<DatedProvision, String> {
    let name = entry.name;
    let provision = Provision::named(&name).ok_or_else(|| format!("no provision is named `{name}`"))?;
    let date = |text: String| text.parse::<Date>().map_err(|_| format!("`{name}`: `{text}` is no date"));
    Ok(DatedProvision {
        provision,
        title: entry.title,
        applies_to: entry.applies_to,
        from: date(entry.from)?,
        until: entry.until.map(date).transpose()?,
        optional_from: entry.optional_from.map(date).transpose()?,
        citation: entry.citation,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::law::Law;

    #[test]
    fn every_provision_has_its_entry() {
        if let Err(error) = read(include_str!("provisions.yaml")) {
            panic!("{error}");
        }
        let entries = Law::current().provisions();
        assert_eq!(entries.len(), Provision::ALL.len());
        for (entry, provision) in entries.iter().zip(Provision::ALL) {
            assert_eq!(entry.provision, *provision);
            assert_eq!(Law::current().provision(*provision), entry);
            assert!(
                !entry.title.is_empty() && !entry.title.ends_with('.') && !entry.citation.is_empty(),
                "{provision}"
            );
            assert!(entry.until.is_none_or(|until| entry.from <= until), "{provision}");
            assert!(entry.optional_from.is_none_or(|earlier| earlier < entry.from), "{provision}");
        }
        assert!(entries.is_sorted_by_key(|entry| entry.from));
    }

    #[test]
    fn a_provision_is_in_force_from_its_first_day_to_its_last() {
        let starts: &[(Provision, Date)] = &[
            (Provision::DirectRollover, date(1993, 1, 1)),
            (Provision::InPlanRothRollover, date(2010, 9, 28)),
            (Provision::SplitRollover, date(2015, 1, 1)),
            (Provision::RothEmployerContributions, date(2022, 12, 30)),
            (Provision::LongTermCareDistribution, date(2025, 12, 30)),
            (Provision::RothOnlyCatchUp, date(2026, 1, 1)),
        ];
        for (provision, first) in starts {
            assert!(Law::current().in_force(*provision, *first), "{provision}");
            assert!(!Law::current().in_force(*provision, first.yesterday().unwrap()), "{provision}");
        }
        let mut ended = Law::current().provision(Provision::SplitRollover).clone();
        assert_eq!(ended.optional_from, Some(date(2014, 9, 18)));
        assert_eq!(ended.applies_to, AppliesTo::Distributions);
        ended.until = Some(date(2020, 12, 31));
        assert!(ended.in_force(date(2020, 12, 31)));
        assert!(!ended.in_force(date(2021, 1, 1)));
    }

    #[test]
    fn a_provision_with_a_slip_is_refused_by_name() {
        let entry = |name: &str, key: &str, day: &str| {
            format!("- {{ name: {name}, title: t, applies-to: distributions, {key}: {day}, citation: c }}\n")
        };
        let error = |table: &str| read(table).unwrap_err();
        assert!(error(&entry("split", "from", "2015-01-01")).contains("no provision is named `split`"));
        assert!(error(&entry("split-rollover", "form", "2015-01-01")).contains("unknown field `form`"));
        assert!(error(&entry("split-rollover", "from", "2015-02-30")).contains("`2015-02-30` is no date"));
        assert!(
            error(&entry("split-rollover", "from", "2015-01-01")).contains("`direct-rollover` is missing")
        );
        let twice = entry("direct-rollover", "from", "1993-01-01").repeat(2);
        assert!(error(&twice).contains("`direct-rollover` stands twice"));
    }
}
