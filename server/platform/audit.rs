//! Who did what to what: one row per entity a command touched, in its transaction. Rows are hashed here and sealed by a
//! job each minute. What was done to one entity is read here too, by the one key there is for it.

use crate::{
    db::Tx,
    error::OpError,
    sabotage::{self, Fault},
    seal,
};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use sqlx::{FromRow, MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{Actor, AuditId, Cursor, Door, FieldChange, HistoryRow, Page};

/// What a command did to one entity.
#[derive(Clone, Debug)]
pub struct Trail {
    /// `item`, `store`, `count` …: the kind of page its history is on.
    pub entity: &'static str,
    pub id: Uuid,
    pub detail: Map<String, Value>,
    /// Where it is listed with others, whatever they were done to.
    pub list: Option<&'static str>,
}

impl Trail {
    #[must_use]
    pub fn of(entity: &'static str, id: impl Into<Uuid>) -> Self {
        Self { entity, id: id.into(), detail: Map::new(), list: None }
    }

    /// A field that was changed; nothing is noted where it was not.
    #[must_use]
    pub fn changed<T: serde::Serialize + PartialEq>(mut self, field: &str, from: &T, to: &T) -> Self {
        if from != to {
            self.detail.insert(field.to_owned(), json!({ "from": from, "to": to }));
        }
        self
    }

    /// Also lists it with what was done to other things; see [`listed`]. For what is seldom done.
    #[must_use]
    pub fn listed(mut self, list: &'static str) -> Self {
        self.list = Some(list);
        self
    }

    /// A fact worth keeping.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl serde::Serialize) -> Self {
        self.detail.insert(field.to_owned(), json!({ "to": value }));
        self
    }
}

/// What one command did, and who asked for it.
pub(crate) struct Deed<'a> {
    pub actor: &'a Actor,
    pub operation: &'static str,
    pub trails: Vec<Trail>,
}

