//! Anchored nodes and their copies, with a bound on both. What an alias stands for is copied, never shared.

use std::collections::BTreeMap;

use crate::syntax::tree::{Kind, Node};

/// So many nodes may the aliases of a file make, and so many may its anchors keep.
const MOST_NODES: usize = 10_000;

/// A finished node with what its parents need to know.
#[derive(Debug, Clone)]
pub struct Done<'s> {
    pub node: Node<'s>,
    /// Where it ends in the source; an alias ends elsewhere than the node that it stands for.
    pub end: usize,
    /// Nodes in it, itself included.
    pub size: usize,
    /// Maps and lists on the way from it to its deepest node.
    pub height: usize,
}

/// What an alias leads to.
#[derive(Debug)]
pub enum Target<'s> {
    Copy(Done<'s>),
    /// The copies of this file are too many by now.
    TooLarge,
    /// The anchored node is not finished: the alias stands in it.
    Unfinished,
}

/// The anchors of a document.
#[derive(Debug, Default)]
pub struct Anchors<'s> {
    /// `None` for a node that is too large to keep.
    nodes: BTreeMap<usize, Option<Done<'s>>>,
    kept: usize,
    copied: usize,
}

impl<'s> Done<'s> {
    /// A node without others in it.
    pub fn leaf(node: Node<'s>) -> Self {
        Self { end: node.span.end as usize, node, size: 1, height: 0 }
    }
}

impl<'s> Anchors<'s> {
    /// Keeps a node for its aliases; the parser numbers anchors from 1, and 0 is none.
    pub fn keep(&mut self, anchor: usize, done: &Done<'s>) {
        if anchor == 0 {
            return;
        }
        let fits = self.kept + done.size <= MOST_NODES;
        self.kept += if fits { done.size } else { 0 };
        self.nodes.insert(anchor, fits.then(|| done.clone()));
    }

    pub fn copy(&mut self, anchor: usize) -> Target<'s> {
        let Some(kept) = self.nodes.get(&anchor) else { return Target::Unfinished };
        let Some(done) = kept.as_ref().filter(|done| self.copied + done.size <= MOST_NODES) else {
            return Target::TooLarge;
        };
        self.copied += done.size;
        Target::Copy(done.clone())
    }

    /// Anchors end with their document; the bound on copies is the file's.
    pub fn forget(&mut self) {
        self.nodes.clear();
        self.kept = 0;
    }
}

/// Is it the empty value of a key with nothing behind it?
pub fn is_empty(node: &Node<'_>) -> bool {
    matches!(&node.kind, Kind::Scalar(scalar) if scalar.text.is_empty() && scalar.span.start == scalar.span.end)
}
