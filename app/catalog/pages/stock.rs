//! What the stores have of an item: by place where one variant is looked at, by store where there are several.

use crate::common::{address, price, state_mark};
use catalog_rules::{ItemView, PlaceStock, StoreHas, VariantView};
use kit::{Cell, Code, Column, Density, Mark, Num, OnPhone, RowOf, StoreName, Table};
use leptos::prelude::*;
use vocabulary::{Quantity, Status};
use wire::{StoreChoice, Visit};

/// Stores side by side; with more only their sum is shown.
const SIDE_BY_SIDE: usize = 4;

/// Where one variant is: each store with its places, and the sum of all.
pub(crate) fn by_place(visit: &Visit, item: &ItemView, variant: &VariantView) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("place", words.t("item-place")),
        Column::num("on-hand", words.t("on-hand")),
        Column::num("promised", words.t("promised")),
        Column::num("available", words.t("available")),
    ];
    let mut rows = Vec::new();
    for store in shown(visit) {
        let has = variant.stores.iter().find(|has| has.store == store.id);
        rows.push(store_row(visit, variant, store, has));
        let places: Vec<&PlaceStock> = item.places.iter().filter(|place| place.store == store.id && !place.on_hand.is_zero()).collect();
        rows.extend(places.into_iter().map(|place| place_row(visit, store, place)));
    }
    let foot = (visit.stores.len() > 1 && visit.store.is_none() && !variant.stores.is_empty()).then(|| {
        let sum = |of: fn(&StoreHas) -> Quantity| variant.stores.iter().map(of).sum::<Quantity>();
        let cell = |value: Quantity| Cell::num(words.quantity(value), value.is_zero());
        RowOf::new(vec![
            Cell::head(words.t("store-all")),
            cell(sum(|has| has.on_hand)),
            cell(sum(|has| has.promised)),
            cell(sum(|has| has.available)),
        ])
    });
    view! { <Table caption=words.t("item-stock-caption") columns rows foot density=Density::Compact phone=OnPhone::Scroll/> }
}

/// The stores that a page is about.
fn shown(visit: &Visit) -> Vec<&StoreChoice> {
    visit.stores.iter().filter(|store| visit.store.as_ref().is_none_or(|here| here.id == store.id)).collect()
}

fn store_row(visit: &Visit, variant: &VariantView, store: &StoreChoice, has: Option<&StoreHas>) -> RowOf {
    let words = visit.words;
    let (name, mark) = (store.name.clone(), Mark(store.mark));
    // Never had here is not nought, and says so.
    let unknown = has.is_none().then(|| view! { " " <span class="small sub">{words.t("not-known-here")}</span> });
    let mut cells = vec![Cell::head(view! { <StoreName name mark/> {unknown} }).class("medium")];
    match has {
        Some(has) => cells.extend([
            Cell::new(why(visit, variant, store, has.on_hand)).class("medium"),
            Cell::num(words.quantity(has.promised), has.promised.is_zero()),
            Cell::num(words.quantity(has.available), has.available.is_zero()).class("lead"),
        ]),
        None => cells.extend([Cell::empty(), Cell::empty(), Cell::empty()]),
    }
    RowOf::new(cells).class("subtotal")
}

fn place_row(visit: &Visit, store: &StoreChoice, place: &PlaceStock) -> RowOf {
    let words = visit.words;
    let status = (place.status != Status::Available).then(|| view! { " " <span class="warn">{words.status(place.status)}</span> });
    // Isolated from each other: a name may run the other way than a code. A store's first place is named as the store.
    let name = (place.name != place.code && place.name != store.name).then(|| view! { <bdi>{place.name.clone()}</bdi> " · " });
    // What is on its way here stands in no place that has a code.
    let place_name = if place.kind.holds_stock() {
        let href = format!("/stock/stores/{}/places/{}", vocabulary::escape(&store.code), place.location);
        view! { {name} <Code value=place.code.clone() href/> }.into_any()
    } else {
        view! { {words.place(place.kind)} }.into_any()
    };
    RowOf::new(vec![
        Cell::head(view! { {place_name} {status} }).class("sub indent"),
        Cell::num(words.quantity(place.on_hand), place.on_hand.is_zero()),
        Cell::empty(),
        Cell::empty(),
    ])
}

/// A number on hand, and the way to what it is made of.
pub(crate) fn why(visit: &Visit, variant: &VariantView, store: &StoreChoice, on_hand: Quantity) -> impl IntoView + use<> {
    let words = visit.words;
    let value = words.quantity(on_hand);
    let label = words.with("why-number", &[("number", value.as_str().into())]);
    let href = format!("/stock/why?variant={}&store={}", variant.variant, vocabulary::escape(&store.code));
    view! { <Num value why=href why_label=label zero=on_hand.is_zero()/> }
}

/// All variants with what each store has of them.
pub(crate) fn by_variant(visit: &Visit, item: &ItemView, variants: &[&VariantView]) -> impl IntoView + use<> {
    let words = visit.words;
    let stores = shown(visit);
    let stores = if stores.len() > SIDE_BY_SIDE { Vec::new() } else { stores };
    let mut columns =
        vec![Column::new("variant", words.t("item-variant")), Column::new("sku", words.t("item-sku")), Column::num("price", words.t("item-price"))];
    // On a phone each figure stands under its column's word: that is the store.
    columns.extend(stores.iter().map(|store| Column::num("on-hand", store.name.clone())));
    columns.push(Column::num("available", words.t("available")));
    columns.push(Column::new("state", words.t("item-state")));
    let rows = variants
        .iter()
        .map(|variant| {
            let href = address(&format!("/catalog/items/{}", item.item), visit, &[("variant", &variant.variant.to_string())]);
            let name = if variant.option_text.is_empty() { variant.sku.clone() } else { variant.option_text.clone() };
            let mut cells = vec![
                Cell::head(view! { <a href=href><bdi>{name}</bdi></a> }),
                Cell::new(view! { <Code value=variant.sku.clone()/> }).class("sub"),
                Cell::num(price(visit, variant.price), false),
            ];
            for store in &stores {
                let has = variant.stores.iter().find(|has| has.store == store.id);
                let cell = has.map_or_else(Cell::empty, |has| Cell::new(why(visit, variant, store, has.on_hand)));
                cells.push(cell);
            }
            let of: Vec<Quantity> =
                variant.stores.iter().filter(|has| visit.store.as_ref().is_none_or(|here| here.id == has.store)).map(|has| has.available).collect();
            let sum: Quantity = of.iter().copied().sum();
            let available = if of.is_empty() { Cell::empty() } else { Cell::num(words.quantity(sum), sum.is_zero()) };
            cells.push(available.class("lead"));
            cells.push(Cell::new(state_mark(words, variant.state)));
            RowOf::new(cells)
        })
        .collect();
    view! { <Table caption=words.t("item-variants-stock") columns rows density=Density::Compact phone=OnPhone::Records/> }
}
