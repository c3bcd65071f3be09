//! What is told of lines that are short: who holds the stock, who else has some, what is on its way, what would do instead.

use super::offers::Offers;
use chrono::{DateTime, Utc};
use ledger::{
    read::Promise,
    reserve::{Key, lapses},
};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use stock_rules::{Free, HeldBy, Incoming, Offered, ShortLine, StoreAvailable, WantedLine};
use uuid::Uuid;
use vocabulary::{Quantity, ReservationId, StoreId, TransferId, VariantId, decide_makes};

/// Most of each kind that a line tells.
const MOST: usize = 20;
/// Most lines of which more than their figures is told.
const TOLD: usize = 50;

/// What was asked for, and what it was decided by.
pub(super) struct Asked<'a> {
    pub lines: &'a [WantedLine],
    /// Where lines that name no store may be promised.
    pub order: &'a [StoreId],
    pub offers: &'a Offers,
    /// Under their locks.
    pub promises: &'a BTreeMap<Key, Promise>,
}

/// What stores in use have left of variants for the way of selling that is asked for.
type FreeBy = BTreeMap<VariantId, Vec<(StoreId, Quantity)>>;

/// The report on lines that are short, each with what is left for it.
///
/// # Errors
/// When the database fails.
pub(super) async fn report(tx: &mut Tx, asked: &Asked<'_>, short: &[(usize, Quantity)]) -> Result<Vec<ShortLine>, OpError> {
    let Asked { lines, order, offers, promises } = asked;
    let variants: BTreeSet<VariantId> = short.iter().take(TOLD).flat_map(|(at, _)| lines[*at].parts.iter().map(|part| part.0)).collect();
    let variants: Vec<VariantId> = variants.into_iter().collect();
    let (free, held, incoming, siblings) =
        (free(tx, &variants, offers).await?, held_by(tx, &variants, None).await?, incoming(tx, &variants).await?, siblings(tx, &variants).await?);
    let others: Vec<VariantId> = siblings.values().flatten().copied().collect();
    // A sibling is of the same item; what is kept of it is its own.
    let as_offered = |(of, others): (&VariantId, &Vec<VariantId>)| {
        let of = offers.of(*of).copied();
        others.iter().filter_map(|variant| Some(Offered { variant: *variant, ..of? })).collect::<Vec<_>>()
    };
    let other_offers = Offers::read(tx, siblings.iter().flat_map(as_offered).collect(), offers.channel()).await?;
    let free_others = self::free(tx, &others, &other_offers).await?;
    let one = |(at, available): &(usize, Quantity)| {
        let line = &lines[*at];
        let wanted_at = |store: StoreId| line.store.map_or_else(|| order.contains(&store), |named| named == store);
        let here: BTreeSet<StoreId> = line.parts.iter().flat_map(|(part, _)| free.get(part).into_iter().flatten().map(|(store, _)| *store)).collect();
        let all: Free =
            line.parts.iter().flat_map(|(part, _)| free.get(part).into_iter().flatten().map(|(store, free)| ((*store, *part), *free))).collect();
        let has = |store: StoreId| StoreAvailable { store, available: line.left(&all, store) };
        let mut elsewhere: Vec<StoreAvailable> =
            here.iter().filter(|store| !wanted_at(**store)).map(|store| has(*store)).filter(|has| has.available.is_positive()).collect();
        let scarce = scarcest(line, &all, &here.iter().copied().filter(|store| wanted_at(*store)).collect::<Vec<_>>());
        elsewhere.sort_by_key(|has| std::cmp::Reverse(has.available));
        elsewhere.truncate(MOST);
        let held_by = held.get(&scarce).into_iter().flatten().filter(|held| wanted_at(held.store)).take(MOST).cloned().collect();
        let incoming = incoming.get(&scarce).into_iter().flatten().filter(|one| wanted_at(one.to)).take(MOST).cloned().collect();
        let enough = |variant: &&VariantId| {
            let free = free_others.get(*variant).into_iter().flatten().filter(|(store, _)| wanted_at(*store));
            free.map(|(_, free)| *free).filter(|free| free.is_positive()).sum::<Quantity>() >= line.quantity
        };
        let here = promises.iter().filter(|((store, variant), _)| *variant == scarce && wanted_at(*store));
        let kept = here.map(|((store, variant), promise)| offers.kept(*store, *variant, promise)).sum();
        // What else would do in a kit nobody has said.
        let instead = siblings.get(&scarce).filter(|_| line.kit.is_none()).into_iter().flatten().filter(enough).take(MOST).copied().collect();
        let (variant, component) = (line.kit.unwrap_or(scarce), line.kit.map(|_| scarce));
        ShortLine {
            line: *at,
            variant,
            component,
            component_sku: None,
            wanted: line.quantity,
            available: *available,
            kept,
            elsewhere,
            held_by,
            incoming,
            instead,
        }
    };
    Ok(short.iter().map(one).collect())
}

/// The part of a line that runs out first at some stores.
fn scarcest(line: &WantedLine, free: &Free, stores: &[StoreId]) -> VariantId {
    let makes = |(part, each): &(VariantId, Quantity)| -> Quantity {
        let left = |store: &StoreId| free.get(&(*store, *part)).copied().unwrap_or_default();
        stores.iter().map(|store| decide_makes(std::iter::once((left(store), *each)))).sum()
    };
    line.parts.iter().min_by_key(|part| makes(part)).map_or(VariantId(Uuid::nil()), |(part, _)| *part)
}

