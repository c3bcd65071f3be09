//! What people change of the value of stock: what one unit is worth, and costs that came later for goods that had come. All
//! that has moved by then is valued first, so that they see what they change.

use super::{
    changed::{Changes, write_changes, write_document},
    decide::{About, Book},
    event::{PoolKey, Way},
    load,
    policy::currency,
    pool::{Take, deal, rounded, share},
    save::{self, Valued},
    work::catch_up,
};
use chrono::NaiveDate;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::{Deref, DerefMut},
};
use uuid::Uuid;
use vocabulary::{Actor, CostKind, CostMethod, Currency, PostingId, PostingKind, Said, StoreId, VariantId};

/// What is written of such a change.
#[derive(Clone, Debug)]
pub struct Document {
    pub id: Uuid,
    /// `cost_document.kind`
    pub kind: u8,
    pub reference: String,
    pub note: String,
    /// As it was billed.
    pub currency: Currency,
    pub amount: Decimal,
    pub rate: Decimal,
    pub rate_source: String,
    pub rate_date: NaiveDate,
    /// The change that this one takes back.
    pub undoes: Option<Uuid>,
}

/// What a change came to, in the tenant's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    pub value: Decimal,
    pub on_hand: Decimal,
    /// What had left already.
    pub gone: Decimal,
}

/// Pools of one variant that are about to change.
pub(super) struct Open(Valued);

impl Open {
    pub async fn load(tx: &mut Tx, variant: Uuid, way: Way, pools: &[(PoolKey, Uuid)]) -> Result<Self, OpError> {
        let keys: BTreeSet<PoolKey> = pools.iter().map(|(key, _)| *key).collect();
        let firsts = if way.method.mixes() { keys.iter().map(|key| (*key, 1)).collect() } else { BTreeSet::new() };
        let before = load::pools(tx, &BTreeMap::from([(variant, (keys, firsts))])).await?.remove(&variant).unwrap_or_default();
        let stores = pools.iter().map(|(key, store)| (key.scope, *store)).collect();
        Ok(Self(Valued { variant, book: Book::new(way, before.clone()), before, stores }))
    }

    pub async fn save(&self, tx: &mut Tx) -> Result<(), OpError> {
        save::save(tx, std::slice::from_ref(&self.0)).await
    }
}

impl Deref for Open {
    type Target = Book;

    fn deref(&self) -> &Book {
        &self.0.book
    }
}

impl DerefMut for Open {
    fn deref_mut(&mut self) -> &mut Book {
        &mut self.0.book
    }
}

/// Makes each unit of a variant worth so much: in one store (with what is on its way to it) or in all.
///
/// # Errors
/// `revaluation-nothing` where there is nothing whose value would change.
pub async fn revalue(
    tx: &mut Tx,
    actor: &Actor,
    variant: VariantId,
    store: Option<StoreId>,
    unit_cost: Decimal,
    document: &Document,
    day: NaiveDate,
) -> Result<Changed, OpError> {
    catch_up(tx, variant).await?;
    let mut way = load::way(tx, variant.0).await?;
    let (standard, standard_before) = (way.method == CostMethod::Standard, way.standard);
    if standard {
        way.standard = Some(unit_cost);
    }
    let mut pools = pools_of(tx, variant.0).await?;
    // What is valued together is worth the same everywhere.
    pools.retain(|(_, of)| standard || of.is_nil() || store.is_none_or(|store| store.0 == *of));
    let mut open = Open::load(tx, variant.0, way, &pools).await?;
    let about = about(tx, document.id, Uuid::nil(), 0, day);
    let (mut changed, mut changes) = (Decimal::ZERO, Changes::default());
    for (key, _) in &pools {
        let raised = open.pools.entry(*key).or_default().set_rate(unit_cost, way.digits);
        let by: Decimal = raised.iter().map(|take| take.value).sum();
        changes.add(variant.0, 0, *key, raised);
        if !by.is_zero() {
            open.write(&about, *key, CostKind::Revalued, Decimal::ZERO, by, Vec::new());
            changed += by;
        }
    }
    if open.entries.is_empty() && !standard {
        return Err(OpError::conflict(Said::new("revaluation-nothing")));
    }
    open.save(tx).await?;
    let changed = Changed { value: changed, on_hand: changed, gone: Decimal::ZERO };
    let document = Document { amount: changed.value, ..document.clone() };
    write_document(tx, actor, &Of { posting: Uuid::nil(), variant: Some(variant.0), standard_before }, &document, changed).await?;
    write_changes(tx, document.id, &changes).await?;
    Ok(changed)
}

