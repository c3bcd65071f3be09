//! What of a programme there is, and what of that is due: by when it was last counted, wherever and however that was.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::HashMap;
use stock_rules::{AbcClass, ClassMeasure, CountProgrammeRow, ProgrammeKind, Turn, VELOCITY_DAYS, decide_classes, decide_due, decide_sample};
use uuid::Uuid;
use vocabulary::{PlaceKind, PostingKind, Status, StoreId};

/// Most items or places of a store that a programme looks at.
const MOST: i64 = 200_000;

/// All that a programme goes over.
///
/// # Errors
/// When the database fails.
pub(super) async fn turns(tx: &mut Tx, programme: &CountProgrammeRow) -> Result<Vec<Turn<Uuid>>, OpError> {
    match programme.spec.kind {
        ProgrammeKind::Classes => classes(tx, programme).await,
        ProgrammeKind::Sample => {
            let items = items(tx, programme.store).await?;
            Ok(items.into_iter().map(|item| Turn { key: item.variant_id, class: AbcClass::A, counted_at: item.counted_at() }).collect())
        }
        ProgrammeKind::Places => places(tx, programme.store).await,
        ProgrammeKind::EmptyPlaces => empty_places(tx, programme.store).await,
    }
}

/// What of that is to be counted on a day, at most as many as the programme counts at once. Of a sample, as chance has it.
pub(super) fn due(programme: &CountProgrammeRow, turns: &[Turn<Uuid>], on: NaiveDate, now: DateTime<Utc>) -> Vec<Uuid> {
    let size = usize::from(programme.spec.size);
    if programme.spec.kind != ProgrammeKind::Sample {
        return decide_due(turns, programme.spec.days, now, size);
    }
    let keys: Vec<u128> = turns.iter().map(|turn| turn.key.as_u128()).collect();
    let days = u128::from(on.signed_duration_since(NaiveDate::default()).num_days().unsigned_abs());
    decide_sample(&keys, programme.programme.0.as_u128() ^ days, size).into_iter().map(Uuid::from_u128).collect()
}

/// An item with stock in a store.
#[derive(sqlx::FromRow)]
struct Item {
    variant_id: Uuid,
    on_hand: Decimal,
    cost: Option<Decimal>,
    /// At so many of its places it was never counted.
    never: Decimal,
    counted: Option<DateTime<Utc>>,
}

impl Item {
    fn counted_at(&self) -> Option<DateTime<Utc>> {
        self.counted.filter(|_| self.never.is_zero())
    }
}

async fn items(tx: &mut Tx, store: StoreId) -> Result<Vec<Item>, OpError> {
    let tenant = tx.tenant();
    Ok(sqlx::query_as(
        "SELECT b.variant_id, SUM(b.on_hand) AS on_hand, MAX(v.cost) AS cost, SUM(b.counted_at IS NULL) AS never, MIN(b.counted_at) AS counted \
         FROM stock_balance b JOIN location l ON l.tenant_id = b.tenant_id AND l.id = b.location_id AND l.kind < 10 \
         JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id \
         WHERE b.tenant_id = ? AND b.store_id = ? AND b.status = ? AND b.on_hand <> 0 GROUP BY b.variant_id ORDER BY b.variant_id LIMIT ?",
    )
    .bind(tenant)
    .bind(store.0)
    .bind(Status::Available.code())
    .bind(MOST)
    .fetch_all(tx.conn())
    .await?)
}

/// Items by class. What has no cost is worth nothing as far as is known.
async fn classes(tx: &mut Tx, programme: &CountProgrammeRow) -> Result<Vec<Turn<Uuid>>, OpError> {
    let items = items(tx, programme.store).await?;
    let measures: Vec<(Uuid, Decimal)> = match programme.spec.measure {
        ClassMeasure::Value => {
            let worth = |item: &Item| item.cost.and_then(|cost| item.on_hand.checked_mul(cost)).unwrap_or_default();
            items.iter().map(|item| (item.variant_id, worth(item))).collect()
        }
        ClassMeasure::Velocity => {
            let sold = sold(tx, programme.store).await?;
            items.iter().map(|item| (item.variant_id, sold.get(&item.variant_id).copied().unwrap_or_default())).collect()
        }
    };
    let counted: HashMap<Uuid, Option<DateTime<Utc>>> = items.iter().map(|item| (item.variant_id, item.counted_at())).collect();
    let classes = decide_classes(&measures, programme.spec.share_a, programme.spec.share_b);
    Ok(classes.into_iter().map(|(key, class)| Turn { key, class, counted_at: counted.get(&key).copied().flatten() }).collect())
}

