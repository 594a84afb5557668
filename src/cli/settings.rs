//! The settings of a run: the file, the environment and the flags, found, read and put together.

use std::fs;
use std::path::{Component, Path, PathBuf};

use planlint::report::adjust::{Goals, SETTINGS_FILE};
use planlint::report::selection::Selector;
use planlint::settings::{self, FILE_NAME, Key, Origin, Placed, Settings};
use planlint::source::SourceFile;
use planlint::syntax::phrase::nearest;

use super::arguments::CheckCommand;
use super::exit::{Exit, Problem};
use super::files;

/// Where settings come from if not from a flag.
const CONFIG: &str = "PLANLINT_CONFIG";
const PREFIX: &str = "PLANLINT_";

/// What a run is set to.
#[derive(Debug, Default)]
pub struct InForce {
    pub settings: Settings,
    /// What was read, if a file was.
    pub file: Option<SourceFile>,
    /// The path of the file, and the folder that its paths are relative to.
    pub path: Option<PathBuf>,
    pub folder: Option<PathBuf>,
    /// Lines for stderr that stop nothing.
    pub notes: Vec<String>,
}

/// Reads all settings. Everything that is wrong with them, wherever it stands, is reported together.
pub fn in_force(command: &CheckCommand) -> Result<InForce, Problem> {
    let mut lines = Vec::new();
    let variables: Vec<(String, String)> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.to_string_lossy().into_owned())))
        .filter(|(name, _)| name.starts_with(PREFIX))
        .collect();
    let mut found = InForce { notes: unknown(&variables), ..InForce::default() };
    let mut below = Settings::default();
    if let Some(path) = file(command, &variables) {
        let shown = files::shown(&path);
        let text = fs::read(&path).map_err(|error| {
            Problem::usage(format!("{shown}: the settings cannot be read: {}", files::plain(&error)))
        })?;
        let text = String::from_utf8(text)
            .map_err(|_| Problem::usage(format!("{shown}: the settings are not UTF-8")))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
        let source = SourceFile::new(SETTINGS_FILE, shown.clone(), text);
        match settings::read(source.text()) {
            Ok(read) => below = read,
            Err(problems) => lines.extend(problems.iter().map(|problem| placed(&source, problem))),
        }
        found.folder = std::path::absolute(&path).ok().and_then(|path| path.parent().map(Path::to_path_buf));
        let folders = found.folder.iter().flat_map(|folder| folders(folder, &below));
        lines.extend(folders.map(|problem| placed(&source, &problem)));
        (found.file, found.path) = (Some(source), Some(path));
    }
    let (of_environment, problems) = settings::environment(&variables);
    lines.extend(problems.into_iter().map(|problem| problem.message));
    let of_flags = flags(command, &mut lines);
    if !lines.is_empty() {
        lines.append(&mut found.notes);
        return Err(Problem { lines, exit: Exit::Usage });
    }
    found.settings = of_flags.over(of_environment.over(below));
    Ok(found)
}

impl InForce {
    /// The baseline, if there is one. A path that the file states is relative to the file's folder.
    pub fn baseline(&self) -> Option<PathBuf> {
        let placed = self.settings.baseline.as_ref()?;
        match (&placed.origin, self.path.as_ref().and_then(|path| path.parent())) {
            (Origin::File(_), Some(folder)) => Some(folder.join(&placed.value)),
            (Origin::File(_) | Origin::Environment(_) | Origin::Flag(_), _) => {
                Some(PathBuf::from(&placed.value))
            }
        }
    }
}

/// A path from a folder, with `/` between its parts: the same from wherever planlint is run.
pub fn from(folder: &Path, path: &str) -> String {
    let (Ok(whole), Ok(folder)) = (std::path::absolute(path), std::path::absolute(folder)) else {
        return path.to_owned();
    };
    let (whole, folder) = (parts(&whole), parts(&folder));
    let shared = whole.iter().zip(&folder).take_while(|(one, other)| one == other).count();
    if shared == 0 {
        return path.to_owned();
    }
    let up = std::iter::repeat_n("..".to_owned(), folder.len() - shared);
    up.chain(whole[shared..].iter().cloned()).collect::<Vec<_>>().join("/")
}

