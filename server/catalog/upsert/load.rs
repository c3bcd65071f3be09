//! Reads what is there, in a bounded number of statements for any number of rows.

use super::world::{Barcode, Category, Fate, Holder, Item, Variant, World};
use crate::sql::{own_state, push_list, state, tracking};
use catalog_rules::{Attribute, LeastLife, SupplierCode};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{FromRow, MySql, QueryBuilder, types::Json};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Whether what is read is about to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lock {
    /// A comparison, in a transaction that cannot write.
    Shared,
    /// Rows are locked until the transaction ends, so that nobody changes them between reading and writing.
    ForUpdate,
}

impl Lock {
    fn clause(self) -> &'static str {
        if self == Self::ForUpdate { " FOR UPDATE" } else { "" }
    }
}

#[derive(FromRow)]
struct ItemRow {
    id: Uuid,
    handle: String,
    name: String,
    description: String,
    brand: String,
    category_id: Uuid,
    unit: String,
    whole: bool,
    tracking: u8,
    life_receipt: u16,
    life_till: u16,
    life_pickup: u16,
    life_online: u16,
    axes: Json<Vec<String>>,
    attributes: Json<Vec<Attribute>>,
    state: u8,
    version: i64,
}

#[derive(FromRow)]
struct VariantRow {
    id: Uuid,
    item_id: Uuid,
    sku: String,
    sku_made: bool,
    options: Json<Vec<String>>,
    price: Option<Decimal>,
    cost: Option<Decimal>,
    own_state: u8,
    version: i64,
}

/// By what items are looked up.
pub(crate) enum Items<'a> {
    Ids(&'a [Uuid]),
    Handles(&'a [String]),
}

/// Reads items into the world; those that are there already stay as they are.
pub(crate) async fn items(tx: &mut Tx, world: &mut World, lock: Lock, by: Items<'_>) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT id, handle, name, description, brand, category_id, unit, whole, tracking, life_receipt, life_till, life_pickup, life_online, axes, attributes, \
         state, version FROM item WHERE tenant_id = ",
    );
    select.push_bind(tenant);
    match by {
        Items::Ids([]) | Items::Handles([]) => return Ok(()),
        Items::Ids(ids) => {
            select.push(" AND id IN ");
            push_list(&mut select, ids.iter().copied());
        }
        Items::Handles(handles) => {
            select.push(" AND handle IN ");
            push_list(&mut select, handles.iter().cloned());
        }
    }
    select.push(lock.clause());
    let rows: Vec<ItemRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    for row in rows {
        if world.items.contains_key(&row.id) {
            continue;
        }
        world.add_item(Item {
            id: row.id,
            handle: row.handle,
            name: row.name,
            description: row.description,
            brand: row.brand,
            category: row.category_id,
            unit: row.unit,
            whole: row.whole,
            tracking: tracking(row.tracking)?,
            life: LeastLife { receipt: row.life_receipt, till: row.life_till, pickup: row.life_pickup, online: row.life_online },
            axes: row.axes.0,
            attributes: row.attributes.0,
            state: state(row.state)?,
            version: row.version,
            variants: 0,
            links: Vec::new(),
            is_new: false,
            changed: false,
            copies_changed: false,
            words_changed: false,
            links_changed: false,
        });
    }
    Ok(())
}

