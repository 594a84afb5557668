//! Messages as running text with code in it: what stands between backticks is code.

/// A part of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    Text(&'t str),
    Code(&'t str),
}

/// The parts of a message. A backtick without a partner stays a character.
pub fn pieces(message: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = message;
    while let Some(open) = rest.find('`') {
        let Some(length) = rest[open + 1..].find('`') else { break };
        pieces.push(Piece::Text(&rest[..open]));
        pieces.push(Piece::Code(&rest[open + 1..open + 1 + length]));
        rest = &rest[open + length + 2..];
    }
    pieces.push(Piece::Text(rest));
    pieces.retain(|piece| !matches!(piece, Piece::Text("") | Piece::Code("")));
    pieces
}

#[cfg(test)]
mod tests {
    use super::Piece::{Code, Text};
    use super::pieces;

    #[test]
    fn what_stands_between_backticks_is_code() {
        assert_eq!(pieces("`a` is not `b`."), [Code("a"), Text(" is not "), Code("b"), Text(".")]);
        assert_eq!(pieces("found `a`b`: no"), [Text("found "), Code("a"), Text("b`: no")]);
        assert_eq!(pieces("```"), [Text("`")]);
        assert_eq!(pieces(""), []);
    }
}
