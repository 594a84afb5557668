//! `planlint serve`: the plans as files, for the server that shows them.

use std::fs;
use std::io::Write;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use planlint::render::safe;
use planlint::report::{CheckOptions, Report};
use planlint::source::{Input, SourceFile};

use super::arguments::{CheckCommand, ServeCommand};
use super::check::{self, today};
use super::exit::{Ending, Exit, Problem};
use super::settings::{self, InForce};
use super::{baseline, files};
use crate::serve::{self, Loaded, LoadedPlan, MIN_TOKEN, Options, PlanSource, State, Token};

/// The token, where no file holds it.
const TOKEN: &str = "PLANLINT_TOKEN";

/// Serves until it is asked to end.
pub fn run(command: &ServeCommand) -> Ending {
    let judged = command.check();
    let in_force = settings::in_force(&judged)?;
    files::find(&command.paths)?;
    let token = token(command)?;
    let source = Files { command: judged, in_force };
    let options = Options {
        address: command.listen,
        port: command.port,
        token: token.as_ref().map(|(token, _)| token.clone()),
        hosts: command.allow_host.clone(),
    };
    let ready = |address: SocketAddr| announce(address, token.as_ref());
    serve::run(options, Box::new(source), ready).map_err(|error| {
        let (address, port, why) = (command.listen, command.port, files::plain(&error));
        Problem::usage(format!("port {port} of {address}: {why}; `--port 0` takes one that is free"))
    })?;
    Ok(Exit::Clean)
}

/// The address is the first line of standard output, for people and for programs that wait for it.
fn announce(address: SocketAddr, token: Option<&(Token, Origin)>) {
    // Who listens on all addresses is reached by that of this machine, too.
    let shown = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => SocketAddr::from(([127, 0, 0, 1], address.port())),
        IpAddr::V6(ip) if ip.is_unspecified() => SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], address.port())),
        IpAddr::V4(_) | IpAddr::V6(_) => address,
    };
    let mut lines = format!("http://{shown}\n");
    if let Some((token, Origin::Made)) = token {
        lines.push_str(&format!("token: {}\n", token.text()));
    }
    let mut out = std::io::stdout().lock();
    // A reader that has seen enough is no error.
    let _ = out.write_all(lines.as_bytes()).and_then(|()| out.flush());
    eprintln!("planlint: serving; Ctrl+C ends it. Nothing that is typed is kept.");
    if !address.ip().is_loopback() {
        eprintln!("planlint: what is typed goes over the network as it is: put a proxy with TLS before it.");
    }
}

/// Whether somebody knows the token already.
enum Origin {
    Given,
    Made,
}

/// The token, if one is demanded: always, if the address can be reached from elsewhere.
fn token(command: &ServeCommand) -> Result<Option<(Token, Origin)>, Problem> {
    let (text, place) = match &command.token_file {
        Some(path) => {
            let shown = files::shown(path);
            let text = fs::read_to_string(path).map_err(|error| {
                Problem::usage(format!("{shown}: the token cannot be read: {}", files::plain(&error)))
            })?;
            (Some(text), shown)
        }
        None => (std::env::var(TOKEN).ok().filter(|text| !text.is_empty()), TOKEN.to_owned()),
    };
    if let Some(text) = text {
        let token = Token::chosen(&text).ok_or_else(|| {
            Problem::usage(format!("{place}: a token has {MIN_TOKEN} characters or more, and no blanks"))
        })?;
        return Ok(Some((token, Origin::Given)));
    }
    if command.listen.is_loopback() {
        return Ok(None);
    }
    let token = Token::random()
        .map_err(|error| Problem { lines: vec![files::plain(&error)], exit: Exit::Internal })?;
    Ok(Some((token, Origin::Made)))
}

/// The plans below the paths, as `check` finds and judges them.
struct Files {
    command: CheckCommand,
    in_force: InForce,
}

impl PlanSource for Files {
    fn state(&mut self) -> State {
        let found = files::find(&self.command.paths).map(|found| found.paths).unwrap_or_default();
        let others = self.in_force.path.iter().cloned().chain(self.in_force.baseline());
        let state = |path: PathBuf| {
            let data = fs::metadata(&path).ok();
            let changed = data.as_ref().and_then(|data| data.modified().ok());
            (path, changed, data.map_or(0, |data| data.len()))
        };
        let files = found.into_iter().chain(others).map(state).collect();
        State { files, day: self.command.as_of.unwrap_or_else(today) }
    }

    fn load(&mut self) -> Loaded {
        match self.judged() {
            Ok(loaded) => loaded,
            Err(problem) => Loaded { plans: Vec::new(), unreadable: problem.lines },
        }
    }
}

impl Files {
    fn judged(&mut self) -> Result<Loaded, Problem> {
        let found = files::find(&self.command.paths)?;
        let mut unreadable = Vec::new();
        // Settings that are wrong now leave those in force that were right.
        match settings::in_force(&self.command) {
            Ok(in_force) => self.in_force = in_force,
            Err(problem) => unreadable.extend(problem.lines),
        }
        let (inputs, lines) = files::read(found, &self.command.stdin_filename);
        unreadable.extend(lines);
        let options = check::options(&self.command, &self.in_force, &inputs);
        let mut report = planlint::check(&inputs, &options);
        if let Some(path) = self.in_force.baseline() {
            match baseline::hold_back(&mut report, &path, &options) {
                Ok(notes) => tell(&notes),
                Err(problem) => unreadable.extend(problem.lines),
            }
        }
        let plans = report.apart().into_iter().filter_map(|part| self.plan(part, &report, &inputs, &options));
        Ok(Loaded { plans: plans.collect(), unreadable })
    }

    fn plan(
        &self,
        part: Report,
        whole: &Report,
        inputs: &[Input],
        options: &CheckOptions,
    ) -> Option<LoadedPlan> {
        let own = part.plans.first();
        let file = match own {
            Some(plan) => part.file(plan.file),
            None => part.findings.first().and_then(|found| part.file(found.file)),
        };
        let path = file.map(SourceFile::path)?.to_owned();
        let input = inputs.iter().find(|input| input.path == path)?;
        let siblings = || whole.plans.iter().filter(|plan| own.is_some_and(|own| own.file == plan.file));
        let name = own.filter(|_| siblings().count() > 1).map(|plan| plan.name.clone());
        let mut plans = planlint::plans(input, options.year, options.as_of).unwrap_or_default();
        let place = plans.iter().position(|plan| {
            let stated = plan.identity.name.stated();
            name.is_none() || stated.map(|name| &*name.0) == name.as_deref()
        });
        let plan = place.filter(|_| own.is_some()).map(|place| plans.swap_remove(place));
        Some(LoadedPlan { path: self.below(&path), name, report: part, plan })
    }

    /// A path from the folder that was asked for: where that folder lies is nobody's business.
    fn below(&self, path: &str) -> String {
        let path = Path::new(path);
        let mut roots = self.command.paths.iter().filter(|root| root.is_dir());
        let below = roots.find_map(|root| path.strip_prefix(root).ok());
        let name = || path.file_name().map(Path::new);
        files::shown(below.or_else(name).unwrap_or(path))
    }
}

fn tell(lines: &[String]) {
    for line in lines {
        eprintln!("planlint: {}", safe::line(line));
    }
}
