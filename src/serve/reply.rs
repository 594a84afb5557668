//! How answers are put: JSON, pages, refusals. What is under `/api` is refused in JSON, all else with a page.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, LOCATION, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use planlint::render::html::pages;
use planlint::render::safe;

use super::{assets, routes};

/// What a client expects to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Json,
    Page,
}

/// A request that is not answered, and why.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    /// For people; it holds nothing that they sent.
    message: String,
}

impl Wanted {
    pub fn of(path: &str) -> Self {
        if path == "/api" || path.starts_with("/api/") { Wanted::Json } else { Wanted::Page }
    }
}

impl Refusal {
    pub fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into() }
    }

    pub fn reply(self, wanted: Wanted) -> Response {
        let mut response = match wanted {
            Wanted::Json => {
                let text = serde_json::json!({ "error": self.message }).to_string();
                json(self.status, safe::json(text) + "\n")
            }
            // Who opens a page without a token is asked for it.
            Wanted::Page if self.status == StatusCode::UNAUTHORIZED => see(routes::SIGN_IN),
            Wanted::Page => {
                let title = self.status.canonical_reason().unwrap_or("Error");
                page(self.status, pages::refusal(title, &self.message, &assets::addresses()))
            }
        };
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// An answer in JSON.
pub fn json(status: StatusCode, text: String) -> Response {
    reply(status, "application/json", text)
}

/// A page.
pub fn page(status: StatusCode, text: String) -> Response {
    reply(status, "text/html; charset=utf-8", text)
}

/// Sends a browser to another page here.
pub fn see(path: &'static str) -> Response {
    let mut response = reply(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", String::new());
    response.headers_mut().insert(LOCATION, HeaderValue::from_static(path));
    response
}

/// A text of some kind.
pub fn reply(status: StatusCode, kind: &'static str, text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
