//! Finishing a shelf: what was not scanned there is asked for, never taken as zero.

use super::floor::{back, new_key, on_floor};
use axum::{
    extract::{Path, Query, State},
    response::IntoResponse,
};
use kit::{Button, Choice, Code, Form as FormView, Glyph, Icon, Notice, Segmented, Size, Weight, render};
use leptos::prelude::*;
use serde::Deserialize;
use stock_rules::{CountView, FinishPlace, ListUncounted, PlaceAnswer, PlaceRow, ShowCount, Uncounted, UncountedAnswer, UncountedName};
use vocabulary::{AppError, Ask, CountId, LocationId};
use wire::{Fields, Frame, Nav, PageDoc, PageError, PageResult, PageState, Posted, Visit};

#[derive(Deserialize)]
pub(super) struct At {
    place: LocationId,
}

async fn load(state: &PageState, visit: &Visit, count: CountId, place: LocationId) -> Result<(CountView, PlaceRow, Uncounted), PageError> {
    let actor = on_floor(visit);
    let view = state.desk.ask(&actor, ShowCount { count }).await?;
    let at = view.places.iter().find(|one| one.location == place).cloned().ok_or(PageError(AppError::NotFound))?;
    let missing = state.desk.ask(&actor, ListUncounted { count, location: place }).await?;
    Ok((view, at, missing))
}

pub(super) async fn show(State(state): State<PageState>, visit: Visit, Path(count): Path<CountId>, Query(at): Query<At>) -> PageResult {
    let (view, place, missing) = load(&state, &visit, count, at.place).await?;
    Ok(page(&visit, &view, &place, &missing, &Fields::default(), "").into_response())
}

pub(super) async fn submit(State(state): State<PageState>, Path(count): Path<CountId>, Posted { visit, key, fields }: Posted) -> PageResult {
    let place: LocationId = fields.get("place").parse().map_err(|_| PageError(AppError::NotFound))?;
    let (view, at, missing) = load(&state, &visit, count, place).await?;
    let answers = missing
        .lines
        .iter()
        .filter_map(|line| Some(PlaceAnswer { variant: line.variant, answer: UncountedAnswer::of_tag(fields.get(&line.variant.to_string()))? }))
        .collect();
    match state.desk.run(Ask::new(&on_floor(&visit), key, FinishPlace { count, location: place, answers })).await {
        Ok(finished) if finished.finished => {
            // On to the next shelf that waits, if there is one.
            let next = view.places.iter().find(|one| one.finished_at.is_none() && one.location != place).map_or(place, |one| one.location);
            Ok(back(count, &next.to_string(), "finished"))
        }
        Ok(_) => Ok(back(count, &place.to_string(), "")),
        Err(AppError::Conflict { said }) => {
            let why = visit.words.said(&said);
            Ok(page(&visit, &view, &at, &missing, &fields, &why).refused().into_response())
        }
        Err(error) => Err(PageError(error)),
    }
}

fn page(visit: &Visit, view: &CountView, place: &PlaceRow, missing: &Uncounted, fields: &Fields, wrong: &str) -> PageDoc {
    let title = visit.words.with("floor-finish-title", &[("place", visit.words.code(&place.code).into())]);
    let heading = title.clone();
    let body = render(|| body(visit, view, place, missing, fields, wrong, heading));
    PageDoc::new(title, Nav::Floor, body).frame(Frame::Bare)
}

fn body(
    visit: &Visit,
    view: &CountView,
    place: &PlaceRow,
    missing: &Uncounted,
    fields: &Fields,
    wrong: &str,
    heading: String,
) -> impl IntoView + use<> {
    let words = visit.words;
    let count = view.count.id;
    let shown = i64::try_from(missing.lines.len()).unwrap_or(i64::MAX);
    let left = words.with("floor-finish-left", &[("count", shown.saturating_add(missing.more).into())]);
    let more = (missing.more > 0).then(|| {
        let more = words.with("floor-finish-more", &[("count", missing.more.into())]);
        view! { <Notice>{more}</Notice> }
    });
    let items = missing.lines.iter().map(|line| question(visit, line, fields.get(&line.variant.to_string()))).collect::<Vec<_>>();
    let hidden = vec![(String::from("place"), place.location.to_string())];
    let (csrf, key) = (visit.token.clone(), new_key());
    // Nothing stands there in the books, and nothing was scanned.
    let empty = view.count.empty_places && place.counted == 0 && missing.lines.is_empty();
    let label = words.with(if empty { "floor-finish-empty" } else { "floor-finish" }, &[("place", words.code(&place.code).into())]);
    let wrong = (!wrong.is_empty()).then(|| {
        let wrong = wrong.to_owned();
        view! { <Notice tone=kit::Tone::Bad>{wrong}</Notice> }
    });
    let blind = view.count.blind.then(|| view! { <Notice icon=Glyph::Lock>{words.t("floor-blind")}</Notice> });
    view! {
        <header class="floor-top">
            <a class="btn btn-quiet btn-icon" href=format!("/floor/counts/{count}?place={}", place.location) aria-label=words.t("action-back")>
                <Icon name=Glyph::ChevronLeft/>
            </a>
            <div class="where"><h1 class="truncate">{heading}</h1><small class="mute">{left}</small></div>
        </header>
        <FormView action=format!("/floor/counts/{count}/finish") csrf idempotency=key hidden id="finish" class="floor-body">
            {wrong}
            {items}
            {more}
            {blind}
        </FormView>
        <footer class="floor-foot floor-foot-1">
            <Button label size=Size::Floor weight=Weight::Primary form="finish" icon=Glyph::Check/>
        </footer>
    }
}

fn question(visit: &Visit, line: &UncountedName, answer: &str) -> AnyView {
    let words = visit.words;
    let choices = vec![
        Choice::new("none", words.t("floor-none-here")),
        Choice::new("count", words.t("count-count")),
        Choice::new("leave", words.t("count-leave")),
    ];
    let name = crate::common::item_label(&line.name, &line.option_text);
    let value = if answer.is_empty() { String::from("leave") } else { answer.to_owned() };
    view! {
        <div class="card stack stack-2">
            <p><span class="medium"><bdi>{name.clone()}</bdi></span><br/><span class="small mute"><Code value=line.sku.clone()/></span></p>
            <Segmented name=line.variant.to_string() legend=name choices value floor=true/>
        </div>
    }
    .into_any()
}
