//! Says how an item's pieces are told apart.

use crate::{
    Catalog, change,
    upsert::{
        load::{self, Lock, Variants},
        note,
        world::World,
        write,
    },
};
use catalog_rules::{ItemEdited, LeastLife, SetTracking, TrackedStock, check_life, decide_tracking};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use serde_json::json;
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldChange};

impl Handle<SetTracking> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, set: SetTracking) -> Result<Done<ItemEdited>, OpError> {
        let mut wrong = check_life(set.life);
        let mut world = World::default();
        change::item(tx, &mut world, set.item, set.version).await?;
        // A posting that brings some holds its variant: whoever comes second sees what the first has done.
        load::variants(tx, &mut world, Lock::ForUpdate, Variants::Of(&[set.item.0])).await?;
        let stock = stock(tx, set.item.0).await?;
        let item = world.items.get_mut(&set.item.0).ok_or_else(OpError::not_found)?;
        wrong.extend(decide_tracking(item.tracking, set.tracking, stock).err());
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let changes = changes(item.tracking.tag(), set.tracking.tag(), item.life, set.life);
        if changes.is_empty() {
            return Ok(Done::reply(ItemEdited { item: set.item, version: set.version, changed: false }));
        }
        (item.tracking, item.life, item.copies_changed) = (set.tracking, set.life, true);
        item.touch();
        let version = item.version;
        write::write(tx, &mut world).await?;
        let mut trail = Trail::of("item", set.item);
        note(&mut trail, &changes);
        let told = json!({ "item": set.item, "variants": [] });
        Ok(Done::reply(ItemEdited { item: set.item, version, changed: true }).trail(trail).event(Event::new("item.changed", set.item, &told)))
    }
}

fn changes(from: &str, to: &str, was: LeastLife, now: LeastLife) -> Vec<FieldChange> {
    let days = |days: u16| Some(days.to_string());
    let all = [
        ("tracking", Some(from.to_owned()), Some(to.to_owned())),
        ("life_receipt", days(was.receipt), days(now.receipt)),
        ("life_till", days(was.till), days(now.till)),
        ("life_pickup", days(was.pickup), days(now.pickup)),
        ("life_online", days(was.online), days(now.online)),
    ];
    let changed = all.into_iter().filter(|(_, from, to)| from != to);
    changed.map(|(field, from, to)| FieldChange { field: field.to_owned(), from, to }).collect()
}

/// What stands of an item, whose variants are held.
async fn stock(tx: &mut Tx, item: Uuid) -> Result<TrackedStock, OpError> {
    let tenant = tx.tenant();
    let (any, without_last_day): (i64, i64) = sqlx::query_as(
        "SELECT STRAIGHT_JOIN CAST(COUNT(*) AS SIGNED), CAST(COUNT(CASE WHEN t.expires_on = CAST('9999-12-31' AS DATE) THEN 1 END) AS SIGNED) FROM variant v \
         JOIN stock_balance b FORCE INDEX (stock_balance_variant) ON b.tenant_id = v.tenant_id AND b.variant_id = v.id AND b.on_hand <> 0 \
         LEFT JOIN lot t FORCE INDEX (PRIMARY) ON t.tenant_id = b.tenant_id AND t.id = b.lot_id WHERE v.tenant_id = ? AND v.item_id = ?",
    )
    .bind(tenant)
    .bind(item)
    .fetch_one(tx.conn())
    .await?;
    let counted: Option<i64> = sqlx::query_scalar(
        "SELECT STRAIGHT_JOIN CAST(1 AS SIGNED) FROM variant v JOIN count_session s ON s.tenant_id = v.tenant_id AND s.state IN (1, 2, 3) \
         JOIN count_line l ON l.tenant_id = s.tenant_id AND l.count_id = s.id AND l.variant_id = v.id AND l.state <> 5 \
         WHERE v.tenant_id = ? AND v.item_id = ? LIMIT 1",
    )
    .bind(tenant)
    .bind(item)
    .fetch_optional(tx.conn())
    .await?;
    Ok(TrackedStock { any: any > 0, without_last_day: without_last_day > 0, counted: counted.is_some() })
}
