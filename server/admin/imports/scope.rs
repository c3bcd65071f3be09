//! What every row of an import is read against: the tenant's stores, what was said of locations, the columns' names.

use super::{head::Head, mapping};
use crate::import::{Field, FileFacts, Source};
use ledger::{Place, StorePlaces};
use platform::{OpError, Tx, search::fold};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;
use vocabulary::{LocationId, PlaceKind, StoreId};

/// A store that rows may be about.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    pub id: StoreId,
    pub code: String,
    pub name: String,
}

/// Where a row's location leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whereabouts {
    Store(StoreId),
    /// Said to be left out.
    LeftOut,
    /// No store is known for it.
    Unknown,
    /// The row names none, and there are several.
    Homeless,
}

pub(crate) struct Scope {
    pub head: Head,
    pub facts: FileFacts,
    pub currency: String,
    pub stores: Vec<Store>,
    /// Somebody put these rows right: their figures hold.
    pub decided: bool,
    /// By folded name.
    named: HashMap<String, Option<StoreId>>,
}

impl Scope {
    /// # Errors
    /// `import-not-now` before there are facts.
    pub async fn load(tx: &mut Tx, head: Head, facts: Option<&FileFacts>) -> Result<Self, OpError> {
        let facts = match facts {
            Some(facts) => facts.clone(),
            None => head.facts()?.clone(),
        };
        let tenant = tx.tenant();
        let currency: String = sqlx::query_scalar("SELECT currency FROM tenant WHERE id = ?").bind(tenant).fetch_one(tx.conn()).await?;
        let rows: Vec<(Uuid, String, String)> =
            sqlx::query_as("SELECT id, code, name FROM store WHERE tenant_id = ? AND archived_at IS NULL ORDER BY code")
                .bind(tenant)
                .fetch_all(tx.conn())
                .await?;
        let stores: Vec<Store> = rows.into_iter().map(|(id, code, name)| Store { id: StoreId(id), code, name }).collect();
        // Said of this file first, then a store of the name, then what was said before.
        let mut named: HashMap<String, Option<StoreId>> = mapping::places(tx)
            .await?
            .into_iter()
            .filter(|place| known(&stores, place.store))
            .map(|place| (fold(&place.name), place.store))
            .collect();
        for store in &stores {
            named.insert(fold(&store.code), Some(store.id));
        }
        for store in &stores {
            named.insert(fold(&store.name), Some(store.id));
        }
        for place in head.answers.places.iter().filter(|place| known(&stores, place.store)) {
            named.insert(fold(&place.name), place.store);
        }
        Ok(Self { head, facts, currency, stores, decided: false, named })
    }

    pub fn store(&self, id: StoreId) -> Option<&Store> {
        self.stores.iter().find(|store| store.id == id)
    }

    /// The store behind a location's name.
    pub fn whereabouts(&self, location: Option<&str>) -> Whereabouts {
        let Some(location) = location.filter(|name| !name.trim().is_empty()) else {
            let only = if let [one] = self.stores.as_slice() { Some(one.id) } else { None };
            return self.head.answers.store.filter(|id| known(&self.stores, Some(*id))).or(only).map_or(Whereabouts::Homeless, Whereabouts::Store);
        };
        match self.named.get(&fold(location)) {
            Some(Some(store)) => Whereabouts::Store(*store),
            Some(None) => Whereabouts::LeftOut,
            None => Whereabouts::Unknown,
        }
    }

    /// The column a field is read from, as the file calls it.
    pub fn title(&self, field: Field) -> &str {
        let mapped = self.facts.mapping.columns.iter().find(|mapped| mapped.field == field);
        mapped.map_or("", |mapped| self.facts.header.get(mapped.column.index).map_or("", String::as_str))
    }

    /// The column of a stock figure: of a location with columns of its own, where the file has such.
    pub fn stock_column(&self, location: Option<&str>, new: bool) -> Option<usize> {
        let field = if new { Field::NewOnHand } else { Field::OnHand };
        let place = location.and_then(|name| self.facts.mapping.places.iter().find(|place| place.name == name));
        let own = place.and_then(|place| if new { place.new.as_ref() } else { place.current.as_ref() }).map(|column| column.index);
        own.or_else(|| self.facts.mapping.of(field).next())
    }

