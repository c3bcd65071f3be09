//! One transfer, with its lines and what was written in the books for it.

use crate::{
    Stock,
    transfer::{list, steps::steps},
};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::AssertSqlSafe;
use stock_rules::{ShowTransfer, TransferLine, TransferView};
use uuid::Uuid;
use vocabulary::{Actor, Quantity};

type LineRow = (i32, Uuid, String, String, String, bool, Decimal, Decimal, Decimal, Decimal, Decimal, Decimal);

impl Handle<ShowTransfer> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowTransfer) -> Result<Done<TransferView>, OpError> {
        let tenant = tx.tenant();
        let head = format!("SELECT {} FROM transfer t WHERE t.tenant_id = ? AND t.id = ?", list::HEAD);
        let row: Option<list::Row> = sqlx::query_as(AssertSqlSafe(head)).bind(tenant).bind(show.transfer.0).fetch_optional(tx.conn()).await?;
        let head = list::row(row.ok_or_else(OpError::not_found)?)?;
        let (note, version): (String, i64) = sqlx::query_as("SELECT note, version FROM transfer WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(show.transfer.0)
            .fetch_one(tx.conn())
            .await?;
        let steps = steps(tx, show.transfer).await?;
        Ok(Done::reply(TransferView { head, note, version, lines: lines(tx, &show).await?, steps }))
    }
}

async fn lines(tx: &mut Tx, show: &ShowTransfer) -> Result<Vec<TransferLine>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<LineRow> = sqlx::query_as(
        "SELECT t.line, t.variant_id, v.sku, v.name, v.option_text, i.whole, t.shipped, t.surplus, t.received, t.damaged, t.missing, t.returned \
         FROM transfer_line t JOIN variant v ON v.tenant_id = t.tenant_id AND v.id = t.variant_id \
         JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE t.tenant_id = ? AND t.transfer_id = ? ORDER BY t.line",
    )
    .bind(tenant)
    .bind(show.transfer.0)
    .fetch_all(tx.conn())
    .await?;
    let quantity = |value: Decimal| Quantity::new(value).map_err(anyhow::Error::new);
    rows.into_iter()
        .map(|(line, variant, sku, name, option_text, whole, shipped, surplus, received, damaged, missing, returned)| {
            Ok(TransferLine {
                line,
                variant: variant.into(),
                sku,
                name,
                option_text,
                whole,
                shipped: quantity(shipped)?,
                surplus: quantity(surplus)?,
                received: quantity(received)?,
                damaged: quantity(damaged)?,
                missing: quantity(missing)?,
                returned: quantity(returned)?,
            })
        })
        .collect()
}
