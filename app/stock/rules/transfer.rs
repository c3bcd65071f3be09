//! Goods travel from one store to another: they leave, are on their way, and arrive, partly or whole.

use crate::{LotGiven, OverFrom};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{
    Cursor, Kind, LocationId, Operation, Page, Permission, PostingId, Quantity, Reason, Scope, StoreId, TransferId, VariantId, short_code,
};

/// Where a transfer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TransferState {
    /// Written down; nothing has left.
    Draft,
    /// All of it is on its way.
    Shipped,
    /// Some has arrived, some is on its way.
    PartlyReceived,
    /// Nothing is on its way any more.
    Received,
    /// What was on its way went back, or was written off.
    Cancelled,
}

impl TransferState {
    pub const ALL: [Self; 5] = [Self::Draft, Self::Shipped, Self::PartlyReceived, Self::Received, Self::Cancelled];

    /// The number it is stored as. Never reused.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Draft => 1,
            Self::Shipped => 2,
            Self::PartlyReceived => 3,
            Self::Received => 4,
            Self::Cancelled => 5,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.tag() == tag)
    }

    /// The word it goes by in URLs and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Shipped => "shipped",
            Self::PartlyReceived => "partly_received",
            Self::Received => "received",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether something of it is on its way.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Shipped | Self::PartlyReceived)
    }
}

/// A transfer's number as people say it: `T-3F7K2Q9A`.
#[must_use]
pub fn transfer_code(transfer: TransferId) -> String {
    short_code('T', transfer.0)
}

/// Sends goods to another store: out of the sender's available stock, onto the way to the receiver.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShipTransfer {
    pub from: StoreId,
    /// Another store.
    pub to: StoreId,
    /// Take it from this place of the sender alone; from wherever it is unless said.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// 1 to 500.
    pub lines: Vec<TransferItem>,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
    /// When it left; now unless said. Not in the future.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
}

/// How much of what travels.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferItem {
    pub variant: VariantId,
    /// In `unit`; more than nought.
    pub quantity: Quantity,
    /// In which unit the quantity is told: one of the variant's, or one that turns into its base unit; the base unit unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// Which lot, where the item is tracked by lots; what expires first is taken unless said.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Its pieces' numbers, one for each, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
}

impl TransferItem {
    /// So much of a variant, and nothing else said of it.
    #[must_use]
    pub fn of(variant: VariantId, quantity: Quantity) -> Self {
        Self { variant, quantity, unit: None, lot: None, serials: Vec::new() }
    }
}

/// A transfer after something was done to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TransferSaved {
    pub transfer: TransferId,
    /// As people call it: `T-3F7K2Q9A`.
    pub code: String,
    pub state: TransferState,
    /// What was written in the books, in order.
    pub postings: Vec<PostingId>,
}

impl Operation for ShipTransfer {
    type Reply = TransferSaved;
    const NAME: &'static str = "stock.ship_transfer";
    const NEEDS: Permission = Permission::Transfer;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.from)
    }
}

/// Takes in what arrived of a transfer. What is left stays on its way, or with `close` is written off as lost. What is more
/// than was on its way is taken in with `over`, of a transfer that has arrived too.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiveTransfer {
    pub transfer: TransferId,
    /// Where it is put; the receiver's default place unless said.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// Each line of the transfer at most once; none only with `close`.
    #[serde(default)]
    pub lines: Vec<ArrivedLine>,
    /// Nothing more will come: the rest is lost.
    #[serde(default)]
    pub close: bool,
    /// Why the rest is lost; `lost` unless said.
    #[serde(default)]
    pub reason: Option<Reason>,
    /// Why some is damaged; `damaged` unless said.
    #[serde(default)]
    pub damage: Option<Reason>,
    /// Where more than was on its way comes from. Unless said, more is refused.
    #[serde(default)]
    pub over: Option<OverFrom>,
    /// Why there is more: `count_error`, `found` or `other`; `count_error` from the sender and else `found`, unless said.
    #[serde(default)]
    pub over_reason: Option<Reason>,
    /// As the transfer was last told; needed with `over`, so that two who take in the same do not take it in twice.
    #[serde(default)]
    pub version: Option<i64>,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
    /// When it arrived; now unless said. Not in the future.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
}

impl ReceiveTransfer {
    /// Of a transfer, nothing said yet.
    #[must_use]
    pub fn of(transfer: TransferId) -> Self {
        Self {
            transfer,
            location: None,
            lines: Vec::new(),
            close: false,
            reason: None,
            damage: None,
            over: None,
            over_reason: None,
            version: None,
            note: String::new(),
            occurred_at: None,
        }
    }
}

/// What arrived of one line.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArrivedLine {
    /// The line's number in the transfer, from 0.
    pub line: i32,
    /// In good order; nought or more.
    #[serde(default)]
    pub received: Quantity,
    /// Damaged on arrival; nought or more.
    #[serde(default)]
    pub damaged: Quantity,
}

impl Operation for ReceiveTransfer {
    type Reply = TransferSaved;
    const NAME: &'static str = "stock.receive_transfer";
    const NEEDS: Permission = Permission::Transfer;
    const KIND: Kind = Kind::Command;
}

/// Transfers, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListTransfers {
    /// To or from this store; all unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
    /// Only those of which something is on its way.
    #[serde(default)]
    pub open: bool,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// A transfer in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TransferRow {
    pub transfer: TransferId,
    pub code: String,
    pub from: StoreId,
    pub to: StoreId,
    pub state: TransferState,
    pub shipped_at: DateTime<Utc>,
    /// Who sent it; empty for the system itself.
    pub who: String,
    pub lines: i64,
    /// Sums over its lines, in base units.
    pub shipped: Quantity,
    pub on_the_way: Quantity,
    /// What came more than was sent.
    pub surplus: Quantity,
}

impl Operation for ListTransfers {
    type Reply = Page<TransferRow>;
    const NAME: &'static str = "stock.list_transfers";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// One transfer.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowTransfer {
    pub transfer: TransferId,
}

/// A transfer in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TransferView {
    pub head: TransferRow,
    pub note: String,
    /// Raised by every change.
    pub version: i64,
    pub lines: Vec<TransferLine>,
    /// What was written in the books for it, and what took that back, oldest first; at most 200.
    pub steps: Vec<TransferStep>,
}

/// Something that was written in the books for a transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TransferStep {
    pub posting: crate::PostingHead,
    /// Sum over its lines, in base units.
    pub quantity: Quantity,
    /// All its lines were taken back.
    pub taken_back: bool,
}

/// A line of a transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TransferLine {
    /// From 0.
    pub line: i32,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// It comes in whole units only.
    pub whole: bool,
    pub shipped: Quantity,
    /// What came more than was sent; of what arrived.
    pub surplus: Quantity,
    pub received: Quantity,
    pub damaged: Quantity,
    /// Written off as lost on the way.
    pub missing: Quantity,
    /// Gone back to the sender.
    pub returned: Quantity,
}

impl TransferLine {
    /// What is still on its way.
    #[must_use]
    pub fn left(&self) -> Quantity {
        self.shipped + self.surplus - self.received - self.damaged - self.missing - self.returned
    }
}

impl Operation for ShowTransfer {
    type Reply = TransferView;
    const NAME: &'static str = "stock.show_transfer";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_can_be_read_aloud() {
        assert_eq!(transfer_code(TransferId(uuid::Uuid::from_u128(0xFF_FFFF_FFFF))), "T-ZZZZZZZZ");
        assert_eq!(transfer_code(TransferId(uuid::Uuid::from_u128(32))), "T-00000010");
    }
}