    /// Whether a row's figure is a store's as a whole, and its bin only says where they stand.
    pub fn by_store(&self) -> bool {
        matches!(self.facts.source, Source::ShopifyInventory | Source::SquareLibrary | Source::WooCommerce)
    }

    /// Whether a lone figure sets ours to it.
    pub fn overwrites(&self) -> bool {
        self.decided || self.head.answers.overwrite.unwrap_or_else(|| overwrites(&self.facts))
    }

    /// Whether the file brings items and their stock at once.
    pub fn brings_both(&self) -> bool {
        self.facts.both || self.facts.source == Source::SquareLibrary
    }
}

fn known(stores: &[Store], id: Option<StoreId>) -> bool {
    id.is_none_or(|id| stores.iter().any(|store| store.id == id))
}

/// A list of somebody's own with one figure says how it is. An export of a system, a list of items with their first
/// stock, and a file with a column for the new figure beside it, say how it was.
pub(crate) fn overwrites(facts: &FileFacts) -> bool {
    facts.source == Source::Generic
        && !facts.both
        && !facts.mapping.has(Field::NewOnHand)
        && facts.mapping.places.iter().all(|place| place.new.is_none())
}

/// A store with all its places that hold stock.
pub(crate) struct StoreGround {
    pub places: StorePlaces,
    /// By code, the default one first.
    pub holding: Vec<Place>,
    names: HashMap<String, LocationId>,
}

/// The grounds of stores as rows ask for them.
#[derive(Default)]
pub(crate) struct Grounds(pub BTreeMap<StoreId, StoreGround>);

impl Grounds {
    /// # Errors
    /// When the database fails.
    pub async fn load(tx: &mut Tx, stores: Vec<StoreId>) -> Result<Self, OpError> {
        let (mut all, tenant) = (BTreeMap::new(), tx.tenant());
        for store in stores {
            if all.contains_key(&store) {
                continue;
            }
            let places = StorePlaces::load(tx, store).await?;
            let rows: Vec<(Uuid, u8, bool, String, String)> = sqlx::query_as(
                "SELECT id, kind, allow_negative, code, name FROM location \
                 WHERE tenant_id = ? AND store_id = ? AND kind < 10 AND archived_at IS NULL ORDER BY is_default DESC, code",
            )
            .bind(tenant)
            .bind(store.0)
            .fetch_all(tx.conn())
            .await?;
            let (mut holding, mut names) = (Vec::with_capacity(rows.len()), HashMap::with_capacity(rows.len()));
            for (id, kind, allow_negative, code, name) in rows {
                let Some(kind) = PlaceKind::of_code(kind) else { continue };
                holding.push(Place { store, location: LocationId(id), kind, allow_negative });
                // A code is more certain than a name.
                names.entry(fold(&name)).or_insert(LocationId(id));
                names.insert(fold(&code), LocationId(id));
            }
            all.insert(store, StoreGround { places, holding, names });
        }
        Ok(Self(all))
    }
}

impl StoreGround {
    /// A place by its code or name.
    pub fn place(&self, named: &str) -> Option<Place> {
        let id = self.names.get(&fold(named)).or_else(|| self.names.get(&fold(&bin_code(named))))?;
        self.holding.iter().find(|place| place.location == *id).copied()
    }
}

/// The code a bin is made under: what a place's code may have of its name.
pub(crate) fn bin_code(name: &str) -> String {
    let code: String = name.trim().chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' }).take(32).collect();
    if code.chars().any(|c| c.is_ascii_alphanumeric()) { code } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bin_is_made_under_what_a_code_may_have() {
        assert_eq!(bin_code("F3-02"), "F3-02");
        assert_eq!(bin_code(" Shelf 4 / left "), "Shelf-4---left");
        assert_eq!(bin_code("الرف"), "");
        assert_eq!(bin_code(&"x".repeat(50)).len(), 32);
    }
}
