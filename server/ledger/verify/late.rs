//! What was booked later than it happened: does each note say what its movement does, and does none lack?

use super::{
    Check, Failure, PAGE,
    only::{Only, Rows},
};
use crate::{as_of::Lateness, lock::Key};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use uuid::Uuid;
use vocabulary::{PostingId, PostingKind, Quantity, Said};

/// When a movement `m` of a posting `p` happened, and the tables that tell.
const HAPPENED: &str = "COALESCE(c.counted_at, k.counted_at, o.occurred_at, p.occurred_at)";
const TELL: &str = "LEFT JOIN reversal r ON r.tenant_id = m.tenant_id AND r.by_posting = m.posting_id AND r.line = m.line \
                    LEFT JOIN posting o ON o.tenant_id = r.tenant_id AND o.id = r.posting_id \
                    LEFT JOIN count_mark c ON c.tenant_id = m.tenant_id AND c.posting_id = COALESCE(o.id, p.id) AND c.line = m.line \
                    LEFT JOIN count_offset k ON k.tenant_id = m.tenant_id AND k.posting_id = COALESCE(o.id, p.id) AND k.line = m.line";

#[derive(sqlx::FromRow)]
struct Row {
    posting_id: Uuid,
    leg: i32,
    kind: u8,
    location_id: Uuid,
    variant_id: Uuid,
    lot_id: Uuid,
    status: u8,
    seq: i64,
    quantity: Decimal,
    posted_at: DateTime<Utc>,
    happened_at: DateTime<Utc>,
    lateness: Option<u8>,
    noted_quantity: Option<Decimal>,
    noted_posted: Option<DateTime<Utc>>,
    noted_happened: Option<DateTime<Utc>>,
}

pub(super) fn new() -> Check {
    Check::new("proof-late")
}

/// Looks at the movements of the postings whose ids lie among these.
pub(super) async fn check(tx: &mut Tx, rows: Rows, check: &mut Check) -> Result<(), OpError> {
    // After the last leg that a posting could have.
    let mut after: (Uuid, i32) = (rows.after, i32::MAX);
    loop {
        let found = movements(tx, after, rows.upto).await?;
        for row in &found {
            check.examined += 1;
            if let Some(failure) = compare(row) {
                check.fails(failure);
            }
        }
        let Some(last) = found.last().filter(|_| found.len() == usize::try_from(PAGE).unwrap_or(0)) else { return Ok(()) };
        after = (last.posting_id, last.leg);
    }
}

/// Looks for notes whose movement is not there, or is at another key.
pub(super) async fn astray(tx: &mut Tx, only: Only<'_, Key>, check: &mut Check) -> Result<(), OpError> {
    if only.is_none() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new("SELECT l.posting_id, l.leg");
    only.push_from(&mut select, tenant, "late_movement", "l", "PRIMARY");
    select.push(
        " LEFT JOIN stock_movement m ON m.tenant_id = l.tenant_id AND m.posting_id = l.posting_id \
         AND m.leg = l.leg AND m.location_id = l.location_id AND m.variant_id = l.variant_id AND m.lot_id = l.lot_id AND m.status = l.status \
         WHERE l.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND m.leg IS NULL LIMIT 100");
    let astray: Vec<(Uuid, i32)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (posting, leg) in astray {
        check.fails(Failure { key: format!("{posting}/{leg}"), posting: Some(PostingId(posting)), ..Failure::new(Said::new("proof-late-orphan")) });
    }
    Ok(())
}

fn compare(row: &Row) -> Option<Failure> {
    let late = row.happened_at < row.posted_at;
    let wanted =
        late.then(|| (Some(row.quantity), Some(row.posted_at), Some(row.happened_at), Some(Lateness::of(row.happened_at, row.posted_at).code())));
    let noted = row.noted_quantity.map(|quantity| (Some(quantity), row.noted_posted, row.noted_happened, row.lateness));
    if wanted == noted {
        return None;
    }
    let quantity = |late: bool, value: Option<Decimal>| Quantity::new(value.filter(|_| late).unwrap_or_default()).unwrap_or_default();
    let said = Said::new("proof-late-differs").with("expected", quantity(late, Some(row.quantity))).with("found", quantity(true, row.noted_quantity));
    Some(Failure {
        said,
        key: format!("{}/{}/{}/{}", row.location_id, row.variant_id, row.lot_id, row.status),
        seq: Some(row.seq),
        posting: Some(PostingId(row.posting_id)),
        operation: PostingKind::of_code(row.kind).map(|kind| kind.tag().to_owned()),
    })
}

/// The next movements of places with a balance, in the order of the primary key.
async fn movements(tx: &mut Tx, (posting, leg): (Uuid, i32), upto: Uuid) -> Result<Vec<Row>, OpError> {
    let tenant = tx.tenant();
    let mut select =
        sqlx::QueryBuilder::<sqlx::MySql>::new("SELECT STRAIGHT_JOIN m.posting_id, m.leg, p.kind, m.location_id, m.variant_id, m.lot_id, ");
    select.push("m.status, m.seq, m.quantity, m.posted_at, ").push(HAPPENED).push(" AS happened_at, l.lateness, ");
    select.push("l.quantity AS noted_quantity, l.posted_at AS noted_posted, l.happened_at AS noted_happened ");
    select.push(
        "FROM stock_movement m FORCE INDEX (PRIMARY) JOIN posting p FORCE INDEX (PRIMARY) ON p.tenant_id = m.tenant_id AND p.id = m.posting_id ",
    );
    select.push(TELL).push(" LEFT JOIN late_movement l ON l.tenant_id = m.tenant_id AND l.posting_id = m.posting_id AND l.leg = m.leg");
    select.push(" WHERE m.tenant_id = ").push_bind(tenant).push(" AND m.seq > 0");
    select.push(" AND m.posting_id >= ").push_bind(posting).push(" AND m.posting_id <= ").push_bind(upto);
    select.push(" AND (m.posting_id > ").push_bind(posting).push(" OR m.leg > ").push_bind(leg).push(")");
    select.push(" ORDER BY m.tenant_id, m.posting_id, m.leg LIMIT ").push_bind(PAGE);
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}
