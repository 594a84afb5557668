//! Tests of reading and writing YAML: helpers here, and a file for each concern.

mod comments;
mod elections;
mod faults;
mod hostile;
mod injected;
mod origins;
mod tree;
mod writing;

use crate::finding::Finding;
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::tree::{Comment, Document, Entry, Kind, Map, Node};
use crate::syntax::yaml;

fn file(text: &str) -> SourceFile {
    SourceFile::new(FileId(7), "acme.plan.yaml", text)
}

/// A finding as `line:column-column rule message`; a place on several lines ends at its last.
fn shown(file: &SourceFile, finding: &Finding) -> String {
    format!("{} {} {}", at(file, finding.primary.span), finding.rule, finding.message)
}

fn at(file: &SourceFile, span: Span) -> String {
    let (start, end) = (file.position(span.start), file.position(span.end));
    let line = if end.line == start.line { String::new() } else { format!("{}:", end.line) };
    format!("{}:{}-{line}{}", start.line, start.column, end.column)
}

/// The outline of all documents, and the findings.
fn read(text: &str) -> (String, Vec<String>) {
    let file = file(text);
    let (documents, findings) = yaml::read(&file);
    (outline(&documents), findings.iter().map(|finding| shown(&file, finding)).collect())
}

/// Reads a text without faults.
fn tree(text: &str) -> String {
    let (outline, findings) = read(text);
    assert_eq!(findings, Vec::<String>::new(), "{text}");
    outline
}

/// The faults of a text.
fn faults(text: &str) -> Vec<String> {
    read(text).1
}

/// A tree without its places, on one line: `#` stands before a comment, `@` before a source, `from` before a date.
fn outline(documents: &[Document<'_>]) -> String {
    let one = |document: &Document<'_>| format!("{}{}", map(&document.root), comments(&document.closing));
    documents.iter().map(one).collect::<Vec<_>>().join(" --- ")
}

fn map(map: &Map<'_>) -> String {
    let entries: Vec<String> = map.entries.iter().map(entry).collect();
    format!("{{{}{}}}", entries.join(", "), comments(&map.closing))
}

fn entry(entry: &Entry<'_>) -> String {
    let source = entry.source.as_ref().map(|source| format!(" @{:?}", source.text)).unwrap_or_default();
    let effective = entry.effective.as_ref().map(|date| format!(" from {:?}", date.text)).unwrap_or_default();
    let behind =
        entry.comments.behind.iter().map(|comment| format!(" >#{:?}", comment.text)).collect::<String>();
    let before = comments(&entry.comments.before);
    format!("{}{}: {}{source}{effective}{behind}", before, entry.key.text, node(&entry.value))
}

fn node(node: &Node<'_>) -> String {
    match &node.kind {
        Kind::Scalar(scalar) => format!("{:?}", scalar.text),
        Kind::List(items) => format!("[{}]", items.iter().map(self::node).collect::<Vec<_>>().join(", ")),
        Kind::Map(inner) => map(inner),
        Kind::Broken => "broken".to_owned(),
    }
}

fn comments(comments: &[Comment<'_>]) -> String {
    comments.iter().map(|comment| format!("#{:?} ", comment.text)).collect()
}
