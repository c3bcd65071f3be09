//! Codes that nobody knows: kept until somebody says what they are. Saying so takes the scans back and makes them again
//! under the item, at their own moment and in their own counter's name; nothing that was scanned is changed.

use super::{lines, resolve, session::Session};
use crate::Stock;
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Trail, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet};
use stock_rules::{CountState, DecideUnknownCode, LineStands, ScanKind, UnknownCode, UnknownDecided, decide_scan, scanned_quantity};
use uuid::Uuid;
use vocabulary::{Actor, FieldError, LocationId, PersonId, Quantity, Said, ScanId};

#[derive(sqlx::FromRow)]
struct Scan {
    id: Uuid,
    location_id: Uuid,
    location_code: String,
    code: String,
    kind: u8,
    quantity: Decimal,
    device_at: DateTime<Utc>,
    moment: DateTime<Utc>,
    person_id: Uuid,
    person_name: String,
}

async fn scans(tx: &mut Tx, session: &Session, code: Option<&str>) -> Result<Vec<Scan>, OpError> {
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT c.id, c.location_id, loc.code AS location_code, c.code, c.kind, c.quantity, c.device_at, c.moment, c.person_id, c.person_name \
         FROM count_scan c JOIN location loc ON loc.tenant_id = c.tenant_id AND loc.id = c.location_id \
         LEFT JOIN count_scan u ON u.tenant_id = c.tenant_id AND u.undoes = c.id AND u.kind = 3 WHERE c.tenant_id = ",
    );
    let tenant = tx.tenant();
    select.push_bind(tenant).push(" AND c.count_id = ").push_bind(session.id.0);
    select.push(" AND c.variant_id = ").push_bind(Uuid::nil()).push(" AND c.kind <> 3 AND u.id IS NULL");
    if let Some(code) = code {
        select.push(" AND c.code = ").push_bind(code.to_owned());
    }
    select.push(" ORDER BY c.moment, c.id LIMIT 5000");
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// The unknown codes of a count, each at each place once.
///
/// # Errors
/// When the database fails.
pub(super) async fn list(tx: &mut Tx, session: &Session) -> Result<Vec<UnknownCode>, OpError> {
    let mut codes: BTreeMap<(String, Uuid), (UnknownCode, BTreeSet<String>)> = BTreeMap::new();
    for scan in scans(tx, session, None).await? {
        let quantity = Quantity::new(scan.quantity).map_err(anyhow::Error::new)?;
        let (known, counters) = codes.entry((scan.code.clone(), scan.location_id)).or_insert_with(|| {
            let code = UnknownCode {
                code: scan.code,
                location: scan.location_id.into(),
                location_code: scan.location_code,
                quantity: Quantity::ZERO,
                scans: 0,
                counters: Vec::new(),
                last_at: scan.moment,
            };
            (code, BTreeSet::new())
        });
        known.quantity = if scan.kind == ScanKind::Set.code() { quantity } else { known.quantity + quantity };
        known.scans += 1;
        known.last_at = scan.moment;
        counters.insert(scan.person_name);
    }
    Ok(codes.into_values().map(|(code, counters)| UnknownCode { counters: counters.into_iter().collect(), ..code }).collect())
}

