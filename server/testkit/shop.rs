//! A shop to test with: a tenant with two stores and people of every role, and verbs to say what they do.

use crate::{Engine, ManualClock, TestDatabase};
use catalog_rules::{CreateItem, FindVariant, LeastLife, NewBarcode, NewVariant, SetTracking, ShowItem};
use ledger::verify::{Report, Start, verify, verify_in};
use platform::{Database, Desk, Registry, Tx, seal::SealKey, tenancy::NewTenant};
use std::sync::Arc;
use stock_rules::{CreateStore, ReceiptLine, ReceiveGoods};
use vocabulary::{
    Actor, AppError, Ask, Currency, Door, FieldError, Key, Locale, LocationId, Operation, PersonId, Quantity, Role, StoreId, TenantId, Tracking,
    VariantId,
};

/// A tenant of its own in a database of its own.
pub struct Shop {
    pub desk: Desk,
    pub database: Database,
    pub clock: Arc<ManualClock>,
    pub tenant: TenantId,
    /// The first store, `LONDON`, and its default place.
    pub store: StoreId,
    pub floor: LocationId,
    /// The second, `LEEDS`.
    pub other_store: StoreId,
    pub other_floor: LocationId,
    pub seal_key: Arc<SealKey>,
    pub db: Arc<TestDatabase>,
    people: Vec<Actor>,
}

/// Somebody of the shop, who may do things.
#[derive(Clone)]
pub struct Person {
    pub actor: Actor,
    desk: Desk,
}

fn registry() -> Registry {
    let registry = stock::register(catalog::register(Registry::default()));
    notify::register(admin::register(registry))
}

impl Shop {
    pub async fn open(engine: Engine) -> Self {
        let db = Arc::new(TestDatabase::create(engine).await);
        let clock = Arc::new(ManualClock::default());
        let database = Database::open(&db.app_url(), 24).unwrap().with_clock(clock.clone());
        let desk = Desk::new(registry(), database.clone());
        let key = SealKey { signing: platform::seal::test_key() };
        let mut shop = Self {
            desk,
            database,
            clock,
            tenant: TenantId(0),
            store: StoreId::new(),
            floor: LocationId::new(),
            other_store: StoreId::new(),
            other_floor: LocationId::new(),
            seal_key: Arc::new(key),
            db,
            people: Vec::new(),
        };
        shop.furnish("hart-finch").await;
        shop
    }

    /// The same shop by the clock on the wall, for what is measured in seconds.
    pub fn in_real_time(mut self) -> Self {
        self.database = Database::open(&self.db.app_url(), 24).unwrap();
        self.desk = Desk::new(registry(), self.database.clone());
        self
    }

    /// The same shop with one connection for all that is written, whose session has the whole account of it.
    pub fn on_one_connection(mut self) -> Self {
        self.database = Database::open(&self.db.app_url(), 1).unwrap().with_clock(self.clock.clone());
        self.desk = Desk::new(registry(), self.database.clone());
        self
    }

    /// Another tenant in the same database, with stores of the same codes: nothing of it may ever be seen here.
    pub async fn neighbour(&self) -> Self {
        let mut other = Self {
            desk: self.desk.clone(),
            database: self.database.clone(),
            clock: self.clock.clone(),
            tenant: TenantId(0),
            store: StoreId::new(),
            floor: LocationId::new(),
            other_store: StoreId::new(),
            other_floor: LocationId::new(),
            seal_key: self.seal_key.clone(),
            db: self.db.clone(),
            people: Vec::new(),
        };
        let slug = match platform::tenancy::count(&self.database).await.unwrap() {
            1 => String::from("nordlicht"),
            many => format!("nordlicht-{many}"),
        };
        other.furnish(&slug).await;
        other
    }

    async fn furnish(&mut self, slug: &str) {
        let new =
            NewTenant { slug: slug.to_owned(), name: slug.to_owned(), locale: Locale::En, zone: chrono_tz::Europe::London, currency: Currency::GBP };
        self.tenant = platform::tenancy::create(&self.database, &new).await.unwrap();
        for role in Role::ALL {
            // Persons without a password: tests do not sign in through it, and hashing would take their time.
            let mut tx = self.database.begin(self.tenant).await.unwrap();
            let email = format!("{}@{slug}.example", role.tag());
            let person = platform::identity::create_person(&mut tx, &email, role.tag(), "none").await.unwrap();
            platform::tenancy::join(&mut tx, person, role).await.unwrap();
            tx.commit().await.unwrap();
            self.people.push(actor(self.tenant, person, role));
        }
        let owner = self.person(Role::Owner);
        let london = owner.does(store("LONDON", "London Shop")).await;
        let leeds = owner.does(store("LEEDS", "Leeds Shop")).await;
        (self.store, self.floor) = (london.store, london.default_location.unwrap());
        (self.other_store, self.other_floor) = (leeds.store, leeds.default_location.unwrap());
    }

