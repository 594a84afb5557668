//! The pages for people.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Query, State};
use axum::http::header::CONTENT_DISPOSITION;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use planlint::render::answer::Format;
use planlint::render::html::pages::{self, Entered, Filter, Listed, Visit};
use planlint::render::{self, Style};
use planlint::report::Verdict;

use super::place::Place;
use super::shelf::Shelf;
use super::sign_in::with_form;
use super::site::Shared;
use super::visit::{Pairs, value, visit};
use super::{answers, reply};

/// The list of plans.
pub async fn list(State(site): Shared, Query(query): Query<Pairs>, headers: HeaderMap) -> Response {
    let shelf = site.shelf();
    let plans: Vec<Listed<'_>> =
        shelf.entries.iter().map(|entry| Listed { id: &entry.id, report: &entry.report }).collect();
    let verdicts = [Verdict::Available, Verdict::Blocked, Verdict::Unknown];
    let wanted = value(&query, "verdict");
    let filter = Filter {
        name: value(&query, "q").unwrap_or_default().to_owned(),
        verdict: verdicts.into_iter().find(|verdict| Some(verdict.word()) == wanted),
    };
    let visit = visit(&headers, &query);
    reply::page(StatusCode::OK, pages::list(&visit, &plans, &shelf.unreadable, &filter))
}

/// A plan.
pub async fn plan(
    State(site): Shared,
    Place(id): Place<String>,
    Query(query): Query<Pairs>,
    headers: HeaderMap,
) -> Response {
    let visit = visit(&headers, &query);
    match site.shelf().find(&id) {
        Some(entry) => reply::page(StatusCode::OK, pages::plan(&visit, &entry.id, &entry.report)),
        None => not_found(&visit),
    }
}

/// The form, with the answer of the plan alone.
pub async fn form(
    State(site): Shared,
    Place(id): Place<String>,
    Query(query): Query<Pairs>,
    headers: HeaderMap,
) -> Response {
    filled(&site.shelf(), &id, &visit(&headers, &query), &Entered::default())
}

/// The form, with the answer to what was entered.
pub async fn answer(
    State(site): Shared,
    Place(id): Place<String>,
    Query(query): Query<Pairs>,
    headers: HeaderMap,
    form: Result<Form<Pairs>, FormRejection>,
) -> Response {
    let (entered, visit) = entered(form, query, &headers);
    filled(&site.shelf(), &id, &visit, &entered)
}

fn filled(shelf: &Shelf, id: &str, visit: &Visit, entered: &Entered) -> Response {
    let Some(entry) = shelf.find(id) else { return not_found(visit) };
    let answer = entered.facts().and_then(|facts| answers::answer(shelf, entry, facts));
    let form = pages::Form {
        id,
        name: entry.name(),
        plan: entry.plan.as_ref(),
        entered,
        answer: answer.as_ref().map(|answer| answer.told_in(visit.language)),
    };
    with_form(reply::page(StatusCode::OK, pages::form(visit, &form)))
}

/// The answer as a file. What cannot be used is said in the form.
pub async fn download(
    State(site): Shared,
    Place((id, format)): Place<(String, String)>,
    Query(query): Query<Pairs>,
    headers: HeaderMap,
    form: Result<Form<Pairs>, FormRejection>,
) -> Response {
    let (entered, visit) = entered(form, query, &headers);
    let shelf = site.shelf();
    let answer = shelf.find(&id).zip(entered.facts());
    let Some(answer) = answer.and_then(|(entry, facts)| answers::answer(&shelf, entry, facts)) else {
        return filled(&shelf, &id, &visit, &entered);
    };
    let (format, kind, ending) = match format.as_str() {
        "html" => (Format::Html, "text/html; charset=utf-8", "html"),
        "markdown" => (Format::Markdown, "text/markdown; charset=utf-8", "md"),
        _ => return not_found(&visit),
    };
    let text = render::answer::render(&answer.told_in(visit.language), format, &Style::PLAIN);
    let mut response = reply::reply(StatusCode::OK, kind, text);
    // An id is made of letters, digits and hyphens.
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{id}.{ending}\"")) {
        response.headers_mut().insert(CONTENT_DISPOSITION, name);
    }
    response
}

/// What a form holds, and who sent it. What it names comes before what its address names.
fn entered(form: Result<Form<Pairs>, FormRejection>, query: Pairs, headers: &HeaderMap) -> (Entered, Visit) {
    let facts = form.map(|Form(pairs)| pairs).unwrap_or_default();
    let entered = Entered::of(&facts);
    let all: Pairs = facts.into_iter().chain(query).collect();
    (entered, visit(headers, &all))
}

fn not_found(visit: &Visit) -> Response {
    reply::page(StatusCode::NOT_FOUND, pages::not_found(visit))
}
