//! The stock room against real databases, both of them.

mod archive;
mod as_of;
mod cost;
mod count;
mod history;
mod lots;
mod movements;
mod periods;
mod places;
mod reserve;
mod sell;
mod shift;
mod stores;
mod stranger;
mod transfer;
mod units;
