//! Which warnings hold for a person under a plan.

use super::Warning;
use crate::answer::ground::Ground;
use crate::answer::person::{Notes, Person};
use crate::answer::room::{NoRoom, PersonalRoom};
use crate::answer::route::{Route, RouteTerms};
use crate::answer::taxes::Taxes;
use crate::lower::Truth;
use crate::plan::after_tax::Spillover;
use crate::syntax::phrase::frequency::Automatic;
use crate::syntax::phrase::permission::Permission;

pub fn list(
    person: &Person<'_>,
    ways: &[RouteTerms],
    room: &Result<PersonalRoom, NoRoom>,
    taxes: Option<&Taxes>,
    notes: &mut Notes,
) {
    let takes_after_tax = person.rules().after_tax() != Truth::No;
    if takes_after_tax {
        of_tests(person, room, notes);
        of_contributions(person, notes);
    }
    if let Ok(room) = room
        && !room.over.is_zero()
    {
        notes.warn(Warning::OverAnnualAdditions { amount: room.over });
    }
    of_conversions(person, ways, notes);
    of_taxes(person, ways, taxes, notes);
    let year = person.plan.year;
    if person.facts.hire_date.is_some_and(|hired| hired > year.first_day() && hired <= year.last_day()) {
        notes.warn(Warning::HiredInYear);
    }
}

fn of_tests(person: &Person<'_>, room: &Result<PersonalRoom, NoRoom>, notes: &mut Notes) {
    let is_hce = person.hce.is_hce();
    if is_hce != Some(false) && person.rules().must_run_acp() != Truth::No {
        let up_to = room.as_ref().ok().map(|room| room.after_tax_so_far + room.remaining);
        if up_to.is_none_or(|amount| !amount.is_zero()) {
            notes.warn(Warning::AcpRefund { up_to, is_hce });
        }
    }
}

fn of_contributions(person: &Person<'_>, notes: &mut Notes) {
    let after_tax = &person.plan.after_tax;
    if after_tax.requires_max_deferrals.stated() == Some(&Permission::Yes) {
        notes.warn(Warning::OnlyAfterMaxDeferrals { ground: Ground::of(&after_tax.requires_max_deferrals) });
    }
    if after_tax.spillover.stated().is_some_and(|spillover| *spillover != Spillover::None) {
        notes.warn(Warning::Spillover { ground: Ground::of(&after_tax.spillover) });
    }
}

fn of_conversions(person: &Person<'_>, ways: &[RouteTerms], notes: &mut Notes) {
    let suspension = &person.plan.after_tax.suspension_after_withdrawal;
    if let Some(length) = suspension.stated().filter(|length| !length.is_zero())
        && ways.iter().any(|way| way.route == Route::RothIra)
    {
        notes.warn(Warning::Suspension { length: *length, ground: Ground::of(suspension) });
    }
    for way in ways {
        let Some(ground) = &way.ground else { continue };
        if let Some(amount) = way.minimum.filter(|amount| !amount.is_zero()) {
            notes.warn(Warning::ConversionMinimum { amount, ground: ground.clone() });
        }
        if let Some(amount) = way.fee.filter(|amount| !amount.is_zero()) {
            notes.warn(Warning::ConversionFee { amount, ground: ground.clone() });
        }
        let by_itself = match way.automatic {
            Some(Automatic::Every(frequency)) => Some(frequency.per_year()),
            Some(Automatic::None) | None => None,
        };
        let per_year = by_itself.max(way.frequency.map(|frequency| frequency.per_year()));
        if let Some(per_year) = per_year.filter(|per_year| *per_year < 4) {
            notes.warn(Warning::RareConversion { per_year, ground: ground.clone() });
        }
    }
}

fn of_taxes(person: &Person<'_>, ways: &[RouteTerms], taxes: Option<&Taxes>, notes: &mut Notes) {
    let Some(taxes) = taxes else { return };
    if let (Some(earnings), Some(rate)) = (taxes.earnings, taxes.rate)
        && !earnings.is_zero()
    {
        notes.warn(Warning::EarningsTaxed { earnings, rate });
    }
    let is_paid_out = ways.iter().any(|way| way.route == Route::RothIra) || person.facts.withdrawal.is_some();
    if let Some(cheque) = taxes.cheque.filter(|cheque| is_paid_out && !cheque.withheld.is_zero()) {
        notes.warn(Warning::ChequeWithheld { withheld: cheque.withheld });
    }
}
