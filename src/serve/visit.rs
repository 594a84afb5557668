//! The language of a page: named in the address, else the first of those that the browser asks for.

use std::str::FromStr;

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use planlint::render::html::pages::Visit;
use planlint::render::language::Language;

use super::assets;

/// The parameter of addresses and forms.
pub const LANG: &str = "lang";

/// Values of an address or a form, in their order.
pub type Pairs = Vec<(String, String)>;

/// Who looks at a page. Of several languages that are named, the first counts.
pub fn visit(headers: &HeaderMap, named: &Pairs) -> Visit {
    let named = value(named, LANG).and_then(|tag| Language::from_str(tag).ok());
    let accepted = || headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(preferred);
    let language = named.or_else(accepted).unwrap_or_default();
    Visit { language, named, addresses: assets::addresses() }
}

/// The first value of a name that is not empty.
pub fn value<'p>(pairs: &'p Pairs, name: &str) -> Option<&'p str> {
    let named = pairs.iter().filter(|(own, value)| own == name && !value.is_empty());
    named.map(|(_, value)| value.as_str()).next()
}

/// The language that weighs most: `ko-KR, en;q=0.8`.
fn preferred(header: &str) -> Option<Language> {
    let weighed = header.split(',').filter_map(|part| {
        let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
        let primary = tag.trim().split('-').next()?.to_ascii_lowercase();
        let weight = weight.trim().strip_prefix("q=").and_then(thousandths)?;
        Some((Language::from_str(&primary).ok()?, weight))
    });
    let mut best = None;
    for (language, weight) in weighed.filter(|(_, weight)| *weight > 0) {
        if best.is_none_or(|(_, most)| weight > most) {
            best = Some((language, weight));
        }
    }
    best.map(|(language, _)| language)
}

/// `0.85` in thousandths.
fn thousandths(weight: &str) -> Option<u32> {
    let (whole, fraction) = weight.split_once('.').unwrap_or((weight, ""));
    let fraction = format!("{fraction:0<3}");
    Some(whole.parse::<u32>().ok()?.min(1) * 1000 + fraction.get(..3)?.parse::<u32>().ok()?)
}

#[cfg(test)]
mod tests {
    use planlint::render::language::Language;

    use super::preferred;

    #[test]
    fn the_language_that_weighs_most_and_that_there_is() {
        assert_eq!(preferred("de-DE, ko;q=0.9, en;q=0.8"), Some(Language::Ko));
        assert_eq!(preferred("en;q=0.5,es-MX;q=0.75"), Some(Language::Es));
        assert_eq!(preferred("zh-Hans-CN"), Some(Language::Zh));
        assert_eq!(preferred("zh;q=0, fr"), None);
        assert_eq!(preferred("en, es"), Some(Language::En));
        assert_eq!(preferred(";;q=,é"), None);
    }
}
