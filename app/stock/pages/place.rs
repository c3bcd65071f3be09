//! One place: what lies there.

use crate::{
    common::{address, item_label, item_link, place_label, why_label},
    store::of_code,
};
use axum::{
    extract::{Path, Query, State},
    response::IntoResponse,
};
use kit::{
    Badge, Cell, Code, Column, Density, Empty, Glyph, LinkButton, Num, OnPhone, PageHead, Pager, RowOf, Section, Size, Tab, Table, ViewTabs, Weight,
    render,
};
use leptos::prelude::*;
use lists::ListFile;
use serde::Deserialize;
use stock_rules::{Held, ListPlaceStock, LocationName, LocationView, PlaceStockRow, ShowLocation, StoreRow};
use vocabulary::{AppError, Cursor, LocationId, Page, Permission};
use wire::{Nav, PageDoc, PageError, PageResult, PageState, Visit};
use words::Words;

#[derive(Default, Deserialize)]
pub(crate) struct Ask {
    /// `here`: without the places in it.
    only: Option<String>,
    cursor: Option<String>,
}

/// A place, and what of it is looked at.
struct Shown {
    store: StoreRow,
    view: LocationView,
    list: ListPlaceStock,
}

impl Shown {
    async fn load(state: &PageState, visit: &Visit, (code, id): (String, String), ask: &Ask) -> Result<Self, PageError> {
        let store = of_code(state, visit, &code).await?;
        let location: LocationId = id.parse().map_err(|_| AppError::NotFound)?;
        let view = state.desk.ask(&visit.actor, ShowLocation { location }).await?;
        // What an address says of both must be true.
        if view.place.store != store.id {
            return Err(AppError::NotFound.into());
        }
        let below = ask.only.as_deref() != Some("here");
        let list = ListPlaceStock { location, below, cursor: ask.cursor.as_deref().and_then(Cursor::decode) };
        Ok(Self { store, view, list })
    }

    fn name(&self) -> String {
        place_label(&self.view.place.code, &self.view.place.name)
    }

    /// Whether other places are in it: then what lies in it may lie in one of those.
    fn has_places(&self) -> bool {
        !self.view.count.is_none()
    }

    fn at(&self, below: bool, cursor: Option<&Cursor>) -> String {
        let only = (!below).then(|| String::from("here"));
        address(&place_path(&self.store.code, self.view.place.id), &[("only", only), ("cursor", cursor.map(Cursor::encode))])
    }

    /// Its store as an address names it; one that was put away is nowhere to be.
    fn store_code(&self) -> Option<String> {
        (!self.store.archived).then(|| self.store.code.clone())
    }
}

/// Where a place's page is.
pub(crate) fn place_path(store: &str, place: LocationId) -> String {
    format!("/stock/stores/{store}/places/{place}")
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(of): Path<(String, String)>, Query(ask): Query<Ask>) -> PageResult {
    let shown = Shown::load(&state, &visit, of, &ask).await?;
    let page = state.desk.ask(&visit.actor, shown.list.clone()).await?;
    let (words, store) = (visit.words, format!("/stock/stores/{}", shown.store.code));
    let body = render(|| body(&visit, &shown, &page));
    let mut doc = PageDoc::new(shown.name(), Nav::Stock, body)
        .under(words.t("nav-stock"), "/stock")
        .under(words.t("stores-title"), "/stock/stores")
        .under(shown.store.name.clone(), store);
    for above in &shown.view.above {
        doc = doc.under(place_label(&above.code, &above.name), place_path(&shown.store.code, above.location));
    }
    Ok(doc.into_response())
}

fn body(visit: &Visit, shown: &Shown, page: &Page<PlaceStockRow>) -> impl IntoView + use<> {
    let words = visit.words;
    let tabs = shown.has_places().then(|| {
        let tab = |word: &str, below: bool| Tab::new(words.t(word), shown.at(below, None), shown.list.below == below);
        view! { <ViewTabs label=words.t("table-views") tabs=vec![tab("place-with-inside", true), tab("place-only-here", false)]/> }
    });
    let next = page.next.as_ref().map(|cursor| shown.at(shown.list.below, Some(cursor)));
    let back = shown.list.cursor.is_some().then(|| shown.at(shown.list.below, None));
    let rows = if page.rows.is_empty() { nothing(visit, shown, next.is_some()).into_any() } else { table(words, shown, &page.rows).into_any() };
    view! {
        <PageHead title=shown.name() sub=sub(words, shown) actions=actions(visit, shown)/>
        {tabs}
        <Section title=words.t("place-stock") id="stock" actions=file(visit, shown)>{rows}</Section>
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
        {inside(words, shown)}
    }
}

