//! Lots and numbered pieces: what is known of them, and what the committer holds of them while it posts.
//!
//! Lots are locked before promises and balances, in primary-key order. Who brings some of a lot shares its lock; who holds
//! it back, calls it back or clears it away takes it alone.

use crate::lock::ROWS;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use platform::{
    OpError, Tx,
    sabotage::{self, Fault},
};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;
use vocabulary::{LocationId, LotId, LotState, VariantId};

/// A last day, as a row says it.
#[must_use]
pub fn last_day(day: NaiveDate) -> Option<NaiveDate> {
    (day < never()).then_some(day)
}

/// The last day of what keeps for ever.
#[must_use]
pub fn never() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// When a last day is over where the day is youngest: fourteen hours ahead of UTC.
#[must_use]
pub fn first_over(last: NaiveDate) -> NaiveDateTime {
    if last >= never() { never().into() } else { NaiveDateTime::from(last) + TimeDelta::days(1) - TimeDelta::hours(14) }
}

/// When a last day is over everywhere: twelve hours behind UTC is the last of all.
#[must_use]
pub fn over_everywhere(last: NaiveDate) -> NaiveDateTime {
    NaiveDateTime::from(last) + TimeDelta::days(1) + TimeDelta::hours(12)
}

/// A lot, or a piece with a number of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    pub id: LotId,
    pub variant: VariantId,
    pub serial: bool,
    pub code: String,
    pub expires_on: Option<NaiveDate>,
    pub made_on: Option<NaiveDate>,
    pub state: LotState,
    /// Why it is held or called back.
    pub note: String,
    pub version: i64,
    /// Some of it may be somewhere.
    pub live: bool,
}

/// How a lot is named: of which variant, whether it is one piece, and its code.
pub type Name = (VariantId, bool, String);

/// A lot that may be new.
#[derive(Clone, Debug)]
pub struct NewLot {
    pub variant: VariantId,
    pub serial: bool,
    pub code: String,
    pub expires_on: Option<NaiveDate>,
    pub made_on: Option<NaiveDate>,
}

impl NewLot {
    fn name(&self) -> Name {
        (self.variant, self.serial, self.code.clone())
    }
}

type Row = (Uuid, Uuid, bool, String, NaiveDate, Option<NaiveDate>, u8, String, i64, bool);

const COLUMNS: &str = "t.id, t.variant_id, t.serial, t.code, t.expires_on, t.made_on, t.state, t.note, t.version, t.live";

fn lot((id, variant, serial, code, expires_on, made_on, state, note, version, live): Row) -> Result<Lot, OpError> {
    let state = LotState::of_code(state).ok_or_else(|| anyhow::anyhow!("lot {id} is in the unknown state {state}"))?;
    Ok(Lot { id: LotId(id), variant: VariantId(variant), serial, code, expires_on: last_day(expires_on), made_on, state, note, version, live })
}

/// Finds lots by their names and shares their locks, so that none is held back or cleared away until the transaction ends.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &mut Tx, names: &[Name]) -> Result<HashMap<Name, Lot>, OpError> {
    let (tenant, mut found) = (tx.tenant(), HashMap::new());
    let names: Vec<&Name> = names.iter().collect::<BTreeSet<_>>().into_iter().collect();
    for names in names.chunks(ROWS) {
        let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN ");
        select.push(COLUMNS).push(" FROM (");
        for (at, (variant, serial, code)) in names.iter().enumerate() {
            select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(variant.0);
            select.push(" AS BINARY(16)) AS variant, CAST(").push_bind(*serial).push(" AS UNSIGNED) AS serial, CAST(").push_bind(code.as_str());
            select.push(" AS CHAR(64)) COLLATE utf8mb4_bin AS code");
        }
        select.push(") k JOIN lot t FORCE INDEX (lot_code) ON t.tenant_id = ").push_bind(tenant);
        select.push(" AND t.variant_id = k.variant AND t.serial = k.serial AND t.code = k.code LOCK IN SHARE MODE");
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        for row in rows {
            let lot = lot(row)?;
            found.insert((lot.variant, lot.serial, lot.code.clone()), lot);
        }
    }
    Ok(found)
}

