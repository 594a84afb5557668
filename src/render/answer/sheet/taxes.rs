//! The taxes: what moves untaxed, what is taxed, splits, cheques, five-year periods, forms, and what waiting costs.

use super::{Block, Item, Section, Sum, SumKind};
use crate::answer::taxes::{Cheque, Clock, ClockKind, Form, FormCase, Split, SplitPart, Taxes, Waiting};
use crate::render::answer::Answered;
use crate::render::language::page::Page;
use crate::render::language::taxes::Aside;
use crate::render::language::{Language, amounts, text};
use crate::room::rollover::Destination;

pub fn taxes(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let mut blocks = Vec::new();
    if let Some(taxes) = &answer.taxes {
        blocks.push(Block::Text(text(language, &Aside::OnlyEarnings)));
        let sums = sums(language, taxes);
        if !sums.is_empty() {
            blocks.push(Block::Sums(sums));
        }
        let list = |told: Vec<Item>| (!told.is_empty()).then_some(Block::List(told));
        if let Some(split) = &taxes.split {
            blocks.push(Block::Text(text(language, &Aside::Split)));
            blocks.extend(list(items(language, &self::split(language, split))));
        }
        blocks.extend(list(items(language, &sentences(taxes))));
    }
    Section::new(language, "taxes", &Page::Taxes, blocks)
}

/// The periods of five years.
pub fn clocks(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let clocks = answer.taxes.iter().flat_map(|taxes| &taxes.clocks);
    let items = clocks.map(|clock| self::clock(language, *clock)).collect();
    Section::list(language, "five-years", &Page::Clocks, items)
}

/// What Form 1099-R shows.
pub fn forms(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let forms = answer.taxes.iter().flat_map(|taxes| &taxes.forms);
    let items = forms.map(|form| self::form(language, form)).collect();
    Section::list(language, "forms", &Page::Forms, items)
}

fn sums(language: Language, taxes: &Taxes) -> Vec<Sum> {
    let money = |amount| amounts::column(language, amount);
    let line =
        |kind, what: &Aside, amount: String| Sum { kind, what: text(language, what), amount, ground: None };
    // Alone, what moves untaxed is the amount that was told before.
    let basis = taxes.basis.filter(|_| taxes.earnings.is_some() || taxes.tax.is_some());
    let lines = [
        basis.map(|basis| line(SumKind::Amount, &Aside::Basis, money(basis))),
        taxes.earnings.map(|earnings| line(SumKind::Amount, &Aside::Earnings, money(earnings))),
        taxes.rate.map(|rate| line(SumKind::Aside, &Aside::Rate, amounts::percent(language, rate))),
        taxes.tax.map(|tax| line(SumKind::Total, &Aside::Tax, money(tax))),
    ];
    lines.into_iter().flatten().collect()
}

fn items(language: Language, told: &[Aside]) -> Vec<Item> {
    told.iter().map(|message| Item::plain(text(language, message))).collect()
}

fn sentences(taxes: &Taxes) -> Vec<Aside> {
    let mut told = Vec::new();
    if let Some(part) = taxes.withdrawal {
        told.push(Aside::PartWithdrawal { amount: part.amount, basis: part.basis, earnings: part.earnings });
    }
    told.extend(taxes.cheque.map(cheque));
    if let Some(waiting) = taxes.waiting {
        told.extend(self::waiting(waiting));
    }
    told
}

fn split(language: Language, split: &Split) -> Vec<Aside> {
    let mut told: Vec<Aside> = split.parts.iter().map(|part| self::part(language, part)).collect();
    told.push(match split.tax {
        _ if split.taxable.is_zero() => Aside::SplitUntaxed,
        Some(tax) => Aside::SplitTax { taxable: split.taxable, tax },
        None => Aside::SplitTaxable { taxable: split.taxable },
    });
    if split.participant_chooses {
        told.push(Aside::SplitChoice);
    }
    told
}

fn part(language: Language, part: &SplitPart) -> Aside {
    let SplitPart { to, amount, pretax, after_tax } = *part;
    let destination = text(language, &destination(to));
    match (pretax.is_zero(), after_tax.is_zero()) {
        (true, _) => Aside::SplitAfterTax { destination, amount },
        (false, true) => Aside::SplitPretax { destination, amount },
        (false, false) => Aside::SplitPart { destination, amount, pretax, after_tax },
    }
}

fn destination(to: Destination) -> Aside {
    match to {
        Destination::DirectPretax => Aside::DestinationTraditional,
        Destination::DirectRoth => Aside::DestinationRoth,
        Destination::SixtyDayPretax => Aside::DestinationLaterTraditional,
        Destination::SixtyDayRoth => Aside::DestinationLaterRoth,
        Destination::Kept => Aside::DestinationCash,
    }
}

fn cheque(cheque: Cheque) -> Aside {
    Aside::Cheque {
        amount: cheque.amount,
        taxable: cheque.taxable,
        withheld: cheque.withheld,
        received: cheque.received,
        to_add: cheque.to_add,
    }
}

fn waiting(waiting: Waiting) -> Vec<Aside> {
    let (month, year) = (waiting.month, waiting.year);
    let mut told =
        vec![Aside::WaitingEarnings { growth: waiting.growth, month: month.earnings, year: year.earnings }];
    if let (Some(month), Some(year)) = (month.tax, year.tax) {
        told.push(Aside::WaitingTax { month, year });
    }
    told
}

fn clock(language: Language, clock: Clock) -> Item {
    let Clock { kind, begins, ends } = clock;
    let (told, citations): (Aside, &[&'static str]) = match kind {
        ClockKind::RothAccount => (Aside::ClockRothAccount { begins, ends }, &["IRC 402A(d)(2)(B)"]),
        ClockKind::RothIra => (Aside::ClockRothIra { begins, ends }, &["IRC 408A(d)(2)(B)"]),
        ClockKind::Recapture => {
            (Aside::ClockRecapture { begins, ends }, &["IRC 402A(c)(4)(D)", "IRC 408A(d)(3)(F)"])
        }
    };
    Item::cited(text(language, &told), citations)
}

fn form(language: Language, form: &Form) -> Item {
    let code = form.code.to_owned();
    let told = match form.case {
        FormCase::InPlanRothRollover => Aside::FormInPlan { code },
        FormCase::DirectToRothIra => Aside::FormRoth { code },
        FormCase::DirectToTraditionalIra => Aside::FormTraditional { code },
        FormCase::RothAccountToRothIra => Aside::FormRothAccount { code },
        FormCase::PaidBefore59AndAHalf => Aside::FormEarly { code },
        FormCase::PaidFrom59AndAHalf => Aside::FormLate { code },
    };
    let mut words = text(language, &told);
    if let (Some(gross), Some(taxable), Some(basis)) = (form.gross, form.taxable, form.basis) {
        let boxes = text(language, &Aside::FormBoxes { gross, taxable, basis });
        words = amounts::joined(language, vec![words, boxes]);
    }
    Item::plain(words)
}
