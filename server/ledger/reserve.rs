//! Promises: what is reserved, and what becomes of it. The promise row of a store and variant answers "may I sell it?"; what
//! is open of all reservations of the key is what it says is promised. Whoever changes a line holds the key's promise, and
//! before it the reservation itself, so that all lock in one order.
//!
//! A hold that has lapsed counts for nothing: whoever looks at the promises under their lock lets it go first, so that no
//! sale waits for somebody to clear it away.

use crate::{
    kits::{self, Bundle},
    lock::{PromiseKey, ROWS, out_of_range, push_promises},
    read::Promise,
    shortage,
};
use chrono::{DateTime, Datelike, Utc};
use platform::{
    OpError, Tx,
    db::push_list,
    error::is_duplicate,
    sabotage::{self, Fault},
};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder, query_builder::Separated};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;
use vocabulary::{Actor, Quantity, ReservationId, StoreId, VariantId};

/// A store and a variant.
pub type Key = (StoreId, VariantId);

/// What is written of a new reservation.
#[derive(Clone, Debug)]
pub struct New {
    pub id: ReservationId,
    pub code: String,
    pub kind: u8,
    /// By which way of selling; nought: over the shop's own counter.
    pub channel: u8,
    /// None: it does not lapse.
    pub expires_at: Option<DateTime<Utc>>,
    pub reference: String,
    pub note: String,
}

/// A line of it: so much of a variant at a store.
#[derive(Clone, Copy, Debug)]
pub struct NewLine {
    pub store: StoreId,
    pub variant: VariantId,
    pub quantity: Quantity,
}

/// A reservation under its lock, with the promises of its lines under theirs.
#[derive(Clone, Debug)]
pub struct Held {
    pub id: ReservationId,
    pub code: String,
    pub kind: u8,
    pub state: u8,
    /// By which way of selling; nought: over the shop's own counter.
    pub channel: u8,
    pub fence: i64,
    /// None: it does not lapse.
    pub expires_at: Option<DateTime<Utc>>,
    pub reference: String,
    pub lines: Vec<HeldLine>,
}

/// A line of it, as it is under the lock.
#[derive(Clone, Copy, Debug)]
pub struct HeldLine {
    pub line: i32,
    pub store: StoreId,
    pub variant: VariantId,
    pub quantity: Quantity,
    pub shipped: Quantity,
    pub open: Quantity,
}

/// A day that never comes: nothing in the database is NULL where a key needs it. Written out, because one of the engines
/// takes an instant that is sent to it for one of this half of the century.
pub(crate) const NEVER: &str = "CAST('9999-12-31' AS DATETIME(6))";

/// When it lapses, as a row says it.
#[must_use]
pub fn lapses(expires_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    (expires_at.year() < 9999).then_some(expires_at)
}

