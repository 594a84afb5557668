//! Gives every comment of a document its place in the tree. What a comment says is nothing to this module.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use crate::source::Span;
use crate::syntax::tree::{Comment, Comments, Document, Entry, Kind, Map, Node};

/// Attaches all comments, in the order of the text: each to the entry that it precedes or stands behind, else to the
/// end of the map in which it is indented, else to the end of the document.
pub fn attach<'s>(document: &mut Document<'s>, comments: Vec<Comment<'s>>, source: &str) {
    if comments.is_empty() {
        return;
    }
    let mut comments = comments;
    comments.sort_by_key(|comment| comment.span.start);
    let mut walk = Walk { source, comments: comments.into_iter().peekable() };
    let bounds = range(document.span);
    if walk.is_flow(&bounds) {
        walk.entries(&mut document.root, bounds.end);
        document.root.closing = walk.until(bounds.end);
    } else {
        walk.entries(&mut document.root, source.len());
    }
    document.closing.extend(walk.comments);
}

struct Walk<'s, 'a> {
    source: &'a str,
    comments: Peekable<IntoIter<Comment<'s>>>,
}

impl<'s> Walk<'s, '_> {
    /// The entries of a map; what starts at `limit` is none of theirs.
    fn entries(&mut self, map: &mut Map<'s>, limit: usize) {
        for index in 0..map.entries.len() {
            let next = map.entries.get(index + 1).map_or(limit, |entry| entry.key.span.start as usize);
            self.entry(&mut map.entries[index], next.min(limit));
        }
    }

    fn entry(&mut self, entry: &mut Entry<'s>, limit: usize) {
        let key = range(entry.key.span);
        let value = range(entry.value.span);
        let comments = &mut entry.comments;
        comments.before.extend(self.until(key.start));
        // An alias has the place of the node that it repeats: nothing of it is written here.
        let end = if value.start < key.end { key.end } else { value.end };
        if value.start >= key.end {
            self.behind(key.end, first_place(&entry.value).min(limit), comments);
            self.value(&mut entry.value, limit, comments);
        }
        for comment in self.until(end) {
            self.put(comment, key.end, comments);
        }
        self.behind(end, limit, comments);
    }

    /// What stands inside a value: its own entries take it where they can, else the entry that it belongs to.
    fn value(&mut self, value: &mut Node<'s>, limit: usize, comments: &mut Comments<'s>) {
        let bounds = range(value.span);
        match &mut value.kind {
            Kind::Map(map) if self.is_flow(&bounds) => {
                self.entries(map, bounds.end);
                map.closing = self.until(bounds.end);
            }
            Kind::Map(map) => {
                self.entries(map, limit);
                map.closing = self.indented(self.column(bounds.start), limit);
            }
            Kind::List(items) => {
                let end = if self.is_flow(&bounds) { bounds.end } else { limit };
                let mut from = bounds.start;
                for index in 0..items.len() {
                    let place = range(items[index].span);
                    let next =
                        items.get(index + 1).map(|item| dash(self.source, place.end..range(item.span).start));
                    let next = next.unwrap_or(end);
                    if matches!(items[index].kind, Kind::Map(_) | Kind::List(_)) && place.start >= from {
                        comments.before.extend(self.until(dash(self.source, from..place.start)));
                        self.value(&mut items[index], next, comments);
                    }
                    from = place.end;
                }
            }
            Kind::Scalar(_) | Kind::Broken => {}
        }
    }

    /// All comments that start before an offset.
    fn until(&mut self, offset: usize) -> Vec<Comment<'s>> {
        std::iter::from_fn(|| self.comments.next_if(|comment| range(comment.span).start < offset)).collect()
    }

    /// The comments before `limit` that are indented as a map's entries or deeper.
    fn indented(&mut self, column: usize, limit: usize) -> Vec<Comment<'s>> {
        let source = self.source;
        let inside = |comment: &Comment<'s>| {
            let start = range(comment.span).start;
            start < limit && column_of(source, start) >= column
        };
        std::iter::from_fn(|| self.comments.next_if(inside)).collect()
    }

    /// The comment on the line where `from` stands, unless `limit` comes before it.
    fn behind(&mut self, from: usize, limit: usize, comments: &mut Comments<'s>) {
        let source = self.source;
        let inside = |comment: &Comment<'s>| {
            let start = range(comment.span).start;
            start < limit && same_line(source, from..start)
        };
        if let Some(comment) = self.comments.next_if(inside) {
            self.put(comment, from, comments);
        }
    }

    /// Behind the entry if it stands on the same line and nothing stands there yet, else before it.
    fn put(&self, comment: Comment<'s>, from: usize, comments: &mut Comments<'s>) {
        if comments.behind.is_none() && same_line(self.source, from..range(comment.span).start) {
            comments.behind = Some(comment);
        } else {
            comments.before.push(comment);
        }
    }

    fn is_flow(&self, bounds: &Range<usize>) -> bool {
        self.source.get(bounds.clone()).is_some_and(|text| text.starts_with(['{', '[']))
    }

    fn column(&self, offset: usize) -> usize {
        column_of(self.source, offset)
    }
}

/// Where the first thing inside a value stands, or its end.
fn first_place(value: &Node<'_>) -> usize {
    let first = match &value.kind {
        Kind::Map(map) => map.entries.first().map(|entry| entry.key.span.start),
        Kind::List(items) => items.first().map(|item| item.span.start),
        Kind::Scalar(_) | Kind::Broken => Some(value.span.start),
    };
    first.unwrap_or(value.span.end) as usize
}

/// Notes which entries an empty line sets apart from the one before, comments before them included.
pub fn set_apart(map: &mut Map<'_>, source: &str) {
    for (index, entry) in map.entries.iter_mut().enumerate() {
        let first = entry.comments.before.first().map_or(entry.key.span, |comment| comment.span);
        entry.comments.set_apart = index > 0 && is_behind_empty_line(source, range(first).start);
        set_apart_inside(&mut entry.value, source);
    }
}

fn set_apart_inside(node: &mut Node<'_>, source: &str) {
    match &mut node.kind {
        Kind::Map(map) => set_apart(map, source),
        Kind::List(items) => items.iter_mut().for_each(|item| set_apart_inside(item, source)),
        Kind::Scalar(_) | Kind::Broken => {}
    }
}

fn is_behind_empty_line(source: &str, offset: usize) -> bool {
    let before = source.get(..offset).unwrap_or_default().trim_end_matches([' ', '\t']);
    let line_end = before.strip_suffix('\n').map(|before| before.strip_suffix('\r').unwrap_or(before));
    line_end.is_some_and(|before| before.trim_end_matches([' ', '\t']).ends_with('\n'))
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// Where the dash of the list item stands that begins at the end of a range, or that end.
fn dash(source: &str, before: Range<usize>) -> usize {
    let mut dash = before.end;
    let mut at = before.start;
    for line in source.get(before).unwrap_or_default().split_inclusive(['\n', '\r']) {
        let content = line.trim_start_matches([' ', '\t']);
        if content.starts_with('-') {
            dash = at + line.len() - content.len();
        }
        at += line.len();
    }
    dash
}

fn same_line(source: &str, between: Range<usize>) -> bool {
    source.get(between).is_some_and(|text| !text.contains(['\n', '\r']))
}

/// Bytes between the start of a line and an offset on it.
fn column_of(source: &str, offset: usize) -> usize {
    let before = source.get(..offset).unwrap_or_default();
    offset - before.rfind(['\n', '\r']).map_or(0, |at| at + 1)
}
