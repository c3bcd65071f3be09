//! How an item's pieces are told apart, and how much life they must have left.

use crate::ItemEdited;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldError, ItemId, Kind, Operation, Permission, Tracking};

/// Most days of remaining life that can be asked for: ten years.
pub const LIFE_MAX: u16 = 3_650;

/// The least life that an item must have left, in days after the day itself; 0 to 3,650. Nought: it may be its last day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LeastLife {
    /// When it is delivered.
    pub receipt: u16,
    /// When it is sold over the counter.
    pub till: u16,
    /// When it is picked up in a store.
    pub pickup: u16,
    /// When it is sent to who ordered it.
    pub online: u16,
}

/// Says how an item's pieces are told apart. Changes only while nothing of it could be told apart wrongly afterwards.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetTracking {
    pub item: ItemId,
    pub version: i64,
    pub tracking: Tracking,
    /// Asked of lots that have a last day.
    #[serde(default)]
    pub life: LeastLife,
}

impl Operation for SetTracking {
    type Reply = ItemEdited;
    const NAME: &'static str = "catalog.set_tracking";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// Nobody asks for more than ten years.
#[must_use]
pub fn check_life(life: LeastLife) -> Vec<FieldError> {
    let fields = [("life.receipt", life.receipt), ("life.till", life.till), ("life.pickup", life.pickup), ("life.online", life.online)];
    let long = fields.into_iter().filter(|(_, days)| *days > LIFE_MAX);
    long.map(|(field, _)| FieldError::new(field, "life-too-long").with("max", i64::from(LIFE_MAX))).collect()
}

/// What stands of an item when its tracking is to change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrackedStock {
    /// Something of it is somewhere, or below nought somewhere.
    pub any: bool,
    /// Some of that is of lots without a last day.
    pub without_last_day: bool,
    /// It is in a count that is not over.
    pub counted: bool,
}

/// Whether an item's tracking may change: only where nothing is told apart wrongly afterwards.
///
/// # Errors
/// `tracking-counted` while it is being counted; `tracking-in-stock` where stock could not be told apart as it would have
/// to be; `tracking-without-day` where lots in stock have no last day.
pub fn decide_tracking(from: Tracking, to: Tracking, stock: TrackedStock) -> Result<(), FieldError> {
    let refuse = |code: &str| Err(FieldError::new("tracking", code));
    match (from, to) {
        _ if from == to => Ok(()),
        _ if stock.counted => refuse("tracking-counted"),
        // Lots stay lots.
        (Tracking::LotExpiry, Tracking::Lot) => Ok(()),
        (Tracking::Lot, Tracking::LotExpiry) if stock.without_last_day => refuse("tracking-without-day"),
        (Tracking::Lot, Tracking::LotExpiry) => Ok(()),
        _ if stock.any => refuse("tracking-in-stock"),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tracking_changes_only_where_nothing_is_told_apart_wrongly() {
        use Tracking::{Lot, LotExpiry, None, Serial};
        let (empty, some) = (TrackedStock::default(), TrackedStock { any: true, ..TrackedStock::default() });
        for (from, to) in [(None, Lot), (None, Serial), (Lot, Serial), (Serial, Lot), (Lot, None), (LotExpiry, None)] {
            assert_eq!(decide_tracking(from, to, empty), Ok(()));
            assert_eq!(decide_tracking(from, to, some).unwrap_err().said.code, "tracking-in-stock");
        }
        assert_eq!(decide_tracking(LotExpiry, Lot, some), Ok(()));
        assert_eq!(decide_tracking(Lot, LotExpiry, some), Ok(()));
        let undated = TrackedStock { without_last_day: true, ..some };
        assert_eq!(decide_tracking(Lot, LotExpiry, undated).unwrap_err().said.code, "tracking-without-day");
        let counted = TrackedStock { counted: true, ..empty };
        assert_eq!(decide_tracking(None, Lot, counted).unwrap_err().said.code, "tracking-counted");
        assert_eq!(decide_tracking(Lot, Lot, counted), Ok(()));
    }

    #[test]
    fn nobody_asks_for_more_than_ten_years() {
        assert_eq!(check_life(LeastLife { receipt: LIFE_MAX, ..LeastLife::default() }), []);
        assert_eq!(check_life(LeastLife { online: LIFE_MAX + 1, ..LeastLife::default() })[0].field, "life.online");
    }
}
