//! Bytes to text, and which notation a text is in.

use crate::finding::Finding;
use crate::source::{FileId, MAX_BYTES, SourceFile, Span};
use crate::syntax::language::NOT_A_PLAN;

/// The two ways to write a plan spec.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Notation {
    Yaml,
    Dsl,
}

impl Notation {
    /// By the end of the file's name: `.yaml` and `.yml` are YAML, all else is DSL.
    pub fn of(path: &str) -> Self {
        let lower = path.to_ascii_lowercase();
        if lower.ends_with(".yaml") || lower.ends_with(".yml") { Notation::Yaml } else { Notation::Dsl }
    }
}

/// A text without its byte order mark; or why the bytes cannot be a plan spec. The text is kept as far as it can be
/// shown.
pub fn decode(id: FileId, path: &str, bytes: &[u8]) -> (SourceFile, Option<Finding>) {
    let refused = |file: SourceFile, at: usize, message: String, label: &str, help: &str| {
        let span = Span::new(id, at, at);
        (file, Some(Finding::new(NOT_A_PLAN, span, message, label).help(help)))
    };
    if bytes.len() > MAX_BYTES {
        let message = "This file is larger than 1 MiB, which no plan spec is.".to_owned();
        return refused(SourceFile::new(id, path, ""), 0, message, "too large", "Leave it out of the paths.");
    }
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(body) {
        Ok(text) if text.trim().is_empty() => {
            let help = "Write a plan spec, or let `planlint init` write one to begin with.";
            refused(
                SourceFile::new(id, path, text),
                0,
                "This file is empty.".to_owned(),
                "no plan here",
                help,
            )
        }
        Ok(text) => (SourceFile::new(id, path, text), None),
        Err(error) => {
            let at = error.valid_up_to();
            let readable = String::from_utf8_lossy(body).into_owned();
            let file = SourceFile::new(id, path, readable);
            let line = file.position(at as u32).line;
            let message =
                format!("This file is not UTF-8: the first bytes that are not stand on line {line}.");
            refused(file, at, message, "not UTF-8 from here", "Save the file as UTF-8.")
        }
    }
}
