//! Takes back what people changed of the value of stock, by a change of its own: of what is left of the goods as much as they
//! bear of it; the rest is told to what has left, as the change itself would have been. History stays as it is.

use super::{
    adjust::{Changed, Document, Of, Open, about, pools_of},
    changed::{Change, changes, write_document},
    event::PoolKey,
    load,
    pool::share,
    work::catch_up,
};
use chrono::NaiveDate;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;
use vocabulary::{Actor, CostKind, CostMethod, Currency, PostingKind, Said, VariantId};

/// `cost_document.kind` of a revaluation.
pub const REVALUATION: u8 = 1;

/// A change that is to be taken back.
#[derive(Clone, Debug)]
pub struct Made {
    pub document: Document,
    /// The receipt; of a revaluation sixteen zero bytes.
    pub posting: Uuid,
    /// Of a revaluation.
    pub variant: Option<Uuid>,
    standard_before: Option<Decimal>,
    changed: Changed,
}

type Row =
    (u8, Uuid, Option<Uuid>, Option<Decimal>, Option<Uuid>, String, String, String, Decimal, Decimal, String, NaiveDate, Decimal, Decimal, Decimal);

/// Reads a change.
///
/// # Errors
/// Not found; `cost-change-is-undo` where it takes back another.
pub async fn made(tx: &mut Tx, id: Uuid) -> Result<Made, OpError> {
    let tenant = tx.tenant();
    let row: Option<Row> = sqlx::query_as(
        "SELECT kind, posting_id, variant_id, standard_before, undoes, reference, note, currency, amount, rate, rate_source, rate_date, value, \
         on_hand, gone FROM cost_document WHERE tenant_id = ? AND id = ?",
    )
    .bind(tenant)
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    let (kind, posting, variant, standard_before, undoes, reference, note, currency, amount, rate, rate_source, rate_date, value, on_hand, gone) =
        row.ok_or_else(OpError::not_found)?;
    if undoes.is_some() {
        return Err(OpError::conflict(Said::new("cost-change-is-undo")));
    }
    let currency: Currency = currency.parse().map_err(|error: vocabulary::money::CurrencyError| OpError::Other(error.into()))?;
    let document = Document { id, kind, reference, note, currency, amount, rate, rate_source, rate_date, undoes };
    Ok(Made { document, posting, variant, standard_before, changed: Changed { value, on_hand, gone } })
}

/// What a change wrote into a pool.
struct Wrote {
    variant: Uuid,
    line: i32,
    pool: PoolKey,
    kind: CostKind,
    value: Decimal,
    /// The last entry of it there.
    seq: i64,
}

/// Takes a change back. `document` is the new one.
///
/// # Errors
/// `cost-change-undone` where that was done before; `cost-change-unknown` of one so old that nobody knows what it changed;
/// `cost-receipt-undone` where a line that bore it was taken back; `cost-revalued-since` where a later revaluation stands;
/// `cost-moved-since` where some of the goods went elsewhere since and nobody can tell which; `cost-no-standard-before` where it
/// set the first standard.
pub async fn undo(tx: &mut Tx, actor: &Actor, made: &Made, document: &Document, day: NaiveDate) -> Result<Changed, OpError> {
    let wrote = wrote(tx, made.document.id).await?;
    // In one order, as who adds costs.
    let variants: BTreeSet<Uuid> = wrote.iter().map(|wrote| wrote.variant).chain(made.variant).collect();
    for variant in &variants {
        catch_up(tx, VariantId(*variant)).await?;
    }
    // Whoever takes it back as well waits for the above.
    if undone(tx, made.document.id).await? {
        return Err(OpError::conflict(Said::new("cost-change-undone")));
    }
    let changes = changes(tx, made.document.id).await?;
    let mut changed = Changed { value: -made.changed.value, ..Changed::default() };
    for variant in variants {
        let part = of_variant(tx, made, variant, &wrote, &changes, (document.id, day)).await?;
        changed.on_hand += part.on_hand;
        changed.gone += part.gone;
    }
    if made.document.kind == REVALUATION {
        changed.value = changed.on_hand + changed.gone;
    }
    let of = Of { posting: made.posting, variant: made.variant, standard_before: None };
    write_document(tx, actor, &of, document, changed).await?;
    Ok(changed)
}

