//! The addresses for programs: the plans, a check, an answer, in the JSON of the command line.

use std::str::FromStr;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use planlint::answer::facts::json::FactsJson;
use planlint::render::answer::Format as AnswerFormat;
use planlint::render::json::Passing;
use planlint::render::language::{Language, facts};
use planlint::render::{self, Format, Style};
use serde::Deserialize;
use serde_json::error::Category;

use super::answers;
use super::place::Place;
use super::reply::{Refusal, Wanted, json};
use super::shelf::Shelf;
use super::site::Shared;

/// What is asked for an answer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    plan: String,
    #[serde(default)]
    facts: FactsJson,
    #[serde(default)]
    lang: Option<String>,
}

/// `GET /api/plans`
pub async fn plans(State(site): Shared) -> Response {
    let shelf = site.shelf();
    let listed = shelf.entries.iter().map(|entry| (entry.id.as_str(), &entry.report));
    json(StatusCode::OK, render::json::plans(listed))
}

/// `GET /api/check/ID`
pub async fn check(State(site): Shared, Place(id): Place<String>) -> Response {
    match site.shelf().find(&id) {
        Some(entry) => {
            json(StatusCode::OK, render::render(&entry.report, Format::Json, &Style::PLAIN, Passing::Left))
        }
        None => no_plan().reply(Wanted::Json),
    }
}

/// `POST /api/answer`
pub async fn answer(State(site): Shared, body: Bytes) -> Response {
    match answered(&site.shelf(), &body) {
        Ok(text) => json(StatusCode::OK, text),
        Err(refusal) => refusal.reply(Wanted::Json),
    }
}

fn answered(shelf: &Shelf, body: &[u8]) -> Result<String, Refusal> {
    let asked: Asked = serde_json::from_slice(body).map_err(|error| not_as_expected(&error))?;
    let language = match &asked.lang {
        Some(tag) => Language::from_str(tag).map_err(|error| Refusal::new(StatusCode::BAD_REQUEST, error))?,
        None => Language::default(),
    };
    let entry = shelf.find(&asked.plan).ok_or_else(no_plan)?;
    let unusable = |message: String| Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, message);
    let facts = asked.facts.read().map_err(|problems| {
        let words: Vec<String> = problems.iter().map(|problem| facts::problem(language, problem)).collect();
        unusable(words.join(" "))
    })?;
    let answer = answers::answer(shelf, entry, &facts);
    let answer = answer.ok_or_else(|| {
        let address = format!("/api/check/{}", entry.id);
        unusable(format!("not all of this plan's spec can be read; {address} says why"))
    })?;
    Ok(render::answer::render(&answer.told_in(language), AnswerFormat::Json, &Style::PLAIN))
}

/// Where it is wrong, without a word of what was sent: it may be somebody's pay.
fn not_as_expected(error: &serde_json::Error) -> Refusal {
    let what = match error.classify() {
        Category::Io | Category::Syntax | Category::Eof => "this is no JSON",
        Category::Data => "an object with `plan`, `facts` and `lang` is expected",
    };
    let message = format!("{what}: line {}, column {}", error.line(), error.column());
    Refusal::new(StatusCode::BAD_REQUEST, message)
}

fn no_plan() -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "no plan has this id; /api/plans lists them")
}
