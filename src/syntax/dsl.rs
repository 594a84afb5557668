//! The plan DSL: reading it into the tree, and writing a tree as DSL, which is also how it is formatted.

mod election;
mod read;
mod scan;
mod skip;
mod write;

#[cfg(test)]
mod tests;

pub use read::read;
pub use write::{write, written};
