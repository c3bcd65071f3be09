//! One transfer: what is on its way, taking in what arrived, calling it back.

use crate::{
    common::{address, glyph, happened, item_link, moment, place_choices, places, store_name, who},
    told,
    transfers::state_badge,
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{
    ActionBar, Button, Cell, Checkbox, Code, Column, Columns, Density, ErrorSummary, Event, FieldRow, Form as FormView, Glyph, Hidden, Input,
    OnPhone, PageHead, RowOf, Section, Select, Table, TextArea, Weight, render,
};
use leptos::prelude::*;
use lists::history::{Face, timeline};
use stock_rules::{ArrivedLine, CancelTransfer, LocationRow, NOTE_MAX, ReceiveTransfer, ShowTransfer, TransferLine, TransferView};
use vocabulary::{AppError, Ask, FieldError, Key, Permission, Quantity, Said, TransferId};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit};

/// A transfer with the receiver's places.
struct Shown {
    view: TransferView,
    places: Vec<LocationRow>,
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(id): Path<String>) -> PageResult {
    let shown = load(&state, &visit, &id).await?;
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], &shown).into_response())
}

async fn load(state: &PageState, visit: &Visit, id: &str) -> Result<Shown, PageError> {
    let transfer: TransferId = id.parse().map_err(|_| AppError::NotFound)?;
    let view = state.desk.ask(&visit.actor, ShowTransfer { transfer }).await?;
    let places = match visit.store_by_id(view.head.to) {
        Some(store) if view.head.state.is_open() => places(state, visit, store).await?,
        _ => Vec::new(),
    };
    Ok(Shown { view, places })
}

/// Takes in what arrived.
pub(crate) async fn receive(State(state): State<PageState>, Path(id): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let shown = load(&state, &visit, &id).await?;
    let outcome = match read(&visit, &fields, &shown) {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(saved) => {
            let said = Said::new(if saved.state.is_open() { "transfer-done-partly" } else { "transfer-done" }).with("code", saved.code.as_str());
            let path = format!("/stock/transfers/{id}");
            Ok(crate::common::finished(&visit, &path, said, saved.postings.first().copied()).await)
        }
        Err(error) => refuse(&state, &visit, &key, &fields, &id, error).await,
    }
}

/// Calls the transfer back.
pub(crate) async fn cancel(State(state): State<PageState>, Path(id): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let transfer: TransferId = id.parse().map_err(|_| AppError::NotFound)?;
    let mut form = Form::new(visit.words, &fields);
    let note = form.optional_text("cancel_note", NOTE_MAX);
    let outcome = match form.finish(note) {
        Ok(note) => state.desk.run(Ask::new(&visit.actor, key.clone(), CancelTransfer { transfer, note })).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(saved) => Ok(visit.done(&format!("/stock/transfers/{id}"), Said::new("cancel-done").with("code", saved.code.as_str())).await),
        Err(error) => refuse(&state, &visit, &key, &fields, &id, error).await,
    }
}

async fn refuse(state: &PageState, visit: &Visit, key: &Key, fields: &Fields, id: &str, error: AppError) -> PageResult {
    let mut errors = match error {
        AppError::Invalid { fields } => fields,
        AppError::Conflict { said } => vec![FieldError { field: String::new(), said }],
        AppError::Stale => vec![FieldError::new("", "error-stale")],
        other => return Err(other.into()),
    };
    for error in &mut errors {
        if error.field == "lines" {
            error.field = String::from("lines[0].received");
        }
    }
    let shown = load(state, visit, id).await?;
    Ok(page(visit, key, fields, &errors, &shown).refused().into_response())
}

/// Lines of which something is on its way, in the form's order.
fn open_lines(view: &TransferView) -> impl Iterator<Item = &TransferLine> {
    view.lines.iter().filter(|line| line.left().is_positive())
}

