//! The fenced blocks of Markdown pages: ` ```yaml fails ` and so on.

/// One example of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// `yaml` or `plan`.
    pub notation: String,
    /// What it shows: `fails`, `passes`, `unknown`, `not-applicable`; empty for none.
    pub shows: String,
    pub text: String,
    /// The line of the page on which the block opens, from 1.
    pub line: usize,
}

/// All fenced blocks of a page that hold a plan spec.
pub fn examples(page: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut open: Option<Example> = None;
    for (index, line) in page.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some(_)) => examples.extend(open.take()),
            (Some(example), None) => {
                example.text.push_str(line);
                example.text.push('\n');
            }
            (None, Some(info)) => {
                let (notation, shows) = info.split_once(' ').unwrap_or((info, ""));
                open = Some(Example {
                    notation: notation.to_owned(),
                    shows: shows.to_owned(),
                    text: String::new(),
                    line: index + 1,
                });
            }
            (None, None) => {}
        }
    }
    examples.retain(|example| ["yaml", "plan"].contains(&example.notation.as_str()));
    examples
}

/// Options with the settings of a page, which stand in its block ` ```toml `.
pub fn options_of(page: &str) -> planlint::report::CheckOptions {
    let behind = page.split("\n```toml\n").nth(1);
    let Some(text) = behind.and_then(|behind| behind.split("\n```").next()) else { return options() };
    let settings = planlint::settings::read(text).expect("settings");
    let source = Some(("planlint.toml".to_owned(), text.to_owned()));
    planlint::report::CheckOptions { adjustments: settings.adjustments(source), ..options() }
}

impl Example {
    /// A file name whose end tells the notation.
    pub fn path(&self) -> &'static str {
        if self.notation == "yaml" { "example.plan.yaml" } else { "example.plan" }
    }

    pub fn input(&self) -> planlint::Input {
        planlint::Input { path: self.path().to_owned(), bytes: self.text.clone().into_bytes() }
    }
}

/// Options with a fixed day, so that nothing depends on when the tests run.
pub fn options() -> planlint::report::CheckOptions {
    planlint::report::CheckOptions {
        year: None,
        as_of: jiff::civil::date(2026, 6, 30),
        require_mega_backdoor: false,
        selection: planlint::report::selection::Selection::default(),
        adjustments: planlint::report::adjust::Adjustments::default(),
    }
}
