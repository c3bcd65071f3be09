//! The places of a store as postings name them.

use chrono::{DateTime, NaiveDate, Utc};
use platform::{OpError, Tx};
use std::str::FromStr;
use uuid::Uuid;
use vocabulary::{LocationId, PlaceKind, StoreId};

/// Where a leg takes from or puts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub store: StoreId,
    pub location: LocationId,
    pub kind: PlaceKind,
    pub allow_negative: bool,
}

/// What a posting in a store needs to know of it.
#[derive(Clone, Debug)]
pub struct StorePlaces {
    pub store: StoreId,
    pub zone: chrono_tz::Tz,
    /// Where goods go when nobody says where.
    pub default: Place,
    virtuals: Vec<Place>,
}

type PlaceRow = (Uuid, Uuid, u8, bool);

fn place((location, store, kind, allow_negative): PlaceRow) -> Option<Place> {
    Some(Place { store: StoreId(store), location: LocationId(location), kind: PlaceKind::of_code(kind)?, allow_negative })
}

impl StorePlaces {
    /// Reads a store's default place and its virtual ones.
    ///
    /// # Errors
    /// Not found where the tenant has no such store, or it is archived.
    pub async fn load(tx: &mut Tx, store: StoreId) -> Result<Self, OpError> {
        let tenant = tx.tenant();
        let zone: Option<String> = sqlx::query_scalar("SELECT zone FROM store WHERE tenant_id = ? AND id = ? AND archived_at IS NULL")
            .bind(tenant)
            .bind(store.0)
            .fetch_optional(tx.conn())
            .await?;
        let zone = zone.ok_or_else(OpError::not_found)?;
        let rows: Vec<(Uuid, Uuid, u8, bool, bool)> = sqlx::query_as(
            "SELECT id, store_id, kind, allow_negative, is_default FROM location WHERE tenant_id = ? AND store_id = ? AND kind >= 10 \
             UNION ALL \
             SELECT id, store_id, kind, allow_negative, is_default FROM location WHERE tenant_id = ? AND store_id = ? AND kind < 10 AND is_default",
        )
        .bind(tenant)
        .bind(store.0)
        .bind(tenant)
        .bind(store.0)
        .fetch_all(tx.conn())
        .await?;
        let default = rows.iter().find(|row| row.4).and_then(|row| place((row.0, row.1, row.2, row.3)));
        let default = default.ok_or_else(|| anyhow::anyhow!("store {store} has no default place"))?;
        let virtuals = rows.into_iter().filter_map(|row| place((row.0, row.1, row.2, row.3))).collect();
        Ok(Self { store, zone: chrono_tz::Tz::from_str(&zone).unwrap_or(chrono_tz::UTC), default, virtuals })
    }

    /// One of the store's virtual places, or its transit.
    ///
    /// # Errors
    /// When the store was made without it, which only a damaged database shows.
    pub fn of(&self, kind: PlaceKind) -> Result<Place, OpError> {
        self.virtuals
            .iter()
            .find(|place| place.kind == kind)
            .copied()
            .ok_or_else(|| OpError::Other(anyhow::anyhow!("store {} has no place {}", self.store, kind.tag())))
    }

    /// The day an instant falls on in the store.
    #[must_use]
    pub fn business_date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }
}

impl Place {
    /// Reads a place of the tenant that can hold stock.
    ///
    /// # Errors
    /// Not found where there is none, or it is archived.
    pub async fn load(tx: &mut Tx, location: LocationId) -> Result<Self, OpError> {
        let tenant = tx.tenant();
        let row: Option<PlaceRow> =
            sqlx::query_as("SELECT id, store_id, kind, allow_negative FROM location WHERE tenant_id = ? AND id = ? AND archived_at IS NULL")
                .bind(tenant)
                .bind(location.0)
                .fetch_optional(tx.conn())
                .await?;
        row.and_then(place).filter(|place| place.kind.holds_stock()).ok_or_else(OpError::not_found)
    }
}
