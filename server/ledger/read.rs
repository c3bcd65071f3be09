//! Questions about a key that rooms share.

use crate::{
    Place,
    ahead::{KnownPromises, KnownShelves, KnownVariants},
    lock::{self, push_keys},
    lots,
    reserve::Key,
};
use chrono::{DateTime, NaiveDate, Utc};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use std::collections::{BTreeSet, HashMap};
use vocabulary::{CategoryId, Channel, ItemId, LocationId, LotId, PlaceKind, Quantity, Status, StoreId, Tracking, VariantId};

/// The balance of a key now; `None` when nothing ever moved there.
///
/// # Errors
/// When the database fails.
pub async fn balance(tx: &mut Tx, location: LocationId, variant: VariantId, lot: LotId, status: Status) -> Result<Option<Quantity>, OpError> {
    let tenant = tx.tenant();
    let on_hand: Option<Decimal> = sqlx::query_scalar(
        "SELECT on_hand FROM stock_balance WHERE tenant_id = ? AND location_id = ? AND variant_id = ? AND lot_id = ? AND status = ? AND seq > 0",
    )
    .bind(tenant)
    .bind(location.0)
    .bind(variant.0)
    .bind(lot.0)
    .bind(status.code())
    .fetch_optional(tx.conn())
    .await?;
    on_hand.map(|on_hand| Quantity::new(on_hand).map_err(|error| OpError::Other(error.into()))).transpose()
}

/// `variant.state`, as the catalog keeps it.
const DRAFT: u8 = 1;
pub(crate) const ARCHIVED: u8 = 4;

/// What a posting needs to know of a variant.
#[derive(Clone, Debug)]
pub struct VariantFacts {
    pub id: VariantId,
    pub item: ItemId,
    pub category: Option<CategoryId>,
    pub sku: String,
    pub name: String,
    /// The unit in which its stock is kept.
    pub unit: String,
    /// Whether it comes in whole units only.
    pub whole: bool,
    /// It is a bundle of others and holds no stock: see [`crate::kits`].
    pub kit: bool,
    /// How its pieces are told apart.
    pub tracking: Tracking,
    /// The least life it must have left.
    pub life: Life,
    /// What one unit last cost.
    pub cost: Option<Decimal>,
    /// Being prepared: not for sale yet.
    pub draft: bool,
    /// Put away: nothing of it moves until it is brought back.
    pub archived: bool,
}

/// The least life that an item must have left, in days after the day itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Life {
    /// When it comes.
    pub receipt: u16,
    till: u16,
    pickup: u16,
    online: u16,
}

impl Life {
    /// When it is sold that way.
    #[must_use]
    pub fn sold(self, channel: Channel) -> u16 {
        match channel {
            Channel::Till => self.till,
            Channel::Pickup => self.pickup,
            Channel::Online => self.online,
        }
    }
}

type FactsRow = (uuid::Uuid, uuid::Uuid, uuid::Uuid, String, String, String, bool, bool, u8, u16, u16, u16, u16, Option<Decimal>, u8);

/// Reads the facts of variants that stock may move of; what is not the tenant's is simply not there.
///
/// # Errors
/// When the database fails.
pub async fn variants(tx: &mut Tx, ids: &[VariantId]) -> Result<HashMap<VariantId, VariantFacts>, OpError> {
    let Some(KnownVariants(known)) = tx.memory() else { return read_variants(tx, ids).await };
    let unknown: Vec<VariantId> = ids.iter().copied().filter(|id| !known.contains_key(id)).collect();
    let read = read_variants(tx, &unknown).await?;
    let Some(KnownVariants(known)) = tx.memory() else { return Ok(read) };
    known.extend(read);
    Ok(ids.iter().filter_map(|id| Some((*id, known.get(id)?.clone()))).collect())
}