pub(crate) async fn write(tx: &mut Tx, deeds: Vec<Deed<'_>>) -> Result<(), OpError> {
    if sabotage::on(Fault::AuditLost) {
        return Ok(());
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    let (mut leaves, mut rows, mut lists) = (Vec::new(), Vec::new(), Vec::new());
    for Deed { actor, operation, trails } in deeds {
        let person = actor.person.map_or(Uuid::nil(), |person| person.0);
        for trail in trails {
            let id = AuditId::new().0;
            let detail = Value::Object(trail.detail).to_string();
            let hash = row_hash(tenant, id, now.timestamp_micros(), person, operation, trail.entity, trail.id, &detail);
            leaves.push((id, hash));
            lists.extend(trail.list.map(|list| (list, id, trail.id)));
            rows.push((id, actor, person, operation, trail.entity, trail.id, detail, hash));
        }
    }
    for rows in tx.parts(&rows) {
        let mut insert =
            QueryBuilder::new("INSERT INTO audit (tenant_id, id, at, person_id, actor_name, door, operation, entity_kind, entity_id, detail, hash) ");
        insert.push_values(rows, |mut row, (id, actor, person, operation, entity, entity_id, detail, hash)| {
            row.push_bind(tenant)
                .push_bind(*id)
                .push_bind(now)
                .push_bind(*person)
                .push_bind(&actor.name)
                .push_bind(actor.door.tag())
                .push_bind(*operation)
                .push_bind(*entity)
                .push_bind(*entity_id)
                .push_bind(detail)
                .push_bind(hash.as_slice());
        });
        insert.build().execute(tx.conn()).await?;
    }
    for lists in tx.parts(&lists) {
        let mut insert = QueryBuilder::new("INSERT INTO audit_list (tenant_id, list, audit_id, entity_id) ");
        insert.push_values(lists, |mut row, (list, id, entity)| {
            row.push_bind(tenant).push_bind(*list).push_bind(*id).push_bind(*entity);
        });
        insert.build().execute(tx.conn()).await?;
    }
    seal::enqueue(tx, seal::Leaf::Audit, &leaves).await
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    at: DateTime<Utc>,
    actor_name: String,
    door: String,
    operation: String,
    detail: String,
}

/// What was done to one entity of the tenant, newest first: a page of it. Whether there is such an entity is for the
/// caller to ask; of one that nobody knows there is nothing to tell.
///
/// # Errors
/// When the database fails.
pub async fn history(tx: &mut Tx, entity: &'static str, id: impl Into<Uuid>, cursor: Option<&Cursor>) -> Result<Page<HistoryRow>, OpError> {
    let tenant = tx.tenant();
    // A thing of few acts has fewer than a page: by their order alone, all of the tenant's would be gone through for them.
    let mut select =
        QueryBuilder::<MySql>::new("SELECT id, at, actor_name, door, operation, detail FROM audit FORCE INDEX (audit_entity) WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND entity_id = ").push_bind(id.into()).push(" AND entity_kind = ").push_bind(entity);
    if let Some(before) = before(cursor) {
        select.push(" AND id < ").push_bind(before);
    }
    select.push(" ORDER BY id DESC LIMIT ").push_bind(i64::try_from(Page::<HistoryRow>::SIZE + 1).unwrap_or(51));
    let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(Page::of(rows, Page::<HistoryRow>::SIZE, |row| Cursor(vec![row.id.to_string()])).map(told))
}

/// What was done, and to what: the entity's kind and its id.
pub struct Listed {
    pub entity: String,
    pub id: Uuid,
    pub row: HistoryRow,
}

#[derive(FromRow)]
struct ListedRow {
    entity_kind: String,
    entity_id: Uuid,
    #[sqlx(flatten)]
    row: Row,
}

/// What is listed together, whatever it was done to, newest first: a page of it; of one entity alone where one is given.
///
/// # Errors
/// When the database fails.
pub async fn listed(tx: &mut Tx, list: &'static str, entity: Option<Uuid>, cursor: Option<&Cursor>) -> Result<Page<Listed>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN a.entity_kind, a.entity_id, a.id, a.at, a.actor_name, a.door, a.operation, a.detail FROM audit_list l ",
    );
    select.push(if entity.is_some() { "FORCE INDEX (audit_list_entity)" } else { "FORCE INDEX (PRIMARY)" });
    select.push(" JOIN audit a FORCE INDEX (PRIMARY) ON a.tenant_id = l.tenant_id AND a.id = l.audit_id WHERE l.tenant_id = ");
    select.push_bind(tenant).push(" AND l.list = ").push_bind(list);
    if let Some(entity) = entity {
        select.push(" AND l.entity_id = ").push_bind(entity);
    }
    if let Some(before) = before(cursor) {
        select.push(" AND l.audit_id < ").push_bind(before);
    }
    select.push(" ORDER BY l.audit_id DESC LIMIT ").push_bind(i64::try_from(Page::<HistoryRow>::SIZE + 1).unwrap_or(51));
    let rows: Vec<ListedRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let page = Page::of(rows, Page::<HistoryRow>::SIZE, |listed| Cursor(vec![listed.row.id.to_string()]));
    Ok(page.map(|listed| Listed { entity: listed.entity_kind, id: listed.entity_id, row: told(listed.row) }))
}

/// The act that a page comes after.
fn before(cursor: Option<&Cursor>) -> Option<Uuid> {
    match cursor?.0.as_slice() {
        [id] => id.parse().ok(),
        _ => None,
    }
}

/// What names the part of an entity that a trail is about: a variant of an item, a place of a store, a row of a file.
const PARTS: [&str; 3] = ["sku", "place", "row"];

fn told(row: Row) -> HistoryRow {
    let mut detail: Map<String, Value> = serde_json::from_str(&row.detail).unwrap_or_default();
    let mut part = String::new();
    for name in PARTS {
        let Some(named) = detail.get(name) else { continue };
        named.get("from").or_else(|| named.get("to")).and_then(Value::as_str).unwrap_or_default().clone_into(&mut part);
        // The name of what it is about is no change unless there was another before.
        if named.get("from").is_none() {
            detail.remove(name);
        }
    }
    let changes = detail.iter().map(|(field, change)| changed(field, change)).collect();
    let door = Door::of_tag(&row.door).unwrap_or(Door::Job);
    HistoryRow { id: row.id.into(), at: row.at, who: row.actor_name, door, operation: row.operation, part, changes }
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

/// The hash of an audit row: SHA-256 over its values, each preceded by its length.
#[expect(clippy::too_many_arguments, reason = "one per column; verify takes the same ones from the row")]
#[must_use]
pub fn row_hash(tenant: i64, id: Uuid, at_micros: i64, person: Uuid, operation: &str, entity: &str, entity_id: Uuid, detail: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(tenant.to_be_bytes());
    hash.update(id.as_bytes());
    hash.update(at_micros.to_be_bytes());
    hash.update(person.as_bytes());
    for text in [operation, entity, detail] {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.update(entity_id.as_bytes());
    hash.finalize().into()
}
