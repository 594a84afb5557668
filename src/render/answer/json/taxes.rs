//! The taxes in JSON, with the members of the contract first.

use serde::Serialize;

use crate::answer::taxes::{ClockKind, FormCase, Taxes, WaitingFor};
use crate::money::Usd;
use crate::room::rollover::Destination;

#[derive(Serialize)]
pub struct TaxFigures {
    basis: Option<Usd>,
    earnings: Option<Usd>,
    /// In percent: `24`.
    rate: Option<String>,
    tax: Option<Usd>,
    withdrawal: Option<Withdrawal>,
    split: Option<Split>,
    cheque: Option<Cheque>,
    five_years: Vec<Clock>,
    forms: Vec<Form>,
    waiting: Option<Waiting>,
}

#[derive(Serialize)]
struct Withdrawal {
    amount: Usd,
    basis: Usd,
    earnings: Usd,
}

#[derive(Serialize)]
struct Split {
    parts: Vec<Part>,
    taxable: Usd,
    tax: Option<Usd>,
    participant_chooses: bool,
}

#[derive(Serialize)]
struct Part {
    to: &'static str,
    amount: Usd,
    pretax: Usd,
    after_tax: Usd,
}

#[derive(Serialize)]
struct Cheque {
    amount: Usd,
    taxable: Usd,
    withheld: Usd,
    received: Usd,
    to_add: Usd,
}

#[derive(Serialize)]
struct Clock {
    clock: &'static str,
    begins: i16,
    ends: i16,
}

#[derive(Serialize)]
struct Form {
    case: &'static str,
    code: &'static str,
    box_1: Option<Usd>,
    box_2a: Option<Usd>,
    box_5: Option<Usd>,
}

#[derive(Serialize)]
struct Waiting {
    growth: String,
    month: Wait,
    year: Wait,
}

#[derive(Serialize)]
struct Wait {
    earnings: Usd,
    tax: Option<Usd>,
}

pub fn taxes(taxes: &Taxes) -> TaxFigures {
    TaxFigures {
        basis: taxes.basis,
        earnings: taxes.earnings,
        rate: taxes.rate.map(|rate| rate.decimal().normalize().to_string()),
        tax: taxes.tax,
        withdrawal: taxes.withdrawal.map(|part| Withdrawal {
            amount: part.amount,
            basis: part.basis,
            earnings: part.earnings,
        }),
        split: taxes.split.as_ref().map(split),
        cheque: taxes.cheque.map(|cheque| Cheque {
            amount: cheque.amount,
            taxable: cheque.taxable,
            withheld: cheque.withheld,
            received: cheque.received,
            to_add: cheque.to_add,
        }),
        five_years: taxes
            .clocks
            .iter()
            .map(|clock| Clock { clock: clock_name(clock.kind), begins: clock.begins, ends: clock.ends })
            .collect(),
        forms: taxes.forms.iter().map(form).collect(),
        waiting: taxes.waiting.map(|waiting| Waiting {
            growth: waiting.growth.decimal().normalize().to_string(),
            month: wait(waiting.month),
            year: wait(waiting.year),
        }),
    }
}

fn split(split: &crate::answer::taxes::Split) -> Split {
    let part = |part: &crate::answer::taxes::SplitPart| Part {
        to: destination(part.to),
        amount: part.amount,
        pretax: part.pretax,
        after_tax: part.after_tax,
    };
    Split {
        parts: split.parts.iter().map(part).collect(),
        taxable: split.taxable,
        tax: split.tax,
        participant_chooses: split.participant_chooses,
    }
}

fn form(form: &crate::answer::taxes::Form) -> Form {
    let case = match form.case {
        FormCase::InPlanRothRollover => "in-plan-roth-rollover",
        FormCase::DirectToRothIra => "direct-to-roth-ira",
        FormCase::DirectToTraditionalIra => "direct-to-traditional-ira",
        FormCase::RothAccountToRothIra => "roth-account-to-roth-ira",
        FormCase::PaidBefore59AndAHalf => "paid-before-59-and-a-half",
        FormCase::PaidFrom59AndAHalf => "paid-from-59-and-a-half",
    };
    Form { case, code: form.code, box_1: form.gross, box_2a: form.taxable, box_5: form.basis }
}

fn wait(wait: WaitingFor) -> Wait {
    Wait { earnings: wait.earnings, tax: wait.tax }
}

fn destination(to: Destination) -> &'static str {
    match to {
        Destination::DirectPretax => "traditional-ira",
        Destination::DirectRoth => "roth-ira",
        Destination::SixtyDayPretax => "traditional-ira-within-60-days",
        Destination::SixtyDayRoth => "roth-ira-within-60-days",
        Destination::Kept => "kept",
    }
}

fn clock_name(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::RothAccount => "roth-account",
        ClockKind::RothIra => "roth-ira",
        ClockKind::Recapture => "recapture",
    }
}
