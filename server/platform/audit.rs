//! Who did what to what: one row per entity a command touched, in its transaction. Rows are hashed here and sealed by a
//! job each minute.

use crate::{db::Tx, error::OpError, seal};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use sqlx::QueryBuilder;
use uuid::Uuid;
use vocabulary::{Actor, AuditId};

/// What a command did to one entity.
#[derive(Clone, Debug)]
pub struct Trail {
    /// `item`, `store`, `count` …: the kind of page its history is on.
    pub entity: &'static str,
    pub id: Uuid,
    pub detail: Map<String, Value>,
}

impl Trail {
    #[must_use]
    pub fn of(entity: &'static str, id: impl Into<Uuid>) -> Self {
        Self { entity, id: id.into(), detail: Map::new() }
    }

    /// A field that was changed; nothing is noted where it was not.
    #[must_use]
    pub fn changed<T: serde::Serialize + PartialEq>(mut self, field: &str, from: &T, to: &T) -> Self {
        if from != to {
            self.detail.insert(field.to_owned(), json!({ "from": from, "to": to }));
        }
        self
    }

    /// A fact worth keeping.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl serde::Serialize) -> Self {
        self.detail.insert(field.to_owned(), json!({ "to": value }));
        self
    }
}

pub(crate) async fn write(tx: &mut Tx, actor: &Actor, operation: &str, trails: Vec<Trail>) -> Result<(), OpError> {
    if trails.is_empty() {
        return Ok(());
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    let person = actor.person.map_or(Uuid::nil(), |person| person.0);
    let mut leaves = Vec::with_capacity(trails.len());
    let mut rows = Vec::with_capacity(trails.len());
    for trail in trails {
        let id = AuditId::new().0;
        let detail = Value::Object(trail.detail).to_string();
        let hash = row_hash(tenant, id, now.timestamp_micros(), person, operation, trail.entity, trail.id, &detail);
        leaves.push((id, hash));
        rows.push((id, trail.entity, trail.id, detail, hash));
    }
    let mut insert =
        QueryBuilder::new("INSERT INTO audit (tenant_id, id, at, person_id, actor_name, door, operation, entity_kind, entity_id, detail, hash) ");
    insert.push_values(&rows, |mut row, (id, entity, entity_id, detail, hash)| {
        row.push_bind(tenant)
            .push_bind(*id)
            .push_bind(now)
            .push_bind(person)
            .push_bind(&actor.name)
            .push_bind(actor.door.tag())
            .push_bind(operation)
            .push_bind(*entity)
            .push_bind(*entity_id)
            .push_bind(detail)
            .push_bind(hash.as_slice());
    });
    insert.build().execute(tx.conn()).await?;
    seal::enqueue(tx, seal::Leaf::Audit, &leaves).await
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
