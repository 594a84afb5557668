//! The ACP test of one part of a plan (26 CFR 1.401(m)-2).

use crate::census::column::Column;
use crate::census::header::Understanding;
use crate::lower::Truth;
use crate::money::exact::{Cents, Fraction};
use crate::nondiscrimination::disproportionate_match::{Matched, Rated, countable, representative_rate};
use crate::nondiscrimination::excess_deferral::Status;
use crate::plan::testing::QnecUse;

use super::adp::Adp;
use super::correction::acp::Failed;
use super::correction::{Changed, together};
use super::lines::{Line, Lines};
use super::people::{People, Person};
use super::qnecs::{at_year_end, countable_qnec};
use super::remark::Remark;
use super::results::{MatchIn, Status as Outcome, TestResult, Why};
use super::split::{Part, PartKind};
use super::terms::{Applies, Ground, MatchCounting, MatchPart, Method, NOTHING_TO_TEST, Terms, unpublished};
use super::unanswered::Unanswered;

/// Deemed to pass (26 CFR 1.401(m)-1(b)(2)).
const COLLECTIVELY_BARGAINED: Ground = Ground {
    reason: "employees under a collective bargaining agreement are deemed to pass",
    citation: "26 CFR 1.401(m)-1(b)(2)",
};

/// The test, and who was in it.
#[derive(Debug, Clone)]
pub struct Acp<'p> {
    pub result: TestResult,
    pub lines: Lines<'p>,
}

impl From<TestResult> for Acp<'_> {
    fn from(result: TestResult) -> Self {
        Self { result, lines: Lines::default() }
    }
}

pub fn test<'p>(
    terms: &Terms,
    census: &Understanding,
    people: &'p People<'p>,
    part: &Part,
    adp: &Adp<'p>,
) -> Acp<'p> {
    let method = match applies(terms, census, people, part) {
        Applies::NotRequired(ground) => return TestResult::not_required(ground).into(),
        Applies::Unknown(missing) => return unknown(terms, census, missing.into()).into(),
        Applies::Required(Err(missing)) => return unknown(terms, census, missing.into()).into(),
        Applies::Required(Ok(method)) => method,
    };
    let missing = unanswered(terms, census, people, part);
    if !missing.is_empty() {
        return TestResult::unknown(missing).into();
    }
    let test = Test { terms, census, people, part, method, adp };
    match &terms.match_counting {
        MatchCounting::Everything => test.with(None),
        MatchCounting::MayBeLeftOut { .. } if !has_match(people, part) => test.with(None),
        MatchCounting::MayBeLeftOut { part, included } => {
            both_ways(included.as_ref().ok().copied(), &|match_in| test.with(Some((match_in, *part))))
        }
    }
}

/// Is the test required, with what the census says of money that is in the plan, whatever the spec says?
fn applies(terms: &Terms, census: &Understanding, people: &People<'_>, part: &Part) -> Applies {
    let has_after_tax = part_has(people, part, |amounts| amounts.after_tax);
    let by_spec = match &terms.after_tax_allowed {
        _ if has_after_tax => &terms.acp_with_after_tax,
        Truth::Yes => &terms.acp_with_after_tax,
        Truth::No => &terms.acp_of_match,
        Truth::Unknown(_) if census.has(Column::AfterTax) => &terms.acp_of_match,
        Truth::Unknown(missing) => return Applies::Unknown(missing.clone()),
    };
    match by_spec {
        Applies::NotRequired(ground) if *ground == NOTHING_TO_TEST && has_match(people, part) => {
            Applies::Required(terms.acp_method.clone())
        }
        Applies::Required(_) if part.kind == PartKind::CollectivelyBargained => {
            Applies::NotRequired(COLLECTIVELY_BARGAINED)
        }
        Applies::Required(_) | Applies::NotRequired(_) | Applies::Unknown(_) => by_spec.clone(),
    }
}

/// A test that cannot be run also says that the census lacks what it would need.
fn unknown(terms: &Terms, census: &Understanding, missing: Unanswered) -> TestResult {
    TestResult::unknown(missing.and(column_missing(terms, census)))
}

fn column_missing(terms: &Terms, census: &Understanding) -> Unanswered {
    if terms.after_tax_allowed != Truth::No && !census.has(Column::AfterTax) {
        Unanswered::column(Column::AfterTax)
    } else {
        Unanswered::default()
    }
}

fn unanswered(terms: &Terms, census: &Understanding, people: &People<'_>, part: &Part) -> Unanswered {
    let mut missing = column_missing(terms, census)
        .and(people.unanswered.clone())
        .and(people.acp_unanswered.clone())
        .and(part.unanswered.clone());
    if let Err(figure) = terms.limits.compensation {
        missing.add(unpublished(figure));
    }
    if let Err(needed) = &terms.qnec
        && part_has(people, part, |amounts| amounts.qnec)
    {
        missing.add(needed.clone().into());
    }
    missing
}

fn has_match(people: &People<'_>, part: &Part) -> bool {
    part_has(people, part, |amounts| amounts.matching)
}

fn part_has(people: &People<'_>, part: &Part, amount: impl Fn(super::people::Amounts) -> Cents) -> bool {
    let mut members = part.members.iter().map(|place| &people.people[*place as usize]);
    members.any(|person| amount(people.counted(person)) != Cents::ZERO)
}

