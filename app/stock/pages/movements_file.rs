//! The movements as a file, as they are filtered.

use crate::{
    common::{ends, happened, item_label, who},
    movements::{Ask, columns, lots_of, misread},
};
use admin_rules::ListOf;
use axum::extract::{Query, RawQuery, State};
use lists::{ListFile, split};
use vocabulary::Cursor;
use wire::{PageResult, PageState, Visit};

pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let (words, list) = (visit.words, ask.list(&visit));
    let file = ListFile::of(&state, &visit, ListOf::Movements).await?;
    // A file has the item in each line, also where the page is of one item.
    let columns = columns(words, true);
    let columns = split(columns, "item", &[words.t("item-sku"), words.t("item"), words.t("lot")]);
    let columns = split(columns, "what", &[words.t("movements-what"), words.t("posting-reference")]);
    let columns = split(columns, "where", &[words.t("place-from"), words.t("place-to")]);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, visit, mut list) = (state.desk.clone(), visit.clone(), list.clone());
        list.cursor = cursor;
        async move {
            let page = desk.ask(&visit.actor, list).await?;
            let rows = page.rows.iter().map(|row| {
                let end = if row.change.is_negative() { row.from.first() } else { row.to.first() };
                vec![
                    row.posted_at.to_rfc3339(),
                    row.sku.clone(),
                    item_label(&row.name, &row.option_text),
                    lots_of(row).iter().map(|lot| lot.code.as_str()).collect::<Vec<_>>().join(" "),
                    happened(words, row.kind, row.reason),
                    row.reference.clone(),
                    ends(words, &visit, &row.from),
                    ends(words, &visit, &row.to),
                    row.change.to_string(),
                    end.and_then(|end| end.after).map(|after| after.to_string()).unwrap_or_default(),
                    who(words, &row.who),
                ]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns, ask).await
}
