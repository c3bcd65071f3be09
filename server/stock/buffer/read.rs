//! The rules that count for what is asked about, in one statement.

use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::BTreeSet;
use stock_rules::{BufferFor, BufferOf, BufferRule, Buffers, Offered};
use uuid::Uuid;
use vocabulary::{BufferId, Channel, Quantity, StoreId};

/// Most ids in one statement.
const IDS: usize = 500;

/// A rule as it is stored: its kind, what it is of, its store, what it is for, its id, how much.
pub(super) type Row = (u8, Uuid, Uuid, u8, Uuid, Decimal, Decimal);

pub(super) const COLUMNS: &str = "b.of_kind, b.of_id, b.store_id, b.keeps, b.id, b.quantity, b.percent";

/// # Errors
/// When the row is of a kind that we do not know.
pub(super) fn rule((kind, of, store, keeps, id, quantity, percent): Row) -> Result<BufferRule, OpError> {
    let unknown = || anyhow::anyhow!("buffer {id} is of an unknown kind");
    Ok(BufferRule {
        buffer: BufferId(id),
        keeps: BufferFor::of_code(keeps).ok_or_else(unknown)?,
        store: (!store.is_nil()).then_some(StoreId(store)),
        of: BufferOf::of_code(kind, of).ok_or_else(unknown)?,
        quantity: Quantity::new(quantity).map_err(anyhow::Error::new)?,
        percent,
    })
}

/// Which rules are asked for.
#[derive(Clone, Copy, Default)]
pub(crate) struct Rules<'a> {
    /// Those that count for this way of selling; for any unless said.
    pub channel: Option<Channel>,
    /// Those that count at these stores; at any unless said.
    pub stores: Option<&'a [StoreId]>,
}

/// The rules that may count for some variants.
///
/// # Errors
/// When the database fails.
pub(crate) async fn rules(tx: &mut Tx, of: impl IntoIterator<Item = &Offered>, which: Rules<'_>) -> Result<Buffers, OpError> {
    let mut ids: BTreeSet<Uuid> = of.into_iter().flat_map(|of| [of.variant.0, of.item.0, of.category.map_or(Uuid::nil(), |id| id.0)]).collect();
    if ids.is_empty() {
        return Ok(Buffers::default());
    }
    ids.insert(BufferOf::Everything.id());
    let (tenant, ids) = (tx.tenant(), ids.into_iter().collect::<Vec<_>>());
    let mut found = Vec::new();
    for ids in ids.chunks(IDS) {
        let mut select = QueryBuilder::<MySql>::new(format!("SELECT {COLUMNS} FROM stock_buffer b FORCE INDEX (PRIMARY) WHERE b.tenant_id = "));
        select.push_bind(tenant).push(" AND b.of_id IN ");
        push_list(&mut select, ids.iter().copied());
        if let Some(stores) = which.stores {
            select.push(" AND b.store_id IN ");
            push_list(&mut select, stores.iter().map(|store| store.0).chain([Uuid::nil()]));
        }
        if let Some(channel) = which.channel {
            select.push(" AND b.keeps IN (0, ").push_bind(channel.code()).push(")");
        }
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        for row in rows {
            found.push(rule(row)?);
        }
    }
    Ok(found.into_iter().collect())
}
