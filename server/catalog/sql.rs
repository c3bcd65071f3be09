//! Small helpers of this room's statements.

use anyhow::Context as _;
use catalog_rules::ItemState;
use platform::OpError;
pub(crate) use platform::db::push_list;
use rust_decimal::Decimal;
use vocabulary::{Quantity, Tracking};

/// A quantity as the database has it.
pub(crate) fn quantity(value: Decimal) -> Result<Quantity, OpError> {
    Ok(Quantity::new(value).map_err(anyhow::Error::new)?)
}

/// A state as the database has it.
pub(crate) fn state(code: u8) -> Result<ItemState, OpError> {
    Ok(ItemState::of_code(code).with_context(|| format!("{code} is no state of an item"))?)
}

/// How an item is tracked, as the database has it.
pub(crate) fn tracking(code: u8) -> Result<Tracking, OpError> {
    Ok(Tracking::of_code(code).with_context(|| format!("{code} is no way to track an item"))?)
}

/// A state of a variant's own; 0 is none.
pub(crate) fn own_state(code: u8) -> Result<Option<ItemState>, OpError> {
    if code == 0 { Ok(None) } else { state(code).map(Some) }
}
