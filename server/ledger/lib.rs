//! The ledger: the only code that writes stock tables.
//!
//! A room plans a [`Posting`] and hands it over; the committer here locks, checks, writes and chains. Nothing is ever
//! changed or taken away: a mistake is corrected by its counter-entry.

mod ahead;
pub mod as_of;
mod commit;
pub mod cost;
mod guard;
mod hash;
pub mod kits;
pub mod lapse;
mod lock;
pub mod lots;
pub mod period;
mod places;
mod plan;
mod posting;
pub mod read;
pub mod reserve;
mod reverse;
mod shortage;
mod stands;
mod tracked;
pub mod units;
pub mod verify;
mod write;

pub use ahead::Ahead;
pub use commit::post;
pub use guard::{Bind, Guard};
pub use places::{Place, StorePlaces};
pub use plan::{Moves, Plan, Planned, told};
pub use posting::{Counted, Document, Entered, Leg, Line, Posted, PostedLeg, Posting, Share};
pub use reverse::reversal;
pub use stands::LATE;
