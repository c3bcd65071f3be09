//! What is done with many rows of the stock list at once, and the list as a file.

use crate::{
    common::{address, store_code},
    list::{Ask, columns, misread, need},
};
use admin_rules::ListOf;
use axum::extract::{Query, RawQuery, State};
use kit::{Column, Glyph};
use leptos::prelude::*;
use lists::{Act, ListFile, Picked};
use std::{collections::HashMap, sync::Arc};
use stock_rules::StoreStock;
use vocabulary::{Channel, Cursor, Permission, Quantity, Said, StoreId, VariantId};
use wire::{PageResult, PageState, Posted, StoreChoice, Visit, see_other};

/// What can be done with the rows that are picked.
const ACTS: &[Act] = &[
    ("bulk-labels", "labels", Glyph::Printer, Permission::LabelPrint),
    ("bulk-count", "count", Glyph::ClipboardCheck, Permission::CountReview),
    ("move-title", "move", Glyph::ArrowLeftRight, Permission::Move),
];

pub(crate) fn bar(visit: &Visit) -> impl IntoView + use<> {
    lists::bulk(visit, "/stock/bulk", ACTS)
}

pub(crate) async fn submit(Posted { visit, fields, .. }: Posted) -> PageResult {
    let picked = Picked::read(&fields, ListOf::Stock.path());
    // A box says which variant, and its SKU for the forms that are typed in.
    let (mut ids, mut codes) = (Vec::new(), Vec::new());
    for value in &picked.values {
        let (id, sku) = value.split_once(' ').unwrap_or((value, ""));
        if let Ok(variant) = id.parse::<VariantId>() {
            ids.push(variant.to_string());
            codes.push(sku.to_owned());
        }
    }
    if ids.is_empty() {
        return Ok(visit.done(&picked.next, Said::new("bulk-none")).await);
    }
    let each = |path: &str| {
        let mut pairs = vec![("store", store_code(&visit))];
        pairs.extend(ids.iter().map(|id| ("variant", Some(id.clone()))));
        address(path, &pairs)
    };
    let to = match picked.act.as_str() {
        "count" => {
            let (scope, variants) = (Some(String::from("items")), Some(codes.join("\n")));
            address("/stock/counts/new", &[("store", store_code(&visit)), ("scope", scope), ("variants", variants)])
        }
        "move" => each("/stock/move"),
        _ => each("/notify/labels"),
    };
    Ok(see_other(&to))
}

/// The list as it is filtered, with the columns one sees; a store's columns begin with its code. A page has room for a few
/// stores side by side, a file for all of them.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let (words, list) = (visit.words, ask.list(&visit));
    let stores: Arc<[StoreChoice]> = visit.store.clone().map_or_else(|| visit.stores.clone(), |store| Arc::from([store]));
    let file = ListFile::of(&state, &visit, ListOf::Stock).await?;
    let mut columns = columns(words, 0);
    let last = columns.pop();
    for store in stores.iter() {
        let of = |key: &'static str, label: String| Column::num(key, format!("{} {label}", store.code));
        columns.push(of("on-hand", words.t("on-hand")));
        columns.push(of("promised", words.t("promised")));
        columns.push(of("available", words.t("available")));
        // Seen with what is available, as on the page.
        columns.extend(Channel::ALL.iter().map(|channel| of("available", words.channel(*channel))));
        // A kit has no stock: how many the store can make stands by itself, so that no sum of a column counts it twice.
        columns.push(of("available", words.t("kit-makes")));
    }
    columns.extend(last);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor, stores) = (state.desk.clone(), visit.actor.clone(), stores.clone());
        let mut list = list.clone();
        list.cursor = cursor;
        async move {
            let page = desk.ask(&actor, list).await?;
            let rows = page.rows.iter().map(|row| {
                let mut cells = vec![row.sku.clone(), crate::common::item_label(&row.name, &row.option_text)];
                let of: HashMap<StoreId, &StoreStock> = row.stores.iter().map(|stock| (stock.store, stock)).collect();
                for store in stores.iter() {
                    // Never had here is not nought.
                    let known = of.get(&store.id);
                    let text = |of: fn(&StoreStock) -> Quantity| known.map(|stock| of(stock).to_string()).unwrap_or_default();
                    cells.extend([text(|stock| stock.on_hand), text(|stock| stock.promised), text(|stock| stock.available)]);
                    let left = |channel: &Channel| known.map(|stock| stock.by_channel.get(*channel).to_string()).unwrap_or_default();
                    cells.extend(Channel::ALL.iter().map(left));
                    let makes = row.makes.as_ref().and_then(|all| all.iter().find(|makes| makes.store == store.id));
                    cells.push(makes.map(|makes| makes.can_make.to_string()).unwrap_or_default());
                }
                cells.push(words.t(need(row).0));
                cells
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns, ask).await
}
