//! What planlint can say about itself without any plan: pages, catalogue, limits, the schema and table of elections.

pub mod catalogue;
pub mod elections;
pub mod limits;
pub mod schema;
