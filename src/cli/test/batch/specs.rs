//! The plan specs of a batch: each with its terms and what it goes by. What cannot be read stays as an exception.

use std::path::{Path, PathBuf};

use planlint::law::Law;
use planlint::plan::Plan;
use planlint::render::json::Passing;
use planlint::render::{self, Format};
use planlint::testing::batch::line::{Line, Outcome};
use planlint::testing::batch::matching::{Names, Register};
use planlint::testing::terms::Terms;
use rayon::prelude::*;

use super::fingerprint;
use crate::cli::arguments::TestCommand;
use crate::cli::check::today;
use crate::cli::files::{self, Found};
use crate::cli::output;

/// All plan specs, in the order of their files.
#[derive(Debug)]
pub struct Specs {
    pub list: Vec<Spec>,
    pub register: Register,
    /// The files.
    pub paths: Vec<PathBuf>,
    /// Folders that could not be looked into.
    pub unreadable: Vec<String>,
}

/// One plan of a file, or a file that cannot be read.
#[derive(Debug)]
pub struct Spec {
    /// As messages show it.
    pub path: String,
    pub names: Names,
    /// `None` where it cannot be read.
    pub terms: Option<Terms>,
    /// Of its text and its terms.
    pub fingerprint: u64,
}

/// What was read of one file.
struct Read {
    specs: Vec<Spec>,
    /// For standard error.
    told: String,
}

impl Specs {
    /// Reads all files. What is wrong with one is told on standard error.
    pub fn read(found: Found, command: &TestCommand) -> Self {
        let read: Vec<Read> = found.paths.par_iter().map(|path| read(path, command)).collect();
        let mut specs = Self {
            list: Vec::new(),
            register: Register::default(),
            paths: found.paths,
            unreadable: found.unreadable,
        };
        for line in &specs.unreadable {
            eprintln!("planlint: {}", planlint::render::safe::line(line));
        }
        for file in read {
            eprint!("{}", file.told);
            for spec in file.specs {
                specs.register.add(specs.list.len(), &spec.names);
                specs.list.push(spec);
            }
        }
        specs
    }
}

impl Spec {
    /// The line of a spec that is not tested.
    pub fn line(&self, outcome: Outcome, reason: String) -> Line {
        Line {
            plan: self.terms.as_ref().map(|terms| terms.plan.clone()),
            plan_id: self.names.id.clone(),
            spec: Some(self.path.clone()),
            year: self.terms.as_ref().map(|terms| terms.year.begins_in()),
            outcome,
            reasons: vec![reason],
            ..Line::default()
        }
    }

    /// What a census may call it: `001`, or `acme` or `Acme 401(k) Plan`.
    pub fn called(&self) -> String {
        let Names { id, stem, name } = &self.names;
        let names: Vec<String> = match id {
            Some(id) => vec![format!("`{id}`")],
            None => [stem, name].into_iter().flatten().map(|name| format!("`{name}`")).collect(),
        };
        names.join(" or ")
    }
}

fn read(path: &Path, command: &TestCommand) -> Read {
    let shown = files::shown(path);
    let stem = stem(path);
    let unread = |told: String| {
        let names = Names { id: None, stem: stem.clone(), name: None };
        Read { specs: vec![Spec { path: shown.clone(), names, terms: None, fingerprint: 0 }], told }
    };
    let input = match files::read_one(path, "stdin.plan") {
        Ok(input) => input,
        Err(line) => return unread(format!("planlint: {}\n", planlint::render::safe::line(&line))),
    };
    let plans = match planlint::plans(&input, command.year, command.as_of.unwrap_or_else(today)) {
        Ok(plans) => plans,
        Err(report) => {
            let style = output::style_of_errors();
            return unread(render::render(&report, Format::Full, &style, Passing::Left));
        }
    };
    let is_alone = plans.len() == 1;
    let spec = |plan: &Plan| {
        let terms = Terms::of(plan, Law::current());
        let stated =
            |text: Option<&planlint::syntax::phrase::list::FreeText>| text.map(|text| text.0.clone());
        let names = Names {
            id: stated(plan.identity.id.stated()),
            stem: stem.clone().filter(|_| is_alone),
            name: stated(plan.identity.name.stated()),
        };
        let fingerprint = fingerprint::of_spec(&input.bytes, &terms);
        Spec { path: shown.clone(), names, terms: Some(terms), fingerprint }
    };
    Read { specs: plans.iter().map(spec).collect(), told: String::new() }
}

/// `acme` of `plans/acme.plan.yaml`.
fn stem(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let name = ["yaml", "yml"].iter().find_map(|end| name.strip_suffix(&format!(".{end}"))).unwrap_or(&name);
    let stem = name.strip_suffix(".plan").unwrap_or(name);
    (path != Path::new("-")).then(|| stem.to_owned())
}
