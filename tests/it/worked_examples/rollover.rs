//! Examples on distributions that are split between pre-tax and Roth.

use planlint::money::exact::{Cents, Hundredths};
use planlint::room::rollover::{
    Destination, Parts, Payment, Split, conversion_tax, pro_rata, roth_sixty_day, split,
};
use serde_json::{Map, Value, json};

use super::example::Facts;

fn shown(parts: Parts) -> Value {
    json!({ "pretax": parts.pretax, "after_tax": parts.after_tax })
}

pub fn from_account(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let account =
        Parts { pretax: facts.cents("pretax_balance"), after_tax: facts.cents("after_tax_balance") };
    shown(pro_rata(&account, facts.cents("distribution")))
}

/// Destinations by the names that the examples give them.
fn destination(name: &str) -> Destination {
    match name {
        "roth_ira_direct" => Destination::DirectRoth,
        "cash" => Destination::Kept,
        _ => Destination::DirectPretax,
    }
}

fn distribution(facts: Facts<'_>) -> Parts {
    let Some(amount) = facts.find("distribution") else {
        return Parts { pretax: facts.cents("pretax"), after_tax: facts.cents("after_tax") };
    };
    let account =
        Parts { pretax: facts.cents("pretax_balance"), after_tax: facts.cents("after_tax_balance") };
    pro_rata(&account, amount.as_cents())
}

pub fn payments(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let named = facts.members("destinations");
    let payment =
        |(name, amount): &(&str, Facts<'_>)| Payment { to: destination(name), amount: amount.as_cents() };
    let payments: Vec<Payment> = named.iter().map(payment).collect();
    let found = split(&distribution(facts), &payments).expect("a whole distribution");
    let mut out: Map<String, Value> = named
        .iter()
        .zip(&found.parts)
        .map(|((name, _), parts)| ((*name).to_owned(), shown(*parts)))
        .collect();
    let direct = payments.iter().zip(&found.parts).filter(|(payment, _)| payment.to != Destination::Kept);
    out.insert(
        "pretax_total_to_direct".to_owned(),
        json!(direct.map(|(_, parts)| parts.pretax).sum::<Cents>()),
    );
    let names =
        named.iter().map(|(name, _)| *name).filter(|name| *name != "cash" && found.participant_chooses);
    out.insert("participant_may_choose_between".to_owned(), names.collect());
    let mut taxable = found.taxable;
    if let Some(rolled) = facts.find("then_60day_ira") {
        let cash = found.parts[named.iter().position(|(name, _)| *name == "cash").expect("cash")];
        let later = after_sixty_days(&cash, rolled.as_cents());
        out.insert("ira_60day".to_owned(), shown(later.parts[0]));
        taxable = later.taxable;
    }
    out.insert("taxable".to_owned(), json!(taxable));
    out.into()
}

/// What was paid to the participant, when a part of it is rolled over within 60 days.
fn after_sixty_days(cash: &Parts, rolled: Cents) -> Split {
    let payments = [
        Payment { to: Destination::SixtyDayPretax, amount: rolled },
        Payment { to: Destination::Kept, amount: cash.total() - rolled },
    ];
    split(cash, &payments).expect("the cash")
}

pub fn roth_account_rolled(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let distribution = Parts { pretax: facts.cents("income"), after_tax: facts.cents("basis") };
    let rolled = roth_sixty_day(&distribution, facts.cents("rolled_60day_roth_ira"));
    json!({
        "rolled_income": rolled.pretax, "rolled_basis": rolled.after_tax,
        "taxable": distribution.pretax - rolled.pretax,
    })
}

pub fn roth_account(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let account = Parts { pretax: facts.cents("income"), after_tax: facts.cents("basis") };
    let paid = pro_rata(&account, facts.cents("distribution"));
    json!({
        "basis_recovered": paid.after_tax, "income_part": paid.pretax,
        "basis_left": account.after_tax - paid.after_tax, "income_left": account.pretax - paid.pretax,
    })
}

pub fn conversion(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let converted =
        Parts { pretax: facts.cents("earnings"), after_tax: facts.cents("after_tax_contribution") };
    let rate = Hundredths(facts.cents("bracket_pct").0);
    json!({
        "tax_free": converted.after_tax, "taxable": converted.pretax, "tax": conversion_tax(&converted, rate),
    })
}
