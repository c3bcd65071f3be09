//! One transfer: what is on its way, what arrived, and what was written in the books for it.

use crate::{
    common::{address, glyph, happened, item_link, places, store_name, who},
    told, transfer_arrive, transfer_back,
    transfers::{state_badge, surplus_badge},
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{Badge, Cell, Code, Column, Columns, Density, ErrorSummary, Event, Glyph, PageHead, RowOf, Section, Table, Tone, render};
use leptos::prelude::*;
use lists::history::{Face, timeline};
use stock_rules::{LocationRow, ShowTransfer, TransferState, TransferStep, TransferView};
use vocabulary::{AppError, FieldError, Key, Permission, PostingKind, Quantity, TransferId};
use wire::{Fields, Nav, PageDoc, PageError, PageResult, PageState, Typed, Visit};

/// A transfer with the receiver's places.
pub(crate) struct Shown {
    pub view: TransferView,
    pub places: Vec<LocationRow>,
}

impl Shown {
    /// More may turn up of what has arrived.
    fn takes_more(&self) -> bool {
        self.view.head.state == TransferState::Received
    }
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(id): Path<String>) -> PageResult {
    let shown = load(&state, &visit, &id).await?;
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], &shown).into_response())
}

pub(crate) async fn load(state: &PageState, visit: &Visit, id: &str) -> Result<Shown, PageError> {
    let transfer: TransferId = id.parse().map_err(|_| AppError::NotFound)?;
    let view = state.desk.ask(&visit.actor, ShowTransfer { transfer }).await?;
    let shown = Shown { view, places: Vec::new() };
    let places = match visit.store_by_id(shown.view.head.to) {
        Some(store) if shown.view.head.state.is_open() || shown.takes_more() => places(state, visit, store).await?,
        _ => Vec::new(),
    };
    Ok(Shown { places, ..shown })
}

/// The page again, with what was typed and what is wrong with it.
pub(crate) async fn refuse(state: &PageState, visit: &Visit, key: &Key, fields: &Fields, id: &str, errors: Vec<FieldError>) -> PageResult {
    let shown = load(state, visit, id).await?;
    Ok(page(visit, key, fields, &errors, &shown).refused().into_response())
}

