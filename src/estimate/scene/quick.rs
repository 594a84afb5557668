//! The ACP test of people of whom only after-tax contributions vary, by sums: each ratio that changes is computed anew and
//! rounded by itself, as the law has it, and all others stay summed. Only where this must come to the same as the test of
//! the rows is there a [`Quick`].

use crate::lower::Truth;
use crate::money::exact::{Cents, Fraction, Hundredths};
use crate::nondiscrimination::comparison::{Comparison, compare};
use crate::nondiscrimination::excess_deferral::Status as Group;
use crate::nondiscrimination::levelling::level_ratios;
use crate::nondiscrimination::ratio;
use crate::testing::people::People;
use crate::testing::results::{MatchIn, Status, Why};
use crate::testing::split::{Part, parts};
use crate::testing::terms::{MatchCounting, Method, Terms};
use crate::testing::{acp, adp, lines};

use super::{Scene, Takers, moves_into_acp};
use crate::estimate::cell::{Cell, Judged, match_choice};

/// Everything that does not vary.
#[derive(Debug)]
pub struct Quick {
    adp: Judged,
    parts: Vec<OfPart>,
}

/// The ACP test of one part.
#[derive(Debug)]
enum OfPart {
    /// Not required, or not to be answered, whatever is contributed.
    Fixed(Box<Judged>),
    Tested(Box<Way>),
    /// A safe harbor plan that does not say whether its match counts: both ways have to come out alike.
    Unsaid(Box<[Way; 2]>),
}

/// One way to run the test.
#[derive(Debug)]
struct Way {
    with_match: Option<MatchIn>,
    method: Method,
    hces: Side,
    nhces: Side,
}

/// One group.
#[derive(Debug, Default)]
struct Side {
    heads: i64,
    /// Of all ratios without the contributions that vary.
    sum: i64,
    /// By the place among the takers: what else counts of those in this part, with their ratio.
    takers: Vec<Option<(Cents, Hundredths)>>,
    /// All lines with their place among the takers; of the highly compensated only.
    lines: Vec<(Cents, Cents, Option<usize>)>,
}

impl Quick {
    /// `None` where after-tax contributions change something besides their own ratios.
    pub(super) fn of(scene: &Scene) -> Option<Self> {
        let (terms, understanding) = (&scene.terms, &scene.understanding);
        let people = People::of(terms, understanding, &scene.plans, scene.tested);
        let is_plain =
            terms.after_tax_allowed == Truth::Yes && terms.related_match.on_after_tax != Truth::Yes;
        if !is_plain {
            return None;
        }
        let parts = parts(terms, understanding, &people);
        let mut adps = Vec::new();
        let mut found = Vec::new();
        for part in &parts {
            let adp = adp::test(terms, understanding, &people, part);
            if moves_into_acp(terms, adp.result.status) {
                return None;
            }
            found.push(OfPart::of(scene, &people, part, &adp));
            adps.push(Judged::of(&adp.result));
        }
        Some(Self { adp: Judged::of_parts(adps.into_iter()), parts: found })
    }

    /// What these contributions come to.
    pub(super) fn judge(&self, scene: &Scene, amounts: [&[Cents]; 2]) -> Cell {
        let [hces, nhces] = amounts;
        self.judge_sums(scene, amounts, |way| {
            [way.hces.more(&scene.hces, hces), way.nhces.more(&scene.nhces, nhces)]
        })
    }

    /// How much the ratios of a group rise in sum, by how many of the takers contribute, way by way: whatever their
    /// number then is, no ratio is computed again.
    pub fn rises(&self, scene: &Scene, status: Group, all: &[Cents]) -> Rises {
        let takers = scene.takers(status);
        let of = |way: &Way| way.side(status).rises(takers, all);
        Rises(self.ways().map(of).collect())
    }

