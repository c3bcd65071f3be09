//! What the proof of the books says.

use crate::{PostingId, Said};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The outcome of a proof.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Report {
    pub checks: Vec<Check>,
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
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.checks.iter().all(|check| check.wrong == 0)
    }
}
