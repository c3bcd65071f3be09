//! The data sets, made by one deterministic generator (seed 1) through the desk, so that their books can be proved.
//! What is popular is popular by Zipf's law. A movement is a line of a posting, with all its legs.

use crate::{
    Settings,
    goods::{Zipf, row},
    place::{PASSWORD, Place},
};
use catalog::upsert;
use catalog_rules::UpsertItem;
use chrono::{DateTime, TimeDelta, Utc};
use clap::ValueEnum;
use futures::{StreamExt as _, TryStreamExt as _, stream};
use platform::{
    Database, Desk, Registry,
    db::Clock,
    tenancy::{self, NewTenant},
};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use sqlx::Connection as _;
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Instant,
};
use stock_rules::{CreateStore, ReceiptLine, ReceiveGoods, SaleLine, SellGoods};
use vocabulary::{Actor, Ask, Currency, Door, Key, Locale, Quantity, Role, StoreId, TenantId, VariantId};

/// How much there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Size {
    /// Two tenants with five stores between them, 10,000 items each: 50,000 balances, 100,000 movements
    S,
    /// Ten tenants with five stores and 20,000 items each: a million balances, two million movements
    M,
    /// Twenty tenants with fifty stores and 5,000 items each: five million balances, ten million movements
    L,
    /// One tenant, five stores, 100,000 variants of 50,000 items, 300,000 balances, a million movements
    Large,
    /// The same 100,000 variants, and as good as nothing in stock: for what only looks things up
    Catalog,
    /// Two stores and a hundred variants: for what is about a few pieces
    Few,
}

/// A tenant's part of a data set.
struct Part {
    slug: String,
    stores: usize,
    variants: usize,
    /// So many of them are in stock somewhere.
    stocked: usize,
    /// In how many of the stores each variant is opened.
    known: usize,
    movements: usize,
    /// Most lines of a sale.
    longest: usize,
}

impl Size {
    pub fn tag(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::M => "M",
            Self::L => "L",
            Self::Large => "large",
            Self::Catalog => "catalog",
            Self::Few => "few",
        }
    }

    fn parts(self) -> Vec<Part> {
        // Opened in all its stores, with as many movements again as that takes.
        let alike = |tenants: usize, stores: usize, items: usize| {
            let part =
                |nth| Part { slug: slug(nth), stores, variants: items, stocked: items, known: stores, movements: stores * items * 2, longest: 15 };
            (1..=tenants).map(part).collect()
        };
        let one = |stores, variants, stocked, known| Part { slug: slug(1), stores, variants, stocked, known, movements: 0, longest: 1 };
        match self {
            Self::S => vec![
                Part { movements: 60_000, longest: 15, ..one(3, 10_000, 10_000, 3) },
                Part { slug: slug(2), movements: 40_000, longest: 15, ..one(2, 10_000, 10_000, 2) },
            ],
            Self::M => alike(10, 5, 20_000),
            Self::L => alike(20, 50, 5_000),
            Self::Large => vec![Part { movements: 1_000_000, longest: 80, ..one(5, 100_000, 100_000, 3) }],
            Self::Catalog => vec![one(1, 100_000, 100, 1)],
            Self::Few => vec![one(2, 100, 100, 1)],
        }
    }
}

/// A year goes by while the data set is made: its clock runs from a year ago to now.
struct Year {
    start: i64,
    /// Millionths of it that have gone by.
    gone: AtomicI64,
}

impl Year {
    const LENGTH: TimeDelta = TimeDelta::days(365);

    fn is_at(&self, done: usize, of: usize) {
        let gone = i64::try_from(done * 1_000_000 / of.max(1)).unwrap_or_default();
        self.gone.fetch_max(gone, Ordering::SeqCst);
    }
}

impl Clock for Year {
    fn now(&self) -> DateTime<Utc> {
        let at = self.start + Self::LENGTH.num_seconds() * self.gone.load(Ordering::SeqCst);
        DateTime::from_timestamp_micros(at).unwrap_or_default()
    }
}

/// How many stores are filled at once.
const HANDS: usize = 8;

/// The desk of a process of ours.
pub fn desk(database: Database) -> Desk {
    Desk::new(stock::register(catalog::register(Registry::default())), database)
}

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill(&place, settings.size).await?;
    place.close().await
}

