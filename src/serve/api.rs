//! The addresses for programs: the plans, a check, an answer, in the JSON of the command line.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use planlint::render::Style;
use planlint::render::json::Passing;
use planlint::render::language::Language;
use planlint::render::{self, Format};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::reply::{Refusal, Wanted, json};
use super::shelf::Shelf;
use super::site::Shared;

/// What is asked for an answer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    plan: String,
    #[serde(default)]
    facts: BTreeMap<String, Box<RawValue>>,
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
pub async fn check(State(site): Shared, Path(id): Path<String>) -> Response {
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
    let bad = |message: String| Refusal::new(StatusCode::BAD_REQUEST, message);
    let _ = (shelf, body, bad, Language::En);
    Err(no_plan())
}

fn no_plan() -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "no plan has this id; /api/plans lists them")
}
