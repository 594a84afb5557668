//! Limits that a plan writes out in dollars, each beside the law's figures for the same time. What follows is for rules.

use super::year_limits::{calendar_years, counts_annual_additions, deferral_limit, limitation_years};
use crate::finding::ElectionPath;
use crate::law::Law;
use crate::law::limits::Limit;
use crate::law::years::LimitValue;
use crate::lower::{Election, Missing};
use crate::money::Usd;
use crate::plan::Plan;
use crate::source::Span;
use crate::syntax::phrase::limit::StatedLimit;

/// A limit that a plan document writes out in dollars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure<'l> {
    pub kind: FigureKind,
    pub path: ElectionPath,
    pub span: Span,
    pub amount: Usd,
    /// A larger amount is above the law at some time of the plan year.
    pub most: &'l LimitValue,
    /// A smaller amount is below the law at some time of the plan year.
    pub least: &'l LimitValue,
}

/// What a figure limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureKind {
    Deferrals,
    AnnualAdditions,
    Compensation,
    HcePay,
    KeyEmployeePay,
}

/// All figures of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatedFigures<'l> {
    pub figures: Vec<Figure<'l>>,
    /// Elections without which it is open whether there are further figures, or what they are to be set against.
    pub missing: Option<Missing>,
    /// Is there a figure that cannot be judged, or not in full: a limit is not published, or the plan year is short?
    pub is_unjudged: bool,
}

/// The dollar figures of a plan; fails where the type of plan is not known, which decides what limits it.
pub fn stated_figures<'l>(plan: &Plan, law: &'l Law) -> Result<StatedFigures<'l>, Missing> {
    let plan_type = *plan.identity.plan_type.known()?;
    let mut stated = StatedFigures::default();
    if let Some(limit) = deferral_limit(plan_type) {
        stated.deferrals(plan, law, limit);
    }
    if counts_annual_additions(plan_type) {
        stated.annual_additions(plan, law);
        stated.compensation(plan, law);
        stated.thresholds(plan, law);
    }
    Ok(stated)
}

impl FigureKind {
    /// As it reads behind "the plan's".
    pub fn noun(self) -> &'static str {
        match self {
            FigureKind::Deferrals => "limit on deferrals",
            FigureKind::AnnualAdditions => "limit on annual additions",
            FigureKind::Compensation => "cap on compensation",
            FigureKind::HcePay => "threshold for highly compensated employees",
            FigureKind::KeyEmployeePay => "threshold for key employees",
        }
    }
}

impl<'l> StatedFigures<'l> {
    /// A figure stands for the whole plan year, so it is set against the figure of every calendar year in it.
    fn deferrals(&mut self, plan: &Plan, law: &'l Law, limit: Limit) {
        let election = &plan.deferrals.limit;
        if let Some(amount) = self.dollars(election) {
            let years = calendar_years(plan, election).map(|year| law.limit(limit, year));
            self.push(FigureKind::Deferrals, election, amount, years);
        }
    }

    fn annual_additions(&mut self, plan: &Plan, law: &'l Law) {
        let election = &plan.limits.annual_additions;
        let Some(amount) = self.dollars(election) else { return };
        match limitation_years(plan) {
            // A short limitation year has its limit in proportion (26 CFR 1.415(j)-1(d)).
            Ok(_) if plan.year.is_short() => self.is_unjudged = true,
            Ok(years) => {
                let years = years.map(|year| law.limit(Limit::AnnualAdditions, year));
                self.push(FigureKind::AnnualAdditions, election, amount, years);
            }
            Err(missing) => self.lack(missing),
        }
    }

    /// The cap may stand in either of two sections; it is missing where it stands in neither.
    fn compensation(&mut self, plan: &Plan, law: &'l Law) {
        let (cap, elsewhere) = (&plan.compensation.cap, &plan.limits.compensation);
        if cap.is_written() || !elsewhere.is_written() {
            self.cap(plan, law, cap);
        }
        if elsewhere.is_written() {
            self.cap(plan, law, elsewhere);
        }
    }

    fn cap(&mut self, plan: &Plan, law: &'l Law, election: &Election<StatedLimit>) {
        let Some(amount) = self.dollars(election) else { return };
        // A short plan year has its cap in proportion (26 CFR 1.401(a)(17)-1(b)(3)(iii)).
        if plan.year.is_short() {
            self.is_unjudged = true;
            return;
        }
        let value = law.limit(Limit::Compensation, plan.year.begins_in());
        self.push(FigureKind::Compensation, election, amount, [value]);
    }

    /// A document need not state these two, and a spec has no way to say that it does not: silence is no figure.
    fn thresholds(&mut self, plan: &Plan, law: &'l Law) {
        let (begins, ends) = (plan.year.begins_in(), plan.year.ends_in());
        if let Some(amount) = self.written(&plan.limits.hce_threshold) {
            let value =
                law.limit(Limit::HceLookbackPay, begins).or_else(|| law.limit(Limit::HcePay, begins - 1));
            self.push(FigureKind::HcePay, &plan.limits.hce_threshold, amount, [value]);
        }
        if let Some(amount) = self.written(&plan.limits.key_employee) {
            // Key employees of a plan year are found on its determination date, mostly the last day of the year
            // before (IRC 416(g)(4)(C)): a document may mean either year's figure.
            let own = law.limit(Limit::KeyEmployeeOfficerPay, ends);
            let before = law.limit(Limit::KeyEmployeeOfficerPay, ends - 1);
            match (own, before) {
                (Some(most), Some(least)) => {
                    self.figures.push(figure(
                        FigureKind::KeyEmployeePay,
                        &plan.limits.key_employee,
                        amount,
                        most,
                        least,
                    ));
                }
                (None, _) | (_, None) => self.is_unjudged = true,
            }
        }
    }

    /// Notes a figure beside the law's figures of the years that it stands for, of which one may not be published.
    fn push<T>(
        &mut self,
        kind: FigureKind,
        election: &Election<T>,
        amount: Usd,
        years: impl IntoIterator<Item = Option<&'l LimitValue>>,
    ) {
        let years: Vec<Option<&LimitValue>> = years.into_iter().collect();
        self.is_unjudged |= years.iter().any(Option::is_none);
        let lowest = years.iter().flatten().min_by_key(|value| value.amount);
        let highest = years.iter().flatten().max_by_key(|value| value.amount);
        if let (Some(most), Some(least)) = (lowest, highest) {
            self.figures.push(figure(kind, election, amount, most, least));
        }
    }

    fn dollars(&mut self, election: &Election<StatedLimit>) -> Option<Usd> {
        match election.known() {
            Ok(StatedLimit::Dollars(amount)) => Some(*amount),
            Ok(StatedLimit::None | StatedLimit::AsAdjusted(_)) => None,
            Err(missing) => {
                self.lack(missing);
                None
            }
        }
    }

    fn written(&mut self, election: &Election<Usd>) -> Option<Usd> {
        if !election.is_written() {
            return None;
        }
        election.known().copied().map_err(|missing| self.lack(missing)).ok()
    }

    fn lack(&mut self, missing: Missing) {
        self.missing = Some(self.missing.take().unwrap_or_default().and(missing));
    }
}

fn figure<'l, T>(
    kind: FigureKind,
    election: &Election<T>,
    amount: Usd,
    most: &'l LimitValue,
    least: &'l LimitValue,
) -> Figure<'l> {
    Figure { kind, path: election.path.clone(), span: election.span(), amount, most, least }
}