/// By what variants are looked up.
pub(crate) enum Variants<'a> {
    Ids(&'a [Uuid]),
    Skus(&'a [String]),
    /// Of these items, with one of these option texts.
    Places(&'a [Uuid], &'a [String]),
    /// All of these items.
    Of(&'a [Uuid]),
}

/// Reads variants, without their codes, into the world.
pub(crate) async fn variants(tx: &mut Tx, world: &mut World, lock: Lock, by: Variants<'_>) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let mut select =
        QueryBuilder::<MySql>::new("SELECT id, item_id, sku, sku_made, options, price, cost, own_state, version FROM variant WHERE tenant_id = ");
    select.push_bind(tenant);
    match by {
        Variants::Ids([]) | Variants::Skus([]) | Variants::Places([], _) | Variants::Places(_, []) | Variants::Of([]) => return Ok(()),
        Variants::Ids(ids) => {
            select.push(" AND id IN ");
            push_list(&mut select, ids.iter().copied());
        }
        Variants::Skus(skus) => {
            select.push(" AND sku IN ");
            push_list(&mut select, skus.iter().cloned());
        }
        Variants::Places(items, texts) => {
            select.push(" AND item_id IN ");
            push_list(&mut select, items.iter().copied());
            select.push(" AND option_text IN ");
            push_list(&mut select, texts.iter().cloned());
        }
        Variants::Of(items) => {
            select.push(" AND item_id IN ");
            push_list(&mut select, items.iter().copied());
        }
    }
    select.push(lock.clause());
    let rows: Vec<VariantRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    for row in rows {
        if world.variants.contains_key(&row.id) {
            continue;
        }
        world.add_variant(Variant {
            id: row.id,
            item: row.item_id,
            sku: row.sku,
            sku_made: row.sku_made,
            options: row.options.0,
            price: row.price,
            cost: row.cost,
            own_state: own_state(row.own_state)?,
            version: row.version,
            barcodes: Vec::new(),
            supplier_codes: Vec::new(),
            supplier_codes_known: 0,
            is_new: false,
            changed: false,
            words_changed: false,
        });
    }
    Ok(())
}

/// Reads the barcodes and supplier codes of variants of the world.
pub(crate) async fn codes_of(tx: &mut Tx, world: &mut World, variants: &[Uuid]) -> Result<(), OpError> {
    if variants.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT variant_id, code, is_gtin, unit, pack FROM barcode WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND variant_id IN ");
    push_list(&mut select, variants.iter().copied());
    select.push(" ORDER BY variant_id, created_at, code");
    let barcodes: Vec<(Uuid, String, bool, String, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, code, is_gtin, unit, pack) in barcodes {
        if let Some(variant) = world.variants.get_mut(&variant) {
            variant.barcodes.push(Barcode { code, is_gtin, unit, pack: pack.normalize(), fate: Fate::Kept });
        }
    }
    let mut select = QueryBuilder::<MySql>::new("SELECT variant_id, supplier, code FROM supplier_code WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND variant_id IN ");
    push_list(&mut select, variants.iter().copied());
    let codes: Vec<(Uuid, String, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, supplier, code) in codes {
        if let Some(variant) = world.variants.get_mut(&variant) {
            variant.supplier_codes.push(SupplierCode { supplier, code });
            variant.supplier_codes_known += 1;
        }
    }
    Ok(())
}

/// Reads who has these codes, whoever it is.
pub(crate) async fn holders(tx: &mut Tx, world: &mut World, codes: &[String]) -> Result<(), OpError> {
    if codes.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT b.code, b.variant_id, v.sku, v.name FROM barcode b JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id WHERE b.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND b.code IN ");
    push_list(&mut select, codes.iter().cloned());
    let rows: Vec<(String, Uuid, String, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    world.codes.extend(rows.into_iter().map(|(code, variant, sku, name)| (code, Holder { variant, sku, name })));
    Ok(())
}

/// Reads the categories of these names, and those that the world's items are in. Whoever writes holds those that were named
/// until the end, so that none is deleted under an item that is put into it. The name of one that is being merged means
/// the one that stays.
pub(crate) async fn categories(tx: &mut Tx, world: &mut World, lock: Lock, names: &HashSet<String>) -> Result<(), OpError> {
    let ids: HashSet<Uuid> = world.items.values().map(|item| item.category).filter(|id| !id.is_nil()).collect();
    if names.is_empty() && ids.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("");
    if !names.is_empty() {
        select.push("(SELECT c.name_key, COALESCE(t.id, c.id), COALESCE(t.name, c.name), 1 AS named FROM category c ");
        select.push("LEFT JOIN category t ON t.tenant_id = c.tenant_id AND t.id = c.merged_into WHERE c.tenant_id = ").push_bind(tenant);
        select.push(" AND c.name_key IN ");
        push_list(&mut select, names.iter().cloned());
        select.push(if lock == Lock::ForUpdate { " LOCK IN SHARE MODE)" } else { ")" });
    }
    if !ids.is_empty() {
        select.push(if names.is_empty() { "" } else { " UNION ALL " });
        select.push("(SELECT name_key, id, name, 0 AS named FROM category WHERE tenant_id = ").push_bind(tenant).push(" AND id IN ");
        push_list(&mut select, ids);
        select.push(")");
    }
    let mut rows: Vec<(String, Uuid, String, i64)> = select.build_query_as().fetch_all(tx.conn()).await?;
    // What was named comes last: it counts.
    rows.sort_by_key(|row| row.3);
    world.categories.extend(rows.into_iter().map(|(key, id, name, _)| (key, Category { id, name, is_new: false, told: false })));
    Ok(())
}

/// Reads how many variants items have.
pub(crate) async fn count_variants(tx: &mut Tx, world: &mut World, items: &[Uuid]) -> Result<(), OpError> {
    if items.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT item_id, COUNT(*) FROM variant WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND item_id IN ");
    push_list(&mut select, items.iter().copied());
    select.push(" GROUP BY item_id");
    let rows: Vec<(Uuid, i64)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (item, count) in rows {
        if let Some(item) = world.items.get_mut(&item) {
            item.variants = count;
        }
    }
    Ok(())
}

/// Reads the links of items.
pub(crate) async fn links(tx: &mut Tx, world: &mut World, items: &[Uuid]) -> Result<(), OpError> {
    if items.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT item_id, url FROM image_link WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND item_id IN ");
    push_list(&mut select, items.iter().copied());
    select.push(" ORDER BY item_id, position");
    let rows: Vec<(Uuid, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut links: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (item, url) in rows {
        links.entry(item).or_default().push(url);
    }
    for (item, links) in links {
        if let Some(item) = world.items.get_mut(&item) {
            item.links = links;
        }
    }
    Ok(())
}

/// Reads of which items something ever moved, and of which some store has something.
pub(crate) async fn stock(tx: &mut Tx, world: &mut World, items: &[Uuid]) -> Result<(), OpError> {
    if items.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT v.item_id, CAST(MAX(b.on_hand <> 0) AS SIGNED) FROM variant v \
         JOIN stock_balance b ON b.tenant_id = v.tenant_id AND b.variant_id = v.id WHERE b.seq > 0 AND v.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND v.item_id IN ");
    push_list(&mut select, items.iter().copied());
    select.push(" GROUP BY v.item_id");
    let rows: Vec<(Uuid, i64)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (item, has) in rows {
        world.moved.insert(item);
        if has != 0 {
            world.stocked.insert(item);
        }
    }
    Ok(())
}
