//! What was done to stores, counts, transfers and the books. Each is read by whoever may see the thing itself; the books'
//! history by whoever may see what stock is worth.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CountId, Cursor, HistoryRow, Kind, Operation, Page, Permission, StoreId, TransferId};

/// What was done to a store and its places, newest first.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct StoreHistory {
    pub store: StoreId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for StoreHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "stock.store_history";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// What was done to a count, newest first. Nothing of what is expected is in it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CountHistory {
    pub count: CountId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for CountHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "stock.count_history";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// What was done to a transfer, newest first.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct TransferHistory {
    pub transfer: TransferId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for TransferHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "stock.transfer_history";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// What was done to the books, newest first: which days were closed and reopened, by whom and why, and how stock came to be
/// valued. The `part` of a row is the store's code, or the item's name; none where it is about all stores.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BooksHistory {
    /// Only what was done to this store's books.
    #[serde(default)]
    pub store: Option<StoreId>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for BooksHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "stock.books_history";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}
