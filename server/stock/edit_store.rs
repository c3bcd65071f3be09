//! Changes what a store is called and how it counts its days.

use crate::Stock;
use chrono_tz::Tz;
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use stock_rules::{EditStore, StoreSaved};
use vocabulary::{Actor, AppError, FieldError, Locale, check_name};

impl Handle<EditStore> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, edit: EditStore) -> Result<Done<StoreSaved>, OpError> {
        let tenant = tx.tenant();
        let before: Option<(String, String, String, i64)> =
            sqlx::query_as("SELECT name, zone, locale, version FROM store WHERE tenant_id = ? AND id = ? FOR UPDATE")
                .bind(tenant)
                .bind(edit.store.0)
                .fetch_optional(tx.conn())
                .await?;
        let (name, zone, locale, version) = before.ok_or_else(OpError::not_found)?;
        let mut wrong = Vec::new();
        wrong.extend(check_name("name", &edit.name).err());
        if edit.zone.parse::<Tz>().is_err() {
            wrong.push(FieldError::new("zone", "zone-unknown"));
        }
        if Locale::of_tag(&edit.locale).is_none() {
            wrong.push(FieldError::new("locale", "field-unknown-choice"));
        }
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        if version != edit.version {
            return Err(AppError::Stale.into());
        }
        let new_name = edit.name.trim().to_owned();
        sqlx::query("UPDATE store SET name = ?, zone = ?, locale = ?, version = version + 1 WHERE tenant_id = ? AND id = ?")
            .bind(&new_name)
            .bind(&edit.zone)
            .bind(&edit.locale)
            .bind(tenant)
            .bind(edit.store.0)
            .execute(tx.conn())
            .await?;
        let saved = StoreSaved { store: edit.store, version: version + 1, default_location: None };
        let trail = Trail::of("store", edit.store).changed("name", &name, &new_name).changed("zone", &zone, &edit.zone).changed(
            "locale",
            &locale,
            &edit.locale,
        );
        Ok(Done::reply(saved.clone()).edited(trail).event(Event::new("store.changed", edit.store, &saved)))
    }
}