    /// What the first of each group's takers come to, so many as there are amounts.
    pub fn judge_first(&self, scene: &Scene, amounts: [&[Cents]; 2], rises: [&Rises; 2]) -> Cell {
        let mut number = 0;
        self.judge_sums(scene, amounts, |_| {
            let more = [0, 1].map(|side| rises[side].0[number][amounts[side].len()]);
            number += 1;
            more
        })
    }

    fn ways(&self) -> impl Iterator<Item = &Way> {
        self.parts.iter().flat_map(|part| match part {
            OfPart::Fixed(_) => [].iter(),
            OfPart::Tested(way) => std::slice::from_ref(&**way).iter(),
            OfPart::Unsaid(ways) => ways.iter(),
        })
    }

    fn judge_sums(
        &self,
        scene: &Scene,
        [hces, _]: [&[Cents]; 2],
        mut more: impl FnMut(&Way) -> [i64; 2],
    ) -> Cell {
        let mut way = |way: &Way| way.judge(hces, more(way));
        let mut of = |part: &OfPart| match part {
            OfPart::Fixed(judged) => (**judged).clone(),
            OfPart::Tested(tested) => way(tested),
            OfPart::Unsaid(ways) => {
                let [left_out, counted] = [way(&ways[0]), way(&ways[1])];
                if left_out.status == counted.status {
                    return left_out;
                }
                Judged {
                    status: Status::Unknown,
                    excess: Cents::ZERO,
                    unanswered: match_choice(),
                    ..left_out
                }
            }
        };
        let judged = self.parts.iter().map(|part| of(part).with_gap(scene.matching_gap()));
        Cell { adp: self.adp.clone(), acp: Judged::of_parts(judged) }
    }
}

/// Sums of rises, by way and by how many contribute.
#[derive(Debug)]
pub struct Rises(Vec<Vec<i64>>);

impl OfPart {
    fn of<'p>(scene: &Scene, people: &'p People<'p>, part: &Part, adp: &adp::Adp<'p>) -> Self {
        let places = [&scene.hces, &scene.nhces].map(|takers| places(takers, people.people.len()));
        let run = |terms: &Terms| acp::test(terms, &scene.understanding, people, part, adp);
        let way = |terms: &Terms| Way::of(&run(terms), scene, &places);
        let main = run(&scene.terms);
        if main.result.other_way.is_none() {
            let fixed = || OfPart::Fixed(Box::new(Judged::of(&main.result)));
            return Way::of(&main, scene, &places).map_or_else(fixed, |way| OfPart::Tested(Box::new(way)));
        }
        let of = |counted: bool| {
            let mut terms = scene.terms.clone();
            if let MatchCounting::MayBeLeftOut { included, .. } = &mut terms.match_counting {
                *included = Ok(counted);
            }
            way(&terms)
        };
        match (&scene.terms.match_counting, of(true), of(false)) {
            (MatchCounting::MayBeLeftOut { included: Ok(true), .. }, Some(counted), _) => {
                OfPart::Tested(Box::new(counted))
            }
            (MatchCounting::MayBeLeftOut { included: Ok(false), .. }, _, Some(left_out)) => {
                OfPart::Tested(Box::new(left_out))
            }
            (_, Some(counted), Some(left_out)) => OfPart::Unsaid(Box::new([left_out, counted])),
            (_, _, _) => OfPart::Fixed(Box::new(Judged::of(&main.result))),
        }
    }
}

/// The place of each person among the takers of a group.
fn places(takers: &Takers, people: usize) -> Vec<Option<usize>> {
    let mut places = vec![None; people];
    for (index, taker) in takers.list.iter().enumerate() {
        places[taker.place as usize] = Some(index);
    }
    places
}

