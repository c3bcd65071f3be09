//! What was done to an item or a category: who, when, through which door, and what changed.

use crate::{
    common::id,
    said::{Categories, Items, category_faces, faces},
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use catalog_rules::{CategoryHistory, ItemHistory, ShowCategory, ShowItem};
use lists::history::turned_to;
use vocabulary::{CategoryId, ItemId};
use wire::{PageResult, PageState, Visit};

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(item): Path<String>) -> PageResult {
    let id: ItemId = id(&item)?;
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id, variant: None }).await?;
    let page = desk.desk.ask(&visit.actor, ItemHistory { item: id, cursor: turned_to(&visit) }).await?;
    Ok(faces(&visit, &item, None).page::<Items>(&visit, &page).into_response())
}

pub(crate) async fn category(State(desk): State<PageState>, visit: Visit, Path(category): Path<String>) -> PageResult {
    let id: CategoryId = id(&category)?;
    let category = desk.desk.ask(&visit.actor, ShowCategory { category: id }).await?;
    let page = desk.desk.ask(&visit.actor, CategoryHistory { category: id, cursor: turned_to(&visit) }).await?;
    Ok(category_faces(&visit, &category).page::<Categories>(&visit, &page).into_response())
}
