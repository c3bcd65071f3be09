//! What people changed of the value of stock, and taking it back.

use super::StockRevalued;
use crate::{NOTE_MAX, check_text};
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vocabulary::{Currency, Cursor, FieldError, Kind, Operation, Page, Permission, PostingId, VariantId};

/// What was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CostChange {
    /// What one unit is worth.
    Revaluation,
    /// Freight, duty, insurance were added.
    Landed,
    /// The invoice said otherwise than the receipt did.
    Invoice,
}

impl CostChange {
    pub const ALL: [Self; 3] = [Self::Revaluation, Self::Landed, Self::Invoice];

    /// `cost_document.kind`
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Revaluation => 1,
            Self::Landed => 2,
            Self::Invoice => 3,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.code() == code)
    }
}

/// What was changed, the newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListCostChanges {
    /// Only costs that came later for this receipt.
    #[serde(default)]
    pub posting: Option<PostingId>,
    /// Only revaluations of this variant.
    #[serde(default)]
    pub variant: Option<VariantId>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ListCostChanges {
    type Reply = Page<CostChangeView>;
    const NAME: &'static str = "stock.list_cost_changes";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

/// One change.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowCostChange {
    #[schema(value_type = String, format = "uuid")]
    pub change: Uuid,
}

impl Operation for ShowCostChange {
    type Reply = CostChangeView;
    const NAME: &'static str = "stock.show_cost_change";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

/// A change of the value of stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CostChangeView {
    #[schema(value_type = String, format = "uuid")]
    pub change: Uuid,
    pub kind: CostChange,
    /// The receipt that bears it; none of a revaluation.
    pub posting: Option<PostingId>,
    /// The receipt's own number.
    pub receipt: String,
    /// What was revalued.
    pub variant: Option<VariantId>,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// The invoice's number.
    pub reference: String,
    pub note: String,
    /// As it was billed.
    pub currency: Currency,
    #[schema(value_type = String, format = "decimal")]
    pub amount: Decimal,
    /// So much of the tenant's currency was one unit of that.
    #[schema(value_type = String, format = "decimal")]
    pub rate: Decimal,
    /// In the tenant's currency: all of it.
    #[schema(value_type = String, format = "decimal")]
    pub value: Decimal,
    /// Of it, what was in stock.
    #[schema(value_type = String, format = "decimal")]
    pub on_hand: Decimal,
    /// Of it, what had left already.
    #[schema(value_type = String, format = "decimal")]
    pub gone: Decimal,
    pub by: String,
    pub at: DateTime<Utc>,
    /// The change that this one takes back.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub undoes: Option<Uuid>,
    /// The change by which this one was taken back.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub undone_by: Option<Uuid>,
}

/// Takes a change back: of what is left of the goods as much as they bear of it, the rest is a cost of what has left since.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoCostChange {
    #[schema(value_type = String, format = "uuid")]
    pub change: Uuid,
    /// Why: at most 500 characters.
    #[serde(default)]
    pub note: String,
}

impl Operation for UndoCostChange {
    type Reply = StockRevalued;
    const NAME: &'static str = "stock.undo_cost_change";
    const NEEDS: Permission = Permission::CostWrite;
    const KIND: Kind = Kind::Command;
}

/// What is wrong with taking a change back, as far as it can be told without it.
#[must_use]
pub fn check_undo_cost(undo: &UndoCostChange) -> Vec<FieldError> {
    check_text("note", &undo.note, NOTE_MAX).into_iter().collect()
}
