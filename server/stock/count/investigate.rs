//! Somebody looks into a line that is under review: until they say what it came to, it is not accepted; the others are.

use super::{
    evidence::{LISTED, line},
    keys::Key,
    people,
    session::Session,
};
use crate::Stock;
use chrono::{DateTime, NaiveDate, Utc};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use std::collections::BTreeMap;
use stock_rules::{CountState, EndInvestigation, InvestigateCountLine, InvestigationRow, LookedInto, NOTE_MAX, check_text};
use uuid::Uuid;
use vocabulary::{Actor, AppError, CountId, FieldError, PersonId, Said};

impl Handle<InvestigateCountLine> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, ask: InvestigateCountLine) -> Result<Done<()>, OpError> {
        let session = in_review(tx, ask.count).await?;
        let key = (ask.location, ask.variant);
        let sku = line(tx, ask.count, key).await?;
        let mut wrong: Vec<FieldError> = check_text("note", &ask.note, NOTE_MAX).into_iter().collect();
        if ask.until < crate::programme::today(tx, session.store).await? {
            wrong.push(FieldError::new("until", "investigation-past"));
        }
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let person = ask.person.or(actor.person).unwrap_or(PersonId(Uuid::nil()));
        let name = people::name_of(tx, person, "person").await?;
        reopen(tx, ask.count, key).await?;
        let (tenant, now) = (tx.tenant(), tx.now());
        sqlx::query(
            "INSERT INTO count_investigation (tenant_id, count_id, location_id, variant_id, person_id, person_name, until_day, note, opened_at, \
             opened_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE person_id = VALUES(person_id), \
             person_name = VALUES(person_name), until_day = VALUES(until_day), note = VALUES(note), opened_at = VALUES(opened_at), \
             opened_name = VALUES(opened_name), ended_at = NULL, ended_name = '', outcome = ''",
        )
        .bind(tenant)
        .bind(ask.count.0)
        .bind(ask.location.0)
        .bind(ask.variant.0)
        .bind(person.0)
        .bind(&name)
        .bind(ask.until)
        .bind(ask.note.trim())
        .bind(now)
        .bind(&actor.name)
        .execute(tx.conn())
        .await?;
        let trail = Trail::of("count", ask.count).with("sku", sku).with("looks_into_it", &name).with("until", ask.until);
        let facts = serde_json::json!({ "count": ask.count, "location": ask.location, "variant": ask.variant, "person": person, "until": ask.until });
        Ok(Done::reply(()).trail(trail).event(Event::new("count.investigation_opened", ask.count, &facts)))
    }
}

impl Handle<EndInvestigation> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, end: EndInvestigation) -> Result<Done<()>, OpError> {
        let outcome = end.outcome.trim();
        if outcome.is_empty() {
            return Err(OpError::invalid("outcome", "field-required"));
        }
        if let Some(wrong) = check_text("outcome", outcome, NOTE_MAX) {
            return Err(wrong.into());
        }
        in_review(tx, end.count).await?;
        let sku = line(tx, end.count, (end.location, end.variant)).await?;
        let (tenant, now) = (tx.tenant(), tx.now());
        let ended = sqlx::query(
            "UPDATE count_investigation SET ended_at = ?, ended_name = ?, outcome = ? WHERE tenant_id = ? AND count_id = ? AND location_id = ? \
             AND variant_id = ? AND ended_at IS NULL",
        )
        .bind(now)
        .bind(&actor.name)
        .bind(outcome)
        .bind(tenant)
        .bind(end.count.0)
        .bind(end.location.0)
        .bind(end.variant.0)
        .execute(tx.conn())
        .await?;
        if ended.rows_affected() == 0 {
            return Err(OpError::conflict(Said::new("investigation-over")));
        }
        let facts = serde_json::json!({ "count": end.count, "location": end.location, "variant": end.variant });
        let trail = Trail::of("count", end.count).with("sku", sku).with("outcome", outcome);
        Ok(Done::reply(()).trail(trail).event(Event::new("count.investigation_ended", end.count, &facts)))
    }
}

