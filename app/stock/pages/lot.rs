//! One lot, or one piece: who has it, where it came from and where it went, in one page and one file; holding it, calling it
//! back, letting it go.

use crate::{
    common::{address, ends, happened, item_link, place_label, store_name, who},
    lot_forms,
    lots::badge,
    movements::{columns as movement_columns, table as movement_table},
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{
    Card, Cell, Column, Columns, Density, DescriptionList, Empty, ErrorSummary, Fact, Glyph, LinkButton, PageHead, RowOf, Section, Table, render,
};
use leptos::prelude::*;
use lists::{ListFile, split};
use stock_rules::{ListMovements, LotPlace, LotView, MovementRow, ShowLot};
use vocabulary::{AppError, Cursor, FieldError, Key, LotId, Page, Permission, PlaceKind, Quantity, Status};
use wire::{Fields, Nav, PageDoc, PageError, PageResult, PageState, Visit};
use words::Words;

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(lot): Path<String>) -> PageResult {
    let shown = Shown::load(&state, &visit, &lot).await?;
    Ok(page(&visit, &Fields::default(), &[], &shown).into_response())
}

/// A lot with the latest of its movements.
pub(crate) struct Shown {
    pub lot: LotView,
    latest: Page<MovementRow>,
}

impl Shown {
    pub(crate) async fn load(state: &PageState, visit: &Visit, lot: &str) -> Result<Self, PageError> {
        let lot: LotId = lot.parse().map_err(|_| AppError::NotFound)?;
        let view = state.desk.ask(&visit.actor, ShowLot { lot }).await?;
        let latest = state.desk.ask(&visit.actor, ListMovements { lot: Some(lot), ..ListMovements::default() }).await?;
        Ok(Self { lot: view, latest })
    }
}

