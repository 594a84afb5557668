//! What the address of a request names: the id of a plan, the name of a file.

use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use serde::de::DeserializeOwned;

use super::reply::{Refusal, Wanted};

/// The named parts of an address. One that is no text names nothing here, and is refused as every other of that kind is.
pub struct Place<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Place<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let named = Path::from_request_parts(parts, state).await;
        named.map(|Path(named)| Self(named)).map_err(|_| {
            let refusal = Refusal::new(StatusCode::NOT_FOUND, "there is nothing here");
            refusal.reply(Wanted::of(parts.uri.path()))
        })
    }
}
