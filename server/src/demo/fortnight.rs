//! What the demo retailers did in the last fortnight: deliveries, sales at the tills, returns, breakage, refilled shelves,
//! transfers, a count that waits for its review and one that waits for somebody to walk it. The same dice fall each time.

mod counts;
mod trade;

use super::{Retailer, run};
use crate::wiring::Process;
use anyhow::Context as _;
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use stock_rules::{CreateLocation, CreateStore};
use vocabulary::{Actor, LocationId, Operation, PlaceKind, Quantity, StoreId, TransferId, VariantId};

const DAYS: i64 = 14;

/// A variant of the demo: what one costs, and is sold for.
pub(super) struct Ware {
    pub variant: VariantId,
    pub cost: Option<Decimal>,
    pub price: Option<Decimal>,
    /// A draft stands on the shelf and is not sold yet.
    pub for_sale: bool,
}

struct Shop {
    store: StoreId,
    code: &'static str,
    /// Bins of the shop floor; each item stands in one of them.
    shelves: Vec<LocationId>,
    back: LocationId,
    /// The aisle that holds the first shelves.
    front: LocationId,
}

/// What happens at a time of a day.
enum What {
    Delivery,
    Refill,
    Sale,
    Return,
    Inspect,
    Break,
    /// From the last store, where a warehouse is, to this one.
    Ship(usize),
    Arrive,
}

/// The same numbers each time, spread well enough for a shop: SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides.max(1)
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(usize::try_from(self.below(of.len() as u64)).unwrap_or(0))
    }
}

fn pieces(count: u64) -> Quantity {
    Quantity::whole(i32::try_from(count).unwrap_or(i32::MAX))
}

/// Who works where, what stands where, and where the fortnight has come to.
pub(super) struct Fortnight<'a> {
    process: &'a Process,
    zone: Tz,
    now: DateTime<Utc>,
    manager: Actor,
    clerk: Actor,
    shops: Vec<Shop>,
    /// What the two counts are called.
    names: [&'static str; 2],
    wares: &'a [Ware],
    /// Available pieces by place and ware.
    stands: BTreeMap<(LocationId, usize), u64>,
    on_the_road: Option<(TransferId, usize, Vec<(usize, u64)>)>,
    returned: Vec<(usize, usize)>,
    dice: Dice,
    done: u32,
    /// The carrier of a delivery has sent his bill.
    billed: bool,
    receipt: u32,
}

impl<'a> Fortnight<'a> {
    /// Opens the stores with their places. The fortnight ends `now`: the same again where a load goes on.
    pub(super) async fn begin(
        process: &'a Process,
        retailer: &Retailer,
        (manager, clerk): (Actor, Actor),
        wares: &'a [Ware],
        now: DateTime<Utc>,
    ) -> anyhow::Result<Self> {
        let zone = retailer.tenant.zone;
        let dice = Dice(retailer.tenant.slug.len() as u64);
        let (shops, stands, returned) = (Vec::new(), BTreeMap::new(), Vec::new());
        let mut this = Self {
            process,
            zone,
            now,
            manager,
            clerk,
            shops,
            names: retailer.counts,
            wares,
            stands,
            on_the_road: None,
            returned,
            dice,
            done: 0,
            billed: false,
            receipt: 20_380,
        };
        for (code, name) in retailer.stores {
            let store = CreateStore {
                code: (*code).to_owned(),
                name: (*name).to_owned(),
                zone: zone.name().to_owned(),
                locale: retailer.tenant.locale.tag().to_owned(),
                currency: retailer.tenant.currency,
            };
            let store = this.does(Hand::Manager, store).await?.store;
            let mut shelves = Vec::new();
            let mut front = None;
            for aisle in 1..=2 {
                let within = this.place(store, None, PlaceKind::Aisle, format!("F{aisle}"), format!("F{aisle}")).await?;
                front = front.or(Some(within));
                for bin in 1..=4 {
                    let code = format!("F{aisle}-{bin:02}");
                    shelves.push(this.place(store, Some(within), PlaceKind::Bin, code.clone(), code).await?);
                }
            }
            let back = this.place(store, None, PlaceKind::Zone, String::from("BACK"), retailer.back.to_owned()).await?;
            this.shops.push(Shop { store, code, shelves, back, front: front.context("an aisle")? });
        }
        Ok(this)
    }

    async fn place(&mut self, store: StoreId, parent: Option<LocationId>, kind: PlaceKind, code: String, name: String) -> anyhow::Result<LocationId> {
        Ok(self.does(Hand::Manager, CreateLocation { store, parent, kind, code, name }).await?.location)
    }

