//! What a variant is a bundle of, and how many can be made.

use crate::{
    Catalog, change,
    upsert::{
        load::{self, Lock, Variants},
        world::World,
        write,
    },
};
use catalog_rules::{
    ComponentFacts, KitComponent, KitFacts, KitPart, KitSaved, KitStore, KitView, PartOfKit, SetKit, ShowKit, decide_kit, decide_known,
};
use ledger::{kits, read};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldChange, Quantity, VariantId};

/// Most kits that a component is told to be in.
const PART_OF: i64 = 50;

impl Handle<SetKit> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, set: SetKit) -> Result<Done<KitSaved>, OpError> {
        let mut world = World::default();
        let components: Vec<VariantId> = set.components.iter().take(catalog_rules::KIT_MAX + 1).map(|component| component.variant).collect();
        // All of them at once, in one order: who makes a kit of one of these waits, and sees what was done here. So does who
        // posts something of the kit itself.
        let held: BTreeSet<Uuid> = components.iter().chain([&set.variant]).map(|variant| variant.0).collect();
        load::variants(tx, &mut world, Lock::ForUpdate, Variants::Ids(&held.into_iter().collect::<Vec<_>>())).await?;
        let mut variant = change::variant(tx, &mut world, set.variant).await?;
        // What nobody knows is told before what somebody changed: it will not be known then either.
        let known = known(tx, &components).await?;
        let unknown = decide_known(&set, &known);
        if !unknown.is_empty() {
            return Err(AppError::Invalid { fields: unknown }.into());
        }
        if variant.version != set.version {
            return Err(AppError::Stale.into());
        }
        let facts = facts(tx, set.variant).await?;
        let wrong = decide_kit(&set, facts, &known);
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let before = parts(tx, set.variant).await?;
        let was: Vec<KitComponent> = before.iter().map(|part| KitComponent { variant: part.variant, quantity: part.quantity }).collect();
        if was == set.components {
            return Ok(Done::reply(KitSaved { variant: set.variant, version: variant.version, changed: false }));
        }
        write(tx, &set).await?;
        variant.touch();
        let reply = KitSaved { variant: set.variant, version: variant.version, changed: true };
        let from = told(before.iter().map(|part| (part.quantity, part.sku.as_str())));
        let to = told(set.components.iter().map(|part| (part.quantity, known.get(&part.variant).map_or("", |known| known.sku.as_str()))));
        let changes = [FieldChange { field: String::from("kit"), from, to }];
        let (trail, event) = (change::trail_of(variant.item, &variant.sku, &changes), change::event_of(&variant));
        world.add_again(variant);
        write::write(tx, &mut world).await?;
        Ok(Done::reply(reply).trail(trail).event(event))
    }
}

/// What is known of the variants that are to be components.
async fn known(tx: &mut Tx, components: &[VariantId]) -> Result<BTreeMap<VariantId, ComponentFacts>, OpError> {
    let known = read::variants(tx, components).await?;
    let of = |known: &read::VariantFacts| ComponentFacts { sku: known.sku.clone(), whole: known.whole, kit: known.kit, archived: known.archived };
    Ok(known.values().map(|known| (known.id, of(known))).collect())
}

