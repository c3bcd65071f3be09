//! The faces of stores, counts and transfers, and how their histories are told.

use crate::{
    buffers::keeps_word,
    common::{address, store_code},
    transfers::state_word,
};
use kit::Glyph;
use lists::history::{Faces, Tells};
use rust_decimal::Decimal;
use stock_rules::{BufferFor, CancelTo, CountRow, StoreRow, TransferRow, TransferState};
use vocabulary::{CostMethod, CostScope, Locale, PlaceKind, StoreId};
use wire::{Nav, Visit};
use words::message_id;

/// The faces of a store.
pub(crate) fn store(visit: &Visit, store: &StoreRow) -> Faces {
    let under = vec![(visit.words.t("nav-stock"), String::from("/stock")), (visit.words.t("stores-title"), String::from("/stock/stores"))];
    faces(visit, Nav::Stock, store.name.clone(), under, &format!("/stock/stores/{}", store.code))
}

/// The faces of a count.
pub(crate) fn count(visit: &Visit, count: &CountRow) -> Faces {
    let under = vec![(visit.words.t("nav-counts"), String::from("/stock/counts"))];
    faces(visit, Nav::Counts, count.name.clone(), under, &format!("/stock/counts/{}", count.id))
}

/// The faces of a transfer.
pub(crate) fn transfer(visit: &Visit, transfer: &TransferRow) -> Faces {
    let words = visit.words;
    let name = words.with("transfer-heading", &[("code", words.code(&transfer.code).into())]);
    let under = vec![(words.t("nav-stock"), String::from("/stock")), (words.t("transfers-title"), String::from("/stock/transfers"))];
    faces(visit, Nav::Stock, name, under, &format!("/stock/transfers/{}", transfer.transfer))
}

fn faces(visit: &Visit, nav: Nav, name: String, under: Vec<(String, String)>, path: &str) -> Faces {
    let at = |path: &str| address(path, &[("store", store_code(visit))]);
    Faces { name, nav, under, overview: at(path), history: at(&format!("{path}/history")), more: Vec::new() }
}

/// A store by its name; one that the visitor does not see has none.
fn store_named(visit: &Visit, raw: &str) -> Option<String> {
    let id: StoreId = raw.parse().ok()?;
    Some(visit.store_by_id(id)?.name.clone())
}

/// How many of something; none is not worth telling.
fn some(visit: &Visit, raw: &str) -> Option<String> {
    raw.parse().ok().filter(|count| *count != 0_i64).map(|count| visit.words.count(count))
}

/// Tells of stores and their places.
pub(crate) struct Stores;

impl Tells for Stores {
    const OF: &'static str = "store";

    fn value(visit: &Visit, field: &str, raw: &str) -> Option<String> {
        let words = visit.words;
        match field {
            // The act says it.
            "archived" | "default" => None,
            "allow_negative" => Some(words.t(if raw == "true" { "yes" } else { "no" })),
            "kind" => PlaceKind::of_tag(raw).map(|kind| words.place(kind)),
            "closed_through" => Some(raw.parse().map_or_else(|_| words.t("period-open"), |day| words.date(day))),
            "locale" => Locale::of_tag(raw).map(|locale| locale.name().to_owned()),
            _ => Some(raw.to_owned()),
        }
    }

    fn glyph(operation: &str) -> Glyph {
        match operation {
            "stock.create_store" | "stock.create_location" => Glyph::Plus,
            "stock.archive_store" | "stock.archive_location" => Glyph::Archive,
            "stock.set_default_location" => Glyph::Check,
            "stock.close_period" => Glyph::Lock,
            "stock.reopen_period" => Glyph::RotateCcw,
            _ => Glyph::Pencil,
        }
    }
}

/// Tells of counts.
pub(crate) struct Counts;

impl Tells for Counts {
    const OF: &'static str = "count";

