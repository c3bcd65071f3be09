//! What was done to a store, a count, a transfer: who, when, through which door, and what changed.

use crate::{
    store::of_code,
    told::{self, Counts, Stores, Transfers},
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use lists::history::turned_to;
use stock_rules::{CountHistory, ShowCount, ShowTransfer, StoreHistory, TransferHistory};
use vocabulary::{AppError, CountId, TransferId};
use wire::{PageResult, PageState, Visit};

pub(crate) async fn store(State(state): State<PageState>, visit: Visit, Path(code): Path<String>) -> PageResult {
    let store = of_code(&state, &visit, &code).await?;
    let page = state.desk.ask(&visit.actor, StoreHistory { store: store.id, cursor: turned_to(&visit) }).await?;
    Ok(told::store(&visit, &store).page::<Stores>(&visit, &page).into_response())
}

pub(crate) async fn count(State(state): State<PageState>, visit: Visit, Path(count): Path<CountId>) -> PageResult {
    let view = state.desk.ask(&visit.actor, ShowCount { count }).await?;
    let page = state.desk.ask(&visit.actor, CountHistory { count, cursor: turned_to(&visit) }).await?;
    Ok(told::count(&visit, &view.count).page::<Counts>(&visit, &page).into_response())
}

pub(crate) async fn transfer(State(state): State<PageState>, visit: Visit, Path(id): Path<String>) -> PageResult {
    let transfer: TransferId = id.parse().map_err(|_| AppError::NotFound)?;
    let view = state.desk.ask(&visit.actor, ShowTransfer { transfer }).await?;
    let page = state.desk.ask(&visit.actor, TransferHistory { transfer, cursor: turned_to(&visit) }).await?;
    Ok(told::transfer(&visit, &view.head).page::<Transfers>(&visit, &page).into_response())
}
