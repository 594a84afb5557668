//! Where a citation can be read on the web. Addresses are made from the citation alone; nothing is looked up.

/// The address of a citation such as `IRC 402A(c)(4)`; `None` for a form that is not known here.
pub fn address(citation: &str) -> Option<String> {
    let after = |prefix| citation.strip_prefix(prefix);
    if let Some(rest) = after("IRC ") {
        let section = leading(rest, |c| c.is_ascii_alphanumeric());
        return starts_with_digit(section)
            .then(|| format!("https://www.law.cornell.edu/uscode/text/26/{section}"));
    }
    if let Some(rest) = after("26 CFR ") {
        let section = regulation(rest);
        return starts_with_digit(section)
            .then(|| format!("https://www.ecfr.gov/current/title-26/section-{section}"));
    }
    let guidance = [("Notice ", "n"), ("Announcement ", "a"), ("Rev. Rul. ", "rr"), ("Rev. Proc. ", "rp")];
    guidance.into_iter().find_map(|(prefix, short)| {
        let (year, number) = leading(after(prefix)?, |c| c.is_ascii_digit() || c == '-').split_once('-')?;
        let number: u16 = number.parse().ok()?;
        let century = year.get(2..).filter(|_| year.len() == 4)?;
        Some(format!("https://www.irs.gov/pub/irs-drop/{short}-{century}-{number:02}.pdf"))
    })
}

/// The section of a regulation: `1.401(k)-1` of `1.401(k)-1(a)(2)(ii), (e)(1)`.
fn regulation(text: &str) -> &str {
    let number = text.match_indices('-').map(|(at, _)| at + 1).find(|at| starts_with_digit(&text[*at..]));
    match number {
        Some(at) if !text[..at].contains([',', ' ', ';']) => {
            &text[..at + leading(&text[at..], |c| c.is_ascii_alphanumeric()).len()]
        }
        Some(_) | None => leading(text, |c| c.is_ascii_alphanumeric() || c == '.'),
    }
}

fn leading(text: &str, accept: impl Fn(char) -> bool) -> &str {
    &text[..text.find(|c| !accept(c)).unwrap_or(text.len())]
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn citations_lead_to_the_law() {
        let cases = [
            ("IRC 402A(c)(4)(B), (E)", "https://www.law.cornell.edu/uscode/text/26/402A"),
            (
                "26 CFR 1.401(k)-1(a)(2)(ii), (e)(1)",
                "https://www.ecfr.gov/current/title-26/section-1.401(k)-1",
            ),
            ("26 CFR 1.403(b)-6(b)-(c)", "https://www.ecfr.gov/current/title-26/section-1.403(b)-6"),
            ("26 CFR 54.4979-1", "https://www.ecfr.gov/current/title-26/section-54.4979-1"),
            ("Notice 2014-54", "https://www.irs.gov/pub/irs-drop/n-14-54.pdf"),
            ("Rev. Proc. 2024-2, s. 4", "https://www.irs.gov/pub/irs-drop/rp-24-02.pdf"),
        ];
        for (citation, expected) in cases {
            assert_eq!(address(citation).as_deref(), Some(expected), "{citation}");
        }
        for unknown in ["planlint plan language, grammar/README.md", "IRC", "Notice", "26 CFR part 1", ""] {
            assert_eq!(address(unknown), None, "{unknown}");
        }
    }
}
