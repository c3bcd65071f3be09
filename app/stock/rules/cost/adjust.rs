//! What people change of the value of stock: what one unit is worth, and what came later for goods that had come.

use super::{CostChange, FixedRate, check_money, check_rate};
use crate::{NOTE_MAX, REFERENCE_MAX, check_text};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vocabulary::{Currency, FieldError, Kind, Operation, Permission, PostingId, StoreId, VariantId};

/// Makes each unit of a variant worth so much, from now on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevalueStock {
    pub variant: VariantId,
    /// Only this store's, with what is on its way to it; all stores' unless said. Under standard cost, and where all stores
    /// are valued together, it is of all stores.
    #[serde(default)]
    pub store: Option<StoreId>,
    /// Nought or more, in the tenant's currency. Under standard cost the new standard.
    #[schema(value_type = String, format = "decimal")]
    pub unit_cost: Decimal,
    /// Why: 1 to 500 characters, kept with it.
    pub reason: String,
}

impl Operation for RevalueStock {
    type Reply = StockRevalued;
    const NAME: &'static str = "stock.revalue_stock";
    const NEEDS: Permission = Permission::CostWrite;
    const KIND: Kind = Kind::Command;
}

/// What is wrong with a revaluation.
#[must_use]
pub fn check_revaluation(revalue: &RevalueStock) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    if revalue.unit_cost < Decimal::ZERO {
        wrong.push(FieldError::new("unit_cost", "money-negative"));
    }
    wrong.extend(check_money("unit_cost", revalue.unit_cost));
    if revalue.reason.trim().is_empty() {
        wrong.push(FieldError::new("reason", "field-required"));
    }
    wrong.extend(check_text("reason", &revalue.reason, NOTE_MAX));
    wrong
}

/// The value of stock was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StockRevalued {
    pub document: Uuid,
    /// By how much, in the tenant's currency.
    #[schema(value_type = String, format = "decimal")]
    pub value: Decimal,
    /// Of it, what is in stock.
    #[schema(value_type = String, format = "decimal")]
    pub on_hand: Decimal,
    /// Of it, what had left already: it is a cost of what was sold.
    #[schema(value_type = String, format = "decimal")]
    pub gone: Decimal,
}

/// Why a cost came later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LateCost {
    /// Freight, duty, insurance.
    #[default]
    Landed,
    /// The invoice says otherwise than the receipt did.
    Invoice,
}

/// How such a cost is dealt to the lines of the receipt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DealtBy {
    /// By what each line cost.
    #[default]
    Value,
    /// By how much of it came.
    Quantity,
}

impl LateCost {
    pub const ALL: [Self; 2] = [Self::Landed, Self::Invoice];

    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Landed => "landed",
            Self::Invoice => "invoice",
        }
    }

    #[must_use]
    pub fn change(self) -> CostChange {
        match self {
            Self::Landed => CostChange::Landed,
            Self::Invoice => CostChange::Invoice,
        }
    }
}

impl DealtBy {
    pub const ALL: [Self; 2] = [Self::Value, Self::Quantity];

    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Quantity => "quantity",
        }
    }
}

/// Adds a cost to what a receipt brought: to what of it is still in stock, wherever it is by now; what has left already is a
/// cost of what was sold.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddLateCost {
    /// The receipt, or the opening.
    pub posting: PostingId,
    #[serde(default)]
    pub kind: LateCost,
    /// Only these lines of it; all that stand unless said.
    #[serde(default)]
    pub lines: Vec<i32>,
    #[serde(default)]
    pub by: DealtBy,
    /// More than nought, or less where it cost less after all; in the tenant's currency, or in the rate's.
    #[schema(value_type = String, format = "decimal")]
    pub amount: Decimal,
    /// Where it was billed in another currency.
    #[serde(default)]
    pub rate: Option<FixedRate>,
    /// The invoice's number: at most 64 characters.
    #[serde(default)]
    pub reference: String,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
}

impl Operation for AddLateCost {
    type Reply = StockRevalued;
    const NAME: &'static str = "stock.add_late_cost";
    const NEEDS: Permission = Permission::CostWrite;
    const KIND: Kind = Kind::Command;
}

/// What is wrong with such a cost, as far as it can be told without the receipt.
#[must_use]
pub fn check_late_cost(cost: &AddLateCost, own: Currency) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    if cost.amount.is_zero() {
        wrong.push(FieldError::new("amount", "money-zero"));
    }
    wrong.extend(check_money("amount", cost.amount));
    wrong.extend(cost.rate.iter().flat_map(|rate| check_rate("rate", rate, own)));
    wrong.extend(check_text("reference", &cost.reference, REFERENCE_MAX));
    wrong.extend(check_text("note", &cost.note, NOTE_MAX));
    wrong
}
