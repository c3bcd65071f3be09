//! The start page: what to do, what is wrong, and how things stand.

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CountId, ImportId, Kind, Operation, Permission, ProofId, Quantity, StoreId, TransferId};

/// How things stand, for who asks: tasks they may do, figures they may see.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowHome {
    /// Of this store alone; of all unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
}

/// The start page.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Home {
    /// The day it is in the store asked about, or where the business is.
    #[schema(value_type = String, format = "date")]
    pub today: NaiveDate,
    pub figures: Figures,
    /// What waits for somebody, the most urgent first.
    pub tasks: Vec<Task>,
    /// The last fourteen days by store; what is not here is nought.
    pub days: Vec<DayMoves>,
    /// What has been set up so far.
    pub begun: Begun,
}

/// Key figures. What may not be seen, or was never known, is not here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Figures {
    /// Units in the stores' places; what is on its way is not on hand.
    pub units: Option<Quantity>,
    /// What stock is worth as it is valued, with what is on its way, in the business's currency.
    #[schema(value_type = Option<String>)]
    pub value: Option<Decimal>,
    /// How far it was valued when that was told.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub valued_through: Option<DateTime<Utc>>,
    /// Variants that are not archived.
    pub variants: Option<i64>,
    /// Variants that were in a store and of which nothing is left to sell there.
    pub out_of_stock: Option<i64>,
    /// Counts that are planned, being walked, or wait for review.
    pub open_counts: Option<i64>,
    /// Lines posted on this day.
    pub movements_today: Option<i64>,
    /// When units, value, variants and what is out of stock were counted; not said where that was just now.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<DateTime<Utc>>,
}

/// Lines posted in a store on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DayMoves {
    #[schema(value_type = String, format = "date")]
    pub day: NaiveDate,
    pub store: StoreId,
    pub moves: i64,
}

/// Something that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Task {
    /// The last proof found something wrong.
    ProofFailed { proof: ProofId, at: DateTime<Utc>, wrong: i64 },
    /// Balances below nought: more went out than was booked in.
    Negative { keys: i64 },
    /// A count was sent in and waits for a decision.
    ReviewCount { count: CountId, number: i64, name: String, store: StoreId },
    /// Goods are on their way here.
    ReceiveTransfer { transfer: TransferId, code: String, from: StoreId, to: StoreId, shipped_at: DateTime<Utc> },
    /// A file was checked and waits for the word to go.
    RunImport { import: ImportId, name: String },
    /// Rows of a file wait to be mended.
    MendImport { import: ImportId, name: String, rows: i64 },
    /// A count is open.
    Count { count: CountId, number: i64, name: String, store: StoreId },
}

/// What a business has done so far, in the order one does it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Begun {
    pub store: bool,
    pub items: bool,
    pub stock: bool,
    pub counted: bool,
}

impl Home {
    /// Days the chart shows, today among them.
    pub const DAYS: i64 = 14;
    /// Tasks of one kind that are shown.
    pub const TASKS: i64 = 5;
}

impl Operation for ShowHome {
    type Reply = Home;
    const NAME: &'static str = "admin.show_home";
    const NEEDS: Permission = Permission::Own;
    const KIND: Kind = Kind::Query;
}