fn sub(words: Words, shown: &Shown) -> impl IntoView + use<> {
    let place = &shown.view.place;
    let (kind, code) = (words.place(place.kind), place.scan_code.clone());
    let state = place.archived.then(|| view! { <Badge label=words.t("state-archived") line=true/> });
    view! { <span class="row"><span>{kind}</span><Code value=code/>{state}</span> }
}

fn actions(visit: &Visit, shown: &Shown) -> impl IntoView + use<> {
    let words = visit.words;
    let place = &shown.view.place;
    let to = |path: &str, name: &'static str| address(path, &[("store", shown.store_code()), (name, Some(place.id.to_string()))]);
    let link = |word: &str, href: String, icon: Glyph| {
        let label = words.t(word);
        view! { <LinkButton label href icon/> }
    };
    let open = !place.archived && !shown.store.archived;
    let count =
        (open && visit.may(Permission::CountReview)).then(|| link("place-count", to("/stock/counts/new", "locations"), Glyph::ClipboardCheck));
    let shift = (open && visit.may(Permission::Move)).then(|| link("place-move", to("/stock/move", "from"), Glyph::ArrowLeftRight));
    let label = (open && visit.may(Permission::LabelPrint)).then(|| link("place-label", to("/notify/labels", "location"), Glyph::Printer));
    let movements = link("movements-title", to("/stock/movements", "location"), Glyph::History);
    view! { {movements} {label} {count} {shift} }
}

/// The list as a file, for who may take it along.
fn file(visit: &Visit, shown: &Shown) -> impl IntoView + use<> {
    let words = visit.words;
    visit.may(Permission::Export).then(|| {
        let only = (!shown.list.below).then(|| String::from("here"));
        let href = address(&format!("{}/export.csv", place_path(&shown.store.code, shown.view.place.id)), &[("only", only)]);
        view! { <LinkButton label=words.t("action-export") href size=Size::Small weight=Weight::Quiet icon=Glyph::Download download=true/> }
    })
}

/// Where the list goes on, it was not gone through to its end.
fn nothing(visit: &Visit, shown: &Shown, goes_on: bool) -> impl IntoView + use<> {
    let words = visit.words;
    if goes_on {
        let found = "place-nothing-so-far";
        return view! { <Empty title=words.t(found) text=words.t(&format!("{found}.hint")) icon=Glyph::Search/> }.into_any();
    }
    let open = !shown.view.place.archived && !shown.store.archived;
    let actions = (open && visit.may(Permission::Receive)).then(|| {
        let href = address("/stock/receive", &[("store", shown.store_code()), ("location", Some(shown.view.place.id.to_string()))]);
        view! { <LinkButton label=words.t("receive-title") href icon=Glyph::Truck/> }
    });
    view! { <Empty title=words.t("place-empty") text=words.t("place-empty.hint") icon=Glyph::Boxes actions/> }.into_any()
}

/// All columns there are; which place it is goes without saying where it is this one.
fn columns(words: Words, with_place: bool) -> Vec<Column> {
    let mut columns = vec![Column::new("sku", words.t("item-sku")), Column::new("item", words.t("item")).fixed()];
    if with_place {
        columns.push(Column::new("place", words.t("place")));
    }
    columns.extend([
        Column::new("status", words.t("status")),
        Column::num("on-hand", words.t("on-hand")),
        Column::new("moved", words.t("count-last-moved")),
    ]);
    columns
}

fn table(words: Words, shown: &Shown, rows: &[PlaceStockRow]) -> impl IntoView + use<> {
    let with_place = shown.list.below && shown.has_places();
    let caption = words.with("place-stock-caption", &[("place", shown.name().into())]);
    let rows = rows.iter().flat_map(|row| row.held.iter().map(move |held| line(words, shown, row, held, with_place))).collect();
    view! { <Table caption columns=columns(words, with_place) rows density=Density::Compact phone=OnPhone::RecordsInTwos/> }
}

