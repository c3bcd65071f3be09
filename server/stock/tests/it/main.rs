//! The stock room against real databases, both of them.

mod archive;
mod count;
mod sell;
mod shift;
mod stores;
mod stranger;
mod transfer;
