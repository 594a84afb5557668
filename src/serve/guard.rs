//! What every request passes before it is answered: time, host, origin, token, size.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{EXPECT, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, request::Parts};
use axum::middleware::Next;
use axum::response::Response;
use hyper::body::Body as _;
use tokio::time::timeout;

use super::reply::{Refusal, Wanted};
use super::site::Site;
use super::{assets, headers};

/// A request must have come whole and be answered by then.
const REQUEST: Duration = Duration::from_secs(10);
/// The largest body in bytes. Facts take a few hundred.
const BODY: usize = 64 * 1024;
/// So much of a body that is too large is read and dropped, so that its sender gets to read the answer.
const DROPPED: usize = 32 * 1024 * 1024;

/// Does a client wait for leave before it sends a body?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    First,
    Not,
}

/// Lets requests pass that may, in their time, and adds the headers that every answer has.
pub async fn guard(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let wanted = Wanted::of(request.uri().path());
    let answered = async {
        match admitted(&site, request).await {
            Ok(request) => next.run(request).await,
            Err(refusal) => refusal.reply(wanted),
        }
    };
    let late = |_| Refusal::new(StatusCode::REQUEST_TIMEOUT, "the request took too long").reply(wanted);
    headers::secure(timeout(REQUEST, answered).await.unwrap_or_else(late))
}

async fn admitted(site: &Site, request: Request) -> Result<Request, Refusal> {
    let (parts, body) = request.into_parts();
    host(site, &parts)?;
    if !matches!(parts.method, Method::GET | Method::HEAD) {
        origin(&parts.headers)?;
    }
    let is_open = assets::is_one(parts.uri.path()) || parts.uri.path() == super::routes::SIGN_IN;
    if !is_open && !site.access.admits(&parts.headers) {
        return Err(Refusal::new(StatusCode::UNAUTHORIZED, "a token is needed"));
    }
    let asks = if parts.headers.contains_key(EXPECT) { Asks::First } else { Asks::Not };
    let bytes = whole(body, asks).await?;
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

/// One `Host` that is ours; HTTP/1.1 asks for it, and an address in the request line must agree.
fn host(site: &Site, parts: &Parts) -> Result<(), Refusal> {
    let mut named = parts.headers.get_all(HOST).iter();
    let (Some(host), None) = (named.next(), named.next()) else {
        return Err(Refusal::new(StatusCode::BAD_REQUEST, "one `Host` header is needed"));
    };
    let known = |host: &str| site.hosts.know(host);
    let in_line = parts.uri.authority().is_none_or(|authority| known(authority.as_str()));
    if in_line && host.to_str().is_ok_and(known) {
        return Ok(());
    }
    Err(Refusal::new(StatusCode::MISDIRECTED_REQUEST, "this server is not known by that name"))
}

/// What a browser sends for a page elsewhere is refused. Programs that are no browser send neither header.
fn origin(headers: &HeaderMap) -> Result<(), Refusal> {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let is_own = match (text(HeaderName::from_static("sec-fetch-site")), text(ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let own = origin.split_once("://").map(|(_, host)| host);
            own.is_some() && own == text(HOST)
        }
        (None, None) => true,
    };
    if is_own { Ok(()) } else { Err(Refusal::new(StatusCode::FORBIDDEN, "this comes from another site")) }
}

/// The body, if it is not too large. Of one that is too large a part is read and dropped: who is still sending when the
/// connection closes never sees the answer. Who asked first whether to send is simply told.
async fn whole(mut body: Body, asks_first: Asks) -> Result<Bytes, Refusal> {
    let too_large =
        || Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, format!("more than {} KiB were sent", BODY / 1024));
    let announced = body.size_hint().lower();
    if announced > BODY as u64 && asks_first == Asks::First {
        return Err(too_large());
    }
    let (mut kept, mut seen) = (Vec::new(), 0);
    while let Some(frame) = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let frame = frame.map_err(|_| Refusal::new(StatusCode::BAD_REQUEST, "the request broke off"))?;
        let Ok(data) = frame.into_data() else { continue };
        seen += data.len();
        if seen > DROPPED {
            return Err(too_large());
        }
        if seen <= BODY {
            kept.extend_from_slice(&data);
        }
    }
    if seen > BODY || announced > BODY as u64 { Err(too_large()) } else { Ok(Bytes::from(kept)) }
}
