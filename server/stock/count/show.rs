//! A count as those who count see it. Not one query here reads a balance.

use super::{
    entered, scope,
    session::{self, Session},
    tracked::Joined,
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
    let state = if session.state == CountState::Review { 6 } else { 1 };
    let tenant = tx.tenant();
    let rows: Vec<LineRow> = sqlx::query_as(
        "SELECT l.location_id, l.variant_id, l.lot_id, t.serial, t.code AS lot_code, t.expires_on, v.sku, v.name, v.option_text, l.counted \
         FROM count_line l JOIN variant v ON v.tenant_id = l.tenant_id AND v.id = l.variant_id \
         LEFT JOIN lot t ON t.tenant_id = l.tenant_id AND t.id = l.lot_id \
         WHERE l.tenant_id = ? AND l.count_id = ? AND l.counted IS NOT NULL AND l.state IN (?, 6) ORDER BY l.last_at DESC LIMIT ?",
    )
    .bind(tenant)
    .bind(session.id.0)
    .bind(state)
    .bind(i64::try_from(LINES_SHOWN).unwrap_or(1000))
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let counted = Quantity::new(row.counted).map_err(anyhow::Error::new)?;
            let (location, variant, lot) = (row.location_id.into(), row.variant_id.into(), row.lot.named());
            Ok(CountedLine { location, variant, lot, sku: row.sku, name: row.name, option_text: row.option_text, counted })
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct LineRow {
    location_id: Uuid,
    variant_id: Uuid,
    #[sqlx(flatten)]
    lot: Joined,
    sku: String,
    name: String,
    option_text: String,
    counted: Decimal,
}

#[derive(sqlx::FromRow)]
struct AskedRow {
    location_id: Uuid,
    code: String,
    variant_id: Uuid,
    #[sqlx(flatten)]
    lot: Joined,
    sku: String,
    name: String,
    option_text: String,
    counted: bool,
    mine: bool,
}

async fn asked(tx: &mut Tx, session: &Session, me: PersonId) -> Result<Vec<AskedLine>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<AskedRow> = sqlx::query_as(
        "SELECT l.location_id, loc.code, l.variant_id, l.lot_id, t.serial, t.code AS lot_code, t.expires_on, v.sku, v.name, v.option_text, \
         l.counted IS NOT NULL AS counted, \
         EXISTS (SELECT 1 FROM count_scan c LEFT JOIN count_scan u ON u.tenant_id = c.tenant_id AND u.undoes = c.id AND u.kind = 3 \
           WHERE c.tenant_id = l.tenant_id AND c.count_id = l.count_id AND c.location_id = l.location_id AND c.variant_id = l.variant_id \
           AND c.lot_id = l.lot_id AND c.round < l.round AND c.kind <> 3 AND u.id IS NULL AND c.person_id = ?) AS mine \
         FROM count_line l JOIN location loc ON loc.tenant_id = l.tenant_id AND loc.id = l.location_id \
         JOIN variant v ON v.tenant_id = l.tenant_id AND v.id = l.variant_id \
         LEFT JOIN lot t ON t.tenant_id = l.tenant_id AND t.id = l.lot_id \
         WHERE l.tenant_id = ? AND l.count_id = ? AND l.state = 6 ORDER BY loc.code, v.name, v.sku, t.expires_on, t.code LIMIT ?",
    )
    .bind(me.0)
    .bind(tenant)
    .bind(session.id.0)
    .bind(i64::try_from(LINES_SHOWN).unwrap_or(1000))
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| AskedLine {
            location: row.location_id.into(),
            location_code: row.code,
            variant: row.variant_id.into(),
            lot: row.lot.named(),
            sku: row.sku,
            name: row.name,
            option_text: row.option_text,
            counted: row.counted,
            not_mine: row.mine && !session.one_person,
        })
        .collect())
}

#[derive(sqlx::FromRow)]
struct OwnScan {
    id: Uuid,
    location_id: Uuid,
    code: String,
    variant_id: Uuid,
    #[sqlx(flatten)]
    lot: Joined,
    sku: Option<String>,
    name: Option<String>,
    option_text: Option<String>,
    kind: u8,
    quantity: Decimal,
    unit: Option<String>,
    moment: DateTime<Utc>,
    #[sqlx(flatten)]
    entered: entered::Joined,
}

async fn scans(tx: &mut Tx, session: &Session, me: PersonId) -> Result<Vec<ScanRow>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<OwnScan> = sqlx::query_as(
        "SELECT c.id, c.location_id, c.code, c.variant_id, c.lot_id, t.serial, t.code AS lot_code, t.expires_on, v.sku, v.name, v.option_text, \
         c.kind, c.quantity, i.unit, c.moment, e.unit AS entered_unit, e.quantity AS entered_quantity, e.num AS entered_num, e.den AS entered_den, \
         e.base AS entered_base FROM count_scan c \
         LEFT JOIN count_entered e ON e.tenant_id = c.tenant_id AND e.count_id = c.count_id AND e.scan_id = c.id \
         LEFT JOIN variant v ON v.tenant_id = c.tenant_id AND v.id = c.variant_id \
         LEFT JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
         LEFT JOIN lot t ON t.tenant_id = c.tenant_id AND t.id = c.lot_id \
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
    let known = rows.iter().filter(|row| !row.variant_id.is_nil()).map(|row| VariantId(row.variant_id)).collect();
    let stray = scope::stray(tx, session, known).await?;
    rows.into_iter()
        .map(|row| {
            let (scan, variant) = (row.id, row.variant_id);
            Ok(ScanRow {
                scan: scan.into(),
                location: row.location_id.into(),
                code: row.code,
                variant: (!variant.is_nil()).then_some(VariantId(variant)),
                lot: row.lot.named(),
                sku: row.sku.unwrap_or_default(),
                name: row.name.unwrap_or_default(),
                option_text: row.option_text.unwrap_or_default(),
                kind: ScanKind::of_code(row.kind).ok_or_else(|| anyhow::anyhow!("scan {scan} is of an unknown kind"))?,
                quantity: Quantity::new(row.quantity).map_err(anyhow::Error::new)?,
                unit: row.unit.unwrap_or_default(),
                entered: row.entered.told()?,
                at: row.moment,
                stray: stray.contains(&VariantId(variant)),
            })
        })
        .collect()
}