/// Finds lots and makes those that are missing. Two that make the same one wait for each other, and get the same.
///
/// # Errors
/// When the database fails.
pub async fn open(tx: &mut Tx, wanted: &[NewLot]) -> Result<HashMap<Name, Lot>, OpError> {
    let names: Vec<Name> = wanted.iter().map(NewLot::name).collect();
    let found = find(tx, &names).await?;
    let missing: BTreeMap<Name, &NewLot> = wanted.iter().map(|new| (new.name(), new)).filter(|(name, _)| !found.contains_key(name)).collect();
    if missing.is_empty() {
        return Ok(found);
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    let all: Vec<&NewLot> = missing.into_values().collect();
    for missing in all.chunks(ROWS) {
        let mut insert =
            QueryBuilder::<MySql>::new("INSERT INTO lot (tenant_id, id, variant_id, serial, code, expires_on, made_on, look_at, created_at) ");
        insert.push_values(missing, |mut row, new| {
            let last = new.expires_on.unwrap_or_else(never);
            row.push_bind(tenant).push_bind(LotId::new().0).push_bind(new.variant.0).push_bind(new.serial).push_bind(&new.code);
            row.push_bind(last).push_bind(new.made_on).push_bind(first_over(last)).push_bind(now);
        });
        insert.push(" ON DUPLICATE KEY UPDATE id = id").build().execute(tx.conn()).await?;
    }
    find(tx, &names).await
}

/// Reads lots by their ids; one that is not the tenant's is not in the answer.
///
/// # Errors
/// When the database fails.
pub async fn by_id(tx: &mut Tx, ids: &BTreeSet<LotId>) -> Result<HashMap<LotId, Lot>, OpError> {
    read(tx, ids, "").await
}

/// Reads lots and shares their locks.
///
/// # Errors
/// When the database fails.
pub async fn share(tx: &mut Tx, ids: &BTreeSet<LotId>) -> Result<HashMap<LotId, Lot>, OpError> {
    read(tx, ids, " LOCK IN SHARE MODE").await
}

async fn read(tx: &mut Tx, ids: &BTreeSet<LotId>, lock: &'static str) -> Result<HashMap<LotId, Lot>, OpError> {
    let (tenant, mut found) = (tx.tenant(), HashMap::with_capacity(ids.len()));
    let ids: Vec<LotId> = ids.iter().copied().filter(|id| *id != LotId::NONE).collect();
    for ids in ids.chunks(ROWS) {
        let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN ");
        select.push(COLUMNS).push(" FROM (");
        push_lots(&mut select, ids);
        select.push(") k JOIN lot t FORCE INDEX (PRIMARY) ON t.tenant_id = ").push_bind(tenant).push(" AND t.id = k.lot").push(lock);
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        for row in rows {
            let lot = lot(row)?;
            found.insert(lot.id, lot);
        }
    }
    Ok(found)
}

/// Takes one lot alone: nobody brings any of it until the transaction ends.
///
/// # Errors
/// Not found.
pub async fn take(tx: &mut Tx, id: LotId) -> Result<Lot, OpError> {
    let found = read(tx, &BTreeSet::from([id]), " FOR UPDATE").await?;
    found.into_values().next().ok_or_else(OpError::not_found)
}

/// Writes what is said of a lot that was taken.
///
/// # Errors
/// When the database fails.
pub async fn write(tx: &mut Tx, lot: &Lot) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let last = lot.expires_on.unwrap_or_else(never);
    // Somebody looks at once: what was for sale may not be any more.
    let now = tx.now().naive_utc();
    sqlx::query("UPDATE lot SET expires_on = ?, made_on = ?, state = ?, note = ?, version = version + 1, live = TRUE, look_at = ? WHERE tenant_id = ? AND id = ?")
        .bind(last)
        .bind(lot.made_on)
        .bind(lot.state.code())
        .bind(&lot.note)
        .bind(now)
        .bind(tenant)
        .bind(lot.id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Somebody has looked at a lot that was taken: nothing of it is for sale that may not be. Looks again then, or never.
///
/// # Errors
/// When the database fails.
pub async fn looked(tx: &mut Tx, lot: LotId, again: Option<NaiveDateTime>, live: bool) -> Result<(), OpError> {
    let tenant = tx.tenant();
    sqlx::query("UPDATE lot SET look_at = ?, live = ? WHERE tenant_id = ? AND id = ?")
        .bind(again.unwrap_or_else(|| never().into()))
        .bind(live)
        .bind(tenant)
        .bind(lot.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Wakes lots of which some comes again that had none, and has them looked at: by whom they were put to rest, nobody said
/// when to look again.
pub(crate) async fn wake(tx: &mut Tx, dead: &BTreeSet<LotId>, look: &BTreeSet<LotId>) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for lot in dead.union(look) {
        sqlx::query("UPDATE lot SET live = TRUE, look_at = ? WHERE tenant_id = ? AND id = ?")
            .bind(now.naive_utc())
            .bind(tenant)
            .bind(lot.0)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Lists lots as rows to join: `lot`.
pub(crate) fn push_lots(select: &mut QueryBuilder<MySql>, ids: &[LotId]) {
    for (at, id) in ids.iter().enumerate() {
        select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(id.0).push(" AS BINARY(16)) AS lot");
    }
}

/// Where a numbered piece is: in one place, or in none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    pub present: bool,
    /// Where it is, or was last.
    pub location: LocationId,
    /// [`vocabulary::Status`] in which it is there.
    pub status: u8,
}

impl Whereabouts {
    /// Whether another balance of it is the one that is meant here.
    pub(crate) fn is_at(&self, other: &Self) -> bool {
        (self.location, self.status) == (other.location, other.status)
    }
}

/// Where pieces are, with their locks; one that never was anywhere is not in the answer.
///
/// # Errors
/// When the database fails.
pub(crate) async fn lock_serials(tx: &mut Tx, ids: &BTreeSet<LotId>) -> Result<HashMap<LotId, Whereabouts>, OpError> {
    whereabouts(tx, ids, sabotage::unless(Fault::SerialsUnlocked, " FOR UPDATE")).await
}

/// Where pieces are; one that never was anywhere is not in the answer.
///
/// # Errors
/// When the database fails.
pub async fn where_are(tx: &mut Tx, ids: &BTreeSet<LotId>) -> Result<HashMap<LotId, Whereabouts>, OpError> {
    whereabouts(tx, ids, "").await
}

async fn whereabouts(tx: &mut Tx, ids: &BTreeSet<LotId>, lock: &'static str) -> Result<HashMap<LotId, Whereabouts>, OpError> {
    let (tenant, mut found) = (tx.tenant(), HashMap::with_capacity(ids.len()));
    let ids: Vec<LotId> = ids.iter().copied().collect();
    for ids in ids.chunks(ROWS) {
        let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN s.lot_id, s.present, s.location_id, s.status FROM (");
        push_lots(&mut select, ids);
        select.push(") k JOIN serial s FORCE INDEX (PRIMARY) ON s.tenant_id = ").push_bind(tenant).push(" AND s.lot_id = k.lot").push(lock);
        let rows: Vec<(Uuid, i8, Uuid, u8)> = select.build_query_as().fetch_all(tx.conn()).await?;
        let is = |(lot, present, location, status)| (LotId(lot), Whereabouts { present: present > 0, location: LocationId(location), status });
        found.extend(rows.into_iter().map(is));
    }
    Ok(found)
}

/// When something was last booked of pieces as having happened, or they were last counted, whatever the document `but` did.
///
/// # Errors
/// When the database fails.
pub async fn last_told(tx: &mut Tx, ids: &BTreeSet<LotId>, but: Uuid) -> Result<HashMap<LotId, DateTime<Utc>>, OpError> {
    let (tenant, mut found) = (tx.tenant(), HashMap::with_capacity(ids.len()));
    let ids: Vec<LotId> = ids.iter().copied().collect();
    for ids in ids.chunks(ROWS) {
        let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN k.lot, MAX(p.occurred_at) FROM (");
        push_lots(&mut select, ids);
        select.push(") k JOIN lot_movement m FORCE INDEX (PRIMARY) ON m.tenant_id = ").push_bind(tenant).push(" AND m.lot_id = k.lot");
        select
            .push(" JOIN posting p FORCE INDEX (PRIMARY) ON p.tenant_id = m.tenant_id AND p.id = m.posting_id AND p.document_id <> ")
            .push_bind(but);
        select.push(" GROUP BY k.lot");
        let booked: Vec<(Uuid, DateTime<Utc>)> = select.build_query_as().fetch_all(tx.conn()).await?;
        let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN k.lot, MAX(b.counted_at) FROM (");
        push_lots(&mut select, ids);
        select.push(") k JOIN stock_balance b FORCE INDEX (stock_balance_lot) ON b.tenant_id = ").push_bind(tenant);
        select.push(" AND b.lot_id = k.lot AND b.counted_at IS NOT NULL GROUP BY k.lot");
        let counted: Vec<(Uuid, DateTime<Utc>)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (lot, at) in booked.into_iter().chain(counted) {
            let last = found.entry(LotId(lot)).or_insert(at);
            *last = at.max(*last);
        }
    }
    Ok(found)
}

/// Writes where pieces are now.
pub(crate) async fn write_serials(tx: &mut Tx, now: &BTreeMap<LotId, Whereabouts>) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let all: Vec<_> = now.iter().collect();
    for rows in all.chunks(ROWS) {
        let mut write = QueryBuilder::<MySql>::new("INSERT INTO serial (tenant_id, lot_id, present, location_id, status) ");
        write.push_values(rows, |mut row, (lot, is)| {
            row.push_bind(tenant).push_bind(lot.0).push_bind(is.present).push_bind(is.location.0).push_bind(is.status);
        });
        write.push(" ON DUPLICATE KEY UPDATE present = VALUES(present), location_id = VALUES(location_id), status = VALUES(status)");
        write.build().execute(tx.conn()).await?;
    }
    Ok(())
}
