//! What is where.

use crate::{ByChannel, KitMakes};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, Kind, Operation, Page, Permission, Quantity, StoreId, VariantId};

/// Stock by variant and store, by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListStock {
    /// Only this store's; all stores unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
    /// Words, SKU or barcode, as one types.
    #[serde(default)]
    pub q: Option<String>,
    /// Only what needs somebody; everything unless said.
    #[serde(default)]
    pub view: Option<StockNeed>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
    /// The stores that each row tells apart, for a page that has no room for all of them; none: every store. Sums are of
    /// every store either way.
    #[serde(skip)]
    pub apart: Option<Vec<StoreId>>,
}

/// What can be wrong with what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StockNeed {
    /// Some left to sell, but fewer than ten.
    Low,
    /// It was here, and there is nothing left to sell.
    Out,
    /// More is promised than there is, or the books are below nought.
    Oversold,
}

impl StockNeed {
    pub const ALL: [Self; 3] = [Self::Low, Self::Out, Self::Oversold];

    /// The word it goes by in URLs.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Out => "out",
            Self::Oversold => "oversold",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.tag() == tag)
    }

    /// The number that `stock_promise.need` holds for it.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Oversold => 1,
            Self::Out => 2,
            Self::Low => 3,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.code() == code)
    }

    /// What what is left to sell calls for; nothing where there is enough.
    #[must_use]
    pub fn of(available: Quantity) -> Option<Self> {
        if available.is_negative() {
            Some(Self::Oversold)
        } else if available.is_zero() {
            Some(Self::Out)
        } else {
            (available < Quantity::whole(LOW)).then_some(Self::Low)
        }
    }
}

/// Fewer than this is little, until reorder points say better. `stock_promise.need` knows it too.
pub const LOW: i32 = 10;

/// A variant with what each store has of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StockRow {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// Of all stores together, or of the one asked about; nothing where it has never been.
    pub all: Option<StockSum>,
    /// Only the stores where it is known: a store that is not here has never had it.
    pub stores: Vec<StoreStock>,
    /// Of a kit, which has no stock itself: how many each store can make, where it has had any of its components.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub makes: Option<Vec<KitMakes>>,
}

/// What several stores have of a variant together; in its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StockSum {
    /// In every status, at the places of the stores.
    pub on_hand: Quantity,
    pub promised: Quantity,
    /// What may still be sold. One store's shortage is not made up by another, see `need`.
    pub available: Quantity,
    /// On its way between stores.
    pub incoming: Quantity,
    /// What the store calls for that is worst off.
    pub need: Option<StockNeed>,
}

impl StockSum {
    /// Adds stores up; nothing where there are none.
    #[must_use]
    pub fn of(stores: &[StoreStock]) -> Option<Self> {
        let sum = |of: fn(&StoreStock) -> Quantity| stores.iter().map(of).sum();
        (!stores.is_empty()).then(|| Self {
            on_hand: sum(|stock| stock.on_hand),
            promised: sum(|stock| stock.promised),
            available: sum(|stock| stock.available),
            incoming: sum(|stock| stock.incoming),
            need: stores.iter().filter_map(|stock| StockNeed::of(stock.available)).min_by_key(|need| need.code()),
        })
    }
}

/// What a store has of a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoreStock {
    pub store: StoreId,
    /// In every status, at the places of the store. What is on its way is not here yet.
    pub on_hand: Quantity,
    pub promised: Quantity,
    /// What may still be sold over the shop's own counter.
    pub available: Quantity,
    /// What may still be promised by each way of selling, without what is kept back from it.
    pub by_channel: ByChannel,
    /// On its way from another store.
    pub incoming: Quantity,
}

impl Operation for ListStock {
    type Reply = Page<StockRow>;
    const NAME: &'static str = "stock.list_stock";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}