/// What an operation on a transfer refused, as errors of the form; somebody else may have been quicker.
///
/// # Errors
/// What is no refusal fails the whole page.
pub(crate) fn errors_of(error: AppError) -> Result<Vec<FieldError>, PageError> {
    match error {
        AppError::Invalid { fields } => Ok(fields),
        AppError::Conflict { said } => Ok(vec![FieldError { field: String::new(), said }]),
        AppError::Stale => Ok(vec![FieldError::new("", "error-stale")]),
        other => Err(other.into()),
    }
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], shown: &Shown) -> PageDoc {
    let words = visit.words;
    let view = &shown.view;
    let title = words.with("transfer-heading", &[("code", words.code(&view.head.code).into())]);
    let typed = Typed::new(words, fields, errors);
    let may = visit.may(Permission::Transfer);
    let heading = title.clone();
    let body = render(|| {
        let sub = sub(visit, view);
        let summary = crate::common::summary(words, errors);
        let note = (!view.note.is_empty()).then(|| view! { <p class="below-3">{view.note.clone()}</p> });
        let lines = lines(visit, view);
        let open = may && view.head.state.is_open();
        let arrive = open.then(|| transfer_arrive::form(visit, key, &typed, shown));
        let back = open.then(|| transfer_back::form(visit, &typed, view));
        let more = (may && shown.takes_more()).then(|| transfer_arrive::more(visit, key, &typed, shown));
        let side = booked(visit, view);
        view! {
            <PageHead title=heading sub=sub/>
            {told::transfer(visit, &view.head).tabs(visit, Face::Overview)}
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            <Columns side=side>
                <Section title=words.t("lines") id="lines">{note}{lines}</Section>
                {arrive}
                {more}
                {back}
            </Columns>
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock").under(words.t("transfers-title"), "/stock/transfers")
}

fn sub(visit: &Visit, view: &TransferView) -> impl IntoView + use<> {
    let words = visit.words;
    let (from, to, state) = (store_name(visit, view.head.from), store_name(visit, view.head.to), state_badge(words, view.head.state));
    let more = surplus_badge(words, &view.head);
    let sent = words.with("transfer-sent-by", &[("date", words.day(view.head.shipped_at).into()), ("name", who(words, &view.head.who).into())]);
    view! { <span class="row">{from}<kit::Icon name=Glyph::ArrowRight class="icon-dir"/>{to}{state}{more}<span>{sent}</span></span> }
}

fn lines(visit: &Visit, view: &TransferView) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("sku", words.t("item-sku")),
        Column::new("item", words.t("item")),
        Column::num("shipped", words.t("transfer-quantity")),
        Column::num("surplus", words.t("transfer-surplus")),
        Column::num("received", words.t("transfer-arrived")),
        Column::num("damaged", words.t("transfer-damaged")),
        Column::num("missing", words.t("transfer-missing")),
        Column::num("returned", words.t("transfer-returned")),
        Column::num("left", words.t("transfer-left")),
    ];
    let caption = words.with("lines-caption", &[("what", words.code(&view.head.code).into())]);
    let number = |quantity: Quantity| Cell::num(words.quantity(quantity), quantity.is_zero());
    let rows = view
        .lines
        .iter()
        .map(|line| {
            RowOf::new(vec![
                Cell::new(view! { <Code value=line.sku.clone()/> }).class("sub"),
                Cell::head(item_link(line.variant, &line.name, &line.option_text)),
                number(line.shipped),
                number(line.surplus),
                number(line.received),
                number(line.damaged),
                number(line.missing),
                number(line.returned),
                number(line.left()).class("lead"),
            ])
        })
        .collect();
    view! { <Table caption columns rows density=Density::Compact/> }
}

/// What was written in the books for it, the latest first: what, how much, why, who and when; and where it is undone.
fn booked(visit: &Visit, view: &TransferView) -> impl IntoView + use<> {
    let words = visit.words;
    let events = view.steps.iter().rev().map(|step| event(visit, step)).collect();
    let store = visit.store_by_id(view.head.to).map(|store| store.code.clone());
    let href = address("/stock/movements", &[("store", store), ("kind", Some(String::from("transfer_receive")))]);
    view! {
        <kit::Card title=words.t("transfer-booked") id="booked" actions=view! { <a class="small" href=href>{words.t("movements-title")}</a> }>
            {timeline(words.t("transfer-booked"), events)}
        </kit::Card>
    }
}

fn event(visit: &Visit, step: &TransferStep) -> Event {
    let (words, head) = (visit.words, &step.posting);
    let (href, what) = (format!("/stock/postings/{}", head.posting), happened(words, head.kind, head.reason));
    let quantity = words.quantity(step.quantity);
    let detail = words.with("history-detail", &[("who", who(words, &head.who).into()), ("when", words.date_time(head.occurred_at).into())]);
    let note = (!head.note.is_empty()).then(|| view! { <p class="below-0">{head.note.clone()}</p> });
    let undone = step.taken_back.then(|| view! { " " <Badge label=words.t("posting-undone") tone=Tone::Warn icon=Glyph::RotateCcw/> });
    // What was sent is called back on the transfer itself; a counter-entry is never taken back.
    let own = matches!(head.kind, PostingKind::Reversal | PostingKind::TransferShip);
    let undo = (visit.may(Permission::Reverse) && !own && !step.taken_back).then(|| {
        let href = format!("{href}#undo");
        view! { " " <a href=href>{words.t("reverse-title")}</a> }
    });
    Event::new(glyph(head.kind), view! { <a href=href>{what}</a> " " <span class="num">{quantity}</span> {undone} })
        .detail(view! { {detail} {undo} {note} })
}
