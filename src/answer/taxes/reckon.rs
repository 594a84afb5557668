//! The taxes of moving one person's after-tax money to Roth.

use super::{
    BasisFrom, Cheque, Clock, ClockKind, Form, FormCase, Split, SplitPart, Taxes, Waiting, WaitingFor,
    Withdrawal,
};
use crate::answer::person::Person;
use crate::answer::room::{NoRoom, PersonalRoom};
use crate::answer::route::{Route, RouteTerms};
use crate::money::exact::Cents;
use crate::money::{Percent, Usd};
use crate::room::rollover::{Destination, Parts, Payment, pro_rata, split};

/// Withheld from the taxable part of an eligible rollover distribution that is paid to the participant (IRC
/// 3405(c)(1)(B)); what is not income bears none (IRC 3405(e)(1)(B)(ii)).
const WITHHELD: i64 = 20;

pub fn reckon(person: &Person<'_>, ways: &[RouteTerms], room: &Result<PersonalRoom, NoRoom>) -> Taxes {
    let facts = person.facts;
    let this_year = room.as_ref().ok().map(|room| room.after_tax_so_far + room.remaining);
    let (basis, basis_from) = match facts.basis {
        Some(basis) => (Some(basis), BasisFrom::Given),
        None => (this_year.or(facts.after_tax_so_far), BasisFrom::YearsContributions),
    };
    let earnings = facts.earnings;
    let account = basis
        .zip(earnings)
        .map(|(basis, earnings)| Parts { pretax: cents(earnings), after_tax: cents(basis) });
    let paid = account.map(|account| match facts.withdrawal {
        Some(amount) => pro_rata(&account, cents(amount).min(account.total())),
        None => account,
    });
    // What only moves within the plan is neither split nor paid out.
    let paid_out = paid.filter(|_| may_be_paid_out(person, ways));
    let split = paid_out.and_then(|paid| divided(person, &paid));
    Taxes {
        basis,
        basis_from,
        earnings,
        rate: facts.tax_rate,
        tax: tax(earnings, facts.tax_rate),
        withdrawal: facts.withdrawal.and(paid).map(|paid| Withdrawal {
            amount: paid.total().into(),
            basis: paid.after_tax.into(),
            earnings: paid.pretax.into(),
        }),
        forms: forms(ways, account, split.as_ref()),
        split,
        cheque: paid_out.map(cheque),
        clocks: clocks(person, ways),
        waiting: basis.zip(facts.growth).map(|(basis, growth)| waiting(basis, growth, facts.tax_rate)),
    }
}

fn may_be_paid_out(person: &Person<'_>, ways: &[RouteTerms]) -> bool {
    let facts = person.facts;
    let named = [
        facts.withdrawal,
        facts.to_traditional,
        facts.to_roth,
        facts.later_to_traditional,
        facts.later_to_roth,
    ];
    ways.iter().any(|way| way.route == Route::RothIra) || named.iter().any(Option::is_some)
}

fn tax(earnings: Option<Usd>, rate: Option<Percent>) -> Option<Usd> {
    Some(rate?.of(earnings?).round_to_cents())
}

/// By the destinations that the facts name, or the usual one: earnings to a traditional IRA, contributions to a Roth IRA.
fn divided(person: &Person<'_>, paid: &Parts) -> Option<Split> {
    let facts = person.facts;
    let named = [
        (Destination::DirectPretax, facts.to_traditional),
        (Destination::DirectRoth, facts.to_roth),
        (Destination::SixtyDayPretax, facts.later_to_traditional),
        (Destination::SixtyDayRoth, facts.later_to_roth),
    ];
    let mut payments: Vec<Payment> =
        named.into_iter().filter_map(|(to, amount)| Some(Payment { to, amount: cents(amount?) })).collect();
    if payments.is_empty() {
        payments = vec![
            Payment { to: Destination::DirectPretax, amount: paid.pretax },
            Payment { to: Destination::DirectRoth, amount: paid.after_tax },
        ];
    }
    let sent: Cents = payments.iter().map(|payment| payment.amount).sum();
    if sent < paid.total() {
        payments.push(Payment { to: Destination::Kept, amount: paid.total() - sent });
    }
    let found = split(paid, &payments)?;
    let part = |(payment, parts): (&Payment, &Parts)| SplitPart {
        to: payment.to,
        amount: payment.amount.into(),
        pretax: parts.pretax.into(),
        after_tax: parts.after_tax.into(),
    };
    let taxable = Usd::from(found.taxable);
    Some(Split {
        parts: payments.iter().zip(&found.parts).map(part).collect(),
        taxable,
        tax: tax(Some(taxable), facts.tax_rate),
        participant_chooses: found.participant_chooses,
    })
}

