//! What a scanned or typed code means: straight on where it means one thing, a choice where it means several, and what
//! can be done where nobody knows it.

use crate::common::{address, price, query, state_mark};
use axum::{
    extract::{RawQuery, State},
    response::IntoResponse,
};
use catalog_rules::{ResolveScan, Resolved, ScannedBy, ScannedVariant};
use kit::{Cell, Code, Column, Empty, Glyph, LinkButton, Notice, PageHead, RowOf, SearchBox, Table, Tone, Toolbar, Weight, render};
use leptos::prelude::*;
use vocabulary::{AppError, Gtin, Permission, escape};
use wire::{Nav, PageDoc, PageResult, PageState, Visit, see_other};

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, raw: RawQuery) -> PageResult {
    let code = query(&raw).get("code").to_owned();
    if code.trim().is_empty() {
        return Ok(page(&visit, &code, Found::Nothing).into_response());
    }
    let store = visit.store.as_ref().map(|store| store.id);
    let found = match desk.desk.ask(&visit.actor, ResolveScan { code: code.clone(), store }).await {
        Ok(Resolved::Variant { of }) => {
            let path = format!("/catalog/items/{}", of.variant.item);
            return Ok(see_other(&address(&path, &visit, &[("variant", &of.variant.variant.to_string())])));
        }
        Ok(Resolved::Location { location, store, .. }) => {
            // In the shelf's own store, wherever one was.
            return Ok(see_other(&match visit.store_by_id(store) {
                Some(store) => format!("/stock/stores/{}/places/{location}", escape(&store.code)),
                // A store that was put away has no page to go to, but what moved there is kept.
                None => format!("/stock/movements?location={location}"),
            }));
        }
        Ok(Resolved::Several { choices }) => Found::Several(choices),
        Ok(Resolved::Container { sscc }) => Found::Other("scan-container", sscc),
        Ok(Resolved::Command { command }) => Found::Other("scan-command", command),
        Ok(Resolved::Unknown { code, gtin, expected_digit }) => Found::Unknown(code, gtin, expected_digit),
        Err(AppError::Invalid { .. }) => Found::Unreadable,
        Err(other) => return Err(other.into()),
    };
    Ok(page(&visit, &code, found).into_response())
}

enum Found {
    Nothing,
    Several(Vec<ScannedVariant>),
    /// It is something, but nothing that this page shows: a message, and the code.
    Other(&'static str, String),
    Unknown(String, Option<Gtin>, Option<u8>),
    Unreadable,
}

fn page(visit: &Visit, code: &str, found: Found) -> PageDoc {
    let words = visit.words;
    let typed = code.to_owned();
    let body = render(move || {
        let answer = match found {
            Found::Nothing => view! { <Empty title=words.t("scan-nothing") text=words.t("scan-nothing.hint") icon=Glyph::ScanBarcode/> }.into_any(),
            Found::Several(choices) => several(visit, choices).into_any(),
            Found::Other(message, code) => {
                let code = words.code(&code);
                view! { <Notice tone=Tone::Info>{words.with(message, &[("code", code.into())])}</Notice> }.into_any()
            }
            Found::Unknown(code, gtin, digit) => unknown(visit, &code, gtin, digit).into_any(),
            Found::Unreadable => view! { <Notice tone=Tone::Warn>{words.t("scan-unreadable")}</Notice> }.into_any(),
        };
        view! {
            <PageHead title=words.t("scan-title")/>
            <Toolbar label=words.t("scan-code")><SearchBox action="/catalog/scan" label=words.t("scan-code") name="code" value=typed go=words.t("action-search") placeholder=words.t("scan-code")/></Toolbar>
            {answer}
        }
    });
    PageDoc::new(words.t("scan-title"), Nav::Catalog, body).under(words.t("items-title"), address("/catalog/items", visit, &[]))
}

fn several(visit: &Visit, choices: Vec<ScannedVariant>) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("sku", words.t("item-sku")),
        Column::new("name", words.t("item")),
        Column::new("by", words.t("scan-by")),
        Column::num("price", words.t("item-price")),
        Column::new("state", words.t("item-state")),
    ];
    let rows = choices
        .into_iter()
        .map(|choice| {
            let by = match &choice.by {
                ScannedBy::Gtin => words.t("scan-by-gtin"),
                ScannedBy::Barcode => words.t("scan-by-barcode"),
                ScannedBy::Sku => words.t("item-sku"),
                ScannedBy::SupplierCode { supplier } => words.with("scan-by-supplier", &[("supplier", supplier.as_str().into())]),
            };
            let hit = choice.variant;
            let href = address(&format!("/catalog/items/{}", hit.item), visit, &[("variant", &hit.variant.to_string())]);
            RowOf::new(vec![
                Cell::new(view! { <Code value=hit.sku/> }).class("sub"),
                Cell::head(view! { <a href=href><bdi>{hit.name}</bdi></a> " " <span class="sub"><bdi>{hit.option_text}</bdi></span> }),
                Cell::new(by).class("sub"),
                Cell::num(price(visit, hit.price), false),
                Cell::new(state_mark(words, hit.state)),
            ])
        })
        .collect();
    view! {
        <Notice tone=Tone::Info>{words.t("scan-several")}</Notice>
        <Table caption=words.t("scan-several") columns rows/>
    }
}

/// Nothing is guessed and nothing dropped: what it could be, and the ways on.
fn unknown(visit: &Visit, code: &str, gtin: Option<Gtin>, digit: Option<u8>) -> impl IntoView + use<> {
    let words = visit.words;
    let shown = words.code(code);
    let hint = match digit {
        Some(digit) => words.with("scan-check-digit", &[("expected", i64::from(digit).into())]),
        None => words.t("scan-unknown.hint"),
    };
    // A code with a wrong check digit is a slip: it is no name for anything.
    let new = (digit.is_none() && visit.may(Permission::CatalogWrite)).then(|| {
        let barcode = gtin.map_or_else(|| code.to_owned(), |gtin| gtin.to_string());
        let href = address("/catalog/items/new", visit, &[("barcode", &barcode)]);
        view! { <LinkButton label=words.t("scan-new-item") href icon=Glyph::Plus weight=Weight::Primary/> }
    });
    let search = address("/catalog/items", visit, &[("q", code)]);
    view! {
        <Empty
            title=words.with("scan-unknown", &[("code", shown.into())])
            text=hint
            icon=Glyph::CircleHelp
            actions=view! { {new} <LinkButton label=words.t("scan-search") href=search icon=Glyph::Search/> }
        />
    }
}
