//! Where the token is exchanged for a cookie. It travels in the body of a form, never in an address.

use std::time::Duration;

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Query, State};
use axum::http::header::{REFERRER_POLICY, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use planlint::render::html::pages::{self, Attempt};
use tokio::time::sleep;

use super::reply;
use super::site::Shared;
use super::visit::{Pairs, value, visit};

/// Who guesses waits.
const WRONG: Duration = Duration::from_millis(500);

/// The form.
pub async fn page(Query(query): Query<Pairs>, headers: HeaderMap) -> Response {
    shown(StatusCode::OK, &headers, &query, Attempt::First)
}

/// The exchange.
pub async fn sign_in(
    State(site): Shared,
    Query(query): Query<Pairs>,
    headers: HeaderMap,
    form: Result<Form<Pairs>, FormRejection>,
) -> Response {
    let pairs = form.map(|Form(pairs)| pairs).unwrap_or_default();
    let cookie = value(&pairs, "token").and_then(|token| site.access.cookie_for(token));
    let Some(cookie) = cookie.and_then(|cookie| HeaderValue::from_str(&cookie).ok()) else {
        sleep(WRONG).await;
        return shown(StatusCode::FORBIDDEN, &headers, &query, Attempt::Wrong);
    };
    let mut response = reply::see("/");
    response.headers_mut().insert(SET_COOKIE, cookie);
    response
}

fn shown(status: StatusCode, headers: &HeaderMap, query: &Pairs, attempt: Attempt) -> Response {
    with_form(reply::page(status, pages::sign_in(&visit(headers, query), attempt)))
}

/// A page with a form lets the browser name it as the origin to this server: under `no-referrer` a form over plain HTTP
/// would come from nowhere, and be refused.
pub fn with_form(mut response: Response) -> Response {
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}