/// Fills an empty folder.
///
/// # Errors
/// When the database fails.
pub async fn fill(place: &Place, size: Size) -> anyhow::Result<()> {
    if tenancy::count(&place.database(1)?).await? > 0 {
        return Ok(());
    }
    let began = Instant::now();
    let now = Utc::now();
    for part in size.parts() {
        let year = Arc::new(Year { start: (now - Year::LENGTH).timestamp_micros(), gone: AtomicI64::new(0) });
        let database = place.database(8)?.with_clock(year.clone());
        let desk = desk(database.clone());
        let tenant = open_shop(&desk, &part.slug, part.stores).await?;
        let variants = catalog(&database, tenant.id, part.variants).await?;
        eprintln!("  {}: {} variants after {:.0} s", part.slug, variants.len(), began.elapsed().as_secs_f64());
        movements(&desk, &year, &tenant, variants.get(..part.stocked).unwrap_or(&variants), &part).await?;
        eprintln!("  {}: {} movements after {:.0} s", part.slug, part.movements, began.elapsed().as_secs_f64());
        database.close().await;
    }
    analyze(place).await
}

/// Takes the statistics that plans are made by, as they would be after a day.
///
/// # Errors
/// When the database fails.
pub async fn analyze(place: &Place) -> anyhow::Result<()> {
    let mut connection = place.connection().await?;
    let tables: Vec<String> = sqlx::query_scalar("SELECT CAST(table_name AS CHAR) FROM information_schema.tables WHERE table_schema = DATABASE()")
        .fetch_all(&mut connection)
        .await?;
    for table in tables {
        sqlx::query(sqlx::AssertSqlSafe(format!("ANALYZE TABLE `{table}`"))).fetch_all(&mut connection).await?;
    }
    connection.close().await?;
    Ok(())
}

/// A tenant and its stores.
pub struct Shop {
    pub id: TenantId,
    pub stores: Vec<StoreId>,
}

/// Where the first tenant's owner signs in.
pub const SLUG: &str = "bench-1";

fn slug(nth: usize) -> String {
    format!("bench-{nth}")
}

/// A tenant's owner.
pub fn owner_of(slug: &str) -> String {
    format!("owner@{slug}.example")
}

/// Makes a tenant whose owner may sign in, with stores `S1`, `S2` ….
///
/// # Errors
/// When the database fails.
pub async fn open_shop(desk: &Desk, slug: &str, stores: usize) -> anyhow::Result<Shop> {
    let new = NewTenant {
        slug: slug.to_owned(),
        name: format!("The shop {slug}"),
        locale: Locale::En,
        zone: chrono_tz::Europe::London,
        currency: Currency::GBP,
    };
    let id = tenancy::create(desk.database(), &new).await?;
    tenancy::add_member(desk.database(), id, &owner_of(slug), "Olive Owner", PASSWORD, Role::Owner).await?;
    let mut made = Vec::new();
    for number in 1..=stores {
        let new = CreateStore {
            code: format!("S{number}"),
            name: format!("Store {number}"),
            zone: String::from("Europe/London"),
            locale: String::from("en"),
            currency: Currency::GBP,
        };
        made.push(ask(desk, id, new).await?.store);
    }
    Ok(Shop { id, stores: made })
}

/// Asks the desk as the system does.
///
/// # Errors
/// What the desk says.
pub async fn ask<O: vocabulary::Operation>(desk: &Desk, tenant: TenantId, operation: O) -> anyhow::Result<O::Reply> {
    Ok(desk.run(Ask::new(&Actor::system(tenant, Door::Command), Key::random(), operation)).await?)
}

async fn catalog(database: &Database, tenant: TenantId, count: usize) -> anyhow::Result<Vec<VariantId>> {
    let numbers: Vec<usize> = (0..count).collect();
    let mut variants = Vec::with_capacity(count);
    for numbers in numbers.chunks(upsert::ROWS_MAX) {
        let rows: Vec<UpsertItem> = numbers.iter().map(|number| row(*number)).collect();
        let mut tx = database.begin(tenant).await?;
        let done = upsert::apply(&mut tx, &rows).await?;
        tx.commit().await?;
        for row in done {
            variants.push(row.variant.ok_or_else(|| anyhow::anyhow!("refused: {:?}", row.problems))?);
        }
    }
    Ok(variants)
}

