//! A plan with the people of an estimate, and the one way in which settings become rows of a census: everything that is
//! computed faster elsewhere is the test of these rows.

use crate::census::column::{Column, DateField, Money};
use crate::census::participant::PlanRows;
use crate::law::Law;
use crate::lower::{Given, Truth};
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::nondiscrimination::excludable::Structure;
use crate::plan::Plan;
use crate::source::Span;
use crate::syntax::phrase::permission::Permission;
use crate::testing::people::People;
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;

use super::assumption::Assumption;
use super::draw::{For, rank};
use super::formula::{self, MatchOf};
use super::lever::Settings;
use super::population::{Population, Source, write_match};
use super::scene::Scene;
use super::workforce::share_of;

/// The default seed of orders and draws.
pub const SEED: u64 = 1;

/// What an estimate starts from.
#[derive(Debug)]
pub struct Model<'a> {
    pub plan: &'a Plan,
    pub law: &'a Law,
    pub terms: Terms,
    pub population: Population,
    pub seed: u64,
}

impl<'a> Model<'a> {
    pub fn new(plan: &'a Plan, law: &'a Law, mut population: Population, seed: u64) -> Self {
        let terms = terms_of(plan, law, population.source);
        // A census without the column does not say that nobody contributes.
        let is_silent =
            population.source == Source::Census && !population.understanding.has(Column::AfterTax);
        if is_silent && terms.after_tax_allowed != Truth::No {
            population.gaps.hce_after_tax.add(Unanswered::column(Column::AfterTax));
            population.gaps.nhce_after_tax.add(Unanswered::column(Column::AfterTax));
        }
        population.understanding = population.understanding.with(Column::Match);
        Self { plan, law, terms, population, seed }
    }

    /// The people with all settings but those on after-tax contributions: what one row or column of a grid shares.
    ///
    /// # Errors
    /// What would have to be known for it.
    pub fn scene(&self, settings: Settings) -> Result<Scene, Unanswered> {
        if !self.population.gaps.people.is_empty() {
            return Err(self.population.gaps.people.clone());
        }
        let mut plan = self.plan.clone();
        if let Some(rate) = settings.match_rate {
            formula::with_rate(&mut plan, rate)?;
        }
        if let Some(share) = settings.safe_harbor_match {
            let value = if share > Hundredths::ZERO { Permission::Yes } else { Permission::No };
            let span = plan.testing.include_safe_harbor_match.span();
            plan.testing.include_safe_harbor_match.given = stated(value, span);
        }
        let terms = terms_of(&plan, self.law, self.population.source);
        let mut plans = self.population.plans.clone();
        let mut people = Changed { model: self, plan: &plan, terms: &terms };
        if let Some(share) = settings.nhce_participation {
            people.participation(&mut plans, share)?;
        }
        if settings.match_rate.is_some() {
            people.matches(&mut plans)?;
        }
        Scene::of(self, &plan, terms, plans)
    }

    /// What is to be said of settings: who adopts, and at which rate new ones begin.
    pub fn assumptions(&self, settings: Settings) -> Vec<Assumption> {
        let mut list = Vec::new();
        if settings != settings.beside_after_tax() {
            list.push(Assumption::AfterTaxAmount);
        }
        if settings != Settings::default() {
            list.push(Assumption::Order { seed: self.seed });
        }
        if settings.nhce_participation.is_some() {
            let people = self.people(&self.terms, &self.population.plans);
            list.extend(average_deferral(&people).map(Assumption::NewDeferrers));
        }
        if settings.nhce_participation.is_some() || settings.match_rate.is_some() {
            list.push(Assumption::MatchByFormula);
        }
        list
    }

    pub(super) fn people<'p>(&self, terms: &Terms, plans: &'p [PlanRows]) -> People<'p> {
        People::of(terms, &self.population.understanding, plans, self.population.tested)
    }
}

/// The terms for these people. Groups tell no ages: whoever is in them is in the same test, as their assumptions say.
fn terms_of(plan: &Plan, law: &Law, source: Source) -> Terms {
    let mut terms = Terms::of(plan, law);
    if source == Source::Workforce {
        terms.structure = Structure::Together;
    }
    terms
}

/// A value as a spec would state it.
fn stated<T>(value: T, span: Span) -> Given<T> {
    Given::Value(crate::lower::Spanned { value, span })
}

