//! Cancels a count that has posted nothing. Its scans stay on record.

use super::session::Session;
use crate::Stock;
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use stock_rules::{CancelCount, CountMoved, CountState};
use vocabulary::{Actor, Said};

impl Handle<CancelCount> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, cancel: CancelCount) -> Result<Done<CountMoved>, OpError> {
        let session = Session::load(tx, cancel.count).await?;
        session.step(tx).await?;
        if matches!(session.state, CountState::Posted | CountState::Cancelled) {
            return Err(OpError::conflict(Said::new("count-closed")));
        }
        let (tenant, now) = (tx.tenant(), tx.now());
        let posted: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM count_line WHERE tenant_id = ? AND count_id = ? AND state = 5")
            .bind(tenant)
            .bind(session.id.0)
            .fetch_one(tx.conn())
            .await?;
        if posted > 0 {
            return Err(OpError::conflict(Said::new("count-partly-posted")));
        }
        sqlx::query("UPDATE count_session SET state = 5, ended_at = ?, ended_name = ? WHERE tenant_id = ? AND id = ?")
            .bind(now)
            .bind(&actor.name)
            .bind(tenant)
            .bind(session.id.0)
            .execute(tx.conn())
            .await?;
        let event = Event::new("count.cancelled", session.id, &serde_json::json!({ "count": session.id, "number": session.number }));
        let trail = Trail::of("count", session.id).changed("state", &session.state, &CountState::Cancelled);
        Ok(Done::reply(CountMoved { count: session.id, state: CountState::Cancelled }).trail(trail).event(event))
    }
}
