//! One reservation, with its lines and what was written in the books for it.

use super::list;
use crate::{Stock, kit};
use ledger::kits;
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::AssertSqlSafe;
use std::collections::HashMap;
use stock_rules::{ReservationLine, ReservationState, ReservationView, ShowReservation};
use uuid::Uuid;
use vocabulary::{Actor, PostingId, Quantity};

type LineRow = (i32, Uuid, Uuid, String, String, String, Decimal, Decimal, Decimal);

impl Handle<ShowReservation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowReservation) -> Result<Done<ReservationView>, OpError> {
        let (tenant, id, now) = (tx.tenant(), show.reservation.0, tx.now());
        let head = format!("SELECT {} FROM reservation r WHERE r.tenant_id = ? AND r.id = ?", list::HEAD);
        let row: Option<list::Row> = sqlx::query_as(AssertSqlSafe(head)).bind(tenant).bind(id).fetch_optional(tx.conn()).await?;
        let head = list::row(row.ok_or_else(OpError::not_found)?, now)?;
        let note: String =
            sqlx::query_scalar("SELECT note FROM reservation WHERE tenant_id = ? AND id = ?").bind(tenant).bind(id).fetch_one(tx.conn()).await?;
        let rows: Vec<LineRow> = sqlx::query_as(
            "SELECT l.line, l.store_id, l.variant_id, v.sku, v.name, v.option_text, l.quantity, l.shipped, l.open FROM reservation_line l \
             JOIN variant v ON v.tenant_id = l.tenant_id AND v.id = l.variant_id WHERE l.tenant_id = ? AND l.reservation_id = ? ORDER BY l.line",
        )
        .bind(tenant)
        .bind(id)
        .fetch_all(tx.conn())
        .await?;
        let quantity = |value: Decimal| Quantity::new(value).map_err(anyhow::Error::new);
        let alive = head.state == ReservationState::Active;
        let lines = rows
            .into_iter()
            .map(|(line, store, variant, sku, name, option_text, wanted, shipped, open)| {
                let (quantity, shipped, open) = (quantity(wanted)?, quantity(shipped)?, quantity(open)?);
                let open = if alive { open } else { Quantity::ZERO };
                Ok(ReservationLine { line, store: store.into(), variant: variant.into(), sku, name, option_text, quantity, shipped, open })
            })
            .collect::<Result<Vec<_>, OpError>>()?;
        let postings: Vec<Uuid> = sqlx::query_scalar("SELECT id FROM posting WHERE tenant_id = ? AND document_id = ? ORDER BY id LIMIT 200")
            .bind(tenant)
            .bind(id)
            .fetch_all(tx.conn())
            .await?;
        let kits = kits::reserved(tx, show.reservation).await?;
        let kits = kit::named(tx, kits, &mut HashMap::new()).await?;
        Ok(Done::reply(ReservationView { head, note, lines, kits, postings: postings.into_iter().map(PostingId).collect() }))
    }
}
