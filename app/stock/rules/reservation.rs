//! What is promised to somebody: holds that lapse, allocations that stand, and what becomes of them.

use crate::{KitOfLines, LotGiven};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{
    Channel, Cursor, FieldError, Kind, Operation, Page, Permission, PostingId, Quantity, ReservationId, StoreId, TransferId, VariantId, short_code,
};

/// How firmly something is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReservationKind {
    /// For a basket: it lapses unless it is kept alive.
    Hold,
    /// For an order: it stands until it is shipped or released.
    Allocation,
}

impl ReservationKind {
    pub const ALL: [Self; 2] = [Self::Hold, Self::Allocation];

    /// The number it is stored as. Never reused.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Hold => 1,
            Self::Allocation => 2,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The word it goes by in forms and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Allocation => "allocation",
        }
    }
}

/// Where a reservation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReservationState {
    /// Something of it is promised.
    Active,
    /// All of it was shipped, or what was left was released.
    Shipped,
    /// It was let go before anything was shipped.
    Released,
    /// The hold lapsed.
    Expired,
}

impl ReservationState {
    pub const ALL: [Self; 4] = [Self::Active, Self::Shipped, Self::Released, Self::Expired];

    /// The number it is stored as. Never reused.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Active => 1,
            Self::Shipped => 2,
            Self::Released => 3,
            Self::Expired => 4,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The word it goes by in URLs and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Shipped => "shipped",
            Self::Released => "released",
            Self::Expired => "expired",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.tag() == tag)
    }
}

/// A reservation's number as people say it: `R-3F7K2Q9A`.
#[must_use]
pub fn reservation_code(reservation: ReservationId) -> String {
    short_code('R', reservation.0)
}

/// How long a hold lasts unless said, in minutes.
pub const HOLD_MINUTES: u32 = 15;
/// The longest, and the longest it is kept alive by at once: a week.
pub const HOLD_MINUTES_MAX: u32 = 7 * 24 * 60;

/// Promises stock, all lines or none. Demand is summed by store and item: two lines of one do not both see all of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReserveStock {
    pub kind: ReservationKind,
    /// 1 to 500.
    pub lines: Vec<ReserveLine>,
    /// Where lines that name no store may be promised, the best first; all stores in use, by code, unless said.
    #[serde(default)]
    pub stores: Vec<StoreId>,
    /// How long a hold lasts: 1 to 10,080; 15 unless said. Not of an allocation.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// By which way it is sold: what is kept back from it is not promised. Over the shop's own counter unless said, from which
    /// nothing is kept back.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// The order's or the basket's number: at most 64 characters.
    #[serde(default)]
    pub reference: String,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
}

/// How much of what is wanted, and where.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReserveLine {
    pub variant: VariantId,
    /// In `unit`; more than nought.
    pub quantity: Quantity,
    /// In which unit the quantity is told: one of the variant's, or one that turns into its base unit; the base unit unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// From this store; wherever it is unless said, from one store if one has enough.
    #[serde(default)]
    pub store: Option<StoreId>,
}

/// Either a reservation, or what is short of each line that is: then nothing is promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StockReserved {
    /// None where something is short.
    pub reserved: Option<Reserved>,
    pub short: Vec<ShortLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reserved {
    pub reservation: ReservationId,
    pub code: String,
    /// Needed to change or ship it.
    pub fence: i64,
    /// Of a hold.
    pub expires_at: Option<DateTime<Utc>>,
    /// Which store promises how much of which line of the request.
    pub plan: Vec<PlannedLine>,
    /// Which lines of the plan were asked for as a kit.
    #[serde(default)]
    pub kits: Vec<KitLines>,
}

/// A kit among lines: `parts` of them from `line` on are what `quantity` of it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KitLines {
    pub line: i32,
    pub parts: i32,
    /// The kit.
    pub variant: VariantId,
    pub quantity: Quantity,
}

/// A part of a line, at a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlannedLine {
    /// The line's number in the request, from 0.
    pub line: usize,
    /// Its own number in the reservation, from 0: a line that several stores promise has one in each.
    pub number: i32,
    pub variant: VariantId,
    pub store: StoreId,
    pub quantity: Quantity,
}

