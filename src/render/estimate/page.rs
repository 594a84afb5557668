//! What a page of an estimate says, in order: how the tests come out, how much room there is, what varies it, and what
//! was assumed.

mod grid;
mod room;

use crate::estimate::assumption::Assumption;
use crate::estimate::chance::Chance;
use crate::estimate::grid::Grid;
use crate::estimate::lever::short;
use crate::estimate::population::Source;
use crate::estimate::scene::room::Stop;
use crate::estimate::workforce;
use crate::estimate::{Estimate, Exposure, Margin, Stopped};
use crate::finding::ElectionPath;
use crate::nondiscrimination::excludable::Structure;
use crate::plan::field;
use crate::render::testing::page::{Block, Sum, points, ratio};
use crate::render::words;
use crate::testing::results::{Status, TestResult, Why};
use crate::testing::unanswered::Unanswered;

/// The page of one plan.
pub fn page(estimate: &Estimate) -> Vec<Block> {
    let mut blocks = vec![Block::Title(title(estimate))];
    match &estimate.exposure {
        Ok(exposure) => tests(&mut blocks, exposure),
        Err(missing) => blocks.push(Block::Verdict {
            status: Status::Unknown,
            test: "Tests".to_owned(),
            told: missing.to_string(),
        }),
    }
    if estimate.assumptions.contains(&Assumption::TestedApart(Structure::Separate)) {
        blocks.push(Block::Verdict {
            status: Status::Unknown,
            test: "Apart".to_owned(),
            told: workforce::APART.to_owned(),
        });
    }
    if let Some(today) = &estimate.today {
        let told = |status: Status| super::show::word(status);
        blocks.push(Block::Text(format!(
            "If the year ended on the last day that the census covers: the ADP test {}, the ACP test {}.",
            told(today.adp.status),
            told(today.acp.status)
        )));
    }
    questions(&mut blocks, estimate);
    if let Ok(exposure) = &estimate.exposure {
        workings(&mut blocks, exposure);
    }
    room::room(&mut blocks, estimate);
    // Where no cell can be told, the reason stands above already.
    let is_told = |found: &&Grid| found.rows.iter().flatten().any(Result::is_ok);
    if let Some(found) = estimate.grid.as_ref().filter(is_told) {
        grid::grid(&mut blocks, found);
    }
    if let Some(chance) = &estimate.chance {
        blocks.push(Block::Heading("If participation turns out otherwise".to_owned()));
        blocks.push(Block::Text(chance_told(chance)));
    }
    if !estimate.assumptions.is_empty() {
        blocks.push(Block::Heading("What is assumed".to_owned()));
        blocks.push(Block::List(estimate.assumptions.iter().map(ToString::to_string).collect()));
    }
    blocks
}

/// The plan, its year, and where the people come from.
pub fn title(estimate: &Estimate) -> String {
    let source = match estimate.source {
        Source::Workforce => "estimate from the workforce of the spec",
        Source::Census => "estimate from a census",
    };
    let id = estimate.exposure.as_ref().ok().and_then(|exposure| exposure.results.plan_id.clone());
    let id = id.map_or_else(String::new, |id| format!(" · plan {id}"));
    format!("{}{id} · {} · {source}", estimate.plan, estimate.year)
}

fn tests(blocks: &mut Vec<Block>, exposure: &Exposure) {
    let results = &exposure.results;
    for (part, adp, acp) in results.parts() {
        let name = |test: &str| {
            if results.subtests.is_empty() { test.to_owned() } else { format!("{test}, {part}") }
        };
        for (test, result) in [("ADP", adp), ("ACP", acp)] {
            blocks.push(Block::Verdict { status: result.status, test: name(test), told: told(result) });
        }
    }
    let limits = &results.limits.findings;
    if !limits.is_empty() {
        blocks.push(Block::Verdict {
            status: results.limits.status,
            test: "Limits".to_owned(),
            told: format!(
                "{} above a limit on a person",
                words::count(limits.len(), "amount is", "amounts are")
            ),
        });
    }
    if let Some(stopped) = stopped(exposure) {
        blocks.push(Block::Text(stopped));
    }
    let counts = &results.counts;
    blocks.push(Block::Text(format!(
        "{} in the tests: {} highly compensated and {}.",
        counts.eligible,
        counts.hce,
        words::count(counts.nhce as usize, "other", "others")
    )));
}

