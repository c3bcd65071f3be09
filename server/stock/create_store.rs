//! Opens a store.

use crate::Stock;
use chrono_tz::Tz;
use platform::{Done, Event, Handle, OnDuplicate, OpError, Trail, Tx};
use sqlx::{MySql, QueryBuilder};
use stock_rules::{CreateStore, StoreSaved, is_store_code, scan_code};
use vocabulary::{Actor, AppError, FieldError, Locale, LocationId, PlaceKind, StoreId, check_name};

/// The code of the place every store begins with, and of its virtual places.
const PLACES: [(PlaceKind, &str); 6] = [
    (PlaceKind::Zone, "FLOOR"),
    (PlaceKind::Supplier, "*SUPPLIER"),
    (PlaceKind::Customer, "*CUSTOMER"),
    (PlaceKind::Loss, "*LOSS"),
    (PlaceKind::Found, "*FOUND"),
    (PlaceKind::Transit, "*TRANSIT"),
];

impl Handle<CreateStore> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, new: CreateStore) -> Result<Done<StoreSaved>, OpError> {
        let mut wrong = Vec::new();
        if !is_store_code(&new.code) {
            wrong.push(FieldError::new("code", "store-code-invalid"));
        }
        wrong.extend(check_name("name", &new.name).err());
        if new.zone.parse::<Tz>().is_err() {
            wrong.push(FieldError::new("zone", "zone-unknown"));
        }
        if Locale::of_tag(&new.locale).is_none() {
            wrong.push(FieldError::new("locale", "field-unknown-choice"));
        }
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let (store, tenant, now) = (StoreId::new(), tx.tenant(), tx.now());
        let stores: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM store WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
        let mark = u8::try_from(stores % 4).unwrap_or(0) + 1;
        sqlx::query("INSERT INTO store (tenant_id, id, code, name, zone, locale, currency, mark, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(tenant)
            .bind(store.0)
            .bind(&new.code)
            .bind(new.name.trim())
            .bind(&new.zone)
            .bind(&new.locale)
            .bind(new.currency.code())
            .bind(mark)
            .bind(now)
            .execute(tx.conn())
            .await
            .on_duplicate("store_code", || FieldError::new("code", "store-code-taken"))?;
        let places: Vec<_> = PLACES.iter().map(|(kind, code)| (LocationId::new(), *kind, *code)).collect();
        let mut insert = QueryBuilder::<MySql>::new(
            "INSERT INTO location (tenant_id, id, store_id, parent_id, kind, code, name, scan_code, is_default, allow_negative, created_at) ",
        );
        insert.push_values(&places, |mut row, (id, kind, code)| {
            row.push_bind(tenant)
                .push_bind(id.0)
                .push_bind(store.0)
                .push_bind(id.0)
                .push_bind(kind.code())
                .push_bind(*code)
                .push_bind(if kind.holds_stock() { new.name.trim() } else { *code })
                .push_bind(scan_code(&new.code, code))
                .push_bind(kind.holds_stock())
                .push_bind(kind.is_virtual())
                .push_bind(now);
        });
        insert.build().execute(tx.conn()).await?;
        let default_location = places.iter().find(|(_, kind, _)| kind.holds_stock()).map(|(id, ..)| *id);
        let saved = StoreSaved { store, version: 1, default_location };
        Ok(Done::reply(saved.clone()).trail(Trail::of("store", store).with("code", &new.code).with("name", new.name.trim())).event(Event::new(
            "store.opened",
            store,
            &saved,
        )))
    }
}
