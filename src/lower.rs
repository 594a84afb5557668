//! Tree to typed elections. The declaration of a section is all there is: reader, near misses, questions, schema and
//! field table follow from it.

mod given;
mod reader;
mod section;
mod truth;

pub use given::{Election, Given, Missing, Provenance, Spanned};
pub use reader::Reader;
pub use section::{Field, Section, SectionInfo, ValueKind, election_path, is_one_of};
pub use truth::Truth;
