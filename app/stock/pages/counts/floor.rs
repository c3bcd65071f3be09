//! The floor: big tiles, and counting on a phone. The page works without the module; with it, it works without a network.

use super::floor_words::{moving, standing};
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use floor::{Asked, Floor, Line, Page, Place, Plural, Scanned, Start};
use kit::{Empty, Glyph, Icon, Notice, Tile, Tiles, render};
use leptos::prelude::*;
use serde::Deserialize;
use stock_rules::{CountRow, CountView, ListCounts, NewScan, RecordScans, ScanKind, ScanOutcome, ScansTaken, ShowCount, UndoScan};
use vocabulary::{Actor, AppError, Ask, CountId, Door, Key, LocationId, Permission, ScanId};
use wire::{Form, Frame, Nav, PageDoc, PageError, PageResult, PageState, Posted, Visit, see_other};

/// The visitor, on the floor.
pub(super) fn on_floor(visit: &Visit) -> Actor {
    Actor { door: Door::Floor, ..visit.actor.clone() }
}

pub(super) async fn tiles(State(state): State<PageState>, visit: Visit) -> PageResult {
    visit.needs(Permission::Count)?;
    let list = ListCounts { store: visit.store.as_ref().map(|store| store.id), to_count: true, ..ListCounts::default() };
    let counts = state.desk.ask(&on_floor(&visit), list).await?.rows;
    let title = visit.words.t("nav-floor");
    let body = render(|| tiles_body(&visit, &counts));
    Ok(PageDoc::new(title, Nav::Floor, body).frame(Frame::Bare).into_response())
}

