//! Text to spanned tree, and tree to text, in two notations. Knows no plan key and no plan feature.

pub mod decode;
pub mod dsl;
pub mod language;
pub mod phrase;
pub mod tree;
pub mod yaml;