pub(crate) fn page(visit: &Visit, fields: &Fields, errors: &[FieldError], shown: &Shown) -> PageDoc {
    let words = visit.words;
    let head = &shown.lot.head;
    let title = words.with(if head.serial { "lot-heading-serial" } else { "lot-heading" }, &[("code", words.code(&head.code).into())]);
    let heading = title.clone();
    let body = render(|| {
        let item = item_link(head.variant, &head.name, &head.option_text);
        let sub = view! { <span class="row">{item}{badge(words, head)}</span> };
        let summary = lot_forms::summary(words, fields, errors);
        let note = head.note.clone();
        let note = (!note.is_empty()).then(|| view! { <kit::Notice tone=kit::Tone::Warn>{note}</kit::Notice> });
        let file = format!("/stock/lots/{}/export.csv", head.lot);
        let worth = visit.may(Permission::ValueRead).then(|| {
            let href = address("/stock/value", &[("lot", Some(head.lot.to_string()))]);
            view! { <LinkButton label=words.t("value-of-it") href icon=Glyph::Scale/> }
        });
        let actions = view! { {worth} <LinkButton label=words.t("lot-file") href=file icon=Glyph::Download/> };
        let side = view! { {facts(words, &shown.lot)}{lot_forms::view(visit, fields, errors, head)} };
        let (places, flows, story) = (places(visit, &shown.lot), flows(visit, &shown.lot), story(visit, shown));
        view! {
            <PageHead title=heading sub=sub actions=actions/>
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            {note}
            <Columns side=side>
                <Section title=words.t("lot-where") id="where">{places}</Section>
                <Section title=words.t("lot-flows") id="flows">{flows}</Section>
                <Section title=words.t("lot-story") id="story">{story}</Section>
            </Columns>
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock").under(words.t("lots-title"), "/stock/lots")
}

fn facts(words: Words, lot: &LotView) -> impl IntoView + use<> {
    let head = &lot.head;
    let number = |quantity: Quantity| words.quantity(quantity);
    let mut facts = vec![
        Fact::new(words.t("on-hand"), number(head.on_hand)),
        Fact::new(words.t("available"), number(head.available)),
        Fact::new(words.t("in-transit"), number(head.in_transit)),
    ];
    facts.extend(head.expires_on.map(|day| Fact::new(words.t("lot-expires"), words.date(day))));
    facts.extend(head.made_on.map(|day| Fact::new(words.t("lot-made"), words.date(day))));
    view! { <Card title=words.t("details") id="facts"><DescriptionList facts start=true/></Card> }
}

/// The state of what is at a place, with the ways out where it may not be sold.
fn ways_out(visit: &Visit, lot: &LotView, place: &LotPlace) -> Option<AnyView> {
    let words = visit.words;
    let store = visit.store_by_id(place.store)?.code.clone();
    if !place.kind.holds_stock() || place.status == Status::Available {
        return None;
    }
    let at = |path: &str| {
        let (variant, location) = (lot.head.variant.to_string(), place.location.to_string());
        address(path, &[("store", Some(store.clone())), ("variant", Some(variant)), ("location", Some(location))])
    };
    let back = visit.may(Permission::Receive).then(|| view! { <a href=at("/stock/return")>{words.t("supplier-return-do")}</a>" " });
    let away = visit.may(Permission::Adjust).then(|| view! { <a href=at("/stock/adjust")>{words.t("lot-write-off")}</a> });
    Some(view! { <span class="row small">{back}{away}</span> }.into_any())
}

fn places(visit: &Visit, lot: &LotView) -> impl IntoView + use<> {
    let words = visit.words;
    if lot.places.is_empty() {
        return view! { <Empty title=words.t("lot-nowhere") text=words.t("lot-nowhere.hint") icon=Glyph::Boxes/> }.into_any();
    }
    let columns = vec![
        Column::new("store", words.t("store")),
        Column::new("place", words.t("place")),
        Column::new("status", words.t("status")),
        Column::num("on_hand", words.t("on-hand")),
        Column::new("do", words.t("lot-ways-out")).hide_label(),
    ];
    let rows = lot
        .places
        .iter()
        .map(|place| {
            let at = if place.kind == PlaceKind::Transit { words.place(place.kind) } else { place_label(&place.code, &place.name) };
            RowOf::new(vec![
                Cell::new(store_name(visit, place.store)),
                Cell::head(at),
                Cell::new(words.status(place.status)),
                Cell::num(words.quantity(place.on_hand), place.on_hand.is_zero()).class("lead"),
                Cell::new(ways_out(visit, lot, place)),
            ])
        })
        .collect();
    view! { <Table caption=words.t("lot-where-caption") columns rows density=Density::Compact/> }.into_any()
}

fn flows(visit: &Visit, lot: &LotView) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("store", words.t("store")),
        Column::new("end", words.t("lot-flow-end")),
        Column::num("came", words.t("lot-came")),
        Column::num("went", words.t("lot-went")),
    ];
    let rows = lot
        .flows
        .iter()
        .map(|flow| {
            RowOf::new(vec![
                Cell::new(store_name(visit, flow.store)),
                Cell::head(words.place(flow.kind)),
                Cell::num(words.quantity(flow.came), flow.came.is_zero()),
                Cell::num(words.quantity(flow.went), flow.went.is_zero()),
            ])
        })
        .collect();
    let more = lot.more.then(|| view! { <p class="small mute">{words.t("lot-flows-more")}</p> });
    view! { <Table caption=words.t("lot-flows-caption") columns rows density=Density::Compact/>{more} }
}

fn story(visit: &Visit, shown: &Shown) -> impl IntoView + use<> {
    let words = visit.words;
    let href = address("/stock/movements", &[("lot", Some(shown.lot.head.lot.to_string()))]);
    let more = shown.latest.next.is_some().then(|| view! { <p><a href=href>{words.t("movements-older")}</a></p> });
    view! { {movement_table(visit, false, &shown.latest.rows, words.t("lot-story-caption"))}{more} }
}

/// All that moved of it, newest first, as one file: who brought it, where it was, and on which receipts it went.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, Path(lot): Path<String>) -> PageResult {
    let lot: LotId = lot.parse().map_err(|_| AppError::NotFound)?;
    let head = state.desk.ask(&visit.actor, ShowLot { lot }).await?.head;
    let words = visit.words;
    let file = ListFile::named(&visit, "lot")?;
    let columns = split(movement_columns(words, true), "item", &[words.t("item-sku"), words.t("item"), words.t("lot")]);
    let columns = split(columns, "what", &[words.t("movements-what"), words.t("posting-reference")]);
    let columns = split(columns, "where", &[words.t("place-from"), words.t("place-to")]);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, visit, code) = (state.desk.clone(), visit.clone(), head.code.clone());
        let list = ListMovements { lot: Some(lot), cursor, ..ListMovements::default() };
        async move {
            let page = desk.ask(&visit.actor, list).await?;
            let rows = page.rows.iter().map(|row| {
                let end = if row.change.is_negative() { row.from.first() } else { row.to.first() };
                vec![
                    row.posted_at.to_rfc3339(),
                    row.sku.clone(),
                    crate::common::item_label(&row.name, &row.option_text),
                    code.clone(),
                    happened(words, row.kind, row.reason),
                    row.reference.clone(),
                    ends(words, &visit, &row.from),
                    ends(words, &visit, &row.to),
                    row.quantity.to_string(),
                    end.and_then(|end| end.after).map(|after| after.to_string()).unwrap_or_default(),
                    who(words, &row.who),
                ]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns, ask).await
}

/// A key for each form of the page: what was answered to one is not the other's.
pub(crate) fn key() -> String {
    Key::random().as_str().to_owned()
}
