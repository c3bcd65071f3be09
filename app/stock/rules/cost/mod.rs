//! What stock is worth: how it is valued, what it is worth at any instant, what a period cost, and what people change of it.

mod account;
mod adjust;
mod changes;
mod layers;
mod policy;
mod rate;
mod worth;

pub use account::*;
pub use adjust::*;
pub use changes::*;
pub use layers::*;
pub use policy::*;
pub use rate::*;
pub use worth::*;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How far stock is valued: value follows quantity, a moment later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Watermark {
    /// Everything that was booked before this instant is in the value.
    pub through: DateTime<Utc>,
    /// Postings that wait to be valued, each counted once for every variant in it.
    pub waiting: i64,
}
