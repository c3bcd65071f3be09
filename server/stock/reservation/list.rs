//! Reservations, newest first.

use crate::Stock;
use chrono::{DateTime, Utc};
use ledger::reserve::lapses;
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use stock_rules::{ListReservations, ReservationKind, ReservationRow, ReservationState};
use uuid::Uuid;
use vocabulary::{Actor, Channel, Cursor, Page, Quantity, ReservationId};

/// The columns of a reservation's head, in the order of [`Row`]; its table goes by `r`.
pub(super) const HEAD: &str = "r.id, r.code, r.kind, r.state, r.fence, r.channel, r.reference, r.expires_at, r.created_at, r.actor_name, \
    (SELECT COUNT(*) FROM reservation_line n FORCE INDEX (PRIMARY) WHERE n.tenant_id = r.tenant_id AND n.reservation_id = r.id), \
    (SELECT SUM(n.open) FROM reservation_line n FORCE INDEX (PRIMARY) WHERE n.tenant_id = r.tenant_id AND n.reservation_id = r.id)";

pub(super) type Row = (Uuid, String, u8, u8, i64, u8, String, DateTime<Utc>, DateTime<Utc>, String, i64, Option<Decimal>);

/// # Errors
/// When the row is of a kind or in a state that we do not know.
pub(super) fn row(row: Row, now: DateTime<Utc>) -> Result<ReservationRow, OpError> {
    let (id, code, kind, state, fence, channel, reference, expires_at, created_at, who, lines, open) = row;
    let unknown = || anyhow::anyhow!("reservation {id} is of an unknown kind or state");
    let state = ReservationState::of_code(state).ok_or_else(unknown)?;
    // What has lapsed is over, whether or not it was cleared away yet.
    let lapsed = state == ReservationState::Active && expires_at <= now;
    let open = if lapsed { Quantity::ZERO } else { Quantity::new(open.unwrap_or_default()).map_err(anyhow::Error::new)? };
    Ok(ReservationRow {
        reservation: ReservationId(id),
        code,
        kind: ReservationKind::of_code(kind).ok_or_else(unknown)?,
        state: if lapsed { ReservationState::Expired } else { state },
        fence,
        channel: Channel::of_code(channel),
        reference,
        expires_at: lapses(expires_at),
        created_at,
        who,
        lines,
        open,
    })
}

impl Handle<ListReservations> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListReservations) -> Result<Done<Page<ReservationRow>>, OpError> {
        let (tenant, now, size) = (tx.tenant(), tx.now(), Page::<ReservationRow>::SIZE);
        let mut select = QueryBuilder::<MySql>::new("SELECT ");
        let key = if list.state.is_some() { "reservation_state" } else { "PRIMARY" };
        select.push(HEAD).push(" FROM reservation r FORCE INDEX (").push(key).push(") WHERE r.tenant_id = ").push_bind(tenant);
        if let Some(state) = list.state {
            select.push(" AND r.state = ").push_bind(state.code());
            if state == ReservationState::Active {
                select.push(" AND r.expires_at > ").push_bind(now);
            }
        }
        if let Some(after) = list.cursor.as_ref().and_then(|Cursor(parts)| parts.first()?.parse::<Uuid>().ok()) {
            select.push(" AND r.id < ").push_bind(after);
        }
        select.push(" ORDER BY r.id DESC LIMIT ").push_bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let rows = rows.into_iter().map(|one| row(one, now)).collect::<Result<Vec<_>, _>>()?;
        Ok(Done::reply(Page::of(rows, size, |row| Cursor(vec![row.reservation.to_string()]))))
    }
}
