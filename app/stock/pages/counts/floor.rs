//! The floor: big tiles, and counting on a phone. The page works without the module; with it, it works without a network.

use super::floor_words::{UNITS, moving, standing};
use crate::{
    common::in_unit,
    rows::{LotTyped, lots_unasked},
};
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use floor::{Asked, Floor, Line, Page, Place, Plural, Scanned, Start};
use kit::{Empty, Glyph, Icon, Notice, Tile, Tiles, render};
use leptos::prelude::*;
use serde::Deserialize;
use stock_rules::{
    CountRow, CountView, EnteredQuantity, ListCounts, LotGiven, LotNamed, NewScan, RecordScans, SCANS_MAX, ScanKind, ScanOutcome, ScansTaken,
    ShowCount, UndoScan, check_serial_count, check_told,
};
use vocabulary::{Actor, AppError, Ask, CountId, Door, FieldError, Key, LocationId, Permission, Quantity, ScanId, Tracking};
use wire::{Fields, Form, Frame, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, see_other};
use words::Words;

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
    let unit = unit_meant(visit.words, form.raw("unit"));
    let id: ScanId = form.raw("scan").parse().unwrap_or_else(|_| ScanId::new());
    let told = told(&mut form, visit.words, &LotTyped::read(&fields, ""), quantity);
    let scans = location.zip(typed).zip(quantity).zip(told).map(|(((location, code), quantity), told)| {
        let scan = |(at, (lot, serial)): (u128, (Option<LotGiven>, Option<String>))| NewScan {
            // Sent again they are the same scans.
            id: ScanId(uuid::Uuid::from_u128(id.0.as_u128().wrapping_add(at))),
            location,
            kind: ScanKind::Add,
            code: code.clone(),
            variant: None,
            lot,
            quantity: if serial.is_some() { Quantity::ONE } else { quantity },
            unit: unit.clone().filter(|_| serial.is_none()),
            serial,
            undoes: None,
            at: None,
        };
        (0..).zip(told).map(scan).collect::<Vec<_>>()
    });
    let scans = match form.finish(scans) {
        Ok(scans) => scans,
        Err(errors) => return Ok(page(&visit, view, &at, Refusal { fields, errors, ..Refusal::default() }).refused().into_response()),
    };
    let last = scans.last().map_or(id, |scan| scan.id);
    let record = RecordScans { count, scans, sent_at: None };
    let taken = state.desk.run(Ask::new(&on_floor(&visit), key, record)).await?;
    match why_refused(&visit, &taken) {
        Some(why) => Ok(page(&visit, view, &at, Refusal { fields, why, ..Refusal::default() }).refused().into_response()),
        None => Ok(see_other(&format!("/floor/counts/{count}?place={}&scan={last}", at.place))),
    }
}

/// Which lot or which pieces were scanned, as it was typed beside the code: one scan for each.
fn told(form: &mut Form<'_>, words: Words, typed: &LotTyped, quantity: Option<Quantity>) -> Option<Vec<(Option<LotGiven>, Option<String>)>> {
    let (lot, serials) = match typed.all(words) {
        Ok(told) => told,
        Err((field, said)) => {
            form.wrong(FieldError { field, said });
            return None;
        }
    };
    if serials.is_empty() {
        return Some(vec![(lot, None)]);
    }
    // One number is one piece, and who left the quantity at one means one of each.
    let mut wrong = check_told("", Tracking::Serial, None, &serials);
    wrong.extend(quantity.filter(|quantity| *quantity != Quantity::ONE).and_then(|quantity| check_serial_count("serials", quantity, &serials)));
    if serials.len() > SCANS_MAX {
        wrong.push(FieldError::new("serials", "lines-too-many").with("max", SCANS_MAX));
    }
    if wrong.is_empty() {
        return Some(serials.into_iter().map(|serial| (lot.clone(), Some(serial))).collect());
    }
    wrong.into_iter().for_each(|error| form.wrong(error));
    None
}

/// The unit that was typed, by its name in the person's language or as the item calls it; none: the one under the code.
fn unit_meant(words: Words, typed: &str) -> Option<String> {
    let typed = typed.trim();
    let named = UNITS.iter().find(|unit| words.t(&format!("unit-{unit}.name")).to_lowercase() == typed.to_lowercase());
    (!typed.is_empty()).then(|| named.map_or_else(|| typed.to_owned(), |unit| (*unit).to_owned()))
}

/// "1 case of 12 = 12 pieces".
fn entered(words: Words, entered: &EnteredQuantity, unit: &str) -> String {
    let pack = if entered.den == 1 { words.count(entered.num) } else { words.code(&format!("{}/{}", entered.num, entered.den)) };
    let (typed, base) = (in_unit(words, entered.quantity, &entered.unit), in_unit(words, entered.base, unit));
    words.with("floor-counted-unit", &[("entered", typed.into()), ("pack", pack.into()), ("base", base.into())])
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
    /// Of the scan as a whole.
    why: String,
    /// Of its fields.
    errors: Vec<FieldError>,
    fields: Fields,
}

