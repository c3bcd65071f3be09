//! Stock is set right by hand, and stock is entered that was there before the books were.

use crate::{LotGiven, StockPosted};
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldError, Kind, LocationId, Operation, Permission, Quantity, Reason, Scope, Status, StoreId, VariantId};

/// Changes what the books say is at a place, for a reason. Either by a `change`, or to a `new_quantity` from what was
/// `expected`: if the ledger has come to another balance since, it is refused as stale (412).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdjustStock {
    pub store: StoreId,
    /// The store's default place unless said.
    #[serde(default)]
    pub location: Option<LocationId>,
    pub variant: VariantId,
    /// Available unless said.
    #[serde(default = "available")]
    pub status: Status,
    /// Which lot, where the item is tracked by lots; needed where there are several.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// The pieces' numbers, one for each that comes or goes, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
    /// More, or with a minus less.
    #[serde(default)]
    pub change: Option<Quantity>,
    /// What is there; nought or more.
    #[serde(default)]
    pub new_quantity: Option<Quantity>,
    /// What the books said when `new_quantity` was decided; nought where nothing was known.
    #[serde(default)]
    pub expected: Option<Quantity>,
    /// In which unit `change` or `new_quantity` is told, as on a line; `expected` is in the base unit always.
    #[serde(default)]
    pub unit: Option<String>,
    pub reason: Reason,
    /// At most 500 characters; needed where the reason is `other`.
    #[serde(default)]
    pub note: String,
    /// When it happened; now unless said. Not in the future.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
}

pub(crate) fn available() -> Status {
    Status::Available
}

impl Operation for AdjustStock {
    type Reply = StockPosted;
    const NAME: &'static str = "stock.adjust_stock";
    const NEEDS: Permission = Permission::Adjust;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}

/// How an adjustment is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    By(Quantity),
    To { quantity: Quantity, expected: Quantity },
}

/// Reads an adjustment's two ways: exactly one of them.
///
/// # Errors
/// `adjust-one-way` when there are both or none; `field-required` on `expected`; `quantity-negative` on `new_quantity`.
pub fn decide_adjustment(change: Option<Quantity>, to: Option<Quantity>, expected: Option<Quantity>) -> Result<Adjustment, FieldError> {
    match (change, to, expected) {
        (Some(change), None, _) => Ok(Adjustment::By(change)),
        (None, Some(quantity), _) if quantity.is_negative() => Err(FieldError::new("new_quantity", "quantity-negative")),
        (None, Some(quantity), Some(expected)) => Ok(Adjustment::To { quantity, expected }),
        (None, Some(_), None) => Err(FieldError::new("expected", "field-required")),
        _ => Err(FieldError::new("change", "adjust-one-way")),
    }
}

/// Enters what was on the shelves when the books began: from Found. Only where nothing was known before; a quantity of
/// nought is nothing to enter.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnterOpening {
    pub store: StoreId,
    /// The store's default place unless said.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// 1 to 500.
    pub lines: Vec<OpeningLine>,
    /// The list it comes from; at most 64 characters.
    #[serde(default)]
    pub reference: String,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
    /// When it was there; now unless said. Not in the future.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
}

/// How much of what there was.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningLine {
    pub variant: VariantId,
    /// In `unit`; nought or more.
    pub quantity: Quantity,
    /// In which unit the quantity is told: one of the variant's, or one that turns into its base unit; the base unit unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// What one base unit cost, without tax, in the tenant's currency; the variant's last cost unless said.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub unit_cost: Option<Decimal>,
    /// Which lot, where the item is tracked by lots.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Its pieces' numbers, one for each, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
}

impl OpeningLine {
    /// So much of a variant, and nothing else said of it.
    #[must_use]
    pub fn of(variant: VariantId, quantity: Quantity) -> Self {
        Self { variant, quantity, unit: None, unit_cost: None, lot: None, serials: Vec::new() }
    }
}

impl Operation for EnterOpening {
    type Reply = StockPosted;
    const NAME: &'static str = "stock.enter_opening";
    const NEEDS: Permission = Permission::Adjust;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adjustment_is_one_or_the_other() {
        let (one, two) = (Some(Quantity::ONE), Some(Quantity::whole(2)));
        assert_eq!(decide_adjustment(one, None, None), Ok(Adjustment::By(Quantity::ONE)));
        assert_eq!(decide_adjustment(None, two, one), Ok(Adjustment::To { quantity: Quantity::whole(2), expected: Quantity::ONE }));
        assert_eq!(decide_adjustment(None, two, None).unwrap_err().field, "expected");
        assert_eq!(decide_adjustment(one, two, one).unwrap_err().said.code, "adjust-one-way");
        assert_eq!(decide_adjustment(None, None, one).unwrap_err().said.code, "adjust-one-way");
        assert_eq!(decide_adjustment(None, Some(-Quantity::ONE), one).unwrap_err().said.code, "quantity-negative");
    }
}