/// Components as a history tells them: `2 × MUG, 1 × BOX`.
fn told<'a>(components: impl Iterator<Item = (Quantity, &'a str)>) -> Option<String> {
    let all: Vec<String> = components.map(|(quantity, sku)| format!("{quantity} × {sku}")).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// What is known of a variant that is held and is to be a kit.
async fn facts(tx: &mut Tx, variant: VariantId) -> Result<KitFacts, OpError> {
    let (tenant, id) = (tx.tenant(), variant.0);
    let (kit, promised, stood, counted, component): (bool, bool, bool, bool, bool) = sqlx::query_as(
        "SELECT v.kit, \
         EXISTS (SELECT 1 FROM stock_promise p WHERE p.tenant_id = v.tenant_id AND p.variant_id = v.id), \
         EXISTS (SELECT 1 FROM stock_balance b WHERE b.tenant_id = v.tenant_id AND b.variant_id = v.id), \
         EXISTS (SELECT 1 FROM count_session s JOIN count_line l ON l.tenant_id = s.tenant_id AND l.count_id = s.id AND l.variant_id = v.id \
         WHERE s.tenant_id = v.tenant_id AND s.state IN (1, 2, 3)), \
         EXISTS (SELECT 1 FROM kit_component k WHERE k.tenant_id = v.tenant_id AND k.component_id = v.id) \
         FROM variant v WHERE v.tenant_id = ? AND v.id = ?",
    )
    .bind(tenant)
    .bind(id)
    .fetch_one(tx.conn())
    .await?;
    Ok(KitFacts { kit, moved: promised || stood || counted, component })
}

async fn write(tx: &mut Tx, set: &SetKit) -> Result<(), OpError> {
    let tenant = tx.tenant();
    sqlx::query("DELETE FROM kit_component WHERE tenant_id = ? AND kit_id = ?").bind(tenant).bind(set.variant.0).execute(tx.conn()).await?;
    if !set.components.is_empty() {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO kit_component (tenant_id, kit_id, component_id, quantity, position) ");
        insert.push_values((0_i32..).zip(&set.components), |mut row, (position, component)| {
            row.push_bind(tenant).push_bind(set.variant.0).push_bind(component.variant.0);
            row.push_bind(component.quantity.decimal()).push_bind(position);
        });
        insert.build().execute(tx.conn()).await?;
    }
    sqlx::query("UPDATE variant SET kit = ? WHERE tenant_id = ? AND id = ?")
        .bind(!set.components.is_empty())
        .bind(tenant)
        .bind(set.variant.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

type PartRow = (Uuid, String, String, String, String, Decimal, u8);

async fn parts(tx: &mut Tx, kit: VariantId) -> Result<Vec<KitPart>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<PartRow> = sqlx::query_as(
        "SELECT STRAIGHT_JOIN v.id, v.sku, v.name, v.option_text, i.unit, k.quantity, v.state FROM kit_component k \
         JOIN variant v ON v.tenant_id = k.tenant_id AND v.id = k.component_id JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
         WHERE k.tenant_id = ? AND k.kit_id = ? ORDER BY k.position, v.id",
    )
    .bind(tenant)
    .bind(kit.0)
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|(variant, sku, name, option_text, unit, quantity, state)| {
            let (quantity, archived) = (kept(quantity)?, crate::sql::state(state)? == catalog_rules::ItemState::Archived);
            Ok(KitPart { variant: variant.into(), sku, name, option_text, unit, quantity, archived })
        })
        .collect()
}

fn kept(value: Decimal) -> Result<Quantity, OpError> {
    Ok(Quantity::new(value).map_err(anyhow::Error::new)?)
}

impl Handle<ShowKit> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowKit) -> Result<Done<KitView>, OpError> {
        let tenant = tx.tenant();
        let version: Option<i64> = sqlx::query_scalar("SELECT version FROM variant WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(show.variant.0)
            .fetch_optional(tx.conn())
            .await?;
        let version = version.ok_or_else(OpError::not_found)?;
        let components = parts(tx, show.variant).await?;
        let mut makes = Vec::new();
        if !components.is_empty() {
            let of = components.iter().map(|part| kits::Component { variant: part.variant, quantity: part.quantity }).collect();
            let all = kits::makes(tx, &HashMap::from([(show.variant, of)])).await?;
            makes.extend(all.into_values().flatten().map(|(store, can_make)| KitStore { store, can_make }));
        }
        let rows: Vec<(Uuid, String, String, Decimal)> = sqlx::query_as(
            "SELECT v.id, v.sku, v.name, k.quantity FROM kit_component k JOIN variant v ON v.tenant_id = k.tenant_id AND v.id = k.kit_id \
             WHERE k.tenant_id = ? AND k.component_id = ? ORDER BY v.sku LIMIT ?",
        )
        .bind(tenant)
        .bind(show.variant.0)
        .bind(PART_OF)
        .fetch_all(tx.conn())
        .await?;
        let one = |(variant, sku, name, quantity): (Uuid, String, String, Decimal)| {
            Ok(PartOfKit { variant: variant.into(), sku, name, quantity: kept(quantity)? })
        };
        let part_of = rows.into_iter().map(one).collect::<Result<Vec<_>, OpError>>()?;
        Ok(Done::reply(KitView { variant: show.variant, version, components, makes, part_of }))
    }
}
