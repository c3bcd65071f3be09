//! What stock is worth, now and at any instant.

use super::Watermark;
use crate::Known;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CategoryId, Currency, Cursor, ItemId, Kind, LotId, Operation, Permission, Quantity, StoreId, VariantId};

/// What each variant in stock is worth, by name, a page at a time.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListValuation {
    /// The instant; now unless said. Not after now.
    #[serde(default)]
    pub at: Option<DateTime<Utc>>,
    /// What the books said then, or what is known now of that instant; the latter unless said.
    #[serde(default)]
    pub known: Known,
    /// Only this store's, with what is on its way to it; all stores unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
    /// Words, SKU or barcode, as one types.
    #[serde(default)]
    pub q: Option<String>,
    /// Only items of this category.
    #[serde(default)]
    pub category: Option<CategoryId>,
    /// Only this item's variants.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// Only this lot, or piece.
    #[serde(default)]
    pub lot: Option<LotId>,
    /// Tells lots apart.
    #[serde(default)]
    pub lots: bool,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ListValuation {
    type Reply = Valuation;
    const NAME: &'static str = "stock.list_valuation";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

/// A page of what stock is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Valuation {
    pub currency: Currency,
    pub watermark: Watermark,
    pub rows: Vec<ValuationRow>,
    /// None on the last page.
    pub next: Option<Cursor>,
}

/// A variant, or one lot of it, and what it is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ValuationRow {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// The lot, where lots are told apart and it has one.
    pub lot: Option<LotId>,
    /// What the lot is called; empty where there is none.
    pub lot_code: String,
    /// Nothing where it was never valued.
    pub worth: Option<Worth>,
}

/// What so much of something is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Worth {
    pub quantity: Quantity,
    /// In the currency's smallest unit, exactly.
    #[schema(value_type = String, format = "decimal")]
    pub value: Decimal,
    /// Of both, what is on its way between stores.
    pub quantity_on_the_way: Quantity,
    #[schema(value_type = String, format = "decimal")]
    pub value_on_the_way: Decimal,
}

impl Worth {
    pub fn add(&mut self, quantity: Quantity, value: Decimal, on_the_way: bool) {
        self.quantity += quantity;
        self.value += value;
        if on_the_way {
            self.quantity_on_the_way += quantity;
            self.value_on_the_way += value;
        }
    }

    /// What one unit is worth on average, to six decimals; nothing where there is none.
    #[must_use]
    pub fn each(&self) -> Option<Decimal> {
        self.quantity.is_positive().then(|| (self.value / self.quantity.decimal()).round_dp(6).normalize())
    }
}

/// What all stock is worth, by store and by category.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowWorth {
    /// The instant; now unless said. Not after now.
    #[serde(default)]
    pub at: Option<DateTime<Utc>>,
    #[serde(default)]
    pub known: Known,
}

impl Operation for ShowWorth {
    type Reply = WorthView;
    const NAME: &'static str = "stock.show_worth";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WorthView {
    pub currency: Currency,
    pub watermark: Watermark,
    #[schema(value_type = String, format = "decimal")]
    pub value: Decimal,
    /// By the stores' codes. Nothing where all stores are valued together: then no store's part is apart from the others'.
    pub stores: Vec<StoreWorth>,
    /// By the categories' names; what has none last.
    pub categories: Vec<CategoryWorth>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoreWorth {
    pub store: StoreId,
    pub code: String,
    pub name: String,
    #[schema(value_type = String, format = "decimal")]
    pub value: Decimal,
    /// Of it, what is on its way to the store.
    #[schema(value_type = String, format = "decimal")]
    pub on_the_way: Decimal,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CategoryWorth {
    /// None: in no category.
    pub category: Option<CategoryId>,
    /// Empty: in no category.
    pub name: String,
    #[schema(value_type = String, format = "decimal")]
    pub value: Decimal,
}
