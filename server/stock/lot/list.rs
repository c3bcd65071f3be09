//! Lots: what expires first comes first.

use crate::{Stock, known};
use chrono::{Days, NaiveDate};
use ledger::lots::last_day;
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use stock_rules::{ListLots, LotNeed, LotRow, SOON};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, LotId, LotState, Page, PlaceKind, Quantity, Status};

/// The columns of a lot's head, in the order of [`Row`]; its table goes by `t`, its variant's by `v`.
pub(super) const HEAD: &str =
    "t.id, t.serial, t.code, t.variant_id, v.sku, v.name, v.option_text, t.expires_on, t.made_on, t.state, t.note, t.version";

pub(super) type Row = (Uuid, bool, String, Uuid, String, String, String, NaiveDate, Option<NaiveDate>, u8, String, i64);

/// # Errors
/// When the lot is in a state that we do not know.
pub(super) fn row(row: Row, here: &Sums) -> Result<LotRow, OpError> {
    let (id, serial, code, variant, sku, name, option_text, expires_on, made_on, state, note, version) = row;
    Ok(LotRow {
        lot: LotId(id),
        serial,
        code,
        variant: variant.into(),
        sku,
        name,
        option_text,
        expires_on: last_day(expires_on),
        made_on,
        state: LotState::of_code(state).ok_or_else(|| anyhow::anyhow!("lot {id} is in the unknown state {state}"))?,
        note,
        version,
        on_hand: here.on_hand,
        available: here.available,
        in_transit: here.in_transit,
    })
}

/// What there is of a lot in all stores.
#[derive(Clone, Copy, Default)]
pub(super) struct Sums {
    on_hand: Quantity,
    available: Quantity,
    in_transit: Quantity,
}

impl Handle<ListLots> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListLots) -> Result<Done<Page<LotRow>>, OpError> {
        if let Some(variant) = list.variant {
            known::variant(tx, variant).await?;
        }
        let size = Page::<LotRow>::SIZE;
        let (tenant, today) = (tx.tenant(), tx.now().date_naive());
        let code = list.code.as_deref().map(str::trim).filter(|code| !code.is_empty());
        // Whoever knows a code finds it wherever it went; the lists are of what is somewhere.
        let key = match (code, list.view) {
            (Some(_), _) => "lot_named",
            (None, Some(LotNeed::Held | LotNeed::Recalled)) => "lot_state",
            (None, _) if list.variant.is_some() => "lot_code",
            _ => "lot_list",
        };
        let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN ");
        select.push(HEAD).push(" FROM lot t FORCE INDEX (").push(key).push(") JOIN variant v FORCE INDEX (PRIMARY) ");
        select.push("ON v.tenant_id = t.tenant_id AND v.id = t.variant_id WHERE t.tenant_id = ").push_bind(tenant);
        if let Some(code) = code {
            select.push(" AND t.code >= ").push_bind(code.to_owned()).push(" AND t.code < ").push_bind(format!("{code}\u{10ffff}"));
        }
        if let Some(variant) = list.variant {
            select.push(" AND t.variant_id = ").push_bind(variant.0);
        }
        match list.view {
            Some(LotNeed::Held) => drop(select.push(" AND t.state = 2")),
            Some(LotNeed::Recalled) => drop(select.push(" AND t.state = 3")),
            Some(LotNeed::Soon) => drop(select.push(" AND t.live = TRUE AND t.expires_on <= ").push_bind(today + Days::new(SOON))),
            Some(LotNeed::Expired) => drop(select.push(" AND t.live = TRUE AND t.expires_on < ").push_bind(today)),
            None if code.is_none() => drop(select.push(" AND t.live = TRUE")),
            None => {}
        }
        after(&mut select, &list, code.is_some());
        select.push(if code.is_some() { " ORDER BY t.code, t.id LIMIT " } else { " ORDER BY t.expires_on, t.id LIMIT " });
        select.push_bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let sums = sums(tx, &rows.iter().map(|row| row.0).collect::<Vec<_>>()).await?;
        let rows = rows.into_iter().map(|one| {
            let here = sums.get(&one.0).copied().unwrap_or_default();
            row(one, &here)
        });
        let by_code = code.is_some();
        Ok(Done::reply(Page::of(rows.collect::<Result<_, _>>()?, size, |row| cursor(row, by_code))))
    }
}

fn cursor(row: &LotRow, by_code: bool) -> Cursor {
    let first = if by_code { row.code.clone() } else { row.expires_on.unwrap_or_else(ledger::lots::never).to_string() };
    Cursor(vec![first, row.lot.to_string()])
}

/// Goes on after the last lot that was shown.
fn after(select: &mut QueryBuilder<MySql>, list: &ListLots, by_code: bool) {
    let Some([first, id]) = list.cursor.as_ref().map(|Cursor(parts)| parts.as_slice()) else { return };
    let Ok(id) = id.parse::<Uuid>() else { return };
    if by_code {
        let code = first.clone();
        select.push(" AND t.code >= ").push_bind(code.clone()).push(" AND (t.code > ").push_bind(code).push(" OR t.id > ").push_bind(id).push(")");
    } else if let Ok(day) = first.parse::<NaiveDate>() {
        select.push(" AND t.expires_on >= ").push_bind(day).push(" AND (t.expires_on > ").push_bind(day).push(" OR t.id > ").push_bind(id).push(")");
    }
}

/// What there is of lots, in all stores together.
pub(super) async fn sums(tx: &mut Tx, lots: &[Uuid]) -> Result<HashMap<Uuid, Sums>, OpError> {
    let (tenant, mut sums) = (tx.tenant(), HashMap::<Uuid, Sums>::new());
    if lots.is_empty() {
        return Ok(sums);
    }
    let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN b.lot_id, l.kind, b.status, SUM(b.on_hand) FROM (");
    for (at, lot) in lots.iter().enumerate() {
        select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*lot).push(" AS BINARY(16)) AS lot");
    }
    select.push(") k JOIN stock_balance b FORCE INDEX (stock_balance_lot) ON b.tenant_id = ").push_bind(tenant).push(" AND b.lot_id = k.lot ");
    select.push("JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = b.tenant_id AND l.id = b.location_id WHERE b.on_hand <> 0 ");
    select.push("GROUP BY b.lot_id, l.kind, b.status");
    let rows: Vec<(Uuid, u8, u8, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (lot, kind, status, quantity) in rows {
        let quantity = Quantity::new(quantity).map_err(anyhow::Error::new)?;
        let sums = sums.entry(lot).or_default();
        if PlaceKind::of_code(kind) == Some(PlaceKind::Transit) {
            sums.in_transit += quantity;
            continue;
        }
        sums.on_hand += quantity;
        if status == Status::Available.code() {
            sums.available += quantity;
        }
    }
    Ok(sums)
}
