//! What this room's pages share: addresses, words for places and items, the store a form is about.

use crate::rate;
use axum::response::Response;
use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use kit::{Choice, Glyph, Mark, Select, StoreName, Tab, ViewTabs};
use leptos::prelude::*;
pub(crate) use lists::address;
use stock_rules::{End, ListLocations, LocationRow};
use vocabulary::{AppError, FieldError, Permission, PlaceKind, PostingId, PostingKind, Said};
use wire::{Fields, Form, PageError, PageState, StoreChoice, Typed, Visit, see_other};
use words::Words;

/// The code of the store the visitor is in.
pub(crate) fn store_code(visit: &Visit) -> Option<String> {
    visit.store.as_ref().map(|store| store.code.clone())
}

/// An address that keeps the store one is in.
pub(crate) fn with_store(path: &str, visit: &Visit) -> String {
    address(path, &[("store", store_code(visit))])
}

/// The store a form is about: the one the visitor is in, else the first. `Err` leads to where a store is opened.
pub(crate) fn form_store(visit: &Visit) -> Result<StoreChoice, Response> {
    visit.store.clone().or_else(|| visit.stores.first().cloned()).ok_or_else(|| see_other("/stock/stores/new"))
}

/// The store of a form that was sent, and what is wrong with it.
pub(crate) struct Sent {
    pub store: StoreChoice,
    /// Which store it is for is not known: the form is shown again, about `store`, and asks.
    pub wrong: Option<FieldError>,
}

/// The store a form that was sent is about: the one chosen in it, else the one of its address. Never guessed: a form that
/// was opened for a store which is gone by now would be booked in another. `Err` leads to where a store is opened.
pub(crate) fn sent_store(visit: &Visit, fields: &Fields) -> Result<Sent, Response> {
    let first = form_store(visit)?;
    let said = which(&visit.stores, visit.store.as_ref(), visit.unknown_store.as_deref(), fields.get("store").trim());
    Ok(said.map_or_else(|wrong| Sent { store: first, wrong: Some(wrong) }, |store| Sent { store: store.clone(), wrong: None }))
}

/// The store that a form's field names, else its address (`here`, or `unknown` where it is none), else the only one.
fn which<'a>(stores: &'a [StoreChoice], here: Option<&'a StoreChoice>, unknown: Option<&str>, chosen: &str) -> Result<&'a StoreChoice, FieldError> {
    if !chosen.is_empty() {
        return stores.iter().find(|store| store.code == chosen).ok_or_else(|| FieldError::new("store", "field-unknown-choice"));
    }
    match (here, unknown, stores) {
        (Some(here), ..) => Ok(here),
        (None, Some(code), _) => Err(FieldError::new("store", "store-unknown").with("store", code)),
        (None, None, [only]) => Ok(only),
        (None, None, _) => Err(FieldError::new("store", "field-unknown-choice")),
    }
}

/// Asks which store a form is for, where that is what is wrong with it.
pub(crate) fn store_field(visit: &Visit, typed: &Typed) -> Option<AnyView> {
    let error = typed.error("store")?;
    let (words, value) = (visit.words, typed.value("store"));
    let choices = visit.stores.iter().map(|store| Choice::new(store.code.clone(), store.name.clone())).collect();
    Some(view! { <Select name="store" label=words.t("store") choices value error prompt=words.t("choose-store") required=true/> }.into_any())
}

/// The other stores the same form could be about; shown only to who is in none.
pub(crate) fn store_tabs(visit: &Visit, path: &str, here: &StoreChoice) -> Option<AnyView> {
    (visit.store.is_none() && visit.unknown_store.is_none() && visit.stores.len() > 1).then(|| {
        let tab = |store: &StoreChoice| Tab::new(store.name.clone(), address(path, &[("store", Some(store.code.clone()))]), store.id == here.id);
        let tabs = visit.stores.iter().map(tab).collect();
        view! { <ViewTabs label=visit.words.t("store") tabs/> }.into_any()
    })
}

/// A form is shown only to who may hand it in.
///
/// # Errors
/// Forbidden.
pub(crate) fn allowed(visit: &Visit, needs: Permission) -> Result<(), PageError> {
    visit.needs(needs)
}

/// A store's name with its mark; empty for one the visitor does not see.
pub(crate) fn store_name(visit: &Visit, store: vocabulary::StoreId) -> AnyView {
    match visit.store_by_id(store) {
        Some(store) => {
            let (name, mark) = (store.name.clone(), Mark(store.mark));
            view! { <StoreName name mark/> }.into_any()
        }
        None => ().into_any(),
    }
}

