//! Moves an item to another state. Each such move can be undone by the one back, which the notice offers.

use crate::{
    common::{id, query},
    item,
};
use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::IntoResponse,
};
use catalog_rules::{ItemState, SetItemState, ShowItem};
use vocabulary::{AppError, Ask, ItemId, Said};
use wire::{PageResult, PageState, Posted};

pub(crate) async fn submit(State(desk): State<PageState>, Path(item): Path<String>, raw: RawQuery, posted: Posted) -> PageResult {
    let id: ItemId = id(&item)?;
    let Posted { visit, key, fields } = posted;
    // The undo of a notice has no fields of its own, so its address says what to do.
    let asked = query(&raw);
    let field = |name: &str| if fields.has(name) { fields.get(name).to_owned() } else { asked.get(name).to_owned() };
    let state = ItemState::of_tag(&field("state")).ok_or_else(|| AppError::invalid("state", "field-unknown-choice"))?;
    let version = field("version").parse().map_err(|_| AppError::invalid("version", "field-unknown-choice"))?;
    let before = desk.desk.ask(&visit.actor, ShowItem { item: id, variant: None }).await?;
    match desk.desk.run(Ask::new(&visit.actor, key, SetItemState { item: id, version, state })).await {
        Ok(set) => {
            let path = format!("/catalog/items/{id}");
            let said = match (before.state, set.state) {
                (_, ItemState::Archived) => Said::new("notice-archived"),
                (ItemState::Archived, _) => Said::new("notice-restored"),
                _ => Said::new("notice-saved"),
            };
            if before.state == set.state {
                return Ok(visit.done(&path, said).await);
            }
            let undo = format!("{path}/state?state={}&version={}", before.state.tag(), set.version);
            Ok(visit.done_with_undo(&path, said, undo).await)
        }
        // Right in itself, but not as things are: the same page says why.
        Err(AppError::Conflict { said }) => {
            let notice = visit.words.said(&said);
            Ok(item::page(&visit, before, &item::Asked::default(), &item::Beside::default(), Some(notice))
                .status(StatusCode::CONFLICT)
                .into_response())
        }
        Err(other) => Err(other.into()),
    }
}
