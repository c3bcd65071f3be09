//! What the proof of the books says.

use crate::{PostingId, Said};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The outcome of a proof.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Report {
    pub checks: Vec<Check>,
    /// Where it began, of one that did not begin with the first movement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<ProvedFrom>,
    /// The number of the last seal that there was; 0: none.
    #[serde(default)]
    pub through: i64,
    /// What it did not look at, as messages' ids; empty: it looked at everything.
    #[serde(default)]
    pub unseen: Vec<String>,
}

/// Where a proof began that is not of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProvedFrom {
    /// What is under this seal and later ones was looked at, and what waits for one. It need not be made yet.
    pub seal: i64,
    /// When it was made, or the one before it.
    pub at: DateTime<Utc>,
}

/// What a proof found, as far as it looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything is right.
    Right,
    /// What was recorded since, and all that it touched, is right. Of the rest nothing is said.
    RightSince(ProvedFrom),
    /// Something is not.
    Wrong,
}

/// One thing that was proven, or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Check {
    /// `proof-double-entry`, `proof-chain` …: a message's id.
    pub name: String,
    /// How many rows were looked at.
    pub examined: u64,
    /// How many are wrong.
    pub wrong: u64,
    /// The first of them, at most [`Check::SHOWN`].
    pub failures: Vec<Failure>,
}

/// One row that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Failure {
    /// What is wrong, with the expected and the found value.
    #[schema(value_type = Object)]
    pub said: Said,
    /// The key, as `location/variant/lot/status`; empty where it is not about one.
    pub key: String,
    /// The first bad sequence of the key.
    pub seq: Option<i64>,
    pub posting: Option<PostingId>,
    /// The kind of the operation that wrote it.
    pub operation: Option<String>,
}

impl Check {
    /// Failures kept; the others are counted.
    pub const SHOWN: usize = 20;

    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), examined: 0, wrong: 0, failures: Vec::new() }
    }

    /// What the same check found of other rows.
    pub fn add(&mut self, other: Self) {
        self.examined += other.examined;
        self.wrong += other.wrong;
        let room = Self::SHOWN.saturating_sub(self.failures.len());
        self.failures.extend(other.failures.into_iter().take(room));
    }

    pub fn fails(&mut self, failure: Failure) {
        self.wrong += 1;
        if self.failures.len() < Self::SHOWN {
            self.failures.push(failure);
        }
    }
}

impl Failure {
    #[must_use]
    pub fn new(said: Said) -> Self {
        Self { said, key: String::new(), seq: None, posting: None, operation: None }
    }
}

impl Report {
    /// What may be said of the books.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self.since {
            _ if !self.is_clean() => Outcome::Wrong,
            None => Outcome::Right,
            Some(begun) => Outcome::RightSince(begun),
        }
    }

    /// Nothing wrong was found in what was looked at.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.checks.iter().all(|check| check.wrong == 0)
    }
}
