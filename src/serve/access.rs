//! Who may ask: everybody who reaches the server or, with a token, who brings it in a header or has signed in with it.

use std::fmt;
use std::hint::black_box;
use std::io;

use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, COOKIE};

/// A token that people chose is at least so long.
pub const MIN_TOKEN: usize = 16;
/// Random bytes of a token that is made.
const RANDOM_BYTES: usize = 32;

/// What opens the server. It is shown by nobody but [`Token::text`].
#[derive(Clone)]
pub struct Token(String);

/// Who may ask.
#[derive(Debug)]
pub enum Access {
    Everybody,
    /// Those with the token, or with the cookie that it was exchanged for.
    Token {
        token: Token,
        cookie: String,
        session: Token,
    },
}

impl Token {
    /// A token that somebody chose, or `None` if it is too short to be one.
    pub fn chosen(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
        (text.len() >= MIN_TOKEN && is_plain).then(|| Self(text.to_owned()))
    }

    /// A token that nobody can guess.
    pub fn random() -> io::Result<Self> {
        let mut bytes = [0; RANDOM_BYTES];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// For the eyes of who started the server.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Compares without telling by its time how much is right.
    fn is(&self, other: &str) -> bool {
        let pairs = self.0.bytes().zip(other.bytes());
        let differing = pairs.fold(0, |seen, (one, other)| black_box(seen | (one ^ other)));
        self.0.len() == other.len() && differing == 0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

impl Access {
    /// `port` tells the cookies of several servers on one machine apart: browsers do not.
    pub fn new(token: Option<Token>, port: u16) -> io::Result<Self> {
        let Some(token) = token else { return Ok(Access::Everybody) };
        Ok(Access::Token { token, cookie: format!("planlint-{port}"), session: Token::random()? })
    }

    /// May who sent these headers ask?
    pub fn admits(&self, headers: &HeaderMap) -> bool {
        let Access::Token { token, cookie, session } = self else { return true };
        let text = |value: &'_ axum::http::HeaderValue| value.to_str().ok().map(str::to_owned);
        let bearer = headers.get(AUTHORIZATION).and_then(text);
        let brings = bearer.as_deref().and_then(|bearer| bearer.strip_prefix("Bearer "));
        if brings.is_some_and(|brought| token.is(brought.trim())) {
            return true;
        }
        let cookies = headers.get_all(COOKIE).iter().filter_map(text);
        cookies.into_iter().any(|line| {
            let mut pairs = line.split(';').filter_map(|pair| pair.trim().split_once('='));
            pairs.any(|(name, value)| name == cookie && session.is(value))
        })
    }

    /// The cookie for who brings the token. It holds a value of this run, never the token.
    pub fn cookie_for(&self, brought: &str) -> Option<String> {
        let Access::Token { token, cookie, session } = self else { return None };
        let given = format!("{cookie}={}; Path=/; HttpOnly; SameSite=Strict", session.text());
        token.is(brought.trim()).then_some(given)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::{Access, Token};

    fn headers(name: &'static str, value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(name, HeaderValue::from_str(value).expect("a value"));
        headers
    }

    #[test]
    fn the_token_opens_and_nothing_near_it() {
        let token = Token::chosen("0123456789abcdef\n").expect("a token");
        let access = Access::new(Some(token), 8401).expect("randomness");
        assert!(access.admits(&headers("authorization", "Bearer 0123456789abcdef")));
        for wrong in [
            "Bearer 0123456789abcdeg",
            "Bearer 0123456789abcde",
            "Bearer ",
            "0123456789abcdef",
            "Basic 0123456789abcdef",
        ] {
            assert!(!access.admits(&headers("authorization", wrong)), "{wrong}");
        }
        assert!(!access.admits(&HeaderMap::new()));
        assert!(
            !access.admits(&headers("cookie", "planlint-8401=0123456789abcdef")),
            "the cookie is not the token"
        );
        assert_eq!(access.cookie_for("guess"), None);
        let cookie = access.cookie_for("0123456789abcdef").expect("a cookie");
        let pair = cookie.split(';').next().expect("a pair");
        assert!(access.admits(&headers("cookie", &format!("other=1; {pair}"))));
    }

    #[test]
    fn a_short_token_is_none_and_none_is_shown() {
        assert!(Token::chosen("short").is_none());
        assert!(Token::chosen("sixteen letters and blanks").is_none());
        let (one, other) = (Token::random().expect("random"), Token::random().expect("random"));
        assert_ne!(one.text(), other.text());
        assert_eq!(format!("{one:?}"), "Token");
    }
}
