//! Tree to DSL text, in the one layout that `planlint fmt` knows. Writing what was written changes nothing.

use super::scan;
use crate::source::Span;
use crate::syntax::tree::{Comment, Document, Entry, Kind, Layout, Map, Node, Scalar};

/// A section that is written on one line stays on it up to this column.
const WIDEST: usize = 100;

/// All plans of a file, with their comments.
pub fn write(documents: &[Document<'_>]) -> String {
    let mut out = String::new();
    for (index, document) in documents.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        plan(&mut out, document);
    }
    out
}

/// One phrase as it stands behind its key: in quotes only where it would not be read back without.
pub fn written(text: &str) -> String {
    phrase(&Scalar::verbatim(text, Span::default(), 0))
}

fn plan(out: &mut String, document: &Document<'_>) {
    let (name, rest): (Vec<&Entry<'_>>, Vec<&Entry<'_>>) =
        document.root.entries.iter().partition(|entry| entry.key.text == "plan");
    if let Some(name) = name.first() {
        comments(out, &name.comments.before, 0);
        out.push_str("plan ");
        if let Some(scalar) = name.value.as_scalar() {
            out.push_str(&quoted(&scalar.text));
        }
        annotations(out, name, " ");
        out.push_str(" {");
        behind(out, name);
    } else {
        out.push_str("plan {");
    }
    out.push('\n');
    block(out, &rest, 1);
    comments(out, &document.root.closing, 1);
    out.push_str("}\n");
    comments(out, &document.closing, 0);
}

