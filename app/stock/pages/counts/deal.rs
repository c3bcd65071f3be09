//! Dealing the places of a count out to people, and what was counted so far.

use axum::extract::{Path, State};
use kit::{Button, Choice, FieldSet, Form as FormView, FormActions, Select, Weight};
use leptos::prelude::*;
use stock_rules::{CountPerson, CountView, DealCountPlaces, PlaceDealt, PlaceRow, ShowCount, ShowCountEvidence, decide_deal};
use vocabulary::{AppError, Ask, CountId, Key, Permission, PersonId, Said};
use wire::{PageError, PageResult, PageState, Posted, Visit};

/// Deals places out as each was given, or evenly to those that are ticked.
pub(super) async fn submit(State(state): State<PageState>, Path(count): Path<CountId>, Posted { visit, key, fields }: Posted) -> PageResult {
    visit.needs(Permission::CountReview)?;
    let view = state.desk.ask(&visit.actor, ShowCount { count }).await?;
    let to = format!("/stock/counts/{count}");
    let known = people(&state, &visit, &view).await?;
    let ticked: Vec<PersonId> = fields.all("people").filter_map(|person| person.parse().ok()).collect();
    // Whichever button was pressed: nobody but those who were offered is ticked.
    if !known.is_empty() && ticked.iter().any(|person| known.iter().all(|one| one.person != *person)) {
        return Err(AppError::NotFound.into());
    }
    let open: Vec<&PlaceRow> = view.places.iter().filter(|place| place.finished_at.is_none()).collect();
    let places: Vec<PlaceDealt> = if fields.get("how") == "evenly" {
        let shares = decide_deal(open.len(), ticked.len());
        open.iter().zip(shares).map(|(place, one)| PlaceDealt { location: place.location, person: ticked.get(one).copied() }).collect()
    } else {
        let given = |place: &&&PlaceRow| fields.has(&field(place));
        open.iter().filter(given).map(|place| PlaceDealt { location: place.location, person: fields.get(&field(place)).parse().ok() }).collect()
    };
    if places.is_empty() || (fields.get("how") == "evenly" && ticked.is_empty()) {
        return Ok(visit.done(&format!("{to}#deal"), Said::new("count-deal-nobody")).await);
    }
    match state.desk.run(Ask::new(&visit.actor, key, DealCountPlaces { count, places })).await {
        Ok(dealt) => Ok(visit.done(&format!("{to}#deal"), Said::new("count-deal-done").with("count", dealt.places)).await),
        Err(AppError::Conflict { said }) => Ok(visit.done(&to, said).await),
        Err(error) => Err(PageError(error)),
    }
}

fn field(place: &PlaceRow) -> String {
    format!("person-{}", place.location)
}

/// Who could be given places; nobody where the asker deals none out.
///
/// # Errors
/// What the desk says.
pub(super) async fn people(state: &PageState, visit: &Visit, view: &CountView) -> Result<Vec<CountPerson>, PageError> {
    let counting = matches!(view.count.state, stock_rules::CountState::Open | stock_rules::CountState::Counting);
    if !counting || !visit.may(Permission::CountReview) {
        return Ok(Vec::new());
    }
    Ok(state.desk.ask(&visit.actor, ShowCountEvidence { count: view.count.id }).await?.people)
}

/// Most places that are given to people one by one; more are dealt out evenly.
const ONE_BY_ONE: usize = 100;

pub(super) fn form(visit: &Visit, view: &CountView, people: &[CountPerson]) -> AnyView {
    let words = visit.words;
    let open: Vec<&PlaceRow> = view.places.iter().filter(|place| place.finished_at.is_none()).collect();
    if people.is_empty() || open.is_empty() {
        return ().into_any();
    }
    let choices: Vec<Choice> = people.iter().map(|one| Choice::new(one.person.to_string(), one.name.clone())).collect();
    let selects = open.iter().take(ONE_BY_ONE).map(|place| {
        let (name, label) = (field(place), words.code(&place.code));
        let value = place.assigned_to.map(|person| person.to_string()).unwrap_or_default();
        view! { <Select name label choices=choices.clone() value prompt=words.t("count-deal-anybody")/> }
    });
    let selects = selects.collect_view();
    let ticks = people.iter().map(|one| {
        let (value, name) = (one.person.to_string(), one.name.clone());
        view! { <label class="check"><input type="checkbox" name="people" value=value/><span><bdi>{name}</bdi></span></label> }
    });
    let ticks = ticks.collect_view();
    let (csrf, key) = (visit.token.clone(), Key::random().as_str().to_owned());
    let action = format!("/stock/counts/{}/deal", view.count.id);
    view! {
        <kit::Section title=words.t("count-deal-title") id="deal" class="above-6">
            <p class="mute below-3">{words.t("count-deal-effect")}</p>
            <FormView action csrf idempotency=key>
                <FieldSet legend=words.t("count-deal-people")><div class="count-choices">{ticks}</div></FieldSet>
                <FormActions><Button label=words.t("count-deal-evenly") name="how" value="evenly"/></FormActions>
                <FieldSet legend=words.t("count-deal-each")><div class="count-choices">{selects}</div></FieldSet>
                <FormActions><Button label=words.t("count-deal-do") name="how" value="each" weight=Weight::Primary/></FormActions>
            </FormView>
        </kit::Section>
    }
    .into_any()
}