    pub fn person(&self, role: Role) -> Person {
        let actor = self.people.iter().find(|person| person.role == role).unwrap().clone();
        Person { actor, desk: self.desk.clone() }
    }

    pub fn owner(&self) -> Person {
        self.person(Role::Owner)
    }

    pub fn manager(&self) -> Person {
        self.person(Role::Manager)
    }

    pub fn clerk(&self) -> Person {
        self.person(Role::Clerk)
    }

    /// Somebody more of a role, for what two must do.
    pub async fn another(&self, role: Role) -> Person {
        let mut tx = self.database.begin(self.tenant).await.unwrap();
        let email = format!("{}@another.example", uuid::Uuid::new_v4().simple());
        let person = platform::identity::create_person(&mut tx, &email, "another", "none").await.unwrap();
        platform::tenancy::join(&mut tx, person, role).await.unwrap();
        tx.commit().await.unwrap();
        Person { actor: actor(self.tenant, person, role), desk: self.desk.clone() }
    }

    /// An item with one variant of this SKU, costing 1.20 and sold at 2.50.
    pub async fn item(&self, sku: &str) -> VariantId {
        self.item_with(sku, |_| ()).await
    }

    /// The same, changed before it is made.
    pub async fn item_with(&self, sku: &str, change: impl FnOnce(&mut CreateItem)) -> VariantId {
        let mut item = CreateItem {
            name: format!("Item {sku}"),
            variants: vec![NewVariant { sku: Some(sku.to_owned()), price: "2.5".parse().ok(), cost: "1.2".parse().ok(), ..NewVariant::default() }],
            ..CreateItem::default()
        };
        change(&mut item);
        self.owner().does(item).await.variants[0].variant
    }

    /// The same with a barcode.
    pub async fn item_coded(&self, sku: &str, code: &str) -> VariantId {
        self.item_with(sku, |item| {
            item.variants[0].barcodes = vec![NewBarcode { code: code.to_owned(), unit: String::from("each"), pack: Quantity::ONE }];
        })
        .await
    }

    /// Says how an item's pieces are told apart.
    ///
    /// # Errors
    /// What the desk says.
    pub async fn tracks(&self, variant: VariantId, tracking: Tracking, life: LeastLife) -> Result<(), AppError> {
        let item = self.owner().does(FindVariant { variant }).await.item;
        let version = self.owner().does(ShowItem { item, variant: None }).await.version;
        self.owner().tries(SetTracking { item, version, tracking, life }).await.map(|_| ())
    }

    /// An item whose pieces are told apart in some way.
    pub async fn tracked(&self, sku: &str, tracking: Tracking) -> VariantId {
        let variant = self.item(sku).await;
        self.tracks(variant, tracking, LeastLife::default()).await.unwrap();
        variant
    }

    /// An item of which so many stand on the first store's floor.
    pub async fn stocked(&self, sku: &str, quantity: i32) -> VariantId {
        let variant = self.item(sku).await;
        self.receives(variant, quantity).await;
        variant
    }

    /// The manager receives so many into the first store.
    pub async fn receives(&self, variant: VariantId, quantity: i32) {
        self.manager().does(self.receipt(variant, quantity)).await;
    }

    /// A receipt into the first store, to be changed and handed in.
    pub fn receipt(&self, variant: VariantId, quantity: i32) -> ReceiveGoods {
        ReceiveGoods {
            store: self.store,
            location: None,
            lines: vec![ReceiptLine::of(variant, Quantity::whole(quantity))],
            reference: String::new(),
            note: String::new(),
            occurred_at: None,
            rate: None,
        }
    }

    /// What the ledger says stands, available, on the first store's floor; 0 where nothing ever did.
    pub async fn on_hand(&self, variant: VariantId) -> Quantity {
        self.on_hand_at(self.floor, variant).await
    }

    pub async fn on_hand_at(&self, location: LocationId, variant: VariantId) -> Quantity {
        let mut tx = self.database.begin_read(self.tenant).await.unwrap();
        let balance = ledger::read::balance(&mut tx, location, variant, vocabulary::LotId::NONE, vocabulary::Status::Available).await.unwrap();
        tx.rollback().await.unwrap();
        balance.unwrap_or_default()
    }

