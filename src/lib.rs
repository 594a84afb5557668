//! planlint
pub mod finding;
pub mod law;
pub mod lower;
pub mod money;
pub mod plan;
pub mod source;
pub mod syntax;