/// The places of a store that are in use, the default one first.
pub(crate) async fn places(state: &PageState, visit: &Visit, store: &StoreChoice) -> Result<Vec<LocationRow>, PageError> {
    let mut all = all_places(state, visit, store.id).await?.0;
    all.retain(|place| !place.archived);
    all.sort_by_key(|place| !place.is_default);
    Ok(all)
}

/// Most places of a store that are read for one page.
const PLACES: usize = 5_000;

/// The places of a store by code, as many as are read for one page, and whether there are more.
pub(crate) async fn all_places(state: &PageState, visit: &Visit, store: vocabulary::StoreId) -> Result<(Vec<LocationRow>, bool), PageError> {
    let (mut all, mut list) = (Vec::new(), ListLocations::of(store));
    loop {
        let page = state.desk.ask(&visit.actor, list.clone()).await?;
        all.extend(page.locations);
        list.cursor = page.next;
        if list.cursor.is_none() || all.len() >= PLACES {
            return Ok((all, list.cursor.is_some()));
        }
    }
}

/// Places to choose between.
pub(crate) fn place_choices(places: &[LocationRow]) -> Vec<Choice> {
    places.iter().map(|place| Choice::new(place.id.to_string(), place_label(&place.code, &place.name))).collect()
}

/// `F1-02` or `BACK, Back room`.
pub(crate) fn place_label(code: &str, name: &str) -> String {
    if code == name { code.to_owned() } else { format!("{code}, {name}") }
}

/// An item's name with what sets the variant apart.
pub(crate) fn item_label(name: &str, option: &str) -> String {
    if option.is_empty() { name.to_owned() } else { format!("{name}, {option}") }
}

/// An item's name as a link, with what sets the variant apart.
pub(crate) fn item_link(variant: vocabulary::VariantId, name: &str, option: &str) -> impl IntoView + use<> {
    let (href, name, option) = (format!("/catalog/variants/{variant}"), name.to_owned(), option.to_owned());
    view! { <a href=href><bdi>{name}</bdi></a>" "<span class="sub">{option}</span> }
}

/// The sign of a kind of movement.
pub(crate) fn glyph(kind: PostingKind) -> Glyph {
    match kind {
        PostingKind::Opening => Glyph::Boxes,
        PostingKind::Receipt | PostingKind::TransferShip | PostingKind::TransferReceive => Glyph::Truck,
        PostingKind::Sale => Glyph::ShoppingBag,
        PostingKind::SaleReturn | PostingKind::TransferCancel | PostingKind::SupplierReturn => Glyph::Undo2,
        PostingKind::Adjustment => Glyph::Pencil,
        PostingKind::Move => Glyph::ArrowLeftRight,
        PostingKind::StatusChange => Glyph::Layers,
        PostingKind::Count | PostingKind::CountOffset => Glyph::ClipboardCheck,
        PostingKind::Reversal => Glyph::RotateCcw,
    }
}

/// What happened, and why where a reason was given: "Adjusted: Damaged".
pub(crate) fn happened(words: Words, kind: PostingKind, reason: Option<vocabulary::Reason>) -> String {
    match reason {
        Some(reason) => words.with("posting-reason", &[("what", words.posting(kind).into()), ("reason", words.reason(reason).into())]),
        None => words.posting(kind),
    }
}

/// One side of a movement in words: the first place, and how many more.
pub(crate) fn ends(words: Words, visit: &Visit, ends: &[End]) -> String {
    let Some(first) = ends.first() else { return String::new() };
    let place = if first.kind.holds_stock() { words.code(&first.code) } else { words.place(first.kind) };
    // Which store goes without saying where only one is looked at.
    let of_store = visit.store.as_ref().is_none_or(|here| here.id != first.store) && (first.kind.holds_stock() || first.kind == PlaceKind::Transit);
    let mut text = match visit.store_by_id(first.store).filter(|_| of_store && visit.stores.len() > 1) {
        Some(store) => words.with("place-in-store", &[("place", place.into()), ("store", words.code(&store.name).into())]),
        None => place,
    };
    if first.status != vocabulary::Status::Available && first.kind.holds_stock() {
        text = words.with("place-with-status", &[("place", text.into()), ("status", words.status(first.status).into())]);
    }
    if ends.len() > 1 { words.with("place-and-more", &[("place", text.into()), ("count", (ends.len() - 1).into())]) } else { text }
}