/// Entries a line each: elections aligned, and so are neighbours among the sections that stand on one line.
fn block(out: &mut String, entries: &[&Entry<'_>], depth: usize) {
    let mut after_election = false;
    for (index, entry) in entries.iter().enumerate() {
        let is_section = matches!(entry.value.kind, Kind::Map(_));
        let first_section = depth == 1 && is_section && after_election;
        if index > 0 && (entry.comments.set_apart || first_section) {
            out.push('\n');
        }
        after_election = !is_section;
        comments(out, &entry.comments.before, depth);
        indent(out, depth);
        let width = if is_section { sections_width(entries, index) } else { elections_width(entries, depth) };
        out.push_str(&format!("{:width$} ", entry.key.text));
        match &entry.value.kind {
            Kind::Map(map) => section(out, entry, map, depth),
            Kind::Scalar(_) | Kind::List(_) | Kind::Broken => {
                out.push_str(&laid_out(&entry.value, out.chars().count() - start_of_line(out), depth));
                annotations(out, entry, "  ");
            }
        }
        if !is_section || inline(entry).is_some() {
            behind(out, entry);
        }
        while out.ends_with(' ') {
            out.pop();
        }
        out.push('\n');
    }
}

fn section(out: &mut String, entry: &Entry<'_>, map: &Map<'_>, depth: usize) {
    if let Some(line) = inline(entry) {
        out.push_str(&line);
        return;
    }
    out.push('{');
    behind(out, entry);
    out.push('\n');
    block(out, &map.entries.iter().collect::<Vec<_>>(), depth + 1);
    comments(out, &map.closing, depth + 1);
    indent(out, depth);
    out.push('}');
}

/// `{ allowed yes; limit 10% of pay }`, if the section is written so and has room and nothing that needs a line.
fn inline(entry: &Entry<'_>) -> Option<String> {
    let Kind::Map(map) = &entry.value.kind else { return None };
    if map.layout == Layout::Block || !map.closing.is_empty() {
        return None;
    }
    let mut parts = Vec::new();
    for entry in &map.entries {
        let has_comment = !entry.comments.before.is_empty() || entry.comments.behind.is_some();
        if has_comment || matches!(entry.value.kind, Kind::Map(_)) {
            return None;
        }
        let mut part = format!("{} {}", entry.key.text, value(&entry.value));
        annotations(&mut part, entry, " ");
        parts.push(part.trim_end().to_owned());
    }
    let line = if parts.is_empty() { "{ }".to_owned() } else { format!("{{ {} }}", parts.join("; ")) };
    (line.chars().count() + entry.key.text.chars().count() < WIDEST && !line.contains('\n')).then_some(line)
}

fn elections_width(entries: &[&Entry<'_>], depth: usize) -> usize {
    let elections = entries.iter().filter(|entry| !matches!(entry.value.kind, Kind::Map(_)));
    let widest = elections.map(|entry| entry.key.text.chars().count() + 1).max();
    if depth == 1 { 0 } else { widest.unwrap_or(0) }
}

/// The width of the keys in the run of one-line sections around `index`; a section in block form stands by itself.
fn sections_width(entries: &[&Entry<'_>], index: usize) -> usize {
    let one_line = |entry: &&&Entry<'_>| inline(entry).is_some();
    if !one_line(&&entries[index]) {
        return 0;
    }
    let before = entries[..index].iter().rev().take_while(one_line);
    let behind = entries[index..].iter().take_while(one_line);
    before.chain(behind).map(|entry| entry.key.text.chars().count()).max().unwrap_or(0)
}

/// A value over as many lines as its author gave it; a long table gets a line a row.
fn laid_out(node: &Node<'_>, column: usize, depth: usize) -> String {
    let flat = value(node);
    let Some(scalar) = node.as_scalar().filter(|scalar| !scalar.quoted) else { return flat };
    let even = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let written: Vec<String> = scalar.text.lines().map(even).filter(|line| !line.is_empty()).collect();
    let lines = match written.len() {
        0 | 1 if column + flat.chars().count() <= WIDEST => return flat,
        0 | 1 => flat.split_inclusive("; ").map(|row| row.trim_end().to_owned()).collect(),
        _ => written,
    };
    let text = lines.join(&format!("\n{}", "  ".repeat(depth + 2)));
    let read = scan::phrase(&text);
    if read.raw == text && read.unclosed.is_none() && read.comments.is_empty() { text } else { flat }
}

fn start_of_line(out: &str) -> usize {
    out.rfind('\n').map_or(0, |at| out[..=at].chars().count())
}

fn value(node: &Node<'_>) -> String {
    match &node.kind {
        Kind::Scalar(scalar) => phrase(scalar),
        Kind::List(items) => items.iter().map(item).collect::<Vec<_>>().join(", "),
        Kind::Map(_) | Kind::Broken => String::new(),
    }
}

/// An item of a list, in quotes if a comma would divide it.
fn item(node: &Node<'_>) -> String {
    match &node.kind {
        Kind::Scalar(scalar) if scalar.text.contains([',', '"']) => quoted(&scalar.text),
        Kind::Scalar(_) | Kind::List(_) | Kind::Map(_) | Kind::Broken => value(node),
    }
}

/// A phrase as it is, its blanks evened out, if reading gives it back; in quotes otherwise.
fn phrase(scalar: &Scalar<'_>) -> String {
    let even = scalar.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let read = scan::phrase(&even);
    let is_string = matches!(scan::string(&even), Ok(("", _)));
    let survives = read.raw == even && read.unclosed.is_none() && read.comments.is_empty() && !is_string;
    let meant = !scalar.quoted || even == scalar.text;
    let open_ended = even.ends_with([',', '+']) || even.starts_with(':') || even.contains(char::is_control);
    match (scalar.text.is_empty(), survives && meant && !open_ended) {
        (true, _) if !scalar.quoted => String::new(),
        (_, true) => even,
        (_, false) => quoted(&scalar.text),
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            plain => out.push(plain),
        }
    }
    out.push('"');
    out
}

fn annotations(out: &mut String, entry: &Entry<'_>, gap: &str) {
    if let Some(date) = &entry.effective {
        out.push_str(gap);
        out.push_str("from ");
        out.push_str(&date.text);
    }
    if let Some(source) = &entry.source {
        out.push_str(gap);
        out.push_str("@ ");
        out.push_str(&quoted(&source.text));
    }
}

fn comments(out: &mut String, comments: &[Comment<'_>], depth: usize) {
    for comment in comments {
        indent(out, depth);
        out.push_str(format!("# {}", comment.text).trim_end());
        out.push('\n');
    }
}

fn behind(out: &mut String, entry: &Entry<'_>) {
    if let Some(comment) = &entry.comments.behind {
        out.push_str(format!("   # {}", comment.text).trim_end());
    }
}

fn indent(out: &mut String, depth: usize) {
    out.push_str(&"  ".repeat(depth));
}