/// Locks promises, in the committer's own order, and reads them, without holds that have lapsed; a key that never had any
/// stock is not in the answer. Until the transaction ends nothing of them changes.
///
/// # Errors
/// When the database fails.
pub async fn lock(tx: &mut Tx, keys: &BTreeSet<Key>) -> Result<BTreeMap<Key, Promise>, OpError> {
    let tenant = tx.tenant();
    let mut all: Vec<PromiseKey> = keys.iter().map(|(store, variant)| (store.0, variant.0)).collect();
    if sabotage::on(Fault::ReservingUnsorted) && tx.now().timestamp_millis() % 2 == 0 {
        all.reverse();
    }
    let mut found = BTreeMap::new();
    for keys in tx.parts(&all) {
        let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN p.store_id, p.variant_id, p.sellable, p.promised FROM (");
        push_promises(&mut select, keys);
        select.push(") k JOIN stock_promise p ON p.tenant_id = ").push_bind(tenant);
        select.push(" AND p.store_id = k.store AND p.variant_id = k.variant");
        select.push(sabotage::unless(Fault::ReservingUnlocked, " FOR UPDATE"));
        let rows: Vec<(Uuid, Uuid, Decimal, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (store, variant, sellable, promised) in rows {
            let promise =
                Promise { sellable: Quantity::new(sellable).map_err(out_of_range)?, promised: Quantity::new(promised).map_err(out_of_range)? };
            found.insert((StoreId(store), VariantId(variant)), promise);
        }
    }
    let promised: Vec<PromiseKey> =
        found.iter().filter(|(_, promise)| promise.promised.is_positive()).map(|((store, variant), _)| (store.0, variant.0)).collect();
    for (key, lapsed) in let_lapse(tx, &promised).await? {
        if let Some(promise) = found.get_mut(&key) {
            promise.promised = promise.promised - lapsed;
        }
    }
    Ok(found)
}

/// Lets go of what holds that have lapsed still promise of keys whose promises are locked: how much of each.
///
/// # Errors
/// When the database fails.
pub(crate) async fn let_lapse(tx: &mut Tx, keys: &[PromiseKey]) -> Result<BTreeMap<Key, Quantity>, OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut gone: BTreeMap<Key, Quantity> = BTreeMap::new();
    for keys in tx.parts(keys).filter(|_| !sabotage::on(Fault::LapsedHoldKeeps)) {
        let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN l.reservation_id, l.line, l.store_id, l.variant_id, l.open FROM (");
        push_promises(&mut select, keys);
        select.push(") k JOIN reservation_line l FORCE INDEX (reservation_line_key) ON l.tenant_id = ").push_bind(tenant);
        select.push(" AND l.store_id = k.store AND l.variant_id = k.variant AND l.live = 1 AND l.expires_at <= ").push_bind(now);
        let rows: Vec<(Uuid, i32, Uuid, Uuid, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for rows in rows.chunks(ROWS) {
            let mut update = QueryBuilder::<MySql>::new("UPDATE (");
            for (at, (reservation, line, ..)) in rows.iter().enumerate() {
                update.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*reservation);
                update.push(" AS BINARY(16)) AS reservation, CAST(").push_bind(*line).push(" AS SIGNED) AS line");
            }
            update.push(") k STRAIGHT_JOIN reservation_line l FORCE INDEX (PRIMARY) ON l.tenant_id = ").push_bind(tenant);
            update.push(" AND l.reservation_id = k.reservation AND l.line = k.line SET l.open = 0, l.expires_at = ").push(NEVER);
            update.build().execute(tx.conn()).await?;
        }
        for (.., store, variant, open) in rows {
            *gone.entry((StoreId(store), VariantId(variant))).or_default() += Quantity::new(open).map_err(out_of_range)?;
        }
    }
    let changes: BTreeMap<Key, Quantity> = gone.iter().map(|(key, open)| (*key, -*open)).collect();
    change(tx, &changes).await?;
    Ok(gone)
}

/// Changes what is promised of keys whose promises are locked, and what is short of them.
async fn change(tx: &mut Tx, changes: &BTreeMap<Key, Quantity>) -> Result<(), OpError> {
    promise(tx, changes).await?;
    let keys: Vec<(PromiseKey, Uuid)> = changes.keys().map(|(store, variant)| ((store.0, variant.0), Uuid::nil())).collect();
    shortage::settle(tx, &keys).await
}

/// The same, and leaves what is short to who does more in the same breath.
async fn promise(tx: &mut Tx, changes: &BTreeMap<Key, Quantity>) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let changes: Vec<(&Key, &Quantity)> = changes.iter().filter(|(_, change)| !change.is_zero()).collect();
    for changes in tx.parts(&changes) {
        // By the list of keys, each by its whole key: else one of the databases goes through the table and waits for rows that
        // are others'.
        let mut write = QueryBuilder::<MySql>::new("UPDATE (");
        for (at, ((store, variant), change)) in changes.iter().enumerate() {
            write.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(store.0).push(" AS BINARY(16)) AS store, CAST(");
            write.push_bind(variant.0).push(" AS BINARY(16)) AS variant, CAST(").push_bind(change.decimal()).push(" AS DECIMAL(19,6)) AS by_so_much");
        }
        write.push(") k STRAIGHT_JOIN stock_promise p FORCE INDEX (PRIMARY) ON p.tenant_id = ").push_bind(tenant);
        write.push(" AND p.store_id = k.store AND p.variant_id = k.variant SET p.promised = p.promised + k.by_so_much, p.version = p.version + 1");
        write.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// What is short of a held reservation's keys, once what was promised of it is shipped.
///
/// # Errors
/// When the database fails.
pub async fn settle(tx: &mut Tx, held: &Held) -> Result<(), OpError> {
    let keys: BTreeSet<PromiseKey> = held.lines.iter().map(|line| (line.store.0, line.variant.0)).collect();
    shortage::settle(tx, &keys.into_iter().map(|key| (key, Uuid::nil())).collect::<Vec<_>>()).await
}

/// A reservation to be written: for whom, and what.
pub struct Made<'a> {
    pub actor: &'a Actor,
    pub new: New,
    pub lines: Vec<NewLine>,
    /// The kits that its lines were told as.
    pub kits: Vec<Bundle>,
}

/// Writes reservations whose keys' promises are locked, and of which there is enough for all of them.
///
/// # Errors
/// When the database fails.
pub async fn reserve(tx: &mut Tx, made: &[Made<'_>]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for made in tx.parts(made) {
        let mut insert = QueryBuilder::<MySql>::new(
            "INSERT INTO reservation (tenant_id, id, code, kind, channel, state, fence, expires_at, reference, note, person_id, actor_name, created_at) ",
        );
        insert.push_values(made, |mut row, Made { actor, new, .. }| {
            row.push_bind(tenant).push_bind(new.id.0).push_bind(&new.code).push_bind(new.kind).push_bind(new.channel).push("1").push("1");
            push_end(&mut row, new.expires_at);
            row.push_bind(&new.reference).push_bind(&new.note).push_bind(actor.person.map_or(Uuid::nil(), |person| person.0));
            row.push_bind(&actor.name).push_bind(now);
        });
        // Another id has these last bits: the next will not.
        let again = |error| if is_duplicate(&error, Some("reservation_code")) { OpError::Again } else { error.into() };
        insert.build().execute(tx.conn()).await.map_err(again)?;
    }
    let mut changes: BTreeMap<Key, Quantity> = BTreeMap::new();
    let lines: Vec<(&New, i32, &NewLine)> =
        made.iter().flat_map(|made| (0..).zip(&made.lines).map(|(number, line)| (&made.new, number, line))).collect();
    for lines in tx.parts(&lines) {
        let mut insert = QueryBuilder::<MySql>::new(
            "INSERT INTO reservation_line (tenant_id, reservation_id, line, store_id, variant_id, quantity, open, expires_at) ",
        );
        insert.push_values(lines, |mut row, (new, number, line)| {
            row.push_bind(tenant).push_bind(new.id.0).push_bind(*number).push_bind(line.store.0).push_bind(line.variant.0);
            row.push_bind(line.quantity.decimal()).push_bind(line.quantity.decimal());
            push_end(&mut row, new.expires_at);
            *changes.entry((line.store, line.variant)).or_default() += line.quantity;
        });
        insert.build().execute(tx.conn()).await?;
    }
    for made in made {
        kits::write(tx, kits::Of::Reservation, made.new.id.0, &made.kits).await?;
    }
    change(tx, &changes).await
}

/// When it lapses, as a row keeps it.
fn push_end(row: &mut Separated<'_, MySql, &'static str>, expires_at: Option<DateTime<Utc>>) {
    row.push("COALESCE(").push_bind_unseparated(expires_at).push_unseparated(", ").push_unseparated(NEVER).push_unseparated(")");
}

/// Locks a reservation and the promises of its lines, and reads it.
///
/// # Errors
/// Not found.
pub async fn held(tx: &mut Tx, id: ReservationId) -> Result<Held, OpError> {
    let tenant = tx.tenant();
    let head: Option<(String, u8, u8, u8, i64, DateTime<Utc>, String)> = sqlx::query_as(if sabotage::on(Fault::TenantForgotten) {
        "SELECT code, kind, state, channel, fence, expires_at, reference FROM reservation WHERE ? > 0 AND id = ? FOR UPDATE"
    } else {
        "SELECT code, kind, state, channel, fence, expires_at, reference FROM reservation WHERE tenant_id = ? AND id = ? FOR UPDATE"
    })
    .bind(tenant)
    .bind(id.0)
    .fetch_optional(tx.conn())
    .await?;
    let (code, kind, state, channel, fence, expires_at, reference) = head.ok_or_else(OpError::not_found)?;
    let keys: BTreeSet<Key> = lines(tx, id).await?.iter().map(|line| (line.store, line.variant)).collect();
    lock(tx, &keys).await?;
    // Again, under the lock: what has lapsed is let go by now.
    let lines = lines(tx, id).await?;
    Ok(Held { id, code, kind, state, channel, fence, expires_at: lapses(expires_at), reference, lines })
}

async fn lines(tx: &mut Tx, id: ReservationId) -> Result<Vec<HeldLine>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(i32, Uuid, Uuid, Decimal, Decimal, Decimal)> = sqlx::query_as(
        "SELECT line, store_id, variant_id, quantity, shipped, open FROM reservation_line WHERE tenant_id = ? AND reservation_id = ? ORDER BY line",
    )
    .bind(tenant)
    .bind(id.0)
    .fetch_all(tx.conn())
    .await?;
    let quantity = |value: Decimal| Quantity::new(value).map_err(out_of_range);
    rows.into_iter()
        .map(|(line, store, variant, wanted, shipped, open)| {
            let (quantity, shipped, open) = (quantity(wanted)?, quantity(shipped)?, quantity(open)?);
            Ok(HeldLine { line, store: store.into(), variant: variant.into(), quantity, shipped, open })
        })
        .collect()
}

/// Lets go of so much of lines that are held: to be shipped, after which [`settle`] follows, or for good.
///
/// # Errors
/// When the database fails.
pub async fn let_go(tx: &mut Tx, held: &Held, parts: &[(i32, Quantity)], ships: bool) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let mut changes: BTreeMap<Key, Quantity> = BTreeMap::new();
    for parts in parts.chunks(ROWS) {
        let mut update = QueryBuilder::<MySql>::new("UPDATE reservation_line SET ");
        let cases = |update: &mut QueryBuilder<MySql>| {
            update.push("CASE line ");
            for (line, quantity) in parts {
                update.push("WHEN ").push_bind(*line).push(" THEN CAST(").push_bind(quantity.decimal()).push(" AS DECIMAL(19,6)) ");
            }
            update.push("END");
        };
        if ships {
            update.push("shipped = shipped + ");
            cases(&mut update);
            update.push(", ");
        }
        update.push("open = open - ");
        cases(&mut update);
        // Assignments go from left to right: by here `open` is what is left.
        update.push(", expires_at = CASE WHEN open = 0 THEN ").push(NEVER).push(" ELSE expires_at END");
        update.push(" WHERE tenant_id = ").push_bind(tenant).push(" AND reservation_id = ").push_bind(held.id.0).push(" AND line IN ");
        push_list(&mut update, parts.iter().map(|(line, _)| *line));
        update.build().execute(tx.conn()).await?;
    }
    for (number, quantity) in parts {
        if let Some(line) = held.lines.iter().find(|line| line.line == *number) {
            let change = changes.entry((line.store, line.variant)).or_default();
            *change = *change - *quantity;
        }
    }
    if ships { promise(tx, &changes).await } else { change(tx, &changes).await }
}

/// Writes a held reservation's new kind, state and end; its fence is raised. The lines still open lapse with it.
///
/// # Errors
/// When the database fails.
pub async fn turn(tx: &mut Tx, held: &Held, kind: u8, state: u8, expires_at: Option<DateTime<Utc>>, ended: bool) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    sqlx::query(
        "UPDATE reservation FORCE INDEX (PRIMARY) SET kind = ?, state = ?, expires_at = COALESCE(?, CAST('9999-12-31' AS DATETIME(6))), fence = fence + 1, ended_at = ? \
         WHERE tenant_id = ? AND id = ?",
    )
    .bind(kind)
    .bind(state)
    .bind(expires_at)
    .bind(ended.then_some(now))
    .bind(tenant)
    .bind(held.id.0)
    .execute(tx.conn())
    .await?;
    if expires_at != held.expires_at {
        sqlx::query(
            "UPDATE reservation_line SET expires_at = COALESCE(?, CAST('9999-12-31' AS DATETIME(6))) \
             WHERE tenant_id = ? AND reservation_id = ? AND open > 0",
        )
        .bind(expires_at)
        .bind(tenant)
        .bind(held.id.0)
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}
