//! The stock room against real databases, both of them.

mod archive;
mod as_of;
mod cost;
mod count;
mod cut;
mod figures;
mod history;
mod lots;
mod movements;
mod periods;
mod places;
mod programme;
mod race;
mod reserve;
mod sell;
mod shift;
mod stores;
mod stranger;
mod transfer;
mod transfer_depth;
mod whole;
