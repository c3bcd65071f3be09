//! The one place where catalog rows are written: everything of a world that is new or changed, in one statement per
//! table, and the search tokens with it.

use super::{
    load::{self, Lock, Variants},
    tokens,
    world::{Fate, Item, Variant, World},
};
use crate::sql::push_list;
use catalog_rules::ItemState;
use platform::{OpError, Tx, error::is_duplicate};
use sqlx::{MySql, QueryBuilder, types::Json};
use uuid::Uuid;
use vocabulary::Said;

/// Writes what is new or changed.
///
/// # Errors
/// A conflict, `catalog-busy`, when somebody else took a SKU, a handle or a code since the world was read: nothing is
/// wrong with the request, and it may be tried again.
pub(crate) async fn write(tx: &mut Tx, world: &mut World) -> Result<(), OpError> {
    // The words of all variants of a renamed item change, also of those that no row named.
    let renamed: Vec<Uuid> = world.items.values().filter(|item| item.words_changed && !item.is_new).map(|item| item.id).collect();
    let known: Vec<Uuid> = world.variants.keys().copied().collect();
    load::variants(tx, world, Lock::ForUpdate, Variants::Of(&renamed)).await?;
    let more: Vec<Uuid> = world.variants.keys().filter(|id| !known.contains(id)).copied().collect();
    load::codes_of(tx, world, &more).await?;
    for variant in world.variants.values_mut().filter(|variant| renamed.contains(&variant.item)) {
        variant.words_changed = true;
    }

    categories(tx, world).await?;
    items(tx, world).await?;
    links(tx, world).await?;
    variants(tx, world).await?;
    copies(tx, world).await?;
    barcodes(tx, world).await?;
    supplier_codes(tx, world).await?;
    tokens::write(tx, world).await
}

/// Somebody else was there first: a conflict to try again, not an accident.
fn busy(error: sqlx::Error) -> OpError {
    if is_duplicate(&error, None) { OpError::conflict(Said::new("catalog-busy")) } else { error.into() }
}

async fn categories(tx: &mut Tx, world: &mut World) -> Result<(), OpError> {
    let used: std::collections::HashSet<Uuid> = world.items.values().map(|item| item.category).collect();
    // One that only refused rows named is not made.
    let new: Vec<_> = world.categories.iter().filter(|(_, category)| category.is_new && used.contains(&category.id)).collect();
    if new.is_empty() {
        return Ok(());
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut insert = QueryBuilder::<MySql>::new("INSERT INTO category (tenant_id, id, name, name_key, created_at) ");
    insert.push_values(new, |mut row, (key, category)| {
        row.push_bind(tenant).push_bind(category.id).push_bind(&category.name).push_bind(key).push_bind(now);
    });
    insert.build().execute(tx.conn()).await.map_err(busy)?;
    for category in world.categories.values_mut() {
        category.is_new = false;
    }
    Ok(())
}

async fn items(tx: &mut Tx, world: &World) -> Result<(), OpError> {
    let mut rows: Vec<&Item> = world.items.values().filter(|item| item.is_new || item.changed).collect();
    if rows.is_empty() {
        return Ok(());
    }
    rows.sort_unstable_by_key(|item| item.id);
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut insert = QueryBuilder::<MySql>::new(
        "INSERT INTO item (tenant_id, id, handle, name, description, brand, category_id, unit, whole, tracking, life_receipt, life_till, life_pickup, \
         life_online, axes, attributes, state, version, created_at, updated_at) ",
    );
    insert.push_values(rows, |mut row, item| {
        row.push_bind(tenant)
            .push_bind(item.id)
            .push_bind(&item.handle)
            .push_bind(&item.name)
            .push_bind(&item.description)
            .push_bind(&item.brand)
            .push_bind(item.category)
            .push_bind(&item.unit)
            .push_bind(item.whole)
            .push_bind(item.tracking.code())
            .push_bind(item.life.receipt)
            .push_bind(item.life.till)
            .push_bind(item.life.pickup)
            .push_bind(item.life.online)
            .push_bind(Json(&item.axes))
            .push_bind(Json(&item.attributes))
            .push_bind(item.state.code())
            .push_bind(item.version)
            .push_bind(now)
            .push_bind(now);
    });
    insert.push(
        " ON DUPLICATE KEY UPDATE handle = VALUES(handle), name = VALUES(name), description = VALUES(description), brand = VALUES(brand), \
         category_id = VALUES(category_id), unit = VALUES(unit), whole = VALUES(whole), tracking = VALUES(tracking), \
         life_receipt = VALUES(life_receipt), life_till = VALUES(life_till), life_pickup = VALUES(life_pickup), life_online = VALUES(life_online), axes = VALUES(axes), attributes = VALUES(attributes), \
         state = VALUES(state), version = VALUES(version), updated_at = VALUES(updated_at)",
    );
    insert.build().persistent(false).execute(tx.conn()).await.map_err(busy)?;
    Ok(())
}

async fn links(tx: &mut Tx, world: &World) -> Result<(), OpError> {
    let changed: Vec<&Item> = world.items.values().filter(|item| item.links_changed).collect();
    let old: Vec<Uuid> = changed.iter().filter(|item| !item.is_new).map(|item| item.id).collect();
    let tenant = tx.tenant();
    if !old.is_empty() {
        let mut delete = QueryBuilder::<MySql>::new("DELETE FROM image_link WHERE tenant_id = ");
        delete.push_bind(tenant).push(" AND item_id IN ");
        push_list(&mut delete, old);
        delete.build().persistent(false).execute(tx.conn()).await?;
    }
    let rows: Vec<(Uuid, i16, &String)> =
        changed.iter().flat_map(|item| item.links.iter().zip(0_i16..).map(|(link, at)| (item.id, at, link))).collect();
    for rows in rows.chunks(5_000) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO image_link (tenant_id, item_id, position, url) ");
        insert.push_values(rows, |mut row, (item, at, link)| {
            row.push_bind(tenant).push_bind(*item).push_bind(*at).push_bind(*link);
        });
        insert.build().persistent(false).execute(tx.conn()).await?;
    }
    Ok(())
}

