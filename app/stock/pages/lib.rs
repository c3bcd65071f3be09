//! The stock room's pages, one file each: the GET view and the POST handler side by side.

mod adjust;
mod as_of;
mod books;
mod buffer_forms;
mod buffers;
mod common;
mod counts;
mod enter;
mod history;
mod list;
mod list_bulk;
mod lot;
mod lot_forms;
mod lots;
mod movements;
mod movements_file;
mod opening;
mod past;
mod past_span;
mod period_forms;
mod periods;
mod pick_item;
mod place;
mod posting;
mod rate;
mod receive;
mod reservation;
mod reservations;
mod reserve;
mod rows;
mod sell;
mod sheet;
mod shift;
mod shortages;
mod status;
mod store;
mod store_forms;
mod store_list;
mod stores;
mod supplier_return;
mod takeback;
mod told;
mod transfer;
mod transfer_arrive;
mod transfer_back;
mod transfer_new;
mod transfers;
mod value;
mod why;

use axum::{
    Router,
    routing::{MethodRouter, get, post},
};
use enter::Document;
use wire::PageState;

/// A form of lines: shown and handed in under one path.
fn form<D: Document>() -> MethodRouter<PageState> {
    get(enter::show::<D>).post(enter::submit::<D>)
}

/// This room's pages.
pub fn routes() -> Router<PageState> {
    Router::new()
        .route("/stock", get(list::show))
        .route("/stock/export.csv", get(list_bulk::export))
        .route("/stock/bulk", post(list_bulk::submit))
        .route("/stock/movements", get(movements::show))
        .route("/stock/movements/export.csv", get(movements_file::export))
        .route("/stock/why", get(why::show))
        .route("/stock/postings/{posting}", get(posting::show))
        .route("/stock/postings/{posting}/reverse", post(posting::reverse))
        .route("/stock/receive", form::<receive::Receive>())
        .route("/stock/sell", form::<sell::Sell>())
        .route("/stock/takeback", form::<takeback::ComeBack>())
        .route("/stock/return", form::<supplier_return::GoBack>())
        .route("/stock/opening", form::<opening::Opening>())
        .route("/stock/move", form::<shift::Shift>())
        .route("/stock/status", form::<status::Restate>())
        .route("/stock/adjust", get(adjust::show).post(adjust::submit))
        .route("/stock/as-of", get(as_of::show))
        .route("/stock/as-of/export.csv", get(as_of::export))
        .route("/stock/periods", get(periods::show))
        .route("/stock/periods/history", get(books::show))
        .route("/stock/periods/export.csv", get(periods::export))
        .route("/stock/periods/close", post(period_forms::close))
        .route("/stock/periods/reopen", post(period_forms::reopen))
        .merge(counts::routes())
        .merge(value::routes())
        .merge(transfers())
        .merge(lots())
        .merge(reservations())
        .merge(stores())
}

fn lots() -> Router<PageState> {
    Router::new()
        .route("/stock/lots", get(lots::show))
        .route("/stock/lots/export.csv", get(lots::export))
        .route("/stock/lots/{lot}", get(lot::show))
        .route("/stock/lots/{lot}/export.csv", get(lot::export))
        .route("/stock/lots/{lot}/hold", post(lot_forms::hold))
        .route("/stock/lots/{lot}/release", post(lot_forms::release))
        .route("/stock/lots/{lot}/edit", post(lot_forms::edit))
}

fn reservations() -> Router<PageState> {
    Router::new()
        .route("/stock/reservations", get(reservations::show))
        .route("/stock/reservations/export.csv", get(reservations::export))
        .route("/stock/reservations/new", form::<reserve::Reserve>())
        .route("/stock/reservations/{reservation}", get(reservation::show))
        .route("/stock/reservations/{reservation}/ship", post(reservation::ship))
        .route("/stock/reservations/{reservation}/release", post(reservation::release))
        .route("/stock/reservations/{reservation}/extend", post(reservation::extend))
        .route("/stock/reservations/{reservation}/convert", post(reservation::convert))
        .route("/stock/buffers", get(buffers::show).post(buffer_forms::set))
        .route("/stock/buffers/export.csv", get(buffers::export))
        .route("/stock/buffers/history", get(buffer_forms::history))
        .route("/stock/buffers/{buffer}/remove", post(buffer_forms::remove))
        .route("/stock/shortages", get(shortages::show))
        .route("/stock/shortages/export.csv", get(shortages::export))
}

fn transfers() -> Router<PageState> {
    Router::new()
        .route("/stock/transfers", get(transfers::show))
        .route("/stock/transfers/export.csv", get(transfers::export))
        .route("/stock/transfers/new", form::<transfer_new::Ship>())
        .route("/stock/transfers/{transfer}", get(transfer::show))
        .route("/stock/transfers/{transfer}/history", get(history::transfer))
        .route("/stock/transfers/{transfer}/receive", post(transfer_arrive::receive))
        .route("/stock/transfers/{transfer}/cancel", post(transfer_back::cancel))
}

fn stores() -> Router<PageState> {
    Router::new()
        .route("/stock/stores", get(store_list::show))
        .route("/stock/stores/export.csv", get(store_list::export))
        .route("/stock/stores/new", get(stores::new).post(stores::create))
        .route("/stock/stores/{store}", get(store::show).post(store_forms::edit_store))
        .route("/stock/stores/{store}/history", get(history::store))
        .route("/stock/stores/{store}/archive", post(store_forms::archive_store))
        .route("/stock/stores/{store}/places", post(store_forms::add_place))
        .route("/stock/stores/{store}/places/{place}", get(place::show).post(store_forms::edit_place))
        .route("/stock/stores/{store}/places/{place}/export.csv", get(place::export))
        .route("/stock/stores/{store}/places/{place}/archive", post(store_forms::archive_place))
        .route("/stock/stores/{store}/places/{place}/default", post(store_forms::default_place))
}