/// A lot, or a piece, as it is called beside other things: "Lot A17", "No. 4711".
pub(crate) fn lot_name(words: Words, lot: &stock_rules::LotNamed) -> String {
    words.with(if lot.serial { "lot-named-serial" } else { "lot-named" }, &[("code", words.code(&lot.code).into())])
}

/// A lot or a piece by its name, with its last day.
pub(crate) fn lot_dated(words: Words, lot: &stock_rules::LotNamed) -> String {
    match lot.expires_on {
        Some(last) => words.with("lot-dated", &[("lot", lot_name(words, lot).into()), ("day", words.date(last).into())]),
        None => lot_name(words, lot),
    }
}

/// An item's name with what sets the variant apart, and which lot or piece of it.
pub(crate) fn lot_label(words: Words, name: &str, option_text: &str, lot: Option<&stock_rules::LotNamed>) -> String {
    let name = item_label(name, option_text);
    match lot {
        Some(lot) => item_label(&name, &lot_name(words, lot)),
        None => name,
    }
}

/// Who did it; the system has no name of its own.
pub(crate) fn who(words: Words, name: &str) -> String {
    if name.is_empty() { words.t("actor-system") } else { name.to_owned() }
}

/// A moment as `<input type="datetime-local">` sends it, in the store's time. `Some(None)` when nothing was typed.
pub(crate) fn moment(form: &mut Form<'_>, name: &str, words: Words, zone: chrono_tz::Tz) -> Option<Option<DateTime<Utc>>> {
    let raw = form.raw(name);
    if raw.is_empty() {
        return Some(None);
    }
    let read = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"].iter().find_map(|format| NaiveDateTime::parse_from_str(raw, format).ok());
    let at = read.and_then(|local| zone.from_local_datetime(&local).earliest());
    if at.is_none() {
        form.wrong(FieldError::new(name, "date-not-a-date").with("example", words.date_input(words.today())));
    }
    at.map(|at| Some(at.with_timezone(&Utc)))
}

/// Where "Undo" posts to, for who may undo.
pub(crate) fn undo(visit: &Visit, posting: PostingId) -> Option<String> {
    visit.may(Permission::Reverse).then(|| format!("/stock/postings/{posting}/reverse"))
}

/// Done: on to a page that says so, with "Undo" where something was posted.
pub(crate) async fn finished(visit: &Visit, path: &str, said: Said, posting: Option<PostingId>) -> Response {
    match posting.and_then(|posting| undo(visit, posting)) {
        Some(undo) => visit.done_with_undo(path, said, undo).await,
        None => visit.done(path, said).await,
    }
}

/// What an operation refused as errors of a form with several lines: their fields keep their numbers, an unknown variant
/// is told where the item was typed, and a conflict is an error of the whole form.
///
/// # Errors
/// What is no refusal fails the whole page.
pub(crate) fn refused_lines(error: AppError) -> Result<Vec<FieldError>, PageError> {
    match error {
        AppError::Invalid { mut fields } => {
            for error in &mut fields {
                if let Some(field) = rate::field(&error.field) {
                    error.field = field.to_owned();
                    continue;
                }
                // The form has one name for what a line is about, and one for what it has besides.
                error.field = match error.field.rsplit_once("].") {
                    Some((line, "variant")) => format!("{line}].item"),
                    Some((line, "unit_cost" | "unit_price" | "status")) => format!("{line}].extra"),
                    None if error.field == "lines" => String::from("lines[0].item"),
                    _ => error.field.clone(),
                };
            }
            Ok(fields)
        }
        AppError::Conflict { said } => Ok(vec![FieldError { field: String::from("main"), said }]),
        AppError::Stale => Ok(vec![FieldError::new("main", "error-stale")]),
        other => Err(PageError(other)),
    }
}

/// A number that asks why: the dotted link under a figure.
pub(crate) fn why_label(words: Words, value: &str) -> String {
    words.with("why-number", &[("number", value.into())])
}

/// States to choose between.
pub(crate) fn status_choices(words: Words) -> Vec<Choice> {
    vocabulary::Status::ALL.iter().map(|status| Choice::new(status.tag(), words.status(*status))).collect()
}

