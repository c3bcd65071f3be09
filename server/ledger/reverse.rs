//! Undo is a counter-entry: what a posting moved, moved back.

use crate::{Document, Leg, Line, Place, Posting};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;
use vocabulary::{LocationId, LotId, PlaceKind, PostingId, PostingKind, Quantity, Said, Status, StoreId, VariantId};

/// Builds the counter-entry of a posting: of all its lines not yet taken back, or of those named.
///
/// # Errors
/// Not found; `posting-is-a-reversal`; `posting-is-an-offset`; `posting-already-reversed` when nothing is left to take back.
pub async fn reversal(tx: &mut Tx, posting: PostingId, only: Option<&[i32]>) -> Result<Posting, OpError> {
    let head: Head = sqlx::query_as("SELECT kind, store_id, document_ref, occurred_at FROM posting WHERE tenant_id = ? AND id = ?")
        .bind(tx.tenant())
        .bind(posting.0)
        .fetch_optional(tx.conn())
        .await?
        .ok_or_else(OpError::not_found)?;
    match PostingKind::of_code(head.0) {
        Some(PostingKind::Reversal) => return Err(OpError::conflict(Said::new("posting-is-a-reversal"))),
        Some(PostingKind::CountOffset) => return Err(OpError::conflict(Said::new("posting-is-an-offset"))),
        _ => {}
    }
    counter_entry(tx, posting, head, only).await
}

/// The counter-entry of lines of an offset, which goes with the count that it kept and is never taken back by itself.
///
/// # Errors
/// As [`reversal`].
pub(crate) async fn reversal_of_offset(tx: &mut Tx, offset: PostingId, lines: &[i32], counted_at: DateTime<Utc>) -> Result<Posting, OpError> {
    let head: Head = sqlx::query_as("SELECT kind, store_id, document_ref, ? FROM posting WHERE tenant_id = ? AND id = ?")
        .bind(counted_at)
        .bind(tx.tenant())
        .bind(offset.0)
        .fetch_optional(tx.conn())
        .await?
        .ok_or_else(OpError::not_found)?;
    counter_entry(tx, offset, head, Some(lines)).await
}

/// The kind, the store, the document's number, and when it happened.
type Head = (u8, Uuid, String, DateTime<Utc>);

async fn counter_entry(
    tx: &mut Tx,
    posting: PostingId,
    (kind, store, reference, happened_at): Head,
    only: Option<&[i32]>,
) -> Result<Posting, OpError> {
    let tenant = tx.tenant();
    let taken_back: Vec<i32> = sqlx::query_scalar("SELECT line FROM reversal FORCE INDEX (PRIMARY) WHERE tenant_id = ? AND posting_id = ?")
        .bind(tenant)
        .bind(posting.0)
        .fetch_all(tx.conn())
        .await?;
    let lines = legs(tx, posting).await?;
    let mut lines: Vec<Line> =
        lines.into_values().filter(|line| !taken_back.contains(&line.number) && only.is_none_or(|only| only.contains(&line.number))).collect();
    if lines.is_empty() {
        return Err(OpError::conflict(Said::new("posting-already-reversed")));
    }
    let uncounts = PostingKind::of_code(kind) == Some(PostingKind::Count);
    let moments = if uncounts { moments(tx, posting).await? } else { HashMap::new() };
    for line in &mut lines {
        line.at = Some(moments.get(&line.number).copied().unwrap_or(happened_at));
    }
    let now = tx.now();
    let places = crate::StorePlaces::load(tx, StoreId(store)).await?;
    let document = Document { kind: "posting", id: posting.0, reference };
    Ok(Posting { document, reverses: Some(posting), uncounts, ..Posting::new(PostingKind::Reversal, &places, now, lines) })
}

/// When each line of a count was counted.
async fn moments(tx: &mut Tx, count: PostingId) -> Result<HashMap<i32, DateTime<Utc>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(i32, DateTime<Utc>)> = sqlx::query_as("SELECT line, counted_at FROM count_mark WHERE tenant_id = ? AND posting_id = ?")
        .bind(tenant)
        .bind(count.0)
        .fetch_all(tx.conn())
        .await?;
    Ok(rows.into_iter().collect())
}

type LegRow = (i32, Uuid, Uuid, u8, bool, Uuid, Uuid, u8, Decimal, Option<Decimal>);

/// The legs of a posting by line, with their signs turned.
async fn legs(tx: &mut Tx, posting: PostingId) -> Result<BTreeMap<i32, Line>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<LegRow> = sqlx::query_as(
        "SELECT STRAIGHT_JOIN m.line, m.store_id, m.location_id, l.kind, l.allow_negative, m.variant_id, m.lot_id, m.status, m.quantity, m.unit_cost \
         FROM stock_movement m JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = m.tenant_id AND l.id = m.location_id \
         WHERE m.tenant_id = ? AND m.posting_id = ? ORDER BY m.leg",
    )
    .bind(tenant)
    .bind(posting.0)
    .fetch_all(tx.conn())
    .await?;
    let mut lines: BTreeMap<i32, Line> = BTreeMap::new();
    for (number, store, location, kind, allow_negative, variant, lot, status, quantity, unit_cost) in rows {
        let unknown = || anyhow::anyhow!("posting {posting} has a leg of an unknown kind");
        let leg = Leg {
            place: Place {
                store: StoreId(store),
                location: LocationId(location),
                kind: PlaceKind::of_code(kind).ok_or_else(unknown)?,
                allow_negative,
            },
            variant: VariantId(variant),
            lot: LotId(lot),
            status: Status::of_code(status).ok_or_else(unknown)?,
            quantity: -Quantity::new(quantity).map_err(anyhow::Error::new)?,
        };
        lines.entry(number).or_insert_with(|| Line::of(number, "", Vec::new()).costing(unit_cost)).legs.push(leg);
    }
    Ok(lines)
}
