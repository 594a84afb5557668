//! The style and the script of the pages. Their names change with their text, so that a browser may keep them.

use std::hash::Hasher;
use std::sync::LazyLock;

use axum::http::header::{CACHE_CONTROL, ETAG};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use fnv::FnvHasher;
use planlint::render::html::pages::{self, Addresses};

use super::place::Place;
use super::reply::{Refusal, Wanted, reply};

const FOLDER: &str = "/assets/";

struct Asset {
    name: String,
    kind: &'static str,
    text: String,
}

static ASSETS: LazyLock<[Asset; 3]> = LazyLock::new(|| {
    [
        asset("css", "text/css; charset=utf-8", pages::style()),
        asset("svg", "image/svg+xml", pages::ICON.to_owned()),
        asset("js", "text/javascript; charset=utf-8", pages::SCRIPT.to_owned()),
    ]
});

/// Where pages find them.
pub fn addresses() -> Addresses {
    let [style, icon, script] = &*ASSETS;
    let address = |asset: &Asset| format!("{FOLDER}{}", asset.name);
    Addresses { style: address(style), script: address(script), icon: address(icon) }
}

/// Is this the address of one?
pub fn is_one(path: &str) -> bool {
    path.strip_prefix(FOLDER).is_some_and(|name| named(name).is_some())
}

/// Sends one.
pub async fn get(Place(name): Place<String>) -> Response {
    let Some(asset) = named(&name) else {
        return Refusal::new(StatusCode::NOT_FOUND, "there is nothing here").reply(Wanted::Page);
    };
    let mut response = reply(StatusCode::OK, asset.kind, asset.text.clone());
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", asset.name)) {
        headers.insert(ETAG, tag);
    }
    response
}

fn named(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

fn asset(ending: &str, kind: &'static str, text: String) -> Asset {
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    Asset { name: format!("planlint-{:016x}.{ending}", hasher.finish()), kind, text }
}
