//! Postings and their lines as they are read back, for every list that shows them.

use chrono::{DateTime, NaiveDate, Utc};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, HashMap};
use stock_rules::{End, PostingHead, PostingLine};
use uuid::Uuid;
use vocabulary::{PlaceKind, PostingId, PostingKind, Quantity, Reason, Status};

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

type LegRow = (Uuid, i32, Uuid, String, String, String, Uuid, Uuid, u8, String, String, u8, Decimal, i64, Decimal, Option<Decimal>);

/// The lines of postings, each with both its ends, by posting and number. `only` names the lines wanted; all of them
/// where it is empty. At most `most` legs are read.
///
/// # Errors
/// When the database fails.
pub(crate) async fn lines(
    tx: &mut Tx,
    postings: &[Uuid],
    only: &[(Uuid, i32)],
    with_cost: bool,
    most: usize,
) -> Result<BTreeMap<(Uuid, i32), PostingLine>, OpError> {
    let mut lines: BTreeMap<(Uuid, i32), PostingLine> = BTreeMap::new();
    if postings.is_empty() {
        return Ok(lines);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN m.posting_id, m.line, m.variant_id, v.sku, v.name, v.option_text, m.store_id, m.location_id, l.kind, l.code, l.name, m.status, \
         m.quantity, m.seq, m.balance_after, m.unit_cost FROM stock_movement m FORCE INDEX (PRIMARY) \
         JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = m.tenant_id AND l.id = m.location_id \
         JOIN variant v ON v.tenant_id = m.tenant_id AND v.id = m.variant_id WHERE m.tenant_id = ",
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
    select.push(" ORDER BY m.posting_id, m.leg LIMIT ").push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    let rows: Vec<LegRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (posting, number, variant, sku, name, option_text, store, location, kind, code, place, status, quantity, seq, after, cost) in rows {
        let unknown = || anyhow::anyhow!("posting {posting} has a leg of an unknown kind");
        let quantity = Quantity::new(quantity).map_err(anyhow::Error::new)?;
        let end = End {
            store: store.into(),
            location: location.into(),
            kind: PlaceKind::of_code(kind).ok_or_else(unknown)?,
            code,
            name: place,
            status: Status::of_code(status).ok_or_else(unknown)?,
            quantity,
            after: if seq > 0 { Some(Quantity::new(after).map_err(anyhow::Error::new)?) } else { None },
        };
        let line = lines.entry((posting, number)).or_insert_with(|| PostingLine {
            line: number,
            variant: variant.into(),
            sku,
            name,
            option_text,
            quantity: Quantity::ZERO,
            from: Vec::new(),
            to: Vec::new(),
            unit_cost: cost.filter(|_| with_cost),
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
