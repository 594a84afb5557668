//! Printing pages to PDF by a Chromium that is installed. It is given nothing from the network and a profile of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::cli::exit::Problem;
use crate::cli::files::{plain, shown};

/// What Chromium is called on the systems that have it.
const NAMES: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const PLACES: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const FLAGS: [&str; 10] = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--no-pdf-header-footer",
    "--host-resolver-rules=MAP * ~NOTFOUND",
];
/// A page that takes longer hangs.
const LONGEST: Duration = Duration::from_secs(120);
const STEP: Duration = Duration::from_millis(20);

/// A Chromium that is there.
#[derive(Debug)]
pub struct Browser {
    program: PathBuf,
}

impl Browser {
    /// The one that is named, else the first that is found.
    pub fn find(named: Option<&Path>) -> Result<Self, Problem> {
        if let Some(path) = named {
            return match on_path(path) {
                Some(program) => Ok(Self { program }),
                None => Err(Problem::usage(format!("--chromium {}: no such program", shown(path)))),
            };
        }
        let mut names = NAMES.iter().chain(&PLACES);
        names.find_map(|name| on_path(Path::new(name))).map(|program| Self { program }).ok_or_else(|| {
            Problem::usage("--pdf prints by Chromium or Chrome, and none is found; install one, or name it with `--chromium FILE`")
        })
    }

    /// Prints a page. `work` is a folder that does not exist yet.
    pub fn print(&self, page: &str, work: &Path, target: &Path) -> Result<(), Problem> {
        let failed =
            |why: String| Problem::unreadable(format!("{}: cannot be printed: {why}", shown(target)));
        let source = work.join("page.html");
        fs::create_dir(work)
            .and_then(|()| fs::write(&source, page))
            .map_err(|error| failed(plain(&error)))?;
        let mut command = Command::new(&self.program);
        command.args(FLAGS);
        if is_root(work) {
            // Chromium refuses to run as root with its sandbox; the page is our own and runs nothing.
            command.arg("--no-sandbox");
        }
        command.arg(format!("--user-data-dir={}", work.join("profile").display()));
        command.arg(format!("--print-to-pdf={}", target.display()));
        command.arg(&source).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let ended = run(command);
        // The profile is some megabytes; what is left of it goes with the folder around it.
        let _ = fs::remove_dir_all(work);
        ended.map_err(failed)?;
        match fs::metadata(target) {
            Ok(file) if file.len() > 0 => Ok(()),
            Ok(_) | Err(_) => Err(failed(format!("{} wrote nothing", shown(&self.program)))),
        }
    }
}

fn run(mut command: Command) -> Result<(), String> {
    let mut child = command.spawn().map_err(|error| plain(&error))?;
    let began = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("the browser ended with {status}")),
            Ok(None) if began.elapsed() < LONGEST => std::thread::sleep(STEP),
            Ok(None) => {
                // It ends by itself or not at all; there is nothing more to do about it.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("the browser took longer than {} seconds", LONGEST.as_secs()));
            }
            Err(error) => return Err(plain(&error)),
        }
    }
}

/// The program of a name, if it is there.
fn on_path(name: &Path) -> Option<PathBuf> {
    if name.components().count() > 1 {
        return name.is_file().then(|| name.to_owned());
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// Does a folder that this process made belong to root?
#[cfg(unix)]
fn is_root(made: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(made).is_ok_and(|folder| folder.uid() == 0)
}

#[cfg(not(unix))]
fn is_root(_: &Path) -> bool {
    false
}