/// The count, kept in review until this transaction ends.
async fn in_review(tx: &mut Tx, count: CountId) -> Result<Session, OpError> {
    let session = Session::load(tx, count).await?;
    session.step(tx).await?;
    if session.state == CountState::Review { Ok(session) } else { Err(OpError::conflict(Said::new("count-not-in-review"))) }
}

/// What was accepted and not posted waits again.
async fn reopen(tx: &mut Tx, count: CountId, (location, variant): Key) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let posted: Option<i32> =
        sqlx::query_scalar("SELECT 1 FROM count_line WHERE tenant_id = ? AND count_id = ? AND location_id = ? AND variant_id = ? AND state = 5")
            .bind(tenant)
            .bind(count.0)
            .bind(location.0)
            .bind(variant.0)
            .fetch_optional(tx.conn())
            .await?;
    if posted.is_some() {
        return Err(OpError::conflict(Said::new("count-line-posted")));
    }
    sqlx::query("UPDATE count_line SET state = 1 WHERE tenant_id = ? AND count_id = ? AND location_id = ? AND variant_id = ? AND state = 2")
        .bind(tenant)
        .bind(count.0)
        .bind(location.0)
        .bind(variant.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Which lines of a count somebody looks into, who, and until when.
///
/// # Errors
/// When the database fails.
pub(super) async fn open(tx: &mut Tx, count: CountId) -> Result<BTreeMap<Key, LookedInto>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid, String, NaiveDate)> = sqlx::query_as(
        "SELECT location_id, variant_id, person_name, until_day FROM count_investigation WHERE tenant_id = ? AND count_id = ? AND ended_at IS NULL",
    )
    .bind(tenant)
    .bind(count.0)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|(location, variant, who, until)| ((location.into(), variant.into()), LookedInto { who, until })).collect())
}

#[derive(sqlx::FromRow)]
struct Row {
    location_id: Uuid,
    code: String,
    variant_id: Uuid,
    sku: String,
    name: String,
    option_text: String,
    person_id: Uuid,
    person_name: String,
    until_day: NaiveDate,
    note: String,
    opened_at: DateTime<Utc>,
    opened_name: String,
    ended_at: Option<DateTime<Utc>>,
    ended_name: String,
    outcome: String,
}

/// All of a count, those that go on first.
///
/// # Errors
/// When the database fails.
pub(super) async fn list(tx: &mut Tx, session: &Session) -> Result<Vec<InvestigationRow>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT i.location_id, loc.code, i.variant_id, v.sku, v.name, v.option_text, i.person_id, i.person_name, i.until_day, i.note, i.opened_at, \
         i.opened_name, i.ended_at, i.ended_name, i.outcome FROM count_investigation i \
         JOIN location loc ON loc.tenant_id = i.tenant_id AND loc.id = i.location_id \
         JOIN variant v ON v.tenant_id = i.tenant_id AND v.id = i.variant_id WHERE i.tenant_id = ? AND i.count_id = ? \
         ORDER BY i.ended_at IS NOT NULL, i.until_day, loc.code, v.name LIMIT ?",
    )
    .bind(tenant)
    .bind(session.id.0)
    .bind(LISTED)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(told).collect())
}

fn told(row: Row) -> InvestigationRow {
    InvestigationRow {
        location: row.location_id.into(),
        location_code: row.code,
        variant: row.variant_id.into(),
        sku: row.sku,
        name: row.name,
        option_text: row.option_text,
        person: row.person_id.into(),
        who: row.person_name,
        until: row.until_day,
        note: row.note,
        opened_at: row.opened_at,
        opened_by: row.opened_name,
        ended_at: row.ended_at,
        ended_by: row.ended_name,
        outcome: row.outcome,
    }
}