/// Units of each item that a store sold lately.
async fn sold(tx: &mut Tx, store: StoreId) -> Result<HashMap<Uuid, Decimal>, OpError> {
    let (tenant, since) = (tx.tenant(), tx.now() - TimeDelta::days(VELOCITY_DAYS));
    // Ids are made in the order of time, so those since then are one stretch of the index.
    let rows: Vec<(Uuid, Decimal)> = sqlx::query_as(
        "SELECT STRAIGHT_JOIN m.variant_id, SUM(m.quantity) FROM posting p FORCE INDEX (posting_kind) \
         JOIN stock_movement m FORCE INDEX (PRIMARY) ON m.tenant_id = p.tenant_id AND m.posting_id = p.id AND m.quantity > 0 \
         WHERE p.tenant_id = ? AND p.kind = ? AND p.id >= ? AND p.store_id = ? GROUP BY m.variant_id",
    )
    .bind(tenant)
    .bind(PostingKind::Sale.code())
    .bind(first_id(since))
    .bind(store.0)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().collect())
}

/// The least id that could have been made at an instant.
pub(crate) fn first_id(at: DateTime<Utc>) -> Uuid {
    let millis = u128::try_from(at.timestamp_millis()).unwrap_or_default();
    Uuid::from_u128((millis << 80) | (7 << 76))
}

type PlaceRow = (Uuid, Option<DateTime<Utc>>);

/// Places with stock. One is counted when all that stands there is.
async fn places(tx: &mut Tx, store: StoreId) -> Result<Vec<Turn<Uuid>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<PlaceRow> = sqlx::query_as(
        "SELECT l.id, CASE WHEN SUM(b.counted_at IS NULL) > 0 THEN NULL ELSE MIN(b.counted_at) END FROM location l \
         JOIN stock_balance b ON b.tenant_id = l.tenant_id AND b.location_id = l.id AND b.status = ? AND b.on_hand <> 0 \
         WHERE l.tenant_id = ? AND l.store_id = ? AND l.kind < ? AND l.archived_at IS NULL GROUP BY l.id ORDER BY l.id LIMIT ?",
    )
    .bind(Status::Available.code())
    .bind(tenant)
    .bind(store.0)
    .bind(PlaceKind::Supplier.code())
    .bind(MOST)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(turn).collect())
}

/// Places that hold no others and should hold nothing: looked at when somebody last finished one in a count.
async fn empty_places(tx: &mut Tx, store: StoreId) -> Result<Vec<Turn<Uuid>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<PlaceRow> = sqlx::query_as(
        "SELECT l.id, (SELECT MAX(p.finished_at) FROM count_place p WHERE p.tenant_id = l.tenant_id AND p.location_id = l.id) FROM location l \
         WHERE l.tenant_id = ? AND l.store_id = ? AND l.kind < ? AND l.archived_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM stock_balance b WHERE b.tenant_id = l.tenant_id AND b.location_id = l.id AND b.on_hand <> 0) \
         AND NOT EXISTS (SELECT 1 FROM location c WHERE c.tenant_id = l.tenant_id AND c.parent_id = l.id AND c.id <> l.id AND c.archived_at IS NULL) \
         ORDER BY l.id LIMIT ?",
    )
    .bind(tenant)
    .bind(store.0)
    .bind(PlaceKind::Supplier.code())
    .bind(MOST)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(turn).collect())
}

fn turn((key, counted_at): PlaceRow) -> Turn<Uuid> {
    Turn { key, class: AbcClass::A, counted_at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_id_of_an_instant_is_before_all_that_are_made_then() {
        let now = Utc::now();
        let made = Uuid::now_v7();
        assert!(first_id(now) <= made && made < first_id(now + TimeDelta::seconds(5)));
    }
}