/// Who comes to a limit, by kind.
fn stopped(exposure: &Exposure) -> Option<String> {
    let of = |found: &Stopped| {
        let hces = format!("{} of the highly compensated", found.hces);
        let others = words::count(found.nhces as usize, "other", "others");
        let who = match (found.hces, found.nhces) {
            (_, 0) => hces,
            (0, _) => others,
            (_, _) => format!("{hces} and {others}"),
        };
        let limit = match found.by {
            Stop::Deferrals => "402(g)",
            Stop::AnnualAdditions => "415(c), in after-tax contributions",
            Stop::Plan => "the plan's limits on after-tax contributions",
            Stop::Pay => "the pay that is left, in after-tax contributions",
        };
        format!("{who} by {limit}")
    };
    let all: Vec<String> = exposure.stopped.iter().map(of).collect();
    (!all.is_empty()).then(|| format!("Stopped by a limit: {}.", all.join("; ")))
}

fn told(result: &TestResult) -> String {
    match (&result.comparison, result.status) {
        (Some(comparison), Status::Pass | Status::Fail) => format!(
            "{} against a limit of {} ({}); the others have {}",
            ratio(comparison.hce),
            points(comparison.limit.exact),
            comparison.basis(),
            ratio(comparison.nhce)
        ),
        (_, _) => result.why.sentence().unwrap_or_default(),
    }
}

/// What to ask, once.
fn questions(blocks: &mut Vec<Block>, estimate: &Estimate) {
    let mut open = Unanswered::default();
    match &estimate.exposure {
        Err(missing) => open.add(missing.clone()),
        Ok(exposure) => {
            for test in exposure.results.all_tests() {
                if let Why::Unanswered(missing) = &test.why {
                    open.add(missing.clone());
                }
            }
        }
    }
    if let Err(missing) = &estimate.headroom {
        open.add(missing.clone());
    }
    let mut asked: Vec<String> = open.elections.iter().filter_map(question).collect();
    if open.elections.contains(&crate::plan::workforce::WORKFORCE) {
        asked.push(crate::plan::workforce::QUESTION.to_owned());
    }
    if !asked.is_empty() {
        blocks.push(Block::Heading("What to ask".to_owned()));
        blocks.push(Block::List(asked));
    }
}

/// The question of an election; of a group of `workforce` with its name, for each has the same.
fn question(path: &ElectionPath) -> Option<String> {
    let question = field(path.as_str())?.question;
    let is_of_group = path.as_str().starts_with("workforce.");
    Some(if is_of_group { format!("{question} (`{path}`)") } else { question.to_owned() })
}

fn workings(blocks: &mut Vec<Block>, exposure: &Exposure) {
    let margins = [("ADP", &exposure.adp_margin), ("ACP", &exposure.acp_margin)];
    let sums: Vec<Sum> = margins
        .into_iter()
        .filter_map(|(test, margin)| Some(margin_of(test, margin.as_ref()?)))
        .flatten()
        .collect();
    if sums.is_empty() {
        return;
    }
    blocks.push(Block::Heading("How far from the limit".to_owned()));
    blocks.push(Block::Sums(sums));
    blocks.push(Block::Law(vec![
        "26 CFR 1.401(k)-2(a)(1)(i)".to_owned(),
        "26 CFR 1.401(m)-2(a)(1)(i)".to_owned(),
    ]));
}

fn margin_of(test: &str, margin: &Margin) -> Vec<Sum> {
    let sum = |what: &str, working: &str, result: String| Sum {
        what: format!("{test}: {what}"),
        working: working.to_owned(),
        result,
    };
    let mut sums = vec![sum(
        "margin",
        "limit less the average of the highly compensated",
        super::show::signed(margin.points),
    )];
    if margin.points < crate::money::exact::Fraction::whole(0) {
        sums.push(sum("too much", "goes back to the highly compensated", margin.hce_money.to_string()));
        let needed =
            format!("the others at {}, each with the same share of pay more", ratio(margin.nhce_needed));
        sums.extend(margin.nhce_money.map(|money| sum("or too little", &needed, money.to_string())));
    } else {
        sums.push(sum(
            "room",
            "the highly compensated, each with the same share of pay more",
            margin.hce_money.to_string(),
        ));
    }
    sums
}

fn chance_told(chance: &Result<Chance, Unanswered>) -> String {
    match chance {
        Err(missing) => format!("Unknown: {missing}."),
        Ok(chance) => format!(
            "In {} of {} runs a test fails ({}). On the average of all runs {} goes back, in nine of ten at most {}, in the worst {}. In each run, the share of each group that contributes after tax lies up to {} of the group above or below what is stated, each value as likely as another, and who contributes is drawn. Seed {}.",
            chance.fails,
            chance.runs,
            short(chance.share()),
            chance.expected,
            chance.nine_in_ten,
            chance.most,
            short(chance.spread),
            chance.seed
        ),
    }
}
