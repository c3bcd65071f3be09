//! A count as those who count see it. Not one query here reads a balance.

use super::{
    scope,
    session::{self, Session},
    unknown,
};
use crate::Stock;
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use stock_rules::{AskedLine, CountScope, CountState, CountView, CountedLine, LINES_SHOWN, PlaceRow, SCANS_SHOWN, ScanKind, ScanRow, ShowCount};
use uuid::Uuid;
use vocabulary::{Actor, PersonId, Quantity, VariantId};

impl Handle<ShowCount> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, show: ShowCount) -> Result<Done<CountView>, OpError> {
        let session = Session::load(tx, show.count).await?;
        let me = actor.person.unwrap_or(PersonId(Uuid::nil()));
        let view = CountView {
            count: session::row(tx, show.count).await?,
            places: places(tx, &session, me).await?,
            lines: lines(tx, &session).await?,
            asked: asked(tx, &session, me).await?,
            scans: scans(tx, &session, me).await?,
            unknown: unknown::list(tx, &session).await?,
        };
        Ok(Done::reply(view))
    }
}

async fn places(tx: &mut Tx, session: &Session, me: PersonId) -> Result<Vec<PlaceRow>, OpError> {
    type Row = (Uuid, String, String, String, i64, Option<DateTime<Utc>>, Option<String>, Option<Uuid>, Option<String>);
    let tenant = tx.tenant();
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT loc.id, loc.code, loc.name, loc.scan_code, (SELECT COUNT(*) FROM count_line l WHERE l.tenant_id = loc.tenant_id AND l.count_id = ? \
         AND l.location_id = loc.id AND l.counted IS NOT NULL AND l.state <> 3), p.finished_at, p.finished_name, p.assigned_to, p.assigned_name \
         FROM location loc LEFT JOIN count_place p ON p.tenant_id = loc.tenant_id AND p.count_id = ? AND p.location_id = loc.id \
         WHERE loc.tenant_id = ? AND loc.store_id = ? AND loc.kind < 10 AND loc.archived_at IS NULL AND (? OR p.planned) \
         ORDER BY loc.is_default DESC, loc.code LIMIT ?",
    )
    .bind(session.id.0)
    .bind(session.id.0)
    .bind(tenant)
    .bind(session.store.0)
    .bind(session.scope != CountScope::Locations)
    .bind(i64::try_from(LINES_SHOWN).unwrap_or(1000))
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|(location, code, name, scan_code, counted, finished_at, finished_by, assigned_to, assigned)| PlaceRow {
            location: location.into(),
            code,
            name,
            scan_code,
            counted,
            finished_at,
            finished_by: finished_by.unwrap_or_default(),
            assigned_to: assigned_to.map(Into::into),
            assigned: assigned.unwrap_or_default(),
            mine: assigned_to == Some(me.0),
        })
        .collect())
}

/// While it is counted, what is counted so far; in review only what is counted again, lest the second counter see what
/// the first came to.
async fn lines(tx: &mut Tx, session: &Session) -> Result<Vec<CountedLine>, OpError> {
    type Row = (Uuid, Uuid, String, String, String, Decimal);
    let state = if session.state == CountState::Review { 6 } else { 1 };
    let tenant = tx.tenant();
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT l.location_id, l.variant_id, v.sku, v.name, v.option_text, l.counted FROM count_line l \
         JOIN variant v ON v.tenant_id = l.tenant_id AND v.id = l.variant_id \
         WHERE l.tenant_id = ? AND l.count_id = ? AND l.counted IS NOT NULL AND l.state IN (?, 6) ORDER BY l.last_at DESC LIMIT ?",
    )
    .bind(tenant)
    .bind(session.id.0)
    .bind(state)
    .bind(i64::try_from(LINES_SHOWN).unwrap_or(1000))
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|(location, variant, sku, name, option_text, counted)| {
            let counted = Quantity::new(counted).map_err(anyhow::Error::new)?;
            Ok(CountedLine { location: location.into(), variant: variant.into(), sku, name, option_text, counted })
        })
        .collect()
}

