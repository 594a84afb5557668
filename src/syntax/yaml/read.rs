//! The one loop over the parser's events: documents, their comments, and what ends a document early.

use granit_parser::{ErrorKind, Event, Options, Parser, ScanError, Span as Place, options};

use crate::finding::Finding;
use crate::source::Span;
use crate::syntax::tree::{Comment, Document, Kind, Node};
use crate::syntax::yaml::build::{Builder, MOST_DEPTH, Properties, TooDeep, range};
use crate::syntax::yaml::edit::Site;
use crate::syntax::yaml::{comment, election, refusal};

/// What one pass over a text gives.
#[derive(Debug)]
pub struct Reading<'s> {
    pub documents: Vec<Document<'s>>,
    pub findings: Vec<Finding>,
    /// The first syntax error, in the parser's own words.
    pub stop: Option<Finding>,
}

/// How a document ends: as it should, or where something was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Regular,
    Broken,
}

#[derive(Debug)]
struct Reader<'s, 'e> {
    site: Site<'s, 'e>,
    builder: Builder<'s, 'e>,
    documents: Vec<Document<'s>>,
    /// Read, but with the comments behind it still to come.
    open: Option<Document<'s>>,
    comments: Vec<Comment<'s>>,
}

/// Reads a text to its end. A document with a syntax error gives what stands before the error.
pub fn read<'s: 'e, 'e>(site: Site<'s, 'e>) -> Reading<'s> {
    let builder = Builder::new(site);
    let mut reader = Reader { site, builder, documents: Vec::new(), open: None, comments: Vec::new() };
    let mut parser = Parser::new_from_str_with_options(site.text(), parser_options());
    let mut stop = None;
    while let Some(next) = parser.next_event() {
        let given_up = match next {
            Ok((event, place)) => {
                reader.take(event, place).map_err(|TooDeep| Some(refusal::too_deep(site.span(range(&place)))))
            }
            Err(error) => Err(refused(site, &error, &mut stop)),
        };
        if let Err(finding) = given_up {
            reader.builder.findings.extend(finding);
            reader.end_document(End::Broken);
            if parser.proceed_next_document() != Ok(true) {
                break;
            }
        }
    }
    let (documents, findings) = reader.finish();
    Reading { documents, findings, stop }
}

/// How every pass over a text is made.
pub fn parser_options() -> Options {
    options! {
        emit_unresolved_aliases: true,
        max_buffered_comment_events: usize::MAX,
        flow_nesting_limit: MOST_DEPTH,
        block_nesting_limit: MOST_DEPTH,
    }
}

impl<'s: 'e, 'e> Reader<'s, 'e> {
    fn take(&mut self, event: Event<'e>, place: Place) -> Result<(), TooDeep> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.builder.scalar(text, style, place, &Properties { anchor, tag });
            }
            Event::MappingStart(style, anchor, tag) => {
                self.builder.open_map(style, &place, &Properties { anchor, tag })?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.builder.open_list(style, &place, &Properties { anchor, tag })?;
            }
            Event::MappingEnd | Event::SequenceEnd => self.builder.close(&place),
            Event::Alias(anchor) => self.builder.alias(anchor, &place)?,
            Event::UnresolvedAlias(_) => self.builder.unknown_alias(&place),
            Event::Comment(..) => self.comment(&place),
            Event::DocumentStart(..) => self.close_open(),
            Event::DocumentEnd => self.end_document(End::Regular),
            Event::StreamStart | Event::StreamEnd | Event::Anchor(..) | _ => {}
        }
        Ok(())
    }

    fn comment(&mut self, place: &Place) {
        let span = self.site.span(range(place));
        let source = self.site.file.text();
        let text = source.get(span.start as usize..span.end as usize).unwrap_or_default();
        let text = text.strip_prefix('#').unwrap_or(text).trim_matches([' ', '\t']);
        self.comments.push(Comment { text: text.into(), span });
    }

    fn end_document(&mut self, end: End) {
        let Some(Node { span, kind }) = self.builder.end() else { return };
        match kind {
            Kind::Map(root) => self.open = Some(Document { root, span, closing: Vec::new() }),
            Kind::Scalar(_) | Kind::List(_) if end == End::Broken => {}
            Kind::Scalar(_) | Kind::List(_) => {
                self.builder.findings.push(refusal::not_a_map(self.first_line(span)))
            }
            Kind::Broken => {}
        }
    }

    /// The next document starts, or the file ends: the comments so far belong to the document before.
    fn close_open(&mut self) {
        let Some(mut document) = self.open.take() else { return };
        comment::attach(&mut document, std::mem::take(&mut self.comments), self.site.file.text());
        comment::set_apart(&mut document.root, self.site.file.text());
        election::annotate(&mut document.root, &mut self.builder.findings);
        self.documents.push(document);
    }

    fn finish(mut self) -> (Vec<Document<'s>>, Vec<Finding>) {
        self.end_document(End::Broken);
        self.close_open();
        if let Some(last) = self.documents.last_mut() {
            last.closing.append(&mut self.comments);
        }
        (self.documents, self.builder.findings)
    }

    fn first_line(&self, span: Span) -> Span {
        let length =
            self.site.file.slice(span).find(['\n', '\r']).map_or(span.end - span.start, |at| at as u32);
        Span { end: span.start + length, ..span }
    }
}

/// Depth is reported here; the first syntax error is kept for whoever finds them all.
fn refused(site: Site<'_, '_>, error: &ScanError, stop: &mut Option<Finding>) -> Option<Finding> {
    let at = error.marker().byte_offset().unwrap_or_default();
    let span = site.span(at..at);
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return Some(refusal::too_deep(span));
    }
    stop.get_or_insert_with(|| refusal::unreadable(span, error.kind()));
    None
}
