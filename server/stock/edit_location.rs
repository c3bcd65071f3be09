//! Changes a place: its name, what it is, where in the tree it stands.

use crate::{Stock, place_trail};
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{EditLocation, LocationSaved};
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, LocationId, PlaceKind, check_name};

/// Deeper than any shop's tree; a longer way up is a ring.
const DEEPEST: usize = 32;

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
        wrong.extend(wrong_parent(tx, &edit, store, new_parent).await?);
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

/// A place of the same store, and not inside the place itself.
async fn wrong_parent(tx: &mut Tx, edit: &EditLocation, store: Uuid, parent: Uuid) -> Result<Option<FieldError>, OpError> {
    let tenant = tx.tenant();
    if edit.parent.is_none() {
        return Ok(None);
    }
    let mut at = parent;
    for _ in 0..DEEPEST {
        if at == edit.location.0 {
            return Ok(Some(FieldError::new("parent", "location-inside-itself")));
        }
        let above: Option<Uuid> = sqlx::query_scalar(
            "SELECT parent_id FROM location WHERE tenant_id = ? AND id = ? AND store_id = ? AND kind < 10 AND archived_at IS NULL",
        )
        .bind(tenant)
        .bind(at)
        .bind(store)
        .fetch_optional(tx.conn())
        .await?;
        match above {
            None => return Ok(Some(FieldError::new("parent", "field-unknown-choice"))),
            Some(above) if above == at => return Ok(None),
            Some(above) => at = above,
        }
    }
    Ok(Some(FieldError::new("parent", "location-too-deep")))
}
