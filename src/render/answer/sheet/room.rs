//! The room line by line, and the number that it comes to.

use super::bar::bar;
use super::{Block, Section, Sum, SumKind, told};
use crate::answer::ground::Ground;
use crate::answer::room::{Binding, Cap, From, FrontLoading, NoRoom, PersonalRoom};
use crate::answer::verdict::Verdict;
use crate::money::Usd;
use crate::render::answer::{Answered, words};
use crate::render::language::answer::Told;
use crate::render::language::page::Page;
use crate::render::language::{Language, amounts, text};

/// The number in a sentence, or why there is none.
pub fn number(answered: &Answered<'_>) -> String {
    let Answered { answer, language, .. } = *answered;
    match &answer.room {
        Ok(PersonalRoom { remaining, .. }) => match answer.verdict {
            Verdict::Unknown => text(language, &Told::RemainingIf { remaining: *remaining }),
            // Room that does not get to Roth is no number to begin with.
            Verdict::No if !remaining.is_zero() => String::new(),
            Verdict::Yes | Verdict::No => text(language, &Told::RemainingHeadline { remaining: *remaining }),
        },
        // To a no, more facts change nothing.
        Err(NoRoom::Facts(_) | NoRoom::Missing(_)) if answer.verdict == Verdict::No => String::new(),
        Err(no_room) => {
            let mut sentence = text(language, &why_none(no_room));
            if let (Some(model), true) = (&answer.model_room, !matches!(no_room, NoRoom::NotThisType)) {
                let model = Told::ModelRoom { pay: model.pay, remaining: model.remaining };
                sentence = format!("{sentence} {}", text(language, &model));
            }
            sentence
        }
    }
}

/// The section of the room; empty where there is none.
pub fn room(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let Ok(room) = &answer.room else {
        return Section::new(language, "room", &Page::Room, Vec::new());
    };
    let mut blocks = vec![Block::Sums(sums(language, room))];
    let mut items = vec![told(language, &binds(room.binding))];
    let per_paycheck = room.per_paycheck.filter(|amount| !amount.is_zero());
    if let (Some(amount), Some(periods)) = (per_paycheck, room.periods_left) {
        items.push(told(language, &Told::PerPaycheck { amount, periods }));
    }
    items.extend(room.front_loading.as_ref().map(|front| told(language, &front_loading(front))));
    blocks.push(Block::List(items));
    blocks.push(Block::Bar(Box::new(bar(language, room))));
    Section::new(language, "room", &Page::Room, blocks)
}

/// Why there is no amount.
pub fn why_none(no_room: &NoRoom) -> Told {
    match no_room {
        NoRoom::Missing(_) => Told::NoRoomMissing,
        NoRoom::Facts(_) => Told::NoRoomFacts,
        NoRoom::NotPublished(figure) => {
            Told::NoRoomNotPublished { section: figure.limit.section().to_owned(), year: figure.year }
        }
        NoRoom::NotThisType => Told::NoRoomType,
    }
}

/// What comes of deferring fast.
pub fn front_loading(front: &FrontLoading) -> Told {
    Told::FrontLoading {
        rate: front.rate,
        ends_with: front.ends_with,
        periods: front.periods,
        even_match: front.even_match,
        lost: front.lost,
    }
}

fn binds(binding: Binding) -> Told {
    match binding {
        Binding::AnnualAdditions => Told::BindsAdditions,
        Binding::Pay => Told::BindsPay,
        Binding::PlanLimit => Told::BindsPlan,
        Binding::HceLimit => Told::BindsHce,
        Binding::CombinedLimit => Told::BindsCombined,
        Binding::PayLeft => Told::BindsPayLeft,
    }
}

fn sums(language: Language, room: &PersonalRoom) -> Vec<Sum> {
    let mut lines = Lines { language, sums: Vec::new() };
    let limit = if room.lowered_by_plan.is_some() { Told::LimitPlan } else { Told::LimitLaw };
    lines.add(SumKind::Amount, &limit, room.annual_additions_limit, room.lowered_by_plan.as_ref());
    if let Some(pay) = room.pay_limit {
        lines.add(SumKind::Amount, &Told::PayLimit, pay, None);
        lines.add(SumKind::Subtotal, &Told::LesserLimit, room.limit, None);
    }
    lines.add(SumKind::Less, &Told::LessDeferrals, room.elective_deferrals, None);
    employer(&mut lines, room);
    lines.some(SumKind::Less, &Told::LessRelated, room.related_additions);
    lines.some(SumKind::Less, &Told::LessAfterTax, room.after_tax_so_far);
    lines.add(SumKind::Subtotal, &Told::BeforeCaps, room.before_caps, None);
    lines.some(SumKind::Aside, &Told::Over, room.over);
    lines.some(SumKind::Aside, &Told::CatchUpAside, room.catch_up);
    caps(&mut lines, room);
    lines.add(SumKind::Total, &Told::Remaining, room.remaining, None);
    lines.sums
}

fn employer(lines: &mut Lines, room: &PersonalRoom) {
    let money = &room.employer;
    let (told, ground) = match &money.matching_from {
        From::Given(crate::answer::facts::Fact::Employer) => (Told::LessEmployer, None),
        From::Given(_) | From::TakenAsNone => (Told::LessMatch, None),
        From::Formula(ground) => (Told::LessMatchFormula, Some(ground)),
        From::PlanHasNone(ground) => (Told::LessMatch, Some(ground)),
    };
    lines.add(SumKind::Less, &told, money.matching, ground);
    let (told, ground) = match &money.nonelective_from {
        From::Given(_) | From::TakenAsNone => (Told::LessNonelective, None),
        From::Formula(ground) => (Told::LessNonelectiveFormula, Some(ground)),
        From::PlanHasNone(ground) => (Told::LessNonelective, Some(ground)),
    };
    if !money.nonelective.is_zero() {
        lines.add(SumKind::Less, &told, money.nonelective, ground);
    }
}

fn caps(lines: &mut Lines, room: &PersonalRoom) {
    type Wording = fn(Usd) -> Told;
    let caps: [(&Option<Cap>, Wording); 3] = [
        (&room.plan_limit, |cap| Told::PlanCap { cap }),
        (&room.hce_limit, |cap| Told::HceCap { cap }),
        (&room.combined_limit, |cap| Told::CombinedCap { cap }),
    ];
    for (cap, wording) in caps {
        if let Some(cap) = cap {
            lines.add(SumKind::Aside, &wording(cap.amount), cap.left, Some(&cap.ground));
        }
    }
    if let Some(left) = room.pay_left.filter(|_| room.binding == Binding::PayLeft) {
        lines.add(SumKind::Aside, &Told::PayLeft, left, None);
    }
}

struct Lines {
    language: Language,
    sums: Vec<Sum>,
}

impl Lines {
    fn add(&mut self, kind: SumKind, what: &Told, amount: Usd, ground: Option<&Ground>) {
        self.sums.push(Sum {
            kind,
            what: text(self.language, what),
            amount: amounts::column(self.language, amount),
            ground: ground.map(words::ground),
        });
    }

    fn some(&mut self, kind: SumKind, what: &Told, amount: Usd) {
        if !amount.is_zero() {
            self.add(kind, what, amount, None);
        }
    }
}
