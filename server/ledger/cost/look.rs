//! What some movements have to know of earlier ones: an undo what its lines had been worth, a return what was sold under its
//! number.

use super::{
    event::{Event, Origin, PoolKey, Sale},
    pool::Take,
};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{CostKind, PostingKind};

impl Event {
    /// Whether it has to know of earlier ones: they must have been written.
    pub(super) fn looks_back(&self) -> bool {
        match self.kind {
            PostingKind::Reversal => true,
            PostingKind::SaleReturn => !self.reference.is_empty(),
            _ => false,
        }
    }
}

/// Looks up what a movement has to know.
///
/// # Errors
/// When the database fails.
pub(super) async fn back(tx: &mut Tx, variant: Uuid, event: &mut Event) -> Result<(), OpError> {
    match event.kind {
        PostingKind::Reversal => event.undone = origins(tx, variant, event.document).await?,
        PostingKind::SaleReturn if !event.reference.is_empty() => event.sales = sales(tx, variant, event).await?,
        _ => {}
    }
    Ok(())
}

async fn origins(tx: &mut Tx, variant: Uuid, posting: Uuid) -> Result<Vec<Origin>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(i32, Uuid, Uuid, i64, u8, Decimal, Decimal, Uuid)> = sqlx::query_as(
        "SELECT line, scope_id, lot_id, seq, kind, quantity, value, document_id FROM cost_entry FORCE INDEX (cost_entry_posting) \
         WHERE tenant_id = ? AND posting_id = ? AND variant_id = ? ORDER BY line, scope_id, lot_id, seq",
    )
    .bind(tenant)
    .bind(posting)
    .bind(variant)
    .fetch_all(tx.conn())
    .await?;
    let takes: Vec<(Uuid, Uuid, i64, i64, Decimal, Decimal)> = sqlx::query_as(
        "SELECT STRAIGHT_JOIN t.scope_id, t.lot_id, t.seq, t.number, t.quantity, t.value FROM cost_entry e FORCE INDEX (cost_entry_posting) \
         JOIN cost_consumption t FORCE INDEX (cost_consumption_entry) ON t.tenant_id = e.tenant_id AND t.variant_id = e.variant_id \
         AND t.scope_id = e.scope_id AND t.lot_id = e.lot_id AND t.seq = e.seq \
         WHERE e.tenant_id = ? AND e.posting_id = ? AND e.variant_id = ? ORDER BY t.number",
    )
    .bind(tenant)
    .bind(posting)
    .bind(variant)
    .fetch_all(tx.conn())
    .await?;
    let mut taken: HashMap<(PoolKey, i64), Vec<Take>> = HashMap::new();
    for (scope, lot, seq, layer, quantity, value) in takes {
        taken.entry((PoolKey { scope, lot }, seq)).or_default().push(Take { layer, quantity, value });
    }
    let mut origins = Vec::with_capacity(rows.len());
    for (line, scope, lot, seq, kind, quantity, value, document) in rows {
        let pool = PoolKey { scope, lot };
        let kind = CostKind::of_code(kind).ok_or_else(|| anyhow::anyhow!("posting {posting} has an entry of an unknown kind"))?;
        if kind.is_of_a_movement() {
            origins.push(Origin { line, pool, kind, quantity, value, document, takes: taken.remove(&(pool, seq)).unwrap_or_default() });
        }
    }
    Ok(origins)
}

/// What was sold under the return's number and has not come back: of its own store first, the newest first.
async fn sales(tx: &mut Tx, variant: Uuid, event: &Event) -> Result<Vec<Sale>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid, Decimal, Decimal)> = sqlx::query_as(
        "SELECT posting_id, store_id, quantity - back_quantity, value - back_value FROM cost_sold FORCE INDEX (cost_sold_reference) \
         WHERE tenant_id = ? AND variant_id = ? AND reference = ? AND quantity > back_quantity ORDER BY posting_id DESC LIMIT 100",
    )
    .bind(tenant)
    .bind(variant)
    .bind(&event.reference)
    .fetch_all(tx.conn())
    .await?;
    let (here, elsewhere): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, store, ..)| *store == event.store);
    Ok(here.into_iter().chain(elsewhere).map(|(posting, _, quantity, value)| Sale { posting, quantity, value }).collect())
}
