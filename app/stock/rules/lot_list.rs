//! Lots and pieces that can be asked for and acted upon.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{
    Cursor, FieldError, Kind, LocationId, LotId, LotState, Operation, Page, Permission, PlaceKind, PostingId, Quantity, Status, StoreId, VariantId,
};

/// Days after today within which a last day is soon.
pub const SOON: u64 = 30;

/// Lots of which some may be somewhere: what expires first comes first. By their code every lot is found, wherever it went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListLots {
    /// How the code begins, as it stands on the goods; small and capital letters differ.
    #[serde(default)]
    pub code: Option<String>,
    #[serde(default)]
    pub variant: Option<VariantId>,
    #[serde(default)]
    pub view: Option<LotNeed>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// What may be wanted of lots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LotNeed {
    /// Its last day is within thirty days, or over.
    Soon,
    /// Its last day is over everywhere.
    Expired,
    Held,
    Recalled,
}

impl LotNeed {
    pub const ALL: [Self; 4] = [Self::Soon, Self::Expired, Self::Held, Self::Recalled];

    /// The word it goes by in URLs.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Expired => "expired",
            Self::Held => "held",
            Self::Recalled => "recalled",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.tag() == tag)
    }
}

/// A lot, or a piece with a number of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LotRow {
    pub lot: LotId,
    /// It is one piece, and this is its number.
    pub serial: bool,
    pub code: String,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// The last day on which it may be used, in each store's own time.
    #[schema(value_type = Option<String>, format = "date")]
    pub expires_on: Option<NaiveDate>,
    #[schema(value_type = Option<String>, format = "date")]
    pub made_on: Option<NaiveDate>,
    pub state: LotState,
    /// Why it is held or called back.
    pub note: String,
    pub version: i64,
    /// At all places of all stores, in every status.
    pub on_hand: Quantity,
    /// Of that, what may be sold.
    pub available: Quantity,
    /// On its way between stores.
    pub in_transit: Quantity,
}

impl Operation for ListLots {
    type Reply = Page<LotRow>;
    const NAME: &'static str = "stock.list_lots";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// A lot in full: where it is, where it came from and where it went.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ShowLot {
    pub lot: LotId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LotView {
    #[serde(flatten)]
    pub head: LotRow,
    /// Where some of it is, by store and place.
    pub places: Vec<LotPlace>,
    /// What came of it and what went, by store and other end: suppliers, customers, losses, what was found.
    pub flows: Vec<LotFlow>,
    /// There are more movements than were added up: `flows` tells of the first ten thousand.
    pub more: bool,
}

/// What is somewhere of a lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LotPlace {
    pub store: StoreId,
    pub location: LocationId,
    pub kind: PlaceKind,
    pub code: String,
    pub name: String,
    pub status: Status,
    pub on_hand: Quantity,
}

/// What came from somewhere outside, or went there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LotFlow {
    pub store: StoreId,
    /// A supplier, customers, loss, what was found.
    pub kind: PlaceKind,
    /// What came from there.
    pub came: Quantity,
    /// What went there.
    pub went: Quantity,
}

impl Operation for ShowLot {
    type Reply = LotView;
    const NAME: &'static str = "stock.show_lot";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// Keeps a lot from sale in every store at once: what is available of it is set apart, and what is on its way is when it
/// comes.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldLot {
    pub lot: LotId,
    pub version: i64,
    /// It is called back from where it went, not only looked at.
    #[serde(default)]
    pub recall: bool,
    /// Why: 1 to 500 characters.
    pub note: String,
}

/// Lets a lot be sold again: what was set apart for it and is still there becomes available, unless its last day is over.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseLot {
    pub lot: LotId,
    pub version: i64,
    /// Why: at most 500 characters.
    #[serde(default)]
    pub note: String,
}

/// Sets a lot's days right. A last day that was too early brings nothing back by itself: what was set apart is looked at.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditLot {
    pub lot: LotId,
    pub version: i64,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub expires_on: Option<NaiveDate>,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub made_on: Option<NaiveDate>,
}

/// A lot after something was done to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LotSaved {
    pub lot: LotId,
    pub state: LotState,
    pub version: i64,
    /// What was set apart, or became available.
    pub quantity: Quantity,
    /// What was written in the books, a store each.
    pub postings: Vec<PostingId>,
}

impl Operation for HoldLot {
    type Reply = LotSaved;
    const NAME: &'static str = "stock.hold_lot";
    const NEEDS: Permission = Permission::LotHold;
    const KIND: Kind = Kind::Command;
}

impl Operation for ReleaseLot {
    type Reply = LotSaved;
    const NAME: &'static str = "stock.release_lot";
    const NEEDS: Permission = Permission::LotHold;
    const KIND: Kind = Kind::Command;
}

impl Operation for EditLot {
    type Reply = LotSaved;
    const NAME: &'static str = "stock.edit_lot";
    const NEEDS: Permission = Permission::LotHold;
    const KIND: Kind = Kind::Command;
}

/// Whether a lot may be held, called back or let go: what is held may be called back, and what is called back not only held.
///
/// # Errors
/// `lot-is-so`: it is in that state already; `lot-recalled`: it is called back, which ends by letting it go.
pub fn decide_hold(from: LotState, to: LotState) -> Result<(), FieldError> {
    match (from, to) {
        _ if from == to => Err(FieldError::new("lot", "lot-is-so")),
        (LotState::Recalled, LotState::Held) => Err(FieldError::new("lot", "lot-recalled")),
        _ => Ok(()),
    }
}

/// Whether a lot's days fit each other.
#[must_use]
pub fn check_lot_days(made_on: Option<NaiveDate>, expires_on: Option<NaiveDate>, expires: bool) -> Option<FieldError> {
    if expires && expires_on.is_none() {
        return Some(FieldError::new("expires_on", "lot-day-needed"));
    }
    let (made, last) = made_on.zip(expires_on)?;
    (last < made).then(|| FieldError::new("expires_on", "lot-expires-before-made"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_called_back_ends_by_letting_it_go() {
        use LotState::{Free, Held, Recalled};
        for (from, to) in [(Free, Held), (Free, Recalled), (Held, Recalled), (Held, Free), (Recalled, Free)] {
            assert_eq!(decide_hold(from, to), Ok(()));
        }
        assert_eq!(decide_hold(Recalled, Held).unwrap_err().said.code, "lot-recalled");
        assert_eq!(decide_hold(Held, Held).unwrap_err().said.code, "lot-is-so");
    }

    #[test]
    fn days_fit_each_other() {
        let day = |day| NaiveDate::from_ymd_opt(2027, 1, day);
        assert_eq!(check_lot_days(day(1), day(1), true), None);
        assert_eq!(check_lot_days(day(2), day(1), true).unwrap().said.code, "lot-expires-before-made");
        assert_eq!(check_lot_days(None, None, true).unwrap().field, "expires_on");
        assert_eq!(check_lot_days(day(2), None, false), None);
    }
}
