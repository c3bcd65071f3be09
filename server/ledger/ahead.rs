//! What several requests that are answered together will ask for, read at once before the first of them is planned. The
//! planners ask as always; in a transaction of several requests they are answered from here. What a planned posting takes
//! is taken off here too, so that the next one does not plan with it.

use crate::{
    Place, Posting, StorePlaces,
    lock::{has_balance, sellable},
    read::{self, Promise, Stands, VariantFacts},
    reserve::{self, Key},
};
use platform::{OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use vocabulary::{LocationId, Status, StoreId, VariantId};

/// What a request will ask for.
#[derive(Clone, Debug, Default)]
pub struct Ahead {
    stores: BTreeSet<StoreId>,
    places: BTreeSet<LocationId>,
    variants: BTreeSet<VariantId>,
    takes: BTreeSet<Key>,
}

/// Stores that were read already.
#[derive(Default)]
pub(crate) struct KnownStores(pub HashMap<StoreId, StorePlaces>);
/// Places that were read already.
#[derive(Default)]
pub(crate) struct KnownPlaces(pub HashMap<LocationId, Place>);
/// Variants that were read already.
#[derive(Default)]
pub(crate) struct KnownVariants(pub HashMap<VariantId, VariantFacts>);
/// Promises that are locked, less what was planned since; none of what a store never had.
#[derive(Default)]
pub(crate) struct KnownPromises(pub HashMap<Key, Option<Promise>>);
/// Where stores have of variants to sell now, less what was planned since; only of what is locked.
#[derive(Default)]
pub(crate) struct KnownShelves(pub HashMap<Key, Vec<Stands>>);

impl Ahead {
    /// It moves these variants in a store.
    #[must_use]
    pub fn of(store: StoreId, variants: impl IntoIterator<Item = VariantId>) -> Self {
        Self { stores: BTreeSet::from([store]), variants: variants.into_iter().collect(), ..Self::default() }
    }

    /// At these places.
    #[must_use]
    pub fn at(mut self, places: impl IntoIterator<Item = LocationId>) -> Self {
        self.places.extend(places);
        self
    }

    /// Taking what is free to sell, from wherever in the store it stands.
    #[must_use]
    pub fn taking(mut self) -> Self {
        self.takes = self.stores.iter().flat_map(|store| self.variants.iter().map(|variant| (*store, *variant))).collect();
        self
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.stores.extend(&other.stores);
        self.places.extend(&other.places);
        self.variants.extend(&other.variants);
        self.takes.extend(&other.takes);
    }

    /// Whether all of its goods are told apart by nothing, and none is a bundle of others: what only they take is foreseen, and
    /// only they are planned without writing.
    pub(crate) fn is_plain(&self, tx: &mut Tx) -> bool {
        let Some(KnownVariants(known)) = tx.memory() else { return false };
        self.variants.iter().all(|variant| known.get(variant).is_none_or(|facts| !facts.tracking.is_tracked() && !facts.kit))
    }

    /// Reads all of it, and locks what is taken from: in one order, before anything else is.
    pub(crate) async fn read(&self, tx: &mut Tx) -> Result<(), OpError> {
        for store in &self.stores {
            match StorePlaces::load(tx, *store).await {
                // Whoever asks for it is told.
                Ok(_) | Err(OpError::App(_)) => {}
                Err(error) => return Err(error),
            }
        }
        self.read_places(tx).await?;
        read::variants(tx, &self.variants.iter().copied().collect::<Vec<_>>()).await?;
        if self.takes.is_empty() {
            return Ok(());
        }
        let promises = reserve::lock(tx, &self.takes).await?;
        if let Some(KnownPromises(known)) = tx.memory() {
            known.extend(self.takes.iter().map(|key| (*key, promises.get(key).copied())));
        }
        let mut by_store: BTreeMap<StoreId, Vec<VariantId>> = BTreeMap::new();
        self.takes.iter().for_each(|(store, variant)| by_store.entry(*store).or_default().push(*variant));
        for (store, variants) in by_store {
            let now = tx.now();
            let mut standing = read::standing(tx, store, &variants, Status::Available, now).await?;
            if let Some(KnownShelves(known)) = tx.memory() {
                known.extend(variants.into_iter().map(|variant| ((store, variant), standing.remove(&variant).unwrap_or_default())));
            }
        }
        Ok(())
    }

    async fn read_places(&self, tx: &mut Tx) -> Result<(), OpError> {
        if self.places.is_empty() {
            return Ok(());
        }
        let tenant = tx.tenant();
        let mut select =
            QueryBuilder::<MySql>::new("SELECT id, store_id, kind, allow_negative FROM location WHERE archived_at IS NULL AND tenant_id = ");
        select.push_bind(tenant).push(" AND id IN ");
        push_list(&mut select, self.places.iter().map(|place| place.0));
        let rows = select.build_query_as().fetch_all(tx.conn()).await?;
        if let Some(KnownPlaces(known)) = tx.memory() {
            known.extend(rows.into_iter().filter_map(Place::of_row).map(|place| (place.location, place)));
        }
        Ok(())
    }
}

/// Takes off what a posting takes, and adds what it brings, where the next one looks.
pub(crate) fn plan_on(tx: &mut Tx, posting: &Posting) {
    for leg in posting.lines.iter().flat_map(|line| &line.legs).filter(|leg| has_balance(leg)) {
        let (key, change) = ((leg.place.store, leg.variant), sellable(leg));
        if change.is_zero() {
            continue;
        }
        if let Some(KnownPromises(known)) = tx.memory()
            && let Some(Some(promise)) = known.get_mut(&key)
        {
            promise.sellable += change;
        }
        if let Some(KnownShelves(known)) = tx.memory()
            && let Some(stands) = known.get_mut(&key).into_iter().flatten().find(|one| one.place.location == leg.place.location && one.lot == leg.lot)
        {
            stands.on_hand += change;
        }
    }
}
