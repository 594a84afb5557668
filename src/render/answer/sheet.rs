//! An answer as headings, sums and sentences in one language: what `full`, `markdown` and `html` each write in their way.

mod bar;
mod guidance;
mod order;
mod room;
mod routes;
mod taxes;

use super::{Answered, words};
use crate::answer::assumption::Assumption;
use crate::answer::verdict::Verdict;
use crate::answer::warning::Warning;
use crate::render::language::answer::Told;
use crate::render::language::page::Page;
use crate::render::language::{Language, amounts, facts, questions, text};
use crate::render::safe;

pub(in crate::render) use bar::Bar;
pub(super) use room::{front_loading, number};

/// The whole of it.
#[derive(Debug)]
pub(in crate::render) struct Sheet {
    pub language: Language,
    pub plan: String,
    /// `401(k) · Plan year from … to …`
    pub facts: String,
    pub verdict: Verdict,
    pub headline: String,
    /// The number in a sentence, or why there is none.
    pub number: String,
    pub sections: Vec<Section>,
    pub disclaimer: String,
    pub made_by: String,
    /// How to see what a brief answer leaves out.
    pub more: String,
}

#[derive(Debug)]
pub(in crate::render) struct Section {
    /// The same in every language; an anchor in HTML.
    pub id: &'static str,
    pub heading: String,
    pub blocks: Vec<Block>,
    pub place: Place,
}

/// Where a section belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Place {
    /// To the answer itself: can I, how much, what do I do next.
    Answer,
    /// To what can be read later.
    Further,
}

#[derive(Debug)]
pub(in crate::render) enum Block {
    Text(String),
    List(Vec<Item>),
    /// In this order.
    Numbered(Vec<Item>),
    Sums(Vec<Sum>),
    Bar(Box<Bar>),
    Law(Vec<String>),
}

/// A sentence with what it stands on.
#[derive(Debug, Default)]
pub(in crate::render) struct Item {
    pub text: String,
    /// The elections as the spec has them: `after-tax.allowed: yes, §4.6`.
    pub grounds: Vec<String>,
    /// How the fact that it asks for is given on the command line.
    pub flag: Option<String>,
    pub citations: Vec<&'static str>,
}

/// A line of a sum.
#[derive(Debug)]
pub(in crate::render) struct Sum {
    pub kind: SumKind,
    pub what: String,
    /// Written as money or a percentage.
    pub amount: String,
    pub ground: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum SumKind {
    Amount,
    /// Taken from what stands above.
    Less,
    /// Told beside the sum.
    Aside,
    Subtotal,
    Total,
}

/// The sheet of an answer.
pub(super) fn sheet(answered: &Answered<'_>) -> Sheet {
    let Answered { answer, language, .. } = *answered;
    let mut sections = order::sections(answered);
    sections.retain(|section| !section.blocks.is_empty());
    Sheet {
        language,
        plan: safe::line(&answer.plan).into_owned(),
        facts: about(answered),
        verdict: answer.verdict,
        headline: text(language, &words::verdict(answer)),
        number: room::number(answered),
        sections,
        disclaimer: text(language, &Page::Disclaimer),
        more: text(language, &Page::More),
        made_by: text(language, &Page::MadeBy { version: env!("CARGO_PKG_VERSION").to_owned() }),
    }
}

impl Section {
    fn new(language: Language, id: &'static str, heading: &Page, blocks: Vec<Block>) -> Self {
        Self { id, heading: text(language, heading), blocks, place: Place::Answer }
    }

    /// A section of one list; nothing for an empty one.
    fn list(language: Language, id: &'static str, heading: &Page, items: Vec<Item>) -> Self {
        let blocks = if items.is_empty() { Vec::new() } else { vec![Block::List(items)] };
        Self::new(language, id, heading, blocks)
    }
}

impl Item {
    fn plain(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    fn cited(text: String, citations: &[&'static str]) -> Self {
        Self { text, citations: citations.to_vec(), ..Self::default() }
    }
}

fn about(answered: &Answered<'_>) -> String {
    let Answered { answer, language, .. } = *answered;
    let (from, to) = (answer.year.first_day(), answer.year.last_day());
    let year = text(language, &Page::PlanYear { from, to });
    match answer.plan_type {
        Some(plan_type) => format!("{plan_type} · {year}"),
        None => year,
    }
}

fn why(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let item = |reason| Item {
        text: words::reason(language, reason),
        grounds: words::grounds_of(reason).into_iter().map(words::ground).collect(),
        ..Item::default()
    };
    Section::list(language, "why", &Page::Why, answer.reasons.iter().map(item).collect())
}

fn warnings(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let item = |warning| Item {
        text: words::warning(language, warning),
        grounds: words::ground_of(warning).into_iter().map(words::ground).collect(),
        ..Item::default()
    };
    let told = answer.warnings.iter().filter(|warning| is_news(warning, answer.verdict));
    Section::list(language, "warnings", &Page::Warnings, told.map(item).collect())
}

/// What the taxes tell as well, and what can only befall somebody who contributes, are no warnings here.
fn is_news(warning: &Warning, verdict: Verdict) -> bool {
    match warning {
        Warning::ChequeWithheld { .. } | Warning::EarningsTaxed { .. } => false,
        Warning::AcpRefund { .. } => verdict != Verdict::No,
        Warning::FrontLoadingLosesMatch(_)
        | Warning::PerPayrollMatch { .. }
        | Warning::ExcessDeferral { .. }
        | Warning::OverAnnualAdditions { .. }
        | Warning::CatchUpMustBeRoth { .. }
        | Warning::NoCatchUpWithoutRoth { .. }
        | Warning::Suspension { .. }
        | Warning::HiredInYear
        | Warning::NotPublished(_)
        | Warning::OtherEmployerDeferrals { .. }
        | Warning::ConversionMinimum { .. }
        | Warning::ConversionFee { .. }
        | Warning::RareConversion { .. }
        | Warning::OnlyAfterMaxDeferrals { .. }
        | Warning::Spillover { .. } => true,
    }
}

fn ask(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let item = |question: &crate::answer::ground::Question| Item {
        text: questions::question(language, question),
        grounds: vec![question.path.to_string()],
        ..Item::default()
    };
    Section::list(language, "questions", &Page::Questions, answer.questions.iter().map(item).collect())
}

fn wanted(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let item = |fact| Item {
        text: amounts::named(
            language,
            &text(language, &facts::label(fact)),
            &text(language, &facts::help(fact)),
        ),
        flag: Some(format!("--{}", fact.flag())),
        ..Item::default()
    };
    Section::list(language, "wanted", &Page::Wanted, answer.wanted.iter().copied().map(item).collect())
}

fn assumptions(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let item = |assumption: &Assumption| {
        let mut item = Item::plain(text(language, &words::assumption(language, assumption)));
        if let Assumption::TakenAsNone { path } = assumption {
            item.grounds.push(path.to_string());
        }
        item
    };
    Section::list(language, "assumptions", &Page::Assumptions, answer.assumptions.iter().map(item).collect())
}

fn law(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let blocks =
        if answer.citations.is_empty() { Vec::new() } else { vec![Block::Law(answer.citations.clone())] };
    Section::new(language, "law", &Page::Law, blocks)
}

/// The heading of a number that a sentence tells.
fn told(language: Language, message: &Told) -> Item {
    Item::plain(text(language, message))
}
