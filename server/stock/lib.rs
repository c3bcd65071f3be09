//! The stock room: what is where, and how it moves. One operation per file: load → decide → post → reply.

mod adjust_stock;
mod archive_location;
mod archive_store;
mod books_history;
mod buffer;
mod by_name;
mod change_status;
mod close_period;
mod cost;
mod count;
mod create_location;
mod create_store;
mod edit_location;
mod edit_store;
mod enter_opening;
mod figures;
mod heads;
mod kit;
mod known;
mod list_locations;
mod list_movements;
mod list_periods;
mod list_place_stock;
mod list_stock;
mod list_stores;
mod lot;
mod move_stock;
mod movement_legs;
mod place_trail;
mod place_tree;
mod plan;
mod programme;
mod receive_goods;
mod reservation;
pub mod rest;
mod return_goods;
mod reverse_posting;
mod sell_goods;
mod set_default_location;
mod show_location;
mod show_posting;
mod show_reach;
mod show_stock;
mod stock_as_of;
mod store_history;
mod take_back;
mod told;
mod transfer;
mod unit;
mod why_on_hand;

use ledger::Moves;
use platform::Registry;
use stock_rules::{
    AdjustStock, ArchiveLocation, ArchiveStore, BooksHistory, CancelTransfer, ChangeStatus, ClosePeriod, ConvertReservation, CreateLocation,
    CreateStore, EditLocation, EditLot, EditStore, EnterOpening, ExtendReservation, HoldLot, ListLocations, ListLots, ListMovements, ListPeriods,
    ListPlaceStock, ListReservations, ListShortages, ListStock, ListStores, ListTransfers, MoveStock, ReceiveGoods, ReceiveTransfer, ReleaseLot,
    ReleaseReservation, ReopenPeriod, ReserveStock, ReturnGoods, ReversePosting, SellGoods, SetDefaultLocation, ShipReservation, ShipTransfer,
    ShowLocation, ShowLot, ShowPosting, ShowReach, ShowReservation, ShowStock, ShowTransfer, StockAsOf, StoreHistory, TakeBack, TransferHistory,
    WhyOnHand,
};

/// Answers this room's operations.
pub struct Stock;

pub use reservation::sweep;

/// This room's jobs.
#[must_use]
pub fn jobs(runner: platform::jobs::Runner) -> platform::jobs::Runner {
    lot::jobs(programme::jobs(reservation::jobs(runner)))
}

/// Every operation of this room.
#[must_use]
pub fn register(registry: Registry) -> Registry {
    buffer::register(cost::register(figures::register(programme::register(count::register(registry)))))
        .on::<ListStores>(Stock)
        .on::<CreateStore>(Stock)
        .on::<ListLocations>(Stock)
        .on::<CreateLocation>(Stock)
        .on::<ShowLocation>(Stock)
        .on::<ListPlaceStock>(Stock)
        .on::<ListStock>(Stock)
        .together::<ReceiveGoods>(Moves(Stock))
        .together::<SellGoods>(Moves(Stock))
        .on::<TakeBack>(Moves(Stock))
        .together::<AdjustStock>(Moves(Stock))
        .on::<EnterOpening>(Moves(Stock))
        .together::<MoveStock>(Moves(Stock))
        .together::<ChangeStatus>(Moves(Stock))
        .on::<ReversePosting>(Moves(Stock))
        .on::<ShowPosting>(Stock)
        .on::<ListMovements>(Stock)
        .on::<ShowStock>(Stock)
        .on::<WhyOnHand>(Stock)
        .on::<EditStore>(Stock)
        .on::<ArchiveStore>(Stock)
        .on::<StoreHistory>(Stock)
        .together::<ReserveStock>(Stock)
        .on::<ExtendReservation>(Stock)
        .on::<ConvertReservation>(Stock)
        .on::<ReleaseReservation>(Stock)
        .on::<ShipReservation>(Stock)
        .on::<ListReservations>(Stock)
        .on::<ShowReservation>(Stock)
        .on::<ListShortages>(Stock)
        .together::<reservation::ExpireReservation>(Stock)
        .on::<ListLots>(Stock)
        .on::<ShowLot>(Stock)
        .on::<HoldLot>(Stock)
        .on::<ReleaseLot>(Stock)
        .on::<EditLot>(Stock)
        .on::<lot::LookAtLot>(Stock)
        .on::<ReturnGoods>(Moves(Stock))
        .on::<ListPeriods>(Stock)
        .on::<BooksHistory>(Stock)
        .on::<StockAsOf>(Stock)
        .on::<ShowReach>(Stock)
        .on::<ClosePeriod>(Stock)
        .on::<ReopenPeriod>(Stock)
        .on::<EditLocation>(Stock)
        .on::<ArchiveLocation>(Stock)
        .on::<SetDefaultLocation>(Stock)
        .on::<ShipTransfer>(Moves(Stock))
        .on::<ReceiveTransfer>(Moves(Stock))
        .on::<CancelTransfer>(Moves(Stock))
        .on::<ListTransfers>(Stock)
        .on::<ShowTransfer>(Stock)
        .on::<TransferHistory>(Stock)
}
