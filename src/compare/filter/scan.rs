//! The text of a filter from one place on: words, signs, and where a phrase of the language ends.

/// A place in a text.
#[derive(Debug, Clone, Copy)]
pub struct Scan<'t> {
    pub text: &'t str,
    pub at: usize,
}

/// Signs between a subject and a phrase, the longer ones first.
pub const SIGNS: [&str; 6] = ["!=", "<=", ">=", "=", "<", ">"];

impl<'t> Scan<'t> {
    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// The characters of a name here; empty if there are none.
    pub fn name(&mut self) -> &'t str {
        self.skip_blanks();
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || "._-".contains(c))).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Takes a word, in any case, if it stands here by itself.
    pub fn word(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        let found = ahead.name().eq_ignore_ascii_case(word);
        if found {
            *self = ahead;
        }
        found
    }

    pub fn sign(&mut self, sign: &str) -> bool {
        self.skip_blanks();
        let found = self.rest().starts_with(sign);
        if found {
            self.at += sign.len();
        }
        found
    }

    pub fn one_of(&mut self, signs: &[&'static str]) -> Option<&'static str> {
        signs.iter().find(|sign| self.sign(sign)).copied()
    }

    pub fn is_at_end(&mut self) -> bool {
        self.skip_blanks();
        self.rest().is_empty()
    }

    /// A phrase, and where it begins: up to a parenthesis that it does not open, or to `and` or `or` before another test.
    /// Phrases have these words too: `age 21 and 1 year of service`. In quotes, anything.
    pub fn phrase(&mut self) -> (usize, &'t str) {
        self.skip_blanks();
        let (start, rest) = (self.at, self.rest());
        if let Some(quote) = rest.chars().next().filter(|c| ['"', '\''].contains(c))
            && let Some(end) = rest[1..].find(quote)
        {
            self.at += end + 2;
            return (start + 1, &rest[1..=end]);
        }
        let mut depth = 0_usize;
        let mut end = rest.len();
        for (at, c) in rest.char_indices() {
            match c {
                '(' => depth += 1,
                ')' if depth == 0 => {
                    end = at;
                    break;
                }
                ')' => depth -= 1,
                c if c.is_whitespace() && Scan { text: self.text, at: start + at }.joins_a_test() => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        self.at = start + end;
        (start, rest[..end].trim_end())
    }

    /// Does `and` or `or` stand here, and a test behind it?
    fn joins_a_test(mut self) -> bool {
        if !(self.word("and") || self.word("or")) {
            return false;
        }
        while self.sign("(") || self.word("not") {}
        let has_name = !self.name().is_empty();
        has_name && (self.one_of(&SIGNS).is_some() || self.word("is") || self.word("contains"))
    }
}