fn read(visit: &Visit, fields: &Fields, shown: &Shown) -> Result<ReceiveTransfer, Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    let mut lines = Vec::new();
    for at in 0..shown.view.lines.len() {
        let name = |field: &str| format!("lines[{at}].{field}");
        if !fields.has(&name("line")) {
            break;
        }
        let number = form.choice::<i32>(&name("line"));
        let received = form.optional_quantity(&name("received"));
        let damaged = form.optional_quantity(&name("damaged"));
        if let (Some(line), Some(received), Some(damaged)) = (number, received, damaged) {
            lines.push(ArrivedLine { line, received: received.unwrap_or_default(), damaged: damaged.unwrap_or_default() });
        }
    }
    let location = form.optional_choice("location");
    let note = form.optional_text("note", NOTE_MAX);
    let zone = visit.store_by_id(shown.view.head.to).map_or(chrono_tz::UTC, |store| store.zone);
    let at = moment(&mut form, "occurred_at", visit.words, zone);
    let transfer = shown.view.head.transfer;
    let close = fields.has("close");
    let operation = location.zip(note).zip(at).map(|((location, note), occurred_at)| ReceiveTransfer {
        transfer,
        location,
        lines,
        close,
        reason: None,
        note,
        occurred_at,
    });
    form.finish(operation)
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], shown: &Shown) -> PageDoc {
    let words = visit.words;
    let view = &shown.view;
    let title = words.with("transfer-heading", &[("code", words.code(&view.head.code).into())]);
    let typed = Typed::new(words, fields, errors);
    let may = visit.may(Permission::Transfer) && view.head.state.is_open();
    let heading = title.clone();
    let body = render(|| {
        let sub = sub(visit, view);
        let summary = crate::common::summary(words, errors);
        let note = (!view.note.is_empty()).then(|| view! { <p class="below-3">{view.note.clone()}</p> });
        let lines = lines(visit, view);
        let (arrive, back) = (may.then(|| arrive(visit, key, &typed, shown)), may.then(|| back(visit, &typed, view)));
        let side = booked(visit, view);
        view! {
            <PageHead title=heading sub=sub/>
            {told::transfer(visit, &view.head).tabs(visit, Face::Overview)}
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            <Columns side=side>
                <Section title=words.t("lines") id="lines">{note}{lines}</Section>
                {arrive}
                {back}
            </Columns>
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock").under(words.t("transfers-title"), "/stock/transfers")
}

fn sub(visit: &Visit, view: &TransferView) -> impl IntoView + use<> {
    let words = visit.words;
    let (from, to, state) = (store_name(visit, view.head.from), store_name(visit, view.head.to), state_badge(words, view.head.state));
    let sent = words.with("transfer-sent-by", &[("date", words.day(view.head.shipped_at).into()), ("name", who(words, &view.head.who).into())]);
    view! { <span class="row">{from}<kit::Icon name=Glyph::ArrowRight class="icon-dir"/>{to}{state}<span>{sent}</span></span> }
}

fn lines(visit: &Visit, view: &TransferView) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("sku", words.t("item-sku")),
        Column::new("item", words.t("item")),
        Column::num("shipped", words.t("transfer-quantity")),
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

/// The form that takes in what arrived. Unless something else is typed, all that is on its way did.
fn arrive(visit: &Visit, key: &Key, typed: &Typed, shown: &Shown) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("item", words.t("item")),
        Column::num("received", words.t("arrive-good")),
        Column::num("damaged", words.t("arrive-damaged")),
    ];
    let first_time = !typed.has("lines[0].line");
    let rows = open_lines(&shown.view)
        .enumerate()
        .map(|(at, line)| {
            let name = |field: &str| format!("lines[{at}].{field}");
            let field = |field: &str, word: &str, value: String| {
                let (name, label) = (name(field), words.with("line-field", &[("field", words.t(word).into()), ("number", (at + 1).into())]));
                let error = typed.error(&name);
                Cell::new(view! { <Input name label value error numeric=true hide_label=true/> })
            };
            let value = |field: &str, otherwise: String| if first_time { otherwise } else { typed.value(&name(field)) };
            let (hidden, number) = (name("line"), line.line.to_string());
            let head = view! { <Hidden name=hidden value=number/>{item_link(line.variant, &line.name, &line.option_text)} };
            RowOf::new(vec![
                Cell::head(head).class("line-item"),
                field("received", "arrive-good", value("received", words.quantity_input(line.left()))),
                field("damaged", "arrive-damaged", value("damaged", String::new())),
            ])
        })
        .collect();
    let (action, csrf, key) = (format!("/stock/transfers/{}/receive", shown.view.head.transfer), visit.token.clone(), key.as_str().to_owned());
    let choices = place_choices(&shown.places);
    let (location, location_error) = (typed.value("location"), typed.error("location"));
    let (note, note_error, at, at_error) = (typed.value("note"), typed.error("note"), typed.value("occurred_at"), typed.error("occurred_at"));
    let close = typed.has("close");
    view! {
        <Section title=words.t("arrive-title") id="arrive">
            <FormView action csrf idempotency=key>
                <Table caption=words.t("arrive-caption") columns rows density=Density::Roomy phone=OnPhone::RecordsInTwos class="table-lines"/>
                <Checkbox name="close" label=words.t("arrive-close") hint=words.t("arrive-close.hint") checked=close/>
                <FieldRow>
                    <Select name="location" label=words.t("place-to") choices value=location error=location_error prompt=words.t("place-default")/>
                    <Input name="occurred_at" kind="datetime-local" label=words.t("when") value=at error=at_error optional=words.t("optional") hint=words.t("when-hint")/>
                    <TextArea name="note" label=words.t("note") value=note error=note_error optional=words.t("optional") rows=2 maxlength=500_u32/>
                </FieldRow>
                <ActionBar words=view! { {words.t("arrive-effect")} }><Button label=words.t("arrive-do") weight=Weight::Primary/></ActionBar>
            </FormView>
        </Section>
    }
}

fn back(visit: &Visit, typed: &Typed, view: &TransferView) -> impl IntoView + use<> {
    let words = visit.words;
    let (action, csrf, key) = (format!("/stock/transfers/{}/cancel", view.head.transfer), visit.token.clone(), Key::random().as_str().to_owned());
    let (value, error) = (typed.value("cancel_note"), typed.error("cancel_note"));
    view! {
        <Section title=words.t("cancel-title") id="cancel">
            <p class="mute below-3">{words.t("cancel-effect")}</p>
            <FormView action csrf idempotency=key>
                <TextArea name="cancel_note" label=words.t("reverse-why") value error optional=words.t("optional") rows=2 maxlength=500_u32/>
                <kit::FormActions><Button label=words.t("cancel-do") weight=Weight::Danger icon=Glyph::Undo2/></kit::FormActions>
            </FormView>
        </Section>
    }
}

/// What was written in the books for it, the latest first.
fn booked(visit: &Visit, view: &TransferView) -> impl IntoView + use<> {
    let words = visit.words;
    let events = view
        .postings
        .iter()
        .rev()
        .map(|head| {
            let (href, what) = (format!("/stock/postings/{}", head.posting), happened(words, head.kind, head.reason));
            let detail = words.with("history-detail", &[("who", who(words, &head.who).into()), ("when", words.date_time(head.occurred_at).into())]);
            Event::new(glyph(head.kind), view! { <a href=href>{what}</a> }).detail(view! { {detail} })
        })
        .collect();
    let store = visit.store_by_id(view.head.to).map(|store| store.code.clone());
    let href = address("/stock/movements", &[("store", store), ("kind", Some(String::from("transfer_receive")))]);
    view! {
        <kit::Card title=words.t("transfer-booked") id="booked" actions=view! { <a class="small" href=href>{words.t("movements-title")}</a> }>
            {timeline(words.t("transfer-booked"), events)}
        </kit::Card>
    }
}
