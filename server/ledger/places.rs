//! The places of a store as postings name them.

use crate::{
    ahead::{KnownPlaces, KnownStores},
    lock::{Held, Key, ROWS},
    posting::{Leg, Posting},
    read::ARCHIVED,
};
use chrono::{DateTime, NaiveDate, Utc};
use platform::{OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    str::FromStr,
};
use uuid::Uuid;
use vocabulary::{LocationId, PlaceKind, Said, StoreId, Tracking, VariantId};

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
    /// The store's code.
    pub code: String,
    /// The last day whose books are closed.
    pub closed_through: Option<NaiveDate>,
    /// Where goods go when nobody says where.
    pub default: Place,
    virtuals: Vec<Place>,
}

pub(crate) type PlaceRow = (Uuid, Uuid, u8, bool);

impl StorePlaces {
    /// Reads a store's default place and its virtual ones.
    ///
    /// # Errors
    /// Not found where the tenant has no such store, or it is archived.
    pub async fn load(tx: &mut Tx, store: StoreId) -> Result<Self, OpError> {
        if let Some(known) = tx.memory::<KnownStores>().and_then(|known| known.0.get(&store)) {
            return Ok(known.clone());
        }
        let tenant = tx.tenant();
        let row: Option<(String, String, Option<NaiveDate>)> =
            sqlx::query_as("SELECT code, zone, closed_through FROM store WHERE tenant_id = ? AND id = ? AND archived_at IS NULL")
                .bind(tenant)
                .bind(store.0)
                .fetch_optional(tx.conn())
                .await?;
        let (code, zone, closed_through) = row.ok_or_else(OpError::not_found)?;
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
        let default = rows.iter().find(|row| row.4).and_then(|row| Place::of_row((row.0, row.1, row.2, row.3)));
        let default = default.ok_or_else(|| anyhow::anyhow!("store {store} has no default place"))?;
        let virtuals = rows.into_iter().filter_map(|row| Place::of_row((row.0, row.1, row.2, row.3))).collect();
        let read = Self { store, zone: chrono_tz::Tz::from_str(&zone).unwrap_or(chrono_tz::UTC), code, closed_through, default, virtuals };
        if let Some(KnownStores(known)) = tx.memory() {
            known.insert(store, read.clone());
        }
        Ok(read)
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

    /// What is said of something that happened then, where its day is closed. The committer asks again, under its lock.
    #[must_use]
    pub fn closed(&self, at: DateTime<Utc>) -> Option<Said> {
        let through = self.closed_through.filter(|through| self.business_date(at) <= *through)?;
        Some(crate::period::closed(&self.code, through))
    }

    /// The day an instant falls on in the store.
    #[must_use]
    pub fn business_date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }
}

/// What nothing may be brought to, and nothing of: places, stores and items that are put away, each with what is said of
/// it.
#[derive(Default)]
pub(crate) struct PutAway {
    places: HashMap<Uuid, Said>,
    variants: HashMap<Uuid, Said>,
    /// What holds no stock, with what is said of it.
    kits: HashMap<Uuid, Said>,
    /// How the items that are brought are tracked, with what they go by.
    tracking: HashMap<Uuid, (String, Tracking)>,
}

impl PutAway {
    /// Keeps the places and items that postings bring from being put away until they are committed: the planner has seen
    /// them in use, but had no lock.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn hold(tx: &mut Tx, postings: &[&Posting]) -> Result<Self, OpError> {
        // What stood beside late postings goes with a count, and may bring more than the count takes.
        // Nor is anything taken from a place that may go below nought without asking whether it holds stock at all.
        let legs = postings.iter().flat_map(|posting| posting.lines.iter().flat_map(|line| &line.legs).map(|leg| (posting.uncounts, leg)));
        let brings = |uncounts: bool, leg: &Leg| (leg.quantity.is_positive() || uncounts || leg.place.allow_negative) && !leg.place.kind.is_virtual();
        let brought: Vec<&Leg> = legs.filter(|(uncounts, leg)| brings(*uncounts, leg)).map(|(_, leg)| leg).collect();
        let places = brought.iter().map(|leg| leg.place.location.0).collect();
        let variants = brought.iter().map(|leg| leg.variant.0).collect();
        let mut held = Self { places: HashMap::new(), ..hold_variants(tx, variants).await? };
        held.places = hold_places(tx, places).await?;
        Ok(held)
    }

    /// How a variant that is brought is tracked, and its SKU.
    pub(crate) fn tracking(&self, variant: VariantId) -> Option<(&str, Tracking)> {
        self.tracking.get(&variant.0).map(|(sku, tracking)| (sku.as_str(), *tracking))
    }

    /// What is put away has no stock: nothing more may be there when all is posted.
    ///
    /// # Errors
    /// `kit-holds-no-stock`, `place-archived`, `variant-archived`, naming it.
    pub(crate) fn refuse(&self, held: &BTreeMap<Key, Held>) -> Result<(), OpError> {
        if let Some(said) = held.iter().filter(|(_, held)| !held.change.is_zero()).find_map(|((_, variant, ..), _)| self.kits.get(variant)) {
            return Err(OpError::conflict(said.clone()));
        }
        let brought = held.iter().filter(|(_, held)| held.change.is_positive());
        let said = brought.into_iter().find_map(|((place, variant, ..), _)| self.places.get(place).or_else(|| self.variants.get(variant)));
        said.map_or(Ok(()), |said| Err(OpError::conflict(said.clone())))
    }
}

