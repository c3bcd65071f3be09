//! Which rows a check looks at: all that a tenant has, or those of some keys.

use crate::{
    lapse::push_ids,
    lock::{Key, PromiseKey, push_keys, push_promises},
};
use platform::{OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{LotId, VariantId};

/// A key by which rows are asked for.
pub(super) trait Listed: Sized {
    /// A table's columns, and what they are called where keys are listed.
    const ON: &'static [(&'static str, &'static str)];
    /// Lists keys as rows to join.
    fn list(select: &mut QueryBuilder<MySql>, keys: &[Self]);
}

impl Listed for Key {
    const ON: &'static [(&'static str, &'static str)] =
        &[("location_id", "location"), ("variant_id", "variant"), ("lot_id", "lot"), ("status", "status")];

    fn list(select: &mut QueryBuilder<MySql>, keys: &[Self]) {
        push_keys(select, keys);
    }
}

impl Listed for PromiseKey {
    const ON: &'static [(&'static str, &'static str)] = &[("store_id", "store"), ("variant_id", "variant")];

    fn list(select: &mut QueryBuilder<MySql>, keys: &[Self]) {
        push_promises(select, keys);
    }
}

impl Listed for VariantId {
    const ON: &'static [(&'static str, &'static str)] = &[("variant_id", "id")];

    fn list(select: &mut QueryBuilder<MySql>, keys: &[Self]) {
        push_ids(select, &keys.iter().map(|variant| variant.0).collect::<Vec<_>>());
    }
}

impl Listed for LotId {
    const ON: &'static [(&'static str, &'static str)] = &[("lot_id", "id")];

    fn list(select: &mut QueryBuilder<MySql>, keys: &[Self]) {
        push_ids(select, &keys.iter().map(|lot| lot.0).collect::<Vec<_>>());
    }
}

/// All of a tenant's rows, or those of these keys.
pub(super) enum Only<'a, K> {
    All,
    These(&'a [K]),
}

impl<K> Clone for Only<'_, K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Only<'_, K> {}

impl<K: Listed> Only<'_, K> {
    /// There is nothing to look at.
    pub fn is_none(self) -> bool {
        matches!(self, Self::These([]))
    }

    /// `FROM …` a table under a name of one letter, which what follows goes on from with its `WHERE`. Keys that are listed are joined in their
    /// order, each row found by `index`, which begins with them, however old the table's statistics are.
    pub fn push_from(self, select: &mut QueryBuilder<MySql>, tenant: i64, table: &str, alias: &str, index: &str) {
        let Self::These(keys) = self else {
            select.push(" FROM ").push(table).push(" ").push(alias);
            return;
        };
        select.push(" FROM (");
        K::list(select, keys);
        select.push(") listed STRAIGHT_JOIN ").push(table).push(" ").push(alias).push(" FORCE INDEX (").push(index).push(") ON ");
        select.push(alias).push(".tenant_id = ").push_bind(tenant);
        for (column, listed) in K::ON {
            select.push(" AND ").push(alias).push(".").push(*column).push(" = listed.").push(*listed);
        }
    }

    /// How many rows are looked at: those that the statement counts, or a row for each key.
    pub async fn examined(self, tx: &mut Tx, count: &'static str) -> Result<u64, OpError> {
        match self {
            Self::These(keys) => Ok(keys.len() as u64),
            Self::All => {
                let tenant = tx.tenant();
                let rows: i64 = sqlx::query_scalar(count).bind(tenant).fetch_one(tx.conn()).await?;
                Ok(u64::try_from(rows).unwrap_or(0))
            }
        }
    }
}

/// Rows whose id is more than one and at most another.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    pub after: Uuid,
    pub upto: Uuid,
}

impl Rows {
    pub const ALL: Self = Self { after: Uuid::nil(), upto: Uuid::max() };

    pub fn beyond(after: Uuid) -> Self {
        Self { after, upto: Uuid::max() }
    }

    /// One alone.
    pub fn one(id: Uuid) -> Self {
        Self { after: Uuid::from_u128(id.as_u128().saturating_sub(1)), upto: id }
    }
}

/// A value of a key's column.
#[derive(Clone, Copy)]
pub(super) enum Value {
    Id(Uuid),
    Number(i64),
}

/// ` AND (…)`: rows that come after this one in the order of a key, of which these are the columns that follow the tenant. Written
/// as one range of the key for each column, one beside the other: of any shorter way of saying it the databases read the key from
/// the first column's value on, each page longer than the one before.
pub(super) fn push_after(select: &mut QueryBuilder<MySql>, columns: &[(&'static str, Value)]) {
    for last in (0..columns.len()).rev() {
        select.push(if last + 1 == columns.len() { " AND ((" } else { ") OR (" });
        for (at, (column, value)) in columns.iter().enumerate().take(last + 1) {
            select.push(if at == 0 { "" } else { " AND " }).push(*column).push(if at == last { " > " } else { " = " });
            match value {
                Value::Id(id) => select.push_bind(*id),
                Value::Number(number) => select.push_bind(*number),
            };
        }
    }
    select.push("))");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_after_is_a_range_for_each_column() {
        let mut select = QueryBuilder::new("SELECT 1 WHERE TRUE");
        push_after(&mut select, &[("a", Value::Number(1)), ("b", Value::Id(Uuid::nil())), ("c", Value::Number(3))]);
        let wanted = "SELECT 1 WHERE TRUE AND ((a = ? AND b = ? AND c > ?) OR (a = ? AND b > ?) OR (a > ?))";
        assert_eq!(select.sql(), wanted);
    }
}
