//! One item in full.

use crate::{
    Catalog,
    sql::{own_state, quantity, state, tracking},
};
use catalog_rules::{
    Attribute, BarcodeView, CategoryRef, ItemView, LeastLife, PlaceStock, ShowItem, StoreHas, SupplierCode, VARIANTS_MAX, VariantView,
};
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{FromRow, types::Json};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{Actor, Code, ItemId, Permission, PlaceKind, Status, VariantId};

#[derive(FromRow)]
struct ItemRow {
    handle: String,
    name: String,
    description: String,
    brand: String,
    category_id: Uuid,
    category: Option<String>,
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
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(FromRow)]
struct VariantRow {
    id: Uuid,
    sku: String,
    sku_made: bool,
    option_text: String,
    options: Json<Vec<String>>,
    price: Option<Decimal>,
    cost: Option<Decimal>,
    state: u8,
    own_state: u8,
    version: i64,
    kit: bool,
}

impl Handle<ShowItem> for Catalog {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, show: ShowItem) -> Result<Done<ItemView>, OpError> {
        let tenant = tx.tenant();
        let row: Option<ItemRow> = sqlx::query_as(
            "SELECT i.handle, i.name, i.description, i.brand, i.category_id, c.name AS category, i.unit, i.whole, i.tracking, i.life_receipt, i.life_till, \
             i.life_pickup, i.life_online, i.axes, i.attributes, i.state, i.version, \
             i.created_at, i.updated_at FROM item i LEFT JOIN category c ON c.tenant_id = i.tenant_id AND c.id = i.category_id \
             WHERE i.tenant_id = ? AND i.id = ?",
        )
        .bind(tenant)
        .bind(show.item.0)
        .fetch_optional(tx.conn())
        .await?;
        let row = row.ok_or_else(OpError::not_found)?;
        let image_links: Vec<String> = sqlx::query_scalar("SELECT url FROM image_link WHERE tenant_id = ? AND item_id = ? ORDER BY position")
            .bind(tenant)
            .bind(show.item.0)
            .fetch_all(tx.conn())
            .await?;
        let variants = variants(tx, show.item, actor.may(Permission::ValueRead)).await?;
        let chosen = match (show.variant, variants.as_slice()) {
            (Some(chosen), _) => Some(variants.iter().find(|variant| variant.variant == chosen).ok_or_else(OpError::not_found)?.variant),
            (None, [only]) => Some(only.variant),
            (None, _) => None,
        };
        let places = match chosen {
            Some(variant) => places(tx, variant).await?,
            None => Vec::new(),
        };
        Ok(Done::reply(ItemView {
            item: show.item,
            handle: row.handle,
            name: row.name,
            description: row.description,
            brand: row.brand,
            category: row.category.map(|name| CategoryRef { id: row.category_id.into(), name }),
            unit: row.unit,
            whole: row.whole,
            tracking: tracking(row.tracking)?,
            life: LeastLife { receipt: row.life_receipt, till: row.life_till, pickup: row.life_pickup, online: row.life_online },
            axes: row.axes.0,
            state: state(row.state)?,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
            attributes: row.attributes.0,
            image_links,
            variants,
            places,
        }))
    }
}

async fn variants(tx: &mut Tx, item: ItemId, values: bool) -> Result<Vec<VariantView>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<VariantRow> = sqlx::query_as(
        "SELECT id, sku, sku_made, option_text, options, price, cost, state, own_state, version, kit FROM variant \
         WHERE tenant_id = ? AND item_id = ? ORDER BY id LIMIT ?",
    )
    .bind(tenant)
    .bind(item.0)
    .bind(i64::try_from(VARIANTS_MAX).unwrap_or(2_000))
    .fetch_all(tx.conn())
    .await?;
    let mut barcodes = barcodes(tx, item).await?;
    let mut supplier_codes = supplier_codes(tx, item).await?;
    let mut stores = stores(tx, item).await?;
    rows.into_iter()
        .map(|row| {
            Ok(VariantView {
                variant: row.id.into(),
                sku: row.sku,
                sku_made: row.sku_made,
                option_text: row.option_text,
                options: row.options.0,
                price: row.price,
                cost: row.cost.filter(|_| values),
                state: state(row.state)?,
                own_state: own_state(row.own_state)?,
                version: row.version,
                kit: row.kit,
                barcodes: barcodes.remove(&row.id).unwrap_or_default(),
                supplier_codes: supplier_codes.remove(&row.id).unwrap_or_default(),
                stores: stores.remove(&row.id).unwrap_or_default(),
            })
        })
        .collect()
}