/// What a document is of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Of {
    /// A receipt; of a revaluation sixteen zero bytes.
    pub posting: Uuid,
    /// Of a revaluation.
    pub variant: Option<Uuid>,
    pub standard_before: Option<Decimal>,
}

/// A line of a receipt that is to bear a part of a cost.
struct Bears {
    line: i32,
    variant: Uuid,
    pool: PoolKey,
    quantity: Decimal,
    value: Decimal,
}

/// Adds a cost to what a receipt brought, dealt to its lines by what they cost or by how much came, and of each line to what
/// of it is still in stock; the rest is a cost of what has left.
///
/// # Errors
/// Not found; `cost-not-a-receipt`; `cost-nothing-to-bear` where no line of it stands.
pub async fn add_late_cost(
    tx: &mut Tx,
    actor: &Actor,
    posting: PostingId,
    only: &[i32],
    by_quantity: bool,
    document: &Document,
    day: NaiveDate,
) -> Result<Changed, OpError> {
    let tenant = tx.tenant();
    let kind: Option<u8> =
        sqlx::query_scalar("SELECT kind FROM posting WHERE tenant_id = ? AND id = ?").bind(tenant).bind(posting.0).fetch_optional(tx.conn()).await?;
    let kind = kind.ok_or_else(OpError::not_found)?;
    if ![PostingKind::Receipt.code(), PostingKind::Opening.code()].contains(&kind) {
        return Err(OpError::conflict(Said::new("cost-not-a-receipt")));
    }
    // In one order, so that two who add to the same goods do not wait for each other crosswise.
    let variants: Vec<Uuid> =
        sqlx::query_scalar("SELECT DISTINCT variant_id FROM stock_movement WHERE tenant_id = ? AND posting_id = ? ORDER BY variant_id")
            .bind(tenant)
            .bind(posting.0)
            .fetch_all(tx.conn())
            .await?;
    for variant in &variants {
        catch_up(tx, VariantId(*variant)).await?;
    }
    let mut lines = bearing(tx, posting).await?;
    lines.retain(|line| only.is_empty() || only.contains(&line.line));
    if lines.is_empty() {
        return Err(OpError::conflict(Said::new("cost-nothing-to-bear")));
    }
    let digits = currency(tx).await?.minor_digits();
    // Converted once, before anything is divided.
    let value = rounded(document.amount.checked_mul(document.rate).unwrap_or(Decimal::MAX), digits);
    let by_quantity = by_quantity || lines.iter().all(|line| line.value.is_zero());
    let weights: Vec<Decimal> = lines.iter().map(|line| if by_quantity { line.quantity } else { line.value }).collect();
    let dealt = deal(value, &weights, digits);
    let (mut changed, mut changes) = (Changed { value, ..Changed::default() }, Changes::default());
    for variant in variants {
        let of_it: Vec<(&Bears, Decimal)> = lines.iter().zip(dealt.iter().copied()).filter(|(line, _)| line.variant == variant).collect();
        if !of_it.is_empty() {
            let part = bear(tx, posting, variant, &of_it, (document.id, day), &mut changes).await?;
            changed.on_hand += part.on_hand;
            changed.gone += part.gone;
        }
    }
    write_document(tx, actor, &Of { posting: posting.0, variant: None, standard_before: None }, document, changed).await?;
    write_changes(tx, document.id, &changes).await?;
    Ok(changed)
}