impl Way {
    fn of(test: &acp::Acp<'_>, scene: &Scene, places: &[Vec<Option<usize>>; 2]) -> Option<Self> {
        let is_run = match test.result.why {
            Why::Compared | Why::NoHces | Why::NoNhces => true,
            Why::NotRequired(_) | Why::Unanswered(_) | Why::DependsOnMatch => false,
        };
        let method = test.result.method.filter(|_| is_run)?;
        let [of_hces, of_nhces] = places;
        Some(Self {
            with_match: test.result.with_match,
            method,
            hces: Side::of(&test.lines.hces, of_hces, scene.hces.list.len()),
            nhces: Side {
                lines: Vec::new(),
                ..Side::of(&test.lines.nhces, of_nhces, scene.nhces.list.len())
            },
        })
    }

    fn side(&self, status: Group) -> &Side {
        match status {
            Group::Hce => &self.hces,
            Group::Nhce => &self.nhces,
        }
    }

    fn judge(&self, hces: &[Cents], [more_of_hces, more_of_nhces]: [i64; 2]) -> Judged {
        let pass = |comparison| Judged {
            status: Status::Pass,
            comparison,
            with_match: self.with_match,
            excess: Cents::ZERO,
            unanswered: Default::default(),
        };
        let Some(hce) = self.hces.average(more_of_hces) else { return pass(None) };
        let nhce = match self.method {
            Method::Current => self.nhces.average(more_of_nhces),
            Method::Prior(average) | Method::FirstYear(average) => Some(average),
        };
        let Some(nhce) = nhce else { return pass(None) };
        let comparison = compare(hce, nhce);
        let judged = pass(Some(comparison));
        if comparison.passes() {
            return judged;
        }
        Judged { status: Status::Fail, excess: self.hces.excess(hces, &comparison), ..judged }
    }
}

impl Side {
    fn of(lines: &[lines::Line<'_>], places: &[Option<usize>], takers: usize) -> Self {
        let mut side = Self { takers: vec![None; takers], ..Self::default() };
        for line in lines {
            let place = places[line.person.place as usize];
            side.heads += 1;
            side.sum += line.ratio.0;
            side.lines.push((line.contributions, line.person.pay, place));
            if let Some(place) = place {
                side.takers[place] = Some((line.contributions, line.ratio));
            }
        }
        side
    }

    fn average(&self, more: i64) -> Option<Hundredths> {
        let heads = (self.heads > 0).then_some(self.heads)?;
        let exact = Fraction::new(i128::from(self.sum + more), i128::from(heads));
        Some(Hundredths(exact.rounded_half_up()))
    }

    fn more(&self, takers: &Takers, amounts: &[Cents]) -> i64 {
        self.each(takers, amounts).sum()
    }

    fn rises(&self, takers: &Takers, amounts: &[Cents]) -> Vec<i64> {
        let mut sum = 0;
        let rise = |more: i64| {
            sum += more;
            sum
        };
        std::iter::once(0).chain(self.each(takers, amounts).map(rise)).collect()
    }

    /// By how much the ratio of each rises, rounded as ratios are.
    fn each<'s>(&'s self, takers: &'s Takers, amounts: &'s [Cents]) -> impl Iterator<Item = i64> + 's {
        takers.list.iter().zip(&self.takers).zip(amounts).map(|((taker, base), amount)| {
            let Some((contributions, ratio)) = base else { return 0 };
            (*contributions + *amount).ratio_of(taker.pay).unwrap_or_default().0 - ratio.0
        })
    }

    fn excess(&self, amounts: &[Cents], comparison: &Comparison) -> Cents {
        let line = |(contributions, pay, place): &(Cents, Cents, Option<usize>)| {
            let more = place.and_then(|place| amounts.get(place)).copied().unwrap_or_default();
            let contributions = *contributions + more;
            let ratio = contributions.ratio_of(*pay).unwrap_or_default();
            ratio::Line { employee_id: "", contributions, compensation: *pay, ratio }
        };
        let lines: Vec<ratio::Line<'_>> = self.lines.iter().map(line).collect();
        level_ratios(&lines, comparison).total
    }
}
