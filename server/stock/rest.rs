//! The stock room over REST.

use axum::Router;
use platform::rest::Api;
use stock_rules::{
    AdjustStock, ArchiveLocation, ArchiveStore, BooksHistory, CancelTransfer, ChangeStatus, ClosePeriod, ConvertReservation, CreateLocation,
    CreateStore, EditLocation, EditLot, EditStore, EnterOpening, ExtendReservation, HoldLot, ListLocations, ListLots, ListMovements, ListPeriods,
    ListPlaceStock, ListReservations, ListShortages, ListStock, ListStores, ListTransfers, MoveStock, ReceiveGoods, ReceiveTransfer, ReleaseLot,
    ReleaseReservation, ReopenPeriod, ReserveStock, ReturnGoods, ReversePosting, SellGoods, SetDefaultLocation, ShipReservation, ShipTransfer,
    ShowLocation, ShowLot, ShowPosting, ShowReach, ShowReservation, ShowStock, ShowTransfer, StockAsOf, StoreHistory, TakeBack, TransferHistory,
    WhyOnHand,
};
use wire::PageState;

/// Every route of this room.
#[must_use]
pub fn api() -> Api {
    crate::buffer::api(crate::cost::api(crate::figures::api(crate::programme::api(crate::count::api(Api::new("stock"))))))
        .get::<ListStores>("/stores", "Stores by code")
        .post::<CreateStore>("/stores", "Open a store")
        .get::<ListLocations>("/stores/{store}/locations", "The places of a store")
        .post::<CreateLocation>("/stores/{store}/locations", "Add a place to a store")
        .get::<StoreHistory>("/stores/{store}/history", "What was done to a store and its places")
        .put::<EditStore>("/stores/{store}", "Change a store")
        .post::<ArchiveStore>("/stores/{store}/archive", "Put a store away, or bring it back")
        .get::<StockAsOf>("/stock/as-of", "Stock at an instant of the past")
        .get::<ShowReach>("/stock/as-of/reach", "How far back the books go, and how far they are closed")
        .get::<ListPeriods>("/periods", "How far the books of each store are closed")
        .get::<BooksHistory>("/periods/history", "Which days were closed and reopened, and how stock came to be valued")
        .post::<ClosePeriod>("/periods/close", "Close books through a day")
        .post::<ReopenPeriod>("/periods/reopen", "Open closed books again")
        .get::<ShowLocation>("/locations/{location}", "One place, and where in its store it stands")
        .get::<ListPlaceStock>("/locations/{location}/stock", "What lies at a place")
        .put::<EditLocation>("/locations/{location}", "Change a place")
        .post::<ArchiveLocation>("/locations/{location}/archive", "Put a place away, or bring it back")
        .post::<SetDefaultLocation>("/locations/{location}/default", "Make a place its store's default")
        .get::<ListStock>("/stock", "Stock by variant and store")
        .get::<WhyOnHand>("/stock/why", "How what is on hand came about")
        .get::<ShowStock>("/stock/{variant}", "Where one variant is")
        .get::<ListMovements>("/movements", "Movements, newest first")
        .get::<ShowPosting>("/postings/{posting}", "One posting with its lines")
        .post::<ReversePosting>("/postings/{posting}/reversal", "Take a posting back by a counter-entry")
        .post::<ReceiveGoods>("/receipts", "Receive goods without an order")
        .post::<SellGoods>("/sales", "Sell without an order")
        .post::<TakeBack>("/returns", "Take back what a customer returns")
        .post::<AdjustStock>("/adjustments", "Set stock right, for a reason")
        .post::<EnterOpening>("/openings", "Enter opening stock")
        .post::<MoveStock>("/moves", "Move stock between places of a store")
        .post::<ChangeStatus>("/status-changes", "Change the state stock is in")
        .post::<ReturnGoods>("/supplier-returns", "Send goods back to who delivered them")
        .get::<ListLots>("/lots", "Lots and numbered pieces, what expires first first")
        .get::<ShowLot>("/lots/{lot}", "One lot: where it is, where it came from, where it went")
        .put::<EditLot>("/lots/{lot}", "Set a lot's days right")
        .post::<HoldLot>("/lots/{lot}/hold", "Keep a lot from sale everywhere, or call it back")
        .post::<ReleaseLot>("/lots/{lot}/release", "Let a lot be sold again")
        .get::<ListReservations>("/reservations", "Reservations, newest first")
        .post::<ReserveStock>("/reservations", "Promise stock, all lines or none, or tell what is short of each")
        .get::<ShowReservation>("/reservations/{reservation}", "One reservation with its lines")
        .post::<ExtendReservation>("/reservations/{reservation}/extension", "Keep a hold alive")
        .post::<ConvertReservation>("/reservations/{reservation}/conversion", "Make a hold an allocation")
        .post::<ReleaseReservation>("/reservations/{reservation}/release", "Let go of what is still promised")
        .post::<ShipReservation>("/reservations/{reservation}/shipments", "Ship what was promised")
        .get::<ListShortages>("/shortages", "Where more is promised than there is")
        .get::<ListTransfers>("/transfers", "Transfers, newest first")
        .post::<ShipTransfer>("/transfers", "Send goods to another store")
        .get::<ShowTransfer>("/transfers/{transfer}", "One transfer with its lines")
        .get::<TransferHistory>("/transfers/{transfer}/history", "What was done to a transfer")
        .post::<ReceiveTransfer>("/transfers/{transfer}/receipts", "Take in what arrived of a transfer")
        .post::<CancelTransfer>("/transfers/{transfer}/cancel", "Call a transfer back")
}

pub fn routes() -> Router<PageState> {
    api().router
}
