//! The bare answer, until it is worded and laid out.

use planlint::answer::Answer;
use planlint::answer::guidance::Guidance;
use planlint::render::Style;
use planlint::render::language::Language;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Full,
    Json,
    Markdown,
    Html,
}

impl Format {
    pub const ALL: &'static [Format] = &[Format::Full, Format::Json, Format::Markdown, Format::Html];

    pub fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Json => "json",
            Format::Markdown => "markdown",
            Format::Html => "html",
        }
    }
}

pub fn render(answer: &Answer, _: &Guidance, _: Format, _: Language, _: &Style) -> String {
    format!("{:#?}\n", answer)
}
