//! One test, line by line: both averages, the limit by each of its prongs, the margin.

use super::corrections::correction;
use super::{Block, Sum};
use crate::money::Percent;
use crate::money::exact::{Cents, Fraction, Hundredths};
use crate::nondiscrimination::comparison::{Comparison, prongs};
use crate::render::words;
use crate::testing::correction::AfterAdp;
use crate::testing::results::{MatchIn, Status, TestResult, Why};
use crate::testing::terms::Method;

/// How the two tests differ in words.
#[derive(Debug)]
pub struct Kind {
    /// What is averaged.
    pub average: &'static str,
    pub law: &'static [&'static str],
    pub is_acp: bool,
}

pub const ADP: Kind = Kind {
    average: "average deferral",
    law: &["IRC 401(k)(3)(A)(ii)", "26 CFR 1.401(k)-2(a)"],
    is_acp: false,
};

pub const ACP: Kind = Kind {
    average: "average of match and after-tax",
    law: &["IRC 401(m)(2)(A), (3)", "26 CFR 1.401(m)-2(a)"],
    is_acp: true,
};

/// The blocks of one test.
pub fn test(blocks: &mut Vec<Block>, heading: &str, result: &TestResult, kind: &Kind) {
    blocks.push(Block::Heading(heading.to_owned()));
    match &result.why {
        Why::NotRequired(ground) => {
            blocks.push(Block::Text(format!("Not required: {}.", ground.reason)));
            blocks.push(Block::Law(vec![ground.citation.to_owned()]));
            return;
        }
        Why::Unanswered(unanswered) => {
            blocks.push(Block::Text(format!("Unknown: {unanswered}.")));
            let questions: Vec<String> = unanswered.questions().into_iter().map(str::to_owned).collect();
            if !questions.is_empty() {
                blocks.push(Block::List(questions));
            }
            return;
        }
        Why::NoHces | Why::NoNhces | Why::DependsOnMatch => {
            blocks.extend(result.why.sentence().map(|why| Block::Text(sentence(&why))));
        }
        Why::Compared => {}
    }
    if let Some(comparison) = &result.comparison {
        blocks.push(Block::Sums(sums(result, comparison, kind)));
        blocks.push(Block::Law(kind.law.iter().map(|law| (*law).to_owned()).collect()));
    }
    if let Some(after) = &result.after_adp {
        blocks.push(Block::Text(after_adp(after)));
    }
    if let Some(found) = &result.correction {
        correction(blocks, found, kind);
    }
    if !result.remarks.is_empty() {
        blocks.push(Block::List(result.remarks.iter().map(|remark| remark.sentence()).collect()));
        let law = result.remarks.iter().map(|remark| remark.citation().to_owned());
        blocks.push(Block::Law(law.collect()));
    }
    if let Some(other) = &result.other_way {
        let how = match other.with_match {
            Some(MatchIn::Counted) => "with the safe harbor match counted",
            Some(MatchIn::LeftOut) | None => "with the safe harbor match left out",
        };
        test(blocks, &format!("{heading}, {how}"), other, kind);
    }
}

/// What the correction of the ADP test changed in the ACP test.
fn after_adp(after: &AfterAdp) -> String {
    let mut changes = Vec::new();
    if after.recharacterized != Cents::ZERO {
        changes.push(format!("{} that was recharacterized is counted as after-tax", after.recharacterized));
    }
    if after.match_forfeited != Cents::ZERO {
        changes.push(format!(
            "{} of match on deferrals that go back is forfeited and not counted",
            after.match_forfeited
        ));
    }
    format!("Run after the ADP test is corrected by refunds: {}.", changes.join("; "))
}

fn sums(result: &TestResult, comparison: &Comparison, kind: &Kind) -> Vec<Sum> {
    let people = |count: u32| words::count(count as usize, "person", "people");
    let others = match result.method {
        Some(Method::Prior(_)) => "of the year before (prior-year method)".to_owned(),
        Some(Method::FirstYear(_)) => "the figure for a plan's first year".to_owned(),
        Some(Method::Current) | None => people(result.nhces),
    };
    let nhce = ratio(comparison.nhce);
    let [product, twice, plus_two] = prongs(comparison.nhce);
    let lesser = twice.exact.min(plus_two.exact);
    let verdict = if result.status == Status::Pass { "room left" } else { "above the limit by" };
    let margin = comparison.margin();
    let distance = if margin < Fraction::whole(0) { negated(margin) } else { margin };
    vec![
        sum("Highly compensated", people(result.hces), ratio(comparison.hce)),
        sum("Others", others, ratio(comparison.nhce)),
        sum("1.25 times the others", format!("1.25 × {}", ratio(comparison.nhce)), points(product.exact)),
        sum(
            "the lesser of twice and 2 points more",
            format!("2 × {nhce} = {}; {nhce} + 2 = {}", points(twice.exact), points(plus_two.exact)),
            points(lesser),
        ),
        sum("Limit, the greater of the two", kind.average.to_owned(), points(comparison.limit.exact)),
        sum(verdict, "in percentage points".to_owned(), points(distance).trim_end_matches('%').to_owned()),
    ]
}

pub fn sum(what: &str, working: String, result: String) -> Sum {
    Sum { what: what.to_owned(), working, result }
}

/// A ratio or an average, always with two digits.
pub fn ratio(hundredths: Hundredths) -> String {
    format!("{}%", Percent::from(hundredths).to_plain_string())
}

/// An exact percentage, with two digits or as many as it takes up to four.
pub fn points(exact: Fraction) -> String {
    let percent = exact.to_percent().decimal().round_dp(4).normalize();
    format!("{percent:.*}%", percent.scale().max(2) as usize)
}

fn negated(fraction: Fraction) -> Fraction {
    Fraction::new(-fraction.numerator(), fraction.denominator())
}

/// A clause as a sentence of its own.
pub fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).chain(['.']).collect())
}
