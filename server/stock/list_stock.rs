//! Stock by variant and store, a page at a time.

use crate::{
    Stock, buffer,
    by_name::{self, PutAway, VariantRow, cursor},
    known,
};
use ledger::kits;
use platform::{
    Done, Handle, OpError, Tx,
    db::push_list,
    find::{self, Typed},
};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{HashMap, HashSet};
use stock_rules::{ByChannel, KitMakes, ListStock, Offered, StockNeed, StockRow, StockSum, StoreStock};
use uuid::Uuid;
use vocabulary::{Actor, CategoryId, Cursor, ItemId, Page, Quantity, StoreId, VariantId};

const SIZE: usize = Page::<StockRow>::SIZE;
/// Most variants one page of a view looks at: what needs somebody may be rare.
const WINDOW: usize = 5_000;

impl Handle<ListStock> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListStock) -> Result<Done<Page<StockRow>>, OpError> {
        if let Some(store) = list.store {
            known::store(tx, store).await?;
        }
        let page = match list.view {
            None => all(tx, &list, PutAway::LeftOut).await?,
            Some(need) => needing(tx, &list, need).await?,
        };
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.0).collect();
        // Asked about one store, that is the only one there is; else the sums are of more than what is told apart.
        let apart = list.apart.as_deref().filter(|_| list.store.is_none());
        let mut stock = stock_of(tx, &ids, list.store.as_ref().map(std::slice::from_ref).or(apart)).await?;
        let mut sums = if apart.is_some() { Some(sums_of(tx, &ids).await?) } else { None };
        let mut makes = makes_of(tx, ids.iter().filter(|id| !stock.contains_key(*id)).copied(), list.store).await?;
        let page = page.map(|(id, sku, name, option_text)| {
            let stores = stock.remove(&id).unwrap_or_default();
            let all = match &mut sums {
                Some(sums) => sums.remove(&id),
                None => StockSum::of(&stores),
            };
            let makes = makes.remove(&id.into());
            StockRow { variant: id.into(), sku, name, option_text, all, stores, makes }
        });
        Ok(Done::reply(page))
    }
}

/// A page of variants by name, of those that one typed for or of all; also of those that are put away since.
///
/// # Errors
/// When the database fails.
pub(crate) async fn variants(tx: &mut Tx, q: Option<&str>, cursor: Option<&Cursor>) -> Result<Page<VariantRow>, OpError> {
    all(tx, &ListStock { q: q.map(str::to_owned), cursor: cursor.cloned(), ..ListStock::default() }, PutAway::Listed).await
}

async fn all(tx: &mut Tx, list: &ListStock, out: PutAway) -> Result<Page<VariantRow>, OpError> {
    Ok(match among(tx, list).await? {
        Among::All => Page::of(by_name::next(tx, list.cursor.as_ref(), None, SIZE + 1, out).await?, SIZE, cursor),
        Among::WithWords(words) => window(tx, list, &words, None, out).await?,
        Among::These(ids) => Page::of(these(tx, list, ids, SIZE + 1, out).await?, SIZE, cursor),
    })
}

/// Which variants a page is made of.
enum Among {
    All,
    /// Those that have a word with each prefix; they are many.
    WithWords(Vec<String>),
    These(Vec<Uuid>),
}

async fn among(tx: &mut Tx, list: &ListStock) -> Result<Among, OpError> {
    Ok(match find::typed(tx, list.q.as_deref().unwrap_or_default()).await? {
        Typed::Nothing => Among::All,
        Typed::Common { words } => Among::WithWords(words),
        Typed::Rare(variants) => Among::These(variants),
    })
}

/// The next of these variants, by name.
async fn these(tx: &mut Tx, list: &ListStock, mut ids: Vec<Uuid>, most: usize, out: PutAway) -> Result<Vec<VariantRow>, OpError> {
    // The first page of the whole is among the first pages of its parts; the database knows the order of names.
    while ids.len() > find::MANY && most < find::MANY {
        let mut first = Vec::new();
        for part in ids.chunks(find::MANY) {
            first.extend(by_name::next(tx, list.cursor.as_ref(), Some(part), most, out).await?.into_iter().map(|row| row.0));
        }
        ids = first;
    }
    by_name::next(tx, list.cursor.as_ref(), Some(&ids), most, out).await
}

