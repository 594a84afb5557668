//! The program: a thin shell around the library.

mod cli;
mod serve;

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(u8::try_from(cli::run().code()).unwrap_or(1))
}
