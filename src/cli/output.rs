//! Standard output and what is known about it: colour, width, a reader that goes away.

use std::io::{self, IsTerminal, Write};

use planlint::render::Color;

use super::arguments::ColorChoice;

/// Columns where the width of the output is not known.
const DEFAULT_WIDTH: usize = 100;

/// Writes all of it. A reader that has seen enough is no error.
pub fn print(text: &str) {
    let mut out = io::stdout().lock();
    // `planlint check | head` closes the pipe; the exit code still tells what was found.
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Colour by the flag, then `NO_COLOR`, then `FORCE_COLOR`, then whether a person looks on.
pub fn color(choice: ColorChoice) -> Color {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    match choice {
        ColorChoice::Always => Color::On,
        ColorChoice::Never => Color::Off,
        ColorChoice::Auto if set("NO_COLOR") => Color::Off,
        ColorChoice::Auto if set("FORCE_COLOR") || io::stdout().is_terminal() => Color::On,
        ColorChoice::Auto => Color::Off,
    }
}

/// The width of the terminal in columns.
pub fn width() -> usize {
    terminal_size::terminal_size().map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0).clamp(40, 400))
}
