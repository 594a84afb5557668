//! From the parser's events to the nodes of one document, on a stack of our own: depth costs no call stack.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ScalarStyle, Span as Place, StructureStyle, Tag};

use crate::finding::Finding;
use crate::source::Span;
use crate::syntax::tree::{Entry, Key, Kind, Layout, Map, Node, Scalar};
use crate::syntax::yaml::alias::{Anchors, Done, Target, is_empty};
use crate::syntax::yaml::edit::Site;
use crate::syntax::yaml::{origin, refusal};

/// So many maps and lists may stand in one another. A plan needs four.
pub const MOST_DEPTH: usize = 32;

/// A node stands too deep; the reading of its document ends here.
#[derive(Debug)]
pub struct TooDeep;

#[derive(Debug)]
pub struct Builder<'s, 'e> {
    site: Site<'s, 'e>,
    stack: Vec<Frame<'s>>,
    root: Option<Node<'s>>,
    anchors: Anchors<'s>,
    /// Where the last node or its opening ends, in offsets of the parsed text.
    after: usize,
    said_too_many: bool,
    pub findings: Vec<Finding>,
}

/// A map or list that is still open.
#[derive(Debug)]
struct Frame<'s> {
    content: Content<'s>,
    style: StructureStyle,
    anchor: usize,
    start: usize,
    end: usize,
    size: usize,
    height: usize,
}

#[derive(Debug)]
enum Content<'s> {
    List(Vec<Node<'s>>),
    Map(Map<'s>, Awaited<'s>),
}

/// What a map's next node is.
#[derive(Debug)]
enum Awaited<'s> {
    Key,
    Value(Key<'s>),
    /// The value of a key that was refused.
    Nothing,
}

/// What stands before a node: `&anchor` and `!tag`.
#[derive(Debug)]
pub struct Properties<'e> {
    pub anchor: usize,
    pub tag: Option<Cow<'e, Tag>>,
}

impl<'s: 'e, 'e> Builder<'s, 'e> {
    pub fn new(site: Site<'s, 'e>) -> Self {
        let (stack, findings) = (Vec::new(), Vec::new());
        Self {
            site,
            stack,
            root: None,
            anchors: Anchors::default(),
            after: 0,
            said_too_many: false,
            findings,
        }
    }

    pub fn scalar(&mut self, text: Cow<'e, str>, style: ScalarStyle, place: Place, with: &Properties<'e>) {
        let range = range(&place);
        let custom = self.refuse_tag(&place, with);
        let node = if custom {
            Node::broken(self.site.span(range.clone()))
        } else if style == ScalarStyle::Plain && range.is_empty() {
            self.empty(range.start)
        } else {
            let raw = origin::Raw {
                text,
                style,
                range: range.clone(),
                indent: place.indent.unwrap_or(0),
                after: self.after,
            };
            Node::scalar(origin::scalar(self.site, raw))
        };
        self.after = self.after.max(range.end);
        let done = Done::leaf(node);
        self.anchors.keep(with.anchor, &done);
        self.finish(done);
    }

    /// A map begins.
    pub fn open_map(
        &mut self,
        style: StructureStyle,
        place: &Place,
        with: &Properties<'e>,
    ) -> Result<(), TooDeep> {
        self.open(Content::Map(Map::default(), Awaited::Key), style, place, with)
    }

    /// A list begins.
    pub fn open_list(
        &mut self,
        style: StructureStyle,
        place: &Place,
        with: &Properties<'e>,
    ) -> Result<(), TooDeep> {
        self.open(Content::List(Vec::new()), style, place, with)
    }

    /// The innermost map or list ends.
    pub fn close(&mut self, place: &Place) {
        let Some(mut frame) = self.stack.pop() else { return };
        let range = range(place);
        if frame.style == StructureStyle::Flow {
            frame.end = frame.end.max(self.site.place(range.end));
            self.after = self.after.max(range.end);
        }
        let done = frame.done(self.site);
        self.anchors.keep(done.0, &done.1);
        self.finish(done.1);
    }

    pub fn alias(&mut self, anchor: usize, place: &Place) -> Result<(), TooDeep> {
        let span = self.site.span(range(place));
        self.after = self.after.max(range(place).end);
        match self.anchors.copy(anchor) {
            Target::Copy(done) if self.stack.len() + done.height > MOST_DEPTH => return Err(TooDeep),
            Target::Copy(done) => self.finish(Done { end: span.end as usize, ..self.at_alias(done, span) }),
            Target::TooLarge => {
                if !std::mem::replace(&mut self.said_too_many, true) {
                    self.findings.push(refusal::too_many_copies(span));
                }
                self.finish(Done::leaf(Node::broken(span)));
            }
            Target::Unfinished => self.refuse(refusal::alias_of_itself(span)),
        }
        Ok(())
    }

    pub fn unknown_alias(&mut self, place: &Place) {
        let span = self.site.span(range(place));
        self.after = self.after.max(range(place).end);
        self.refuse(refusal::unknown_alias(span));
    }

    /// The document is over: its root, if it has content.
    pub fn end(&mut self) -> Option<Node<'s>> {
        while let Some(frame) = self.stack.pop() {
            let done = frame.done(self.site).1;
            self.finish(done);
        }
        self.anchors.forget();
        self.root.take().filter(|root| !is_empty(root))
    }

    fn open(
        &mut self,
        content: Content<'s>,
        style: StructureStyle,
        place: &Place,
        with: &Properties<'e>,
    ) -> Result<(), TooDeep> {
        if self.stack.len() >= MOST_DEPTH {
            return Err(TooDeep);
        }
        self.refuse_tag(place, with);
        let mut range = range(place);
        if matches!(content, Content::List(_)) && style == StructureStyle::Block {
            range.start = dash(self.site.text(), range.start);
        }
        self.after = self.after.max(range.end);
        let start = self.site.place(range.start);
        self.stack.push(Frame { content, style, anchor: with.anchor, start, end: start, size: 1, height: 1 });
        Ok(())
    }

    fn finish(&mut self, done: Done<'s>) {
        let Some(frame) = self.stack.last_mut() else {
            self.root = Some(done.node);
            return;
        };
        frame.end = frame.end.max(done.end);
        frame.size += done.size;
        frame.height = frame.height.max(done.height + 1);
        match &mut frame.content {
            Content::List(items) => items.push(done.node),
            Content::Map(map, awaited) => match std::mem::replace(awaited, Awaited::Key) {
                Awaited::Key => *awaited = key(self.site, done.node, &mut self.findings),
                Awaited::Value(key) => {
                    let reported = self.site.broken(key.span).map(Node::broken);
                    map.entries.push(Entry::new(key, reported.unwrap_or(done.node)));
                }
                Awaited::Nothing => {}
            },
        }
    }

    /// A key that is an alias stands where the alias stands: its map's entries are told apart by place.
    fn at_alias(&self, mut done: Done<'s>, span: Span) -> Done<'s> {
        let is_key = matches!(self.stack.last(), Some(Frame { content: Content::Map(_, Awaited::Key), .. }));
        if is_key {
            done.node.span = span;
        }
        done
    }

    /// A value that is not written stands at the end of its key.
    fn empty(&self, start: usize) -> Node<'s> {
        let at = match self.stack.last() {
            Some(Frame { content: Content::Map(_, Awaited::Value(key)), .. }) => key.span.end as usize,
            Some(_) | None => self.site.place(start),
        };
        Node::scalar(Scalar::verbatim("", Span::new(self.site.file.id(), at, at), at))
    }

    fn refuse(&mut self, finding: Finding) {
        let span = finding.primary.span;
        self.findings.push(finding);
        self.finish(Done::leaf(Node::broken(span)));
    }

    /// Reports a tag of somebody's own; those of YAML's core schema say nothing that a plan spec would not know.
    fn refuse_tag(&mut self, place: &Place, with: &Properties<'e>) -> bool {
        let Some(tag) = &with.tag else { return false };
        if tag.core_suffix().is_some() {
            return false;
        }
        let at = place.tag_span().map_or_else(|| range(place), |tag| range(&tag));
        self.findings.push(refusal::tag(self.site.span(at)));
        true
    }
}