/// Rows that are about to be changed.
struct Changed<'m, 'a> {
    model: &'m Model<'a>,
    plan: &'m Plan,
    terms: &'m Terms,
}

impl Changed<'_, '_> {
    /// So many of the non-highly compensated defer; their match follows.
    fn participation(&mut self, plans: &mut [PlanRows], share: Hundredths) -> Result<(), Unanswered> {
        let tested = self.model.population.tested;
        let people = self.model.people(self.terms, plans);
        if !people.unanswered.is_empty() {
            return Err(people.unanswered);
        }
        let rate = average_deferral(&people).ok_or_else(|| {
            Unanswered::other("nobody defers now, so at which rate others would begin is not told")
        })?;
        let mut eligible: Vec<(bool, u64, u32, Cents, Cents)> = Vec::new();
        for person in people.people.iter().filter(|one| one.is(Status::Nhce) && one.is_in_adp()) {
            let id = people.rows.employee_id(people.row(person));
            let defers = person.here.elective > Cents::ZERO;
            let order = rank(id, self.model.seed, For::Deferrals);
            eligible.push((!defers, order, person.place, person.pay, person.here.elective));
        }
        eligible.sort_unstable();
        let count = share_of(u32::try_from(eligible.len()).unwrap_or(u32::MAX), share) as usize;
        let formula = MatchOf::of(self.plan, self.terms);
        let limit = self.terms.limits.elective_deferral.and_then(|(_, figure)| figure.ok());
        for (index, (_, _, place, pay, elective)) in eligible.into_iter().enumerate() {
            let begins = Cents(pay.times(rate).rounded_half_up()).min(limit.unwrap_or(Cents::MOST));
            let amount = match (index < count, elective) {
                (true, Cents::ZERO) => begins,
                (false, elective) if elective > Cents::ZERO => Cents::ZERO,
                (true | false, _) => continue,
            };
            let row = &mut plans[tested].participants_mut()[place as usize];
            for column in [Money::PreTax, Money::Roth, Money::CatchUp] {
                row.set_money(column, 0);
            }
            row.set_money(Money::PreTax, amount.0);
            let years = years(self.terms, row);
            let matching = formula.as_ref().map_err(Clone::clone)?.on(Status::Nhce, pay, amount, years)?;
            write_match(row, matching);
        }
        Ok(())
    }

    /// Everyone's match by the formula.
    fn matches(&mut self, plans: &mut [PlanRows]) -> Result<(), Unanswered> {
        let formula = MatchOf::of(self.plan, self.terms)?;
        let tested = self.model.population.tested;
        let found: Vec<(u32, Option<Status>, Cents, Cents)> = {
            let people = self.model.people(self.terms, plans);
            let of = |one: &crate::testing::people::Person| {
                (one.place, one.hce.map(|found| found.status), one.pay, one.here.elective)
            };
            people.people.iter().filter(|one| one.is_in_acp()).map(of).collect()
        };
        for (place, status, pay, elective) in found {
            let row = &mut plans[tested].participants_mut()[place as usize];
            let years = years(self.terms, row);
            let Some(status) = status else { continue };
            write_match(row, formula.on(status, pay, elective, years)?);
        }
        Ok(())
    }
}

/// The average of those of the non-highly compensated who defer, in percent of pay.
fn average_deferral(people: &People<'_>) -> Option<Hundredths> {
    let (mut sum, mut count) = (0, 0);
    for person in people.people.iter().filter(|one| one.is(Status::Nhce) && one.is_in_adp()) {
        if person.here.elective > Cents::ZERO {
            sum += person.here.elective.ratio_of(person.pay).unwrap_or_default().0;
            count += 1;
        }
    }
    (count > 0).then(|| Hundredths((2 * sum + count) / (2 * count)))
}

fn years(terms: &Terms, row: &crate::census::participant::Participant) -> Option<u32> {
    let hired = row.date(DateField::Hire)?;
    Some(terms.days.last.saturating_sub(hired.number()) / 10_000)
}

/// May after-tax contributions be varied at all?
pub(super) fn may_vary_after_tax(plan: &Plan, terms: &Terms) -> Result<(), Unanswered> {
    match &terms.after_tax_allowed {
        Truth::Yes => formula::is_after_tax_unmatched(plan),
        Truth::No => Err(Unanswered::other("the plan takes no after-tax contributions")),
        Truth::Unknown(missing) => Err(missing.clone().into()),
    }
}
