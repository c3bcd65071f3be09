//! Postings and their lines as they are read back, for every list that shows them.

use chrono::{DateTime, NaiveDate, Utc};
use ledger::lots::last_day;
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{FromRow, MySql, QueryBuilder};
use std::collections::{BTreeMap, HashMap};
use stock_rules::{End, LotNamed, PostingHead, PostingLine};
use uuid::Uuid;
use vocabulary::{LotId, PlaceKind, PostingId, PostingKind, Quantity, Reason, Status};

/// The columns of a posting's head, in the order of [`HeadRow`].
pub(crate) const HEAD: &str = "p.id, p.kind, p.store_id, p.reason, p.note, p.document_kind, p.document_id, p.document_ref, p.actor_name, p.door, \
                               p.occurred_at, p.posted_at, p.business_date";

pub(crate) type HeadRow = (Uuid, u8, Uuid, u8, String, String, Uuid, String, String, String, DateTime<Utc>, DateTime<Utc>, NaiveDate);

/// # Errors
/// When the row is of a kind we do not know, which only a damaged or newer database shows.
pub(crate) fn head(row: HeadRow) -> Result<PostingHead, OpError> {
    let (id, kind, store, reason, note, document_kind, document, reference, who, door, occurred_at, posted_at, business_date) = row;
    Ok(PostingHead {
        posting: PostingId(id),
        kind: PostingKind::of_code(kind).ok_or_else(|| anyhow::anyhow!("posting {id} is of the unknown kind {kind}"))?,
        store: store.into(),
        reason: Reason::of_code(reason),
        note,
        document_kind,
        document,
        reference,
        who,
        door,
        occurred_at,
        posted_at,
        business_date,
    })
}

/// The heads of postings by their ids.
///
/// # Errors
/// When the database fails.
pub(crate) async fn heads(tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, PostingHead>, OpError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT ");
    select.push(HEAD).push(" FROM posting p FORCE INDEX (PRIMARY) WHERE p.tenant_id = ").push_bind(tenant).push(" AND p.id IN ");
    push_list(&mut select, ids.iter().copied());
    let rows: Vec<HeadRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter().map(|row| Ok((row.0, head(row)?))).collect()
}

/// A leg of a posting with what its names are.
#[derive(FromRow)]
struct LegRow {
    posting_id: Uuid,
    line: i32,
    variant_id: Uuid,
    sku: String,
    variant_name: String,
    option_text: String,
    store_id: Uuid,
    location_id: Uuid,
    kind: u8,
    code: String,
    place_name: String,
    status: u8,
    quantity: Decimal,
    seq: i64,
    balance_after: Decimal,
    unit_cost: Option<Decimal>,
    lot_id: Uuid,
    serial: Option<bool>,
    lot_code: Option<String>,
    expires_on: Option<NaiveDate>,
}

/// The lines of postings, each with both its ends, by posting and number. `only` names the lines wanted; all of them
/// where it is empty. Of one lot alone, if one is given. At most `most` legs are read.
///
/// # Errors
/// When the database fails.
pub(crate) async fn lines(
    tx: &mut Tx,
    postings: &[Uuid],
    only: &[(Uuid, i32)],
    lot: Option<LotId>,
    with_cost: bool,
    most: usize,
) -> Result<BTreeMap<(Uuid, i32), PostingLine>, OpError> {
    let mut lines: BTreeMap<(Uuid, i32), PostingLine> = BTreeMap::new();
    if postings.is_empty() {
        return Ok(lines);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN m.posting_id, m.line, m.variant_id, v.sku, v.name AS variant_name, v.option_text, m.store_id, m.location_id, l.kind, l.code, \
         l.name AS place_name, m.status, m.quantity, m.seq, m.balance_after, m.unit_cost, m.lot_id, t.serial, t.code AS lot_code, t.expires_on \
         FROM stock_movement m FORCE INDEX (PRIMARY) \
         JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = m.tenant_id AND l.id = m.location_id \
         JOIN variant v ON v.tenant_id = m.tenant_id AND v.id = m.variant_id \
         LEFT JOIN lot t FORCE INDEX (PRIMARY) ON t.tenant_id = m.tenant_id AND t.id = m.lot_id WHERE m.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND m.posting_id IN ");
    push_list(&mut select, postings.iter().copied());
    if !only.is_empty() {
        select.push(" AND (");
        for (at, (posting, line)) in only.iter().enumerate() {
            select.push(if at == 0 { "(m.posting_id = " } else { " OR (m.posting_id = " }).push_bind(*posting);
            select.push(" AND m.line = ").push_bind(*line).push(")");
        }
        select.push(")");
    }
    if let Some(lot) = lot {
        select.push(" AND m.lot_id = ").push_bind(lot.0);
    }
    select.push(" ORDER BY m.posting_id, m.leg LIMIT ").push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    let rows: Vec<LegRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    for row in rows {
        let posting = row.posting_id;
        let unknown = || anyhow::anyhow!("posting {posting} has a leg of an unknown kind");
        let quantity = Quantity::new(row.quantity).map_err(anyhow::Error::new)?;
        let named = row.serial.zip(row.lot_code);
        let expires_on = row.expires_on.and_then(last_day);
        let end = End {
            store: row.store_id.into(),
            location: row.location_id.into(),
            kind: PlaceKind::of_code(row.kind).ok_or_else(unknown)?,
            code: row.code,
            name: row.place_name,
            status: Status::of_code(row.status).ok_or_else(unknown)?,
            lot: named.map(|(serial, code)| LotNamed { lot: row.lot_id.into(), serial, code, expires_on }),
            quantity,
            after: if row.seq > 0 { Some(Quantity::new(row.balance_after).map_err(anyhow::Error::new)?) } else { None },
        };
        let line = lines.entry((posting, row.line)).or_insert_with(|| PostingLine {
            line: row.line,
            variant: row.variant_id.into(),
            sku: row.sku,
            name: row.variant_name,
            option_text: row.option_text,
            quantity: Quantity::ZERO,
            from: Vec::new(),
            to: Vec::new(),
            unit_cost: row.unit_cost.filter(|_| with_cost),
            entered: None,
            reversed_by: None,
        });
        if quantity.is_negative() {
            line.from.push(end);
        } else {
            line.quantity += quantity;
            line.to.push(end);
        }
    }
    Ok(lines)
}
