//! What each line of a count came to is kept when it is posted: what was expected then cannot be told from the books alone.

use chrono::{DateTime, NaiveDate, Utc};
use ledger::{Bind, Guard};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::str::FromStr;
use stock_rules::tolerable;
use uuid::Uuid;
use vocabulary::{AppError, CountId, LocationId, LotId, Quantity, Status, StoreId, VariantId};

/// A line that is posted.
pub(crate) struct CountedLine {
    pub location: LocationId,
    pub variant: VariantId,
    pub lot: LotId,
    pub counted_at: DateTime<Utc>,
    pub expected: Quantity,
    pub counted: Quantity,
    pub unit_cost: Option<Decimal>,
    /// The difference at cost, where that is known.
    pub value: Option<Decimal>,
    /// Who counted what holds.
    pub person: Uuid,
    pub name: String,
}

/// The count that they are lines of.
#[derive(Clone, Copy)]
pub(crate) struct Of {
    pub count: CountId,
    pub store: StoreId,
    pub limit_quantity: Option<Quantity>,
    pub limit_value: Option<Decimal>,
}

/// Lines per statement.
const MOST: usize = 500;

const INSERT: &str = "INSERT INTO count_result (tenant_id, counted_on, id, count_id, store_id, location_id, variant_id, lot_id, status, counted_at, \
    expected, counted, unit_cost, tolerable, person_id, person_name) SELECT ?, j.counted_on, UNHEX(j.id), ?, ?, UNHEX(j.location), UNHEX(j.variant), \
    UNHEX(j.lot), ?, j.counted_at, j.expected, j.counted, j.unit_cost, j.tolerable, UNHEX(j.person), j.name FROM JSON_TABLE(?, '$[*]' COLUMNS ( \
    counted_on VARCHAR(10) PATH '$.counted_on', id VARCHAR(32) PATH '$.id', location VARCHAR(32) PATH '$.location', \
    variant VARCHAR(32) PATH '$.variant', lot VARCHAR(32) PATH '$.lot', counted_at VARCHAR(26) PATH '$.counted_at', \
    expected DECIMAL(19,6) PATH '$.expected', counted DECIMAL(19,6) PATH '$.counted', unit_cost DECIMAL(19,6) PATH '$.unit_cost', \
    tolerable INT PATH '$.tolerable', person VARCHAR(32) PATH '$.person', name VARCHAR(120) PATH '$.name')) AS j";

/// What keeps the results of these lines, in the transaction that posts them.
///
/// # Errors
/// When the database fails.
pub(crate) async fn guards(tx: &mut Tx, of: Of, lines: &[CountedLine]) -> Result<Vec<Guard>, OpError> {
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let zone: String =
        sqlx::query_scalar("SELECT zone FROM store WHERE tenant_id = ? AND id = ?").bind(tenant).bind(of.store.0).fetch_one(tx.conn()).await?;
    let zone = chrono_tz::Tz::from_str(&zone).unwrap_or(chrono_tz::UTC);
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    Ok(lines.chunks(MOST).map(|lines| guard(tenant, of, lines, day)).collect())
}

fn guard(tenant: i64, of: Of, lines: &[CountedLine], day: impl Fn(DateTime<Utc>) -> NaiveDate) -> Guard {
    let hex = |id: Uuid| id.simple().to_string();
    let json: Vec<_> = lines
        .iter()
        .map(|line| {
            let within = tolerable(line.counted - line.expected, line.value, of.limit_quantity, of.limit_value);
            let mut json = serde_json::json!({
                "counted_on": day(line.counted_at).to_string(),
                "id": hex(Uuid::now_v7()),
                "location": hex(line.location.0),
                "variant": hex(line.variant.0),
                "lot": hex(line.lot.0),
                "counted_at": line.counted_at.format("%Y-%m-%d %H:%M:%S%.6f").to_string(),
                "expected": line.expected,
                "counted": line.counted,
                "tolerable": i32::from(within),
                "person": hex(line.person),
                "name": line.name,
            });
            // A cost that is not known is left out: one engine reads a null of JSON as nought.
            if let (Some(cost), Some(json)) = (line.unit_cost, json.as_object_mut()) {
                json.insert(String::from("unit_cost"), serde_json::Value::String(cost.to_string()));
            }
            json
        })
        .collect();
    Guard {
        sql: INSERT,
        binds: vec![
            Bind::Number(tenant),
            Bind::Id(of.count.0),
            Bind::Id(of.store.0),
            Bind::Number(i64::from(Status::Available.code())),
            Bind::Text(serde_json::Value::Array(json).to_string()),
        ],
        rows: lines.len() as u64,
        refusal: AppError::Unavailable,
    }
}
