//! The catalogues as they are built into the program, parsed once per language.

use std::sync::OnceLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use super::Language;

/// Lists the themes, a file each in every language.
macro_rules! catalogues {
    ($($theme:literal),+ $(,)?) => {
        /// The texts of the catalogues of a language, by theme.
        pub(super) fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
            match language {
                Language::En => &[$(($theme, include_str!(concat!("en/", $theme, ".ftl")))),+],
                Language::Es => &[$(($theme, include_str!(concat!("es/", $theme, ".ftl")))),+],
                Language::Ko => &[$(($theme, include_str!(concat!("ko/", $theme, ".ftl")))),+],
                Language::Zh => &[$(($theme, include_str!(concat!("zh/", $theme, ".ftl")))),+],
            }
        }
    };
}

catalogues!(
    "amounts",
    "terms",
    "answer",
    "taxes",
    "guidance",
    "other-ways",
    "facts",
    "page",
    "questions",
    "site"
);

/// The catalogue of a language.
pub(super) fn catalogue(language: Language) -> &'static FluentBundle<FluentResource> {
    static CATALOGUES: [OnceLock<FluentBundle<FluentResource>>; 4] = [const { OnceLock::new() }; 4];
    CATALOGUES[language as usize].get_or_init(|| read(language))
}

fn read(language: Language) -> FluentBundle<FluentResource> {
    let tag = match language {
        Language::En => "en-US",
        Language::Es => "es-US",
        Language::Ko => "ko",
        Language::Zh => "zh",
    };
    // Rules of plurals go by it; each of the four is well formed, which a test of plurals shows.
    let tag: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks that isolate a value's direction would stand in terminals and JSON; all four run left to right, and
    // text from plans has lost its own marks.
    bundle.set_use_isolating(false);
    for (_, source) in sources(language) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}