/// How many come in again of what has run out.
const AGAIN: i32 = 96;

/// A posting to be.
enum Move {
    Receipt(StoreId, Vec<(VariantId, i32)>),
    Sale(StoreId, Vec<(VariantId, i32)>),
}

/// Openings, then sales of what is popular; what has run out comes in again.
async fn movements(desk: &Desk, year: &Year, shop: &Shop, variants: &[VariantId], part: &Part) -> anyhow::Result<()> {
    let mut dice = StdRng::seed_from_u64(1);
    let mut moves = Vec::new();
    let mut left = vec![vec![0_i32; variants.len()]; shop.stores.len()];
    let mut lines = 0;
    for (at, (store, left)) in shop.stores.iter().zip(&mut left).enumerate() {
        let known: Vec<usize> = (0..variants.len()).filter(|number| (number + at) % shop.stores.len() < part.known).collect();
        for known in known.chunks(200) {
            let mut receipt = Vec::new();
            for number in known {
                let (Some(left), Some(variant)) = (left.get_mut(*number), variants.get(*number)) else { continue };
                *left = dice.gen_range(1..=40);
                receipt.push((*variant, *left));
            }
            lines += receipt.len();
            moves.push(Move::Receipt(*store, receipt));
        }
    }
    let popular = Zipf::of(variants.len());
    while lines < part.movements {
        let at = dice.gen_range(0..shop.stores.len());
        let (Some(store), Some(left)) = (shop.stores.get(at), left.get_mut(at)) else { continue };
        let many = dice.gen_range(1..=part.longest).min(part.movements - lines);
        let (mut sale, mut receipt) = (Vec::new(), Vec::new());
        for _ in 0..many {
            let number = popular.pick(&mut dice);
            let (Some(left), Some(variant)) = (left.get_mut(number), variants.get(number)) else { continue };
            if *left == 0 {
                *left += AGAIN;
                receipt.push((*variant, AGAIN));
            } else {
                *left -= 1;
                sale.push((*variant, 1));
            }
        }
        lines += sale.len() + receipt.len();
        // What came in is there before what is sold.
        for one in [Move::Receipt(*store, receipt), Move::Sale(*store, sale)] {
            if matches!(&one, Move::Receipt(_, lines) | Move::Sale(_, lines) if !lines.is_empty()) {
                moves.push(one);
            }
        }
    }
    let total = moves.len();
    // A store's postings in their order, the stores beside one another.
    let mut by_store: Vec<Vec<(usize, Move)>> = shop.stores.iter().map(|_| Vec::new()).collect();
    for (number, one) in moves.into_iter().enumerate() {
        let (Move::Receipt(store, _) | Move::Sale(store, _)) = &one;
        let at = shop.stores.iter().position(|known| known == store).unwrap_or_default();
        by_store[at].push((number, one));
    }
    stream::iter(by_store)
        .map(|moves| async move {
            for (number, one) in moves {
                year.is_at(number, total);
                post(desk, shop.id, one).await?;
            }
            anyhow::Ok(())
        })
        .buffer_unordered(HANDS)
        .try_collect::<Vec<()>>()
        .await?;
    Ok(())
}

async fn post(desk: &Desk, tenant: TenantId, one: Move) -> anyhow::Result<()> {
    match one {
        Move::Receipt(store, lines) => ask(desk, tenant, receipt(store, &lines)).await?,
        Move::Sale(store, lines) => {
            let lines = lines.into_iter().map(|(variant, pieces)| SaleLine::of(variant, Quantity::whole(pieces))).collect();
            let sale = SellGoods {
                store,
                location: None,
                channel: vocabulary::Channel::Till,
                lines,
                reference: String::new(),
                note: String::new(),
                occurred_at: None,
            };
            ask(desk, tenant, sale).await?
        }
    };
    Ok(())
}

/// Goods that come in.
pub fn receipt(store: StoreId, lines: &[(VariantId, i32)]) -> ReceiveGoods {
    let lines = lines.iter().map(|(variant, pieces)| ReceiptLine::of(*variant, Quantity::whole(*pieces))).collect();
    ReceiveGoods { store, location: None, lines, reference: String::new(), note: String::new(), occurred_at: None, rate: None }
}