async fn hold_places(tx: &mut Tx, places: BTreeSet<Uuid>) -> Result<HashMap<Uuid, Said>, OpError> {
    let (mut put_away, tenant) = (HashMap::new(), tx.tenant());
    let places: Vec<Uuid> = places.into_iter().collect();
    for places in tx.parts(&places) {
        let mut select =
            QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN l.id, l.code, l.archived_at IS NOT NULL OR s.archived_at IS NOT NULL FROM (");
        for (at, place) in places.iter().enumerate() {
            select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*place).push(" AS BINARY(16)) AS place");
        }
        select.push(") k JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = ").push_bind(tenant).push(" AND l.id = k.place ");
        // Not `FOR SHARE`, which only one of the two engines knows.
        select.push("JOIN store s ON s.tenant_id = l.tenant_id AND s.id = l.store_id LOCK IN SHARE MODE");
        let found: Vec<(Uuid, String, bool)> = select.build_query_as().fetch_all(tx.conn()).await?;
        let archived = found.into_iter().filter(|(.., archived)| *archived);
        put_away.extend(archived.map(|(id, code, _)| (id, Said::new("place-archived").with("place", code))));
    }
    Ok(put_away)
}

async fn hold_variants(tx: &mut Tx, variants: BTreeSet<Uuid>) -> Result<PutAway, OpError> {
    let (mut all, tenant) = (PutAway::default(), tx.tenant());
    let variants: Vec<Uuid> = variants.into_iter().collect();
    for variants in variants.chunks(ROWS) {
        let mut select = QueryBuilder::<MySql>::new("SELECT id, sku, state, tracking, kit FROM variant WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND id IN ");
        push_list(&mut select, variants.iter().copied());
        // All of them, not only the archived: a row that does not match is not locked.
        select.push(" LOCK IN SHARE MODE");
        let found: Vec<(Uuid, String, u8, u8, bool)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (id, sku, state, tracking, kit) in found {
            let tracking = Tracking::of_code(tracking).ok_or_else(|| anyhow::anyhow!("{sku} is tracked in the unknown way {tracking}"))?;
            if state == ARCHIVED {
                all.variants.insert(id, Said::new("variant-archived").with("sku", sku.as_str()));
            }
            if kit {
                all.kits.insert(id, Said::new("kit-holds-no-stock"));
            }
            all.tracking.insert(id, (sku, tracking));
        }
    }
    Ok(all)
}

impl Place {
    pub(crate) fn of_row((location, store, kind, allow_negative): PlaceRow) -> Option<Self> {
        Some(Self { store: StoreId(store), location: LocationId(location), kind: PlaceKind::of_code(kind)?, allow_negative })
    }

    /// Reads a place of the tenant that can hold stock.
    ///
    /// # Errors
    /// Not found where there is none, or it is archived.
    pub async fn load(tx: &mut Tx, location: LocationId) -> Result<Self, OpError> {
        if let Some(known) = tx.memory::<KnownPlaces>().and_then(|known| known.0.get(&location)) {
            return if known.kind.holds_stock() { Ok(*known) } else { Err(OpError::not_found()) };
        }
        let tenant = tx.tenant();
        let row: Option<PlaceRow> =
            sqlx::query_as("SELECT id, store_id, kind, allow_negative FROM location WHERE tenant_id = ? AND id = ? AND archived_at IS NULL")
                .bind(tenant)
                .bind(location.0)
                .fetch_optional(tx.conn())
                .await?;
        row.and_then(Self::of_row).filter(|place| place.kind.holds_stock()).ok_or_else(OpError::not_found)
    }
}
