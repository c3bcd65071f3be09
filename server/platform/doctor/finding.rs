//! What was found, and the command that mends it.

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// As it should be.
    Good,
    /// It works, and will surprise somebody.
    Notice,
    /// It does not work, or does harm.
    Bad,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub level: Level,
    /// What was seen and what it means, in a sentence.
    pub what: String,
    /// What to type, a line each; empty where nothing need be done.
    pub mend: Vec<String>,
}

impl Finding {
    #[must_use]
    pub fn good(what: impl Into<String>) -> Self {
        Self { level: Level::Good, what: what.into(), mend: Vec::new() }
    }

    #[must_use]
    pub fn notice(what: impl Into<String>) -> Self {
        Self { level: Level::Notice, ..Self::good(what) }
    }

    #[must_use]
    pub fn bad(what: impl Into<String>) -> Self {
        Self { level: Level::Bad, ..Self::good(what) }
    }

    /// A command that mends it.
    #[must_use]
    pub fn mend(mut self, command: impl Into<String>) -> Self {
        self.mend.push(command.into());
        self
    }
}
