//! planlint
pub mod finding;
pub mod money;
pub mod source;
pub mod syntax;
