//! One reservation: what is promised, shipping it, keeping it alive, letting it go.

use crate::{
    common::{finished, item_link, store_name, who},
    posting::kit_of,
    reservations::{kind_word, state_badge},
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{
    Button, Card, Cell, Code, Column, Columns, Density, DescriptionList, ErrorSummary, Fact, Form as FormView, FormActions, Glyph, PageHead, RowOf,
    Section, Table, Weight, render,
};
use leptos::prelude::*;
use stock_rules::{
    ConvertReservation, ExtendReservation, HOLD_MINUTES, ReleaseReservation, ReservationKind, ReservationSaved, ReservationState, ReservationView,
    ShipReservation, ShowReservation,
};
use vocabulary::{AppError, Ask, FieldError, Key, Operation, Permission, PostingId, Quantity, ReservationId, Said};
use wire::{Fields, Nav, PageDoc, PageError, PageResult, PageState, Posted, Visit};

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(id): Path<String>) -> PageResult {
    let view = load(&state, &visit, &id).await?;
    Ok(page(&visit, &[], &view).into_response())
}

async fn load(state: &PageState, visit: &Visit, id: &str) -> Result<ReservationView, PageError> {
    let reservation: ReservationId = id.parse().map_err(|_| AppError::NotFound)?;
    Ok(state.desk.ask(&visit.actor, ShowReservation { reservation }).await?)
}

/// Hands an operation in, and says what was done, with "Undo" where that is one posting; or shows the page with what is wrong.
async fn act<O>(state: &PageState, posted: &Posted, id: &str, word: &str, of: impl FnOnce(ReservationId, i64) -> O) -> PageResult
where
    O: Operation<Reply = ReservationSaved>,
{
    let Posted { visit, key, fields } = posted;
    let reservation: ReservationId = id.parse().map_err(|_| AppError::NotFound)?;
    let operation = of(reservation, fence(fields));
    let errors = match state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await {
        Ok(saved) => {
            // Of several stores each posting has its own page.
            let one: Option<PostingId> = saved.postings.first().copied().filter(|_| saved.postings.len() == 1);
            return Ok(finished(visit, &format!("/stock/reservations/{id}"), Said::new(word), one).await);
        }
        Err(AppError::Invalid { fields }) => fields.into_iter().map(|wrong| FieldError { field: String::new(), ..wrong }).collect(),
        Err(AppError::Conflict { said }) => vec![FieldError { field: String::new(), said }],
        Err(AppError::Stale) => vec![FieldError::new("", "error-stale")],
        Err(other) => return Err(other.into()),
    };
    let view = load(state, visit, id).await?;
    Ok(page(visit, &errors, &view).refused().into_response())
}

fn fence(fields: &Fields) -> i64 {
    fields.get("fence").parse().unwrap_or_default()
}

pub(crate) async fn ship(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    act(&state, &posted, &id, "reservation-done-shipped", |reservation, fence| ShipReservation {
        reservation,
        fence,
        lines: Vec::new(),
        channel: None,
        note: String::new(),
    })
    .await
}

pub(crate) async fn release(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    act(&state, &posted, &id, "reservation-done-released", |reservation, fence| ReleaseReservation { reservation, fence }).await
}

pub(crate) async fn extend(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    act(&state, &posted, &id, "reservation-done-extended", |reservation, fence| ExtendReservation { reservation, fence, minutes: Some(HOLD_MINUTES) })
        .await
}

pub(crate) async fn convert(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    act(&state, &posted, &id, "reservation-done-converted", |reservation, fence| ConvertReservation { reservation, fence }).await
}