async fn asked(tx: &mut Tx, session: &Session, me: PersonId) -> Result<Vec<AskedLine>, OpError> {
    type Row = (Uuid, String, Uuid, String, String, String, bool, bool);
    let tenant = tx.tenant();
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT l.location_id, loc.code, l.variant_id, v.sku, v.name, v.option_text, l.counted IS NOT NULL, \
         EXISTS (SELECT 1 FROM count_scan c LEFT JOIN count_scan u ON u.tenant_id = c.tenant_id AND u.undoes = c.id AND u.kind = 3 \
           WHERE c.tenant_id = l.tenant_id AND c.count_id = l.count_id AND c.location_id = l.location_id AND c.variant_id = l.variant_id \
           AND c.round < l.round AND c.kind <> 3 AND u.id IS NULL AND c.person_id = ?) \
         FROM count_line l JOIN location loc ON loc.tenant_id = l.tenant_id AND loc.id = l.location_id \
         JOIN variant v ON v.tenant_id = l.tenant_id AND v.id = l.variant_id \
         WHERE l.tenant_id = ? AND l.count_id = ? AND l.state = 6 ORDER BY loc.code, v.name, v.sku LIMIT ?",
    )
    .bind(me.0)
    .bind(tenant)
    .bind(session.id.0)
    .bind(i64::try_from(LINES_SHOWN).unwrap_or(1000))
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|(location, location_code, variant, sku, name, option_text, counted, mine)| AskedLine {
            location: location.into(),
            location_code,
            variant: variant.into(),
            sku,
            name,
            option_text,
            counted,
            not_mine: mine && !session.one_person,
        })
        .collect())
}

async fn scans(tx: &mut Tx, session: &Session, me: PersonId) -> Result<Vec<ScanRow>, OpError> {
    type Row = (Uuid, Uuid, String, Uuid, Option<String>, Option<String>, Option<String>, u8, Decimal, DateTime<Utc>);
    let tenant = tx.tenant();
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT c.id, c.location_id, c.code, c.variant_id, v.sku, v.name, v.option_text, c.kind, c.quantity, c.moment FROM count_scan c \
         LEFT JOIN variant v ON v.tenant_id = c.tenant_id AND v.id = c.variant_id \
         WHERE c.tenant_id = ? AND c.count_id = ? AND c.person_id = ? AND c.kind <> 3 \
         AND NOT EXISTS (SELECT 1 FROM count_scan u WHERE u.tenant_id = c.tenant_id AND u.undoes = c.id AND u.kind = 3) \
         ORDER BY c.moment DESC, c.id DESC LIMIT ?",
    )
    .bind(tenant)
    .bind(session.id.0)
    .bind(me.0)
    .bind(i64::try_from(SCANS_SHOWN).unwrap_or(20))
    .fetch_all(tx.conn())
    .await?;
    let known = rows.iter().filter(|row| !row.3.is_nil()).map(|row| VariantId(row.3)).collect();
    let stray = scope::stray(tx, session, known).await?;
    rows.into_iter()
        .map(|(scan, location, code, variant, sku, name, option_text, kind, quantity, at)| {
            Ok(ScanRow {
                scan: scan.into(),
                location: location.into(),
                code,
                variant: (!variant.is_nil()).then_some(VariantId(variant)),
                sku: sku.unwrap_or_default(),
                name: name.unwrap_or_default(),
                option_text: option_text.unwrap_or_default(),
                kind: ScanKind::of_code(kind).ok_or_else(|| anyhow::anyhow!("scan {scan} is of an unknown kind"))?,
                quantity: Quantity::new(quantity).map_err(anyhow::Error::new)?,
                at,
                stray: stray.contains(&VariantId(variant)),
            })
        })
        .collect()
}
