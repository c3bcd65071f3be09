//! The words that all rooms share: ids, amounts, codes, who acts, what may be asked, and how an answer fails.
//!
//! Compiled for the server and for the browser: no I/O, no clock, no randomness but [`id`]'s, and not one feature.

pub mod actor;
pub mod address;
pub mod code;
pub mod cost;
pub mod counted;
pub mod error;
pub mod history;
pub mod id;
mod kit;
pub mod locale;
pub mod money;
pub mod name;
pub mod operation;
pub mod page;
pub mod proof;
pub mod quantity;
pub mod role;
pub mod schema;
pub mod secret;
pub mod spreadsheet;
pub mod stock;
mod unit;

pub use actor::{Actor, Door};
pub use address::escape;
pub use code::{Code, Gtin, GtinError};
pub use cost::{CostKind, CostMethod, CostScope, CostSide};
pub use counted::Counted;
pub use error::{AppError, FieldError, Param, Said};
pub use history::{FieldChange, HistoryRow};
pub use id::*;
pub use kit::{decide_makes, decide_taken};
pub use locale::{Direction, Locale};
pub use money::{Currency, Money};
pub use name::{NAME_MAX, check_name};
pub use operation::{Ask, Key, Kind, Operation, Scope};
pub use page::{Cursor, Page};
pub use quantity::{Quantity, QuantityError};
pub use role::{Permission, Role};
pub use secret::Secret;
pub use stock::{Channel, LotState, PlaceKind, PostingKind, Reason, Status, Tracking};
pub use unit::{Ratio, UnitClass, ratio_between, unit_class, units_beside};
