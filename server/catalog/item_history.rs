//! What was done to an item, newest first.

use crate::Catalog;
use catalog_rules::{FieldChange, HistoryRow, ItemHistory};
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx};
use serde_json::{Map, Value};
use sqlx::{FromRow, MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Door, Page};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    at: DateTime<Utc>,
    actor_name: String,
    door: String,
    operation: String,
    detail: String,
}

impl Handle<ItemHistory> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, history: ItemHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        let tenant = tx.tenant();
        let known: Option<Uuid> = sqlx::query_scalar("SELECT id FROM item WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(history.item.0)
            .fetch_optional(tx.conn())
            .await?;
        known.ok_or_else(OpError::not_found)?;
        let mut select = QueryBuilder::<MySql>::new("SELECT id, at, actor_name, door, operation, detail FROM audit WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND entity_id = ").push_bind(history.item.0).push(" AND entity_kind = 'item'");
        if let Some(Cursor(before)) = &history.cursor
            && let [id] = before.as_slice()
            && let Ok(id) = id.parse::<Uuid>()
        {
            select.push(" AND id < ").push_bind(id);
        }
        select.push(" ORDER BY id DESC LIMIT ").push_bind(i64::try_from(Page::<HistoryRow>::SIZE + 1).unwrap_or(51));
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let page = Page::of(rows, Page::<HistoryRow>::SIZE, |row| Cursor(vec![row.id.to_string()]));
        Ok(Done::reply(page.map(told)))
    }
}

fn told(row: Row) -> HistoryRow {
    let mut detail: Map<String, Value> = serde_json::from_str(&row.detail).unwrap_or_default();
    // A variant's trail names it by its SKU; that is no change unless there was another before.
    let sku = detail.get("sku").and_then(|sku| sku.get("from").or_else(|| sku.get("to"))).and_then(Value::as_str).unwrap_or_default().to_owned();
    if detail.get("sku").is_some_and(|sku| sku.get("from").is_none()) {
        detail.remove("sku");
    }
    let changes = detail.iter().map(|(field, change)| changed(field, change)).collect();
    HistoryRow { id: row.id.into(), at: row.at, who: row.actor_name, door: door(&row.door), operation: row.operation, sku, changes }
}

fn changed(field: &str, change: &Value) -> FieldChange {
    // Several of one kind in one trail are numbered: `barcode#2`.
    let field = field.split('#').next().unwrap_or(field).to_owned();
    FieldChange { field, from: change.get("from").and_then(text), to: change.get("to").and_then(text) }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        // Variants that were added: their SKUs.
        Value::Object(object) => Some(list(object.get("skus")).unwrap_or_else(|| value.to_string())),
        other => Some(other.to_string()),
    }
}

fn list(value: Option<&Value>) -> Option<String> {
    let texts: Vec<&str> = value?.as_array()?.iter().filter_map(Value::as_str).collect();
    Some(texts.join(", "))
}

fn door(tag: &str) -> Door {
    [Door::Page, Door::Api, Door::Import, Door::Floor, Door::Job, Door::Command].into_iter().find(|door| door.tag() == tag).unwrap_or(Door::Job)
}
