//! What was done to a thing, as its History page and the API tell it.

use crate::{AuditId, Door};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One act, with what it changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HistoryRow {
    pub id: AuditId,
    pub at: DateTime<Utc>,
    /// Empty for the system itself.
    pub who: String,
    #[schema(value_type = String)]
    pub door: Door,
    /// `catalog.edit_variant`
    pub operation: String,
    /// The part of the thing that it was about, by the code it had then: a variant's SKU, a place's code. Empty for the
    /// thing itself.
    pub part: String,
    pub changes: Vec<FieldChange>,
}

/// A value that changed. Values are as a machine writes them: `12.5`, `active`, `00042563008123`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldChange {
    /// `price`, `barcode` …
    pub field: String,
    /// None where there was nothing.
    pub from: Option<String>,
    /// None where there is nothing now.
    pub to: Option<String>,
}
