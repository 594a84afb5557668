//! Many plans tested at once, each by its own spec: which spec a census means, and what is told of each plan in a line.

pub mod employer;
pub mod line;
pub mod matching;
