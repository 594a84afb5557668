//! Tree to YAML text: block style, two spaces, one line for each election. What needs quotes is decided in `quote`.

use crate::syntax::tree::{Comment, Document, Entry, Kind, Map, Node, Scalar};
use crate::syntax::yaml::quote::{self, Place};

/// Writes plans one after the other, with `---` between them.
pub fn write(documents: &[Document<'_>]) -> String {
    let mut writer = Writer { out: String::new() };
    for (index, document) in documents.iter().enumerate() {
        if index > 0 {
            writer.line(0, "---", None);
        }
        writer.document(document);
    }
    writer.out
}

struct Writer {
    out: String,
}

impl Writer {
    fn document(&mut self, document: &Document<'_>) {
        self.entries(&document.root.entries, 0);
        if document.root.entries.is_empty() {
            self.line(0, "{}", None);
        }
        self.comments(&document.root.closing, 0);
        self.comments(&document.closing, 0);
    }

    /// Empty lines stand where the author has set entries apart, and before the root's first section.
    fn entries(&mut self, entries: &[Entry<'_>], indent: usize) {
        let mut after_election = false;
        for (index, entry) in entries.iter().enumerate() {
            let first_section = indent == 0 && is_section(entry) && after_election;
            if index > 0 && (entry.comments.set_apart || first_section) {
                self.out.push('\n');
            }
            after_election = !is_section(entry);
            self.entry(entry, indent);
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, indent: usize) {
        self.comments(&entry.comments.before, indent);
        let key = quote::scalar(&entry.key.text, Place::Block);
        let behind = entry.comments.behind.as_ref();
        if let Some(value) = one_line(entry) {
            let space = if value.is_empty() { "" } else { " " };
            return self.line(indent, &format!("{key}:{space}{value}"), behind);
        }
        self.line(indent, &format!("{key}:"), behind);
        match &entry.value.kind {
            Kind::Map(map) => self.map(map, indent + 2),
            Kind::List(items) => self.list(items, indent + 2),
            Kind::Scalar(_) | Kind::Broken => {}
        }
    }

    fn map(&mut self, map: &Map<'_>, indent: usize) {
        if map.entries.is_empty() {
            self.line(indent, "{", None);
            self.comments(&map.closing, indent + 2);
            return self.line(indent, "}", None);
        }
        self.entries(&map.entries, indent);
        self.comments(&map.closing, indent);
    }

    /// A list with maps or lists in it, which no plan spec needs.
    fn list(&mut self, items: &[Node<'_>], indent: usize) {
        for item in items {
            match (&item.kind, inline(item)) {
                (_, Some(text)) => self.line(indent, &format!("- {text}"), None),
                (Kind::Map(map), None) => {
                    self.line(indent, "-", None);
                    self.map(map, indent + 2);
                }
                (Kind::List(items), None) => {
                    self.line(indent, "-", None);
                    self.list(items, indent + 2);
                }
                (Kind::Scalar(_) | Kind::Broken, None) => {}
            }
        }
    }

    fn comments(&mut self, comments: &[Comment<'_>], indent: usize) {
        for comment in comments {
            self.line(indent, &quote::comment(&comment.text), None);
        }
    }

    fn line(&mut self, indent: usize, text: &str, behind: Option<&Comment<'_>>) {
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.out.push_str(text);
        if let Some(comment) = behind {
            self.out.push(' ');
            self.out.push_str(&quote::comment(&comment.text));
        }
        self.out.push('\n');
    }
}

fn is_section(entry: &Entry<'_>) -> bool {
    matches!(entry.value.kind, Kind::Map(_))
}

/// What stands behind the colon if the whole entry fits on its line. A section has no source of its own to write.
fn one_line(entry: &Entry<'_>) -> Option<String> {
    let annotated = entry.source.is_some() || entry.effective.is_some();
    if !annotated || is_section(entry) {
        return match &entry.value.kind {
            Kind::Scalar(scalar) => Some(quote::scalar(&scalar.text, Place::Block)),
            Kind::List(_) | Kind::Map(_) | Kind::Broken => inline(&entry.value),
        };
    }
    let mut parts = vec![format!("value: {}", inline(&entry.value)?)];
    parts.extend(entry.source.as_ref().map(|source| format!("source: {}", quote::quoted(&source.text))));
    parts.extend(entry.effective.as_ref().map(|date| format!("effective: {}", flow(date))));
    Some(format!("{{ {} }}", parts.join(", ")))
}

/// A value inside `{ }` or `[ ]`: scalars and lists of them, and an empty map without comments.
fn inline(node: &Node<'_>) -> Option<String> {
    match &node.kind {
        Kind::Scalar(scalar) => Some(flow(scalar)),
        Kind::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(inline_scalar).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        Kind::Map(map) => (map.entries.is_empty() && map.closing.is_empty()).then(|| "{}".to_owned()),
        Kind::Broken => Some(String::new()),
    }
}

fn inline_scalar(node: &Node<'_>) -> Option<String> {
    node.as_scalar().map(flow)
}

fn flow(scalar: &Scalar<'_>) -> String {
    quote::scalar(&scalar.text, Place::Flow)
}
