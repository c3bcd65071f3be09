//! What was done to somebody, with an import, in the settings: who, when, through which door, and what changed.

use crate::{
    imports::import_of,
    told::{self, Imports, People, Settings},
};
use ::lists::history::turned_to;
use admin_rules::{ImportHistory, PersonHistory, SettingsHistory, ShowImport, ShowPerson};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use vocabulary::{AppError, PersonId};
use wire::{PageResult, PageState, Visit};

pub(crate) async fn person(State(state): State<PageState>, visit: Visit, Path(person): Path<String>) -> PageResult {
    let person: PersonId = person.parse().map_err(|_| AppError::NotFound)?;
    let shown = state.desk.ask(&visit.actor, ShowPerson { person }).await?;
    let page = state.desk.ask(&visit.actor, PersonHistory { person, cursor: turned_to(&visit) }).await?;
    Ok(told::person(&visit, &shown).page::<People>(&visit, &page).into_response())
}

pub(crate) async fn import(State(state): State<PageState>, visit: Visit, Path(import): Path<String>) -> PageResult {
    let import = import_of(&import)?;
    let view = state.desk.ask(&visit.actor, ShowImport { import }).await?;
    let page = state.desk.ask(&visit.actor, ImportHistory { import, cursor: turned_to(&visit) }).await?;
    Ok(told::import(&visit, &view).page::<Imports>(&visit, &page).into_response())
}

pub(crate) async fn settings(State(state): State<PageState>, visit: Visit) -> PageResult {
    let page = state.desk.ask(&visit.actor, SettingsHistory { cursor: turned_to(&visit) }).await?;
    Ok(told::settings(&visit).page::<Settings>(&visit, &page).into_response())
}