impl Handle<DecideUnknownCode> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, decide: DecideUnknownCode) -> Result<Done<UnknownDecided>, OpError> {
        let session = Session::load(tx, decide.count).await?;
        session.step(tx).await?;
        if !matches!(session.state, CountState::Open | CountState::Counting | CountState::Review) {
            return Err(OpError::conflict(Said::new("count-closed")));
        }
        let scans = scans(tx, &session, Some(&decide.code)).await?;
        if scans.is_empty() {
            return Err(OpError::not_found());
        }
        let known = match decide.item.as_deref().map(str::trim) {
            None => None,
            Some("") => return Err(FieldError::new("item", "field-required").into()),
            Some(item) => {
                let known = resolve::codes(tx, &BTreeSet::from([item])).await?.remove(item);
                let known = known.ok_or_else(|| FieldError::new("item", "variant-unknown"))?;
                if known.kit {
                    return Err(FieldError::new("item", "kit-holds-no-stock").into());
                }
                if known.tracked {
                    return Err(FieldError::new("item", "count-tracked").into());
                }
                Some(known)
            }
        };
        let mut touched = BTreeSet::new();
        if let Some(known) = &known {
            let mut rows = Vec::with_capacity(scans.len());
            for scan in &scans {
                let location = LocationId(scan.location_id);
                let round = round(tx, &session, location, known).await?;
                let quantity = Quantity::new(scan.quantity).map_err(anyhow::Error::new)?;
                let quantity = scanned_quantity(quantity, Quantity::ONE, known.whole, true).map_err(OpError::conflict)?;
                touched.insert(((location, known.variant), round));
                rows.push((scan, round, quantity));
            }
            again(tx, &session, known, &rows).await?;
        }
        take_back(tx, &session, actor, &scans).await?;
        lines::add_up(tx, session.id, &touched).await?;
        let reply = UnknownDecided { scans: i64::try_from(scans.len()).unwrap_or(i64::MAX), variant: known.as_ref().map(|known| known.variant) };
        let mut trail = Trail::of("count", session.id).with("unknown_code", &decide.code).with("scans", reply.scans);
        if let Some(known) = &known {
            trail = trail.with("sku", &known.sku);
        }
        Ok(Done::reply(reply).trail(trail))
    }
}

/// The round in which a scan of this variant counts. In review a line that was counted is decided by what was counted:
/// more of it can only be found by a recount.
async fn round(tx: &mut Tx, session: &Session, location: LocationId, known: &resolve::Known) -> Result<u16, OpError> {
    let tenant = tx.tenant();
    let latest: Option<(u16, u8)> = sqlx::query_as(
        "SELECT round, state FROM count_line WHERE tenant_id = ? AND count_id = ? AND location_id = ? AND variant_id = ? AND state <> 3",
    )
    .bind(tenant)
    .bind(session.id.0)
    .bind(location.0)
    .bind(known.variant.0)
    .fetch_optional(tx.conn())
    .await?;
    let Some((round, state)) = latest else { return Ok(1) };
    let state = stock_rules::CountLineState::of_code(state).ok_or_else(|| anyhow::anyhow!("a line is in an unknown state"))?;
    // It is the first counter's own scan, so it counts as if the count were still under way.
    let stands = LineStands { round, state, counted_before: false };
    decide_scan(CountState::Counting, Some(stands), true).map_err(OpError::conflict)
}

async fn again(tx: &mut Tx, session: &Session, known: &resolve::Known, rows: &[(&Scan, u16, Quantity)]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for rows in rows.chunks(500) {
        let mut insert = QueryBuilder::<MySql>::new(INSERT);
        insert.push_values(rows, |mut row, (scan, round, quantity)| {
            let id = ScanId::new().0;
            row.push_bind(tenant).push_bind(id).push_bind(session.id.0).push_bind(scan.location_id).push_bind(*round);
            row.push_bind(&scan.code).push_bind(known.variant.0).push_bind(scan.kind).push_bind(quantity.decimal()).push_bind(id);
            row.push_bind(scan.device_at).push_bind(now).push_bind(scan.moment).push_bind(scan.person_id).push_bind(&scan.person_name);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn take_back(tx: &mut Tx, session: &Session, actor: &Actor, scans: &[Scan]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let person = actor.person.unwrap_or(PersonId(Uuid::nil()));
    for scans in scans.chunks(500) {
        let mut insert = QueryBuilder::<MySql>::new(INSERT);
        insert.push_values(scans, |mut row, scan| {
            row.push_bind(tenant).push_bind(ScanId::new().0).push_bind(session.id.0).push_bind(scan.location_id).push("1");
            row.push_bind(&scan.code).push_bind(Uuid::nil()).push_bind(ScanKind::Undo.code()).push("0").push_bind(scan.id);
            row.push_bind(now).push_bind(now).push_bind(now).push_bind(person.0).push_bind(&actor.name);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

const INSERT: &str = "INSERT INTO count_scan (tenant_id, id, count_id, location_id, round, code, variant_id, kind, quantity, undoes, device_at, \
                      received_at, moment, person_id, person_name) ";
