//! Places that should be empty: who finishes one says that it is, and that is all there is to say.

use super::{session::Session, unknown};
use platform::{OpError, Tx};
use stock_rules::CountState;
use vocabulary::Actor;

/// Finishing a place begins such a count: nothing need be scanned.
///
/// # Errors
/// When the database fails.
pub(super) async fn begin(tx: &mut Tx, session: &Session) -> Result<(), OpError> {
    if !session.empty_places || session.state != CountState::Open {
        return Ok(());
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    sqlx::query("UPDATE count_session SET state = 2, started_at = ? WHERE tenant_id = ? AND id = ? AND state = 1")
        .bind(now)
        .bind(tenant)
        .bind(session.id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Where such a count stands once it is sent in: it is over where nothing was found, for there is nothing to review.
///
/// # Errors
/// When the database fails.
pub(super) async fn after_submit(tx: &mut Tx, actor: &Actor, session: &Session, counted: usize) -> Result<CountState, OpError> {
    if !session.empty_places || counted > 0 || !unknown::list(tx, session).await?.is_empty() {
        return Ok(CountState::Review);
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    sqlx::query("UPDATE count_session SET state = 4, ended_at = ?, ended_name = ? WHERE tenant_id = ? AND id = ? AND state = 3")
        .bind(now)
        .bind(&actor.name)
        .bind(tenant)
        .bind(session.id.0)
        .execute(tx.conn())
        .await?;
    Ok(CountState::Posted)
}
