//! The pages of `serve`: the list of plans, a plan, the form with its answer, and what stands around them. Pure functions:
//! they know no server.

mod field;
mod form;
mod list;
mod plan;

use askama::Template;

use crate::render::answer;
use crate::render::language::site::Site;
use crate::render::language::{Language, text};

pub use form::{Entered, Form, form};
pub use list::{Filter, Listed, list};
pub use plan::plan;

/// The script of the pages. They work without it.
pub const SCRIPT: &str = include_str!("pages/page.js");
/// The picture in a browser's tab.
pub const ICON: &str = include_str!("pages/icon.svg");

/// The style of the pages: that of reports and answers, and more.
pub fn style() -> String {
    [answer::STYLE, include_str!("pages/page.css")].concat()
}

/// Where pages find style, script and picture.
#[derive(Debug, Clone)]
pub struct Addresses {
    pub style: String,
    pub script: String,
    pub icon: String,
}

/// Who looks at a page, and where it stands.
#[derive(Debug, Clone)]
pub struct Visit {
    pub language: Language,
    /// The language, if the address names it: links go on naming it.
    pub named: Option<Language>,
    pub addresses: Addresses,
}

impl Visit {
    /// The words of a message.
    fn say(&self, message: Site) -> String {
        text(self.language, &message)
    }

    fn tag(&self) -> &'static str {
        self.language.tag()
    }

    /// An address of this server in the language of this page.
    fn link(&self, path: impl AsRef<str>) -> String {
        let path = path.as_ref();
        match self.named {
            Some(language) => format!("{path}?lang={}", language.tag()),
            None => path.to_owned(),
        }
    }

    fn languages(&self) -> &'static [Language] {
        Language::ALL
    }

    fn speaks(&self, language: &Language) -> bool {
        self.language == *language
    }
}

/// How a sign-in went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    First,
    Wrong,
}

/// The page that asks for the token.
pub fn sign_in(visit: &Visit, attempt: Attempt) -> String {
    written(&SignIn { visit, attempt })
}

/// The page for an address under which there is nothing.
pub fn not_found(visit: &Visit) -> String {
    written(&NotFound { visit })
}

/// The page for a request that is not answered, in English: browsers send none such by themselves.
pub fn refusal(title: &str, message: &str, addresses: &Addresses) -> String {
    let visit = Visit { language: Language::En, named: None, addresses: addresses.clone() };
    written(&Refusal { visit: &visit, title, message })
}

fn written(page: &impl Template) -> String {
    let mut text = page.render().expect("internal error: a page does not fit its template");
    text.push('\n');
    text
}

#[derive(Template)]
#[template(path = "pages/sign-in.html")]
struct SignIn<'p> {
    visit: &'p Visit,
    attempt: Attempt,
}

#[derive(Template)]
#[template(path = "pages/not-found.html")]
struct NotFound<'p> {
    visit: &'p Visit,
}

#[derive(Template)]
#[template(path = "pages/refusal.html")]
struct Refusal<'p> {
    visit: &'p Visit,
    title: &'p str,
    message: &'p str,
}