/// The next variants of which some store (or the one asked about) has too little. Where those are few they are all
/// looked up; where they are many, going through the list by name soon fills a page.
async fn needing(tx: &mut Tx, list: &ListStock, need: StockNeed) -> Result<Page<VariantRow>, OpError> {
    let among = among(tx, list).await?;
    let all = in_need(tx, list.store, need, None).await?;
    if all.len() <= WINDOW {
        let few = match among {
            Among::All => all,
            Among::WithWords(words) => find::having(tx, &all, &words).await?,
            Among::These(some) => {
                let wanted: HashSet<Uuid> = all.into_iter().collect();
                some.into_iter().filter(|id| wanted.contains(id)).collect()
            }
        };
        return Ok(Page::of(these(tx, list, few, SIZE + 1, PutAway::LeftOut).await?, SIZE, cursor));
    }
    match among {
        Among::All => window(tx, list, &[], Some(need), PutAway::LeftOut).await,
        Among::WithWords(words) => window(tx, list, &words, Some(need), PutAway::LeftOut).await,
        Among::These(ids) => {
            let mut wanted = Vec::new();
            for some in ids.chunks(find::ASKED) {
                wanted.extend(in_need(tx, list.store, need, Some(some)).await?);
            }
            Ok(Page::of(these(tx, list, wanted, SIZE + 1, PutAway::LeftOut).await?, SIZE, cursor))
        }
    }
}

/// Goes through a bounded part of the list by name, until there is a page of what has the words and the need; a page may
/// hold few rows and yet go on.
async fn window(tx: &mut Tx, list: &ListStock, words: &[String], need: Option<StockNeed>, out: PutAway) -> Result<Page<VariantRow>, OpError> {
    let looked_at = by_name::next(tx, list.cursor.as_ref(), None, WINDOW, out).await?;
    let more = looked_at.len() == WINDOW;
    let mut rows = Vec::new();
    for chunk in looked_at.chunks(find::ASKED) {
        let ids: Vec<Uuid> = chunk.iter().map(|row| row.0).collect();
        let mut wanted = find::having(tx, &ids, words).await?;
        if let Some(need) = need.filter(|_| !wanted.is_empty()) {
            wanted = in_need(tx, list.store, need, Some(&wanted)).await?;
        }
        let wanted: HashSet<Uuid> = wanted.into_iter().collect();
        rows.extend(chunk.iter().filter(|row| wanted.contains(&row.0)).cloned());
        if rows.len() > SIZE {
            return Ok(Page::of(rows, SIZE, cursor));
        }
    }
    let next = looked_at.last().filter(|_| more).map(cursor);
    Ok(Page { rows, next })
}

/// The variants, or those of some, of which there is too little: at most one more than are looked at.
async fn in_need(tx: &mut Tx, store: Option<StoreId>, need: StockNeed, of: Option<&[Uuid]>) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    let key = if of.is_some() { "stock_promise_variant" } else { "stock_promise_need" };
    let mut select = QueryBuilder::<MySql>::new(format!("SELECT DISTINCT variant_id FROM stock_promise FORCE INDEX ({key}) WHERE tenant_id = "));
    select.push_bind(tenant).push(" AND need = ").push_bind(need.code());
    if let Some(store) = store {
        select.push(" AND store_id = ").push_bind(store.0);
    }
    if let Some(ids) = of {
        select.push(" AND variant_id IN ");
        push_list(&mut select, ids.iter().copied());
    }
    select.push(" LIMIT ").push_bind(i64::try_from(WINDOW + 1).unwrap_or(i64::MAX));
    Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
}

/// A variant, its item, its category, whether it comes whole; a store, and what it has of it.
type HeldRow = (Uuid, Uuid, Uuid, bool, Uuid, Decimal, Decimal, Decimal, Decimal);

fn offered((variant, item, category, whole, ..): &HeldRow) -> Offered {
    let category = (!category.is_nil()).then_some(CategoryId(*category));
    Offered { variant: VariantId(*variant), item: ItemId(*item), category, whole: *whole }
}

