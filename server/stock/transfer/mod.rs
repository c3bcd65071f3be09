//! Transfers: the document beside the books. Its rows are written by the ledger's guards, in the transaction of the
//! posting, so that what is on its way and what its document says are never apart.

mod cancel;
mod damage;
mod history;
mod list;
mod receive;
mod ship;
mod show;
mod steps;
mod surplus;
mod undo;

use chrono::{DateTime, Utc};
use ledger::{Bind, Guard};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use stock_rules::{TransferState, transfer_code};
use uuid::Uuid;
use vocabulary::{AppError, LotId, Quantity, StoreId, TransferId, VariantId};

pub(crate) use undo::undo;

/// The kind of document its postings name.
pub(crate) const DOCUMENT: &str = "transfer";

/// A transfer under its lock.
pub(crate) struct Held {
    pub id: TransferId,
    pub from: StoreId,
    pub to: StoreId,
    pub state: TransferState,
    pub version: i64,
    pub shipped_at: DateTime<Utc>,
    pub lines: Vec<HeldLine>,
}

/// A line of it.
#[derive(Clone, Copy)]
pub(crate) struct HeldLine {
    pub line: i32,
    pub variant: VariantId,
    pub lot: LotId,
    pub whole: bool,
    pub shipped: Quantity,
    pub surplus: Quantity,
    pub received: Quantity,
    pub damaged: Quantity,
    pub missing: Quantity,
    pub returned: Quantity,
    pub cost: Option<Decimal>,
}

impl HeldLine {
    pub(crate) fn left(&self) -> Quantity {
        self.shipped + self.surplus - self.received - self.damaged - self.missing - self.returned
    }
}

/// What is added to a line; less than nought where something is taken back.
#[derive(Clone, Copy, Default)]
pub(crate) struct Added {
    pub line: i32,
    /// What came more than was sent; it is in `received` or `damaged` too.
    pub surplus: Quantity,
    pub received: Quantity,
    pub damaged: Quantity,
    pub missing: Quantity,
    pub returned: Quantity,
}

type LineRow = (i32, Uuid, Uuid, bool, Decimal, Decimal, Decimal, Decimal, Decimal, Decimal, Option<Decimal>);

impl Held {
    /// Reads a transfer and locks it: documents before stock, as everybody locks.
    ///
    /// # Errors
    /// Not found.
    pub(crate) async fn lock(tx: &mut Tx, transfer: TransferId) -> Result<Self, OpError> {
        let tenant = tx.tenant();
        let row: Option<(Uuid, Uuid, u8, i64, DateTime<Utc>)> =
            sqlx::query_as("SELECT from_store_id, to_store_id, state, version, shipped_at FROM transfer WHERE tenant_id = ? AND id = ? FOR UPDATE")
                .bind(tenant)
                .bind(transfer.0)
                .fetch_optional(tx.conn())
                .await?;
        let (from, to, state, version, shipped_at) = row.ok_or_else(OpError::not_found)?;
        let rows: Vec<LineRow> = sqlx::query_as(
            "SELECT t.line, t.variant_id, t.lot_id, i.whole, t.shipped, t.surplus, t.received, t.damaged, t.missing, t.returned, v.cost FROM transfer_line t \
             JOIN variant v ON v.tenant_id = t.tenant_id AND v.id = t.variant_id \
             JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE t.tenant_id = ? AND t.transfer_id = ? ORDER BY t.line",
        )
        .bind(tenant)
        .bind(transfer.0)
        .fetch_all(tx.conn())
        .await?;
        let quantity = |value: Decimal| Quantity::new(value).map_err(anyhow::Error::new);
        let lines = rows
            .into_iter()
            .map(|(line, variant, lot, whole, shipped, surplus, received, damaged, missing, returned, cost)| {
                Ok(HeldLine {
                    line,
                    variant: variant.into(),
                    lot: lot.into(),
                    whole,
                    shipped: quantity(shipped)?,
                    surplus: quantity(surplus)?,
                    received: quantity(received)?,
                    damaged: quantity(damaged)?,
                    missing: quantity(missing)?,
                    returned: quantity(returned)?,
                    cost,
                })
            })
            .collect::<Result<_, OpError>>()?;
        let state = TransferState::of_code(state).ok_or_else(|| anyhow::anyhow!("transfer {transfer} is in the unknown state {state}"))?;
        Ok(Self { id: transfer, from: from.into(), to: to.into(), state, version, shipped_at, lines })
    }

    pub(crate) fn code(&self) -> String {
        transfer_code(self.id)
    }

    /// Refuses what was asked of the transfer as it was told before somebody else changed it.
    ///
    /// # Errors
    /// Stale.
    pub(crate) fn still(&self, version: Option<i64>) -> Result<(), OpError> {
        if version.is_none_or(|version| version == self.version) { Ok(()) } else { Err(AppError::Stale.into()) }
    }

    /// Where it stands after something was added to its lines. What was called back stays so while nothing is on its way.
    pub(crate) fn state_after(&self, added: &[Added]) -> TransferState {
        let mut moved = Quantity::ZERO;
        let mut left = Quantity::ZERO;
        for line in &self.lines {
            let more = added.iter().find(|added| added.line == line.line).copied().unwrap_or_default();
            let gone = more.received + more.damaged + more.missing + more.returned;
            moved += line.shipped + line.surplus - line.left() + gone;
            left += line.left() + more.surplus - gone;
        }
        match (left.is_zero(), moved.is_zero()) {
            (true, _) if self.state == TransferState::Cancelled => TransferState::Cancelled,
            (true, _) => TransferState::Received,
            (false, true) => TransferState::Shipped,
            (false, false) => TransferState::PartlyReceived,
        }
    }
}

/// Writes what is added to the lines, and where the transfer then stands.
pub(crate) fn guards(tenant: i64, held: &Held, added: &[Added], state: TransferState) -> Vec<Guard> {
    let json: Vec<_> = added
        .iter()
        .map(|added| {
            serde_json::json!({
                "line": added.line,
                "surplus": added.surplus,
                "received": added.received,
                "damaged": added.damaged,
                "missing": added.missing,
                "returned": added.returned,
            })
        })
        .collect();
    let lines = Guard {
        sql: "UPDATE transfer_line t JOIN JSON_TABLE(?, '$[*]' COLUMNS (line INT PATH '$.line', surplus DECIMAL(19,6) PATH '$.surplus', received DECIMAL(19,6) PATH '$.received', \
              damaged DECIMAL(19,6) PATH '$.damaged', missing DECIMAL(19,6) PATH '$.missing', returned DECIMAL(19,6) PATH '$.returned')) AS j \
              ON j.line = t.line SET t.surplus = t.surplus + j.surplus, t.received = t.received + j.received, t.damaged = t.damaged + j.damaged, \
              t.missing = t.missing + j.missing, t.returned = t.returned + j.returned \
              WHERE t.tenant_id = ? AND t.transfer_id = ?",
        binds: vec![Bind::Text(serde_json::Value::Array(json).to_string()), Bind::Number(tenant), Bind::Id(held.id.0)],
        rows: added.len() as u64,
        refusal: AppError::Stale,
    };
    let head = Guard {
        sql: "UPDATE transfer SET state = ?, version = version + 1 WHERE tenant_id = ? AND id = ? AND version = ?",
        binds: vec![Bind::Number(i64::from(state.code())), Bind::Number(tenant), Bind::Id(held.id.0), Bind::Number(held.version)],
        rows: 1,
        refusal: AppError::Stale,
    };
    vec![head, lines]
}
