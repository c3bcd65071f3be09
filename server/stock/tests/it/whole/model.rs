//! What is known of the trade by who only listens to it.

use chrono::{DateTime, TimeDelta, Utc};
use platform::{
    db::Clock as _,
    jobs::{NewJob, Runner, enqueue},
};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use stock_rules::{CreateLocation, Known, ListValuation, Reserved, ShowStock, StockAsOf};
use testkit::Shop;
use vocabulary::{LocationId, PlaceKind, PostingId, Quantity, Role, Status, StoreId, Tracking, TransferId, VariantId};

/// What one unit costs whenever it comes, in cents: so that what all of it is worth is a product.
const CENTS: i64 = 120;

/// Where something may stand: a place of a store, or the way to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    Place(LocationId),
    WayTo(StoreId),
}

/// The lot by its code, a numbered piece by its number, nothing where it is told apart by nothing; a status by its code.
pub type Key = (At, VariantId, String, u8);
pub type Change = Vec<(Key, i64)>;

/// Two stores, three places, three items.
pub struct World {
    pub plain: VariantId,
    pub lots: VariantId,
    pub pieces: VariantId,
    pub store: StoreId,
    pub other: StoreId,
    pub floor: LocationId,
    pub bin: LocationId,
    pub other_floor: LocationId,
}

/// Something that happened, and whether it was taken back since.
pub struct Happened {
    pub at: DateTime<Utc>,
    pub change: Change,
    pub posting: Option<PostingId>,
    pub undone: bool,
}

/// A promise, and until when it holds.
pub struct Promise {
    pub made: Reserved,
    pub hold: bool,
    pub until: Option<DateTime<Utc>>,
    pub lines: Vec<(StoreId, VariantId, i64)>,
}

/// Something that was sent, and has not come.
pub struct Sent {
    pub transfer: TransferId,
    pub from: StoreId,
    pub to: StoreId,
    pub key: (VariantId, String),
    pub quantity: i64,
}

#[derive(Default)]
pub struct Model {
    pub happened: Vec<Happened>,
    pub promises: Vec<Promise>,
    pub sent: Vec<Sent>,
    /// Lots that are held back.
    pub held: BTreeSet<String>,
    /// What holding a lot has set apart where.
    pub apart: BTreeMap<(String, LocationId), i64>,
    /// What the books said at the end of each step, of each store and item.
    then: Vec<(DateTime<Utc>, BTreeMap<(StoreId, VariantId), i64>)>,
}

impl Model {
    pub fn of(&self, key: &Key) -> i64 {
        let all = self.happened.iter().filter(|one| !one.undone).flat_map(|one| &one.change);
        all.filter(|(at, _)| at == key).map(|(_, by)| by).sum()
    }

    /// Whether nothing would stand below nought that this lowers.
    pub fn may(&self, change: &Change) -> bool {
        let mut sums: BTreeMap<&Key, i64> = BTreeMap::new();
        change.iter().for_each(|(key, by)| *sums.entry(key).or_default() += by);
        sums.into_iter().all(|(key, by)| by >= 0 || self.of(key) + by >= 0)
    }

    pub fn happens(&mut self, at: DateTime<Utc>, change: Change, posting: Option<PostingId>) {
        self.happened.push(Happened { at, change, posting, undone: false });
    }

    /// All that is not nought.
    pub fn sums(&self, known_at: Option<DateTime<Utc>>) -> BTreeMap<Key, i64> {
        let mut sums: BTreeMap<Key, i64> = BTreeMap::new();
        let happened = self.happened.iter().filter(|one| !one.undone && known_at.is_none_or(|at| one.at <= at));
        happened.flat_map(|one| &one.change).for_each(|(key, by)| *sums.entry(key.clone()).or_default() += by);
        sums.retain(|_, sum| *sum != 0);
        sums
    }

    /// What is for sale in a store, promised or not.
    pub fn sellable(&self, world: &World, store: StoreId, variant: VariantId) -> i64 {
        let is = |key: &Key| key.1 == variant && key.3 == Status::Available.code() && world.store_of(key.0) == Some(store);
        self.sums(None).iter().filter(|(key, _)| is(key)).map(|(_, sum)| sum).sum()
    }

    pub fn promised(&self, now: DateTime<Utc>, store: StoreId, variant: VariantId) -> i64 {
        let alive = self.promises.iter().filter(|promise| promise.until.is_none_or(|until| until > now));
        alive.flat_map(|promise| &promise.lines).filter(|line| (line.0, line.1) == (store, variant)).map(|line| line.2).sum()
    }

    pub fn free(&self, world: &World, now: DateTime<Utc>, store: StoreId, variant: VariantId) -> i64 {
        self.sellable(world, store, variant) - self.promised(now, store, variant)
    }

    /// Whether a hold lapses just about now: nobody may ask whether before or after.
    pub fn is_close(&self, now: DateTime<Utc>) -> bool {
        self.promises.iter().filter_map(|promise| promise.until).any(|until| (until - now).abs() < TimeDelta::seconds(2))
    }

    fn on_hand(&self, world: &World, known_at: Option<DateTime<Utc>>) -> BTreeMap<(StoreId, VariantId), i64> {
        let mut all = BTreeMap::new();
        for ((at, variant, ..), sum) in self.sums(known_at) {
            if let Some(store) = world.store_of(at) {
                *all.entry((store, variant)).or_insert(0) += sum;
            }
        }
        all
    }

    pub fn remember(&mut self, world: &World, shop: &Shop) {
        let said = self.on_hand(world, None);
        self.then.push((shop.clock.now(), said));
    }
}