fn line(words: Words, shown: &Shown, row: &PlaceStockRow, held: &Held, with_place: bool) -> RowOf {
    let (value, zero) = (words.quantity(held.on_hand), held.on_hand.is_zero());
    let bad = if held.on_hand.is_negative() { "bad" } else { "" };
    let label = why_label(words, &value);
    let number = match &held.at {
        Some(at) => {
            let why = address(
                "/stock/why",
                &[
                    ("variant", Some(row.variant.to_string())),
                    ("location", Some(at.location.to_string())),
                    ("status", Some(held.status.tag().to_owned())),
                ],
            );
            view! { <Num value why why_label=label zero class=bad/> }.into_any()
        }
        // Each place has a story of its own: where they are says which.
        None => view! { <Num value zero class=bad/> }.into_any(),
    };
    let mut cells =
        vec![Cell::new(view! { <Code value=row.sku.clone()/> }).class("sub"), Cell::head(item_link(row.variant, &row.name, &row.option_text))];
    if with_place {
        let (said, href) = place(words, shown, row, held);
        cells.push(Cell::new(view! { <a href=href>{said}</a> }));
    }
    cells.extend([
        Cell::new(words.status(held.status)).class("sub"),
        Cell::new(number),
        Cell::new(words.date_time(held.moved_at)).class("sub tnum nowrap"),
    ]);
    RowOf::new(cells)
}

/// The place where it lies, or how many those are, and where they are told.
fn place(words: Words, shown: &Shown, row: &PlaceStockRow, held: &Held) -> (String, String) {
    match &held.at {
        Some(at) => (place_label(&at.code, &at.name), place_path(&shown.store.code, at.location)),
        None => {
            let why = address("/stock/why", &[("variant", Some(row.variant.to_string())), ("store", shown.store_code())]);
            (words.with("place-in-places", &[("count", held.places.into())]), format!("{why}#where"))
        }
    }
}

/// The places in it.
fn inside(words: Words, shown: &Shown) -> impl IntoView + use<> {
    shown.has_places().then(|| {
        let columns = vec![Column::new("code", words.t("place"))];
        let rows = shown.view.inside.iter().map(|place| inside_row(&shown.store.code, place)).collect();
        let caption = words.with("place-inside-caption", &[("place", shown.name().into())]);
        let more = (shown.view.count.more || usize::try_from(shown.view.count.count).is_ok_and(|count| count > shown.view.inside.len())).then(|| {
            let (text, href) = (words.t("place-inside-more"), format!("/stock/stores/{}#places", shown.store.code));
            view! { <p class="small"><a href=href>{text}</a></p> }
        });
        let actions = view! { <span class="small mute tnum">{words.counted(shown.view.count)}</span> };
        view! { <Section title=words.t("place-inside") id="inside" actions><Table caption columns rows density=Density::Compact/>{more}</Section> }
    })
}

fn inside_row(store: &str, place: &LocationName) -> RowOf {
    let (href, label) = (place_path(store, place.location), place_label(&place.code, &place.name));
    RowOf::new(vec![Cell::head(view! { <a href=href>{label}</a> })])
}

/// The list as a file.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, Path(of): Path<(String, String)>, Query(ask): Query<Ask>) -> PageResult {
    let shown = Shown::load(&state, &visit, of, &ask).await?;
    let words = visit.words;
    let file = ListFile::named(&visit, &format!("{}-{}", shown.store.code, shown.view.place.code))?;
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor, list) = (state.desk.clone(), visit.actor.clone(), ListPlaceStock { cursor, ..shown.list.clone() });
        async move {
            let page = desk.ask(&actor, list).await?;
            let rows = page.rows.iter().flat_map(|row| {
                row.held.iter().map(move |held| {
                    let at = held.at.as_ref().map_or_else(|| words.with("place-in-places", &[("count", held.places.into())]), |at| at.code.clone());
                    let item = item_label(&row.name, &row.option_text);
                    vec![row.sku.clone(), item, at, words.status(held.status), held.on_hand.to_string(), held.moved_at.to_rfc3339()]
                })
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns(words, true), ask).await
}
