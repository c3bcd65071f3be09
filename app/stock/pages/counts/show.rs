//! A count: its places, who is where, what is unknown; for those who count a way to the floor.

use super::{deal, tone, unknown};
use crate::{
    common::{store_name, who},
    told,
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{
    Badge, Button, Cell, Code, Column, Dialog, DialogLeave, Form as FormView, Glyph, LinkButton, Num, PageHead, RowOf, Section, Size, State as Mark,
    Steps, Table, Tally, TallyRow, Tone, Weight, render,
};
use leptos::prelude::*;
use lists::history::Face;
use stock_rules::{CancelCount, CountPerson, CountState, CountView, PlaceRow, ShowCount, SubmitCount};
use vocabulary::{AppError, Ask, CountId, Key, Permission, Said};
use wire::{Nav, PageDoc, PageError, PageResult, PageState, Posted, Visit};
use words::Words;

pub(super) async fn show(State(state): State<PageState>, visit: Visit, Path(count): Path<CountId>) -> PageResult {
    let view = state.desk.ask(&visit.actor, ShowCount { count }).await?;
    let people = deal::people(&state, &visit, &view).await?;
    Ok(page(&visit, view, &people).into_response())
}

pub(super) async fn submit(State(state): State<PageState>, Path(count): Path<CountId>, Posted { visit, key, .. }: Posted) -> PageResult {
    let to = format!("/stock/counts/{count}");
    match state.desk.run(Ask::new(&visit.actor, key, SubmitCount { count })).await {
        Ok(_) if visit.may(Permission::CountReview) => Ok(visit.done(&format!("{to}/review"), Said::new("count-submit-done")).await),
        Ok(_) => Ok(visit.done(&to, Said::new("count-submit-done")).await),
        Err(AppError::Conflict { said }) => Ok(visit.done(&to, said).await),
        Err(error) => Err(PageError(error)),
    }
}

pub(super) async fn cancel(State(state): State<PageState>, Path(count): Path<CountId>, Posted { visit, key, .. }: Posted) -> PageResult {
    match state.desk.run(Ask::new(&visit.actor, key, CancelCount { count })).await {
        Ok(_) => Ok(visit.done("/stock/counts", Said::new("count-cancel-done")).await),
        Err(AppError::Conflict { said }) => Ok(visit.done(&format!("/stock/counts/{count}"), said).await),
        Err(error) => Err(PageError(error)),
    }
}

fn page(visit: &Visit, view: CountView, people: &[CountPerson]) -> PageDoc {
    let title = view.count.name.clone();
    let body = render(|| body(visit, view, people));
    PageDoc::new(title, Nav::Counts, body).under(visit.words.t("nav-counts"), "/stock/counts")
}

/// The way of a count, for its head.
pub(super) fn steps(words: Words, state: CountState) -> impl IntoView + use<> {
    let at = match state {
        CountState::Open | CountState::Counting | CountState::Cancelled => 0,
        CountState::Review => 1,
        CountState::Posted => 3,
    };
    let steps = ["count-step-counted", "count-step-review", "count-step-posted"].map(|step| words.t(step)).to_vec();
    view! { <Steps label=words.t("count-steps") steps at/> }
}

fn body(visit: &Visit, view: CountView, people: &[CountPerson]) -> impl IntoView + use<> {
    let words = visit.words;
    let count = view.count.clone();
    let counting = matches!(count.state, CountState::Open | CountState::Counting);
    let may_count = visit.may(Permission::Count) && (counting || count.asked > 0);
    let floor = may_count.then(|| {
        view! { <LinkButton label=words.t("count-go-floor") href=format!("/floor/counts/{}", count.id) icon=Glyph::ScanBarcode weight=Weight::Primary size=Size::Floor/> }
    });
    let submit = (count.state == CountState::Counting && visit.may(Permission::Count)).then(|| {
        let (csrf, key) = (visit.token.clone(), Key::random().as_str().to_owned());
        let action = format!("/stock/counts/{}/submit", count.id);
        let left = count.places - count.places_finished;
        if left > 0 {
            return submit_anyway(words, action, csrf, key, left).into_any();
        }
        view! { <FormView action csrf idempotency=key><Button label=words.t("count-submit") icon=Glyph::Check/></FormView> }.into_any()
    });
    let review = (visit.may(Permission::CountReview) && (!counting || !count.blind) && count.state != CountState::Cancelled)
        .then(|| view! { <LinkButton label=words.t("count-review-go") href=format!("/stock/counts/{}/review", count.id) icon=Glyph::Scale/> });
    let cancel = (visit.may(Permission::CountReview) && !matches!(count.state, CountState::Posted | CountState::Cancelled))
        .then(|| cancel_view(visit, count.id));
    let state = words.t(&format!("count-state-{}", count.state.tag()));
    let planned = words.with("count-planned-by", &[("name", who(words, &count.planned_by).into()), ("day", words.day(count.planned_at).into())]);
    let blind = count.blind.then(|| view! { " " <Badge label=words.t("count-is-blind") icon=Glyph::Lock/> });
    let second = count.second_count.then(|| view! { " " <Badge label=words.t("count-plan-second") icon=Glyph::RotateCcw/> });
    let empty = count.empty_places.then(|| view! { " " <Badge label=words.t("programme-kind-empty-places") icon=Glyph::CircleHelp/> });
    let sub = view! {
        <Code value=count.number.clone()/>
        " · "
        {store_name(visit, count.store)}
        " · "
        {planned}
        " "
        <Badge label=state tone=tone(count.state)/>
        {blind}
        {second}
        {empty}
    };
    let finished = words.with("count-places-done", &[("done", count.places_finished.into()), ("total", count.places.into())]);
    let mut tallies = vec![
        Tally::new(words.t("count-lines"), words.count(count.counted)).icon(Glyph::Check),
        Tally::new(words.t("count-places"), finished).icon(Glyph::Layers),
    ];
    if count.asked > 0 {
        tallies.push(Tally::new(words.t("count-to-recount"), words.count(count.asked)).icon(Glyph::RotateCcw));
    }
    if !view.unknown.is_empty() {
        tallies.push(Tally::new(words.t("count-unknown"), words.count(i64::try_from(view.unknown.len()).unwrap_or(0))).icon(Glyph::CircleHelp));
    }
    let unknown =
        (!view.unknown.is_empty()).then(|| unknown::section(visit, count.id, &view.unknown, !counting || visit.may(Permission::CountReview)));
    let table = places(words, &view);
    let deal = deal::form(visit, &view, people);
    let counted = counted(visit, &view);
    view! {
        <PageHead title=count.name.clone() sub actions=steps(words, count.state)/>
        {told::count(visit, &count).tabs(visit, Face::Overview)}
        <div class="row below-5">{floor} {submit} {review} {cancel}</div>
        <TallyRow tallies/>
        <Section title=words.t("count-places") id="places" class="above-6">{table}</Section>
        {unknown}
        {counted}
        {deal}
    }
}

/// Most lines of which something can be noted from here: the latest.
const NOTED: usize = 50;

/// What was counted last, each with where something can be noted about it.
fn counted(visit: &Visit, view: &CountView) -> AnyView {
    let words = visit.words;
    if view.lines.is_empty() || !visit.may(Permission::Count) {
        return ().into_any();
    }
    let columns = vec![
        Column::new("item", words.t("item")),
        Column::new("place", words.t("count-place")),
        Column::num("counted", words.t("count-counted")),
        Column::new("note", words.t("evidence-title")).hide_label(),
    ];
    let rows = view
        .lines
        .iter()
        .take(NOTED)
        .map(|line| {
            let place = view.places.iter().find(|place| place.location == line.location).map(|place| place.code.clone()).unwrap_or_default();
            let of = super::line::Of { count: view.count.id, location: line.location, variant: line.variant };
            let label = words.with("evidence-of", &[("item", line.name.as_str().into())]);
            RowOf::new(vec![
                Cell::head(crate::common::item_link(line.variant, &line.name, &line.option_text)),
                Cell::new(view! { <Code value=place/> }).class("sub"),
                Cell::num(words.quantity(line.counted), line.counted.is_zero()),
                Cell::new(view! { <a href=of.path() aria-label=label>{words.t("evidence-link")}</a> }),
            ])
        })
        .collect();
    view! { <Section title=words.t("count-counted-last") id="counted" class="above-6"><Table caption=words.t("count-counted-caption") columns rows/></Section> }
        .into_any()
}

fn places(words: Words, view: &CountView) -> impl IntoView + use<> {
    let columns = vec![
        Column::new("code", words.t("count-place")),
        Column::new("name", words.t("name")),
        Column::num("lines", words.t("count-lines")),
        Column::new("who", words.t("count-deal-who")),
        Column::new("state", words.t("count-state")),
    ];
    let state = |place: &PlaceRow| match place.finished_at {
        Some(at) => {
            let label = words.with("count-place-finished", &[("name", place.finished_by.as_str().into()), ("time", words.time(at).into())]);
            view! { <Mark label tone=Tone::Ok/> }.into_any()
        }
        None if place.counted > 0 => view! { <Mark label=words.t("count-state-counting") tone=Tone::Info icon=Glyph::Clock/> }.into_any(),
        None => view! { <span class="mute">{words.t("count-place-open")}</span> }.into_any(),
    };
    let rows = view
        .places
        .iter()
        .map(|place| {
            RowOf::new(vec![
                Cell::head(view! { <Code value=place.code.clone()/> }),
                Cell::new(if place.name == place.code { String::new() } else { place.name.clone() }),
                Cell::new(view! { <Num value=words.count(place.counted) zero=place.counted == 0/> }),
                Cell::new(view! { <bdi>{place.assigned.clone()}</bdi> }).class("sub"),
                Cell::new(state(place)),
            ])
        })
        .collect();
    view! { <Table caption=words.t("count-places-caption") columns rows/> }
}

/// Cancelling asks first: what was counted is of no use afterwards.
/// Sends in what is not done yet: that is asked first.
fn submit_anyway(words: Words, action: String, csrf: String, key: String, left: i64) -> impl IntoView + use<> {
    let actions = view! {
        <DialogLeave label=words.t("count-cancel-not") dialog="submit-count"/>
        <FormView action csrf idempotency=key><Button label=words.t("count-submit-anyway") weight=Weight::Primary/></FormView>
    };
    view! {
        <Button label=words.t("count-submit") icon=Glyph::Check opens="submit-count"/>
        <Dialog id="submit-count" title=words.with("count-submit-title", &[("count", left.into())]) close=words.t("action-close") actions>
            <p>{words.t("count-submit-text")}</p>
        </Dialog>
    }
}

fn cancel_view(visit: &Visit, count: CountId) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key) = (visit.token.clone(), Key::random().as_str().to_owned());
    let actions = view! {
        <DialogLeave label=words.t("count-cancel-not") dialog="cancel-count"/>
        <FormView action=format!("/stock/counts/{count}/cancel") csrf idempotency=key>
            <Button label=words.t("count-cancel") weight=Weight::Destroy/>
        </FormView>
    };
    view! {
        <Button label=words.t("count-cancel") weight=Weight::Quiet opens="cancel-count"/>
        <Dialog id="cancel-count" title=words.t("count-cancel-title") close=words.t("action-close") actions>
            <p>{words.t("count-cancel-text")}</p>
        </Dialog>
    }
}