    /// How many rows a table holds of this tenant.
    pub async fn rows(&self, table: &str) -> i64 {
        let mut root = sqlx::mysql::MySqlPoolOptions::new().max_connections(1).connect(self.db.rows_url()).await.unwrap().acquire().await.unwrap();
        sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM `{table}` WHERE tenant_id = {}", self.tenant)))
            .fetch_one(&mut *root)
            .await
            .unwrap()
    }

    /// A desk on this shop's database as another of its users sees it.
    pub fn desk_at(&self, url: &str) -> Desk {
        Desk::new(registry(), Database::open(url, 8).unwrap().with_clock(self.clock.clone()))
    }

    /// Seals what is unsealed.
    pub async fn seals(&self) -> usize {
        platform::seal::seal(&self.database, self.tenant, &self.seal_key.signing).await.unwrap()
    }

    /// Values what has moved.
    pub async fn values(&self) -> usize {
        ledger::cost::value(&self.database, self.tenant).await.unwrap()
    }

    /// The ledger's proof, whatever it says.
    pub async fn verify(&self) -> Report {
        verify(&self.database, self.tenant, &self.seal_key.signing.verifying_key()).await.unwrap()
    }

    /// The proof from some moment on, and how many rows the database went to for it.
    pub async fn verify_from(&self, start: Start) -> (Report, i64) {
        let mut tx = self.database.begin_snapshot(self.tenant).await.unwrap();
        let (first, second) = (rows_read(&mut tx).await, rows_read(&mut tx).await);
        let report = verify_in(&mut tx, &self.seal_key.signing.verifying_key(), start).await.unwrap();
        let rows = rows_read(&mut tx).await - second - (second - first);
        tx.rollback().await.unwrap();
        (report, rows)
    }

    /// Values what has moved and proves the ledger; fails the test with the first thing that is wrong.
    pub async fn proves(&self) {
        self.values().await;
        let report = self.verify().await;
        assert!(report.is_clean(), "{report:#?}");
        let mut look = self.db.look().await;
        self.db.is_proved_at(crate::after::watermark(&mut look).await);
        sqlx::Connection::close(look).await.ok();
    }
}

/// The rows that this connection's statements went to so far, by the database's own account.
async fn rows_read(tx: &mut Tx) -> i64 {
    let counters: Vec<(String, String)> = sqlx::query_as("SHOW SESSION STATUS LIKE 'Handler\\_read\\_%'").fetch_all(tx.conn()).await.unwrap();
    counters.iter().map(|(_, value)| value.parse::<i64>().unwrap()).sum()
}

fn actor(tenant: TenantId, person: PersonId, role: Role) -> Actor {
    Actor { tenant, person: Some(person), name: role.tag().to_owned(), role, locale: Locale::En, door: Door::Page }
}

fn store(code: &str, name: &str) -> CreateStore {
    CreateStore {
        code: code.to_owned(),
        name: name.to_owned(),
        zone: String::from("Europe/London"),
        locale: String::from("en"),
        currency: Currency::GBP,
    }
}

impl Person {
    /// Asks, and gets an answer.
    pub async fn does<O: Operation>(&self, operation: O) -> O::Reply {
        self.tries(operation).await.unwrap_or_else(|error| panic!("{} was refused: {error}", O::NAME))
    }

    /// Asks, and takes what comes.
    ///
    /// # Errors
    /// What the desk says.
    pub async fn tries<O: Operation>(&self, operation: O) -> Result<O::Reply, AppError> {
        self.under(Key::random(), operation).await
    }

    /// Asks under a key.
    ///
    /// # Errors
    /// What the desk says.
    pub async fn under<O: Operation>(&self, key: Key, operation: O) -> Result<O::Reply, AppError> {
        self.desk.run(Ask::new(&self.actor, key, operation)).await
    }
}

/// The field errors of a refusal: `("quantity", "stock-insufficient")` …
pub fn refused<T>(outcome: Result<T, AppError>) -> Vec<(String, String)> {
    match outcome {
        Ok(_) => panic!("it was not refused"),
        Err(AppError::Invalid { fields }) => fields.into_iter().map(|FieldError { field, said }| (field, said.code)).collect(),
        Err(AppError::Conflict { said }) => vec![(String::from("conflict"), said.code)],
        Err(other) => vec![(String::new(), other.said().code)],
    }
}
