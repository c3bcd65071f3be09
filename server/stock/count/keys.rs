//! Lines are asked for many at a time, by place and variant.

use sqlx::{MySql, QueryBuilder};
use vocabulary::{LocationId, VariantId};

/// A place and a variant: a line, whatever its round.
pub(super) type Key = (LocationId, VariantId);

/// Keys per statement.
pub(super) const KEYS: usize = 300;

/// Adds ` AND ((location_id = … AND variant_id = …) OR …)`; `of` is the table's alias with its dot, or nothing. `keys` is
/// not empty.
pub(super) fn narrow(select: &mut QueryBuilder<MySql>, of: &str, keys: &[Key]) {
    for (at, (location, variant)) in keys.iter().enumerate() {
        select.push(if at == 0 { " AND ((" } else { " OR (" });
        select.push(of).push("location_id = ").push_bind(location.0);
        select.push(" AND ").push(of).push("variant_id = ").push_bind(variant.0).push(")");
    }
    select.push(")");
}
