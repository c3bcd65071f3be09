//! The stock room against real databases, both of them.

mod archive;
mod as_of;
mod buffers;
mod cost;
mod count;
mod cut;
mod figures;
mod history;
mod kits;
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
mod together;
mod transfer;
mod transfer_depth;
mod units;
mod whole;
mod worth;