/// The names of a path from the root on, `..` worked out.
fn parts(path: &Path) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for component in path.components() {
        match component {
            Component::ParentDir if parts.len() > 1 => drop(parts.pop()),
            Component::ParentDir | Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                parts.push(component.as_os_str().to_string_lossy().into_owned());
            }
        }
    }
    parts
}

/// The file of settings: named by flag or environment, else the nearest from this folder upward.
fn file(command: &CheckCommand, variables: &[(String, String)]) -> Option<PathBuf> {
    if command.settings.isolated {
        return None;
    }
    let named = variables.iter().find(|(name, value)| name == CONFIG && !value.is_empty());
    let named = command.settings.config.clone().or_else(|| named.map(|(_, value)| PathBuf::from(value)));
    named.or_else(|| {
        let here = std::env::current_dir().ok()?;
        let steps = here.ancestors().position(|folder| folder.join(FILE_NAME).is_file())?;
        Some(std::iter::repeat_n("..", steps).collect::<PathBuf>().join(FILE_NAME))
    })
}

/// Overrides for a folder by its name alone, which hold for no file: whatever they are stricter about would be let pass.
fn folders(folder: &Path, settings: &Settings) -> Vec<settings::Problem> {
    let named = settings.overrides.iter().flat_map(|placed| {
        let texts = placed.value.paths.texts().iter();
        texts.filter(|text| folder.join(text).is_dir()).map(|text| (&placed.origin, text))
    });
    let problem = |(origin, text): (&Origin, &String)| settings::Problem {
        at: match origin {
            Origin::File(at) => Some(at.clone()),
            Origin::Environment(_) | Origin::Flag(_) => None,
        },
        message: format!("`{text}` is a folder, and `paths` are those of files; `{text}/**` is all in it"),
    };
    named.map(problem).collect()
}

/// Notes on variables that were likely meant for planlint and that it does not know.
fn unknown(variables: &[(String, String)]) -> Vec<String> {
    let known: Vec<String> = Key::ALL.iter().map(|key| key.variable()).chain([CONFIG.to_owned()]).collect();
    let names = variables.iter().map(|(name, _)| name).filter(|name| !known.contains(name));
    let near = names.filter_map(|name| {
        let near =
            nearest(name.strip_prefix(PREFIX)?, known.iter().filter_map(|name| name.strip_prefix(PREFIX)))?;
        Some(format!("{name} in the environment means nothing; did you mean `{PREFIX}{near}`?"))
    });
    let mut notes: Vec<String> = near.collect();
    notes.sort();
    notes
}

/// What the flags say. Names of rules that are none are reported.
fn flags(command: &CheckCommand, lines: &mut Vec<String>) -> Settings {
    let mut selectors = |key: Key, names: &[String]| {
        let parse = |name: &String| {
            Selector::parse(name).map_err(|error| lines.push(format!("{}: {error}", key.flag()))).ok()
        };
        let value: Vec<Selector> = names.iter().filter_map(parse).collect();
        (!names.is_empty()).then(|| Placed::new(value, Origin::Flag(key.flag())))
    };
    let select = selectors(Key::Select, &command.select);
    let ignore = selectors(Key::Ignore, &command.ignore);
    let baseline = command.settings.baseline.as_ref().map(|path| path.to_string_lossy().into_owned());
    Settings {
        select,
        ignore,
        profile: of_flag(Key::Profile, command.profile),
        fail_on: of_flag(Key::FailOn, command.fail_on),
        format: of_flag(Key::Format, command.format),
        baseline: of_flag(Key::Baseline, baseline),
        goals: of_flag(Key::Goals, command.require.map(|_| Goals::MegaBackdoor)),
        ..Settings::default()
    }
}

fn of_flag<T>(key: Key, value: Option<T>) -> Option<Placed<T>> {
    value.map(|value| Placed::new(value, Origin::Flag(key.flag())))
}

/// `planlint.toml:3:5: no key is called …`.
fn placed(file: &SourceFile, problem: &settings::Problem) -> String {
    let at = problem.at.as_ref().map_or(0, |at| u32::try_from(at.start).unwrap_or(u32::MAX));
    let place = file.position(at);
    format!("{}:{}:{}: {}", file.path(), place.line, place.column, problem.message)
}