async fn free(tx: &mut Tx, variants: &[VariantId], offers: &Offers) -> Result<FreeBy, OpError> {
    let mut found = FreeBy::new();
    if variants.is_empty() {
        return Ok(found);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT p.variant_id, p.store_id, p.sellable, p.promised FROM stock_promise p FORCE INDEX (stock_promise_variant) \
         JOIN store s ON s.tenant_id = p.tenant_id AND s.id = p.store_id AND s.archived_at IS NULL WHERE p.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND p.variant_id IN ");
    push_list(&mut select, variants.iter().map(|variant| variant.0));
    let rows: Vec<(Uuid, Uuid, Decimal, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let quantity = |value: Decimal| Quantity::new(value).map_err(anyhow::Error::new);
    for (variant, store, sellable, promised) in rows {
        let (variant, store, promise) =
            (VariantId(variant), StoreId(store), Promise { sellable: quantity(sellable)?, promised: quantity(promised)? });
        found.entry(variant).or_default().push((store, offers.left(store, variant, &promise)));
    }
    Ok(found)
}

/// Who is promised variants, newest first.
///
/// # Errors
/// When the database fails.
pub(crate) async fn held_by(tx: &mut Tx, variants: &[VariantId], store: Option<StoreId>) -> Result<BTreeMap<VariantId, Vec<HeldBy>>, OpError> {
    let mut found: BTreeMap<VariantId, Vec<HeldBy>> = BTreeMap::new();
    let tenant = tx.tenant();
    for variant in variants {
        // Many who are told together that there is none left are told the same.
        if let Some(known) = tx.memory::<Holders>().and_then(|known| known.0.get(&(*variant, store))) {
            found.insert(*variant, known.clone());
            continue;
        }
        let rows: Vec<(Uuid, String, Uuid, Decimal, DateTime<Utc>)> = sqlx::query_as(
            "SELECT STRAIGHT_JOIN l.reservation_id, r.code, l.store_id, l.open, l.expires_at FROM stock_promise p FORCE INDEX (stock_promise_variant) \
             JOIN reservation_line l FORCE INDEX (reservation_line_key) ON l.tenant_id = p.tenant_id AND l.store_id = p.store_id \
             AND l.variant_id = p.variant_id AND l.live = 1 JOIN reservation r ON r.tenant_id = l.tenant_id AND r.id = l.reservation_id \
             WHERE p.tenant_id = ? AND p.variant_id = ? AND p.promised > 0 AND (p.store_id = ? OR ?) ORDER BY l.reservation_id DESC LIMIT 200",
        )
        .bind(tenant)
        .bind(variant.0)
        .bind(store.map_or(Uuid::nil(), |store| store.0))
        .bind(store.is_none())
        .fetch_all(tx.conn())
        .await?;
        for (reservation, code, store, open, expires_at) in rows {
            let quantity = Quantity::new(open).map_err(anyhow::Error::new)?;
            let held = HeldBy { reservation: ReservationId(reservation), code, store: store.into(), quantity, expires_at: lapses(expires_at) };
            found.entry(*variant).or_default().push(held);
        }
        if let Some(Holders(known)) = tx.memory() {
            known.insert((*variant, store), found.get(variant).cloned().unwrap_or_default());
        }
    }
    Ok(found)
}

/// Who is promised what, as it was read for somebody in this transaction.
#[derive(Default)]
struct Holders(HashMap<(VariantId, Option<StoreId>), Vec<HeldBy>>);

async fn incoming(tx: &mut Tx, variants: &[VariantId]) -> Result<BTreeMap<VariantId, Vec<Incoming>>, OpError> {
    let mut found: BTreeMap<VariantId, Vec<Incoming>> = BTreeMap::new();
    if variants.is_empty() {
        return Ok(found);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN n.variant_id, t.id, t.code, t.to_store_id, n.shipped + n.surplus - n.received - n.damaged - n.missing - n.returned, t.shipped_at \
         FROM transfer t FORCE INDEX (transfer_state) JOIN transfer_line n FORCE INDEX (PRIMARY) ON n.tenant_id = t.tenant_id AND n.transfer_id = t.id \
         WHERE t.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND t.state IN (2, 3) AND n.variant_id IN ");
    push_list(&mut select, variants.iter().map(|variant| variant.0));
    select.push(" ORDER BY t.shipped_at LIMIT 500");
    let rows: Vec<(Uuid, Uuid, String, Uuid, Decimal, DateTime<Utc>)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, transfer, code, to, left, shipped_at) in rows {
        let quantity = Quantity::new(left).map_err(anyhow::Error::new)?;
        if quantity.is_positive() {
            let one = Incoming { transfer: TransferId(transfer), code, to: to.into(), quantity, shipped_at };
            found.entry(VariantId(variant)).or_default().push(one);
        }
    }
    Ok(found)
}

/// The other variants of the same items that may be sold.
async fn siblings(tx: &mut Tx, variants: &[VariantId]) -> Result<BTreeMap<VariantId, Vec<VariantId>>, OpError> {
    let mut found: BTreeMap<VariantId, Vec<VariantId>> = BTreeMap::new();
    if variants.is_empty() {
        return Ok(found);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT v.id, o.id FROM variant v JOIN variant o ON o.tenant_id = v.tenant_id AND o.item_id = v.item_id AND o.id <> v.id AND o.state IN (2, 3) \
         WHERE v.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND v.id IN ");
    push_list(&mut select, variants.iter().map(|variant| variant.0));
    select.push(" LIMIT 2000");
    let rows: Vec<(Uuid, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, other) in rows {
        found.entry(VariantId(variant)).or_default().push(VariantId(other));
    }
    Ok(found)
}
