//! All tests that use planlint as its users do: one binary, so that it links once.

mod examples;
mod floors;
mod pages;
mod render;
mod tidy;