fn page(visit: &Visit, errors: &[FieldError], view: &ReservationView) -> PageDoc {
    let words = visit.words;
    let title = words.with("reservation-heading", &[("code", words.code(&view.head.code).into())]);
    let heading = title.clone();
    let body = render(|| {
        let sub = view! { <span class="row">{words.t(kind_word(view.head.kind))}{state_badge(words, view.head.state)}</span> };
        let summary = crate::common::summary(words, errors);
        let note = (!view.note.is_empty()).then(|| view! { <p class="below-3">{view.note.clone()}</p> });
        let (lines, acts, side) = (lines(visit, view), acts(visit, view), facts(visit, view));
        view! {
            <PageHead title=heading sub=sub/>
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            <Columns side=side>
                <Section title=words.t("lines") id="lines">{note}{lines}</Section>
                {acts}
            </Columns>
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock").under(words.t("reservations-title"), "/stock/reservations")
}

fn lines(visit: &Visit, view: &ReservationView) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("sku", words.t("item-sku")),
        Column::new("item", words.t("item")),
        Column::new("store", words.t("store")),
        Column::num("quantity", words.t("reservation-wanted")),
        Column::num("shipped", words.t("reservation-shipped")),
        Column::num("open", words.t("promised")),
    ];
    let number = |quantity: Quantity| Cell::num(words.quantity(quantity), quantity.is_zero());
    let rows = view
        .lines
        .iter()
        .map(|line| {
            RowOf::new(vec![
                Cell::new(view! { <Code value=line.sku.clone()/> }).class("sub"),
                Cell::head(view! { {item_link(line.variant, &line.name, &line.option_text)} {kit_of(visit, &view.kits, line.line)} }),
                Cell::new(store_name(visit, line.store)),
                number(line.quantity),
                number(line.shipped),
                number(line.open).class("lead"),
            ])
        })
        .collect();
    let caption = words.with("lines-caption", &[("what", words.code(&view.head.code).into())]);
    view! { <Table caption columns rows density=Density::Compact/> }
}

/// What may be done while something of it is promised.
fn acts(visit: &Visit, view: &ReservationView) -> Option<impl IntoView + use<>> {
    let words = visit.words;
    if !visit.may(Permission::Sell) || view.head.state != ReservationState::Active {
        return None;
    }
    let act = |path: &str, word: &str, weight: Weight, icon: Glyph| {
        let (action, csrf, key) =
            (format!("/stock/reservations/{}/{path}", view.head.reservation), visit.token.clone(), Key::random().as_str().to_owned());
        let hidden = vec![(String::from("fence"), view.head.fence.to_string())];
        let label = words.t(word);
        view! { <FormView action csrf idempotency=key hidden class="inline"><Button label weight icon/></FormView> }
    };
    let hold = view.head.kind == ReservationKind::Hold;
    let ship = act("ship", "reservation-do-ship", Weight::Primary, Glyph::Truck);
    let convert = hold.then(|| act("convert", "reservation-do-convert", Weight::Secondary, Glyph::Lock));
    let extend = hold.then(|| act("extend", "reservation-do-extend", Weight::Secondary, Glyph::Clock));
    let release = act("release", "reservation-do-release", Weight::Danger, Glyph::Undo2);
    Some(view! {
        <Section title=words.t("reservation-acts") id="acts">
            <p class="mute below-3">{words.t("reservation-acts.hint")}</p>
            <FormActions>{ship}{convert}{extend}{release}</FormActions>
        </Section>
    })
}

fn facts(visit: &Visit, view: &ReservationView) -> impl IntoView + use<> {
    let words = visit.words;
    let head = &view.head;
    let mut facts = vec![Fact::new(words.t("reservation-made"), words.date_time(head.created_at)), Fact::new(words.t("who"), who(words, &head.who))];
    if let Some(channel) = head.channel {
        facts.push(Fact::new(words.t("reserve-channel"), words.channel(channel)));
    }
    if let Some(at) = head.expires_at {
        facts.push(Fact::new(words.t("reservation-expires"), words.date_time(at)));
    }
    if !head.reference.is_empty() {
        let value = head.reference.clone();
        facts.push(Fact::new(words.t("reservation-reference"), view! { <Code value/> }));
    }
    if !view.postings.is_empty() {
        let links = view.postings.iter().enumerate().map(|(at, posting)| {
            let (href, label) = (format!("/stock/postings/{posting}"), words.with("reservation-posting", &[("number", (at + 1).into())]));
            view! { <div><a href=href>{label}</a></div> }
        });
        facts.push(Fact::new(words.t("transfer-booked"), links.collect_view()));
    }
    view! { <Card title=words.t("details") id="facts"><DescriptionList facts start=true/></Card> }
}