fn cheque(paid: Parts) -> Cheque {
    let (amount, taxable) = (Usd::from(paid.total()), Usd::from(paid.pretax));
    let withheld = Percent::whole(WITHHELD).of(taxable).round_to_cents();
    Cheque { amount, taxable, withheld, received: amount.less(withheld), to_add: withheld }
}

fn clocks(person: &Person<'_>, ways: &[RouteTerms]) -> Vec<Clock> {
    let begins = person.as_of.year();
    let has = |route: Route| ways.iter().any(|way| way.route == route);
    let mut kinds = Vec::new();
    if has(Route::InPlanRoth) {
        kinds.push(ClockKind::RothAccount);
    }
    kinds.extend([ClockKind::RothIra, ClockKind::Recapture]);
    kinds.into_iter().map(|kind| Clock { kind, begins, ends: begins + 4 }).collect()
}

/// Box 7 as the instructions for Form 1099-R give it: G for a direct rollover, within the plan too, H from a Roth account to
/// a Roth IRA, 1 and 7 for what is paid out.
fn forms(ways: &[RouteTerms], account: Option<Parts>, split: Option<&Split>) -> Vec<Form> {
    let bare = |case, code| Form { case, code, gross: None, taxable: None, basis: None };
    let with = |case, pretax: Cents, after_tax: Cents, taxable: Cents| Form {
        gross: Some((pretax + after_tax).into()),
        taxable: Some(taxable.into()),
        basis: Some(after_tax.into()),
        ..bare(case, "G")
    };
    let mut forms = Vec::new();
    if ways.iter().any(|way| way.route == Route::InPlanRoth) {
        let case = FormCase::InPlanRothRollover;
        forms.push(account.map_or(bare(case, "G"), |all| with(case, all.pretax, all.after_tax, all.pretax)));
        forms.push(bare(FormCase::RothAccountToRothIra, "H"));
    }
    let (roth, traditional) = (FormCase::DirectToRothIra, FormCase::DirectToTraditionalIra);
    let sent = |to: Destination| {
        let part = split.and_then(|split| split.parts.iter().find(|part| part.to == to));
        part.map(|part| (cents(part.pretax), cents(part.after_tax)))
    };
    // What goes to a Roth IRA before it was taxed is income now; what goes to a traditional IRA is not.
    let to_roth = sent(Destination::DirectRoth);
    forms.push(to_roth.map_or(bare(roth, "G"), |(pretax, basis)| with(roth, pretax, basis, pretax)));
    let to_traditional = sent(Destination::DirectPretax);
    forms.push(
        to_traditional
            .map_or(bare(traditional, "G"), |(pretax, basis)| with(traditional, pretax, basis, Cents::ZERO)),
    );
    forms.push(bare(FormCase::PaidBefore59AndAHalf, "1"));
    forms.push(bare(FormCase::PaidFrom59AndAHalf, "7"));
    forms
}

/// A month's growth is taken as a twelfth of a year's.
fn waiting(basis: Usd, growth: Percent, rate: Option<Percent>) -> Waiting {
    let of = |share: Percent| {
        let earnings = share.of(basis).round_to_cents();
        WaitingFor { earnings, tax: tax(Some(earnings), rate) }
    };
    let twelfth = Percent::new(growth.decimal() / rust_decimal::Decimal::from(12));
    Waiting { growth, month: of(twelfth), year: of(growth) }
}

fn cents(amount: Usd) -> Cents {
    Cents(amount.to_cents().unwrap_or_default())
}