fn tiles_body(visit: &Visit, counts: &[CountRow]) -> impl IntoView + use<> {
    let words = visit.words;
    // Who counts blind is not led from here to where the books stand.
    let blind = !visit.may(Permission::CountReview) && counts.iter().any(|count| count.blind);
    let why_not = blind.then(|| view! { <Notice icon=Glyph::Lock>{words.t("floor-lookup-blind")}</Notice> });
    let store = visit.store.as_ref().map_or_else(|| words.t("store-all"), |store| store.name.clone());
    let rows = counts
        .iter()
        .map(|count| {
            let note = if count.asked > 0 {
                words.with("count-asked", &[("count", count.asked.into())])
            } else {
                words.with("count-counted-lines", &[("count", count.counted.into())])
            };
            let note = match visit.store_by_id(count.store) {
                Some(store) => format!("{} · {note}", store.name),
                None => note,
            };
            view! { <Tile label=count.name.clone() href=format!("/floor/counts/{}", count.id) icon=Glyph::ClipboardCheck note=note/> }.into_any()
        })
        .collect::<Vec<_>>();
    let none = rows.is_empty();
    let work = [
        (Permission::Receive, "floor-receive", "/stock/receive", Glyph::Truck),
        (Permission::Transfer, "floor-transfer", "/stock/transfers", Glyph::ArrowLeftRight),
        (Permission::LabelPrint, "floor-label", "/notify/labels", Glyph::Printer),
        (Permission::StockRead, "floor-lookup", "/stock", Glyph::Search),
    ];
    let work = work
        .into_iter()
        .filter(|(needs, word, ..)| visit.may(*needs) && !(blind && *word == "floor-lookup"))
        .map(|(_, word, href, icon)| view! { <Tile label=words.t(word) href=crate::common::with_store(href, visit) icon/> }.into_any())
        .collect::<Vec<_>>();
    view! {
        <header class="floor-top">
            <a class="btn btn-quiet btn-icon" href="/" aria-label=words.t("floor-to-desk")><Icon name=Glyph::ChevronLeft/></a>
            <div class="where"><h1 class="truncate">{words.t("nav-floor")}</h1><small class="mute">{store}</small></div>
        </header>
        <div class="floor-body">
            <h2 class="small mute">{words.t("floor-counts")}</h2>
            {if none {
                view! { <Empty title=words.t("floor-no-counts") text=words.t("floor-no-counts-text") icon=Glyph::ClipboardCheck plain=true/> }.into_any()
            } else {
                view! { <Tiles>{rows}</Tiles> }.into_any()
            }}
            <h2 class="small mute">{words.t("floor-work")}</h2>
            <Tiles>{work}</Tiles>
            {why_not}
        </div>
    }
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct At {
    #[serde(default)]
    place: String,
    /// The scan a form made.
    #[serde(default)]
    scan: String,
    /// What was done before.
    #[serde(default)]
    done: String,
}

pub(super) async fn show(State(state): State<PageState>, visit: Visit, Path(count): Path<CountId>, Query(at): Query<At>) -> PageResult {
    visit.needs(Permission::Count)?;
    let view = state.desk.ask(&on_floor(&visit), ShowCount { count }).await?;
    Ok(page(&visit, view, &at, Refusal::default()).into_response())
}

pub(super) async fn submit(State(state): State<PageState>, Path(count): Path<CountId>, Posted { visit, key, fields }: Posted) -> PageResult {
    visit.needs(Permission::Count)?;
    let at = At { place: fields.get("place").to_owned(), ..At::default() };
    let code = fields.get("code").trim().to_owned();
    let view = state.desk.ask(&on_floor(&visit), ShowCount { count }).await?;
    // A shelf's label moves one there.
    if let Some(place) = view.places.iter().find(|place| place.scan_code.eq_ignore_ascii_case(&code)) {
        return Ok(see_other(&format!("/floor/counts/{count}?place={}", place.location)));
    }
    let mut form = Form::new(visit.words, &fields);
    let location = form.choice::<LocationId>("place");
    let typed = form.text("code", stock_rules::SCAN_CODE_MAX);
    let quantity = form.quantity("quantity");
    let id = form.raw("scan").parse().unwrap_or_else(|_| ScanId::new());
    let scan = location.zip(typed).zip(quantity).map(|((location, code), quantity)| NewScan {
        id,
        location,
        kind: ScanKind::Add,
        code,
        variant: None,
        quantity,
        undoes: None,
        at: None,
    });
    let scan = match form.finish(scan) {
        Ok(scan) => scan,
        Err(errors) => {
            let why = errors.first().map(|error| visit.words.field_error(error)).unwrap_or_default();
            let of_quantity = errors.first().is_some_and(|error| error.field == "quantity");
            let refusal = Refusal { why, of_quantity, code, quantity: fields.get("quantity").to_owned() };
            return Ok(page(&visit, view, &at, refusal).refused().into_response());
        }
    };
    let record = RecordScans { count, scans: vec![scan], sent_at: None };
    let taken = state.desk.run(Ask::new(&on_floor(&visit), key, record)).await?;
    match why_refused(&visit, &taken) {
        Some(why) => {
            let refusal = Refusal { why, code, quantity: fields.get("quantity").to_owned(), ..Refusal::default() };
            Ok(page(&visit, view, &at, refusal).refused().into_response())
        }
        None => Ok(see_other(&format!("/floor/counts/{count}?place={}&scan={id}", at.place))),
    }
}

fn why_refused(visit: &Visit, taken: &ScansTaken) -> Option<String> {
    let refused = taken.results.iter().find(|result| result.outcome == ScanOutcome::Refused)?;
    Some(refused.said.as_ref().map_or_else(|| visit.words.t("floor-refused"), |said| visit.words.said(said)))
}

pub(super) async fn undo(State(state): State<PageState>, Path(count): Path<CountId>, Posted { visit, key, fields }: Posted) -> PageResult {
    let scan: ScanId = fields.get("scan").parse().map_err(|_| PageError(AppError::NotFound))?;
    let back =
        |done: &str| format!("/floor/counts/{count}?place={}&done={done}", fields.get("place").parse::<LocationId>().unwrap_or(LocationId::new()));
    match state.desk.run(Ask::new(&on_floor(&visit), key, UndoScan { count, scan, undo: ScanId::new() })).await {
        Ok(_) => Ok(see_other(&back("undone"))),
        Err(AppError::Conflict { said }) => {
            let view = state.desk.ask(&on_floor(&visit), ShowCount { count }).await?;
            let at = At { place: fields.get("place").to_owned(), ..At::default() };
            Ok(page(&visit, view, &at, Refusal { why: visit.words.said(&said), ..Refusal::default() }).refused().into_response())
        }
        Err(error) => Err(PageError(error)),
    }
}

/// Why a scan was not taken, and what was typed.
#[derive(Default)]
struct Refusal {
    why: String,
    of_quantity: bool,
    code: String,
    quantity: String,
}

fn page(visit: &Visit, view: CountView, at: &At, refusal: Refusal) -> PageDoc {
    let title = view.count.name.clone();
    let (start, page) = parts(visit, view, at, refusal);
    let body = render(move || view! { <Floor start page/> });
    PageDoc::new(title, Nav::Floor, body).frame(Frame::Bare).module("floor")
}

/// The view's two halves: what the phone is told, and what only stands on the page.
fn parts(visit: &Visit, view: CountView, at: &At, refusal: Refusal) -> (Start, Page) {
    let words = visit.words;
    let chosen = view.places.iter().find(|place| place.location.to_string() == at.place);
    let open = view.places.iter().find(|place| place.finished_at.is_none());
    // Who comes to recount begins where that is to be done.
    let again = view.asked.iter().find(|line| !line.not_mine && !line.counted);
    let again = again.and_then(|line| view.places.iter().find(|place| place.location == line.location));
    // Where one was sent comes before what anybody may count.
    let mine = view.places.iter().find(|place| place.mine && place.finished_at.is_none());
    let place = chosen.or(again).or(mine).or(open).or(view.places.first()).map(|place| place.location.to_string()).unwrap_or_default();
    let scans: Vec<Scanned> = view
        .scans
        .iter()
        .map(|scan| Scanned {
            id: scan.scan.to_string(),
            place: scan.location.to_string(),
            code: scan.code.clone(),
            variant: scan.variant.map(|variant| variant.to_string()).unwrap_or_default(),
            sku: scan.sku.clone(),
            name: crate::common::item_label(&scan.name, &scan.option_text),
            kind: scan.kind.tag().to_owned(),
            quantity: scan.quantity.to_string(),
            stray: scan.stray,
        })
        .collect();
    let newest = scans.first().filter(|scan| !at.scan.is_empty() && scan.id == at.scan);
    let counted = newest.and_then(|newest| {
        let line = view.lines.iter().find(|line| line.location.to_string() == newest.place && line.variant.to_string() == newest.variant)?;
        Some(words.quantity_input(line.counted))
    });
    let said = newest.map(|scan| {
        if scan.stray {
            return words.t("floor-stray");
        }
        words.with("floor-counted-n", &[("quantity", scan.quantity.parse::<vocabulary::Quantity>().unwrap_or_default().into())])
    });
    let asked = view.asked.iter().map(|line| Asked {
        place: line.location.to_string(),
        place_code: line.location_code.clone(),
        name: crate::common::item_label(&line.name, &line.option_text),
        sku: line.sku.clone(),
        said: match (line.not_mine, line.counted) {
            (true, _) => words.t("floor-asked-not-mine"),
            (_, true) => words.t("floor-asked-done"),
            _ => String::new(),
        },
    });
    let notice = match at.done.as_str() {
        "undone" => words.t("notice-undone"),
        "finished" => words.t("floor-finished"),
        _ if view.count.empty_places => words.t("floor-empty-ask"),
        _ => String::new(),
    };
    let count = view.count.id;
    let page = Page {
        name: format!("{} {}", view.count.number, view.count.name),
        store: visit.store_by_id(view.count.store).map(|store| store.name.clone()).unwrap_or_default(),
        scan: ScanId::new().to_string(),
        asked: asked.collect(),
        notice,
        said: said.unwrap_or_default(),
        counted: counted.unwrap_or_default(),
        refused: refusal.why,
        refused_quantity: refusal.of_quantity,
        typed: refusal.code,
        typed_quantity: refusal.quantity,
        link: if visit.may(Permission::CountReview) { format!("/stock/counts/{count}#unknown") } else { String::new() },
        draft: if visit.may(Permission::CatalogWrite) { String::from("/catalog/items/new?barcode=") } else { String::new() },
        words: standing(words),
    };
    let start = Start {
        count: count.to_string(),
        person: visit.person.to_string(),
        csrf: visit.token.clone(),
        places: view
            .places
            .iter()
            .map(|place| Place {
                id: place.location.to_string(),
                code: place.code.clone(),
                name: place.name.clone(),
                scan: place.scan_code.clone(),
                done: place.finished_at.is_some(),
            })
            .collect(),
        place,
        lines: view
            .lines
            .iter()
            .map(|line| Line { place: line.location.to_string(), variant: line.variant.to_string(), counted: line.counted.to_string() })
            .collect(),
        scans,
        decimal: words.quantity_input(half()).chars().find(|c| !c.is_ascii_digit()).unwrap_or('.'),
        group: words.quantity(millions()).chars().find(|c| !c.is_ascii_digit()).unwrap_or(','),
        words: moving(words),
        waiting: Plural::ask(|n| words.with("floor-waiting", &[("count", n.into())]), |n| words.count(n)),
    };
    (start, page)
}

/// A half: what stands between its digits is the language's decimal mark.
fn half() -> vocabulary::Quantity {
    "0.5".parse().unwrap_or_default()
}

/// So many that every language groups them.
fn millions() -> vocabulary::Quantity {
    "1234567".parse().unwrap_or_default()
}

/// Back to the floor of a count.
pub(super) fn back(count: CountId, place: &str, done: &str) -> Response {
    see_other(&format!("/floor/counts/{count}?place={place}&done={done}"))
}

/// A new key for a form.
pub(super) fn new_key() -> String {
    Key::random().as_str().to_owned()
}
