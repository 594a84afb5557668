//! What every request is answered from.

use std::sync::Arc;

use super::access::Access;
use super::hosts::Hosts;
use super::shelf::{Shelf, Shelves};

/// What every request is answered from.
#[derive(Debug)]
pub struct Site {
    pub hosts: Hosts,
    pub access: Access,
    pub shelves: Shelves,
}

/// What a handler is given of it.
pub type Shared = axum::extract::State<Arc<Site>>;

impl Site {
    /// The plans as their files are now.
    pub fn shelf(&self) -> Arc<Shelf> {
        self.shelves.current()
    }
}
