//! One place, and where in its store's tree it stands.

use crate::{
    Stock,
    list_locations::{COLUMNS, location},
    place_tree,
};
use platform::{Done, Handle, OpError, Tx, count};
use stock_rules::{LocationName, LocationView, ShowLocation};
use uuid::Uuid;
use vocabulary::{Actor, LocationId};

/// Most places that are named of those in one.
const NAMED: i64 = 50;

impl Handle<ShowLocation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowLocation) -> Result<Done<LocationView>, OpError> {
        let tenant = tx.tenant();
        let row = sqlx::query_as(sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM location WHERE tenant_id = ? AND id = ? AND kind < 10")))
            .bind(tenant)
            .bind(show.location.0)
            .fetch_optional(tx.conn())
            .await?;
        let place = row.and_then(location).ok_or_else(OpError::not_found)?;
        let up = place_tree::way_up(tx, show.location).await?.into_iter().skip(1);
        let mut above: Vec<LocationName> = up.map(|step| LocationName { location: step.location, code: step.code, name: step.name }).collect();
        above.reverse();
        let asked = [show.location];
        let counts = count::so_far(tx, &asked, |select, place: &LocationId| {
            select.push("SELECT CASE WHEN archived_at IS NULL AND id <> ").push_bind(place.0).push(" THEN 1 END AS counts ");
            select
                .push("FROM location FORCE INDEX (location_parent) WHERE tenant_id = ")
                .push_bind(tenant)
                .push(" AND parent_id = ")
                .push_bind(place.0);
        });
        let count = counts.await?.into_iter().next().unwrap_or_default();
        let inside = if count.is_none() { Vec::new() } else { inside(tx, show.location).await? };
        Ok(Done::reply(LocationView { place, above, inside, count }))
    }
}

async fn inside(tx: &mut Tx, place: LocationId) -> Result<Vec<LocationName>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, String, String)> = sqlx::query_as(
        "SELECT id, code, name FROM location FORCE INDEX (location_parent) \
         WHERE tenant_id = ? AND parent_id = ? AND id <> ? AND archived_at IS NULL ORDER BY code LIMIT ?",
    )
    .bind(tenant)
    .bind(place.0)
    .bind(place.0)
    .bind(NAMED)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|(id, code, name)| LocationName { location: id.into(), code, name }).collect())
}
