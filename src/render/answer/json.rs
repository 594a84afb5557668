//! The versioned JSON of `answer`. Its members are a public contract: add, never rename. Sentences are in the reader's language.

mod guidance;
mod room;
mod taxes;

use serde::Serialize;

use super::{Answered, words};
use crate::answer::deferral_limit::RothOnly;
use crate::answer::ground::Ground;
use crate::answer::route::{Open, RouteTerms};
use crate::answer::taxes::Taxes;
use crate::answer::verdict::Verdict;
use crate::finding::ElectionPath;
use crate::money::Usd;
use crate::render::language::page::Page;
use crate::render::language::{questions, text};
use crate::render::safe;

/// What a consumer can rely on; changed only with the meaning of a member.
pub const SCHEMA: &str = "planlint/answer/1";

/// One pretty-printed object.
pub(super) fn json(answered: &Answered<'_>) -> String {
    let record = record(answered);
    let mut json = serde_json::to_string_pretty(&record).expect("internal error: an answer is not JSON");
    json.push('\n');
    safe::json(json)
}

#[derive(Serialize)]
struct Record<'a> {
    schema: &'static str,
    plan: &'a str,
    #[serde(rename = "type")]
    plan_type: Option<String>,
    year: i16,
    plan_year: [String; 2],
    language: &'static str,
    verdict: Verdict,
    headline: String,
    routes: Vec<&'static str>,
    why: Vec<String>,
    reasons: Vec<Reason>,
    room: Option<room::Room>,
    /// The amount in a sentence, or why there is none.
    room_told: String,
    model_room: Option<Usd>,
    deferral_limit: DeferralLimit,
    highly_compensated: Option<bool>,
    route_terms: Vec<Route<'a>>,
    taxes: Option<taxes::TaxFigures>,
    steps: Vec<String>,
    warnings: Vec<Warning>,
    questions: Vec<String>,
    ask: Vec<Ask>,
    /// Names of facts that would make the answer firmer.
    wanted: Vec<&'static str>,
    assumptions: Vec<String>,
    guidance: guidance::Guidance,
    citations: &'a [String],
    /// What the answer is not.
    notice: String,
}

#[derive(Serialize)]
struct Reason {
    message: String,
    elections: Vec<Election>,
}

/// An election as the spec has it.
#[derive(Serialize)]
struct Election {
    election: ElectionPath,
    value: Option<String>,
    source: Option<String>,
}

#[derive(Serialize)]
struct DeferralLimit {
    #[serde(rename = "402(g)")]
    statutory: Option<Usd>,
    left: Option<Usd>,
    plan: Option<Usd>,
    /// `null` where it is not known.
    catch_up: Option<Usd>,
    /// `null` where it hangs on wages that are not given.
    must_be_roth: Option<bool>,
    excess: Usd,
}

#[derive(Serialize)]
struct Route<'a> {
    route: &'static str,
    /// `now`, `later`, `depends`, `unknown`, `on-leaving`.
    open: &'static str,
    from: Option<String>,
    condition: Option<String>,
    frequency: Option<String>,
    automatic: Option<String>,
    minimum: Option<Usd>,
    fee: Option<Usd>,
    earnings: &'a crate::answer::route::Earnings,
    election: Option<Election>,
}

#[derive(Serialize)]
struct Warning {
    rule: &'static str,
    message: String,
    election: Option<Election>,
}

#[derive(Serialize)]
struct Ask {
    election: ElectionPath,
    question: String,
}

fn record<'a>(answered: &Answered<'a>) -> Record<'a> {
    let Answered { answer, language, .. } = *answered;
    let guidance = guidance::guidance(answered);
    let limit = &answer.deferral_limit;
    let is_open = |terms: &&RouteTerms| terms.open == Open::Now;
    Record {
        schema: SCHEMA,
        plan: &answer.plan,
        plan_type: answer.plan_type.map(|plan_type| plan_type.to_string()),
        year: answer.year.begins_in(),
        plan_year: [answer.year.first_day().to_string(), answer.year.last_day().to_string()],
        language: language.tag(),
        verdict: answer.verdict,
        headline: text(language, &words::verdict(answer)),
        routes: answer.routes.iter().filter(is_open).map(|terms| terms.route.name()).collect(),
        why: answer.reasons.iter().map(|reason| words::reason(language, reason)).collect(),
        reasons: answer.reasons.iter().map(|reason| self::reason(answered, reason)).collect(),
        room: answer.room.as_ref().ok().map(room::room),
        room_told: super::sheet::number(answered),
        model_room: answer.model_room.as_ref().map(|room| room.remaining),
        deferral_limit: DeferralLimit {
            statutory: limit.statutory,
            left: limit.left,
            plan: limit.plan,
            catch_up: limit.catch_up.amount(),
            must_be_roth: match limit.must_be_roth {
                RothOnly::Yes => Some(true),
                RothOnly::No => Some(false),
                RothOnly::WagesNeeded | RothOnly::Undecided => None,
            },
            excess: limit.excess,
        },
        highly_compensated: answer.highly_compensated.is_hce(),
        route_terms: answer.routes.iter().map(route).collect(),
        taxes: answer.taxes.as_ref().map(|taxes: &Taxes| taxes::taxes(taxes)),
        steps: guidance.step_texts(),
        warnings: answer.warnings.iter().map(|warning| self::warning(answered, warning)).collect(),
        questions: answer.questions.iter().map(|asked| questions::question(language, asked)).collect(),
        ask: answer.questions.iter().map(|asked| ask(answered, asked)).collect(),
        wanted: answer.wanted.iter().map(|fact| fact.name()).collect(),
        assumptions: answer
            .assumptions
            .iter()
            .map(|taken| text(language, &words::assumption(language, taken)))
            .collect(),
        guidance,
        citations: &answer.citations,
        notice: text(language, &Page::Disclaimer),
    }
}

fn reason(answered: &Answered<'_>, reason: &crate::answer::verdict::Reason) -> Reason {
    Reason {
        message: words::reason(answered.language, reason),
        elections: words::grounds_of(reason).into_iter().map(Election::of).collect(),
    }
}

fn warning(answered: &Answered<'_>, warning: &crate::answer::warning::Warning) -> Warning {
    Warning {
        rule: warning.name(),
        message: words::warning(answered.language, warning),
        election: words::ground_of(warning).map(Election::of),
    }
}

fn ask(answered: &Answered<'_>, question: &crate::answer::ground::Question) -> Ask {
    Ask { election: question.path.clone(), question: questions::question(answered.language, question) }
}

impl Election {
    fn of(ground: &Ground) -> Self {
        Self { election: ground.path.clone(), value: ground.value.clone(), source: ground.source.clone() }
    }
}

fn route(terms: &RouteTerms) -> Route<'_> {
    let (open, from, condition) = match &terms.open {
        Open::Now => ("now", None, None),
        Open::Later { condition, from } => ("later", from.map(|from| from.to_string()), Some(condition)),
        Open::Depends { condition } => ("depends", None, Some(condition)),
        Open::Unknown(_) => ("unknown", None, None),
        Open::OnLeaving => ("on-leaving", None, None),
    };
    Route {
        route: terms.route.name(),
        open,
        from,
        condition: condition.map(ToString::to_string),
        frequency: terms.frequency.map(|often| often.to_string()),
        automatic: terms.automatic.map(|often| often.to_string()),
        minimum: terms.minimum,
        fee: terms.fee,
        earnings: &terms.earnings,
        election: terms.ground.as_ref().map(Election::of),
    }
}
