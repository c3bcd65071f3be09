//! Who scanned what still stands.

use super::keys::Key;
use platform::{OpError, Tx};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{CountId, PersonId};

/// Somebody who scanned for a line, and in which round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counter {
    pub round: u16,
    pub person: PersonId,
    pub name: String,
}

/// Everybody who counted, by line.
///
/// # Errors
/// When the database fails.
pub(super) async fn by_line(tx: &mut Tx, count: CountId) -> Result<HashMap<Key, Vec<Counter>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid, Uuid, u16, Uuid, String)> = sqlx::query_as(
        "SELECT DISTINCT c.location_id, c.variant_id, c.lot_id, c.round, c.person_id, c.person_name FROM count_scan c \
         LEFT JOIN count_scan u ON u.tenant_id = c.tenant_id AND u.undoes = c.id AND u.kind = 3 \
         WHERE c.tenant_id = ? AND c.count_id = ? AND c.kind <> 3 AND u.id IS NULL",
    )
    .bind(tenant)
    .bind(count.0)
    .fetch_all(tx.conn())
    .await?;
    let mut counters: HashMap<Key, Vec<Counter>> = HashMap::new();
    for (location, variant, lot, round, person, name) in rows {
        counters.entry((location.into(), variant.into(), lot.into())).or_default().push(Counter { round, person: person.into(), name });
    }
    Ok(counters)
}