impl World {
    pub async fn furnish(shop: &Shop) -> Self {
        let bin = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: String::from("ZB1"), name: String::from("B1") };
        let bin = shop.owner().does(bin).await.location;
        let plain = shop.item("PLAIN").await;
        let lots = shop.tracked("LOTS", Tracking::Lot).await;
        let pieces = shop.tracked("PIECES", Tracking::Serial).await;
        Self { plain, lots, pieces, store: shop.store, other: shop.other_store, floor: shop.floor, bin, other_floor: shop.other_floor }
    }

    pub fn items(&self) -> [VariantId; 3] {
        [self.plain, self.lots, self.pieces]
    }

    /// The store of a place; none of what is on its way.
    pub fn store_of(&self, at: At) -> Option<StoreId> {
        match at {
            At::Place(place) => Some(if place == self.other_floor { self.other } else { self.store }),
            At::WayTo(_) => None,
        }
    }

    /// What the books say stands where, as they are written.
    pub async fn stands(&self, shop: &Shop) -> BTreeMap<Key, i64> {
        let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
        let all: Vec<(uuid::Uuid, u8, uuid::Uuid, uuid::Uuid, Option<String>, u8, Decimal)> = sqlx::query_as(
            "SELECT b.location_id, l.kind, b.store_id, b.variant_id, t.code, b.status, b.on_hand FROM stock_balance b \
             JOIN location l ON l.tenant_id = b.tenant_id AND l.id = b.location_id \
             LEFT JOIN lot t ON t.tenant_id = b.tenant_id AND t.id = b.lot_id WHERE b.tenant_id = ? AND b.on_hand <> 0",
        )
        .bind(shop.tenant.0)
        .fetch_all(tx.conn())
        .await
        .unwrap();
        tx.rollback().await.unwrap();
        all.into_iter()
            .map(|(location, kind, store, variant, lot, status, on_hand)| {
                let way = kind == PlaceKind::Transit.code();
                let at = if way { At::WayTo(StoreId(store)) } else { At::Place(LocationId(location)) };
                ((at, VariantId(variant), lot.unwrap_or_default(), status), whole(on_hand))
            })
            .collect()
    }

    /// On hand, promised and available of every item in every store, as people are told.
    pub async fn agrees(&self, shop: &Shop, model: &Model, when: &str) {
        // Whoever only looks sees what has lapsed as promised until it is cleared away: every second.
        let mut tx = shop.database.begin(shop.tenant).await.unwrap();
        enqueue(&mut tx, NewJob::new("stock.reservation_sweep", serde_json::Value::Null)).await.unwrap();
        tx.commit().await.unwrap();
        stock::jobs(Runner::new(shop.desk.clone())).drain().await.unwrap();
        let on_hand = model.on_hand(self, None);
        for variant in self.items() {
            let view = shop.clerk().does(ShowStock { variant, store: None }).await;
            for store in [self.store, self.other] {
                let now = shop.clock.now();
                let said = view.stores.iter().find(|stock| stock.store == store);
                let said =
                    said.map_or((0, 0, 0), |said| (whole(said.on_hand.decimal()), whole(said.promised.decimal()), whole(said.available.decimal())));
                let (promised, free) = (model.promised(now, store, variant), model.free(self, now, store, variant));
                let wanted = (on_hand.get(&(store, variant)).copied().unwrap_or(0), promised, free);
                assert_eq!(
                    (said.0, said.1, said.2.max(0)),
                    (wanted.0, wanted.1, wanted.2.max(0)),
                    "{when}: on hand, promised, available of {variant}"
                );
            }
        }
    }

    /// Instants of the past: as the books said then, and as it is known now.
    pub async fn remembers(&self, shop: &Shop, model: &Model, when: &str) {
        shop.clock.advance(TimeDelta::hours(1));
        for (at, said) in model.then.iter().step_by(1 + model.then.len() / 25) {
            let now = model.on_hand(self, Some(*at));
            for (known, wanted) in [(Known::Then, said), (Known::Now, &now)] {
                for store in [self.store, self.other] {
                    let page = shop.clerk().does(StockAsOf { at: *at, known, store: Some(store), q: None, cursor: None }).await;
                    for variant in self.items() {
                        let row = page.rows.iter().find(|row| row.variant == variant).and_then(|row| row.then);
                        let told = row.map_or(0, |then| whole(then.on_hand.decimal()));
                        assert_eq!(told, wanted.get(&(store, variant)).copied().unwrap_or(0), "{when}: {variant} at {at}, known {known:?}");
                    }
                }
            }
        }
    }

    /// What all of it is worth: on hand and on its way.
    pub async fn is_worth(&self, shop: &Shop, model: &Model, when: &str) {
        let told = shop.person(Role::Accountant).does(ListValuation::default()).await;
        for variant in self.items() {
            let there: i64 = model.sums(None).iter().filter(|(key, _)| key.1 == variant).map(|(_, sum)| sum).sum();
            let worth = told.rows.iter().find(|row| row.variant == variant).and_then(|row| row.worth).unwrap_or_default();
            let (quantity, value) = (whole(worth.quantity.decimal()), worth.value);
            assert_eq!((quantity, value), (there, Decimal::new(there * CENTS, 2)), "{when}: what {variant} is worth");
        }
    }
}

pub fn whole(value: Decimal) -> i64 {
    value.normalize().to_string().parse().unwrap_or_else(|_| panic!("{value} is not whole"))
}

pub fn units(n: i64) -> Quantity {
    Quantity::whole(i32::try_from(n).unwrap())
}