fn page(visit: &Visit, view: CountView, at: &At, refusal: Refusal) -> PageDoc {
    let title = view.count.name.clone();
    let typed = Typed::new(visit.words, &refusal.fields, &refusal.errors);
    let lot = LotTyped::read(&refusal.fields, "");
    let (start, page) = parts(visit, view, at, &refusal);
    let words = visit.words;
    let body = render(move || view! { <Floor start page lots=lots_unasked(words, "", &lot, &typed, "plain-only")/> });
    PageDoc::new(title, Nav::Floor, body).frame(Frame::Bare).module("floor")
}

/// The view's two halves: what the phone is told, and what only stands on the page.
fn parts(visit: &Visit, view: CountView, at: &At, refusal: &Refusal) -> (Start, Page) {
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
            lot: lot_id(scan.lot.as_ref()),
            lot_code: scan.lot.as_ref().map(|lot| lot.code.clone()).unwrap_or_default(),
            serial: scan.lot.as_ref().is_some_and(|lot| lot.serial),
            sku: scan.sku.clone(),
            name: crate::common::lot_label(words, &scan.name, &scan.option_text, scan.lot.as_ref()),
            kind: scan.kind.tag().to_owned(),
            quantity: scan.quantity.to_string(),
            entered: scan.entered.as_ref().map(|typed| entered(words, typed, &scan.unit)).unwrap_or_default(),
            stray: scan.stray,
        })
        .collect();
    let newest = scans.first().filter(|scan| !at.scan.is_empty() && scan.id == at.scan);
    let counted = newest.and_then(|newest| {
        let line = view.lines.iter().find(|line| {
            line.location.to_string() == newest.place && line.variant.to_string() == newest.variant && lot_id(line.lot.as_ref()) == newest.lot
        })?;
        Some(words.quantity_input(line.counted))
    });
    let said = newest.map(|scan| {
        if scan.stray {
            return words.t("floor-stray");
        }
        let typed =
            view.scans.first().filter(|first| first.scan.to_string() == scan.id).and_then(|first| Some((first.entered.as_ref()?, &first.unit)));
        if let Some((typed, unit)) = typed {
            return entered(words, typed, unit);
        }
        words.with("floor-counted-n", &[("quantity", scan.quantity.parse::<Quantity>().unwrap_or_default().into())])
    });
    let asked = view.asked.iter().map(|line| Asked {
        place: line.location.to_string(),
        place_code: line.location_code.clone(),
        name: crate::common::lot_label(words, &line.name, &line.option_text, line.lot.as_ref()),
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
    let refused = |name: &str| refusal.errors.iter().find(|error| error.field == name).map(|error| words.field_error(error));
    // A code that is known, of an item of which it does not tell which lot or which piece.
    let tracking = newest.and_then(|scan| view.unknown.iter().find(|code| scan.variant.is_empty() && code.code == scan.code)?.tracking);
    let unsaid = tracking.map(|tracking| words.t(if tracking.is_serial() { "serial-needed" } else { "lot-needed" })).unwrap_or_default();
    let page = Page {
        name: format!("{} {}", view.count.number, view.count.name),
        store: visit.store_by_id(view.count.store).map(|store| store.name.clone()).unwrap_or_default(),
        scan: ScanId::new().to_string(),
        asked: asked.collect(),
        notice,
        said: said.unwrap_or_default(),
        counted: counted.unwrap_or_default(),
        refused: refused("code").unwrap_or_else(|| refusal.why.clone()),
        refused_quantity: refused("quantity").unwrap_or_default(),
        typed: refusal.fields.get("code").trim().to_owned(),
        typed_quantity: refusal.fields.get("quantity").to_owned(),
        typed_unit: refusal.fields.get("unit").to_owned(),
        units: UNITS.iter().map(|unit| words.t(&format!("unit-{unit}.name"))).collect(),
        unsaid,
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
            .map(|line| Line {
                place: line.location.to_string(),
                variant: line.variant.to_string(),
                lot: lot_id(line.lot.as_ref()),
                counted: line.counted.to_string(),
            })
            .collect(),
        scans,
        decimal: words.quantity_input(half()).chars().find(|c| !c.is_ascii_digit()).unwrap_or('.'),
        group: words.quantity(millions()).chars().find(|c| !c.is_ascii_digit()).unwrap_or(','),
        words: moving(words),
        waiting: Plural::ask(|n| words.with("floor-waiting", &[("count", n.into())]), |n| words.count(n)),
    };
    (start, page)
}

/// A lot's id as the phone holds it.
fn lot_id(lot: Option<&LotNamed>) -> String {
    lot.map(|lot| lot.lot.to_string()).unwrap_or_default()
}

/// A half: what stands between its digits is the language's decimal mark.
fn half() -> Quantity {
    "0.5".parse().unwrap_or_default()
}

/// So many that every language groups them.
fn millions() -> Quantity {
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
