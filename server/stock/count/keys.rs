//! Lines are asked for many at a time, by place, variant and lot.

use sqlx::{MySql, QueryBuilder};
use vocabulary::{LocationId, LotId, VariantId};

/// A place, a variant and a lot of it, [`LotId::NONE`] where it is not tracked: a line, whatever its round.
pub(super) type Key = (LocationId, VariantId, LotId);

/// Keys per statement.
pub(super) const KEYS: usize = 300;

/// Adds ` AND ((location_id = … AND variant_id = … AND lot_id = …) OR …)`; `of` is the table's alias with its dot, or nothing. `keys` is
/// not empty.
pub(super) fn narrow(select: &mut QueryBuilder<MySql>, of: &str, keys: &[Key]) {
    for (at, (location, variant, lot)) in keys.iter().enumerate() {
        select.push(if at == 0 { " AND ((" } else { " OR (" });
        select.push(of).push("location_id = ").push_bind(location.0);
        select.push(" AND ").push(of).push("variant_id = ").push_bind(variant.0).push(" AND ").push(of).push("lot_id = ").push_bind(lot.0).push(")");
    }
    select.push(")");
}
