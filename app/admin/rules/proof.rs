//! The proof of the books: asked for, kept, looked at.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use utoipa::ToSchema;
use vocabulary::{Cursor, Kind, Operation, Page, Permission, ProofId, proof::Report};

/// Proves the books. The work is done by a job; this says under which id its proof will be found. While one of the same extent
/// waits or runs, asking again gives the same id.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProveBooks {
    /// Only what was recorded since, and whatever it touched; else everything from the first movement on.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "last")]
    pub since: Option<ProofSince>,
}

/// From when on the books are proved: `last`, a day or an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ProofSince {
    /// What no clean proof has looked at yet. There must be an unbroken row of clean proofs from the first movement on: after one
    /// that was not clean, it is everything.
    Last,
    /// The beginning of a day where the business is.
    Day(NaiveDate),
    Instant(DateTime<Utc>),
}

/// A text that names no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write `last`, a day such as 2026-11-30, or an instant such as 2026-11-30T08:00:00Z")]
pub struct ProofSinceError;

impl FromStr for ProofSince {
    type Err = ProofSinceError;
    fn from_str(raw: &str) -> Result<Self, ProofSinceError> {
        match raw {
            "last" => Ok(Self::Last),
            raw if raw.len() == 10 => raw.parse().map(Self::Day).map_err(|_| ProofSinceError),
            raw => DateTime::parse_from_rfc3339(raw).map(|at| Self::Instant(at.to_utc())).map_err(|_| ProofSinceError),
        }
    }
}

impl fmt::Display for ProofSince {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Last => f.write_str("last"),
            Self::Day(day) => day.fmt(f),
            Self::Instant(at) => f.write_str(&at.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
        }
    }
}

impl TryFrom<String> for ProofSince {
    type Error = ProofSinceError;
    fn try_from(raw: String) -> Result<Self, ProofSinceError> {
        raw.parse()
    }
}

impl From<ProofSince> for String {
    fn from(since: ProofSince) -> Self {
        since.to_string()
    }
}

/// Where the proof will be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProofQueued {
    pub proof: ProofId,
}

impl Operation for ProveBooks {
    type Reply = ProofQueued;
    const NAME: &'static str = "admin.prove_books";
    const NEEDS: Permission = Permission::Verify;
    const KIND: Kind = Kind::Command;
}

/// All proofs, the latest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListProofs {
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// A proof without its details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProofRow {
    pub proof: ProofId,
    pub at: DateTime<Utc>,
    /// Who asked for it; empty for the system.
    pub person: String,
    /// Only what was recorded from about then on was looked at, and whatever it touched; `null`: everything.
    pub since: Option<DateTime<Utc>>,
    /// Nothing wrong was found in what was looked at.
    pub clean: bool,
    /// Rows looked at, over all checks.
    pub examined: i64,
    /// Rows that are wrong, over all checks.
    pub wrong: i64,
    pub duration_ms: i64,
}

/// The proofs there are, and the one under way.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Proofs {
    /// A proof that waits or runs.
    pub under_way: Option<ProofId>,
    pub page: Page<ProofRow>,
}

impl Operation for ListProofs {
    type Reply = Proofs;
    const NAME: &'static str = "admin.list_proofs";
    const NEEDS: Permission = Permission::Verify;
    const KIND: Kind = Kind::Query;
}

/// One proof with all it found.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowProof {
    pub proof: ProofId,
}

/// What was proven and what was not.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ProofShown {
    pub row: ProofRow,
    pub report: Report,
    /// The keys of the failures in names people know.
    pub keys: Vec<KeyNamed>,
}

/// A key of a failure, `location/variant/lot/status` or `store/variant`, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeyNamed {
    pub key: String,
    pub store: String,
    pub place: String,
    pub sku: String,
}

impl Operation for ShowProof {
    type Reply = ProofShown;
    const NAME: &'static str = "admin.show_proof";
    const NEEDS: Permission = Permission::Verify;
    const KIND: Kind = Kind::Query;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_last_or_a_day_or_an_instant() {
        for written in ["last", "2026-11-30", "2026-11-30T08:00:00Z", "2026-11-30T08:00:00.250Z"] {
            assert_eq!(written.parse::<ProofSince>().map(|since| since.to_string()).as_deref(), Ok(written));
        }
        assert_eq!("2026-11-30T10:00:00+02:00".parse(), "2026-11-30T08:00:00Z".parse::<ProofSince>());
        for strange in ["", "LAST", "yesterday", "2026-02-30", "2026-11-30T08:00:00", "30.11.2026"] {
            assert_eq!(strange.parse::<ProofSince>(), Err(ProofSinceError), "{strange}");
        }
        let asked: ProveBooks = serde_json::from_str("{}").unwrap();
        assert_eq!(asked.since, None);
        assert_eq!(serde_json::from_str::<ProveBooks>(r#"{"since":"last"}"#).unwrap().since, Some(ProofSince::Last));
    }
}
