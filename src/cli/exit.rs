//! How a run ends: the exit codes are a public contract.

/// The exit codes of every verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing at or above `--fail-on`.
    Clean,
    /// Findings at or above it, a failed requirement, something that would change.
    Findings,
    /// Bad usage or configuration, a missing path, no plan.
    Usage,
    /// An input could not be read.
    Unreadable,
    /// A fault of planlint.
    Internal,
}

/// A run that cannot go on: lines for stderr, and how it ends.
#[derive(Debug)]
pub struct Problem {
    pub lines: Vec<String>,
    pub exit: Exit,
}

/// What every verb returns.
pub type Ending = Result<Exit, Problem>;

impl Exit {
    pub fn code(self) -> i32 {
        match self {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Usage => 2,
            Exit::Unreadable => 3,
            Exit::Internal => 4,
        }
    }
}

impl Problem {
    pub fn usage(line: impl Into<String>) -> Self {
        Self { lines: vec![line.into()], exit: Exit::Usage }
    }

    pub fn unreadable(line: impl Into<String>) -> Self {
        Self { lines: vec![line.into()], exit: Exit::Unreadable }
    }
}
