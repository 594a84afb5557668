//! Standard output and what is known about it: colour, width, a reader that goes away.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::sync::OnceLock;

use planlint::render::{Color, Links, Style, Volume};

use super::arguments::ColorChoice;
use super::files;

/// Columns where the width of the output is not known.
const DEFAULT_WIDTH: usize = 100;
/// Bytes that go out at once.
const BUFFER: usize = 64 * 1024;

/// Why standard output is not whole.
static CUT: OnceLock<String> = OnceLock::new();

/// Writes all of it. A reader that has seen enough is no error; one that could not take it, as a full disk, is told at
/// the end.
pub fn print(text: &str) {
    let mut out = io::stdout().lock();
    note(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// Why not all of the output could be written, if so: half a report must not look like a whole one.
pub fn cut() -> Option<&'static str> {
    CUT.get().map(String::as_str)
}

fn note(written: io::Result<()>) {
    if let Err(error) = written
        // `planlint check | head` closes the pipe; the exit code still tells what was found.
        && error.kind() != ErrorKind::BrokenPipe
    {
        CUT.get_or_init(|| files::plain(&error));
    }
}

/// Lets something write itself to standard output. A reader that has seen enough is no error.
pub fn print_with<T>(write: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> io::Result<T> {
    let out = Forgiving { out: io::stdout().lock(), is_open: true };
    let mut out = BufWriter::with_capacity(BUFFER, out);
    let result = write(&mut out);
    let _ = out.flush();
    result
}

/// Standard output that takes everything, also when nobody reads any more.
struct Forgiving {
    out: io::StdoutLock<'static>,
    is_open: bool,
}

impl Write for Forgiving {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_open {
            let written = self.out.write_all(bytes);
            self.is_open = written.is_ok();
            note(written);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_open {
            let written = self.out.flush();
            self.is_open = written.is_ok();
            note(written);
        }
        Ok(())
    }
}

/// How standard output is written. Links go with colour to a terminal only: elsewhere they are noise.
pub fn style(choice: ColorChoice) -> Style {
    let color = color(choice, io::stdout().is_terminal());
    let links = if color == Color::On && io::stdout().is_terminal() { Links::On } else { Links::Off };
    Style { color, width: width(), links, volume: Volume::Normal }
}

/// How findings are written to standard error by verbs that are not about findings.
pub fn style_of_errors() -> Style {
    let color = color(ColorChoice::Auto, io::stderr().is_terminal());
    Style { color, width: width(), links: Links::Off, volume: Volume::Quiet }
}

/// Colour by the flag, then `NO_COLOR`, then `FORCE_COLOR`, then whether a person looks on.
fn color(choice: ColorChoice, is_terminal: bool) -> Color {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let forced = || std::env::var_os("FORCE_COLOR").is_some_and(|value| !value.is_empty() && value != "0");
    match choice {
        ColorChoice::Always => Color::On,
        ColorChoice::Never => Color::Off,
        ColorChoice::Auto if set("NO_COLOR") => Color::Off,
        ColorChoice::Auto if forced() || is_terminal => Color::On,
        ColorChoice::Auto => Color::Off,
    }
}

/// The width of the terminal in columns.
fn width() -> usize {
    terminal_size::terminal_size().map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0).clamp(40, 400))
}
