//! What was done to an item: who, when, through which door, and what changed.

use crate::{
    common::id,
    said::{Items, faces},
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use catalog_rules::{ItemHistory, ShowItem};
use lists::history::turned_to;
use vocabulary::ItemId;
use wire::{PageResult, PageState, Visit};

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(item): Path<String>) -> PageResult {
    let id: ItemId = id(&item)?;
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id, variant: None }).await?;
    let page = desk.desk.ask(&visit.actor, ItemHistory { item: id, cursor: turned_to(&visit) }).await?;
    Ok(faces(&visit, &item).page::<Items>(&visit, &page).into_response())
}