/// A safe harbor plan tests its after-tax contributions with its match counted or left out; both are shown. Where the
/// spec does not state which, the test passes only if it passes both ways.
fn both_ways<'p>(stated: Option<bool>, test: &dyn Fn(MatchIn) -> Acp<'p>) -> Acp<'p> {
    let [counted, left_out] = [MatchIn::Counted, MatchIn::LeftOut].map(test);
    let (mut main, other) = match stated {
        Some(true) => (counted, left_out),
        Some(false) | None => (left_out, counted),
    };
    if stated.is_none() && main.result.status != other.result.status {
        main.result.status = Outcome::Unknown;
        main.result.why = Why::DependsOnMatch;
    }
    main.result.other_way = Some(Box::new(other.result));
    main
}

/// One run of the test.
struct Test<'a, 'p> {
    terms: &'a Terms,
    census: &'a Understanding,
    people: &'p People<'p>,
    part: &'a Part,
    method: Method,
    adp: &'a Adp<'p>,
}

impl<'p> Test<'_, 'p> {
    fn with(&self, match_in: Option<(MatchIn, MatchPart)>) -> Acp<'p> {
        let (lines, cut) = self.lines(match_in);
        let mut result = lines.test(self.method);
        result.with_match = match_in.map(|(match_in, _)| match_in);
        result.after_adp = together(&self.adp.corrected);
        result.remarks.extend(cut);
        if self.adp.result.status == Outcome::Unknown && self.terms.recharacterization == Truth::Yes {
            result.remark(Remark::AdpUnknown);
        }
        if result.status == Outcome::Fail {
            let counted_match = |person: &Person| self.matching_here(person, match_in);
            let Self { terms, census, people, part, adp, .. } = *self;
            let failed = Failed { terms, census, people, part, adp: &adp.result, corrected: &adp.corrected };
            failed.correct(&lines, &mut result, &counted_match);
        }
        Acp { result, lines }
    }

    /// What the correction of the ADP test did to a person's money.
    fn changed(&self, person: &Person) -> Changed {
        self.adp.corrected.get(&person.place).copied().unwrap_or_default()
    }

    fn lines(&self, match_in: Option<(MatchIn, MatchPart)>) -> (Lines<'p>, Option<Remark>) {
        let rate = self.representative_rate();
        let counted = |person: &Person| {
            let amounts = self.people.counted(person);
            let matching = match person.hce.map(|found| found.status) {
                Some(Status::Nhce) if self.is_great(person) => {
                    countable(&self.matched(person), rate).min(amounts.matching)
                }
                Some(Status::Nhce) => amounts.matching,
                Some(Status::Hce) | None => amounts.matching.less(self.changed(person).match_forfeited),
            };
            let after_tax = amounts.after_tax + self.changed(person).recharacterized;
            after_tax + amounts.qmac + left(matching, person, match_in)
        };
        let lines = Lines::of(self.people, self.part, Person::is_in_acp, counted);
        let counts_qnecs = match &self.terms.qnec {
            Ok(QnecUse::Acp) => true,
            Ok(QnecUse::Either) => !self.adp.counted_qnecs,
            Ok(QnecUse::Adp | QnecUse::None) | Err(_) => false,
        };
        if !counts_qnecs {
            return (lines, None);
        }
        let matching = |line: &Line<'_>| line.person.here.matching;
        let (hces, _) = countable_qnec(self.people, lines.hces, Status::Hce, matching);
        let (nhces, cut) = countable_qnec(self.people, lines.nhces, Status::Nhce, matching);
        (Lines { hces, nhces }, cut)
    }

    /// The match in this plan that the test counts.
    fn matching_here(&self, person: &Person, match_in: Option<(MatchIn, MatchPart)>) -> Cents {
        let here = person.here;
        left(here.matching.less(self.changed(person).match_forfeited), person, match_in) + here.qmac
    }

    fn matched(&self, person: &Person) -> Matched {
        let here = person.here;
        Matched {
            compensation: person.pay,
            contributions: self.matched_contributions(person),
            matching: here.matching,
            rated: self.terms.rate_at_six_percent.map_or(Rated::ByAmounts, Rated::AtSixPercent),
            at_year_end: at_year_end(self.people, person),
        }
    }

    /// Deferrals, and after-tax contributions where the match counts them (26 CFR 1.401(m)-2(a)(5)(ii)).
    fn matched_contributions(&self, person: &Person) -> Cents {
        match self.terms.related_match.on_after_tax {
            Truth::Yes => person.here.elective + person.here.after_tax,
            Truth::No | Truth::Unknown(_) => person.here.elective,
        }
    }

    /// Is a match above 5% of pay and above what it matches? No other is disproportionate (26 CFR 1.401(m)-2(a)(5)(ii)(A)).
    fn is_great(&self, person: &Person) -> bool {
        let matching = person.here.matching;
        matching > self.matched_contributions(person) && 20 * matching.0 > person.pay.0
    }

    /// The rate that tells a disproportionate match, where anybody's match may be one.
    fn representative_rate(&self) -> Option<Fraction> {
        let members = || self.part.members.iter().map(|place| &self.people.people[*place as usize]);
        let is_nhce = |person: &&Person| person.is(Status::Nhce) && person.is_in_acp();
        let is_great = |person: &Person| self.is_great(person);
        if !members().filter(is_nhce).any(is_great) {
            return None;
        }
        let all: Vec<Matched> = members().filter(is_nhce).map(|person| self.matched(person)).collect();
        representative_rate(&all)
    }
}

/// What still counts of a match.
fn left(matching: Cents, person: &Person, match_in: Option<(MatchIn, MatchPart)>) -> Cents {
    match match_in {
        Some((MatchIn::LeftOut, part)) => part.left(matching, person.pay),
        Some((MatchIn::Counted, _)) | None => matching,
    }
}