/// A line that cannot be promised, and what could be done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ShortLine {
    /// The line's number in the request, from 0.
    pub line: usize,
    pub variant: VariantId,
    /// Of a kit: what runs out first. The rest is told of it, but for the quantities, which are of the kit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<VariantId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component_sku: Option<String>,
    pub wanted: Quantity,
    /// What is left for it, by its way of selling, where it may be promised.
    pub available: Quantity,
    /// What is kept back there from that way of selling, and would be left else.
    pub kept: Quantity,
    /// Stores that have some left for it, the most first; at most 20.
    pub elsewhere: Vec<StoreAvailable>,
    /// Who holds it where it was wanted, newest first; at most 20.
    pub held_by: Vec<HeldBy>,
    /// What is on its way there; at most 20.
    pub incoming: Vec<Incoming>,
    /// Other variants of the item of which there is enough; at most 20.
    pub instead: Vec<VariantId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoreAvailable {
    pub store: StoreId,
    pub available: Quantity,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HeldBy {
    pub reservation: ReservationId,
    pub code: String,
    pub store: StoreId,
    pub quantity: Quantity,
    pub expires_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Incoming {
    pub transfer: TransferId,
    pub code: String,
    pub to: StoreId,
    pub quantity: Quantity,
    pub shipped_at: DateTime<Utc>,
}

impl Operation for ReserveStock {
    type Reply = StockReserved;
    const NAME: &'static str = "stock.reserve_stock";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

/// A reservation after something was done to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReservationSaved {
    pub reservation: ReservationId,
    pub code: String,
    pub state: ReservationState,
    pub fence: i64,
    pub expires_at: Option<DateTime<Utc>>,
    /// What was written in the books.
    pub postings: Vec<PostingId>,
}

/// Keeps a hold alive: it lasts so many minutes from now at least.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendReservation {
    pub reservation: ReservationId,
    /// As it was last told.
    pub fence: i64,
    /// 1 to 10,080; 15 unless said.
    #[serde(default)]
    pub minutes: Option<u32>,
}

impl Operation for ExtendReservation {
    type Reply = ReservationSaved;
    const NAME: &'static str = "stock.extend_reservation";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

/// Makes a hold an allocation: the basket became an order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConvertReservation {
    pub reservation: ReservationId,
    /// As it was last told.
    pub fence: i64,
}

impl Operation for ConvertReservation {
    type Reply = ReservationSaved;
    const NAME: &'static str = "stock.convert_reservation";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

/// Lets go of all that is still promised.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseReservation {
    pub reservation: ReservationId,
    /// As it was last told.
    pub fence: i64,
}

impl Operation for ReleaseReservation {
    type Reply = ReservationSaved;
    const NAME: &'static str = "stock.release_reservation";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

/// Ships what was promised: it is sold, from where it stands. What is left stays promised.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShipReservation {
    pub reservation: ReservationId,
    /// As it was last told.
    pub fence: i64,
    /// Each line at most once; all that is still promised unless said.
    #[serde(default)]
    pub lines: Vec<ShippedLine>,
    /// By which way it goes to the customer; by the one that it was promised to unless said, else over the counter.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShippedLine {
    /// The line's number in the reservation, from 0.
    pub line: i32,
    /// More than nought, and no more than is promised.
    pub quantity: Quantity,
    /// Which lot, where the item is tracked by lots; what expires first is taken unless said.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Its pieces' numbers, one for each, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
}

impl Operation for ShipReservation {
    type Reply = ReservationSaved;
    const NAME: &'static str = "stock.ship_reservation";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

/// Reservations, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListReservations {
    /// Only these; all unless said.
    #[serde(default)]
    pub state: Option<ReservationState>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReservationRow {
    pub reservation: ReservationId,
    pub code: String,
    pub kind: ReservationKind,
    /// A hold that has lapsed is told as expired even before anybody has cleared it away.
    pub state: ReservationState,
    pub fence: i64,
    pub reference: String,
    /// None: over the shop's own counter.
    pub channel: Option<Channel>,
    pub expires_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub who: String,
    pub lines: i64,
    /// What is still promised, over all lines.
    pub open: Quantity,
}

impl Operation for ListReservations {
    type Reply = Page<ReservationRow>;
    const NAME: &'static str = "stock.list_reservations";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// One reservation with its lines.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ShowReservation {
    pub reservation: ReservationId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReservationView {
    pub head: ReservationRow,
    pub note: String,
    pub lines: Vec<ReservationLine>,
    /// Which lines were asked for as a kit.
    #[serde(default)]
    pub kits: Vec<KitOfLines>,
    /// What was written in the books for it.
    pub postings: Vec<PostingId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReservationLine {
    pub line: i32,
    pub store: StoreId,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub quantity: Quantity,
    pub shipped: Quantity,
    /// Still promised.
    pub open: Quantity,
}

impl Operation for ShowReservation {
    type Reply = ReservationView;
    const NAME: &'static str = "stock.show_reservation";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// What is wrong with how long a reservation is to last.
#[must_use]
pub fn check_reserve(reserve: &ReserveStock) -> Option<FieldError> {
    match (reserve.kind, reserve.minutes) {
        (ReservationKind::Allocation, Some(_)) => Some(FieldError::new("minutes", "reservation-minutes-hold")),
        (_, minutes) => check_minutes(minutes),
    }
}

/// How long a hold lasts.
#[must_use]
pub fn check_minutes(minutes: Option<u32>) -> Option<FieldError> {
    let wrong = minutes.is_some_and(|minutes| !(1..=HOLD_MINUTES_MAX).contains(&minutes));
    wrong.then(|| FieldError::new("minutes", "reservation-minutes").with("max", HOLD_MINUTES_MAX as usize))
}