async fn of_variant(
    tx: &mut Tx,
    made: &Made,
    variant: Uuid,
    wrote: &[Wrote],
    changes: &[Change],
    (document, day): (Uuid, NaiveDate),
) -> Result<Changed, OpError> {
    let way = load::way(tx, variant).await?;
    if way.method == CostMethod::Standard && made.document.kind == REVALUATION {
        return standard_again(tx, made, variant, (document, day)).await;
    }
    let wrote: Vec<&Wrote> = wrote.iter().filter(|wrote| wrote.variant == variant).collect();
    let changes: Vec<&Change> = changes.iter().filter(|change| change.variant == variant).collect();
    let on_hand: Decimal = wrote.iter().map(|wrote| wrote.value).sum();
    if !on_hand.is_zero() && changes.is_empty() {
        return Err(OpError::conflict(Said::new("cost-change-unknown")));
    }
    let pools = pools_of(tx, variant).await?;
    let mut open = Open::load(tx, variant, way, &pools).await?;
    let kind = if made.document.kind == REVALUATION { CostKind::Revalued } else { CostKind::Landed };
    let lines: BTreeSet<i32> = wrote.iter().map(|wrote| wrote.line).collect();
    if kind == CostKind::Landed && receipt_undone(tx, made.posting, &lines).await? {
        return Err(OpError::conflict(Said::new("cost-receipt-undone")));
    }
    // What came with a receipt is known wherever it is by now.
    let follows = kind == CostKind::Landed && !way.method.mixes();
    let whole = follows || !way.method.mixes() && changes.iter().all(|change| left(&open, change) == change.take.quantity);
    let mut last: BTreeMap<PoolKey, i64> = BTreeMap::new();
    for wrote in &wrote {
        let seq = last.entry(wrote.pool).or_default();
        *seq = wrote.seq.max(*seq);
    }
    for (pool, seq) in &last {
        stands(tx, variant, *pool, *seq, whole).await?;
    }
    let mut changed = Changed::default();
    for line in lines {
        let of_line = || wrote.iter().filter(|wrote| wrote.line == line);
        let all: Decimal = of_line().filter(|wrote| wrote.kind == kind).map(|wrote| -wrote.value).sum();
        let mut borne: BTreeMap<PoolKey, Decimal> = BTreeMap::new();
        let of_it: Vec<&Change> = changes.iter().copied().filter(|change| change.line == line).collect();
        let mut parts: Vec<(PoolKey, i64, Decimal)> = of_it
            .iter()
            .map(|change| (change.pool, change.take.layer, -share(change.take.value, left(&open, change), change.take.quantity, way.digits)))
            .collect();
        if follows {
            parts.extend(elsewhere(&open, (made.posting, line), &of_it, way.digits));
        }
        for (key, number, by) in parts {
            let Some(pool) = open.pools.get_mut(&key) else { continue };
            *borne.entry(key).or_default() += by - pool.revalue(number, by);
        }
        let on_hand: Decimal = borne.values().copied().sum();
        let gone = all - on_hand;
        let about = about(tx, document, made.posting, line, day);
        // Where the part of what had left was told, or else where the goods were.
        let told = of_line().find(|wrote| wrote.kind == CostKind::LandedGone).or_else(|| of_line().next()).map(|wrote| wrote.pool);
        if let Some(pool) = told.filter(|_| !gone.is_zero()) {
            *borne.entry(pool).or_default() += gone;
        }
        for (pool, value) in borne.into_iter().filter(|(_, value)| !value.is_zero()) {
            open.write(&about, pool, kind, Decimal::ZERO, value, Vec::new());
        }
        if let Some(pool) = told.filter(|_| !gone.is_zero()) {
            open.write(&about, pool, CostKind::LandedGone, Decimal::ZERO, -gone, Vec::new());
        }
        changed.on_hand += on_hand;
        changed.gone += gone;
    }
    open.save(tx).await?;
    Ok(changed)
}

/// How much is left of what a change raised or lowered.
fn left(open: &Open, change: &Change) -> Decimal {
    let layer = open.pools.get(&change.pool).and_then(|pool| pool.layers.get(&change.take.layer));
    layer.map_or(Decimal::ZERO, |layer| layer.quantity_left.min(change.take.quantity))
}

/// Of what left its layers since, what is in others by now (it was sent to another store, or came back), and what of the change
/// went along with it: the change found everything there was of that line, so that whatever is elsewhere came after it.
fn elsewhere(open: &Open, origin: (Uuid, i32), changes: &[&Change], digits: u32) -> Vec<(PoolKey, i64, Decimal)> {
    let (mut whole, mut value, mut missing) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    for change in changes {
        whole += change.take.quantity;
        value += change.take.value;
        missing += change.take.quantity - left(open, change);
    }
    let known: BTreeSet<(PoolKey, i64)> = changes.iter().map(|change| (change.pool, change.take.layer)).collect();
    let mut found = Vec::new();
    for (key, pool) in &open.pools {
        for (number, layer) in &pool.layers {
            let there = layer.quantity_left.min(missing);
            if layer.source.origin == origin && there > Decimal::ZERO && !known.contains(&(*key, *number)) {
                missing -= there;
                found.push((*key, *number, -share(value, there, whole, digits)));
            }
        }
    }
    found
}

/// Whether a line of a receipt was taken back.
async fn receipt_undone(tx: &mut Tx, posting: Uuid, lines: &BTreeSet<i32>) -> Result<bool, OpError> {
    let tenant = tx.tenant();
    let undone: Vec<i32> = sqlx::query_scalar("SELECT line FROM reversal FORCE INDEX (PRIMARY) WHERE tenant_id = ? AND posting_id = ?")
        .bind(tenant)
        .bind(posting)
        .fetch_all(tx.conn())
        .await?;
    Ok(undone.iter().any(|line| lines.contains(line)))
}

