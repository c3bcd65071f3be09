//! Finishes a place. What was not scanned there is asked for, and never taken as zero.

use super::{
    empty,
    session::Session,
    take::{Taking, take},
    uncounted::{self, Missing},
};
use crate::Stock;
use platform::{Done, Handle, OpError, Trail, Tx};
use std::collections::{BTreeMap, BTreeSet};
use stock_rules::{CountState, FinishPlace, LotGiven, NewScan, PlaceAnswer, PlaceFinished, SCANS_MAX, ScanKind, ScanOutcome, UncountedAnswer};
use vocabulary::{Actor, LotId, PersonId, Quantity, Said, ScanId};

impl Handle<FinishPlace> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, finish: FinishPlace) -> Result<Done<PlaceFinished>, OpError> {
        let session = Session::hold(tx, finish.count).await?;
        if !matches!(session.state, CountState::Open | CountState::Counting) {
            return Err(OpError::conflict(Said::new("count-closed")));
        }
        let key = |answer: &PlaceAnswer| (answer.variant, answer.lot.unwrap_or(LotId::NONE));
        let answers: BTreeMap<Missing, UncountedAnswer> = finish.answers.iter().map(|answer| (key(answer), answer.answer)).collect();
        let missing = uncounted::how_many(tx, &session, Some(finish.location)).await?;
        // What is answered for is looked up by its name: a list has an end, and a shelf may hold more.
        let answered = uncounted::among(tx, &session, finish.location, &answers.keys().copied().collect::<BTreeSet<_>>()).await?;
        let (answers, answered) = (&answers, &answered);
        let said = |answer| answered.iter().filter(move |(missing, _)| answers.get(missing) == Some(&answer));
        let to_count = said(UncountedAnswer::Count).count();
        let none: Vec<NewScan> = said(UncountedAnswer::None)
            .map(|((variant, _), lot)| {
                let named = |serial| lot.iter().find(|lot| lot.serial == serial).map(|lot| lot.code.clone());
                NewScan {
                    id: ScanId::new(),
                    location: finish.location,
                    kind: ScanKind::Set,
                    code: String::new(),
                    variant: Some(*variant),
                    lot: named(false).map(|code| LotGiven { code, ..LotGiven::default() }),
                    serial: named(true),
                    quantity: Quantity::ZERO,
                    unit: None,
                    undoes: None,
                    at: None,
                }
            })
            .collect();
        for scans in none.chunks(SCANS_MAX) {
            let taken = take(tx, &session, scans, &Taking { actor, sent_at: None }).await?;
            if let Some(refused) = taken.results.into_iter().find(|result| result.outcome == ScanOutcome::Refused) {
                return Err(refused.said.map_or_else(OpError::not_found, OpError::conflict));
            }
        }
        let number = |n| i64::try_from(n).unwrap_or(i64::MAX);
        let to_count = number(to_count);
        let left = (missing - number(none.len()) - to_count).max(0);
        let done = Done::reply(PlaceFinished { finished: to_count == 0, none: number(none.len()), left, to_count });
        if to_count > 0 {
            // The place stays open. What was said to be none is a scan, and tells of itself.
            return Ok(done);
        }
        empty::begin(tx, &session).await?;
        let place = mark(tx, &session, actor, finish.location.0).await?;
        Ok(done.trail(Trail::of("count", session.id).with("place", place).with("none", none.len()).with("left", left)))
    }
}

/// Notes that a place is finished, and by whom; says its code.
async fn mark(tx: &mut Tx, session: &Session, actor: &Actor, location: uuid::Uuid) -> Result<String, OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let code: Option<String> = sqlx::query_scalar("SELECT code FROM location WHERE tenant_id = ? AND id = ? AND store_id = ? AND kind < 10")
        .bind(tenant)
        .bind(location)
        .bind(session.store.0)
        .fetch_optional(tx.conn())
        .await?;
    let code = code.ok_or_else(OpError::not_found)?;
    let person = actor.person.unwrap_or(PersonId(uuid::Uuid::nil()));
    sqlx::query(
        "INSERT INTO count_place (tenant_id, count_id, location_id, planned, finished_at, finished_by, finished_name) VALUES (?, ?, ?, FALSE, ?, ?, ?) \
         ON DUPLICATE KEY UPDATE finished_at = VALUES(finished_at), finished_by = VALUES(finished_by), finished_name = VALUES(finished_name)",
    )
    .bind(tenant)
    .bind(session.id.0)
    .bind(location)
    .bind(now)
    .bind(person.0)
    .bind(&actor.name)
    .execute(tx.conn())
    .await?;
    Ok(code)
}
