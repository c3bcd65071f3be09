//! Keeps something back from a way of selling.

use super::{ENTITY, list};
use crate::{Stock, known};
use ledger::read;
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use rust_decimal::Decimal;
use stock_rules::{BufferOf, BufferRow, SetBuffer, check_amount, check_buffer};
use uuid::Uuid;
use vocabulary::{Actor, AppError, BufferId, FieldError, Quantity};

impl Handle<SetBuffer> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, set: SetBuffer) -> Result<Done<BufferRow>, OpError> {
        let mut wrong = check_buffer(&set);
        if let Some(store) = set.store {
            known::store(tx, store).await?;
        }
        let of = set.of().unwrap_or(BufferOf::Everything);
        wrong.extend(check_of(tx, of, set.quantity).await?);
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let (tenant, now, store) = (tx.tenant(), tx.now(), set.store.map_or(Uuid::nil(), |store| store.0));
        let percent = set.percent.unwrap_or_default().normalize();
        // The row is made first and locked thereby: of two who set the same rule, one sees what the other left.
        sqlx::query(
            "INSERT INTO stock_buffer (tenant_id, of_id, store_id, keeps, id, of_kind, quantity, percent, changed_at, changed_name) \
             VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, ?) ON DUPLICATE KEY UPDATE changed_at = VALUES(changed_at), changed_name = VALUES(changed_name)",
        )
        .bind(tenant)
        .bind(of.id())
        .bind(store)
        .bind(set.keeps.code())
        .bind(BufferId::new().0)
        .bind(of.code())
        .bind(now)
        .bind(&actor.name)
        .execute(tx.conn())
        .await?;
        let (id, quantity, before): (Uuid, Decimal, Decimal) = sqlx::query_as(
            "SELECT id, quantity, percent FROM stock_buffer WHERE tenant_id = ? AND of_id = ? AND store_id = ? AND keeps = ? FOR UPDATE",
        )
        .bind(tenant)
        .bind(of.id())
        .bind(store)
        .bind(set.keeps.code())
        .fetch_one(tx.conn())
        .await?;
        sqlx::query("UPDATE stock_buffer SET quantity = ?, percent = ? WHERE tenant_id = ? AND of_id = ? AND store_id = ? AND keeps = ?")
            .bind(set.quantity.decimal())
            .bind(percent)
            .bind(tenant)
            .bind(of.id())
            .bind(store)
            .bind(set.keeps.code())
            .execute(tx.conn())
            .await?;
        let row = list::one(tx, BufferId(id)).await?.ok_or_else(OpError::not_found)?;
        let quantity = Quantity::new(quantity).map_err(anyhow::Error::new)?;
        let trail = trail(&row).changed("quantity", &quantity, &set.quantity).changed("percent", &before.normalize(), &percent);
        let event = Event::new("stock.buffer_set", id, &serde_json::to_value(&row).map_err(anyhow::Error::new)?);
        Ok(Done::reply(row).trail(trail).event(event))
    }
}

/// What a rule is of is the tenant's own, and so much of it there can be.
async fn check_of(tx: &mut Tx, of: BufferOf, quantity: Quantity) -> Result<Option<FieldError>, OpError> {
    match of {
        BufferOf::Everything => Ok(None),
        BufferOf::Category(category) => known::category(tx, category).await.map(|()| None),
        BufferOf::Item(item) => known::item(tx, item).await.map(|whole| check_amount("quantity", quantity, whole)),
        BufferOf::Variant(variant) => {
            let facts = read::variants(tx, &[variant]).await?;
            let known = facts.get(&variant).ok_or_else(OpError::not_found)?;
            Ok(check_amount("quantity", quantity, known.whole))
        }
    }
}

/// Which rule it is about; names, because what they are of may be gone when somebody reads it.
pub(super) fn trail(row: &BufferRow) -> Trail {
    let mut trail = Trail::of(ENTITY, Uuid::nil()).with("keeps", row.keeps.tag());
    if let Some(store) = row.store {
        trail = trail.with("store", store);
    }
    if row.category.is_some() {
        trail = trail.with("category", &row.name);
    }
    if row.item.is_some() {
        trail = trail.with("item", &row.name);
    }
    if row.variant.is_some() { trail.with("sku", &row.sku) } else { trail }
}
