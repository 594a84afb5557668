//! The plans that are served, read again when their files change.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use jiff::civil::Date;
use planlint::plan::Plan;
use planlint::report::Report;
use planlint::source::SourceFile;

use super::ids::Ids;

/// Files are looked at again no sooner than this.
const REST: Duration = Duration::from_secs(1);
/// Looking takes at most one part in so many of the time.
const SHARE: u32 = 20;

/// Where plans come from. Only it opens files.
pub trait PlanSource: Send {
    /// All that the plans hang on, cheap to ask for.
    fn state(&mut self) -> State;
    /// Reads and judges every plan.
    fn load(&mut self) -> Loaded;
}

/// What the plans hang on: files with their times and sizes, and the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    pub files: Vec<(PathBuf, Option<SystemTime>, u64)>,
    pub day: Date,
}

/// What was read.
#[derive(Debug, Default)]
pub struct Loaded {
    pub plans: Vec<LoadedPlan>,
    /// What could not be read, a line each.
    pub unreadable: Vec<String>,
}

/// A plan, or a file in which none can be read.
#[derive(Debug)]
pub struct LoadedPlan {
    /// The path from the folder that was asked for.
    pub path: String,
    /// The name, where the file has several plans.
    pub name: Option<String>,
    pub report: Report,
    /// `None` unless all of it can be read.
    pub plan: Option<Plan>,
}

/// The plans as they are at one time.
#[derive(Debug)]
pub struct Shelf {
    pub entries: Vec<Entry>,
    places: HashMap<String, usize>,
    pub unreadable: Vec<String>,
    /// The day of the judgement.
    pub day: Date,
}

/// A plan that is served.
#[derive(Debug)]
pub struct Entry {
    pub id: String,
    pub report: Report,
    pub plan: Option<Plan>,
}

/// The shelf of now.
pub struct Shelves(Mutex<Current>);

struct Current {
    source: Box<dyn PlanSource>,
    state: State,
    shelf: Arc<Shelf>,
    /// Nobody looks before.
    next_look: Instant,
}

impl std::fmt::Debug for Shelves {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shelves")
    }
}

impl Shelves {
    pub fn new(mut source: Box<dyn PlanSource>) -> Self {
        let state = source.state();
        let shelf = Arc::new(Shelf::of(source.load(), state.day));
        Self(Mutex::new(Current { source, state, shelf, next_look: Instant::now() + REST }))
    }

    /// The plans as their files are now, or were a moment ago.
    pub fn current(&self) -> Arc<Shelf> {
        let mut current = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        current.look();
        Arc::clone(&current.shelf)
    }
}

impl Current {
    fn look(&mut self) {
        let began = Instant::now();
        if began < self.next_look {
            return;
        }
        // Asked for before the files are read: what changes meanwhile is seen the next time.
        let state = self.source.state();
        if state != self.state {
            self.shelf = Arc::new(Shelf::of(self.source.load(), state.day));
            self.state = state;
        }
        self.next_look = Instant::now() + REST.max(began.elapsed() * SHARE);
    }
}

impl Entry {
    /// The plan's name; of a file in which none can be read, its path.
    pub fn name(&self) -> &str {
        let path = || self.report.files.first().map_or("", SourceFile::path);
        self.report.plans.first().map_or_else(path, |plan| &plan.name)
    }
}

impl Shelf {
    /// The plan with an id.
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.entries.get(*self.places.get(id)?)
    }

    fn of(loaded: Loaded, day: Date) -> Self {
        let mut ids = Ids::default();
        let entry = |LoadedPlan { path, name, report, plan }| Entry {
            id: ids.give(&path, name.as_deref()),
            report,
            plan,
        };
        let entries: Vec<Entry> = loaded.plans.into_iter().map(entry).collect();
        let places = entries.iter().enumerate().map(|(place, entry)| (entry.id.clone(), place)).collect();
        Self { entries, places, unreadable: loaded.unreadable, day }
    }
}