async fn variants(tx: &mut Tx, world: &World) -> Result<(), OpError> {
    let mut rows: Vec<&Variant> = world.variants.values().filter(|variant| variant.is_new || variant.changed).collect();
    if rows.is_empty() {
        return Ok(());
    }
    rows.sort_unstable_by_key(|variant| variant.id);
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut insert = QueryBuilder::<MySql>::new(
        "INSERT INTO variant (tenant_id, id, item_id, sku, sku_made, name, option_text, options, price, cost, state, own_state, tracking, version, created_at, updated_at) ",
    );
    insert.push_values(rows, |mut row, variant| {
        let item = world.items.get(&variant.item);
        let state = item.map_or(ItemState::Active, |item| item.state).with_own(variant.own_state);
        row.push_bind(tenant)
            .push_bind(variant.id)
            .push_bind(variant.item)
            .push_bind(&variant.sku)
            .push_bind(variant.sku_made)
            .push_bind(item.map(|item| item.name.as_str()).unwrap_or_default())
            .push_bind(variant.option_text())
            .push_bind(Json(&variant.options))
            .push_bind(variant.price)
            .push_bind(variant.cost)
            .push_bind(state.code())
            .push_bind(variant.own_state.map_or(0, ItemState::code))
            .push_bind(item.map_or(0, |item| item.tracking.code()))
            .push_bind(variant.version)
            .push_bind(now)
            .push_bind(now);
    });
    insert.push(
        " ON DUPLICATE KEY UPDATE sku = VALUES(sku), sku_made = VALUES(sku_made), option_text = VALUES(option_text), options = VALUES(options), \
         price = VALUES(price), cost = VALUES(cost), state = VALUES(state), own_state = VALUES(own_state), tracking = VALUES(tracking), version = VALUES(version), \
         updated_at = VALUES(updated_at)",
    );
    insert.build().persistent(false).execute(tx.conn()).await.map_err(busy)?;
    Ok(())
}

/// Brings the copies of an item's name, state and tracking in its variants up to date.
async fn copies(tx: &mut Tx, world: &World) -> Result<(), OpError> {
    let items: Vec<Uuid> = world.items.values().filter(|item| item.copies_changed && !item.is_new).map(|item| item.id).collect();
    if items.is_empty() {
        return Ok(());
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    // The same as ItemState::with_own.
    let mut update = QueryBuilder::<MySql>::new(
        "UPDATE variant v JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id SET v.name = i.name, v.tracking = i.tracking, \
         v.state = CASE WHEN i.state IN (1, 4) OR v.own_state = 0 THEN i.state ELSE GREATEST(i.state, v.own_state) END, v.updated_at = ",
    );
    update.push_bind(now).push(" WHERE v.tenant_id = ").push_bind(tenant).push(" AND v.item_id IN ");
    push_list(&mut update, items);
    update.build().persistent(false).execute(tx.conn()).await?;
    Ok(())
}

async fn barcodes(tx: &mut Tx, world: &World) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let all = || world.variants.values().flat_map(|variant| variant.barcodes.iter().map(move |barcode| (variant.id, barcode)));
    let gone: Vec<String> = all().filter(|(_, barcode)| barcode.fate == Fate::Removed).map(|(_, barcode)| barcode.code.clone()).collect();
    if !gone.is_empty() {
        let mut delete = QueryBuilder::<MySql>::new("DELETE FROM barcode WHERE tenant_id = ");
        delete.push_bind(tenant).push(" AND code IN ");
        push_list(&mut delete, gone);
        delete.build().persistent(false).execute(tx.conn()).await?;
    }
    // New ones with a plain insert: the key refuses a code that somebody else took meanwhile.
    for (fate, ending) in [(Fate::Added, ""), (Fate::Changed, " ON DUPLICATE KEY UPDATE unit = VALUES(unit), pack = VALUES(pack)")] {
        let mut rows: Vec<_> = all().filter(|(_, barcode)| barcode.fate == fate).collect();
        rows.sort_unstable_by(|(_, a), (_, b)| a.code.cmp(&b.code));
        for rows in rows.chunks(5_000) {
            let mut insert = QueryBuilder::<MySql>::new("INSERT INTO barcode (tenant_id, code, variant_id, is_gtin, unit, pack, created_at) ");
            insert.push_values(rows, |mut row, (variant, barcode)| {
                row.push_bind(tenant)
                    .push_bind(&barcode.code)
                    .push_bind(*variant)
                    .push_bind(barcode.is_gtin)
                    .push_bind(&barcode.unit)
                    .push_bind(barcode.pack)
                    .push_bind(now);
            });
            insert.push(ending);
            insert.build().persistent(false).execute(tx.conn()).await.map_err(busy)?;
        }
    }
    Ok(())
}

async fn supplier_codes(tx: &mut Tx, world: &World) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let rows: Vec<_> = world
        .variants
        .values()
        .flat_map(|variant| variant.supplier_codes.iter().skip(variant.supplier_codes_known).map(|code| (variant.id, code)))
        .collect();
    for rows in rows.chunks(5_000) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO supplier_code (tenant_id, supplier, code, variant_id) ");
        insert.push_values(rows, |mut row, (variant, code)| {
            row.push_bind(tenant).push_bind(&code.supplier).push_bind(&code.code).push_bind(*variant);
        });
        insert.build().persistent(false).execute(tx.conn()).await.map_err(busy)?;
    }
    Ok(())
}
