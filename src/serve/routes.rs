//! The addresses, each with what answers it.

use std::sync::Arc;

use axum::Router;
use axum::extract::OriginalUri;
use axum::http::StatusCode;
use axum::middleware;
use axum::response::Response;
use axum::routing::{get, post};

use super::reply::{Refusal, Wanted};
use super::site::Site;
use super::{api, assets, guard, pages, sign_in};

/// Where the token is asked for.
pub const SIGN_IN: &str = "/sign-in";

/// Answers every request.
pub fn router(site: Site) -> Router {
    let site = Arc::new(site);
    Router::new()
        .route("/", get(pages::list))
        .route("/plan/{id}", get(pages::plan))
        .route("/plan/{id}/answer", get(pages::form).post(pages::answer))
        .route("/plan/{id}/answer/{format}", post(pages::download))
        .route(SIGN_IN, get(sign_in::page).post(sign_in::sign_in))
        .route("/assets/{name}", get(assets::get))
        .route("/api/plans", get(api::plans))
        .route("/api/answer", post(api::answer))
        .route("/api/check/{id}", get(api::check))
        .fallback(unknown)
        .method_not_allowed_fallback(other_method)
        .layer(middleware::from_fn_with_state(Arc::clone(&site), guard::guard))
        .with_state(site)
}

async fn unknown(OriginalUri(address): OriginalUri) -> Response {
    Refusal::new(StatusCode::NOT_FOUND, "there is nothing here").reply(Wanted::of(address.path()))
}

async fn other_method(OriginalUri(address): OriginalUri) -> Response {
    let refusal = Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "this address is not asked that way");
    refusal.reply(Wanted::of(address.path()))
}