impl<'s> Frame<'s> {
    /// The node, and the number of its anchor.
    fn done(self, site: Site<'s, '_>) -> (usize, Done<'s>) {
        let span = Span::new(site.file.id(), self.start, self.end);
        let kind = match self.content {
            Content::List(items) => Kind::List(items),
            Content::Map(mut map, awaited) => {
                if let Awaited::Value(key) = awaited {
                    let value = Node::broken(Span { start: key.span.end, ..key.span });
                    map.entries.push(Entry::new(key, value));
                }
                let one_line =
                    self.style == StructureStyle::Flow && !site.file.slice(span).contains(['\n', '\r']);
                map.layout = if one_line { Layout::Inline } else { Layout::Block };
                Kind::Map(map)
            }
        };
        (self.anchor, Done { node: Node { span, kind }, end: self.end, size: self.size, height: self.height })
    }
}

/// The byte range of a place in the text that was parsed.
pub fn range(place: &Place) -> Range<usize> {
    place.byte_range().unwrap_or_default()
}

fn key<'s>(site: Site<'s, '_>, node: Node<'s>, findings: &mut Vec<Finding>) -> Awaited<'s> {
    let Node { span, kind } = node;
    let refused = match kind {
        Kind::Scalar(_) if site.file.slice(span) == "<<" => refusal::merge_key(span),
        Kind::Scalar(scalar) if scalar.text.is_empty() && span.start == span.end => refusal::no_key(span),
        Kind::Scalar(scalar) => return Awaited::Value(Key { text: scalar.text, span }),
        Kind::List(_) | Kind::Map(_) => refusal::key_of_many(span),
        Kind::Broken => return Awaited::Nothing,
    };
    findings.push(refused);
    Awaited::Nothing
}

/// Where a block list's first dash stands; the parser gives the first item's place for a list indented as its key.
fn dash(text: &str, start: usize) -> usize {
    let lead = text[..start].trim_end_matches([' ', '\t']);
    if !text[start..].starts_with('-') && lead.ends_with('-') { lead.len() - 1 } else { start }
}