/// What each field of this room's forms is called, for the summary of what is wrong.
fn field_word(field: &str) -> Option<&'static str> {
    Some(match field {
        "item" | "variant" => "item",
        "quantity" | "change" | "new_quantity" => "quantity",
        "received" => "arrive-good",
        "damaged" => "arrive-damaged",
        "store" => "store",
        "place" | "location" => "place",
        "from" => "place-from",
        "to" => "place-to",
        "occurred_at" => "when",
        "reason" => "reason",
        "note" | "cancel_note" => "note",
        "code" => "store-code",
        "place_code" => "place-code",
        "name" | "place_name" => "name",
        "zone" => "store-zone",
        "locale" => "language-label",
        "currency" => "store-currency",
        "rate" => "rate-rate",
        "rate_source" => "rate-source",
        "rate_date" => "rate-date",
        "place_kind" => "kind",
        "place_parent" => "place-parent",
        _ => return None,
    })
}

/// Everything that is wrong, each with what it is about: "Line 2, quantity: …". An error of the whole form leads nowhere.
pub(crate) fn summary(words: Words, errors: &[FieldError]) -> Vec<(String, String)> {
    errors.iter().map(|error| (if error.field == "main" { String::new() } else { error.field.clone() }, about(words, error))).collect()
}

fn about(words: Words, error: &FieldError) -> String {
    let said = words.field_error(error);
    let line = error.field.strip_prefix("lines[").and_then(|rest| rest.split_once("]."));
    let number = line.and_then(|(at, _)| at.parse::<usize>().ok());
    let own = line.map_or(error.field.as_str(), |(_, own)| own);
    match (number, field_word(own)) {
        (Some(at), Some(word)) => {
            words.with("error-in-line", &[("number", (at + 1).into()), ("field", words.t(word).into()), ("error", said.into())])
        }
        (Some(at), None) => words.with("error-of-line", &[("number", (at + 1).into()), ("error", said.into())]),
        (None, Some(word)) => words.with("error-in-field", &[("field", words.t(word).into()), ("error", said.into())]),
        (None, None) => said,
    }
}

/// A unit's name: "Piece"; what an item calls its own as it calls it.
pub(crate) fn unit_name(words: Words, unit: &str) -> String {
    if catalog_rules::is_unit(unit) { words.t(&format!("unit-{unit}.name")) } else { unit.to_owned() }
}

/// So many of a unit: "2 cases".
pub(crate) fn in_unit(words: Words, quantity: vocabulary::Quantity, unit: &str) -> String {
    if catalog_rules::is_unit(unit) {
        return words.with(&format!("unit-{unit}"), &[("count", quantity.into())]);
    }
    format!("{} {unit}", words.quantity(quantity))
}

/// What was typed in another unit, and what it comes to: "2 cases = 24".
pub(crate) fn entered_as(words: Words, entered: &stock_rules::EnteredQuantity, word: &str) -> String {
    let typed = in_unit(words, entered.quantity, &entered.unit);
    words.with(word, &[("entered", typed.into()), ("base", words.quantity(entered.base).into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use vocabulary::{Currency, StoreId};

    fn store(code: &str) -> StoreChoice {
        let (name, code) = (code.to_owned(), code.to_owned());
        StoreChoice { id: StoreId::new(), code, name, mark: 0, zone: chrono_tz::UTC, currency: Currency::EUR }
    }

    #[test]
    fn a_form_is_never_booked_in_a_store_it_did_not_name() {
        let stores = [store("LEEDS"), store("YORK")];
        let york = stores.last();
        let said = |here, unknown, chosen| which(&stores, here, unknown, chosen).map(|store| store.code.clone()).map_err(|error| error.said.code);
        assert_eq!(said(york, None, ""), Ok("YORK".into()));
        assert_eq!(said(None, Some("HULL"), ""), Err("store-unknown".into()), "archived since the form was opened");
        assert_eq!(said(None, Some("HULL"), "LEEDS"), Ok("LEEDS".into()), "chosen when it was asked");
        assert_eq!(said(None, Some("HULL"), "HULL"), Err("field-unknown-choice".into()));
        assert_eq!(said(york, None, "LEEDS"), Ok("LEEDS".into()));
        assert_eq!(said(None, None, ""), Err("field-unknown-choice".into()), "of several none is the one that is meant");
        let only = [store("LEEDS")];
        assert_eq!(which(&only, None, None, "").map(|store| store.code.as_str()), Ok("LEEDS"));
        assert!(which(&only, None, Some("HULL"), "").is_err(), "the only one is another too");
    }
}