    fn value(visit: &Visit, field: &str, raw: &str) -> Option<String> {
        match field {
            "state" => Some(visit.words.t(&message_id("count-state", raw))),
            "store" => store_named(visit, raw),
            "lines" | "posted" | "matched" | "accepted" | "recount" | "rejected" | "scans" | "none" | "left" | "places" => some(visit, raw),
            "until" => raw.parse().ok().map(|day| visit.words.date(day)),
            _ => Some(raw.to_owned()),
        }
    }

    fn glyph(operation: &str) -> Glyph {
        match operation {
            "stock.plan_count" => Glyph::Plus,
            "stock.finish_count_place" => Glyph::Check,
            "stock.submit_count" => Glyph::ClipboardCheck,
            "stock.decide_count_lines" => Glyph::Scale,
            "stock.decide_unknown_code" => Glyph::CircleHelp,
            "stock.post_count" => Glyph::Check,
            "stock.cancel_count" => Glyph::X,
            "stock.add_count_evidence" => Glyph::Plus,
            "stock.investigate_count_line" => Glyph::Search,
            "stock.end_investigation" => Glyph::Check,
            _ => Glyph::Pencil,
        }
    }
}

/// Tells of the books.
pub(crate) struct Books;

impl Tells for Books {
    const OF: &'static str = "books";

    fn value(visit: &Visit, field: &str, raw: &str) -> Option<String> {
        let words = visit.words;
        match field {
            "method" => CostMethod::of_tag(raw).map(|method| words.cost_method(method)),
            "scope" => CostScope::of_tag(raw).map(|scope| words.cost_scope(scope)),
            // An item that is valued in no way of its own is valued as all others are.
            "costing" => Some(CostMethod::of_tag(raw).map_or_else(|| words.t("costing-as-all"), |method| words.cost_method(method))),
            _ => Stores::value(visit, field, raw),
        }
    }

    fn glyph(operation: &str) -> Glyph {
        match operation {
            "stock.set_costing" | "stock.set_item_costing" => Glyph::Scale,
            _ => Stores::glyph(operation),
        }
    }
}

/// Tells of what is kept back.
pub(crate) struct Buffers;

impl Tells for Buffers {
    const OF: &'static str = "buffer";

    fn value(visit: &Visit, field: &str, raw: &str) -> Option<String> {
        let words = visit.words;
        match field {
            "keeps" => BufferFor::of_tag(raw).map(|keeps| keeps_word(words, keeps)),
            "store" => store_named(visit, raw),
            "quantity" => raw.parse().ok().map(|quantity| words.quantity(quantity)),
            "percent" => raw.parse::<Decimal>().ok().map(|percent| words.percent(percent / Decimal::ONE_HUNDRED)),
            _ => Some(raw.to_owned()),
        }
    }

    fn glyph(operation: &str) -> Glyph {
        match operation {
            "stock.remove_buffer" => Glyph::X,
            _ => Glyph::Layers,
        }
    }
}

/// Tells of transfers.
pub(crate) struct Transfers;

impl Tells for Transfers {
    const OF: &'static str = "transfer";

    fn value(visit: &Visit, field: &str, raw: &str) -> Option<String> {
        match field {
            "state" => TransferState::of_tag(raw).map(|state| visit.words.t(state_word(state))),
            "from" | "to" => store_named(visit, raw),
            "lines" => some(visit, raw),
            "called_back" => CancelTo::of_tag(raw).map(|to| visit.words.t(&message_id("cancel", to.tag()))),
            // The page is called by it.
            "code" => None,
            _ => Some(raw.to_owned()),
        }
    }

    fn glyph(operation: &str) -> Glyph {
        match operation {
            "stock.ship_transfer" | "stock.receive_transfer" => Glyph::Truck,
            "stock.cancel_transfer" => Glyph::Undo2,
            "stock.reverse_posting" => Glyph::RotateCcw,
            _ => Glyph::Pencil,
        }
    }
}