/// What each store, or each of some, has of some variants, by the stores' codes; only the stores where a variant is known.
/// What is on its way is told apart from what is there.
///
/// # Errors
/// When the database fails.
pub(crate) async fn stock_of(tx: &mut Tx, ids: &[Uuid], stores: Option<&[StoreId]>) -> Result<HashMap<Uuid, Vec<StoreStock>>, OpError> {
    let mut stock: HashMap<Uuid, Vec<StoreStock>> = HashMap::new();
    if ids.is_empty() || stores.is_some_and(<[_]>::is_empty) {
        return Ok(stock);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        // In this order and by these keys, or one of the databases reads every balance for a page.
        "SELECT STRAIGHT_JOIN p.variant_id, v.item_id, i.category_id, i.whole, p.store_id, p.sellable, p.promised, \
         COALESCE(SUM(CASE WHEN l.kind < 10 THEN b.on_hand END), 0), COALESCE(SUM(CASE WHEN l.kind >= 10 THEN b.on_hand END), 0) \
         FROM variant v FORCE INDEX (PRIMARY) JOIN item i FORCE INDEX (PRIMARY) ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
         JOIN stock_promise p FORCE INDEX (stock_promise_variant) ON p.tenant_id = v.tenant_id AND p.variant_id = v.id \
         JOIN store s FORCE INDEX (PRIMARY) ON s.tenant_id = p.tenant_id AND s.id = p.store_id \
         LEFT JOIN stock_balance b FORCE INDEX (stock_balance_variant) ON b.tenant_id = p.tenant_id AND b.variant_id = p.variant_id AND b.store_id = p.store_id \
         LEFT JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = b.tenant_id AND l.id = b.location_id WHERE v.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND v.id IN ");
    push_list(&mut select, ids.iter().copied());
    if let Some(stores) = stores {
        select.push(" AND p.store_id IN ");
        push_list(&mut select, stores.iter().map(|store| store.0));
    }
    select.push(" GROUP BY p.variant_id, v.item_id, i.category_id, i.whole, s.code, p.store_id, p.sellable, p.promised ORDER BY s.code");
    let rows: Vec<HeldRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let offered: HashMap<Uuid, Offered> = rows.iter().map(|row| (row.0, offered(row))).collect();
    let buffers = buffer::rules(tx, offered.values(), buffer::Rules { channel: None, stores }).await?;
    for (variant, _, _, _, store, sellable, promised, on_hand, incoming) in rows {
        let quantity = |value| Quantity::new(value).map_err(anyhow::Error::new);
        let Some(of) = offered.get(&variant) else { continue };
        let (store, sellable, promised) = (StoreId(store), quantity(sellable)?, quantity(promised)?);
        let available = |channel| buffers.decide_availability(of, store, sellable, promised, channel).available;
        stock.entry(variant).or_default().push(StoreStock {
            store,
            on_hand: quantity(on_hand)?,
            promised,
            available: available(None),
            by_channel: ByChannel::of(|channel| available(Some(channel))),
            incoming: quantity(incoming)?,
        });
    }
    Ok(stock)
}

/// How many each store, or the one asked about, can make of those that are kits; a kit is among what no store has any of.
async fn makes_of(tx: &mut Tx, ids: impl Iterator<Item = Uuid>, store: Option<StoreId>) -> Result<HashMap<VariantId, Vec<KitMakes>>, OpError> {
    let ids: Vec<VariantId> = ids.map(VariantId).collect();
    let made_of = kits::of(tx, &ids).await?;
    if made_of.is_empty() {
        return Ok(HashMap::new());
    }
    let all = kits::makes(tx, &made_of).await?.into_iter();
    let of = |makes: Vec<(StoreId, Quantity)>| {
        let here = makes.into_iter().filter(|(of, _)| store.is_none_or(|store| store == *of));
        here.map(|(store, can_make)| KitMakes { store, can_make }).collect()
    };
    Ok(all.map(|(kit, makes)| (kit, of(makes))).collect())
}

/// What all stores have of some variants together: two statements that read each store's rows once and give a row for each
/// variant, however many stores there are.
async fn sums_of(tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, StockSum>, OpError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut promises = QueryBuilder::<MySql>::new(
        "SELECT variant_id, SUM(sellable - promised), SUM(promised), CAST(MIN(NULLIF(need, 0)) AS UNSIGNED) FROM stock_promise FORCE INDEX (stock_promise_variant) WHERE tenant_id = ",
    );
    promises.push_bind(tenant).push(" AND variant_id IN ");
    push_list(&mut promises, ids.iter().copied());
    promises.push(" GROUP BY variant_id");
    let promised: Vec<(Uuid, Decimal, Decimal, Option<u64>)> = promises.build_query_as().fetch_all(tx.conn()).await?;
    let mut balances = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN b.variant_id, SUM(CASE WHEN l.kind < 10 THEN b.on_hand ELSE 0 END), SUM(CASE WHEN l.kind >= 10 THEN b.on_hand ELSE 0 END) \
         FROM stock_balance b FORCE INDEX (stock_balance_variant) \
         JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = b.tenant_id AND l.id = b.location_id WHERE b.tenant_id = ",
    );
    balances.push_bind(tenant).push(" AND b.variant_id IN ");
    push_list(&mut balances, ids.iter().copied());
    balances.push(" GROUP BY b.variant_id");
    let held: Vec<(Uuid, Decimal, Decimal)> = balances.build_query_as().fetch_all(tx.conn()).await?;
    let mut held: HashMap<Uuid, (Decimal, Decimal)> = held.into_iter().map(|(id, on_hand, incoming)| (id, (on_hand, incoming))).collect();
    let quantity = |value| Quantity::new(value).map_err(anyhow::Error::new);
    let mut sums = HashMap::with_capacity(promised.len());
    for (id, available, promised, need) in promised {
        let (on_hand, incoming) = held.remove(&id).unwrap_or_default();
        let sum = StockSum {
            on_hand: quantity(on_hand)?,
            promised: quantity(promised)?,
            available: quantity(available)?,
            incoming: quantity(incoming)?,
            need: need.and_then(|code| StockNeed::of_code(u8::try_from(code).ok()?)),
        };
        sums.insert(id, sum);
    }
    Ok(sums)
}
