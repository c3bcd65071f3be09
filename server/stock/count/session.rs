//! A count's own row.

use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use stock_rules::{CountRow, CountScope, CountState, count_number};
use uuid::Uuid;
use vocabulary::{CountId, Quantity, StoreId};

/// What operations need to know of a count.
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub id: CountId,
    pub number: String,
    pub store: StoreId,
    pub scope: CountScope,
    pub blind: bool,
    pub limit_quantity: Option<Quantity>,
    pub limit_value: Option<Decimal>,
    pub state: CountState,
    pub version: i64,
    pub planned_at: DateTime<Utc>,
    /// All of it is counted a second time by somebody else.
    pub second_count: bool,
    /// Its places should be empty.
    pub empty_places: bool,
    /// The tenant is one person.
    pub one_person: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i32,
    store_id: Uuid,
    scope_kind: u8,
    blind: bool,
    limit_quantity: Option<Decimal>,
    limit_value: Option<Decimal>,
    state: u8,
    version: i64,
    planned_at: DateTime<Utc>,
    second_count: bool,
    empty_places: bool,
    one_person: bool,
}

const SELECT: &str = "SELECT s.number, s.store_id, s.scope_kind, s.blind, s.limit_quantity, s.limit_value, s.state, s.version, s.planned_at, s.second_count, s.empty_places, \
                      (SELECT t.one_person FROM tenant t WHERE t.id = s.tenant_id) AS one_person \
                      FROM count_session s WHERE s.tenant_id = ? AND s.id = ?";
/// So that nobody sends the count in while its scans are being taken.
const HOLD: &str = "SELECT s.number, s.store_id, s.scope_kind, s.blind, s.limit_quantity, s.limit_value, s.state, s.version, s.planned_at, s.second_count, s.empty_places, \
                    (SELECT t.one_person FROM tenant t WHERE t.id = s.tenant_id) AS one_person \
                    FROM count_session s WHERE s.tenant_id = ? AND s.id = ? LOCK IN SHARE MODE";

impl Session {
    /// Reads a count.
    ///
    /// # Errors
    /// Not found where the tenant has no such count.
    pub(super) async fn load(tx: &mut Tx, id: CountId) -> Result<Self, OpError> {
        Self::read(tx, id, SELECT).await
    }

    /// The same, and keeps its state as it is until this transaction ends.
    ///
    /// # Errors
    /// Not found where the tenant has no such count.
    pub(super) async fn hold(tx: &mut Tx, id: CountId) -> Result<Self, OpError> {
        Self::read(tx, id, HOLD).await
    }

    async fn read(tx: &mut Tx, id: CountId, select: &'static str) -> Result<Self, OpError> {
        let tenant = tx.tenant();
        let row: Option<Row> = sqlx::query_as(select).bind(tenant).bind(id.0).fetch_optional(tx.conn()).await?;
        let row = row.ok_or_else(OpError::not_found)?;
        let unknown = || anyhow::anyhow!("count {id} is in an unknown state");
        Ok(Self {
            id,
            number: count_number(row.number),
            store: row.store_id.into(),
            scope: CountScope::of_code(row.scope_kind).ok_or_else(unknown)?,
            blind: row.blind,
            limit_quantity: row.limit_quantity.map(Quantity::new).transpose().map_err(anyhow::Error::new)?,
            limit_value: row.limit_value,
            state: CountState::of_code(row.state).ok_or_else(unknown)?,
            version: row.version,
            planned_at: row.planned_at,
            second_count: row.second_count,
            empty_places: row.empty_places,
            one_person: row.one_person,
        })
    }

    /// Moves the count on by one version, and so keeps everybody else out until this transaction ends.
    ///
    /// # Errors
    /// Stale when somebody else moved it since it was read.
    pub(super) async fn step(&self, tx: &mut Tx) -> Result<(), OpError> {
        let tenant = tx.tenant();
        let stepped = sqlx::query("UPDATE count_session SET version = version + 1 WHERE tenant_id = ? AND id = ? AND version = ?")
            .bind(tenant)
            .bind(self.id.0)
            .bind(self.version)
            .execute(tx.conn())
            .await?;
        if stepped.rows_affected() == 1 { Ok(()) } else { Err(vocabulary::AppError::Stale.into()) }
    }
}

/// What a list shows of a count. The figures are of what was counted, never of what is expected.
pub(crate) const ROW: &str = "SELECT s.id, s.number, s.name, s.store_id, s.scope_kind, s.blind, s.second_count, s.empty_places, s.state, s.planned_at, s.planned_name, s.submitted_at, s.ended_at, \
     (SELECT COUNT(*) FROM count_line l WHERE l.tenant_id = s.tenant_id AND l.count_id = s.id AND l.counted IS NOT NULL AND l.state <> 3) AS counted, \
     (SELECT COUNT(*) FROM count_line l WHERE l.tenant_id = s.tenant_id AND l.count_id = s.id AND l.state = 6) AS asked, \
     (SELECT COUNT(*) FROM count_place p WHERE p.tenant_id = s.tenant_id AND p.count_id = s.id) AS places, \
     (SELECT COUNT(*) FROM count_place p WHERE p.tenant_id = s.tenant_id AND p.count_id = s.id AND p.finished_at IS NOT NULL) AS places_finished \
     FROM count_session s WHERE s.tenant_id = ";

/// A row of [`ROW`].
#[derive(sqlx::FromRow)]
pub(crate) struct ListRow {
    id: Uuid,
    number: i32,
    name: String,
    store_id: Uuid,
    scope_kind: u8,
    blind: bool,
    second_count: bool,
    empty_places: bool,
    state: u8,
    planned_at: DateTime<Utc>,
    planned_name: String,
    submitted_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
    counted: i64,
    asked: i64,
    places: i64,
    places_finished: i64,
}

impl ListRow {
    /// As it is told; none where a newer version wrote a state that we do not know.
    pub(crate) fn told(self) -> Option<CountRow> {
        Some(CountRow {
            id: self.id.into(),
            number: count_number(self.number),
            name: self.name,
            store: self.store_id.into(),
            scope: CountScope::of_code(self.scope_kind)?,
            blind: self.blind,
            second_count: self.second_count,
            empty_places: self.empty_places,
            state: CountState::of_code(self.state)?,
            planned_at: self.planned_at,
            planned_by: self.planned_name,
            submitted_at: self.submitted_at,
            ended_at: self.ended_at,
            counted: self.counted,
            asked: self.asked,
            places: self.places,
            places_finished: self.places_finished,
        })
    }
}

/// One count as a list shows it.
///
/// # Errors
/// Not found where the tenant has no such count.
pub(super) async fn row(tx: &mut Tx, id: CountId) -> Result<CountRow, OpError> {
    let tenant = tx.tenant();
    let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new(ROW);
    select.push_bind(tenant).push(" AND s.id = ").push_bind(id.0);
    let row: Option<ListRow> = select.build_query_as().fetch_optional(tx.conn()).await?;
    row.and_then(ListRow::told).ok_or_else(OpError::not_found)
}
