//! The table of all sections and elections, in Markdown.

use crate::lower::{Field, SectionInfo};
use crate::plan::SECTIONS;

/// All keys with their phrases, as `grammar/elections.md` holds them.
pub fn markdown() -> String {
    let mut text = String::from(
        "# Sections and elections\n\nGenerated from the sections of the program by `ci/generate`: do not edit.\n\n\
         Every election may also be `unknown`. In YAML, `{ value: …, source: …, effective: … }` adds where the plan \
         document says it and since when; in the DSL, `@ \"…\"` and `from DATE` behind the phrase do.\n",
    );
    for section in SECTIONS.iter() {
        text.push_str(&heading(section));
        text.push_str("| key | takes | for example | meaning |\n|---|---|---|---|\n");
        for field in section.fields {
            text.push_str(&row(field));
        }
    }
    text
}

fn heading(section: &SectionInfo) -> String {
    let doc = section.doc.trim();
    match section.key {
        "" => format!("\n## At the top\n\n{doc}\n\n"),
        key => format!("\n## `{key}`\n\n{doc}\n\n"),
    }
}

fn row(field: &Field) -> String {
    let shown = if field.kind.words.is_empty() { field.kind.examples } else { field.kind.words };
    let examples: Vec<String> =
        shown.iter().take(8).map(|example| format!("`{}`", example.replace('|', "\\|"))).collect();
    format!("| `{}` | {} | {} | {} |\n", field.key, field.kind.name, examples.join(" · "), field.doc.trim())
}