async fn read_variants(tx: &mut Tx, ids: &[VariantId]) -> Result<HashMap<VariantId, VariantFacts>, OpError> {
    let tenant = tx.tenant();
    let mut found = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new(
            "SELECT v.id, v.item_id, i.category_id, v.sku, v.name, i.unit, i.whole, v.kit, i.tracking, i.life_receipt, i.life_till, i.life_pickup, \
             i.life_online, v.cost, v.state \
             FROM variant v JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE v.tenant_id = ",
        );
        select.push_bind(tenant).push(" AND v.id IN ");
        push_list(&mut select, ids.iter().map(|id| id.0));
        let rows: Vec<FactsRow> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (id, item, category, sku, name, unit, whole, kit, tracking, receipt, till, pickup, online, cost, state) in rows {
            let tracking = Tracking::of_code(tracking).ok_or_else(|| anyhow::anyhow!("item of {sku} is tracked in the unknown way {tracking}"))?;
            let (id, life) = (VariantId(id), Life { receipt, till, pickup, online });
            let (item, category) = (ItemId(item), (!category.is_nil()).then_some(CategoryId(category)));
            let (draft, archived) = (state == DRAFT, state == ARCHIVED);
            found.insert(id, VariantFacts { id, item, category, sku, name, unit, whole, kit, tracking, life, cost, draft, archived });
        }
    }
    Ok(found)
}

/// What a store has of a variant to sell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Promise {
    /// Available, at all places of the store.
    pub sellable: Quantity,
    pub promised: Quantity,
}

/// Locks a store's promises for variants, in the committer's own order, and reads them; a variant the store never had is
/// not there. Every posting takes this lock first, so until the transaction ends no balance of these variants changes in
/// the store: what is read after it is what will be posted on.
///
/// # Errors
/// When the database fails.
pub async fn lock_promises(tx: &mut Tx, store: StoreId, variants: &[VariantId]) -> Result<HashMap<VariantId, Promise>, OpError> {
    let keys: BTreeSet<Key> = variants.iter().map(|variant| (store, *variant)).collect();
    let known = tx.memory::<KnownPromises>().and_then(|known| keys.iter().map(|key| Some((*key, *known.0.get(key)?))).collect::<Option<Vec<_>>>());
    if let Some(known) = known {
        return Ok(known.into_iter().filter_map(|((_, variant), promise)| Some((variant, promise?))).collect());
    }
    let found = crate::reserve::lock(tx, &keys).await?;
    Ok(found.into_iter().map(|((_, variant), promise)| (variant, promise)).collect())
}

/// The same for a first movement: makes the promises that are missing, so that two first movements meet on one lock. Only
/// for what will be posted on: promises are kept from the first movement on, not before.
///
/// # Errors
/// When the database fails.
pub async fn claim_promises(tx: &mut Tx, store: StoreId, variants: &[VariantId]) -> Result<HashMap<VariantId, Promise>, OpError> {
    let tenant = tx.tenant();
    let found = lock_promises(tx, store, variants).await?;
    let missing: Vec<VariantId> = sorted(variants).into_iter().filter(|variant| !found.contains_key(variant)).collect();
    if missing.is_empty() {
        return Ok(found);
    }
    for missing in missing.chunks(500) {
        let mut insert =
            sqlx::QueryBuilder::<sqlx::MySql>::new("INSERT INTO stock_promise (tenant_id, store_id, variant_id, sellable, promised, version) ");
        insert.push_values(missing, |mut row, variant| {
            row.push_bind(tenant).push_bind(store.0).push_bind(variant.0).push("0").push("0").push("0");
        });
        insert.push(" ON DUPLICATE KEY UPDATE version = version").build().execute(tx.conn()).await?;
    }
    lock_promises(tx, store, variants).await
}

/// In primary-key order, each once.
fn sorted(variants: &[VariantId]) -> Vec<VariantId> {
    let mut all = variants.to_vec();
    all.sort_unstable();
    all.dedup();
    all
}

fn quantity(value: Decimal) -> Result<Quantity, OpError> {
    Quantity::new(value).map_err(|error| OpError::Other(error.into()))
}

type StandsRow = (uuid::Uuid, uuid::Uuid, u8, bool, uuid::Uuid, Option<NaiveDate>, Decimal, Option<DateTime<Utc>>);

/// What a place has of a variant, or of one of its lots, in a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stands {
    pub place: Place,
    pub lot: LotId,
    /// Of a lot: its last day.
    pub expires_on: Option<NaiveDate>,
    pub on_hand: Quantity,
    /// It was counted since: what was taken before that and is booked now changes nothing there.
    pub settled: bool,
}