async fn barcodes(tx: &mut Tx, item: ItemId) -> Result<HashMap<Uuid, Vec<BarcodeView>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, String, bool, String, Decimal)> = sqlx::query_as(
        "SELECT b.variant_id, b.code, b.is_gtin, b.unit, b.pack FROM variant v JOIN barcode b ON b.tenant_id = v.tenant_id AND b.variant_id = v.id \
         WHERE v.tenant_id = ? AND v.item_id = ? ORDER BY b.pack, b.created_at, b.code",
    )
    .bind(tenant)
    .bind(item.0)
    .fetch_all(tx.conn())
    .await?;
    let mut all: HashMap<Uuid, Vec<BarcodeView>> = HashMap::new();
    for (variant, code, is_gtin, unit, pack) in rows {
        let printed = Code::read(&code).ok().filter(|_| is_gtin).map_or_else(|| code.clone(), |code| code.to_string());
        all.entry(variant).or_default().push(BarcodeView { code, printed, is_gtin, unit, pack: quantity(pack)? });
    }
    Ok(all)
}

async fn supplier_codes(tx: &mut Tx, item: ItemId) -> Result<HashMap<Uuid, Vec<SupplierCode>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, String, String)> = sqlx::query_as(
        "SELECT s.variant_id, s.supplier, s.code FROM variant v JOIN supplier_code s ON s.tenant_id = v.tenant_id AND s.variant_id = v.id \
         WHERE v.tenant_id = ? AND v.item_id = ? ORDER BY s.supplier, s.code",
    )
    .bind(tenant)
    .bind(item.0)
    .fetch_all(tx.conn())
    .await?;
    let mut all: HashMap<Uuid, Vec<SupplierCode>> = HashMap::new();
    for (variant, supplier, code) in rows {
        all.entry(variant).or_default().push(SupplierCode { supplier, code });
    }
    Ok(all)
}

async fn stores(tx: &mut Tx, item: ItemId) -> Result<HashMap<Uuid, Vec<StoreHas>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid, Decimal, Decimal, Decimal)> = sqlx::query_as(
        "SELECT p.variant_id, p.store_id, p.sellable, p.promised, \
         (SELECT COALESCE(SUM(b.on_hand), 0) FROM stock_balance b WHERE b.tenant_id = p.tenant_id AND b.variant_id = p.variant_id AND b.store_id = p.store_id) \
         FROM variant v JOIN stock_promise p ON p.tenant_id = v.tenant_id AND p.variant_id = v.id WHERE v.tenant_id = ? AND v.item_id = ?",
    )
    .bind(tenant)
    .bind(item.0)
    .fetch_all(tx.conn())
    .await?;
    let mut all: HashMap<Uuid, Vec<StoreHas>> = HashMap::new();
    for (variant, store, sellable, promised, on_hand) in rows {
        all.entry(variant).or_default().push(StoreHas {
            store: store.into(),
            on_hand: quantity(on_hand)?,
            promised: quantity(promised)?,
            available: quantity(sellable - promised)?,
        });
    }
    Ok(all)
}

async fn places(tx: &mut Tx, variant: VariantId) -> Result<Vec<PlaceStock>, OpError> {
    let tenant = tx.tenant();
    // Lots are summed: where it is, not which.
    let rows: Vec<(Uuid, Uuid, String, String, u8, u8, Decimal)> = sqlx::query_as(
        "SELECT STRAIGHT_JOIN b.store_id, b.location_id, l.code, l.name, l.kind, b.status, SUM(b.on_hand) FROM stock_balance b \
         JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = b.tenant_id AND l.id = b.location_id \
         WHERE b.tenant_id = ? AND b.variant_id = ? AND b.seq > 0 GROUP BY b.store_id, b.location_id, l.code, l.name, l.kind, b.status \
         ORDER BY b.store_id, l.code, b.status LIMIT 500",
    )
    .bind(tenant)
    .bind(variant.0)
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|(store, location, code, name, kind, status, on_hand)| {
            let kind = PlaceKind::of_code(kind).unwrap_or(PlaceKind::Bin);
            let status = Status::of_code(status).unwrap_or(Status::Available);
            Ok(PlaceStock { store: store.into(), location: location.into(), code, name, kind, status, on_hand: quantity(on_hand)? })
        })
        .collect()
}
