//! What a result rests on, as one number: a result of a run that was broken off is taken over only where all of it is
//! the same.
//!
//! The hash of the standard library may change with the compiler: then nothing is taken over, which costs time only.

use std::hash::{DefaultHasher, Hash, Hasher};

use planlint::census::employer::Employer;
use planlint::census::header::Understanding;
use planlint::testing::Detail;
use planlint::testing::terms::Terms;

/// Of a spec's text and the terms that it has by the law that this planlint knows.
pub fn of_spec(text: &[u8], terms: &Terms) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    // The limits of the year are in the terms, and so is the year.
    format!("{terms:?}").hash(&mut hasher);
    hasher.finish()
}

/// Of all rows of an employer, as they were understood.
pub fn of_employer(census: &Understanding, employer: &Employer) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{census:?}").hash(&mut hasher);
    employer.plans().hash(&mut hasher);
    hasher.finish()
}

/// Of the result of one plan.
pub fn of_result(
    spec: u64,
    employer: u64,
    place: usize,
    detail: Detail,
    names: [&str; 2],
    obstacles: &[String],
) -> u64 {
    let mut hasher = DefaultHasher::new();
    env!("CARGO_PKG_VERSION").hash(&mut hasher);
    (spec, employer, place, detail, names, obstacles).hash(&mut hasher);
    hasher.finish()
}