/// Where a store has variants in a status, more than nothing of them, or has counted them since `at`: what expires first,
/// then what came first, then its default place and the others by code.
///
/// # Errors
/// When the database fails.
pub async fn standing(
    tx: &mut Tx,
    store: StoreId,
    variants: &[VariantId],
    status: Status,
    at: DateTime<Utc>,
) -> Result<HashMap<VariantId, Vec<Stands>>, OpError> {
    if let Some(KnownShelves(known)) = if at < tx.now() || status != Status::Available { None } else { tx.memory() }
        && let Some(known) = variants.iter().map(|variant| Some((*variant, known.get(&(store, *variant))?))).collect::<Option<Vec<_>>>()
    {
        let some = |stands: &Vec<Stands>| stands.iter().filter(|one| one.on_hand.is_positive()).copied().collect();
        return Ok(known.into_iter().map(|(variant, stands)| (variant, some(stands))).collect());
    }
    let tenant = tx.tenant();
    let mut found: HashMap<VariantId, Vec<Stands>> = HashMap::with_capacity(variants.len());
    for variants in sorted(variants).chunks(500) {
        let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new(
            "SELECT STRAIGHT_JOIN b.variant_id, l.id, l.kind, l.allow_negative, b.lot_id, t.expires_on, b.on_hand, b.counted_at FROM stock_balance b FORCE INDEX (stock_balance_store) \
             JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = b.tenant_id AND l.id = b.location_id \
             LEFT JOIN lot t FORCE INDEX (PRIMARY) ON t.tenant_id = b.tenant_id AND t.id = b.lot_id WHERE b.tenant_id = ",
        );
        select.push_bind(tenant).push(" AND b.store_id = ").push_bind(store.0).push(" AND b.status = ").push_bind(status.code());
        select.push(" AND (b.on_hand > 0");
        // Of what happens now nothing can have been counted since: what was emptied long ago is not gone through.
        if at < tx.now() {
            select.push(" OR b.seq > 0 AND b.counted_at > ").push_bind(at);
        }
        select.push(") AND l.kind < 10 AND l.archived_at IS NULL AND b.variant_id IN ");
        push_list(&mut select, variants.iter().map(|variant| variant.0));
        select.push(" ORDER BY b.variant_id, t.expires_on, b.lot_id, l.is_default DESC, l.code");
        let rows: Vec<StandsRow> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (variant, location, kind, allow_negative, lot, expires_on, on_hand, counted_at) in rows {
            let kind = PlaceKind::of_code(kind).ok_or_else(|| anyhow::anyhow!("location {location} is of an unknown kind"))?;
            let place = Place { store, location: LocationId(location), kind, allow_negative };
            let settled = counted_at.is_some_and(|counted_at| at < counted_at);
            let (lot, expires_on) = (LotId(lot), expires_on.and_then(lots::last_day));
            found.entry(VariantId(variant)).or_default().push(Stands { place, lot, expires_on, on_hand: quantity(on_hand)?, settled });
        }
    }
    Ok(found)
}

/// The balances of variants, each of a lot or of [`LotId::NONE`], at one place in one status; what never moved there is not
/// in the answer.
///
/// # Errors
/// When the database fails.
pub async fn balances(
    tx: &mut Tx,
    location: LocationId,
    keys: &[(VariantId, LotId)],
    status: Status,
) -> Result<HashMap<(VariantId, LotId), Quantity>, OpError> {
    let tenant = tx.tenant();
    let mut found = HashMap::with_capacity(keys.len());
    let keys: Vec<lock::Key> = keys.iter().map(|(variant, lot)| (location.0, variant.0, lot.0, status.code())).collect();
    for keys in keys.chunks(500) {
        let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new("SELECT STRAIGHT_JOIN b.variant_id, b.lot_id, b.on_hand FROM (");
        push_keys(&mut select, keys);
        select.push(") k JOIN stock_balance b FORCE INDEX (PRIMARY) ON b.tenant_id = ").push_bind(tenant);
        select.push(" AND b.location_id = k.location AND b.variant_id = k.variant AND b.lot_id = k.lot AND b.status = k.status WHERE b.seq > 0");
        let rows: Vec<(uuid::Uuid, uuid::Uuid, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (variant, lot, on_hand) in rows {
            found.insert((VariantId(variant), LotId(lot)), quantity(on_hand)?);
        }
    }
    Ok(found)
}
