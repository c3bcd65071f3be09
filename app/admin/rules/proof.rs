//! The proof of the books: asked for, kept, looked at.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, Kind, Operation, Page, Permission, ProofId, proof::Report};

/// Proves the books from their first movement. The work is done by a job; this says under which id its proof will be
/// found. While one waits or runs, asking again gives the same id.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProveBooks {}

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
