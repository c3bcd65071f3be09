//! What is done with many items at once, and the list as a file.

use crate::{
    common::{address, state_word, unit_name},
    items::{Asked, columns, misread},
};
use admin_rules::ListOf;
use axum::extract::{RawQuery, State};
use catalog_rules::{ItemState, SetItemState, ShowItem};
use kit::Glyph;
use leptos::prelude::*;
use lists::{Act, ListFile, Picked, split};
use vocabulary::{AppError, Ask, Cursor, ItemId, Key, Permission, Said};
use wire::{PageResult, PageState, Posted, Visit, see_other};

/// What can be done with the rows that are picked.
const ACTS: &[Act] = &[
    ("bulk-labels", "labels", Glyph::Printer, Permission::LabelPrint),
    ("bulk-count", "count", Glyph::ClipboardCheck, Permission::CountReview),
    ("bulk-activate", "activate", Glyph::CircleCheck, Permission::CatalogWrite),
    ("action-archive", "archive", Glyph::Archive, Permission::CatalogWrite),
];

pub(crate) fn bar(visit: &Visit) -> impl IntoView + use<> {
    lists::bulk(visit, "/catalog/items/bulk", ACTS)
}

pub(crate) async fn submit(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    let picked = Picked::read(&fields, ListOf::Items.path());
    let items: Vec<ItemId> = picked.values.iter().filter_map(|value| value.parse().ok()).collect();
    if items.is_empty() {
        return Ok(visit.done(&picked.next, Said::new("bulk-none")).await);
    }
    match picked.act.as_str() {
        "activate" => set_states(&state, &visit, &key, &items, ItemState::Active, &picked.next).await,
        "archive" => set_states(&state, &visit, &key, &items, ItemState::Archived, &picked.next).await,
        act => on_with_variants(&state, &visit, &items, act).await,
    }
}

/// Each by itself: one that cannot be changed does not hold up the others.
async fn set_states(state: &PageState, visit: &Visit, key: &Key, items: &[ItemId], to: ItemState, back: &str) -> PageResult {
    let (mut done, mut left) = (0_usize, 0_usize);
    for item in items {
        let now = match state.desk.ask(&visit.actor, ShowItem { item: *item, variant: None }).await {
            Ok(now) => now,
            Err(AppError::NotFound) => {
                left += 1;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        if now.state == to {
            left += 1;
            continue;
        }
        match state.desk.run(Ask::new(&visit.actor, key.part(item), SetItemState { item: *item, version: now.version, state: to })).await {
            Ok(_) => done += 1,
            Err(AppError::Conflict { .. } | AppError::Invalid { .. } | AppError::Stale | AppError::NotFound) => left += 1,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(visit.done(back, Said::new("bulk-state-done").with("done", done).with("left", left)).await)
}

/// On to the page that works with variants: labels, or the plan of a count.
async fn on_with_variants(state: &PageState, visit: &Visit, items: &[ItemId], act: &str) -> PageResult {
    let mut variants = Vec::new();
    for item in items {
        match state.desk.ask(&visit.actor, ShowItem { item: *item, variant: None }).await {
            Ok(shown) => variants.extend(shown.variants.into_iter().map(|variant| (variant.variant, variant.sku))),
            Err(AppError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let to = if act == "count" {
        let codes: Vec<String> = variants.into_iter().map(|(_, sku)| sku).collect();
        address("/stock/counts/new", visit, &[("scope", "items"), ("variants", &codes.join("\n"))])
    } else {
        let ids: Vec<String> = variants.iter().map(|(id, _)| id.to_string()).collect();
        let pairs: Vec<(&str, &str)> = ids.iter().map(|id| ("variant", id.as_str())).collect();
        address("/notify/labels", visit, &pairs)
    };
    Ok(see_other(&to))
}

/// The list as it is filtered, with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, raw: RawQuery) -> PageResult {
    if let Some(misread) = misread(&visit, &raw) {
        return Ok(misread);
    }
    let (words, list) = (visit.words, Asked::read(&raw).list(&visit));
    let file = ListFile::of(&state, &visit, ListOf::Items).await?;
    let columns = split(columns(words), "price", &[words.t("item-price-lowest"), words.t("item-price-highest")]);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor) = (state.desk.clone(), visit.actor.clone());
        let mut list = list.clone();
        (list.cursor, list.limit) = (cursor, Some(200));
        async move {
            let page = desk.ask(&actor, list).await?;
            let rows = page.rows.into_iter().map(|row| {
                let amount = |amount: Option<rust_decimal::Decimal>| amount.map(|amount| amount.normalize().to_string()).unwrap_or_default();
                vec![
                    row.sku,
                    row.name,
                    row.category.map(|category| category.name).unwrap_or_default(),
                    amount(row.price_from),
                    amount(row.price_to),
                    row.available.map(|available| available.to_string()).unwrap_or_default(),
                    state_word(words, row.state),
                    row.brand,
                    row.variants.to_string(),
                    unit_name(words, &row.unit),
                    row.handle,
                ]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns, ask).await
}