/// Lets the goods of one variant bear their lines' parts.
async fn bear(
    tx: &mut Tx,
    posting: PostingId,
    variant: Uuid,
    lines: &[(&Bears, Decimal)],
    (document, day): (Uuid, NaiveDate),
    changes: &mut Changes,
) -> Result<Changed, OpError> {
    let way = load::way(tx, variant).await?;
    let pools = pools_of(tx, variant).await?;
    let mut open = Open::load(tx, variant, way, &pools).await?;
    let mut changed = Changed::default();
    for (line, part) in lines {
        let about = about(tx, document, posting.0, line.line, day);
        let mut borne: BTreeMap<PoolKey, Decimal> = BTreeMap::new();
        for (key, number, quantity) in still_there(&open, posting, line) {
            let share = share(*part, quantity, line.quantity, way.digits);
            let Some(pool) = open.pools.get_mut(&key) else { continue };
            let by = share - pool.revalue(number, share);
            *borne.entry(key).or_default() += by;
            changes.add(variant, line.line, key, vec![Take { layer: number, quantity, value: by }]);
        }
        let on_hand: Decimal = borne.values().copied().sum();
        let gone = *part - on_hand;
        if !gone.is_zero() {
            *borne.entry(line.pool).or_default() += gone;
        }
        for (key, value) in borne.into_iter().filter(|(_, value)| !value.is_zero()) {
            open.write(&about, key, CostKind::Landed, Decimal::ZERO, value, Vec::new());
        }
        if !gone.is_zero() {
            open.write(&about, line.pool, CostKind::LandedGone, Decimal::ZERO, -gone, Vec::new());
        }
        changed.on_hand += on_hand;
        changed.gone += gone;
    }
    open.save(tx).await?;
    Ok(changed)
}

/// What of a line is still in stock, and in which layers. Where all is mixed nobody can tell: as much as there is, at most all
/// of it. Under standard cost stock is worth its standard, whatever it cost.
fn still_there(book: &Book, posting: PostingId, line: &Bears) -> Vec<(PoolKey, i64, Decimal)> {
    match book.way.method {
        CostMethod::Standard => Vec::new(),
        CostMethod::Average => {
            let there = book.pools.get(&line.pool).map(|pool| pool.quantity.min(line.quantity)).filter(|there| *there > Decimal::ZERO);
            there.map(|there| (line.pool, 1, there)).into_iter().collect()
        }
        CostMethod::Fifo | CostMethod::Specific => {
            let origin = (posting.0, line.line);
            let layers = book.pools.iter().flat_map(|(key, pool)| pool.layers.iter().map(move |(number, layer)| (*key, *number, layer)));
            let own = layers.filter(|(.., layer)| layer.source.origin == origin && layer.quantity_left > Decimal::ZERO);
            own.map(|(key, number, layer)| (key, number, layer.quantity_left)).collect()
        }
    }
}

/// The lines of a receipt that stand, as they were valued.
async fn bearing(tx: &mut Tx, posting: PostingId) -> Result<Vec<Bears>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(i32, Uuid, Uuid, Uuid, Decimal, Decimal)> = sqlx::query_as(
        "SELECT e.line, e.variant_id, e.scope_id, e.lot_id, e.quantity, e.value FROM cost_entry e FORCE INDEX (cost_entry_posting) \
         LEFT JOIN reversal r ON r.tenant_id = e.tenant_id AND r.posting_id = e.posting_id AND r.line = e.line \
         WHERE e.tenant_id = ? AND e.posting_id = ? AND e.kind IN (?, ?) AND e.quantity > 0 AND r.line IS NULL ORDER BY e.line, e.variant_id",
    )
    .bind(tenant)
    .bind(posting.0)
    .bind(CostKind::Receipt.code())
    .bind(CostKind::Opening.code())
    .fetch_all(tx.conn())
    .await?;
    let bears = |(line, variant, scope, lot, quantity, value)| Bears { line, variant, pool: PoolKey { scope, lot }, quantity, value };
    Ok(rows.into_iter().map(bears).collect())
}

/// The pools of a variant, each with its store.
pub(super) async fn pools_of(tx: &mut Tx, variant: Uuid) -> Result<Vec<(PoolKey, Uuid)>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid, Uuid)> =
        sqlx::query_as("SELECT scope_id, lot_id, store_id FROM cost_pool WHERE tenant_id = ? AND variant_id = ? ORDER BY scope_id, lot_id")
            .bind(tenant)
            .bind(variant)
            .fetch_all(tx.conn())
            .await?;
    Ok(rows.into_iter().map(|(scope, lot, store)| (PoolKey { scope, lot }, store)).collect())
}

pub(super) fn about(tx: &Tx, document: Uuid, posting: Uuid, line: i32, day: NaiveDate) -> About {
    About { posting, line, document, day, happened_at: tx.now(), posted_at: tx.now() }
}