/// Under standard cost each unit is worth again what it was before.
async fn standard_again(tx: &mut Tx, made: &Made, variant: Uuid, (document, day): (Uuid, NaiveDate)) -> Result<Changed, OpError> {
    let tenant = tx.tenant();
    let before = made.standard_before.ok_or_else(|| OpError::conflict(Said::new("cost-no-standard-before")))?;
    let later: Option<Uuid> = sqlx::query_scalar(
        "SELECT d.id FROM cost_document d FORCE INDEX (cost_document_variant) LEFT JOIN cost_document u ON u.tenant_id = d.tenant_id AND u.undoes = d.id \
         WHERE d.tenant_id = ? AND d.variant_id = ? AND d.id > ? AND d.undoes IS NULL AND u.id IS NULL LIMIT 1",
    )
    .bind(tenant)
    .bind(variant)
    .bind(made.document.id)
    .fetch_optional(tx.conn())
    .await?;
    if later.is_some() {
        return Err(OpError::conflict(Said::new("cost-revalued-since")));
    }
    let mut way = load::way(tx, variant).await?;
    way.standard = Some(before);
    let pools = pools_of(tx, variant).await?;
    let mut open = Open::load(tx, variant, way, &pools).await?;
    let (about, mut changed) = (about(tx, document, Uuid::nil(), 0, day), Decimal::ZERO);
    for (key, _) in &pools {
        let by: Decimal = open.pools.entry(*key).or_default().set_rate(before, way.digits).iter().map(|take| take.value).sum();
        if !by.is_zero() {
            open.write(&about, *key, CostKind::Revalued, Decimal::ZERO, by, Vec::new());
            changed += by;
        }
    }
    open.save(tx).await?;
    Ok(Changed { value: changed, on_hand: changed, gone: Decimal::ZERO })
}

/// Whether what a change did to a pool can still be told apart from what came after it.
async fn stands(tx: &mut Tx, variant: Uuid, pool: PoolKey, seq: i64, whole: bool) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let revalued: Option<i64> = sqlx::query_scalar(
        "SELECT e.seq FROM cost_entry e FORCE INDEX (PRIMARY) JOIN cost_document d ON d.tenant_id = e.tenant_id AND d.id = e.document_id \
         LEFT JOIN cost_document u ON u.tenant_id = d.tenant_id AND u.undoes = d.id \
         WHERE e.tenant_id = ? AND e.variant_id = ? AND e.scope_id = ? AND e.lot_id = ? AND e.seq > ? AND e.kind = ? \
         AND d.undoes IS NULL AND u.id IS NULL LIMIT 1",
    )
    .bind(tenant)
    .bind(variant)
    .bind(pool.scope)
    .bind(pool.lot)
    .bind(seq)
    .bind(CostKind::Revalued.code())
    .fetch_optional(tx.conn())
    .await?;
    if revalued.is_some() {
        return Err(OpError::conflict(Said::new("cost-revalued-since")));
    }
    if whole {
        return Ok(());
    }
    let moved: Option<i64> = sqlx::query_scalar(
        "SELECT e.seq FROM cost_entry e FORCE INDEX (PRIMARY) LEFT JOIN posting p ON p.tenant_id = e.tenant_id AND p.id = e.posting_id \
         WHERE e.tenant_id = ? AND e.variant_id = ? AND e.scope_id = ? AND e.lot_id = ? AND e.seq > ? AND (e.kind = ? OR p.kind = ?) LIMIT 1",
    )
    .bind(tenant)
    .bind(variant)
    .bind(pool.scope)
    .bind(pool.lot)
    .bind(seq)
    .bind(CostKind::TransferOut.code())
    .bind(PostingKind::Reversal.code())
    .fetch_optional(tx.conn())
    .await?;
    if moved.is_some() { Err(OpError::conflict(Said::new("cost-moved-since"))) } else { Ok(()) }
}

async fn undone(tx: &mut Tx, document: Uuid) -> Result<bool, OpError> {
    let tenant = tx.tenant();
    let by: Option<Uuid> = sqlx::query_scalar("SELECT id FROM cost_document WHERE tenant_id = ? AND undoes = ?")
        .bind(tenant)
        .bind(document)
        .fetch_optional(tx.conn())
        .await?;
    Ok(by.is_some())
}

async fn wrote(tx: &mut Tx, document: Uuid) -> Result<Vec<Wrote>, OpError> {
    type Row = (Uuid, i32, Uuid, Uuid, u8, Decimal, i64);
    let tenant = tx.tenant();
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT variant_id, line, scope_id, lot_id, kind, SUM(value), MAX(seq) FROM cost_entry FORCE INDEX (cost_entry_document) \
         WHERE tenant_id = ? AND document_id = ? GROUP BY variant_id, line, scope_id, lot_id, kind",
    )
    .bind(tenant)
    .bind(document)
    .fetch_all(tx.conn())
    .await?;
    let unknown = || anyhow::anyhow!("cost document {document} wrote entries of an unknown kind");
    rows.into_iter()
        .map(|(variant, line, scope, lot, kind, value, seq)| {
            let kind = CostKind::of_code(kind).ok_or_else(unknown)?;
            Ok(Wrote { variant, line, pool: PoolKey { scope, lot }, kind, value, seq })
        })
        .collect()
}
