//! Changes a place: its name, what it is, where in the tree it stands.

use crate::{Stock, place_trail, place_tree};
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{EditLocation, LocationSaved};
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, LocationId, PlaceKind, check_name};

type Row = (Uuid, String, Uuid, u8, String, bool, i64);

impl Handle<EditLocation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, edit: EditLocation) -> Result<Done<LocationSaved>, OpError> {
        let tenant = tx.tenant();
        let before: Option<Row> = sqlx::query_as(
            "SELECT store_id, code, parent_id, kind, name, allow_negative, version FROM location \
             WHERE tenant_id = ? AND id = ? AND kind < 10 AND archived_at IS NULL FOR UPDATE",
        )
        .bind(tenant)
        .bind(edit.location.0)
        .fetch_optional(tx.conn())
        .await?;
        let (store, code, parent, kind, name, allow_negative, version) = before.ok_or_else(OpError::not_found)?;
        let mut wrong = Vec::new();
        wrong.extend(check_name("name", &edit.name).err());
        if !edit.kind.holds_stock() {
            wrong.push(FieldError::new("kind", "field-unknown-choice"));
        }
        let new_parent = edit.parent.map_or(edit.location.0, |parent| parent.0);
        if let Some(parent) = edit.parent {
            place_tree::lock(tx, store.into()).await?;
            wrong.extend(place_tree::wrong_parent(tx, store.into(), parent, Some(edit.location)).await?);
        }
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        if version != edit.version {
            return Err(AppError::Stale.into());
        }
        let new_name = edit.name.trim().to_owned();
        sqlx::query(
            "UPDATE location SET name = ?, kind = ?, parent_id = ?, allow_negative = ?, version = version + 1 WHERE tenant_id = ? AND id = ?",
        )
        .bind(&new_name)
        .bind(edit.kind.code())
        .bind(new_parent)
        .bind(edit.allow_negative)
        .bind(tenant)
        .bind(edit.location.0)
        .execute(tx.conn())
        .await?;
        let inside = codes(tx, edit.location, [parent, new_parent]).await?;
        let done = Done::reply(LocationSaved { location: edit.location, version: version + 1 });
        Ok(place_trail::told(done, edit.location, store, &code, |trail| {
            trail
                .changed("name", &name, &new_name)
                .changed("kind", &PlaceKind::of_code(kind).map(PlaceKind::tag), &Some(edit.kind.tag()))
                .changed("parent", &inside[0], &inside[1])
                .changed("allow_negative", &allow_negative, &edit.allow_negative)
        }))
    }
}

/// What the place was inside, and what it is inside now, by their codes; none at the top of the tree.
async fn codes(tx: &mut Tx, of: LocationId, parents: [Uuid; 2]) -> Result<[Option<String>; 2], OpError> {
    let tenant = tx.tenant();
    if parents[0] == parents[1] {
        return Ok([None, None]);
    }
    let rows: Vec<(Uuid, String)> = sqlx::query_as("SELECT id, code FROM location WHERE tenant_id = ? AND id IN (?, ?)")
        .bind(tenant)
        .bind(parents[0])
        .bind(parents[1])
        .fetch_all(tx.conn())
        .await?;
    Ok(parents.map(|parent| rows.iter().find(|(id, _)| *id == parent && parent != of.0).map(|(_, code)| code.clone())))
}