    async fn does<O: Operation>(&mut self, hand: Hand, operation: O) -> anyhow::Result<O::Reply> {
        self.done += 1;
        let actor = match hand {
            Hand::Manager => &self.manager,
            Hand::Clerk => &self.clerk,
        };
        run(self.process, actor, self.done, operation).await
    }

    /// Lives through it, in the order of the clock.
    pub(super) async fn pass(&mut self) -> anyhow::Result<()> {
        let today = self.now.with_timezone(&self.zone).date_naive();
        for back in (0..=DAYS).rev() {
            let day = today - TimeDelta::days(back);
            for (at, shop, what) in self.plan(day, back) {
                if at < self.now {
                    self.happens(at, shop, &what).await?;
                }
            }
        }
        self.counts().await
    }

    /// What a day brings, by the clock.
    fn plan(&mut self, day: NaiveDate, back: i64) -> Vec<(DateTime<Utc>, usize, What)> {
        let mut events = Vec::new();
        let last = self.shops.len().saturating_sub(1);
        for shop in 0..self.shops.len() {
            if back == DAYS {
                events.push((7 * 60 + 40, shop, What::Delivery));
            }
            if self.is_warehouse(shop) {
                continue;
            }
            if day.weekday() == Weekday::Sun {
                continue;
            }
            let visits = 4 + self.dice.below(5) + if day.weekday() == Weekday::Sat { 4 } else { 0 };
            for _ in 0..visits {
                events.push((9 * 60 + self.dice.below(9 * 60), shop, What::Sale));
            }
            match (back + i64::try_from(shop).unwrap_or(0)) % 5 {
                0 => events.push((8 * 60 + 35, shop, What::Refill)),
                1 => events.push((11 * 60 + self.dice.below(240), shop, What::Return)),
                2 => events.push((8 * 60 + 50, shop, What::Inspect)),
                3 if shop == 0 => events.push((13 * 60 + self.dice.below(90), shop, What::Break)),
                _ => {}
            }
        }
        // The first of two transfers is there a day later; the other is still on its way.
        let other = usize::from(last > 1);
        match back {
            9 => events.push((16 * 60 + 20, last, What::Ship(other))),
            8 => events.push((9 * 60 + 15, other, What::Arrive)),
            1 => events.push((16 * 60 + 20, last, What::Ship(0))),
            _ => {}
        }
        let mut events: Vec<_> = events.into_iter().filter_map(|(minute, shop, what)| Some((self.at(day, minute)?, shop, what))).collect();
        events.sort_by_key(|(at, shop, _)| (*at, *shop));
        events
    }

    fn at(&self, day: NaiveDate, minute: u64) -> Option<DateTime<Utc>> {
        let minute = u32::try_from(minute).ok()?;
        let time = day.and_hms_opt(minute / 60, minute % 60, 0)?;
        Some(self.zone.from_local_datetime(&time).earliest()?.with_timezone(&Utc))
    }

    fn is_warehouse(&self, shop: usize) -> bool {
        self.shops.get(shop).is_some_and(|shop| shop.code == "WAREHOUSE")
    }

    /// What stands at some places of a shop: place, ware, pieces.
    fn standing(&self, places: &[LocationId]) -> Vec<(LocationId, usize, u64)> {
        self.stands
            .iter()
            .filter(|((place, _), many)| places.contains(place) && **many > 0)
            .map(|((place, ware), many)| (*place, *ware, *many))
            .collect()
    }

    /// What a customer may take from a shop's shelves.
    fn for_sale(&self, shop: usize) -> Vec<(LocationId, usize, u64)> {
        let standing = self.standing(&self.shelves(shop));
        standing.into_iter().filter(|(_, ware, _)| self.wares.get(*ware).is_some_and(|ware| ware.for_sale)).collect()
    }

    fn shelves(&self, shop: usize) -> Vec<LocationId> {
        self.shops.get(shop).map(|shop| shop.shelves.clone()).unwrap_or_default()
    }

    fn takes(&mut self, place: LocationId, ware: usize, many: u64) {
        if let Some(left) = self.stands.get_mut(&(place, ware)) {
            *left = left.saturating_sub(many);
        }
    }

    fn variant(&self, ware: usize) -> anyhow::Result<VariantId> {
        Ok(self.wares.get(ware).context("a ware of the demo")?.variant)
    }

    fn store(&self, shop: usize) -> anyhow::Result<StoreId> {
        Ok(self.shops.get(shop).context("a shop of the demo")?.store)
    }
}

#[derive(Clone, Copy)]
enum Hand {
    Manager,
    Clerk,
}
