//! `planlint estimate` as its users see it.
