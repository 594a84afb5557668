//! Text from users in Markdown: it makes no markup, no row of a table, no link, and calls nobody.

use crate::render::prose::{Piece, pieces};
use crate::render::{law_link, safe};

/// Parts a word for the reader of Markdown and leaves no trace in what is shown.
const NOTHING: &str = "<!-- -->";

/// A text within a paragraph, an item or a cell. It must not stand first on a line.
pub fn text(text: &str) -> String {
    let line = safe::line(text);
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Forges look for names and numbers in what was rendered, where an escape is gone.
            '@' | '#' => {
                out.push('\\');
                out.push(c);
                out.push_str(NOTHING);
            }
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '+' | '!' | '|' | '~' | '$' | '^' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    // Addresses would become links without any markup.
    out.replace("://", &format!(":{NOTHING}//")).replace("www.", &format!("www{NOTHING}."))
}

/// A text as code. A code span could be ended from within; the element cannot.
pub fn code(code: &str) -> String {
    format!("<code>{}</code>", text(code))
}

/// A message, its code as code.
pub fn prose(message: &str) -> String {
    let marked = |piece: Piece<'_>| match piece {
        Piece::Text(words) => text(words),
        Piece::Code(words) => code(words),
    };
    pieces(message).into_iter().map(marked).collect()
}

/// Citations, each a link where it leads somewhere.
pub fn law(citations: &[&str]) -> String {
    let linked = |citation: &&str| match law_link::address(citation) {
        // Parentheses, of which sections of law are full, would end the address.
        Some(address) => {
            format!("[{}]({})", text(citation), address.replace('(', "%28").replace(')', "%29"))
        }
        None => text(citation),
    };
    citations.iter().map(linked).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::{law, prose, text};

    #[test]
    fn text_makes_no_markup() {
        assert_eq!(text("a|b\n# <c> & *d*"), "a\\|b␊\\#<!-- --> &lt;c&gt; &amp; \\*d\\*");
        assert_eq!(text("[x](https://y) www.z"), "\\[x\\](https:<!-- -->//y) www<!-- -->.z");
        assert_eq!(text("@team a@b.c #1"), "\\@<!-- -->team a\\@<!-- -->b.c \\#<!-- -->1");
    }

    #[test]
    fn what_stands_between_backticks_is_code() {
        assert_eq!(
            prose("`a|b` cannot be read: found `c`."),
            "<code>a\\|b</code> cannot be read: found <code>c</code>."
        );
        assert_eq!(prose("found `a`b`: no"), "found <code>a</code>b\\`: no");
        assert_eq!(prose("found ```: no"), "found \\`: no");
    }

    #[test]
    fn citations_lead_to_the_law() {
        assert_eq!(
            law(&["26 CFR 1.401(k)-1(a)", "planlint plan language"]),
            "[26 CFR 1.401(k)-1(a)](https://www.ecfr.gov/current/title-26/section-1.401%28k%29-1); planlint plan language"
        );
    }
}
