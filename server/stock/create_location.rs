//! Adds a place to a store.

use crate::{Stock, place_trail, place_tree};
use platform::{Done, Handle, OnDuplicate, OpError, Tx};
use stock_rules::{CreateLocation, LocationSaved, is_location_code, scan_code};
use vocabulary::{Actor, AppError, FieldError, LocationId, check_name};

impl Handle<CreateLocation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, new: CreateLocation) -> Result<Done<LocationSaved>, OpError> {
        let mut wrong = Vec::new();
        if !is_location_code(&new.code) {
            wrong.push(FieldError::new("code", "location-code-invalid"));
        }
        wrong.extend(check_name("name", &new.name).err());
        if !new.kind.holds_stock() {
            wrong.push(FieldError::new("kind", "field-unknown-choice"));
        }
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let (location, tenant, now) = (LocationId::new(), tx.tenant(), tx.now());
        let store: Option<String> = sqlx::query_scalar("SELECT code FROM store WHERE tenant_id = ? AND id = ? AND archived_at IS NULL")
            .bind(tenant)
            .bind(new.store.0)
            .fetch_optional(tx.conn())
            .await?;
        let store = store.ok_or_else(OpError::not_found)?;
        if let Some(parent) = new.parent {
            place_tree::lock(tx, new.store).await?;
            if let Some(wrong) = place_tree::wrong_parent(tx, new.store, parent, None).await? {
                return Err(AppError::Invalid { fields: vec![wrong] }.into());
            }
        }
        let parent = new.parent.unwrap_or(location);
        sqlx::query(
            "INSERT INTO location (tenant_id, id, store_id, parent_id, kind, code, name, scan_code, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(tenant)
        .bind(location.0)
        .bind(new.store.0)
        .bind(parent.0)
        .bind(new.kind.code())
        .bind(&new.code)
        .bind(new.name.trim())
        .bind(scan_code(&store, &new.code))
        .bind(now)
        .execute(tx.conn())
        .await
        .on_duplicate("location_code", || FieldError::new("code", "location-code-taken"))?;
        let done = Done::reply(LocationSaved { location, version: 1 });
        Ok(place_trail::told(done, location, new.store, &new.code, |trail| trail.with("kind", new.kind.tag()).with("name", new.name.trim())))
    }
}
