//! Takes a rule away.

use super::{list, set};
use crate::Stock;
use platform::{Done, Event, Handle, OpError, Tx};
use rust_decimal::Decimal;
use stock_rules::RemoveBuffer;
use vocabulary::{Actor, Quantity};

impl Handle<RemoveBuffer> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, remove: RemoveBuffer) -> Result<Done<()>, OpError> {
        let tenant = tx.tenant();
        let row = list::one(tx, remove.buffer).await?.ok_or_else(OpError::not_found)?;
        let gone =
            sqlx::query("DELETE FROM stock_buffer WHERE tenant_id = ? AND id = ?").bind(tenant).bind(remove.buffer.0).execute(tx.conn()).await?;
        if gone.rows_affected() == 0 {
            return Err(OpError::not_found());
        }
        let trail =
            set::trail(&row).changed("quantity", &Some(row.quantity), &None::<Quantity>).changed("percent", &Some(row.percent), &None::<Decimal>);
        let event = Event::new("stock.buffer_removed", remove.buffer, &serde_json::to_value(&row).map_err(anyhow::Error::new)?);
        Ok(Done::reply(()).trail(trail).event(event))
    }
}
