//! Sends a count in. What matches the books is settled here: there is nothing about it to approve.

use super::{
    empty,
    keys::{KEYS, Key, narrow},
    second,
    session::Session,
    weigh,
};
use crate::Stock;
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use sqlx::{MySql, QueryBuilder};
use stock_rules::{CountLineState, CountMoved, CountState, SubmitCount};
use vocabulary::{Actor, PersonId, Said};

impl Handle<SubmitCount> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, submit: SubmitCount) -> Result<Done<CountMoved>, OpError> {
        let session = Session::load(tx, submit.count).await?;
        session.step(tx).await?;
        match session.state {
            CountState::Open => return Err(OpError::conflict(Said::new("count-nothing-counted"))),
            CountState::Counting => {}
            _ => return Err(OpError::conflict(Said::new("count-closed"))),
        }
        let (tenant, now) = (tx.tenant(), tx.now());
        sqlx::query("UPDATE count_session SET state = 3, submitted_at = ?, submitted_name = ? WHERE tenant_id = ? AND id = ?")
            .bind(now)
            .bind(&actor.name)
            .bind(tenant)
            .bind(session.id.0)
            .execute(tx.conn())
            .await?;
        let me = actor.person.unwrap_or(PersonId(uuid::Uuid::nil()));
        let lines = weigh::lines(tx, &session, me).await?;
        let counted = lines.iter().filter(|line| line.counted.is_some()).count();
        // What two count is settled by neither alone.
        second::ask(tx, actor, &session, &lines).await?;
        let open = |line: &&weigh::Weighed| line.state == CountLineState::Open && !second::is_due(&session, line);
        let right: Vec<Key> = lines.iter().filter(open).filter(|line| line.matches()).map(|line| line.key).collect();
        let moved: Vec<Key> = lines.iter().filter(open).filter(|line| line.moved).map(|line| line.key).collect();
        set(tx, &session, "UPDATE count_line SET state = 2, decided_at = ", &right).await?;
        set(tx, &session, "UPDATE count_line SET moved = TRUE, decided_at = ", &moved).await?;
        let state = empty::after_submit(tx, actor, &session, counted).await?;
        let facts = serde_json::json!({ "count": session.id, "number": session.number, "store": session.store, "lines": counted });
        Ok(Done::reply(CountMoved { count: session.id, state })
            .trail(Trail::of("count", session.id).changed("state", &session.state, &state).with("lines", counted))
            .event(Event::new("count.submitted", session.id, &facts)))
    }
}

async fn set(tx: &mut Tx, session: &Session, what: &'static str, keys: &[Key]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for keys in keys.chunks(KEYS) {
        let mut update = QueryBuilder::<MySql>::new(what);
        update.push_bind(now).push(" WHERE tenant_id = ").push_bind(tenant).push(" AND count_id = ").push_bind(session.id.0);
        update.push(" AND state = 1");
        narrow(&mut update, "", keys);
        update.build().execute(tx.conn()).await?;
    }
    Ok(())
}
