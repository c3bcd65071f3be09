//! Is everything that the books speak of the tenant's own? A movement, a balance, a promise, a reservation, a transfer that names a
//! store, a place, a variant or a lot which the tenant does not have belongs to nobody: somebody wrote past every door.

use super::{Check, Failure};
use platform::{OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::Said;

/// Which keys of a table there are; each is one range of an index, so that it is read once however many rows it has.
struct Speaks {
    /// `SELECT … GROUP BY …` of a table's own keys, in the order of [`Speaks::columns`].
    keys: &'static str,
    /// What they name: a table, and by which of the columns.
    names: &'static [(&'static str, &'static str)],
    /// How a key is told, for whoever looks for it.
    told: &'static str,
}

const ALL: [Speaks; 7] = [
    Speaks {
        keys: "SELECT location_id, variant_id, lot_id FROM stock_movement FORCE INDEX (stock_movement_key) WHERE tenant_id = ? \
               GROUP BY location_id, variant_id, lot_id",
        names: &[("location", "location_id"), ("variant", "variant_id"), ("lot", "lot_id")],
        told: "CONCAT_WS('/', LOWER(HEX(k.location_id)), LOWER(HEX(k.variant_id)), LOWER(HEX(k.lot_id)))",
    },
    Speaks {
        keys: "SELECT store_id, variant_id FROM stock_movement FORCE INDEX (stock_movement_store) WHERE tenant_id = ? GROUP BY store_id, variant_id",
        names: &[("store", "store_id")],
        told: "CONCAT_WS('/', LOWER(HEX(k.store_id)), LOWER(HEX(k.variant_id)))",
    },
    Speaks {
        keys: "SELECT location_id, variant_id, lot_id FROM stock_balance WHERE tenant_id = ?",
        names: &[("location", "location_id"), ("variant", "variant_id"), ("lot", "lot_id")],
        told: "CONCAT_WS('/', LOWER(HEX(k.location_id)), LOWER(HEX(k.variant_id)), LOWER(HEX(k.lot_id)))",
    },
    Speaks {
        keys: "SELECT store_id, variant_id FROM stock_promise WHERE tenant_id = ?",
        names: &[("store", "store_id"), ("variant", "variant_id")],
        told: "CONCAT_WS('/', LOWER(HEX(k.store_id)), LOWER(HEX(k.variant_id)))",
    },
    Speaks {
        keys: "SELECT store_id, variant_id FROM reservation_line FORCE INDEX (reservation_line_key) WHERE tenant_id = ? GROUP BY store_id, variant_id",
        names: &[("store", "store_id"), ("variant", "variant_id")],
        told: "CONCAT_WS('/', LOWER(HEX(k.store_id)), LOWER(HEX(k.variant_id)))",
    },
    Speaks {
        keys: "SELECT from_store_id, to_store_id FROM transfer WHERE tenant_id = ? GROUP BY from_store_id, to_store_id",
        names: &[("store", "from_store_id"), ("store", "to_store_id")],
        told: "CONCAT_WS('/', LOWER(HEX(k.from_store_id)), LOWER(HEX(k.to_store_id)))",
    },
    Speaks {
        keys: "SELECT variant_id FROM transfer_line FORCE INDEX (transfer_line_variant) WHERE tenant_id = ? GROUP BY variant_id",
        names: &[("variant", "variant_id")],
        told: "LOWER(HEX(k.variant_id))",
    },
];

pub(super) async fn check(tx: &mut Tx) -> Result<Check, OpError> {
    let (tenant, mut check) = (tx.tenant(), Check::new("proof-own"));
    check.examined = ALL.len() as u64;
    for Speaks { keys, names, told } in ALL {
        let (before, after) = keys.split_once('?').unwrap_or((keys, ""));
        let mut select = QueryBuilder::<MySql>::new("SELECT ");
        select.push(told).push(" FROM (").push(before).push_bind(tenant).push(after).push(") k");
        for (at, (table, column)) in names.iter().enumerate() {
            select.push(format!(" LEFT JOIN {table} t{at} ON t{at}.tenant_id = ")).push_bind(tenant).push(format!(" AND t{at}.id = k.{column}"));
        }
        for (at, (table, column)) in names.iter().enumerate() {
            select.push(if at == 0 { " WHERE " } else { " OR " }).push(format!("t{at}.id IS NULL"));
            if *table == "lot" {
                select.push(format!(" AND k.{column} <> ")).push_bind(Uuid::nil());
            }
        }
        let strange: Vec<String> = select.push(" LIMIT 100").build_query_scalar().fetch_all(tx.conn()).await?;
        for key in strange {
            check.fails(Failure { key: written(&key), ..Failure::new(Said::new("proof-of-nobody")) });
        }
    }
    Ok(check)
}

/// Ids as they are written everywhere.
fn written(key: &str) -> String {
    key.split('/').map(|id| id.parse::<Uuid>().map_or_else(|_| id.to_owned(), |id| id.to_string())).collect::<Vec<_>>().join("/")
}
