//! What is noted about a count's lines, with photos. Who counts without reviewing is shown what they noted themselves: else
//! the second of two would be told what the first found.

use super::{keys::Key, session::Session};
use crate::Stock;
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use sqlx::{MySql, QueryBuilder};
use stock_rules::{
    AddCountEvidence, CountEvidence, CountPhoto, CountState, EVIDENCE_MAX, EvidenceAdded, EvidenceRow, Photo, PhotoKind, ShowCountEvidence,
    ShowCountPhoto,
};
use uuid::Uuid;
use vocabulary::{Actor, AppError, CountId, EvidenceId, Permission, Said};

/// Most that is listed.
pub(super) const LISTED: i64 = 500;

impl Handle<AddCountEvidence> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, add: AddCountEvidence) -> Result<Done<EvidenceAdded>, OpError> {
        let kind = add.check().map_err(|fields| AppError::Invalid { fields })?;
        let session = Session::hold(tx, add.count).await?;
        if session.state == CountState::Cancelled {
            return Err(OpError::conflict(Said::new("count-closed")));
        }
        let key = (add.location, add.variant);
        let code = line(tx, add.count, key).await?;
        hold(tx, add.count, key).await?;
        let (tenant, now, id) = (tx.tenant(), tx.now(), EvidenceId::new());
        let there: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM count_evidence WHERE tenant_id = ? AND count_id = ? AND location_id = ? AND variant_id = ?")
                .bind(tenant)
                .bind(add.count.0)
                .bind(add.location.0)
                .bind(add.variant.0)
                .fetch_one(tx.conn())
                .await?;
        if there >= EVIDENCE_MAX {
            return Err(OpError::conflict(Said::new("evidence-full").with("max", EVIDENCE_MAX)));
        }
        let bytes = add.photo.map(|Photo(bytes)| bytes).unwrap_or_default();
        sqlx::query(
            "INSERT INTO count_evidence (tenant_id, id, count_id, location_id, variant_id, note, photo_kind, photo, person_id, person_name, noted_at) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(tenant)
        .bind(id.0)
        .bind(add.count.0)
        .bind(add.location.0)
        .bind(add.variant.0)
        .bind(add.note.trim())
        .bind(kind.map_or(0, PhotoKind::code))
        .bind(bytes)
        .bind(actor.person.map_or(Uuid::nil(), |person| person.0))
        .bind(&actor.name)
        .bind(now)
        .execute(tx.conn())
        .await?;
        let facts = serde_json::json!({ "count": add.count, "evidence": id, "location": add.location, "variant": add.variant });
        let event = Event::new("count.evidence_added", add.count, &facts);
        Ok(Done::reply(EvidenceAdded { evidence: id }).trail(Trail::of("count", add.count).with("sku", code)).event(event))
    }
}

/// Keeps a line to oneself until this transaction ends, so that two who note at once do not both find room.
async fn hold(tx: &mut Tx, count: CountId, (location, variant): Key) -> Result<(), OpError> {
    let tenant = tx.tenant();
    sqlx::query_scalar::<_, u16>(
        "SELECT round FROM count_line WHERE tenant_id = ? AND count_id = ? AND location_id = ? AND variant_id = ? ORDER BY round LIMIT 1 FOR UPDATE",
    )
    .bind(tenant)
    .bind(count.0)
    .bind(location.0)
    .bind(variant.0)
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(OpError::not_found)?;
    Ok(())
}

/// A line of a count, by its item's SKU.
///
/// # Errors
/// Not found where the count has no such line.
pub(super) async fn line(tx: &mut Tx, count: CountId, (location, variant): Key) -> Result<String, OpError> {
    let tenant = tx.tenant();
    let sku: Option<String> = sqlx::query_scalar(
        "SELECT v.sku FROM count_line l JOIN variant v ON v.tenant_id = l.tenant_id AND v.id = l.variant_id \
         WHERE l.tenant_id = ? AND l.count_id = ? AND l.location_id = ? AND l.variant_id = ? LIMIT 1",
    )
    .bind(tenant)
    .bind(count.0)
    .bind(location.0)
    .bind(variant.0)
    .fetch_optional(tx.conn())
    .await?;
    sku.ok_or_else(OpError::not_found)
}

/// Adds that only what the asker may see is found; the evidence goes by `e`.
fn seen_by(select: &mut QueryBuilder<MySql>, actor: &Actor) {
    if !actor.may(Permission::CountReview) {
        select.push(" AND e.person_id = ").push_bind(actor.person.map_or(Uuid::nil(), |person| person.0));
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    location_id: Uuid,
    code: String,
    variant_id: Uuid,
    sku: String,
    name: String,
    option_text: String,
    note: String,
    photo_kind: u8,
    person_name: String,
    noted_at: chrono::DateTime<chrono::Utc>,
}

impl Handle<ShowCountEvidence> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, show: ShowCountEvidence) -> Result<Done<CountEvidence>, OpError> {
        let session = Session::load(tx, show.count).await?;
        let tenant = tx.tenant();
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT e.id, e.location_id, loc.code, e.variant_id, v.sku, v.name, v.option_text, e.note, e.photo_kind, e.person_name, e.noted_at \
             FROM count_evidence e JOIN location loc ON loc.tenant_id = e.tenant_id AND loc.id = e.location_id \
             JOIN variant v ON v.tenant_id = e.tenant_id AND v.id = e.variant_id WHERE e.tenant_id = ",
        );
        select.push_bind(tenant).push(" AND e.count_id = ").push_bind(session.id.0);
        seen_by(&mut select, actor);
        select.push(" ORDER BY e.id DESC LIMIT ").push_bind(LISTED);
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let evidence = rows.into_iter().map(told).collect();
        if !actor.may(Permission::CountReview) {
            return Ok(Done::reply(CountEvidence { evidence, ..CountEvidence::default() }));
        }
        let (investigations, people) = (super::investigate::list(tx, &session).await?, super::people::who_count(tx).await?);
        Ok(Done::reply(CountEvidence { evidence, investigations, people }))
    }
}

fn told(row: Row) -> EvidenceRow {
    EvidenceRow {
        evidence: row.id.into(),
        location: row.location_id.into(),
        location_code: row.code,
        variant: row.variant_id.into(),
        sku: row.sku,
        name: row.name,
        option_text: row.option_text,
        note: row.note,
        photo: PhotoKind::of_code(row.photo_kind),
        who: row.person_name,
        noted_at: row.noted_at,
    }
}

impl Handle<ShowCountPhoto> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, show: ShowCountPhoto) -> Result<Done<CountPhoto>, OpError> {
        let tenant = tx.tenant();
        let mut select = QueryBuilder::<MySql>::new("SELECT e.photo_kind, e.photo FROM count_evidence e WHERE e.tenant_id = ");
        select.push_bind(tenant).push(" AND e.id = ").push_bind(show.evidence.0).push(" AND e.count_id = ").push_bind(show.count.0);
        seen_by(&mut select, actor);
        let row: Option<(u8, Vec<u8>)> = select.build_query_as().fetch_optional(tx.conn()).await?;
        let (kind, bytes) = row.ok_or_else(OpError::not_found)?;
        let kind = PhotoKind::of_code(kind).ok_or_else(OpError::not_found)?;
        Ok(Done::reply(CountPhoto { kind, photo: Photo(bytes) }))
    }
}
