//! What is kept of a change of value that people make: its document, and which layers it raised or lowered by how much, so that
//! it can be taken back.

use super::{
    adjust::{Changed, Document, Of},
    event::PoolKey,
    pool::Take,
};
use crate::lock::ROWS;
use platform::{OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::Actor;

/// A layer of a variant's pool, the line of the receipt that it bore something for, how much was left of it, and by how much
/// its value changed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    pub variant: Uuid,
    pub line: i32,
    pub pool: PoolKey,
    pub take: Take,
}

/// What a document changed, layer by layer.
#[derive(Debug, Default)]
pub(super) struct Changes(Vec<Change>);

impl Changes {
    pub fn add(&mut self, variant: Uuid, line: i32, pool: PoolKey, takes: Vec<Take>) {
        self.0.extend(takes.into_iter().filter(|take| !take.value.is_zero()).map(|take| Change { variant, line, pool, take }));
    }
}

/// # Errors
/// When the database fails.
pub(super) async fn write_changes(tx: &mut Tx, document: Uuid, changes: &Changes) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for changes in changes.0.chunks(ROWS) {
        let mut insert = QueryBuilder::<MySql>::new(
            "INSERT INTO cost_changed (tenant_id, document_id, variant_id, line, scope_id, lot_id, number, quantity, value) ",
        );
        insert.push_values(changes, |mut row, Change { variant, line, pool, take }| {
            row.push_bind(tenant).push_bind(document).push_bind(*variant).push_bind(*line).push_bind(pool.scope).push_bind(pool.lot);
            row.push_bind(take.layer).push_bind(take.quantity).push_bind(take.value);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// What a document changed.
///
/// # Errors
/// When the database fails.
pub(super) async fn changes(tx: &mut Tx, document: Uuid) -> Result<Vec<Change>, OpError> {
    type Row = (Uuid, i32, Uuid, Uuid, i64, rust_decimal::Decimal, rust_decimal::Decimal);
    let tenant = tx.tenant();
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT variant_id, line, scope_id, lot_id, number, quantity, value FROM cost_changed WHERE tenant_id = ? AND document_id = ? \
         ORDER BY variant_id, line, scope_id, lot_id, number",
    )
    .bind(tenant)
    .bind(document)
    .fetch_all(tx.conn())
    .await?;
    let change = |(variant, line, scope, lot, layer, quantity, value)| Change {
        variant,
        line,
        pool: PoolKey { scope, lot },
        take: Take { layer, quantity, value },
    };
    Ok(rows.into_iter().map(change).collect())
}

/// # Errors
/// When the database fails, and where another takes back the same in this moment.
pub(super) async fn write_document(tx: &mut Tx, actor: &Actor, of: &Of, document: &Document, changed: Changed) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut insert = QueryBuilder::<MySql>::new(
        "INSERT INTO cost_document (tenant_id, id, kind, posting_id, variant_id, standard_before, undoes, reference, note, currency, amount, rate, \
         rate_source, rate_date, value, on_hand, gone, person_id, actor_name, occurred_at, created_at) ",
    );
    insert.push_values([document], |mut row, document| {
        row.push_bind(tenant).push_bind(document.id).push_bind(document.kind).push_bind(of.posting).push_bind(of.variant);
        row.push_bind(of.standard_before).push_bind(document.undoes).push_bind(&document.reference);
        row.push_bind(&document.note).push_bind(document.currency.code()).push_bind(document.amount).push_bind(document.rate);
        row.push_bind(&document.rate_source).push_bind(document.rate_date).push_bind(changed.value).push_bind(changed.on_hand);
        row.push_bind(changed.gone).push_bind(actor.person.map_or(Uuid::nil(), |person| person.0)).push_bind(&actor.name);
        row.push_bind(now).push_bind(now);
    });
    insert.build().execute(tx.conn()).await?;
    Ok(())
}
